import { fitOf, type Fitness, type Standing } from './fit-of.ts';
import type { Names, Named } from './read-names.ts';
import type { Word } from './read-words.ts';

/** A candidate with its weight. */
export interface Ranked extends Omit<Standing, 'isSmall'> {
  readonly key: string;
  readonly score: number;
}

/** A phrase as it is told. */
export interface Picked {
  readonly text: string;
  readonly key: string;
  readonly score: number;
  readonly frequency: number;
  /** A word or words with capitals that no entity is called. */
  readonly isPart: boolean;
}

export interface PickRules extends Fitness {
  readonly most: number;
  /** A phrase inside a better one is left out unless it occurs this many times as often. */
  readonly containment: number;
  readonly names: Names;
  /** The form in small letters of each word that the text has in one, by its number. */
  readonly small: ReadonlyMap<number, Word>;
}

/** From this share of the occurrences of a better phrase on, a longer form of it is told too. */
const usualShare = 0.5;
/** Letters at its end in which forms of one word may differ, and those that they have to share. */
const longestEnding = 2;
const shortestStem = 4;

/** The name that a phrase is, or a part of, or, with an office in front, ends with. */
function nameOf(
  { words, key, isName, isSmall }: Standing & Pick<Ranked, 'key'>,
  names: Names,
): Named | undefined {
  const looksNamed = isName || (!isSmall && words.every(({ word }) => word.isCapital));
  const whole = names.forms.get(key) ?? (looksNamed ? names.parts.get(key) : undefined);
  if (whole !== undefined || !names.parts.has(words.at(-1)?.word.key ?? '')) return whole;
  for (let from = 1; from < words.length; from += 1) {
    const end = names.forms.get(
      words
        .slice(from)
        .map(({ word }) => word.key)
        .join(' '),
    );
    if (end?.kind === 'person') return end;
  }
  return undefined;
}

/** As written; what is no name in small letters where the text has it so. */
function textOf({ words, isName }: Ranked, small: ReadonlyMap<number, Word>): string {
  return words
    .map(({ word, isTight }, index) => {
      const shown = isName ? word : (small.get(word.number) ?? word);
      return index === 0 || isTight ? shown.text : ` ${shown.text}`;
    })
    .join('');
}

/** Whether two words are forms of one: `tornado`, `tornadoes`. */
function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const most = Math.min(one.length, other.length);
  const least = Math.max(shortestStem, Math.max(one.length, other.length) - longestEnding);
  return most >= least && one.slice(0, least) === other.slice(0, least);
}

function isSamePhrase(one: string, other: string): boolean {
  if (one.charCodeAt(0) !== other.charCodeAt(0)) return false;
  const ones = one.split(' ');
  const others = other.split(' ');
  return ones.length === others.length && ones.every((word, index) => isSameWord(word, others[index] ?? ''));
}

/** Whether a phrase says what a better one says: another form of it, a part of it, or it with words that rarely go with it. */
function isTold({ key, frequency, isPart }: Picked, by: Picked, containment: number): boolean {
  if (isSamePhrase(by.key, key)) return true;
  if (by.key.length >= key.length)
    return ` ${by.key} `.includes(` ${key} `) && (isPart || frequency <= by.frequency * containment);
  return ` ${key} `.includes(` ${by.key} `) && frequency < by.frequency * usualShare;
}

/** So many phrases, which are read most, are good ones where a text has them. */
const readMost = 5;
/** Where a text has fewer good ones than this, weak ones are told. */
const fewest = 2;

/**
 * The best phrases, each thing once: names by their full form, words in one of their forms. Weak ones stand
 * behind the first good ones.
 */
export function pickPhrases(ranked: Iterable<Ranked>, rules: PickRules): Picked[] {
  const { most, containment, names, small } = rules;
  const picked: Picked[] = [];
  const waiting: Picked[] = [];
  const add = (phrase: Picked): void => {
    if (picked.length < most && !picked.some((other) => isTold(phrase, other, containment)))
      picked.push({ ...phrase, score: Math.min(phrase.score, picked.at(-1)?.score ?? phrase.score) });
  };
  for (const entry of ranked) {
    if (picked.length >= readMost) for (const phrase of waiting.splice(0)) add(phrase);
    if (picked.length >= most) break;
    const standing = { ...entry, isSmall: entry.words.some(({ word }) => small.has(word.number)) };
    const named = nameOf(standing, names);
    const fit = named === undefined ? fitOf(standing, rules) : 'good';
    if (fit === 'none') continue;
    const phrase = {
      text: named?.shown ?? textOf(entry, small),
      key: named?.shown.toLowerCase() ?? entry.key,
      score: entry.score,
      frequency: entry.frequency,
      isPart: named === undefined && entry.isName,
    };
    if (fit === 'good' || picked.length >= readMost) add(phrase);
    else if (waiting.length < most) waiting.push(phrase);
  }
  for (const phrase of waiting) if (picked.length < fewest) add(phrase);
  return picked;
}
