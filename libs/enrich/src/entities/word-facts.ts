import { classesOfName } from '../gazetteer/name-classes.ts';
import { copyOf } from '../gazetteer/remember-last.ts';
import { hashPart, hashText, hashUnit, mixBits } from './hash-text.ts';
import type { WordClasses } from './word-classes.ts';

/** How a word is written. */
export const wordForm = {
  lower: 0,
  capitalised: 1,
  upper: 2,
  mixed: 3,
  initial: 4,
  digits: 5,
  mark: 6,
  digitsAndLetters: 7,
} as const;

/** What the tagger knows of a word wherever it stands; hashes as signed numbers, which need no room of their own. */
export interface WordFacts {
  readonly text: string;
  readonly lower: string;
  readonly hash: number;
  readonly lowerHash: number;
  readonly form: number;
  readonly shape: number;
  readonly prefix: number;
  readonly endOfTwo: number;
  readonly endOfThree: number;
  readonly endOfFour: number;
  readonly fine: number;
  readonly middle: number;
  readonly coarse: number;
  /** Classes of the word alone in the gazetteers. */
  readonly classes: number;
}

const longestShape = 12;

function kindOfCharacter(character: string): string {
  if (character >= '0' && character <= '9') return '9';
  const lower = character.toLowerCase();
  if (lower !== character) return 'A';
  if (character.toUpperCase() !== character || /\p{L}/u.test(character)) return 'a';
  return character;
}

/** The kinds of the characters that most words are written in, as codes. */
const usualKinds = Uint16Array.from({ length: 0x250 }, (_, code) =>
  kindOfCharacter(String.fromCharCode(code)).charCodeAt(0),
);

/** Hash of the word with every letter as A or a and every digit as 9; runs of one kind are cut to two. */
function hashShape(word: string): number {
  let hash = hashText('');
  let length = 0;
  let before = 0;
  let run = 0;
  for (let index = 0; index < word.length && length < longestShape; index += 1) {
    const kind = usualKinds[word.charCodeAt(index)] ?? kindOfCharacter(word.charAt(index)).charCodeAt(0);
    run = kind === before ? run + 1 : 0;
    before = kind;
    if (run >= 2) continue;
    hash = hashUnit(kind, hash);
    length += 1;
  }
  return hash;
}

function formOf(word: string, lower: string): number {
  const first = word.charAt(0);
  const hasLetter = lower !== word.toUpperCase();
  if (!hasLetter)
    return /\d/.test(word) ? wordForm.digits : /\p{L}/u.test(word) ? wordForm.lower : wordForm.mark;
  if (/\d/.test(word)) return lower === word ? wordForm.lower : wordForm.digitsAndLetters;
  if (lower === word) return wordForm.lower;
  if (/^\p{Lu}\.$|^\p{Lu}$/u.test(word)) return wordForm.initial;
  if (word === word.toUpperCase()) return wordForm.upper;
  return first !== first.toLowerCase() && word.slice(1) === lower.slice(1)
    ? wordForm.capitalised
    : wordForm.mixed;
}

/** Longer words are no words; what is cut stays out of every feature. */
const longestWord = 40;

/** The class of a word in capitals as a name has it: BERLIN is Berlin. */
const classOfName = (text: string, lower: string, form: number, classes: WordClasses): number =>
  form === wordForm.upper ? classes.fineOf(hashText(text.charAt(0) + lower.slice(1)) | 0) : 0;

function readFacts(whole: string, classes: WordClasses): WordFacts {
  const text = whole.length > longestWord ? whole.slice(0, longestWord) : whole;
  const lower = text.toLowerCase();
  const lowerHash = hashText(lower) | 0;
  const hash = hashText(text) | 0;
  const form = formOf(text, lower);
  const fine = classes.fineOf(hash) || classOfName(text, lower, form, classes) || classes.fineOf(lowerHash);
  return {
    text,
    lower,
    hash,
    lowerHash,
    form,
    shape: hashShape(text) | 0,
    prefix: hashPart(lower, 0, Math.min(3, lower.length)) | 0,
    endOfTwo: hashPart(lower, Math.max(0, lower.length - 2), lower.length) | 0,
    endOfThree: hashPart(lower, Math.max(0, lower.length - 3), lower.length) | 0,
    endOfFour: hashPart(lower, Math.max(0, lower.length - 4), lower.length) | 0,
    fine,
    middle: classes.middleOf(fine),
    coarse: classes.coarseOf(fine),
    classes: classesOfName(lowerHash),
  };
}

/** Reads the word that stands in a text from `start` to `end`. */
export type ReadWord = (text: string, start: number, end: number) => WordFacts;

/** Words kept at most: most of an article's words were in the articles before it. */
const mostKept = 16_384;

/**
 * A reader that remembers the words which it read, until they are too many: then it begins anew. They are found
 * by their hashes where they stand, so that no word is cut out of a text for that.
 */
export function createWordReader(classes: WordClasses): ReadWord {
  const mask = mostKept * 2 - 1;
  /** By hash, the numbers of the words from 1 on. */
  const numbers = new Int32Array(mask + 1);
  const words: WordFacts[] = [];
  return (text, start, end) => {
    if (end - start > longestWord) return readFacts(text.slice(start, start + longestWord), classes);
    const hash = hashPart(text, start, end) | 0;
    let slot = mixBits(hash) & mask;
    for (let number = numbers[slot] ?? 0; number > 0; number = numbers[slot] ?? 0) {
      const known = words[number - 1];
      if (known?.hash === hash && known.text.length === end - start && text.startsWith(known.text, start))
        return known;
      slot = (slot + 1) & mask;
    }
    if (words.length === mostKept) {
      words.length = 0;
      numbers.fill(0);
      slot = mixBits(hash) & mask;
    }
    const facts = readFacts(copyOf(text.slice(start, end)), classes);
    numbers[slot] = words.push(facts);
    return facts;
  };
}
