import { classOfListing, isListedAs, listedInEnglish, rankOfListing, type Listing } from './lexicon.ts';
import type { Word } from './read-words.ts';

type ListedWord = Pick<Word, 'key' | 'listing'>;

/** How much an English noun says alone: what a text is about, in some texts what it is about, or nothing. */
export type Telling = 'much' | 'some' | 'nothing';

/** Singulars that a noun in the plural may have by its spelling, the likeliest first. */
function singularsOf(word: string): readonly string[] {
  if (word.endsWith('men')) return [`${word.slice(0, -2)}an`];
  if (!word.endsWith('s') || word.endsWith('ss')) return [];
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`, word.slice(0, -1)];
  if (word.endsWith('ves')) return [`${word.slice(0, -3)}f`, `${word.slice(0, -3)}fe`, word.slice(0, -1)];
  return /(?:[sxzo]|[cs]h)es$/.test(word) ? [word.slice(0, -2), word.slice(0, -1)] : [word.slice(0, -1)];
}

const judgementOf = (listing: Listing): Telling | undefined =>
  (listing & isListedAs.telling) !== 0
    ? 'much'
    : (listing & isListedAs.depending) !== 0
      ? 'some'
      : (listing & isListedAs.vague) !== 0
        ? 'nothing'
        : undefined;

/** Classes of words that readers went through; they named those that say something. */
function wasRead(listing: Listing): boolean {
  const kind = classOfListing(listing);
  return rankOfListing(listing) !== undefined && (kind === undefined || kind === 'n' || kind === 'b');
}

/**
 * How much an English noun in small letters says alone, as readers judged the words of the list of ranks and the rarer
 * nouns of the lexicon; of the ranked ones all that they did not name say nothing. A plural is judged by its singular
 * where it has no judgement of its own. Undefined for a word that nobody has judged.
 */
export function tellingOf({ key, listing: own }: ListedWord): Telling | undefined {
  const judgement = judgementOf(own);
  if (judgement !== undefined) return judgement;
  for (const singular of singularsOf(key)) {
    const listing = listedInEnglish(singular);
    const found = judgementOf(listing) ?? (wasRead(listing) ? 'nothing' : undefined);
    if (found !== undefined) return found;
  }
  return wasRead(own) ? 'nothing' : undefined;
}

/** Whether an English adjective or participle judges or describes, and makes no term: `copious`, `announced`. */
export const isDescribing = ({ listing }: Pick<Word, 'listing'>): boolean =>
  (listing & isListedAs.describing) !== 0;
