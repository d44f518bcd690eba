import { loadModel } from '@newsmill/models';
import { measureWordsOf } from './measure-words.ts';
import { otherWordsOf, stopWordsOf } from './stop-words.ts';
import { WordTable } from './word-table.ts';

/**
 * What an English word can do in a noun phrase: `n` noun or name, `b` noun or verb, `j` adjective, `d` past
 * participle, `g` present participle, `v` verb, `r` adverb.
 */
const classes = ['n', 'b', 'j', 'd', 'g', 'v', 'r'] as const;
export type WordClass = (typeof classes)[number];

/** All that the tables of a language say of a word, in one number; 0 for a word that none of them has. */
export type Listing = number;

/** The lowest bits hold the rank of an English word, from 1 on; then comes its class, from 1 on; both 0 for none. */
const rankBits = 16;
const rankMask = (1 << rankBits) - 1;
const classBits = 3;
const classMask = (1 << classBits) - 1;
/** The bits above these. */
export const isListedAs = {
  /** A stop word, a verb, an adverb: a word without matter of its own. */
  helping: 1 << (rankBits + classBits),
  /** The name of a day, a month or a unit, in some way to write it. */
  measure: 2 << (rankBits + classBits),
} as const;

/** A word as the tables have it: in lower case, compatibility forms unified. */
export const keyOf = (text: string): string => text.normalize('NFKC').replaceAll('’', "'").toLowerCase();

/** Class and rank of each English word of the lists. */
function addEnglish(words: WordTable): void {
  const model = loadModel('phrase-words');
  for (const name of model.names('class.')) {
    const number = classes.findIndex((known) => known === name) + 1;
    if (number === 0) continue;
    for (const word of model.text(`class.${name}`).split(' ')) words.set(word, number << rankBits);
  }
  model
    .text('ranks')
    .split(' ')
    .forEach((word, rank) => words.set(word, (words.get(word) & ~rankMask) | (rank + 1)));
}

/** What all tables of one language say, by words. */
export type Lexicon = Pick<WordTable, 'get'>;

const known = new Map<string, Lexicon>();

/** What the tables of a language say of its words: each is looked up once for all that is asked of it. */
export function lexiconOf(language: string): Lexicon {
  const found = known.get(language);
  if (found !== undefined) return found;
  const words = new WordTable();
  const mark = (word: string, bit: number): void => words.set(word, words.get(word) | bit);
  if (language === 'en') addEnglish(words);
  for (const list of [stopWordsOf(language), otherWordsOf(language)])
    for (const word of list) mark(word, isListedAs.helping);
  const { calendar, units } = measureWordsOf(language);
  for (const list of [calendar, units]) for (const word of list) mark(keyOf(word), isListedAs.measure);
  known.set(language, words);
  return words;
}

/** The class that an English word is listed with. */
export const classOfListing = (listing: Listing): WordClass | undefined =>
  classes[((listing >>> rankBits) & classMask) - 1];

/** The rank of an English word among all by frequency, from 0 on. */
export function rankOfListing(listing: Listing): number | undefined {
  const rank = listing & rankMask;
  return rank === 0 ? undefined : rank - 1;
}

/** What the tables of English say of a word. */
export const listedInEnglish = (word: string): Listing => lexiconOf('en').get(word);

/** The class of an English word of the lists. */
export const listedClass = (word: string): WordClass | undefined => classOfListing(listedInEnglish(word));

/** The rank of an English word of the lists. */
export const listedRank = (word: string): number | undefined => rankOfListing(listedInEnglish(word));
