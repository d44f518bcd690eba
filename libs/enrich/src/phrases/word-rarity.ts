import { listedRank } from './english-words.ts';

/** Ranks beyond the list: what is not in it is rarer than all that is. */
const last = Math.log(60_000);

/**
 * How rare a word is, 0 to 1, as the logarithm of its rank (Zipf) in English. Other languages have no list:
 * there a longer word counts as rarer (Zipf's law of abbreviation).
 */
export function rarityOf(word: string, language: string): number {
  if (language !== 'en') return Math.min(1, 0.55 + word.length * 0.04);
  const rank = listedRank(word) ?? (word.endsWith('s') ? listedRank(word.slice(0, -1)) : undefined);
  return rank === undefined ? 1 : Math.log(rank + 2) / last;
}
