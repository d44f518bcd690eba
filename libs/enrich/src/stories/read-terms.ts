import { cjkBigrams, codeAt, endOfLetters, primaryLanguage } from '@newsmill/text';
import { mix } from '../duplicates/read-shingles.ts';

/** A word of an article as stories are told apart by it. */
export interface Term {
  readonly hash: number;
  count: number;
  isName: boolean;
}

/** Title and beginning of a text; a story is told there. UTF-16 units. */
const titleRead = 300;
const textRead = 2_500;
/** Words are compared by their beginnings: endings of inflection go. */
const stemLength = 7;

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const unspacedRun = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆〇]/u;
/** Nothing before it is of those scripts. */
const firstUnspaced = 0x2e80;
const digit = /^\p{N}/u;
/** What a sentence begins behind: there a capital tells nothing. bounded: 3, the signs in front of a word. */
const sentenceEnd = /[.!?…:;。！？\n"“”«»„(]\s*$/u;

/** 32-bit hash (FNV-1a, spread) of a stem. */
export function hashStem(stem: string): number {
  let hash = 2166136261;
  for (let at = 0; at < stem.length; at += 1) hash = Math.imul(hash ^ stem.charCodeAt(at), 16777619);
  return mix(hash);
}

/** The beginning of a word in lower case. */
export function stemOf(text: string): string {
  return text.toLowerCase().slice(0, stemLength);
}

/** Stems of a word; of a run of a script without spaces its pairs of characters. */
function stemsOf(text: string): string[] {
  if (text.charCodeAt(0) >= firstUnspaced && unspacedRun.test(text)) return cjkBigrams(text);
  return text.length < 2 || (text.length < 3 && !digit.test(text)) ? [] : [stemOf(text)];
}

/** Whether a word within a sentence is written as names are. */
function isCapital(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  const [first = ''] = text;
  return first !== first.toLowerCase() && !digit.test(first);
}

/**
 * What terms are read from. `names`: people, organisations and places that the text names; without them,
 * words with capitals count as names.
 */
export interface StoryText {
  readonly title: string;
  readonly text: string;
  readonly language?: string;
  readonly names?: readonly string[];
}

/** The words of title and beginning, each with how it stands there. */
export function readTerms({ title, text, language = '', names }: StoryText): Term[] {
  const terms = new Map<string, Term>();
  const named =
    names === undefined
      ? undefined
      : new Set(names.slice(0, 64).flatMap((name) => (name.slice(0, 80).match(word) ?? []).flatMap(stemsOf)));
  // German writes every noun with a capital.
  const guesses = named === undefined && !['de', 'lb'].includes(primaryLanguage(language) ?? '');
  const take = (stem: string, looksNamed: boolean) => {
    let term = terms.get(stem);
    if (term === undefined) terms.set(stem, (term = { hash: hashStem(stem), count: 0, isName: false }));
    term.count += 1;
    term.isName ||= looksNamed || named?.has(stem) === true;
  };
  const add = (part: string, inTitle: boolean) => {
    for (let at = 0; at < part.length; ) {
      const end = endOfLetters(part, at);
      if (end === at) {
        at += codeAt(part, at) > 0xffff ? 2 : 1;
        continue;
      }
      const found = part.slice(at, end);
      const looksNamed =
        guesses &&
        !inTitle &&
        at > 0 &&
        isCapital(found) &&
        !sentenceEnd.test(part.slice(Math.max(0, at - 3), at));
      for (const stem of stemsOf(found)) take(stem, looksNamed);
      at = end;
    }
  };
  add(title.slice(0, titleRead).normalize('NFKC'), true);
  add(text.slice(0, textRead).normalize('NFKC'), false);
  return [...terms.values()];
}
