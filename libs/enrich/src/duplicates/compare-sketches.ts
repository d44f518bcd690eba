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
  /** Share of the numbers of the text with fewer of them that the other has too; 1 where there are hardly any. */
  readonly numbers: number;
}

/** A shingle found in more candidates than this is a formula and proves little. */
const formulaFrom = 5;
/** Fewer numbers than this prove nothing. */
const fewestNumbers = 3;

/** Greatest hash (24 bits) up to which a sketch holds every shingle of its text. */
function limitOf(hashes: Uint32Array): number {
  if (hashes.length < sketchSize) return 0xffffff;
  let greatest = 0;
  for (const hash of hashes) if (hash > greatest) greatest = hash;
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

/** How many of the sketches each shingle (24 bits) stands in. */
export function spreadOf(sketches: readonly ShingleSketch[]): ReadonlyMap<number, number> {
  const spread = new Map<number, number>();
  // Only five or more can make a formula.
  if (sketches.length < formulaFrom) return spread;
  for (const { hashes } of sketches) for (const hash of hashes) spread.set(hash >>> 8, (spread.get(hash >>> 8) ?? 0) + 1);
  return spread;
}

/** Answers a function that compares one sketch with others. `spread` tells formulas. */
export function comparer(mine: ShingleSketch, spread: ReadonlyMap<number, number>): (other: ShingleSketch) => Likeness {
  const isRare = (hash: number) => spread.size === 0 || (spread.get(hash) ?? 0) < formulaFrom;
  const places = new Map<number, number>();
  for (const hash of mine.hashes) places.set(hash >>> 8, places.size);
  const mineLimit = limitOf(mine.hashes);
  return (other) => {
    const limit = Math.min(mineLimit, limitOf(other.hashes));
    let mineCount = 0;
    let mineRare = 0;
    for (const hash of places.keys()) {
      if (hash > limit) continue;
      mineCount += 1;
      if (isRare(hash)) mineRare += 1;
    }
    const common: number[] = [];
    let otherCount = 0;
    let otherRare = 0;
    let rareCommon = 0;
    for (const wide of other.hashes) {
      const hash = wide >>> 8;
      if (hash > limit) continue;
      otherCount += 1;
      const rare = isRare(hash) ? 1 : 0;
      otherRare += rare;
      const place = places.get(hash);
      if (place === undefined) continue;
      common.push(place);
      rareCommon += rare;
    }
    const count = common.length;
    return {
      resemblance: count / Math.max(1, mineCount + otherCount - count),
      ofFirst: count / Math.max(1, mineCount),
      ofSecond: count / Math.max(1, otherCount),
      rareResemblance: rareCommon / Math.max(1, mineRare + otherRare - rareCommon),
      rareContainment: rareCommon / Math.max(1, Math.min(mineRare, otherRare)),
      order: longestRise(common) / Math.max(1, count),
      common: count,
      rareCommon,
      numbers: agreementOf(mine.numbers, other.numbers),
    };
  };
}
