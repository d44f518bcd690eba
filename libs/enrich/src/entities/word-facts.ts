import { classesOfName } from '../gazetteer/name-classes.ts';
import { hashText } from './hash-text.ts';
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

/** What the tagger knows of a word wherever it stands. */
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

function kindOfCharacter(character: string): string {
  if (character >= '0' && character <= '9') return '9';
  const lower = character.toLowerCase();
  if (lower !== character) return 'A';
  if (character.toUpperCase() !== character || /\p{L}/u.test(character)) return 'a';
  return character;
}

/** The word with every letter as A or a and every digit as 9; runs of one kind are cut to two. */
function shapeOf(word: string): string {
  let shape = '';
  let run = 0;
  for (let index = 0; index < word.length && shape.length < 12; index += 1) {
    const kind = kindOfCharacter(word.charAt(index));
    run = shape.endsWith(kind) ? run + 1 : 0;
    if (run < 2) shape += kind;
  }
  return shape;
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

function readFacts(whole: string, classes: WordClasses): WordFacts {
  const text = whole.length > longestWord ? whole.slice(0, longestWord) : whole;
  const lower = text.toLowerCase();
  const lowerHash = hashText(lower);
  const fine = classes.fineOf(lowerHash);
  return {
    text,
    lower,
    hash: hashText(text),
    lowerHash,
    form: formOf(text, lower),
    shape: hashText(shapeOf(text)),
    prefix: hashText(lower.slice(0, 3)),
    endOfTwo: hashText(lower.slice(-2)),
    endOfThree: hashText(lower.slice(-3)),
    endOfFour: hashText(lower.slice(-4)),
    fine,
    middle: classes.middleOf(fine),
    coarse: classes.coarseOf(fine),
    classes: classesOfName(lowerHash),
  };
}

/** Reads words; the same word of the same text gives the same facts. */
export type ReadWord = (word: string) => WordFacts;

/** Words kept in each of two generations: most of an article's words were in the articles before it. */
const mostKept = 8_192;
/** A longer part of a text keeps the whole text in memory (V8 cuts it out only when it is shorter). */
const longestKept = 12;

/** A reader that remembers the words which it read last. */
export function createWordReader(classes: WordClasses): ReadWord {
  let recent = new Map<string, WordFacts>();
  let older = recent;
  return (word) => {
    const known = recent.get(word) ?? older.get(word);
    const facts = known ?? readFacts(word, classes);
    if (word.length > longestKept || recent.has(word)) return facts;
    if (recent.size >= mostKept) {
      older = recent;
      recent = new Map();
    }
    recent.set(word, facts);
    return facts;
  };
}
