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
  /** An English noun that alone says what a text is about, that does so in some texts, and that fits any. */
  telling: 4 << (rankBits + classBits),
  depending: 8 << (rankBits + classBits),
  vague: 16 << (rankBits + classBits),
  /** An English adjective or participle that judges or describes, where others make terms. */
  describing: 32 << (rankBits + classBits),
} as const;

/** A word as the tables have it: in lower case, compatibility forms unified. */
export const keyOf = (text: string): string => text.normalize('NFKC').replaceAll('’', "'").toLowerCase();

/** Words, and what is said of each by its place. */
type WordList = readonly [words: readonly string[], listing: (place: number) => Listing];

/** Classes and ranks of English words, of which each has one at most, and what readers said of them. */
function englishLists(): WordList[] {
  const model = loadModel('phrase-words');
  const wordsOf = (table: string): string[] => model.text(table).split(' ');
  const judgements = ['telling', 'depending', 'vague', 'describing'] as const;
  return [
    ...classes.map((name, at): WordList => [wordsOf(`class.${name}`), () => (at + 1) << rankBits]),
    [wordsOf('ranks'), (place) => place + 1],
    ...judgements.map((name): WordList => [wordsOf(`judged.${name}`), () => isListedAs[name]]),
  ];
}

/** What all tables of one language say, by words. */
export type Lexicon = Pick<WordTable, 'get'>;

const known = new Map<string, Lexicon>();

/** What the tables of a language say of its words: each is looked up once for all that is asked of it. */
export function lexiconOf(language: string): Lexicon {
  const found = known.get(language);
  if (found !== undefined) return found;
  const { calendar, units } = measureWordsOf(language);
  const helping = [...stopWordsOf(language), ...otherWordsOf(language)];
  const measures = [...calendar, ...units].map(keyOf);
  const lists: readonly WordList[] = [
    ...(language === 'en' ? englishLists() : []),
    [helping, () => isListedAs.helping],
    [measures, () => isListedAs.measure],
  ];
  const words = new WordTable(lists.reduce((sum, [list]) => sum + list.length, 0));
  for (const [list, listingOf] of lists) list.forEach((word, place) => words.add(word, listingOf(place)));
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
