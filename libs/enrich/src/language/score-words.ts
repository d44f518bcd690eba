import { calibrate } from './calibrate.ts';
import { emptySlot, languageModel, weightOffset, type LanguageModel } from './language-model.ts';
import { type ScriptName } from './script-table.ts';

export interface LanguageScores {
  readonly languages: readonly string[];
  /** The chance of each language, 0 to 1. */
  readonly chances: readonly number[];
  /** Letters that were read. */
  readonly letters: number;
}

/** Letters of a word that are read; more are no word. */
const longestWord = 30;
const longestSequence = 5;
const boundary = 0x5f;
/** The hash: 32-bit words, multiplied as Knuth proposes (golden ratio), with the beginning of FNV-1a. */
const firstKey = 0x811c9dc5 | 0;
const multiplier = 0x9e3779b1 | 0;
const keyMask = 0x3fffffff;

/**
 * The letters that the model was trained on, a subset of the letters of the script: lower case, without
 * marks.
 */
const alphabets: Partial<Record<ScriptName, RegExp>> = {
  Latin: /[a-zªºß-öø-ʯḀ-ỿﬀ-ﬆ]+/g,
  // oxlint-disable-next-line no-misleading-character-class -- ranges of the letters themselves, each a unit of the model
  Cyrillic: /[Ѐ-ԯᲀ-ᲈⷠ-ⷿꙀ-ꚟ]+/g,
  Arabic: /[ء-يٮ-ۓەۮۯۺ-ۿݐ-ݿ]+/g,
  // oxlint-disable-next-line no-misleading-character-class -- ranges of the letters themselves, each a unit of the model
  Devanagari: /[ऄ-हऽॐक़-ॡॲ-ॿ]+/g,
  Han: /[一-鿿]/g,
};

/** Keys of the sequences of one word, and what the table has in the first slot of each. */
const mostSequences = (longestWord + 2) * longestSequence;
const keys = new Int32Array(mostSequences);
const founds = new Int32Array(mostSequences);

/** The keys of every sequence of one to five letters of the word in `codes`; says how many they are. */
function writeKeys(codes: Uint16Array, length: number): number {
  let count = 0;
  for (let start = 0; start < length; start++) {
    const end = Math.min(start + longestSequence, length);
    let key = firstKey;
    for (let at = start; at < end; at++) {
      key = Math.imul(key ^ (codes[at] ?? 0), multiplier);
      key ^= key >>> 15;
      keys[count++] = key & keyMask;
    }
  }
  return count;
}

/**
 * Adds what every sequence of the word in `codes` says. The slots of all are asked for first: they lie far
 * apart, and come side by side so.
 */
function addWord(
  { mask, slots, entries }: LanguageModel,
  codes: Uint16Array,
  length: number,
  sums: Int32Array,
): void {
  const count = writeKeys(codes, length);
  for (let index = 0; index < count; index++)
    founds[index] = slots[2 * ((keys[index] ?? 0) & mask)] ?? emptySlot;
  for (let index = 0; index < count; index++) {
    const wanted = keys[index] ?? 0;
    let slot = wanted & mask;
    let found = founds[index] ?? emptySlot;
    while (found !== wanted && found !== emptySlot) {
      slot = (slot + 1) & mask;
      found = slots[2 * slot] ?? emptySlot;
    }
    if (found === emptySlot) continue;
    const place = slots[2 * slot + 1] ?? 0;
    const first = place >>> 8;
    const last = first + (place & 255);
    for (let entry = first; entry < last; entry++) {
      const packed = entries[entry] ?? 0;
      const language = packed >>> 8;
      sums[language] = (sums[language] ?? 0) + (packed & 255) - weightOffset;
    }
  }
}

/** When two pieces have made it as sure as this, the others are not read. */
const sureEnough = 0.999;

/**
 * What the letter sequences of a text in `script`, given in pieces, say about its language; undefined for a
 * script that the model does not know, and for no piece.
 */
export function scoreWords(pieces: readonly string[], script: ScriptName): LanguageScores | undefined {
  const model = languageModel();
  const group = model.groups.find(({ name }) => name === script);
  const alphabet = alphabets[script];
  if (group === undefined || alphabet === undefined) return undefined;
  const { first, languages, bias } = group;
  const sums = new Int32Array(256);
  const codes = new Uint16Array(longestWord + 2);
  codes[0] = boundary;
  let letters = 0;
  for (const [number, piece] of pieces.entries()) {
    // A capital I with a dot would become two characters in lower case.
    for (const [word] of piece.replaceAll('İ', 'i').toLowerCase().matchAll(alphabet)) {
      const length = Math.min(word.length, longestWord);
      for (let at = 0; at < length; at++) codes[at + 1] = word.charCodeAt(at);
      codes[length + 1] = boundary;
      addWord(model, codes, length + 2, sums);
      letters += length;
    }
    const isLast = number === pieces.length - 1;
    if (number === 0 && !isLast) continue;
    const chances = calibrate(
      bias.map((start, at) => start + (sums[first + at] ?? 0) * model.unit),
      letters,
      languages,
    );
    if (isLast || Math.max(...chances) >= sureEnough) return { languages, chances, letters };
  }
  return undefined;
}
