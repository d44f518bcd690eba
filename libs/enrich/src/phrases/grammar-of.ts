import type { Token } from './read-tokens.ts';

/** English words behind which a verb stands. */
const verbSigns = new Set([
  'to',
  'will',
  'would',
  'can',
  'could',
  'may',
  'might',
  'must',
  'should',
  'shall',
  'i',
  'you',
  'he',
  'she',
  'we',
  'they',
  'who',
  'not',
  "don't",
  "didn't",
]);

/** After one of these no verb stands: what is listed as a verb alone is a noun here. */
const nounSigns = new Set([
  'the',
  'a',
  'an',
  'this',
  'his',
  'her',
  'its',
  'their',
  'our',
  'my',
  'your',
  'of',
]);

/**
 * How a token stands in a phrase: as a head (`n`), beside one (`j`), as a word that links two (`l`: `de`, `van`,
 * `της`), or not at all (`-`).
 */
export type Role = 'n' | 'j' | 'l' | '-';

/** What a role may depend on beside the token. */
interface Neighbours {
  readonly before: Token | undefined;
  readonly after: Token | undefined;
  /** Behind that. */
  readonly next: Token | undefined;
  readonly roleBefore: Role;
}

/** People in the plural, by their word or by how trades end: what may be a verb behind them is one. */
const people =
  /^(?:people|children|women|men|kids|parents|students|patients|residents|.{3,40}(?:[eo]rs|ists|ians|ees))$/u;

/** Words behind which a noun follows and before which a verb stands, also with the word that goes with it. */
const behindVerb = new Set(
  'the a an his her its their our my your it them us him up down out off away'.split(' '),
);
const plural = /[^su]s$/u;

/**
 * Whether what may be a noun or a verb has an object or a particle, behind what does it and agrees with it:
 * `stores mark down`, `fire breaks out`.
 */
const isVerbOfSubject = (
  { word, isJoined, isFirst }: Token,
  { before, after, roleBefore }: Neighbours,
): boolean =>
  isJoined &&
  roleBefore === 'n' &&
  (isFirst || !word.isCapital) &&
  after?.isJoined === true &&
  behindVerb.has(after.word.key) &&
  before !== undefined &&
  plural.test(before.word.key) !== word.key.endsWith('s');

/** Participles that give a name to what stands before them. */
const naming = new Set('called named dubbed titled entitled nicknamed christened codenamed'.split(' '));

/** Whether what may be a noun or a verb stands behind the people who do it: `patients die`, `people pay`. */
const isDoneBy = ({ isJoined }: Token, before: Token | undefined, roleBefore: Role): boolean =>
  isJoined && roleBefore === 'n' && before !== undefined && people.test(before.word.key);

/**
 * Whether a form in -ing has an object and is no part of it: a name, or a noun with an adjective that no article
 * stands before (`including Galena`, `by reinforcing old roles`).
 */
function isDoing({ word, isJoined }: Token, { before, after, roleBefore }: Neighbours): boolean {
  if (!word.key.endsWith('ing') || word.isCapital || after?.isJoined !== true) return false;
  if (isJoined && (roleBefore === 'j' || nounSigns.has(before?.word.key ?? ''))) return false;
  return after.word.isCapital || (word.kind === 'g' && after.word.kind === 'j' && roleBefore === '-');
}

function roleInEnglish(token: Token, neighbours: Neighbours): Role {
  const { before, roleBefore } = neighbours;
  const { word, isFirst, isJoined } = token;
  if (word.isCapital && !isFirst) return 'n';
  const { kind } = word;
  if (word.key === 'cent' && before?.word.key === 'per') return '-';
  if ((kind === 'b' || kind === 'g') && isDoneBy(token, before, roleBefore)) return '-';
  if (kind === 'b' && isVerbOfSubject(token, neighbours)) return '-';
  if (isDoing(token, neighbours) || naming.has(word.key)) return '-';
  if (kind === 'n') return 'n';
  if (kind === 'b') return before !== undefined && verbSigns.has(before.word.key) ? '-' : 'n';
  if (kind === 'j') return 'j';
  // After a noun a participle is the verb of the sentence; before one it belongs to the phrase.
  if (kind === 'd') return isJoined && roleBefore === 'n' ? '-' : 'j';
  if (kind === 'v' && before !== undefined && nounSigns.has(before.word.key)) return 'n';
  return kind === 'g' ? 'j' : '-';
}

