import { classesOfName, nameClass } from '../gazetteer/name-classes.ts';
import { foreignJoiningWords } from '../gazetteer/foreign-name-words.ts';
import { joiningWords } from '../gazetteer/name-words.ts';
import { hashText, mixBits } from './hash-text.ts';
import { readHints, type ForeignText, type Hints } from './read-hints.ts';
import { readTokens, type Tokens } from './read-tokens.ts';
import { wordForm, type ReadWord, type WordFacts } from './word-facts.ts';

/** How often a text writes each form small and, where no sentence begins, capitalised. */
export interface FormUses {
  readonly small: Int32Array;
  readonly capitalised: Int32Array;
}

/**
 * A text as the tagger sees it. Only words in zones (`zoneStart` to `zoneEnd`, the end excluded) may belong
 * to names.
 */
export interface TextView {
  readonly tokens: Tokens;
  readonly words: readonly WordFacts[];
  /** How each word is written: its form. */
  readonly written: Uint8Array;
  /** The words by their lower-cased forms, which are numbered by their first places. */
  readonly forms: Int32Array;
  readonly formCount: number;
  /** What the gazetteers say of the name that the word stands in, or of the word alone. */
  readonly classes: Int32Array;
  /** Manner of the sentence: 0 ordinary, 1 every word capitalised, 2 upper case. */
  readonly manner: Uint8Array;
  readonly uses: FormUses;
  readonly zoneStart: readonly number[];
  readonly zoneEnd: readonly number[];
  /** Of a text in another language than English. */
  readonly hints?: Hints;
}

const joiners = new Set([...joiningWords, '&', "'", '’', '/', '-', '–', "'s", '’s']);
const foreignJoiners = new Set([...joiners, ...foreignJoiningWords]);
const isDash = /^[-‐‑–/]$/;
/** Joiners that may stand in a row between two capitalised words of one name. */
const mostJoiners = 3;
const longestName = 6;
/** Longer zones are lists or junk; they are read in parts. */
const longestZone = 60;

const isCapital = (form: number): boolean =>
  form === wordForm.capitalised ||
  form === wordForm.upper ||
  form === wordForm.mixed ||
  form === wordForm.initial ||
  form === wordForm.digitsAndLetters;

/** Shorter words say nothing of the manner of a sentence. */
const fewestLetters = 4;

/** Marks sentences whose words are all capitalised, as in headlines. */
function readManners(tokens: Tokens, written: Uint8Array): Uint8Array {
  const manner = new Uint8Array(tokens.count);
  for (let from = 0; from < tokens.count; ) {
    let to = from;
    let upper = 0;
    let capital = 0;
    let long = 0;
    for (; to < tokens.count && tokens.sentence[to] === tokens.sentence[from]; to += 1) {
      const form = written[to] ?? wordForm.mark;
      const length = (tokens.end[to] ?? 0) - (tokens.start[to] ?? 0);
      if (length < fewestLetters || form === wordForm.mark || form === wordForm.digits) continue;
      long += 1;
      if (form === wordForm.upper) upper += 1;
      if (isCapital(form)) capital += 1;
    }
    if (long >= 3 && upper >= long * 0.7) manner.fill(2, from, to);
    else if (long >= 4 && capital >= long * 0.85) manner.fill(1, from, to);
    from = to;
  }
  return manner;
}

/** Numbers the lower-cased forms of the words, by a table of their hashes that holds the first place of each. */
function readForms(words: readonly WordFacts[]): { forms: Int32Array; count: number } {
  const forms = new Int32Array(words.length);
  const mask = 2 ** Math.ceil(Math.log2(words.length * 2 + 2)) - 1;
  const places = new Int32Array(mask + 1);
  let count = 0;
  words.forEach((word, index) => {
    let slot = mixBits(word.lowerHash) & mask;
    for (;;) {
      const place = places[slot] ?? 0;
      if (place === 0) {
        places[slot] = index + 1;
        forms[index] = count;
        count += 1;
        return;
      }
      if (words[place - 1]?.lower === word.lower) {
        forms[index] = forms[place - 1] ?? 0;
        return;
      }
      slot = (slot + 1) & mask;
    }
  });
  return { forms, count };
}

function readUses(
  tokens: Tokens,
  written: Uint8Array,
  { manner, forms, count }: { manner: Uint8Array; forms: Int32Array; count: number },
): FormUses {
  const small = new Int32Array(count);
  const capitalised = new Int32Array(count);
  for (let index = 0; index < tokens.count; index += 1) {
    const form = written[index] ?? wordForm.mark;
    if (form === wordForm.mark || manner[index] !== 0) continue;
    const number = forms[index] ?? 0;
    if (form === wordForm.lower) small[number] = (small[number] ?? 0) + 1;
    else if (tokens.first[index] !== 1) capitalised[number] = (capitalised[number] ?? 0) + 1;
  }
  return { small, capitalised };
}

