import { numberSize, sketchSize, type Sketch } from './text-sketch.ts';

export type ShingleSketch = Extract<Sketch, { kind: 'shingles' }>;

/** What two sketches have in common. */
export interface Likeness {
  /** Common shingles over all shingles of both. */
  readonly resemblance: number;
  /** Share of the first text that stands in the second too. */
  readonly ofFirst: number;
  /** Share of the second text that stands in the first too. */
  readonly ofSecond: number;
  /** As resemblance, without the shingles that many candidates share (formulas of reports, boilerplate). */
  readonly rareResemblance: number;
  /** The rare common shingles over the rare ones of the shorter text. */
  readonly rareContainment: number;
  /** Share of the common shingles that stand in the same order in both texts. */
  readonly order: number;
  readonly common: number;
  readonly rareCommon: number;
  /**
   * Share of the numbers of the text with fewer of them that the other has too; 1 where there are hardly any.
   */
  readonly numbers: number;
}

/** A shingle found in more candidates than this is a formula and proves little. */
const formulaFrom = 5;
/** Texts with fewer common shingles are no copies unless they resemble each other at least this much. */
export const fewestCommon = 8;
export const leastResemblance = 0.5;
/** Fewer numbers than this prove nothing. */
const fewestNumbers = 3;

/** Greatest hash (24 bits) up to which a sketch holds every shingle of its text. */
export function limitOf(hashes: Uint32Array): number {
  if (hashes.length < sketchSize) return 0xffffff;
  let greatest = 0;
  for (let at = 0; at < hashes.length; at += 1) {
    const hash = hashes[at] ?? 0;
    if (hash > greatest) greatest = hash;
  }
  return greatest >>> 8;
}

/** Length of the longest increasing subsequence, by patience sorting. */
function longestRise(places: readonly number[]): number {
  const tops: number[] = [];
  for (const place of places) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tops[middle] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    tops[low] = place;
  }
  return tops.length;
}

function agreementOf(mine: Uint16Array, other: Uint16Array): number {
  const greatest = (numbers: Uint16Array) => (numbers.length < numberSize ? 0xffff : (numbers.at(-1) ?? 0));
  const limit = Math.min(greatest(mine), greatest(other));
  const known = new Set(mine);
  let mineCount = 0;
  let otherCount = 0;
  let common = 0;
  for (const number of mine) if (number <= limit) mineCount += 1;
  for (const number of other) {
    if (number > limit) break;
    otherCount += 1;
    if (known.has(number)) common += 1;
  }
  const fewer = Math.min(mineCount, otherCount);
  return fewer < fewestNumbers ? 1 : common / fewer;
}

/** A table of shingles (24 bits), in which one more than the shingle stands in its slot; room for `most` of them. */
const shingleTable = (most: number): Int32Array => new Int32Array(2 ** Math.ceil(Math.log2(most * 2 + 2)));

/** The slot of a shingle in a table: its own, or the empty one that it would take. */
function slotIn(table: Int32Array, shingle: number): number {
  const mask = table.length - 1;
  let slot = shingle & mask;
  while (table[slot] !== 0 && table[slot] !== shingle + 1) slot = (slot + 1) & mask;
  return slot;
}

/** Whether a shingle (24 bits) is rare among the sketches. */
export function rarityAmong(sketches: readonly ShingleSketch[]): (shingle: number) => boolean {
  // Only five or more can make a formula.
  if (sketches.length < formulaFrom) return () => true;
  const table = shingleTable(sketches.reduce((sum, { hashes }) => sum + hashes.length, 0));
  const counts = new Uint8Array(table.length);
  for (const { hashes } of sketches)
    for (let at = 0; at < hashes.length; at += 1) {
      const shingle = (hashes[at] ?? 0) >>> 8;
      const slot = slotIn(table, shingle);
      table[slot] = shingle + 1;
      counts[slot] = Math.min(formulaFrom, (counts[slot] ?? 0) + 1);
    }
  return (shingle) => (counts[slotIn(table, shingle)] ?? 0) < formulaFrom;
}

/** Where each shingle (24 bits) of a sketch stands in it, counted from 1; zero for those that it has not. */
function placesIn(hashes: Uint32Array): (shingle: number) => number {
  // Twice the room that is needed: most shingles that are asked for are not there.
  const table = shingleTable(sketchSize * 2);
  const places = new Uint8Array(table.length);
  hashes.forEach((hash, index) => {
    const slot = slotIn(table, hash >>> 8);
    table[slot] = (hash >>> 8) + 1;
    places[slot] = index + 1;
  });
  return (shingle) => places[slotIn(table, shingle)] ?? 0;
}

/** The shingles (24 bits) up to a limit, in the order of the text. */
export function shinglesUpTo(limit: number, { hashes }: ShingleSketch): number[] {
  return Array.from(hashes, (hash) => hash >>> 8).filter((shingle) => shingle <= limit);
}

function countUpTo(limit: number, hashes: Uint32Array): number {
  if (limit === 0xffffff) return hashes.length;
  let count = 0;
  for (let at = 0; at < hashes.length; at += 1) if ((hashes[at] ?? 0) >>> 8 <= limit) count += 1;
  return count;
}

function countRareUpTo(limit: number, hashes: Uint32Array, isRare: (shingle: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < hashes.length; at += 1) {
    const shingle = (hashes[at] ?? 0) >>> 8;
    if (shingle <= limit && isRare(shingle)) count += 1;
  }
  return count;
}

/**
 * Answers a function that compares one sketch with others; it answers undefined for those that have too
 * little in common to be copies.
 */
export function comparer(
  mine: ShingleSketch,
  isRareOf: () => (shingle: number) => boolean,
): (other: ShingleSketch) => Likeness | undefined {
  const placeOf = placesIn(mine.hashes);
  const mineLimit = limitOf(mine.hashes);
  return (other) => {
    const limit = Math.min(mineLimit, limitOf(other.hashes));
    const common: number[] = [];
    const { hashes } = other;
    for (let at = 0; at < hashes.length; at += 1) {
      const shingle = (hashes[at] ?? 0) >>> 8;
      if (shingle <= limit && placeOf(shingle) > 0) common.push(shingle);
    }
    const count = common.length;
    const mineCount = countUpTo(limit, mine.hashes);
    const otherCount = countUpTo(limit, other.hashes);
    const resemblance = count / Math.max(1, mineCount + otherCount - count);
    if (count < fewestCommon && resemblance < leastResemblance) return undefined;
    const isRare = isRareOf();
    const rareCommon = common.filter(isRare).length;
    const [mineRare, otherRare] = [
      countRareUpTo(limit, mine.hashes, isRare),
      countRareUpTo(limit, other.hashes, isRare),
    ];
    return {
      resemblance,
      ofFirst: count / Math.max(1, mineCount),
      ofSecond: count / Math.max(1, otherCount),
      rareResemblance: rareCommon / Math.max(1, mineRare + otherRare - rareCommon),
      rareContainment: rareCommon / Math.max(1, Math.min(mineRare, otherRare)),
      order: longestRise(common.map(placeOf)) / Math.max(1, count),
      common: count,
      rareCommon,
      numbers: agreementOf(mine.numbers, other.numbers),
    };
  };
}
