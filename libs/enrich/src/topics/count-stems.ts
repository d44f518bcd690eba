import { hashText, hashUnit } from '../entities/hash-text.ts';
import { combiningMark, plainLetters } from './plain-letters.ts';

/**
 * Entries of a table of plain words. Hashes are signed here: such numbers need no object of their own as keys.
 */
export interface StemTable {
  /** Topics, as bits, by the hash of a beginning, or of a whole word with `wholeMark` behind it. */
  readonly topics: ReadonlyMap<number, number>;
  /** Hashes of the first `fewestLetters` letters: most words of a text begin no entry. */
  readonly beginnings: ReadonlySet<number>;
}

/** Fewest letters of a beginning; whole words may be shorter. */
const fewestLetters = 3;
/** Behind an entry of a table: it is a whole word, its longer forms are others. */
const wholeMark = '|';
const wholeUnit = wholeMark.charCodeAt(0);
const emptyHash = hashText('') | 0;
/** Characters of a word that are looked at. */
const longestWord = 40;
/** Fewest letters of an entry inside a compound: shorter ones stand in words of other roots. */
const fewestInside = 5;

/** The table of entries with the bit of their topic; an entry may stand under several. */
export function readStems(entries: Iterable<readonly [entry: string, bit: number]>): StemTable {
  const topics = new Map<number, number>();
  const beginnings = new Set<number>();
  const letters = plainLetters();
  for (const [entry, bit] of entries) {
    let hash = emptyHash;
    for (let at = 0; at < entry.length; at += 1) {
      if (at === fewestLetters) beginnings.add(hash);
      const unit = entry.charCodeAt(at);
      // What is no letter stays.
      hash = hashUnit(letters[unit] || unit, hash) | 0;
    }
    if (entry.length <= fewestLetters) beginnings.add(hash);
    topics.set(hash, (topics.get(hash) ?? 0) | bit);
  }
  return { topics, beginnings };
}

/** What one word says: the hash of its entry and the topics of this; bits 0 for nothing. */
interface Found {
  hash: number;
  bits: number;
}

/** Looks for the longest entry that `word` has at `start`; the whole word goes before its beginnings. */
function lookUp(
  { topics, beginnings }: StemTable,
  word: Uint16Array,
  { start, size, fewest }: { readonly start: number; readonly size: number; readonly fewest: number },
  found: Found,
): void {
  let hash = emptyHash;
  for (let at = start; at < size; at += 1) {
    hash = hashUnit(word[at] ?? 0, hash) | 0;
    const length = at + 1 - start;
    if (length === fewestLetters && !beginnings.has(hash)) return;
    const bits = length < Math.max(fewest, fewestLetters) ? undefined : topics.get(hash);
    if (bits === undefined) continue;
    found.hash = hash;
    found.bits = bits;
  }
  const whole = hashUnit(wholeUnit, hash) | 0;
  const bits = size - start < fewest ? undefined : topics.get(whole);
  if (bits === undefined) return;
  found.hash = whole;
  found.bits = bits;
}

/**
 * Calls `count` with the entry that each word of a text has, compared without case and marks. In languages
 * that join words (`compounds`), the first entry inside a word counts where its beginning is none. `at`: its
 * number among the words of the text, from 1, single letters left out.
 */
export function countStems(
  text: string,
  table: StemTable,
  compounds: boolean,
  count: (hash: number, bits: number, at: number) => void,
): void {
  const letters = plainLetters();
  const word = new Uint16Array(longestWord);
  const found: Found = { hash: 0, bits: 0 };
  let size = 0;
  let words = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const letter = at === text.length ? 0 : (letters[text.charCodeAt(at)] ?? 0);
    if (letter === combiningMark) continue;
    if (letter !== 0) {
      if (size < longestWord) word[size] = letter;
      size += 1;
      continue;
    }
    if (size > 1) {
      words += 1;
      const length = Math.min(size, longestWord);
      found.bits = 0;
      lookUp(table, word, { start: 0, size: length, fewest: 1 }, found);
      for (
        let start = fewestLetters;
        compounds && found.bits === 0 && start <= length - fewestInside;
        start += 1
      )
        lookUp(table, word, { start, size: length, fewest: fewestInside }, found);
      if (found.bits !== 0) count(found.hash, found.bits, words);
    }
    size = 0;
  }
}
