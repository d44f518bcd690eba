import { loadModel } from '@newsmill/models';

let ranks: ReadonlyMap<string, number> | undefined;

function ranksOfEnglish(): ReadonlyMap<string, number> {
  ranks ??= new Map(
    loadModel('phrase-words')
      .text('ranks')
      .split(' ')
      .map((word, rank) => [word, rank]),
  );
  return ranks;
}

/** Ranks beyond the list: what is not in it is rarer than all that is. */
const last = Math.log(60_000);

/**
 * How rare a word is, 0 to 1, as the logarithm of its rank (Zipf) in English. Other languages have no list:
 * there a longer word counts as rarer (Zipf's law of abbreviation).
 */
export function rarityOf(word: string, language: string): number {
  if (language !== 'en') return Math.min(1, 0.55 + word.length * 0.04);
  const rank =
    ranksOfEnglish().get(word) ?? (word.endsWith('s') ? ranksOfEnglish().get(word.slice(0, -1)) : undefined);
  return rank === undefined ? 1 : Math.log(rank + 2) / last;
}
