import { isListedAs, listedInEnglish, rankOfListing, type Listing } from './lexicon.ts';

/** How much an English noun says alone: what a text is about, in some texts what it is about, or nothing. */
export type Telling = 'much' | 'some' | 'nothing';

/** A noun in the plural, and its singulars by spelling. */
function formsOf(word: string): readonly string[] {
  if (word.endsWith('men')) return [word, `${word.slice(0, -2)}an`];
  if (!word.endsWith('s')) return [word];
  return [word, word.slice(0, -1), word.slice(0, -2), `${word.slice(0, -3)}y`];
}

const judgementOf = (listing: Listing): Telling | undefined =>
  (listing & isListedAs.telling) !== 0
    ? 'much'
    : (listing & isListedAs.depending) !== 0
      ? 'some'
      : (listing & isListedAs.vague) !== 0
        ? 'nothing'
        : undefined;

/**
 * How much an English noun in small letters says alone, as readers judged the words of the list of ranks and the rarer
 * nouns of the lexicon; of the ranked ones all that they did not name say nothing. Undefined for a word that nobody has
 * judged.
 */
export function tellingOf(word: string): Telling | undefined {
  let isRanked = false;
  for (const form of formsOf(word)) {
    const listing = listedInEnglish(form);
    const judgement = judgementOf(listing);
    if (judgement !== undefined) return judgement;
    isRanked ||= rankOfListing(listing) !== undefined;
  }
  return isRanked ? 'nothing' : undefined;
}

/** Whether an English adjective or participle judges or describes, and makes no term: `copious`, `announced`. */
export const isDescribing = (word: string): boolean => (listedInEnglish(word) & isListedAs.describing) !== 0;
