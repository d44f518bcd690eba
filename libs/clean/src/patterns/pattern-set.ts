import { unitRuns } from '@newsmill/text';
import { lowerCase } from '../tree/characters.ts';
import { requiredLiterals } from './required-literals.ts';

/**
 * Code units by the one that stands for all that patterns take for the same letter: the small letter of the
 * capital, so that both forms of sigma are one.
 */
const folded = lowerCase.slice();
for (const [code, character] of unitRuns(/\p{Changes_When_Uppercased}/gu)) {
  const capital = character.toUpperCase();
  if (capital.length === 1) folded[code] = lowerCase[capital.charCodeAt(0)] as number;
}
const fold = (text: string): string =>
  text
    .split('')
    .map((unit) => String.fromCharCode(folded[unit.charCodeAt(0)] as number))
    .join('');

/** Literals are cut to so many characters: more rule out hardly anything else. */
const longestLiteral = 6;

/**
 * Automaton of Aho and Corasick (CACM 18:6, 1975) over literals: for each state and class of characters the next state.
 */
interface Automaton {
  /** Class of each code unit, 0 for all that no literal holds. */
  readonly classes: Uint16Array;
  readonly width: number;
  readonly next: Uint16Array;
  /** Patterns, as bits, of which a literal ends in a state. */
  readonly bits: Int32Array;
}

function classesOf(words: readonly string[]): { readonly classes: Uint16Array; readonly width: number } {
  const numbers = new Uint16Array(folded.length);
  let width = 1;
  for (const word of words)
    for (let index = 0; index < word.length; index += 1)
      if (numbers[word.charCodeAt(index)] === 0) numbers[word.charCodeAt(index)] = width++;
  const classes = new Uint16Array(folded.length);
  for (let code = 0; code < classes.length; code += 1)
    classes[code] = numbers[folded[code] as number] as number;
  return { classes, width };
}

function automatonOf(words: readonly (readonly [string, number])[]): Automaton {
  const { classes, width } = classesOf(words.map(([word]) => word));
  const states = 1 + words.reduce((sum, [word]) => sum + word.length, 0);
  const next = new Uint16Array(states * width);
  const bits = new Int32Array(states);
  let size = 1;
  for (const [word, bit] of words) {
    let state = 0;
    for (let index = 0; index < word.length; index += 1) {
      const edge = state * width + (classes[word.charCodeAt(index)] as number);
      if (next[edge] === 0) next[edge] = size++;
      state = next[edge] as number;
    }
    bits[state] = (bits[state] as number) | (1 << bit);
  }
  // Breadth first: the state to fall back to is nearer to the root, so it is whole already.
  const fallback = new Uint16Array(size);
  const queue = [...next.subarray(0, width)].filter((state) => state !== 0);
  for (const state of queue) {
    const back = fallback[state] as number;
    bits[state] = (bits[state] as number) | (bits[back] as number);
    for (let sign = 0; sign < width; sign += 1) {
      const edge = state * width + sign;
      const to = next[edge] as number;
      const otherwise = next[back * width + sign] as number;
      if (to === 0) next[edge] = otherwise;
      else {
        fallback[to] = otherwise;
        queue.push(to);
      }
    }
  }
  return { classes, width, next: next.subarray(0, size * width), bits };
}

/** Which of its patterns match a text, as bits in their order. */
export type PatternSet = (text: string) => number;

/**
 * Answers the same as testing each pattern, but asks only those of which the text holds a literal: one walk over
 * the text rules out most. At most 31 patterns, none of them `g` or `y`.
 */
export function patternSet(patterns: readonly RegExp[]): PatternSet {
  let always = 0;
  const words = patterns.flatMap((pattern, bit): (readonly [string, number])[] => {
    const literals = requiredLiterals(pattern);
    if (literals === undefined) always |= 1 << bit;
    return (literals ?? []).map((one) => [fold(one.slice(0, longestLiteral)), bit] as const);
  });
  const { classes, width, next, bits } = automatonOf(words);
  return (text) => {
    let asked = always;
    let state = 0;
    for (let index = 0; index < text.length; index += 1) {
      state = next[state * width + (classes[text.charCodeAt(index)] as number)] as number;
      asked |= bits[state] as number;
    }
    let found = 0;
    for (let bit = 0; asked !== 0; bit += 1, asked >>>= 1)
      if ((asked & 1) === 1 && patterns[bit]?.test(text) === true) found |= 1 << bit;
    return found;
  };
}
