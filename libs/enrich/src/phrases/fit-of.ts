import { isCommonWord } from '../entities/is-common-word.ts';
import { isBareOffice } from './bare-offices.ts';
import { grammarOf } from './grammar-of.ts';
import { isDescribing, tellingOf } from './judged-words.ts';
import { listedClass } from './lexicon.ts';
import type { Word } from './read-words.ts';
import type { Token } from './read-tokens.ts';
import { obliqueOf } from './russian-cases.ts';
import { commonAcronyms } from './common-acronyms.ts';
import { commonness, isListedCommon } from './word-rarity.ts';

/** A phrase with how it stands in its text. */
export interface Standing {
  readonly words: readonly Token[];
  readonly frequency: number;
  /** Most of its places end with a name. */
  readonly isName: boolean;
  readonly inTitle: boolean;
  /** Something that stands before nouns alone does so at one of its places, or the language has nothing such. */
  readonly isDetermined: boolean;
  /** At all of its places a longer name has it. */
  readonly isInner: boolean;
  /** The text has its words in small letters, too. */
  readonly isSmall: boolean;
}

/** What phrases are measured by. */
export interface Fitness {
  /** BCP 47 primary tag. */
  readonly language: string;
  /** How much the text is news, 0 to 1; reports of science keep words that news would not. */
  readonly news: number;
}

/** Nouns are written with a capital, so that one is no sign of a name. */
export const nounsAreCapital = new Set(['de', 'lb']);
/**
 * Whether a phrase can stand for a text: as well as any, behind the first ones, among the first ones where there are
 * not enough, only where there is next to nothing else, or not.
 */
export type Fit = 'good' | 'weak' | 'faint' | 'spare' | 'none';

/** A lone word more common than this tells little, and nothing. */
const rareEnough = 0.3;
const mostCommon = 0.5;
/** The same in news in English, whose ranks are known. */
const mostCommonInEnglish = 0.44;
/** One that the title has and that is this rare is as good as a name. */
const rare = 0.19;
/**
 * Of the lone nouns of English news that are more common, or come once and not in the title, two of three are silly.
 */
const told = { common: 0.34, times: 2 } as const;
/** What comes so often is a term or a name whatever its words are: `paid leave`. */
const oftenEnough = 3;
/** In a language without ranks, one that the title has may be this common. */
const notCommon = 0.46;
/** Share of names, of those that news has, below which a text is no news: science is about such words. */
const mostlyNews = 0.4;
/** The same from which a text is news and nothing else. */
export const surelyNews = 0.5;
/** Words of a nation, which are no names of anything: `Belgian`, `Chinese`, `Irish`. */
const nation = /^\p{Lu}\p{Ll}+(?:ian|ean|ese|ish)$/u;
/** A word of two signs in a script whose words are not parted is as often a verb. */
const shortRun = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]{1,2}$/u;

/**
 * Scripts that part no words, of which no words are known here: what looks like a phrase is any piece of a sentence.
 */
const unread = /[\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Lao}\p{Script=Tibetan}]/u;

/** What is left of addresses and of character references that somebody wrote twice: `&amp;quot;`. */
const remnants: ReadonlySet<string> = new Set(['http', 'https', 'www', 'quot', 'nbsp', 'apos']);

const unparted = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Within a phrase that comes once, a plural that may be a verb is the verb of a headline: `Agency fines carrier`. */
const isVerbOfTitle = ({ key, kind }: Word): boolean => kind === 'b' && key.endsWith('s');

/** Whether a participle stands before a name, as the verb of a clause does: `led Nordline`. */
const isDoneTo = ([first, second]: Standing['words']): boolean =>
  first?.word.kind === 'd' && !first.word.isCapital && second?.word.isCapital === true;

/** Capitals alone, of more letters than an acronym has: a word of a heading. */
const heading = /^[\p{Lu}\p{M}]{9,}$/u;
/** Two letters with points, short for a state, an office or an hour: `S.C.`, `P.M.`; `U.N.` is a name. */
const twoLetters = /^(?!U\.)\p{Lu}\.\p{Lu}\.?$/u;
/** Letters with points between are told without the last: `Δ.Σ`. */
const points = /\./gu;

