/**
 * What the console says in German, by its English words. It addresses nobody: infinitives on buttons, the
 * passive elsewhere. Terms: source Quelle, feed Feed, article Artikel, story Thema, family Textfamilie, saved
 * search gespeicherte Suche, dead letter unzustellbare Nachricht, ledger Verzeichnis, audit Prüfbericht,
 * key Schlüssel, scope Recht, to poll abrufen, taken down entfernt, mill Mühle.
 */
// biome-ignore format: a table, read by its rows
export const de: Readonly<Record<string, string>> = {
  // Frame
  'Search': 'Suche',
  'Today': 'Heute',
  'Saved searches': 'Gespeicherte Suchen',
  'Sources': 'Quellen',
  'Ledger': 'Verzeichnis',
  'Dead letters': 'Unzustellbares',
  'Audit': 'Prüfbericht',
  'Processes': 'Prozesse',
  'Try a feed': 'Feed ausprobieren',
  'Main': 'Hauptmenü',
  'Dark': 'Dunkel',
  'Light': 'Hell',
  'Skip to the content': 'Zum Inhalt springen',
  'API description': 'Beschreibung der API',
  'Problems': 'Fehlermeldungen',
  'Taken down': 'Entfernt',
  'Log in': 'Anmelden',
  'Logged in: {name}': 'Angemeldet: {name}',
  'Times are in UTC.': 'Zeiten in UTC.',
  // Pieces
  'Copy': 'Kopieren',
  'Copied': 'Kopiert',
  'unknown': 'unbekannt',
  'unknown date': 'unbekanntes Datum',
  'unknown time': 'unbekannte Zeit',
  'unknown language': 'unbekannte Sprache',
  'just now': 'gerade eben',
  'in less than a minute': 'in weniger als einer Minute',
  '{bytes:# byte|# bytes}': '{bytes:# Byte|# Byte}',
  // Add many sources
  'would be added': 'würde hinzugefügt',
  'added': 'hinzugefügt',
  'there already': 'schon vorhanden',
  'left out': 'ausgelassen',
  '{count:# channel|# channels}: {addresses}': '{count:# Kanal|# Kanäle}: {addresses}',
  '{count:# source|# sources} would be added': '{count:# Quelle würde|# Quellen würden} hinzugefügt',
  '{count:# source|# sources} added': '{count:# Quelle|# Quellen} hinzugefügt',
  'The mill takes them up within seconds; <a>Sources</a> shows what arrives.': 'Die Mühle übernimmt sie binnen Sekunden; die Seite <a>Quellen</a> zeigt, was ankommt.',
  'line {line}, column {column}': 'Zeile {line}, Spalte {column}',
  'One address a line (home pages or feeds, at most 25), OPML of another reader, or a table in CSV with a column <code>url</code>': 'Eine Adresse je Zeile (Startseiten oder Feeds, höchstens 25), OPML eines anderen Readers oder eine CSV-Tabelle mit einer Spalte <code>url</code>',
  'Take the text of a file': 'Text einer Datei übernehmen',
  'Private addresses': 'Private Adressen',
  'Private addresses that this request and the new sources may reach, as host:port (empty: none)': 'Private Adressen, die diese Anfrage und die neuen Quellen erreichen dürfen, als Host:Port (leer: keine)',
  'Show what would be added': 'Zeigen, was hinzugefügt würde',
  'Add them': 'Hinzufügen',
  'Add many sources': 'Viele Quellen hinzufügen',
  'Try one first': 'Erst eine ausprobieren',
  'What a source has already is left as it is. For addresses the publishers are asked what they offer, which takes up to a minute; for OPML and tables nobody is asked.': 'Was schon eine Quelle hat, bleibt, wie es ist. Bei Adressen werden die Verlage gefragt, was sie anbieten; das dauert bis zu einer Minute. Bei OPML und Tabellen wird niemand gefragt.',
  '<a>Log in</a> with a key of the scope write or admin.': '<a>Anmelden</a> mit einem Schlüssel mit dem Recht write oder admin.',
};
