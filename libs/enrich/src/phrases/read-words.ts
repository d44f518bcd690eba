import type { WordClass } from './english-words.ts';
import { stopWordsOf } from './stop-words.ts';
import { wordClassOf } from './word-classes.ts';

/** A word as phrases see it wherever it stands. */
export interface Word {
  /** As written, without a possessive ending. */
  readonly text: string;
  /** Lower case, compatibility forms unified. */
  readonly key: string;
  /** Of the key, in the order in which a text has them. */
  readonly number: number;
  readonly isCapital: boolean;
  /** A capital letter and small ones: no acronym, of which science is full. */
  readonly isNameLike: boolean;
  /** Has matter of its own: no stop word, no number. */
  readonly isMatter: boolean;
  /** Of a word of matter in English. */
  readonly kind: WordClass | undefined;
}

/** Reads words; the same word of the same text gives the same object. */
export type ReadWord = (text: string) => Word;

/** A word that is unified as it is: ASCII alone. */
const isPlain = /^[\x21-\x7e]+$/;

/** A reader for the words of one text. */
export function createWordReader(language: string): ReadWord {
  const stops = stopWordsOf(language);
  const words = new Map<string, Word>();
  const numbers = new Map<string, number>();
  const read = (text: string): Word => {
    const key = (isPlain.test(text) ? text : text.normalize('NFKC')).toLowerCase();
    const number = numbers.get(key) ?? numbers.size;
    if (number === numbers.size) numbers.set(key, number);
    const isCapital = /^\p{Lu}/u.test(text);
    const isMatter = key.length > 1 && !stops.has(key) && /\p{L}/u.test(key);
    return {
      text,
      key,
      number,
      isCapital,
      isNameLike: isCapital && /^\p{Lu}\p{Ll}+$/u.test(text),
      isMatter,
      kind: isMatter && language === 'en' ? wordClassOf(key) : undefined,
    };
  };
  return (text) => {
    const known = words.get(text);
    if (known !== undefined) return known;
    const word = read(text);
    words.set(text, word);
    return word;
  };
}
