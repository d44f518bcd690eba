/** Letters at its end in which forms of a word may differ, and the fewest that they share. */
const longestEnding = 2;
const shortestStem = 4;

const stems = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

function stemsOf(words: ReadonlySet<string>): ReadonlySet<string> {
  const found = stems.get(words);
  if (found !== undefined) return found;
  const made = new Set<string>();
  for (const word of words) if (word.length > shortestStem) made.add(word.slice(0, -1));
  stems.set(words, made);
  return made;
}

/**
 * What tells whether a word is one of a list or bent from one: `неделю` of `неделя`, `images` of `image`. Forms
 * share all but the last letter of the listed word, and add two at most.
 */
export function formsOf(words: ReadonlySet<string>): (word: string) => boolean {
  if (words.size === 0) return () => false;
  const starts = stemsOf(words);
  return (word) => {
    if (words.has(word)) return true;
    for (
      let length = word.length;
      length >= Math.max(shortestStem, word.length - longestEnding);
      length -= 1
    ) {
      const start = word.slice(0, length);
      if (starts.has(start) || (length < word.length && length > shortestStem && words.has(start)))
        return true;
    }
    return false;
  };
}
