import { mix } from '../duplicates/read-shingles.ts';
import { unitRuns } from '@newsmill/text';

/** How many buckets the features of a text are hashed into; each number is a power of two. */
export interface FeatureSpace {
  /** Words and pairs of neighbours. */
  readonly words: number;
  /** Runs of four characters inside a word with its borders: they see stems and compounds. */
  readonly parts: number;
}

/**
 * The features of one text: buckets of words first, then `wordCount` on those of parts, each with how often
 * it occurs.
 */
export interface Features {
  readonly buckets: Uint32Array;
  readonly counts: Uint16Array;
  readonly wordCount: number;
}

/** Reads features of one text after the other; what it gives is overwritten by its next call. */
export type FeatureReader = (text: string) => Features;

/** Characters of a text that are read: what an article is about stands in its beginning. */
export const longestRead = 6_000;
/** Longest word; a longer run is cut. */
const longestWord = 40;
const partLength = 4;

/**
 * By UTF-16 unit: the lower-case form of a letter, digit or mark; 0 for all that parts words. Built at first
 * use.
 */
let letters: Uint16Array | undefined;

function letterTable(): Uint16Array {
  if (letters !== undefined) return letters;
  const table = new Uint16Array(0x10000);
  for (const [from, run] of unitRuns(/[\p{L}\p{N}\p{M}]+/gu))
    for (let unit = from; unit < from + run.length; unit += 1) table[unit] = unit;
  for (let half = 0xd800; half < 0xe000; half += 1) table[half] = half;
  for (const [unit, character] of unitRuns(/\p{Changes_When_Lowercased}/gu)) {
    const lower = character.toLowerCase();
    if (lower.length === 1 && table[unit] !== 0) table[unit] = lower.charCodeAt(0);
  }
  letters = table;
  return table;
}

/**
 * Han, Kana and the scripts of South-East Asia are written without spaces: each character is a word of its
 * own.
 */
function isUnspaced(unit: number): boolean {
  return (
    unit >= 0x0e00 &&
    (unit <= 0x0eff ||
      (unit >= 0x1000 && unit <= 0x109f) ||
      (unit >= 0x1780 && unit <= 0x17ff) ||
      (unit >= 0x3040 && unit <= 0x30ff) ||
      (unit >= 0x3400 && unit <= 0x9fff) ||
      (unit >= 0xf900 && unit <= 0xfaff))
  );
}

/** One text being read: a count for each bucket, and the buckets that are not empty. */
class FeatureCounter {
  readonly #space: FeatureSpace;
  readonly #counts: Uint16Array;
  readonly #touched = new Uint32Array(longestRead * 3);
  readonly #out = new Uint16Array(longestRead * 3);
  /** The word being read between two spaces. */
  readonly #word = new Uint16Array(longestWord + 2);
  #size = 0;
  #previous = 0;

  constructor(space: FeatureSpace) {
    this.#space = space;
    this.#counts = new Uint16Array(space.words + space.parts);
  }

  #count(bucket: number): void {
    const before = this.#counts[bucket] ?? 0;
    this.#counts[bucket] = before + 1;
    if (before > 0) return;
    this.#touched[this.#size] = bucket;
    this.#size += 1;
  }

  /** Counts the word that ends here, and its pair with the one before it. */
  takeWord(hash: number): void {
    const mask = this.#space.words - 1;
    this.#count(mix(hash) & mask);
    if (this.#previous !== 0) this.#count(mix(Math.imul(this.#previous, 31) + hash) & mask);
    this.#previous = hash;
  }

  /** Counts the parts of a word of `length` units that stands in `units` from 1 on, its borders as spaces. */
  takeParts(units: Uint16Array, length: number): void {
    const mask = this.#space.parts - 1;
    const first = this.#space.words;
    const last = Math.max(0, length + 2 - partLength);
    for (let start = 0; start <= last; start += 1) {
      let hash = 0x811c9dc5;
      const end = Math.min(length + 2, start + partLength);
      for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (units[at] ?? 0), 0x01000193);
      this.#count(first + ((hash ^ (hash >>> 15)) & mask));
    }
  }

  read(text: string): void {
    const table = letterTable();
    const length = Math.min(text.length, longestRead);
    const word = this.#word;
    this.#previous = 0;
    let size = 0;
    let hash = 0x811c9dc5;
    word[0] = 32;
    for (let at = 0; at <= length; at += 1) {
      const unit = at === length ? 0 : (table[text.charCodeAt(at)] ?? 0);
      const alone = unit > 0x0dff && isUnspaced(unit);
      if (size > 0 && (unit === 0 || alone || size === longestWord)) {
        this.takeWord(hash);
        word[size + 1] = 32;
        if (this.#space.parts > 0) this.takeParts(word, size);
        size = 0;
        hash = 0x811c9dc5;
      }
      if (alone) this.takeWord(Math.imul(hash ^ unit, 0x01000193));
      else if (unit !== 0) {
        size += 1;
        word[size] = unit;
        hash = Math.imul(hash ^ unit, 0x01000193);
      }
    }
  }

  /** What was counted, words first; empties the counter for the next text. */
  take(): Features {
    const touched = this.#touched.subarray(0, this.#size);
    let words = 0;
    for (let index = 0; index < touched.length; index += 1) {
      const bucket = touched[index] ?? 0;
      if (bucket >= this.#space.words) continue;
      touched[index] = touched[words] ?? 0;
      touched[words] = bucket;
      words += 1;
    }
    for (let index = 0; index < touched.length; index += 1) {
      const bucket = touched[index] ?? 0;
      this.#out[index] = this.#counts[bucket] ?? 0;
      this.#counts[bucket] = 0;
    }
    const size = this.#size;
    this.#size = 0;
    return { buckets: touched, counts: this.#out.subarray(0, size), wordCount: words };
  }
}

/** A reader with its own counters, for one model or one training. */
export function makeFeatureReader(space: FeatureSpace): FeatureReader {
  const counter = new FeatureCounter(space);
  return (text) => {
    counter.read(text);
    return counter.take();
  };
}
