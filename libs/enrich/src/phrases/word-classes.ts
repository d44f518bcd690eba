import { classOfListing, listedClass, type Listing, type WordClass } from './lexicon.ts';

/** The class by the ending alone; the list holds the words that it gets wrong. */
function guessClass(word: string): WordClass {
  if (word.endsWith('ly')) return 'r';
  if (word.endsWith('ing')) return 'g';
  if (word.endsWith('ed')) return 'd';
  if (/.{3}(?:[iy]z|if[iy])(?:e|es|y)$/.test(word)) return 'v';
  return /(?:al|ive|ous|ic|able|ible|ful|less|ary)$/.test(word) ? 'j' : 'n';
}

/** Whether an unlisted word is the form in -s of one that is listed as a verb alone: `admits`. */
const isVerbInS = (word: string): boolean => word.endsWith('s') && listedClass(word.slice(0, -1)) === 'v';

/** The class of a lower-case English word with its listing; of a compound with hyphens, that of its last part. */
export function wordClassOf(word: string, listing: Listing): WordClass {
  const hyphen = word.lastIndexOf('-');
  const whole = classOfListing(listing) ?? (isVerbInS(word) ? 'v' : undefined);
  if (whole !== undefined || hyphen === -1) return whole ?? guessClass(word);
  const last = word.slice(hyphen + 1);
  return listedClass(last) ?? guessClass(last);
}