/** Gives every word of a zone the classes of the longest name of a gazetteer that it stands in. */
function readClasses(
  words: readonly WordFacts[],
  starts: readonly number[],
  ends: readonly number[],
  count: number,
): Int32Array {
  const classes = new Int32Array(count);
  const isName =
    nameClass.bigCity | nameClass.town | nameClass.country | nameClass.region | nameClass.organisation;
  starts.forEach((start, zone) => {
    const end = ends[zone] ?? start;
    for (let index = start; index < end; index += 1)
      classes[index] = (classes[index] ?? 0) | (words[index]?.classes ?? 0);
    for (let from = start; from < end; ) {
      let found = 0;
      let length = 1;
      let hash = words[from]?.lowerHash ?? 0;
      for (let next = from + 1; next < Math.min(end, from + longestName); next += 1) {
        hash = hashText(words[next]?.lower ?? '', hashText(' ', hash));
        const bits = classesOfName(hash) & isName;
        if (bits === 0) continue;
        found = bits;
        length = next - from + 1;
      }
      for (let index = from; found !== 0 && index < from + length; index += 1)
        classes[index] = (classes[index] ?? 0) | found | (index === from ? 1 << 16 : 1 << 17);
      from += length;
    }
  });
  return classes;
}

/** What zones are read from. */
interface ZoneText extends Pick<TextView, 'tokens' | 'words' | 'written'> {
  readonly isForeign: boolean;
}

/** Whether nothing stands between a word and its neighbours: a part of Aix-en-Provence. */
const isGlued = ({ start, end }: Tokens, at: number): boolean =>
  end[at - 1] === start[at] && end[at] === start[at + 1];

/** Whether a word may stand inside a name; in words that are read part by part a dash between spaces may not. */
function isJoiner({ tokens, words, isForeign }: ZoneText, at: number): boolean {
  const { text = '', lower = '' } = words[at] ?? {};
  if (!isForeign) return joiners.has(lower);
  return isDash.test(text) ? isGlued(tokens, at) : foreignJoiners.has(lower);
}

/** Whether a small word is joined to its neighbours by hyphens, which makes it a part of one word. */
const isInWord = ({ tokens, words, isForeign }: ZoneText, at: number): boolean =>
  isForeign &&
  isGlued(tokens, at) &&
  [at - 1, at, at + 1].some((near) => isDash.test(words[near]?.text ?? ''));

/** A word with hyphens has so many parts at most. */
const mostParts = 8;

/**
 * Whether joiners from `index` on lead to another capitalised word of the same sentence; how many they are. Parts of
 * one word do not count as joiners in a row.
 */
function joinersFrom(zone: ZoneText, index: number): number {
  const { tokens, written } = zone;
  let joined = 0;
  for (let next = index; next < Math.min(tokens.count, index + mostParts); next += 1) {
    const form = written[next] ?? wordForm.mark;
    if (tokens.sentence[next] !== tokens.sentence[index - 1]) return 0;
    if (isCapital(form)) return next - index;
    if (isInWord(zone, next)) continue;
    joined += 1;
    if (joined > mostJoiners || (form !== wordForm.digits && !isJoiner(zone, next))) return 0;
  }
  return 0;
}

function readZones(zone: ZoneText): { starts: number[]; ends: number[] } {
  const { tokens, written } = zone;
  const starts: number[] = [];
  const ends: number[] = [];
  for (let index = 0; index < tokens.count; ) {
    if (!isCapital(written[index] ?? wordForm.mark)) {
      index += 1;
      continue;
    }
    const before = written[index - 1];
    const sameSentence =
      index > 0 && tokens.sentence[index - 1] === tokens.sentence[index] && (ends.at(-1) ?? 0) < index;
    const opens =
      sameSentence &&
      (before === wordForm.digits || (before === wordForm.lower && isJoiner(zone, index - 1)));
    starts.push(opens ? index - 1 : index);
    let end = index + 1;
    while (
      end < tokens.count &&
      tokens.sentence[end] === tokens.sentence[index] &&
      end - index < longestZone
    ) {
      const form = written[end] ?? wordForm.mark;
      if (isCapital(form) || (form === wordForm.digits && isCapital(written[end - 1] ?? wordForm.mark)))
        end += 1;
      else {
        const count = joinersFrom(zone, end);
        if (count === 0) break;
        end += count;
      }
    }
    ends.push(end);
    index = end;
  }
  return { starts, ends };
}

/**
 * Reads a text once: its words, where names may stand, and what the gazetteers and the text itself say of
 * each word; in another language than English also what its rules find.
 */
export function viewText(text: string, readWord: ReadWord, foreign?: ForeignText): TextView {
  const tokens = readTokens(text, foreign !== undefined);
  const words: WordFacts[] = [];
  const written = new Uint8Array(tokens.count);
  for (let index = 0; index < tokens.count; index += 1) {
    const word = readWord(text, tokens.start[index] ?? 0, tokens.end[index] ?? 0);
    written[index] = word.form;
    words.push(word);
  }
  const manner = readManners(tokens, written);
  const { starts, ends } = readZones({ tokens, words, written, isForeign: foreign !== undefined });
  const { forms, count } = readForms(words);
  return {
    tokens,
    words,
    written,
    forms,
    formCount: count,
    classes: readClasses(words, starts, ends, tokens.count),
    manner,
    uses: readUses(tokens, written, { manner, forms, count }),
    zoneStart: starts,
    zoneEnd: ends,
    ...(foreign === undefined ? {} : { hints: readHints(tokens, words, foreign) }),
  };
}
