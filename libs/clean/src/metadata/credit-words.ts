/**
 * How one language credits a writer. All are pieces of regular expressions without groups that count, read
 * without regard to case.
 */
interface CreditWords {
  /** In front of a name: "by". */
  readonly by?: readonly string[];
  /** What was done, or made, before "by": "written", "article". */
  readonly done?: readonly string[];
  /** Who writes: alone, or before a colon. */
  readonly writer?: readonly string[];
  /** Several of them: before a colon. Alone they head a list of people. */
  readonly writers?: readonly string[];
  /** What was written, and who is in charge of it: credits before a colon. */
  readonly piece?: readonly string[];
  /** Before a colon or a slash, in scripts without spaces. */
  readonly marked?: readonly string[];
  /** Before a name without any sign, in scripts without spaces. */
  readonly glued?: readonly string[];
  /** Behind a name, its profession. */
  readonly behind?: readonly string[];
  /** What a reporter is called, alone behind a name. */
  readonly job?: readonly string[];
  /** Between two names. */
  readonly and?: readonly string[];
  /** Before a date, never a name: "updated". */
  readonly stamp?: readonly string[];
}

/** The one place that knows how papers say "by". Words of several languages stand in the first that has them. */
// biome-ignore format: a table, read by its rows
const languages: Readonly<Record<string, CreditWords>> = {
  en: {
    by: ['by'],
    done: [
      '(?:this (?:post|article|story|guide) (?:was|is) )?(?:written|reported|posted|published|authored|researched|compiled|contributed|submitted|created|told|story|stories|words|text|article|report|analysis|review|opinion|column|interview|commentary|guest post)',
    ],
    writer: ['(?:guest )?author', 'guest writer', 'reporter'],
    writers: ['author(?:\\(s\\)|s)', 'guest (?:authors|writers)'],
    piece: ['interview', 'story', 'words'],
    job: ['(?:staff |senior |special )?(?:reporter|correspondent|writer)'],
    and: ['and', 'with'],
    stamp: ['(?:last )?(?:updated|modified|published|posted)'],
  },
  de: {
    by: ['von'],
    done: [
      '(?:(?:ein|eine) )?(?:artikel|beitrag|bericht|kommentar|gastbeitrag|gastkommentar|kolumne|analyse|reportage|interview|essay|rezension|glosse|porträt|text|verfasst|geschrieben|veröffentlicht|gespeichert|erstellt|eingestellt)',
    ],
    writer: ['autor(?:in|:in|\\*in|a|ka)?', 'journalist(?:e|in)?', 'verfasser(?:in)?'],
    writers: ['autor(?:en|innen|es|i|zy|ji|ii)', 'journalisten'],
    piece: ['texte?s?(?: (?:und|&|\\+|et|och|og) (?:fotos?|bild(?:er)?|photos?|foto))?', 'redaktion', 'protokoll', 'bericht'],
    job: ['(?:korrespondent|reporter|redakteur)(?:in)?'],
    and: ['und', 'mit'],
    stamp: ['(?:zuletzt )?(?:aktualisiert|geändert|veröffentlicht)', 'stand'],
  },
  fr: {
    by: ['par'],
    done: ['(?:écrit|rédigé|publié|posté|texte|article|propos recueillis|recueilli|un article)'],
    writer: ['auteure?'],
    writers: ['auteure?s'],
    piece: ['rédaction'],
    job: ['journaliste', 'correspondante?', 'envoyée? spéciale?'],
    and: ['et', 'avec'],
    stamp: ['mise? à jour', 'publiée?', 'modifiée?'],
  },
  es: {
    by: ['por'],
    done: ['(?:escrito|publicado|redactado|texto|artículo|elaborado|escrita|publicada|postado|matéria)'],
    piece: ['texto(?: [ye] fotos?)?', 'redacción'],
    job: ['corresponsal', 'periodista', 'enviad[oa] especial', 'redactora?'],
    and: ['y', 'e', 'con'],
    stamp: ['actualizad[oa]', 'atualizad[oa]', 'publicad[oa]'],
  },
  it: {
    by: ['a cura di', 'dal(?:la)? nostr[oa] (?:inviat|corrispondent)[oae]', 'di', 'da'],
    done: ['(?:scritto|pubblicato|articolo)'],
    writer: ['autore', 'autrice'],
    piece: ['testo', 'redazione'],
    job: ['giornalista', 'inviat[oa]', 'corrispondente'],
    stamp: ['aggiornat[oa]', 'pubblicat[oa]', '(?:ultimo )?aggiornamento'],
  },
  pt: { by: ['(?:reportagem|texto|edição) d[eao]'], piece: ['reportagem'], job: ['repórter', 'jornalista', 'correspondente'], and: ['com'] },
  nl: {
    by: ['door'],
    done: ['(?:geschreven|geplaatst|gepubliceerd)'],
    writer: ['schrijver'],
    piece: ['redactie'],
    job: ['verslaggever', 'redacteur', 'correspondent'],
    and: ['en'],
    stamp: ['bijgewerkt', 'gepubliceerd'],
  },
  // Danish, Norwegian and Swedish.
  nordic: {
    by: ['af', 'av'],
    done: ['(?:skrevet|skriven|publisert|publicerad|udgivet|oprettet)'],
    writer: ['författare', 'forfatter', 'skribent'],
    piece: ['tekst'],
    job: ['journalist', 'reporter', 'korrespondent'],
    and: ['og', 'och'],
    stamp: ['uppdaterad', 'publicerad', 'oppdatert', 'publisert', 'opdateret'],
  },
  fi: { writer: ['kirjoittaja'], piece: ['teksti'], job: ['toimittaja'], and: ['ja'] },
  lv: { writer: ['autors'], piece: ['teksts'] },
  lt: { writer: ['autorius', 'autorė'], piece: ['tekstas'], and: ['ir'] },
  ro: { by: ['scris de'], job: ['jurnalistă?', 'corespondentă?', 'reporteră?'], and: ['și', 'şi'] },
  pl: { by: ['przez', 'napisała?'], done: ['(?:opublikowane|napisane)'], piece: ['redakcja'], job: ['dziennikarz', 'dziennikarka', 'korespondentk?a?'], and: ['i'],
    stamp: ['(?:ostatnia )?aktualizacja', 'zaktualizowano', 'opublikowano', 'publikacja'] },
  // Czech and Slovak.
  cs: { by: ['napsala?', 'napísala?', 'připravila?', 'pripravila?'], piece: ['redakce'], job: ['redaktork?a?', 'novinářk?a?', 'zpravodajk?a?'] },
  // Slovene, Croatian, Bosnian, Serbian, Macedonian and Bulgarian.
  south: { by: ['piše', 'пише', 'napisa(?:o|la)', 'написа(?:о|ла)'], writer: ['avtor(?:ica)?', 'piše', 'пише', 'авторка'],
    stamp: ['ažurirano', 'објављено', 'objavljeno'] },
  uk: { by: ['написав'], job: ['журналістк?а?', 'кореспондентк?а?'], and: ['та', 'і', 'й'], stamp: ['оновлено', 'опубліковано'] },
  hu: { writer: ['szerző', 'írta'], job: ['újságíró', 'tudósító'] },
  tr: { writer: ['yazan', 'yazar'], piece: ['haber'], job: ['muhabir', 'gazeteci'], and: ['ve'],
    stamp: ['(?:son )?güncell?e(?:me|nme|ndi)', 'yayınlan(?:ma|dı)', 'yayın(?: tarihi)?'] },
  id: { by: ['oleh', 'ditulis oleh'], writer: ['penulis'] },
  vi: { by: ['bởi'], writer: ['tác giả'] },
  ru: { writer: ['автор(?: (?:статьи|текста|материала|публикации))?', 'написано(?: автором)?'],
    writers: ['автор(?:ы|и)'], piece: ['текст'], job: ['журналистк?а?', 'корреспондент', 'обозреватель'], and: ['и'],
    stamp: ['обновлен[оа]?', 'обновлён', 'опубликован[оа]?', 'изменено'] },
  el: { by: ['γράφει (?:ο|η)', 'του', 'της'], writer: ['συντάκτης', 'συγγραφέας'], job: ['δημοσιογράφος', 'ανταποκρ(?:ιτής|ίτρια)'], and: ['και'] },
  ar: {
    by: ['مِن', 'إعداد', 'بقلم', 'كتبت?', 'أعدّ?ه?ا?'],
    writer: ['الكاتب', 'المحرر'],
    piece: ['تقرير'],
    job: ['صحفية?', 'مراسلة?'],
    and: ['و'],
    stamp: ['(?:آخر )?تحديث', 'نشر(?: في)?', 'تاريخ النشر'],
  },
  fa: { by: ['نوشته'], writer: ['نویسنده'] },
  he: { by: ['מאת'] },
  hi: { by: ['द्वारा'], writer: ['लेखक', 'लेखिका'], job: ['संवाददाता', 'पत्रकार', 'ब्यूरो'], and: ['और'] },
  bn: { writer: ['লেখক', 'লিখেছেন', 'প্রতিবেদক'], and: ['ও', 'এবং'] },
  // Not the Urdu word that is "from" in Persian.
  ur: { by: ['تحریر'], writer: ['مصنف'], and: ['اور'] },
  th: { by: ['โดย'], job: ['ผู้สื่อข่าว', 'นักข่าว'] },
  // Chinese and Japanese.
  han: {
    marked: ['作者', '(?:文章|本文|原文)作者', '著者', 'ライター', '執筆者', '编译', '編譯', '采写', '採訪', '记者', '記者', '撰文', '撰稿', '執筆', '取材', '文責', '編輯', '编辑', '责编', '責編', '责任编辑', '文'],
    glued: ['作者', '记者', '記者', '撰文', '執筆者'],
    behind: ['记者', '記者'],
    stamp: ['更新(?:时间|日時)?', '发布(?:时间)?', '最終更新'],
  },
  ko: { by: ['글', '글·사진', '취재'], marked: ['글', '기자', '작성자', '글쓴이'], behind: ['기자', '특파원', '논설위원', '칼럼니스트'], stamp: ['수정', '입력', '등록'] },
};

const all = (list: readonly string[]): string => `(?:${list.join('|')})`;
const wordsOf = (kind: keyof CreditWords): readonly string[] =>
  Object.values(languages).flatMap((language) => language[kind] ?? []);

/** "written by", "geschrieben von": what was done, by each word for "by" of the language. */
const doneBy = Object.values(languages).flatMap(({ by = [], done = [] }) =>
  done.map((words) => `${words} ${all(by)}`),
);

/** Each a piece of a regular expression, to be read with the flags `iu`. */
export const creditWords = {
  /** In front of a name, parted by space or colon. */
  by: all([...doneBy, ...wordsOf('by')]),
  writer: all(wordsOf('writer')),
  /** In front of a name, parted by a colon. */
  beforeColon: all([...wordsOf('writer'), ...wordsOf('writers'), ...wordsOf('piece')]),
  marked: all(wordsOf('marked')),
  glued: all(wordsOf('glued')),
  behind: all(wordsOf('behind')),
  job: all(wordsOf('job')),
  and: all(wordsOf('and')),
  stamp: all(wordsOf('stamp')),
} as const;
