/**
 * What the console says in German of causes and remedies: the closed lists of the contracts, by their English
 * sentences. Terms as in de.ts.
 */
export const deCauses: Readonly<Record<string, string>> = {
  // Why an item is not in the library
  'The page lists other pages; it is not an article.':
    'Die Seite listet andere Seiten auf; sie ist kein Artikel.',
  'The page is mainly pictures.': 'Die Seite besteht vor allem aus Bildern.',
  'The page is mainly a video.': 'Die Seite besteht vor allem aus einem Video.',
  'The page says that something was not found or failed, although it answered 200.':
    'Die Seite meldet, dass etwas nicht gefunden wurde oder fehlschlug, obwohl sie mit 200 geantwortet hat.',
  'The page asks for a login.': 'Die Seite verlangt eine Anmeldung.',
  'The page asks for consent before it shows anything.':
    'Die Seite verlangt eine Einwilligung, bevor sie etwas zeigt.',
  'A guard against robots (Cloudflare, DataDome, Akamai ...) answered in the place of the page.':
    'Statt der Seite hat ein Schutz gegen Bots geantwortet (Cloudflare, DataDome, Akamai …).',
  'The page shows nothing unless its scripts run.':
    'Die Seite zeigt nichts, solange ihre Skripte nicht laufen.',
  'The page only leads to another one, in a way that is not followed.':
    'Die Seite führt nur zu einer anderen, auf eine Weise, der nicht gefolgt wird.',
  'The name of the site is parked or for sale.': 'Die Domain ist geparkt oder steht zum Verkauf.',
  'The page has content, but no article (forum, product, listing).':
    'Die Seite hat Inhalt, aber keinen Artikel (Forum, Produkt, Liste).',
  'The page has no text.': 'Die Seite hat keinen Text.',
  'The answer is not a web page (PDF, image, audio).': 'Die Antwort ist keine Webseite (PDF, Bild, Ton).',
  'robots.txt does not allow this address.': 'robots.txt erlaubt diese Adresse nicht.',
  'The page or its headers say noindex or none.': 'Die Seite oder ihre Header sagen noindex oder none.',
  'Another address leads to the same article.': 'Eine andere Adresse führt zu demselben Artikel.',
  'The archived answer is not a page: its status is not 200, or the record is cut off, broken or too large.':
    'Die archivierte Antwort ist keine Seite: Ihr Status ist nicht 200, oder der Datensatz ist abgeschnitten, beschädigt oder zu groß.',
  'The article was taken down; newsmill takedown --lift allows it again.':
    'Der Artikel wurde gesperrt; newsmill takedown --lift lässt ihn wieder zu.',
  'Somebody discarded its dead letter; the detail says who and why.':
    'Jemand hat die unzustellbare Nachricht verworfen; die Einzelheiten sagen, wer und warum.',
  'The retention time of the article is over (retention in its source file, NEWSMILL_RETENTION), or the time that its publisher set (unavailable_after).':
    'Die Aufbewahrungszeit des Artikels ist vorbei (retention in der Quelldatei, NEWSMILL_RETENTION) oder die vom Verlag gesetzte Frist (unavailable_after).',
  'The source is no longer configured.': 'Die Quelle ist nicht mehr eingerichtet.',
  'A rule of its source file leaves it out (include, exclude); the detail names the rule.':
    'Eine Regel der Quelldatei schließt ihn aus (include, exclude); die Einzelheiten nennen die Regel.',
  'The layout of its source is broken, so the article of an earlier visit stays (see States of sources).':
    'Das Layout der Quelle ist gestört, deshalb bleibt der Artikel eines früheren Besuchs stehen (siehe „States of sources“).',
  'The article is made of its feed entry alone (feedOnly, or an entry that names no page), and there is no text of it that may be used; the detail says why.':
    'Der Artikel entsteht allein aus seinem Feed-Eintrag (feedOnly oder ein Eintrag ohne Seite), und es gibt keinen Text, der verwendet werden darf; die Einzelheiten sagen, warum.',
  // Why an entry becomes no item
  'The link of the entry is no address of the web (file:, javascript:, mailto:, data: and the like).':
    'Der Link des Eintrags ist keine Adresse im Web (file:, javascript:, mailto:, data: und Ähnliches).',
  'The link of the entry cannot be read as an address, or is longer than 4,096 characters.':
    'Der Link des Eintrags lässt sich nicht als Adresse lesen oder ist länger als 4096 Zeichen.',
  'The entry names no page, and carries no text of which an article could be made.':
    'Der Eintrag nennt keine Seite und enthält keinen Text, aus dem ein Artikel werden könnte.',
  // Why a message is a dead letter
  'The message does not fit its schema, or is not as it was written.':
    'Die Nachricht entspricht ihrem Schema nicht oder ist nicht mehr, wie sie geschrieben wurde.',
  'The message was written by a newer major version.': 'Die Nachricht stammt von einer neueren Hauptversion.',
  'The page cannot be read.': 'Die Seite lässt sich nicht lesen.',
  'The archived page that the message refers to is not there, or is damaged.':
    'Die archivierte Seite, auf die sich die Nachricht bezieht, ist nicht vorhanden oder beschädigt.',
  'Reading the page took more CPU time than its budget, or more memory than a thread has.':
    'Das Lesen der Seite brauchte mehr CPU-Zeit als erlaubt oder mehr Speicher, als ein Thread hat.',
  'What an extension sent back cannot be used; the detail names the extension and what to change. The article went on without its facts; a replay sends it to the extension again.':
    'Was eine Erweiterung zurückgeschickt hat, ist nicht verwendbar; die Einzelheiten nennen die Erweiterung und was zu ändern ist. Der Artikel ging ohne ihre Angaben weiter; eine Wiederholung schickt ihn erneut an die Erweiterung.',
  'Page after page of its source took too much time, so this one was not read; it has waited several times.':
    'Seite um Seite dieser Quelle hat zu viel Zeit gekostet, deshalb wurde diese nicht gelesen; sie hat mehrmals gewartet.',
  'The library refused the document.': 'Die Bibliothek hat das Dokument abgelehnt.',
  'The library has another text for the same version of this article; the detail names both content hashes.':
    'Die Bibliothek hat für dieselbe Version dieses Artikels einen anderen Text; die Einzelheiten nennen beide Prüfsummen.',
  'The address is private or otherwise not allowed.':
    'Die Adresse ist privat oder aus anderem Grund nicht erlaubt.',
  'The answer, or what was made of it, is larger than the limit.':
    'Die Antwort oder was daraus entstand, ist größer als erlaubt.',
  'The address redirects in a loop or too often.': 'Die Adresse leitet im Kreis oder zu oft weiter.',
  'The address cannot be parsed or has a scheme other than http and https.':
    'Die Adresse ist nicht lesbar oder hat ein anderes Schema als http und https.',
  'The server answered with a status that a retry will not change.':
    'Der Server hat mit einem Status geantwortet, den ein neuer Versuch nicht ändert.',
  'Every try failed; the last error is in the dead letter.':
    'Jeder Versuch schlug fehl; der letzte Fehler steht in der Nachricht.',
  // What happens next to an item
  'Nothing; the item is finished.': 'Nichts; der Eintrag ist abgeschlossen.',
  'The page is requested again, in case it has changed.':
    'Die Seite wird erneut abgerufen, falls sie sich geändert hat.',
  'It is being fetched now, or is about to be.': 'Sie wird gerade abgerufen oder gleich.',
  'It is fetched when its turn comes: one page at a time from each host.':
    'Sie wird abgerufen, wenn sie an der Reihe ist: von jedem Host eine Seite nach der anderen.',
  'Nothing by itself. Remove the cause, then replay the dead letter.':
    'Von selbst nichts. Erst die Ursache beheben, dann die Nachricht erneut zustellen.',
  // What to do about a warning
  'Start one': 'Einen starten',
  'See what waits': 'Ansehen, was wartet',
  'See what fills up': 'Ansehen, was voll wird',
  'See the processes': 'Prozesse ansehen',
  'See which': 'Ansehen, welche',
  'See which, and why': 'Ansehen, welche und warum',
  'See why, and try again': 'Ursache ansehen und erneut versuchen',
  'See which, and ask for them again': 'Ansehen, welche, und sie erneut abrufen',
  'See what is in it, and make another': 'Ansehen, was darin ist, und eine neue machen',
  // Why a channel does not come, and what can be done
  'A page that tests for browsers, or turns robots away, came instead of the content.':
    'Statt des Inhalts kam eine Seite, die auf Browser prüft oder Bots abweist.',
  'Ask the publisher to let this crawler through, by its user agent or the address of this machine, or use another channel of theirs.':
    'Den Verlag bitten, diesen Crawler anhand seines User-Agents oder der Adresse dieses Rechners durchzulassen, oder einen anderen Kanal des Verlags verwenden.',
  'The server refuses our user agent (NEWSMILL_USER_AGENT), and answers another one.':
    'Der Server weist unseren User-Agent ab (NEWSMILL_USER_AGENT) und antwortet einem anderen.',
  'Ask the publisher (robots.txt, imprint or `webmaster@` of the domain) to allow that user agent, and name in it a page about your crawler.':
    'Den Verlag (robots.txt, Impressum oder `webmaster@` der Domain) bitten, diesen User-Agent zuzulassen, und darin eine Seite über den Crawler nennen.',
  'The server refuses access.': 'Der Server verweigert den Zugriff.',
  'Run `newsmill sources doctor ID` to see whether it is the user agent; else ask the publisher whether this machine may read it.':
    'Mit `newsmill sources doctor ID` prüfen, ob es am User-Agent liegt; sonst den Verlag fragen, ob dieser Rechner lesen darf.',
  'The server asks for a login.': 'Der Server verlangt eine Anmeldung.',
  'Put the access that you have into headers of the source file, or use a public channel of the publisher.':
    'Einen vorhandenen Zugang unter headers in die Quelldatei eintragen oder einen öffentlichen Kanal des Verlags verwenden.',
  'The server asks for payment.': 'Der Server verlangt eine Bezahlung.',
  'Arrange access with the publisher and put it into headers of the source file, or use another channel.':
    'Mit dem Verlag einen Zugang vereinbaren und unter headers in die Quelldatei eintragen oder einen anderen Kanal verwenden.',
  'A page that asks for consent came instead of the content.':
    'Statt des Inhalts kam eine Seite, die eine Einwilligung verlangt.',
  'Use a channel of the publisher that needs no consent; ask for one where there is none.':
    'Einen Kanal des Verlags verwenden, der keine Einwilligung braucht; gibt es keinen, danach fragen.',
  'Use a channel that robots.txt allows, or get permission of the publisher and then set robots: ignore in the source file.':
    'Einen Kanal verwenden, den robots.txt erlaubt, oder die Erlaubnis des Verlags einholen und dann robots: ignore in die Quelldatei setzen.',
  'The server asks for a pause; all hosts of its domain wait together.':
    'Der Server bittet um eine Pause; alle Hosts seiner Domain warten gemeinsam.',
  'Nothing: the mill waits that long. If it comes back often, lengthen limits.delay and give the channel an interval.':
    'Nichts: newsmill wartet so lange. Kommt es oft vor, limits.delay verlängern und dem Kanal ein Intervall geben.',
  'The server says that nothing is here any more, for good.':
    'Der Server sagt, dass hier endgültig nichts mehr ist.',
  'Look for its new address with `newsmill sources add URL --dry-run` and change url in the source file.':
    'Die neue Adresse mit `newsmill sources add URL --dry-run` suchen und url in der Quelldatei ändern.',
  'The server has nothing at this address.': 'Der Server hat unter dieser Adresse nichts.',
  'The domain is parked: a page for its sale or with advertisements stands there.':
    'Die Domain ist geparkt: Dort steht eine Verkaufs- oder Werbeseite.',
  'Find out where the publication went and change url in the source file, or switch the source off (enabled: false).':
    'Herausfinden, wohin die Publikation umgezogen ist, und url in der Quelldatei ändern oder die Quelle abschalten (enabled: false).',
  'A web page came instead of a feed.': 'Statt eines Feeds kam eine Webseite.',
  'Change url in the source file to a feed: one that the page names, or one that `newsmill sources add URL --dry-run` finds from the front page.':
    'url in der Quelldatei auf einen Feed ändern: einen, den die Seite nennt, oder einen, den `newsmill sources add URL --dry-run` von der Startseite aus findet.',
  'What came cannot be read as a channel of this kind.':
    'Was kam, lässt sich nicht als Kanal dieser Art lesen.',
  'Look at the address in a browser: correct url or kind in the source file, or tell the publisher that the file is broken.':
    'Die Adresse im Browser ansehen: url oder kind in der Quelldatei berichtigen oder dem Verlag melden, dass die Datei beschädigt ist.',
  'The address is not a public one, and the source does not name it as allowed.':
    'Die Adresse ist nicht öffentlich, und die Quelle nennt sie nicht als erlaubt.',
  'If you trust that server, add it to allowPrivate in the source file; else correct url.':
    'Ist der Server vertrauenswürdig, ihn in der Quelldatei unter allowPrivate eintragen; sonst url berichtigen.',
  'The request cannot be sent as the source file describes it.':
    'Die Anfrage lässt sich nicht so senden, wie die Quelldatei sie beschreibt.',
  'Correct url and headers in the source file; `newsmill validate` checks them.':
    'url und headers in der Quelldatei berichtigen; `newsmill validate` prüft sie.',
  'The address redirects in a loop, or too often.': 'Die Adresse leitet im Kreis oder zu oft weiter.',
  'The answer is larger than the limit.': 'Die Antwort ist größer als erlaubt.',
  'Raise limits.maxBytes in the source file if you trust it, or use a smaller channel of the publisher.':
    'Ist die Quelle vertrauenswürdig, limits.maxBytes in der Quelldatei erhöhen oder einen kleineren Kanal des Verlags verwenden.',
  'The certificate of the server has expired, or is not valid yet.':
    'Das Zertifikat des Servers ist abgelaufen oder noch nicht gültig.',
  'Check the clock of this machine; if it is right, tell the publisher. The mill goes on trying.':
    'Die Uhr dieses Rechners prüfen; geht sie richtig, den Verlag informieren. newsmill versucht es weiter.',
  'The certificate of the server is for other names.': 'Das Zertifikat des Servers gilt für andere Namen.',
  'Correct the host name in url (often with or without www), or tell the publisher.':
    'Den Hostnamen in url berichtigen (oft mit oder ohne www) oder den Verlag informieren.',
  'The certificate of the server is signed by itself, not by an authority that this machine knows.':
    'Das Zertifikat des Servers ist von ihm selbst signiert, nicht von einer Stelle, die dieser Rechner kennt.',
  'Tell the publisher; for a server of your own, give Node.js its authority with NODE_EXTRA_CA_CERTS.':
    'Den Verlag informieren; bei einem eigenen Server Node.js dessen Zertifizierungsstelle mit NODE_EXTRA_CA_CERTS nennen.',
  'The certificate of the server cannot be traced to an authority that this machine knows.':
    'Das Zertifikat des Servers führt zu keiner Stelle, die dieser Rechner kennt.',
  'Tell the publisher that the chain is incomplete; behind a proxy of your own, set NODE_EXTRA_CA_CERTS.':
    'Dem Verlag melden, dass die Zertifikatskette unvollständig ist; hinter einem eigenen Proxy NODE_EXTRA_CA_CERTS setzen.',
  'The server does not speak TLS at this port.': 'Der Server spricht an diesem Port kein TLS.',
  'Correct url in the source file: http instead of https, or another port. If it was right before, tell the publisher.':
    'url in der Quelldatei berichtigen: http statt https oder ein anderer Port. War sie bisher richtig, den Verlag informieren.',
  'No encrypted connection could be agreed on with the server.':
    'Mit dem Server kam keine verschlüsselte Verbindung zustande.',
  'Tell the publisher; the mill goes on trying, and takes it up again by itself.':
    'Den Verlag informieren; newsmill versucht es weiter und nimmt den Kanal von selbst wieder auf.',
  'There is no such host name.': 'Diesen Hostnamen gibt es nicht.',
  'Check the spelling of url; if it was right before, the domain may have ended, or this machine has no network.':
    'Die Schreibweise von url prüfen; war sie bisher richtig, besteht die Domain vielleicht nicht mehr, oder dieser Rechner hat kein Netz.',
  'The host name exists, but has no address.': 'Den Hostnamen gibt es, aber er hat keine Adresse.',
  'Check the spelling of url (often with or without www), or tell the publisher.':
    'Die Schreibweise von url prüfen (oft mit oder ohne www) oder den Verlag informieren.',
  'The name servers gave no answer.': 'Die Nameserver haben nicht geantwortet.',
  'Check the network and the name servers of this machine; the mill goes on trying by itself.':
    'Netz und Nameserver dieses Rechners prüfen; newsmill versucht es von selbst weiter.',
  'The server refuses connections.': 'Der Server lehnt Verbindungen ab.',
  'Check host and port in url; if they are right, the server is down, and the mill goes on trying.':
    'Host und Port in url prüfen; stimmen sie, ist der Server ausgefallen, und newsmill versucht es weiter.',
  'No way leads to the server.': 'Zum Server führt kein Weg.',
  'The server closed the connection before its answer was whole.':
    'Der Server hat die Verbindung geschlossen, bevor die Antwort vollständig war.',
  'The server did not answer in time.': 'Der Server hat nicht rechtzeitig geantwortet.',
  'Nothing at once: the mill goes on trying. If it is always slow, raise limits.timeout in the source file.':
    'Zunächst nichts: newsmill versucht es weiter. Ist der Server immer langsam, limits.timeout in der Quelldatei erhöhen.',
  'The server does not speak proper HTTP.': 'Der Server spricht kein korrektes HTTP.',
  'robots.txt of the host could not be had, so nothing is asked there for now.':
    'robots.txt des Hosts war nicht zu bekommen, deshalb wird dort vorerst nichts abgerufen.',
  'The server has an error of its own.': 'Der Server hat selbst einen Fehler.',
  'The server answers with a status that brings no content.':
    'Der Server antwortet mit einem Status, der keinen Inhalt bringt.',
  'Look at the address in a browser and correct url in the source file.':
    'Die Adresse im Browser ansehen und url in der Quelldatei berichtigen.',
  'The address redirects to another one for good (301, 308).':
    'Die Adresse leitet dauerhaft zu einer anderen weiter (301, 308).',
  'Change url in the source file; after a week the mill asks at the new address by itself.':
    'url in der Quelldatei ändern; nach einer Woche fragt newsmill von selbst an der neuen Adresse.',
  'The channel can be read, and holds no entries.': 'Der Kanal ist lesbar und enthält keine Einträge.',
  'Look at it in a browser; `newsmill sources add URL --dry-run` with the front page looks for a channel that has entries.':
    'Ihn im Browser ansehen; `newsmill sources add URL --dry-run` mit der Startseite sucht einen Kanal, der Einträge hat.',
  'The page came, and no article is made of it.': 'Die Seite kam, und aus ihr wird kein Artikel.',
  'Run `newsmill extract URL` with other pages: where none gives an article, rules in the source file help.':
    '`newsmill extract URL` mit anderen Seiten ausführen: Ergibt keine einen Artikel, helfen Regeln in der Quelldatei.',
  'The publisher marks the page as one for subscribers, so a part of its text may be missing.':
    'Der Verlag kennzeichnet die Seite als Seite für Abonnenten, daher kann ein Teil des Textes fehlen.',
  'Put the access that you have into headers of the source file; without it, the query `-paywalled:true` leaves such articles out of a search.':
    'Einen vorhandenen Zugang unter headers in die Quelldatei eintragen; ohne ihn lässt die Abfrage `-paywalled:true` solche Artikel aus einer Suche weg.',
  'The clock of the server is wrong, or that of this machine.':
    'Die Uhr des Servers geht falsch oder die dieses Rechners.',
  'Check the clock of this machine (`date -u`); if it is right, tell the publisher: dates of articles may be wrong.':
    'Die Uhr dieses Rechners prüfen (`date -u`); geht sie richtig, den Verlag informieren: Daten von Artikeln können falsch sein.',
  'Entries are dated in the future.': 'Einträge sind in die Zukunft datiert.',
  'Check the clock of this machine (`date -u`); if it is right, tell the publisher.':
    'Die Uhr dieses Rechners prüfen (`date -u`); geht sie richtig, den Verlag informieren.',
};
