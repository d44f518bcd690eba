import { listedClass, type WordClass } from './english-words.ts';

/** The class by the ending alone; the list holds the words that it gets wrong. */
function guessClass(word: string): WordClass {
  if (word.endsWith('ly')) return 'r';
  if (word.endsWith('ing')) return 'g';
  if (word.endsWith('ed')) return 'd';
  return /(?:al|ive|ous|ic|able|ible|ful|less|ary)$/.test(word) ? 'j' : 'n';
}

/** The class of a lower-case English word; of a compound with hyphens, that of its last part. */
export function wordClassOf(word: string): WordClass {
  const hyphen = word.lastIndexOf('-');
  const whole = listedClass(word);
  if (whole !== undefined || hyphen === -1) return whole ?? guessClass(word);
  const last = word.slice(hyphen + 1);
  return listedClass(last) ?? guessClass(last);
}
