import { hashStem, stemOf } from '../stories/read-terms.ts';
import { rarityOf as rarityInNews, unknownRarity } from '../stories/word-rarity.ts';
import { commonWordsOf } from './stop-words.ts';
import { listedInEnglish, listedRank, rankOfListing } from './lexicon.ts';
import type { Word } from './read-words.ts';

type ListedWord = Pick<Word, 'key' | 'listing'>;

/** Ranks beyond the list: what is not in it is rarer than all that is. */
const last = Math.log(60_000);

/** A word of a script that writes a word in a sign or two. */
const isUnparted = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** What each letter takes from how common a word of that length is. */
const lengthStep = 0.11;

function rankOf({ key, listing }: ListedWord): number | undefined {
  return (
    rankOfListing(listing) ??
    (key.endsWith('s') ? listedRank(key.slice(0, -1)) : undefined) ??
    (key.endsWith('es') ? listedRank(key.slice(0, -2)) : undefined)
  );
}

/**
 * How rare a word is, 0 to 1, as the logarithm of its rank (Zipf) in English. Other languages have no list:
 * there a longer word counts as rarer (Zipf's law of abbreviation).
 */
export function rarityOf(word: ListedWord, language: string): number {
  if (language !== 'en') return Math.min(1, 0.55 + word.key.length * 0.04);
  const rank = rankOf(word);
  return rank === undefined ? 1 : Math.log(rank + 2) / last;
}

/** Whether a word is among the commonest of its language; none is where there is no list, and in English. */
export const isListedCommon = (word: string, language: string): boolean => commonWordsOf(language).has(word);

/**
 * How common a word is, 0 to 1: in English by its rank, in other languages by a list of common words, by the
 * share of texts that have a word of its beginning, and by its length.
 */
export function commonness(word: string, language: string): number {
  if (isListedCommon(word, language)) return 1;
  if (language === 'en') return 1 - rarityOf({ key: word, listing: listedInEnglish(word) }, language);
  const byList = 1 - rarityInNews(hashStem(stemOf(word))) / unknownRarity();
  return isUnparted.test(word) ? byList : Math.max(byList, 1 - word.length * lengthStep);
}
