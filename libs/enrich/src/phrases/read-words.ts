import { characterKind, codeAt, kindsOf } from '@newsmill/text';
import { japaneseClassOf } from './japanese-class-of.ts';
import { isListedAs, keyOf, lexiconOf, type Listing, type WordClass } from './lexicon.ts';
import { formsOf } from './word-forms.ts';
import { measureWordsOf } from './measure-words.ts';
import { generalNounsOf, stopWordsOf } from './stop-words.ts';
import { stemOf } from './stem-of.ts';
import { StringNumbers } from './string-numbers.ts';
import { wordClassOf } from './word-classes.ts';
import { endingClassesOf } from './word-endings.ts';

/** A word as phrases see it wherever it stands. */
export interface Word {
  /** As written, without a possessive ending. */
  readonly text: string;
  /** Lower case, compatibility forms unified. */
  readonly key: string;
  /** Of the key: words with the same key have the same number. */
  readonly number: number;
  /** What it shares with the other forms of one word, and the number of that. */
  readonly stem: string;
  readonly stemNumber: number;
  readonly isCapital: boolean;
  /** A capital letter and small ones: no acronym, of which science is full. */
  readonly isNameLike: boolean;
  /** Has matter of its own: no stop word, number, address, name of a day or month. */
  readonly isMatter: boolean;
  /** Counts something: a metre, a year, a million. */
  readonly isUnit: boolean;
  /** One sign of a script whose words are not parted: part of a word, and seldom one. */
  readonly isSign: boolean;
  /** Fits any text: a day, a man, a question. */
  readonly isGeneral: boolean;
  /** Of a word of matter, in English and languages whose endings tell it. */
  readonly kind: WordClass | undefined;
  /** What the tables of its language say of the key. */
  readonly listing: Listing;
}

/** Reads the word that stands in a text from `start` to `end`; the same word gives the same object. */
export type ReadWord = (text: string, start: number, end: number) => Word;

/** Japanese writes endings, particles and helping verbs in it. */
const isHiragana = /^[\p{Script=Hiragana}ー]+$/u;
/** Scripts whose words are not parted begin here: hiragana. */
const firstUnparted = 0x3040;
const isRun = /^[\p{Script=Han}\p{Script=Hiragana}]+$/u;
const figure = /^\d[\d.,/:-]*[\p{Ll}\p{Lo}]|^\p{Ll}(?:\.\p{Ll})+$|^www\./u;
/** The same in a title that is written in capitals: `52-Week`; no term such as `3D`. */
const measured = /^\d[\d.,]*-\p{Lu}\p{Ll}/u;

const letter = /\p{L}/u;
const nameLike = /^\p{Lu}\p{Ll}+$/u;
/** A sign that is part of a word, and seldom one: `新` of `新北市`, `省` of `総務省`. */
const sign = /^\p{Script=Han}$/u;

/** A number with letters behind (`52-week`, `1bn`, `7th`, `3만`), letters with points between (`p.m`), an address. */
function isFigure(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return figure.test(text) || measured.test(text);
  const hasPoint = text.includes('.');
  return hasPoint && (figure.test(text) || text.includes('/'));
}

/** Numbers that the list of English stop words lacks. */
const numberWord =
  /^(?:(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\p{Ll}+)?|dozens?|(?:hundred|thousand|million|billion)s)$/u;

/** Of a script whose words are not parted: two stop words that are read as one, or hiragana alone. */
function isHelping(key: string, stops: ReadonlySet<string>): boolean {
  return isHiragana.test(key) || (isRun.test(key) && [...key].every((sign) => stops.has(sign)));
}

/** A Chinese word that the dictionary has with the particle behind it: `量的`, `吃得`, `將是`; no noun such as `目的`, `所得`. */
const withParticle = /^(?:[^目标標]的|[^所心]得|[^国國]是|[^衣]着|.了)$/u;

/** Two function words that are written as one: `из-за`, `au-delà`. */
const isLinked = (key: string, stops: ReadonlySet<string>): boolean =>
  key.includes('-') && key.split('-').every((part) => stops.has(part));

/** A word that is unified as it is: ASCII alone. */
const isPlain = /^[\x21-\x7e]+$/;

const ownClasses: Readonly<Partial<Record<string, (word: string, listing: Listing) => WordClass>>> = {
  en: wordClassOf,
  ja: japaneseClassOf,
};

/** A reader for the words of one text. */
export function createWordReader(language: string): ReadWord {
  const lexicon = lexiconOf(language);
  const stops = stopWordsOf(language);
  const isChinese = language === 'zh';
  const isEnglish = language === 'en';
  const classOf = ownClasses[language] ?? endingClassesOf(language);
  const { calendar, units } = measureWordsOf(language);
  const isUnit =
    language === 'en'
      ? (text: string, listing: Listing) => (listing & isListedAs.measure) !== 0 && units.has(text)
      : formsOf(units);
  const isGeneral = formsOf(generalNounsOf(language));
  /** Of the words as written, of their keys and of their stems alike. */
  const numbers = new StringNumbers();
  const words: Word[] = [];
  const read = (text: string): Word => {
    const key = isPlain.test(text) ? text.toLowerCase() : keyOf(text);
    const listing = lexicon.get(key);
    const isCapital = (kindsOf(codeAt(text, 0)) & characterKind.capital) !== 0;
    const number = numbers.numberOf(key);
    const stem = stemOf(key, language);
    const isSign = key.length === 1 && sign.test(key);
    const isMatter =
      (key.length > 1 || isSign) &&
      (listing & isListedAs.helping) === 0 &&
      !((listing & isListedAs.measure) !== 0 && calendar.has(text)) &&
      letter.test(key) &&
      !isFigure(text) &&
      !(isEnglish && numberWord.test(key)) &&
      !isLinked(key, stops) &&
      !(isChinese && withParticle.test(key)) &&
      !(key.charCodeAt(0) >= firstUnparted && isHelping(key, stops));
    return {
      text,
      key,
      number,
      stem,
      stemNumber: stem === key ? number : numbers.numberOf(stem),
      isCapital,
      isNameLike: isCapital && nameLike.test(text),
      isMatter,
      isUnit: isUnit(text, listing),
      isSign,
      isGeneral: isGeneral(key),
      kind: isMatter ? (isSign ? 'j' : classOf?.(key, listing)) : undefined,
      listing,
    };
  };
  return (text, start, end) => {
    const number = numbers.numberOf(text, start, end);
    return (words[number] ??= read(numbers.at(number)));
  };
}
