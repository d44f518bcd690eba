import { readSketch, sketchSize, type Sketch } from './text-sketch.ts';

export interface Candidate {
  readonly id: string;
  readonly payload: string;
}
/** `similarity` lies between 0 and 1: the share of common shingles in the shorter text. */
export interface Duplicate {
  readonly id: string;
  readonly similarity: number;
}

type Shingles = Uint32Array;

/** What two sketches have in common. */
interface Likeness {
  /** Common shingles over all shingles of both. */
  readonly resemblance: number;
  /** Common shingles over those of the shorter text. */
  readonly containment: number;
  /** As containment, without the shingles that many candidates share (formulas of reports, boilerplate). */
  readonly rareContainment: number;
  /** Share of the common shingles that stand in the same order in both texts. */
  readonly order: number;
  readonly common: number;
}

/** A shingle found in more candidates than this is a formula and proves little. */
const formulaFrom = 5;

/** Greatest hash up to which a sketch holds every shingle of its text. */
function limitOf(hashes: Shingles): number {
  return hashes.length < sketchSize ? 0xffffffff : hashes.reduce((greatest, hash) => Math.max(greatest, hash), 0);
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

function compare(mine: Shingles, other: Shingles, limit: number, spread: ReadonlyMap<number, number>): Likeness {
  const isRare = (hash: number) => (spread.get(hash) ?? 0) < formulaFrom;
  const places = new Map<number, number>();
  let mineRare = 0;
  for (const hash of mine) {
    if (hash > limit) continue;
    places.set(hash, places.size);
    if (isRare(hash)) mineRare += 1;
  }
  const common: number[] = [];
  let others = 0;
  let otherRare = 0;
  let commonRare = 0;
  for (const hash of other) {
    if (hash > limit) continue;
    others += 1;
    const rare = isRare(hash) ? 1 : 0;
    otherRare += rare;
    const place = places.get(hash);
    if (place === undefined) continue;
    common.push(place);
    commonRare += rare;
  }
  const count = common.length;
  return {
    resemblance: count / Math.max(1, places.size + others - count),
    containment: count / Math.max(1, Math.min(places.size, others)),
    rareContainment: commonRare / Math.max(1, Math.min(mineRare, otherRare)),
    order: longestRise(common) / Math.max(1, count),
    common: count,
  };
}

/**
 * Whether the likeness proves a copy. In turn: nearly all in common; most in common in any order (paragraphs moved);
 * much in common in the same order (words exchanged); a short text that stands, in order, within a longer one. Texts put
 * together from the same sentences in another order and choice fail all four.
 */
function isCopy(like: Likeness): boolean {
  if (like.resemblance >= 0.7) return true;
  if (like.resemblance >= 0.5 && like.containment >= 0.7) return true;
  if (like.order < 0.9 || like.common < 8) return false;
  return like.rareContainment >= (like.resemblance >= 0.2 ? 0.48 : 0.7);
}

/** How many candidates each shingle stands in. */
function spreadOf(sketches: readonly { readonly sketch: Sketch }[]): Map<number, number> {
  const spread = new Map<number, number>();
  for (const { sketch } of sketches) {
    if (sketch.kind === 'exact') continue;
    for (const hash of sketch.hashes) spread.set(hash, (spread.get(hash) ?? 0) + 1);
  }
  return spread;
}

/** A text that was seen before: its article and its sketch. */
export interface Sketched {
  readonly id: string;
  readonly sketch: Sketch;
}

/** Those of the others that have the same or nearly the same text, in their order, with the similarity. */
export function findCopies(sketch: Sketch, others: readonly Sketched[]): Duplicate[] {
  if (sketch.kind === 'exact') return others.filter((other) => other.sketch.kind === 'exact' && other.sketch.hash === sketch.hash).map(({ id }) => ({ id, similarity: 1 }));
  const spread = spreadOf(others);
  const limit = limitOf(sketch.hashes);
  return others.flatMap((other) => {
    if (other.sketch.kind === 'exact') return [];
    const like = compare(sketch.hashes, other.sketch.hashes, Math.min(limit, limitOf(other.sketch.hashes)), spread);
    return isCopy(like) ? [{ id: other.id, similarity: Math.round(like.containment * 1_000) / 1_000 }] : [];
  });
}

/** The first of the candidates (oldest first) that the text is a copy of; undefined when there is none. */
export function findDuplicate(sketch: Sketch, ownId: string, candidates: readonly Candidate[]): Duplicate | undefined {
  const others = candidates.flatMap((candidate) => {
    const read = candidate.id === ownId ? undefined : readSketch(candidate.payload);
    return read === undefined ? [] : [{ id: candidate.id, sketch: read }];
  });
  return findCopies(sketch, others)[0];
}