/** How German bends an adjective. */
const bent = /(?:e|em|en|er|es)$/u;

/** German nouns have capitals; what has none is an adjective where a noun follows it, else a verb or an adverb. */
function roleInGerman({ word, isFirst }: Token, { after }: Neighbours): Role {
  const leads =
    after?.isJoined === true && after.word.isCapital && after.word.isMatter && bent.test(word.key);
  if (word.isCapital && !(isFirst && leads)) return 'n';
  return leads ? 'j' : '-';
}

/** French words that lean on a verb: `n'`, `s'`, `j'`. */
const verbalLead = /^[jmnst]['’]$/iu;

/**
 * As its ending and the word before it tell: behind an article there is no verb, behind a pronoun nothing else;
 * within a sentence a capital makes a name of any word.
 */
function roleByEnding(
  { word, isFirst, isJoined, lead }: Token,
  { before, roleBefore }: Neighbours,
  { nounSigns, verbSigns: signs, nounEnding, infinitive, finite }: Grammar,
): Role {
  if (word.isCapital && !isFirst) return 'n';
  if (finite?.test(word.key) === true) return '-';
  if ((roleBefore === 'l' || lead !== '') && infinitive?.(word.key) === true) return '-';
  const sign = isJoined ? (before?.word.key ?? '') : '';
  if (signs?.has(sign) === true || (lead !== '' && verbalLead.test(lead))) return '-';
  const { kind } = word;
  if (kind === undefined || kind === 'n') return 'n';
  if (kind === 'j') return 'j';
  if (nounSigns?.has(sign) !== true || nounEnding?.test(word.key) === false) return '-';
  return kind === 'v' ? 'n' : 'j';
}

/** Endings of a verb that are read as words of their own; `など`, `たち`, `まで` are none. */
const verbEnding = /^(?:て(?!き)|た(?!ち|め)|ま(?!で)|ら|れ|ない|なか|ず|っ)/u;
/** Behind one of these forms of `する`, and of `な` that no noun is bent by, what stands before is no noun. */
const doing = /^(?:し(?!か|ょ|ゃ|ん)|する|すれ|さ[れせ]|でき(?!事))/u;
/** The sign of an ending behind the stem of a verb: `む` of `組む`; no particle. */
const okurigana = /^(?:[むみめんりるれうえいきくけすせちつてたぶべびっ]$|ん[でだ]|っ[てた])/u;
const beginsInHiragana = /^\p{Script=Hiragana}/u;
const endsInHiragana = /\p{Script=Hiragana}$/u;

/** The key of a token that nothing parts from the one before it. */
const tightKey = (token: Token | undefined): string => (token?.isTight === true ? token.word.key : '');

/** Japanese writes the endings of verbs and adjectives in hiragana, those of nouns hardly ever. */
function roleInJapanese(token: Token, neighbours: Neighbours): Role {
  const { key, kind, isSign } = token.word;
  if (kind === 'v') return '-';
  const behind = tightKey(neighbours.after);
  if (doing.test(behind) && !isSign) return '-';
  if (kind === 'n') return 'n';
  if (isSign) return okurigana.test(behind) ? '-' : 'j';
  if (verbEnding.test(behind)) return '-';
  // `高い` before a noun describes it, `違い` before a particle is one.
  if (key.endsWith('い') && behind !== '' && !beginsInHiragana.test(behind)) return '-';
  // The first part of a verb of two: `取り` of `取り組む`.
  const isStem = neighbours.after?.word.isSign === true && okurigana.test(tightKey(neighbours.next));
  return isStem && endsInHiragana.test(key) ? '-' : 'n';
}

/** How a language builds noun phrases. */
export interface Grammar {
  readonly roleOf: (token: Token, neighbours: Neighbours, grammar: Grammar) => Role;
  /** An adjective may stand behind its noun, and so at the end of a phrase. */
  readonly adjectivesFollow?: boolean;
  /** A lone sign is the end of a word (`省` of `総務省`), and at a beginning the end of one that is cut. */
  readonly signsFollow?: boolean;
  /** Words that end others: directly behind something, none begins a phrase. */
  readonly notFirst?: ReadonlySet<string>;
  /** Signs that make a time or a list of what they follow. */
  readonly notLast?: ReadonlySet<string>;
  /** An office is written behind the name of who has it, as one with it. */
  readonly officesFollow?: boolean;
  /** None does: one behind a noun begins something new. */
  readonly adjectivesLead?: boolean;
  /** Endings of participles: a phrase that begins with one, behind no article, is a verb's. */
  readonly participle?: RegExp;
  /** Verbs that could be nouns, behind a bare link. */
  readonly infinitive?: (word: string) => boolean;
  /** Endings that no noun has: they close a sentence. */
  readonly finite?: RegExp;
  /** A noun that ends so directly behind a name says what becomes of it, and begins something new. */
  readonly predicate?: RegExp;
  /** Words that link the parts of a name or a term, and articles that may stand behind these. */
  readonly links?: ReadonlySet<string>;
  readonly articles?: ReadonlySet<string>;
  /** Words that end the name of a body; where they are told, a link is one in front of such a word alone. */
  readonly heads?: ReadonlySet<string>;
  /** Function words that begin a name where they have a capital within a sentence. */
  readonly leads?: ReadonlySet<string>;
  /** Words that stand before nouns alone, where a language has them. */
  readonly determiners?: ReadonlySet<string>;
  /** Those of them that are no pronouns as well: behind one no verb stands, whatever the ending of the word tells. */
  readonly nounSigns?: ReadonlySet<string>;
  /** How those of such words end that are nouns; all of them where this is not told. */
  readonly nounEnding?: RegExp;
  /** Behind one of these a verb stands: subjects, `ne`, `se`, `θα`. */
  readonly verbSigns?: ReadonlySet<string>;
}

/** French nouns that end as verbs do. */
const nounsInIr = new Set(
  'avenir souvenir plaisir désir loisir soupir cuir tir émir vizir saphir élixir menhir repentir déplaisir'.split(
    ' ',
  ),
);
const frenchInfinitive = (word: string): boolean =>
  /(?:[^o]ir|[prtvf]endre|mettre)$/u.test(word) && !nounsInIr.has(word);

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const germanic: Grammar = { roleOf: roleByEnding, adjectivesLead: true };
const norwegian: Grammar = { ...germanic, verbSigns: wordsOf('å') };
const romance: Grammar = { roleOf: roleByEnding, adjectivesFollow: true };
const other: Grammar = { roleOf: roleByEnding };
const grammars: Readonly<Partial<Record<string, Grammar>>> = {
  en: {
    roleOf: roleInEnglish,
    adjectivesLead: true,
    leads: wordsOf(
      'new old first second third last next best great greater big long high young small little free open all one two three four five six seven eight nine ten la le el los las les',
    ),
  },
  de: { roleOf: roleInGerman, adjectivesLead: true },
  nl: {
    ...germanic,
    leads: wordsOf('de den het'),
    links: wordsOf('van'),
    articles: wordsOf('de het'),
    determiners: wordsOf('de het een zijn haar hun deze dit die'),
    nounSigns: wordsOf('een deze'),
    verbSigns: wordsOf('te'),
  },
  no: norwegian,
  nb: norwegian,
  nn: norwegian,
  sv: germanic,
  da: germanic,
  fr: {
    ...romance,
    participle: /(?:[^t]é|[^aeoq]u)e?s?$/u,
    infinitive: frenchInfinitive,
    leads: wordsOf('le la les'),
    links: wordsOf('de du des'),
    articles: wordsOf('la'),
    determiners: wordsOf('le la les un une des du au aux ce cet cette ces son sa ses leur leurs'),
    nounSigns: wordsOf(
      'un une des du au aux ce cet cette ces son sa ses leurs mon ma mes notre nos votre vos',
    ),
    verbSigns: wordsOf('je tu il elle on nous vous ils elles ne se me te qui'),
  },
  es: {
    ...romance,
    participle: /[ai]d[oa]s?$/u,
    leads: wordsOf('el la los las'),
    links: wordsOf('de del'),
    articles: wordsOf('la las los el'),
    determiners: wordsOf('el la los las un una unos unas del al este esta estos estas su sus'),
    nounSigns: wordsOf('un una unos unas del al este estos su sus'),
    verbSigns: wordsOf('se me te nos yo ellos ellas'),
  },
  pt: {
    ...romance,
    participle: /[ai]d[oa]s?$/u,
    leads: wordsOf('são o a os as'),
    links: wordsOf('de do da dos das'),
    determiners: wordsOf(
      'o a os as um uma uns umas do da dos das no na nos nas ao à aos às pelo pela pelos pelas este esta seu sua',
    ),
    nounSigns: wordsOf(
      'um uma uns umas do da dos das ao à aos às pelo pela pelos pelas este seu sua seus suas',
    ),
    verbSigns: wordsOf('se me te eu ele ela eles elas'),
  },
  it: {
    ...romance,
    participle: /[aiu]t[oaie]$/u,
    leads: wordsOf('il lo la i gli le'),
    links: wordsOf('di del dello della dei degli delle'),
    determiners: wordsOf(
      'il lo la i gli le un uno una del dello della dei degli delle al allo alla ai agli alle nel nello nella nei negli nelle sul sullo sulla sui sugli sulle dal dallo dalla dai dagli dalle',
    ),
    nounSigns: wordsOf(
      'il i un uno una del dello della dei degli delle al allo alla ai agli alle nel nello nella nei negli nelle sul sullo sulla sui sugli sulle dal dallo dalla dai dagli dalle',
    ),
    verbSigns: wordsOf('si mi ti io'),
  },
  ca: {
    ...romance,
    leads: wordsOf('el la els les'),
    links: wordsOf('de del dels'),
    articles: wordsOf('la les'),
    determiners: wordsOf('el la els les un una uns unes del dels al als'),
    nounSigns: wordsOf('un una uns unes del dels al als'),
    verbSigns: wordsOf('es se em et'),
  },
  hi: {
    ...other,
    links: wordsOf('एवं और तथा व'),
    heads: wordsOf(
      'संस्थान मंत्रालय विभाग आयोग परिषद समिति निगम बोर्ड विश्वविद्यालय प्राधिकरण संगठन केंद्र निदेशालय अकादमी महाविद्यालय सेवा मिशन अधिनियम विधेयक योजना ब्यूरो',
    ),
  },
  ro: romance,
  // Verbs of going in the past, which no ending of the tables tells: `сошли`, `произошел`, `weszła`.
  pl: { ...romance, predicate: /(?<!syst|probl|embl|tand|har|kr)em$/u, finite: /sz(?:edł|ł[aoy]|li)$/u },
  ru: {
    ...other,
    predicate: /^.{3,}(?:[рнтклв]ом|телем)$/u,
    finite: /^(?!дышло$).*(?:ш[её]л|шл[аои])$/u,
  },
  zh: { ...romance, notFirst: wordsOf('性 型 度 化 式 率 者 界 级 級 量 们 們 员 員 底止 底') },
  ko: { ...other, finite: /(?:니다|니까|[가-힣][었았했였됐겠]다|[었았했였됐]던)$/u },
  ja: {
    ...romance,
    roleOf: roleInJapanese,
    signsFollow: true,
    officesFollow: true,
    notLast: wordsOf('前 後 中 時 頃 等 毎'),
  },
  el: {
    roleOf: roleByEnding,
    links: wordsOf('του της των'),
    determiners: wordsOf(
      'ο η το οι τα του της των τον την τους τις στο στη στην στον στους στις στα ένας μια μία ένα',
    ),
    // The other articles are pronouns, too.
    nounSigns: wordsOf('οι τις στις'),
    nounEnding: /(?:εις|είς)$/u,
    verbSigns: wordsOf('θα να δεν δε μην ας'),
  },
};

/** The grammar of a language; for one that is not known, of runs between stop words. */
export const grammarOf = (language: string): Grammar => grammars[language] ?? other;
