/** How a language reports speech. Words parted by spaces, an underscore is a space. */
export interface SpeechTable {
  /** Verbs of speech in the forms of news, the finite part or the participle. */
  readonly verbs: string;
  /** Words between subject and verb that belong to the verb: has, a, ha, hat. */
  readonly auxiliaries: string;
  /** In front of a name: according to. */
  readonly accordingTo: string;
  readonly pronouns: string;
  /** Definite articles, and nouns of persons that may stand for the last one named. */
  readonly articles: string;
  readonly roles: string;
  /** Titles that are no part of the name; `-x` is an ending of titles. */
  readonly titles: string;
  /** Capitalised words that are no names: weekdays, beginnings of sentences. */
  readonly others: string;
}

const en: SpeechTable = {
  verbs:
    'said says say told tells added adds wrote writes warned warns replied replies asked argued argues admitted insisted insists explained explains noted notes stressed announced declared shrugged recalled recalls continued responded commented claimed tweeted posted testified promised conceded acknowledged concluded vowed pledged urged stated remarked joked complained predicted confirmed quipped observed cautioned agreed lamented suggested countered contended maintained emphasized emphasised underlined reiterated repeated shouted yelled cried whispered sighed retorted mused fumed exclaimed pleaded advised boasted wondered remembers believes thinks demanded denied asks admits concedes continues complains declares announces contends confirms stresses vows testifies acknowledges emphasizes cautions agrees laments reveals revealed quips muses jokes tweets',
  auxiliaries: 'has had later also then',
  accordingTo: 'according_to',
  pronouns: 'he she they',
  articles: 'the',
  roles:
    'minister mayor president director coach spokesman spokeswoman spokesperson chairman teacher lawyer judge senator governor manager officer analyst author professor doctor actor singer player chief',
  titles:
    'mr mrs ms miss dr prof professor sir dame lord lady president minister prime finance foreign defence defense interior health justice education mayor senator sen rep gov governor chief executive officer secretary chancellor judge justice coach captain king queen prince princess pope sgt lt col gen general major sergeant detective inspector superintendent director chairman chairwoman spokesman spokeswoman spokesperson ambassador commissioner attorney rev father sister bishop deputy vice former co-founder founder tory labour conservative republican democrat liberal mp skipper winger striker midfielder defender goalkeeper model actor actress singer author novelist economist analyst teacher engineer lawyer farmer transportation -half -winner -based -maker -editor',
  others:
    'with without under over during between among since until against because although though despite amid the a an but and in on at it he she they we you i his her their its this that these those when while after before asked speaking there as for if from monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december officials police residents witnesses investors critics scientists researchers experts prosecutors authorities nobody someone everyone what who why how so then yet later one two three both many some our my no not opposition',
};

const de: SpeechTable = {
  verbs:
    'sagte sagt sagten erklärte erklärt betonte betont teilte fügte meinte meint schrieb schreibt berichtete berichtet warnte warnt kritisierte kritisiert forderte fordert klagte klagt versprach verspricht antwortete antwortet ergänzte ergänzt versicherte versichert kündigte behauptete erzählte erzählt lobte urteilte äußerte gesagt erklärt so kommentierte räumte mahnte mahnt beteuerte beklagte verteidigte zitierte bestätigte wiederholte wiederholt bekräftigte bekräftigt unterstrich führte resümierte bilanzierte freute schimpfte schimpft scherzte fasste stellte erinnerte erinnert widersprach widerspricht konterte kontert hob sprach entgegnete erwiderte',
  auxiliaries: 'hat habe hatte',
  accordingTo: 'laut nach_angaben_von nach_worten_von',
  pronouns: 'er sie',
  articles: 'der die',
  roles:
    'minister ministerin bürgermeister bürgermeisterin präsident präsidentin direktor direktorin trainer sprecher sprecherin richter richterin anwalt anwältin lehrer lehrerin kanzler kanzlerin chef chefin politiker politikerin',
  titles:
    'herr frau dr prof -minister -ministerin -meister -meisterin -präsident -präsidentin -direktor -direktorin -trainer -trainerin -sprecher -sprecherin -chef -chefin -kanzler -kanzlerin -forscher -forscherin -richter -richterin -anwalt -anwältin ingenieur ingenieurin bauer bäuerin torwart landwirt landwirtin nachbar nachbarin experte expertin ökonom ökonomin analyst analystin professor professorin lehrer lehrerin autor autorin senator senatorin abgeordnete abgeordneter könig papst bischof kommissar kommissarin generalsekretär generalsekretärin -politiker -politikerin -vorsitzende -vorsitzender -leiter -leiterin -führer -führerin -vorstand -beauftragte -beauftragter -sekretär -sekretärin -rat -rätin -amtschef landrat landrätin general oberst major kapitän stellvertreter stellvertreterin',
  others:
    'mit ohne unter über während seit bis wegen trotz gegen für zwischen der die das ein eine und aber im in am auf es er sie wir man ihr ihre sein seine dieser diese dieses nach vor bei mit gespräch sender montag dienstag mittwoch donnerstag freitag samstag sonntag zeitung polizei opposition reporter journalisten erklärung interview radio wer was wenn als so auch doch nun dann',
};

