import { hashPart } from '../entities/hash-text.ts';

/** Letters at its end in which forms of a word may differ, and the fewest that they share. */
const longestEnding = 2;
const shortestStem = 4;

/** What a list of words says of words that are none of it. */
interface Stems {
  /** All but the last letter of each. */
  readonly stems: ReadonlySet<string>;
  /** Hashes of the first letters of these: most words of a text begin as none of the list does. */
  readonly beginnings: ReadonlySet<number>;
}

const known = new WeakMap<ReadonlySet<string>, Stems>();

/** Signed, so that the number needs no object of its own. */
const beginningOf = (word: string): number => hashPart(word, 0, shortestStem) | 0;

function stemsOf(words: ReadonlySet<string>): Stems {
  const found = known.get(words);
  if (found !== undefined) return found;
  const longEnough = [...words].filter((word) => word.length > shortestStem);
  const made = {
    stems: new Set(longEnough.map((word) => word.slice(0, -1))),
    beginnings: new Set(longEnough.map(beginningOf)),
  };
  known.set(words, made);
  return made;
}

/**
 * What tells whether a word is one of a list or bent from one: `неделю` of `неделя`, `images` of `image`. Forms
 * share all but the last letter of the listed word, and add two at most.
 */
export function formsOf(words: ReadonlySet<string>): (word: string) => boolean {
  if (words.size === 0) return () => false;
  const { stems, beginnings } = stemsOf(words);
  return (word) => {
    if (words.has(word)) return true;
    if (word.length < shortestStem || !beginnings.has(beginningOf(word))) return false;
    for (
      let length = word.length;
      length >= Math.max(shortestStem, word.length - longestEnding);
      length -= 1
    ) {
      const start = word.slice(0, length);
      if (stems.has(start) || (length < word.length && length > shortestStem && words.has(start)))
        return true;
    }
    return false;
  };
}
