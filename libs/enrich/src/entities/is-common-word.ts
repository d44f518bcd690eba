import { nameClass } from '../gazetteer/name-classes.ts';
import { isWellKnownOrganisation } from '../gazetteer/well-known-organisations.ts';
import { classOfListing, listedInEnglish, rankOfListing } from '../phrases/lexicon.ts';
import { classesOfWord } from './classes-of-word.ts';

/** Words of higher ranks by frequency are seldom common ones, the less where no class is listed with them. */
const lastCommon = 25_000;
const lastUnclassed = 12_000;
const names =
  nameClass.commonGiven |
  nameClass.rareGiven |
  nameClass.commonFamily |
  nameClass.bigCity |
  nameClass.country |
  nameClass.region |
  nameClass.nationality;
const isLetters = /^\p{Lu}{2,}$/u;
const joiners = /^(?:of|and|for|the|&|in|to|on)$/;

/** Whether a word of an English name is one of the language and nobody's name. */
export function isCommonWord(word: string): boolean {
  const lower = word.toLowerCase();
  if (joiners.test(lower)) return true;
  const own = listedInEnglish(lower);
  const isRanked = rankOfListing(own) !== undefined || classOfListing(own) !== undefined;
  const listing = isRanked || !lower.endsWith('s') ? own : listedInEnglish(lower.slice(0, -1));
  const last = classOfListing(listing) === undefined ? lastUnclassed : lastCommon;
  return (
    (rankOfListing(listing) ?? Infinity) < last &&
    !isLetters.test(word) &&
    (classesOfWord(lower) & names) === 0 &&
    !isWellKnownOrganisation(word)
  );
}
