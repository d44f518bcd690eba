import { arabicPrefixes } from '../gazetteer/foreign-name-words.ts';
import { sure } from './sureness.ts';
import type { Mention } from './mention.ts';

/** A word where it stands in a text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The parts of a text that an expression matches. */
export function readWords(text: string, expression: RegExp): Word[] {
  return [...text.matchAll(expression)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
}

/** How names are looked for in a text of a language. */
interface Search {
  readonly text: string;
  readonly words: readonly Word[];
  /** Words that the longest name has. */
  readonly most: number;
  /** Whether a word may stand in one name with the word before it. */
  readonly joined: (at: number) => boolean;
  /** How many letters at the beginning of a word may belong to no name. */
  readonly skips: (word: string) => readonly number[];
  readonly kindOf: (name: string, isPrefixed: boolean) => 'LOC' | 'ORG' | undefined;
}

/** The longest name that begins in the word at `at`, and the number of the word behind it. */
export function longestKnown(
  { text, words, most, joined, skips, kindOf }: Search,
  at: number,
): { readonly mention: Mention; readonly to: number } | undefined {
  const first = words[at];
  if (first === undefined) return undefined;
  const starts = skips(first.text).map((length) => first.start + length);
  for (let to = Math.min(words.length, at + most); to > at; to -= 1) {
    if (to - 1 > at && !joined(to - 1)) continue;
    const end = words[to - 1]?.end ?? first.end;
    for (const start of starts) {
      const kind = kindOf(text.slice(start, end), start > first.start);
      if (kind === undefined) continue;
      const confidence = start === first.start ? sure.gazetteer : sure.inflected;
      return { mention: { start, end, kind, confidence }, to };
    }
  }
  return undefined;
}

/**
 * How many letters of a word belong to no name: what Arabic writes together with the next word, where at least so many
 * are left.
 */
export function prefixLengths(word: string, least: number): number[] {
  return [
    0,
    ...arabicPrefixes
      .filter((prefix) => word.startsWith(prefix) && word.length - prefix.length >= least)
      .map((prefix) => prefix.length),
  ];
}