/** What is no capital with small letters behind: an acronym, a name with a capital within, a word with a hyphen. */
function fitOfSign({ words, frequency, inTitle }: Standing, { language, news }: Fitness): Fit {
  const word = words[0]?.word;
  if (word === undefined || twoLetters.test(word.text)) return 'none';
  // Science is full of them.
  if (language === 'en' && news < mostlyNews) return 'good';
  const { key, kind, text } = word;
  const isTwice = frequency > 1 || inTitle;
  if (commonAcronyms.has(text.replace(points, ''))) return 'none';
  if (key.includes('-')) {
    // `Luxembourg-based`, `XV-wiecznym`, `Тираспольско-Дубоссарской`: said of something that is not told.
    if (kind === 'j' || kind === 'd' || kind === 'g' || kind === 'v') return 'none';
    const last = key.slice(key.lastIndexOf('-') + 1);
    const isSmall = text.endsWith(last);
    if (isSmall && (!isTwice || commonness(last, language) > mostCommonInEnglish)) return 'none';
  }
  if (heading.test(text)) return isTwice && !isListedCommon(key, language) ? 'good' : 'none';
  return language === 'en' || isTwice ? 'good' : 'weak';
}

function fitOfName(phrase: Standing, fitness: Fitness): Fit {
  const { language } = fitness;
  const { words, frequency } = phrase;
  const word = words[0]?.word;
  if (word === undefined) return 'none';
  if (!word.isNameLike) return fitOfSign(phrase, fitness);
  // A name that is bent like an adjective is that of something which is not told: `Епархиального`.
  if (language !== 'en') return frequency > 1 && word.kind !== 'j' ? 'good' : 'none';
  // What comes again and again is a name that is called like a word: the Olympics.
  const telling = isCommonWord(word.text) ? tellingOf(word) : undefined;
  if (
    (telling === 'nothing' && frequency < oftenEnough) ||
    nation.test(word.text) ||
    listedClass(word.key) === 'j'
  )
    return 'none';
  const common = commonness(word.key, language);
  return common > mostCommonInEnglish ? 'none' : common > rareEnough || telling === 'some' ? 'weak' : 'good';
}

/** A lone English noun that is no name: what it tells counts, and how often it stands where. */
function fitOfEnglishNoun({ words, frequency, inTitle }: Standing, news: number): Fit {
  const word = words[0]?.word;
  const telling = word === undefined ? 'nothing' : tellingOf(word);
  if (word === undefined || telling === 'nothing') return 'none';
  const common = commonness(word.key, 'en');
  const isTold = frequency > 1;
  if (news < mostlyNews && (isTold || common <= rareEnough)) return 'good';
  if (common > mostCommonInEnglish) return 'none';
  if (news < mostlyNews) return 'weak';
  if (isTold && inTitle && common <= rare) return 'good';
  if (telling === 'some') return isTold && inTitle ? 'weak' : 'spare';
  return common < told.common && (inTitle || frequency >= told.times) ? 'weak' : 'spare';
}

function fitOfOne(phrase: Standing, { language, news }: Fitness): Fit {
  const { words, frequency, isName, inTitle, isSmall, isDetermined } = phrase;
  const word = words[0]?.word;
  if (word === undefined || word.isUnit) return 'none';
  if (word.isGeneral && (isSmall || !isName || nounsAreCapital.has(language))) return 'none';
  if (isName && !isSmall && !nounsAreCapital.has(language)) return fitOfName(phrase, { language, news });
  if (language === 'en') return fitOfEnglishNoun(phrase, news);
  const common = commonness(word.key, language);
  if (common > mostCommon) return 'none';
  const isTold = frequency > (shortRun.test(word.key) ? 2 : 1);
  if (!isDetermined && (isSmall || !word.isCapital)) return 'none';
  if (isTold && inTitle && common <= notCommon) return 'good';
  return isTold && (inTitle || frequency > 2) ? 'weak' : 'none';
}

/** Whether a phrase begins with a participle and never stands behind an article: `encontrado morto`. */
function isOfVerb({ words, isDetermined }: Standing, language: string): boolean {
  const word = words[0]?.word;
  if (word === undefined || word.isCapital || isDetermined) return false;
  return grammarOf(language).participle?.test(word.key) === true;
}