const fr: SpeechTable = {
  verbs:
    'dit rapporté rapporte déclaré déclare affirmé affirme ajouté ajoute expliqué explique souligné souligne estimé estime regretté regrette prévenu prévient averti avertit assuré assure écrit répondu répond raconté raconte insisté insiste indiqué indique précisé précise confié confie lancé lance réagi réagit reconnu reconnaît martelé promis promet rappelé rappelle dénoncé dénonce critiqué commenté commente poursuivi poursuit conclu conclut témoigne témoigné plaidé annoncé annonce admis répète répété pointe résume résumé défend défendu juge jugé tranche martèle inquiète interroge félicite réjouit souffle glisse admet nuance détaille détaillé renchérit enchaîne voit',
  auxiliaries: 'a ont avait s_est est',
  accordingTo: 'selon d_après pour',
  pronouns: 'il elle t-il t-elle',
  articles: 'le la l',
  roles:
    'ministre maire président présidente directeur directrice entraîneur avocat avocate juge porte-parole patron patronne professeur auteur chef',
  titles:
    'm mme mlle dr me pr finances intérieur économie défense santé éducation justice affaires étrangères travail transports culture état',
  others:
    'avec sans sous sur depuis pendant entre chez par contre malgré le la les un une l il elle on nous je ce cette ces son sa ses mais et en au aux dans pour selon interrogé interrogée interrogés après avant si quand lundi mardi mercredi jeudi vendredi samedi dimanche opposition comme lors',
};

const es: SpeechTable = {
  verbs:
    'dijo dice afirmó afirma añadió añade explicó explica señaló señala aseguró asegura declaró declara subrayó subraya lamentó lamenta advirtió advierte sostuvo sostiene escribió escribe respondió responde relató relata contó cuenta recordó recuerda prometió promete indicó indica manifestó insistió insiste reconoció reconoce comentó comenta criticó denunció denuncia anunció apuntó apunta concluyó agregó opinó opina confesó precisó destacó dicho afirmado admitió repite repitió defendió defiende matizó zanjó remarcó recalcó recalca detalló celebró exigió pidió expresó ironizó espetó exclamó expuso puntualizó criticó contestó',
  auxiliaries: 'ha han había',
  accordingTo: 'según de_acuerdo_con para',
  pronouns: 'él ella',
  articles: 'el la',
  roles:
    'ministro ministra alcalde alcaldesa presidente presidenta director directora entrenador entrenadora portavoz juez jueza abogado abogada profesor profesora técnico',
  titles: 'sr sra don doña dr dra estado hacienda interior defensa exteriores sanidad economía',
  others:
    'con sin sobre desde durante entre hasta contra por para el la los las un una lo en de se no su sus pero y según si cuando este esta tras lunes martes miércoles jueves viernes sábado domingo oposición como así',
};

const it: SpeechTable = {
  verbs:
    'detto dice dichiarato dichiara aggiunto aggiunge spiegato spiega affermato afferma sottolineato sottolinea commentato commenta lamenta lamentato replica replicato scritto scrive risposto risponde avverte avvertito assicura assicurato racconta raccontato sostiene conclude concluso precisa precisato ribadito ribadisce osserva disse promesso promette ammesso ammette annunciato denuncia ripete attacca attaccato difende riferito rivela confessa nota rimarca incalza',
  auxiliaries: 'ha hanno aveva',
  accordingTo: 'secondo per',
  pronouns: 'lui lei egli',
  articles: 'il la lo l',
  roles:
    'ministro ministra sindaco sindaca presidente direttore direttrice allenatore portavoce giudice avvocato avvocata premier',
  titles: 'sig dott dottor dottoressa signor signora on stato',
  others:
    'il la lo i gli le un una in ma e se non si secondo per quando questo questa lunedì martedì mercoledì giovedì venerdì sabato domenica',
};