/** A lone sign that makes the name of a body of the words before it: `国家海洋局`; others make a role or a part of one. */
const bodySign = /^[局院会會社厅廳庁省党黨軍军署府校館馆团團団隊队行市県縣州]$/u;

/**
 * Whether several words say no more than a lone common one: none of them is rarer than the commonest of its language.
 * `δημόσια συζήτηση`, `分析人士`.
 */
const isOfCommonWords = ({ words }: Standing, language: string): boolean =>
  words.every(
    ({ word }) =>
      word.isGeneral ||
      word.isUnit ||
      !word.isMatter ||
      (word.isSign ? !bodySign.test(word.key) : word.kind === 'j') ||
      isListedCommon(word.key, language),
  );

/** Whether adjectives and participles stand before a noun that fits any text: `foreign companies`. */
function isVague({ words }: Standing): boolean {
  const last = words.at(-1)?.word;
  return (
    last !== undefined &&
    !last.isCapital &&
    tellingOf(last) === 'nothing' &&
    words.slice(0, -1).every(({ word: { kind, isCapital } }) => !isCapital && /^[jdg]$/u.test(kind ?? 'j'))
  );
}

/** Whether a phrase begins with a judgement, which is the writer's: `timeless quotes`, `announced plans`. */
const isJudgement = ({ words }: Standing): boolean =>
  words[0]?.word.isCapital === false && isDescribing(words[0].word);

/** Whether a word is said twice, as Japanese and Chinese make adverbs: `ワクワク`, `一日一日`. */
function isTwofold({ words, isName }: Standing): boolean {
  const [first, second] = words;
  if (first === undefined || isName || first.word.isCapital || words.length > 2) return false;
  if (second !== undefined) return first.word.key === second.word.key;
  const { key } = first.word;
  const half = key.length / 2;
  return half >= 2 && unparted.test(key) && key.slice(0, half) === key.slice(half);
}

/**
 * How well a phrase could stand for a text: no lone word that is common, counts something or names a nation;
 * where no classes of words are known, several words are a term when they come together again, or are all
 * written as names.
 */
export function fitOf(phrase: Standing, fitness: Fitness): Fit {
  const { words, frequency } = phrase;
  if (phrase.isInner && phrase.isName && !nounsAreCapital.has(fitness.language)) return 'none';
  if (words.some(({ word }) => unread.test(word.key) || remnants.has(word.key))) return 'none';
  if (isOfVerb(phrase, fitness.language) || isTwofold(phrase)) return 'none';
  if (obliqueOf(fitness.language)?.(words) === true) return 'none';
  if (isBareOffice(words, fitness.language)) return 'none';
  if (words.length === 1) return fitOfOne(phrase, fitness);
  if (words[0]?.word.isUnit === true || words.at(-1)?.word.isUnit === true) return 'none';
  if (words.every(({ word }) => word.isGeneral || !word.isMatter || word.kind === 'j')) return 'none';
  const isNamed = phrase.isName && !nounsAreCapital.has(fitness.language);
  if (fitness.language !== 'en' && !isNamed && isOfCommonWords(phrase, fitness.language))
    return phrase.inTitle && frequency > 1 ? 'good' : 'none';
  const isNews = fitness.news >= mostlyNews;
  if (fitness.language === 'en' && frequency < oftenEnough && !(phrase.inTitle && frequency > 1)) {
    if (isJudgement(phrase)) return phrase.inTitle || frequency > 1 ? 'weak' : 'none';
    if (isVague(phrase)) return isNews && frequency === 1 && !phrase.inTitle ? 'none' : 'weak';
  }
  if (frequency > 1) return 'good';
  if (fitness.language === 'en') {
    if (words.slice(0, -1).some(({ word }) => isVerbOfTitle(word)) || isDoneTo(words)) return 'none';
    return fitness.news >= surelyNews && !phrase.inTitle ? 'faint' : 'good';
  }
  if (nounsAreCapital.has(fitness.language)) return 'none';
  return words.every(({ word, isFirst }) => !word.isMatter || (word.isCapital && !isFirst)) ? 'weak' : 'none';
}