const pt: SpeechTable = {
  verbs:
    'disse diz afirmou afirma acrescentou acrescenta explicou explica declarou declara lamentou lamenta respondeu responde escreveu escreve alertou alerta destacou destaca ressaltou garantiu garante contou conta completou completa avaliou avalia prometeu promete criticou comentou comenta anunciou reconheceu salientou sublinhou referiu admitiu defendeu defende lembrou lembra concluiu relatou repete reforçou apontou observou pontuou frisou detalhou reiterou concorda criticou',
  auxiliaries: 'tem havia',
  accordingTo: 'segundo de_acordo_com para conforme',
  pronouns: 'ele ela',
  articles: 'o a',
  roles:
    'ministro ministra prefeito prefeita presidente diretor diretora técnico treinador treinadora porta-voz juiz juíza advogado advogada professor professora',
  titles: 'sr sra dr dra dom dona estado',
  others:
    'com sem sobre desde durante entre até contra por o a os as um uma em na no mas e se não segundo quando este esta para segunda terça quarta quinta sexta sábado domingo',
};

const nl: SpeechTable = {
  verbs:
    'zei zegt verklaarde verklaart voegde vertelde vertelt schreef schrijft waarschuwde waarschuwt benadrukte benadrukt klaagt klaagde antwoordde antwoordt stelt stelde meldt meldde aldus laat liet vindt vond reageert reageerde beloofde belooft erkende erkent concludeerde gezegd vervolgde herhaalt vervolgt besluit betoogt lacht benadrukt concludeert',
  auxiliaries: 'heeft had',
  accordingTo: 'volgens aldus',
  pronouns: 'hij zij ze',
  articles: 'de het',
  roles:
    'minister burgemeester president directeur trainer coach woordvoerder rechter advocaat voorzitter premier',
  titles: 'mr dr prof dhr mevrouw meneer -minister econoom kamerlid wethouder koning hoogleraar analist',
  others:
    'met zonder onder over tijdens sinds tot tegen voor tussen de het een en maar in op er hij zij ze we ik dat dit deze die maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
};

const ru: SpeechTable = {
  verbs:
    'сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили добавил добавила отметил отметила подчеркнул подчеркнула пояснил пояснила рассказал рассказала говорит говорят считает написал написала возразил возразила пожаловался пожаловалась предупредил предупредила ответил ответила уточнил уточнила объяснил объяснила признал признала напомнил напомнила пообещал пообещала заверил заверила утверждает полагает цитирует повторил повторила резюмировал критикует призвал призвала вспоминает делится признается посетовал отреагировал отреагировала парировал',
  auxiliaries: '',
  accordingTo: 'по_словам по_мнению как_сообщил как_заявил',
  pronouns: 'он она',
  articles: '',
  roles: 'министр мэр президент директор тренер представитель губернатор депутат судья адвокат глава',
  titles: '',
  others:
    'с со без под над за до от для между в на но и а по мы я это эта этот если когда он она они как министр мэр президент понедельник вторник оппозиция при после',
};

/** Tables by BCP 47 primary tag. */
const speechTables: Readonly<Record<string, SpeechTable>> = { en, de, fr, es, it, pt, nl, ru };

/** A table, opened for looking up words in small letters. */
export interface SpeechWords {
  readonly verbs: ReadonlySet<string>;
  readonly auxiliaries: ReadonlySet<string>;
  readonly accordingTo: readonly string[];
  readonly pronouns: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  readonly titleEndings: readonly string[];
  readonly others: ReadonlySet<string>;
  readonly language: string;
}

/** Whether it is known how a language reports speech. */
export const hasSpeechWords = (language: string): boolean => Object.hasOwn(speechTables, language);

const opened = new Map<string, SpeechWords>();
const listOf = (words: string) => words.split(' ').filter((word) => word !== '');

/** The table of a language, opened once; English for languages without one. */
export function speechWordsOf(language: string): SpeechWords {
  const known = opened.get(language);
  if (known !== undefined) return known;
  const table = speechTables[language] ?? en;
  const titles = listOf(table.titles);
  const words: SpeechWords = {
    verbs: new Set(listOf(table.verbs)),
    auxiliaries: new Set(listOf(table.auxiliaries)),
    accordingTo: listOf(table.accordingTo).map((phrase) => phrase.replaceAll('_', ' ')),
    pronouns: new Set(listOf(table.pronouns)),
    articles: new Set(listOf(table.articles)),
    roles: new Set(listOf(table.roles)),
    titles: new Set([...titles.map((title) => title.replace(/^-/u, '')), ...listOf(table.roles)]),
    titleEndings: titles.filter((title) => title.startsWith('-')).map((title) => title.slice(1)),
    others: new Set([...listOf(table.others), ...listOf(table.accordingTo)]),
    language,
  };
  opened.set(language, words);
  return words;
}
