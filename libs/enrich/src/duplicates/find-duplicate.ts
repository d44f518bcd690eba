import type { FingerprintCandidate } from '@newsmill/contracts';
import { comparer, fewestCommon, leastResemblance, rarityAmong, type Likeness } from './compare-sketches.ts';
import { readSketch, type Sketch } from './text-sketch.ts';

/** `similarity` lies between 0 and 1: the share of common shingles in the shorter text. */
export interface Duplicate {
  readonly id: string;
  readonly similarity: number;
}

/** A text that was seen before: its article and its sketch. */
export interface Sketched {
  readonly id: string;
  readonly sketch: Sketch;
  /**
   * Whether other numbers may come from what a publisher puts around the same text (dates of other articles), since the
   * two cannot be reports of one series.
   */
  readonly isNoSeries?: boolean;
}
/** A copy that was found. */
export interface Copy extends Duplicate {
  /** Share of the own text that stands in the copy, and the other way round. */
  readonly ofOwn: number;
  readonly ofOther: number;
  /** The words are the same but the numbers are not: an update, or the next report of a series. */
  readonly isRenumbered: boolean;
}

/** Copies keep this share of the numbers of the shorter text. */
const keptNumbers = 0.7;
/** With so many common shingles a text says something beyond its numbers. */
const manyCommon = 40;

/**
 * Whether the likeness proves a copy. In turn: nearly all in common; most in common in any order (paragraphs
 * moved); much in common in the same order (words exchanged); a short text that stands, in order, within a
 * longer one. Texts put together from the same sentences in another order and choice fail all four.
 */
function isCopy(like: Likeness): boolean {
  if (like.resemblance >= 0.7) return true;
  if (like.resemblance >= leastResemblance && Math.max(like.ofFirst, like.ofSecond) >= 0.7) return true;
  if (like.order < 0.9 || like.common < fewestCommon) return false;
  return like.rareContainment >= (like.resemblance >= 0.2 ? 0.48 : 0.7);
}

/**
 * Other numbers in the same words: only what no other candidate has counts, so that reports filled into one
 * form differ.
 */
function isRenumberedCopy(like: Likeness): boolean {
  return like.rareResemblance >= 0.75 && like.rareCommon >= fewestCommon && like.order >= 0.9;
}

const rounded = (share: number) => Math.round(share * 1_000) / 1_000;

function copyOf(id: string, like: Likeness | undefined, isNoSeries: boolean): Copy | undefined {
  if (like === undefined) return undefined;
  const isOwnText = isNoSeries && like.common >= manyCommon && isCopy(like) && !isRenumberedCopy(like);
  const isRenumbered = like.numbers < keptNumbers && !isOwnText;
  if (isRenumbered ? !isRenumberedCopy(like) : !isCopy(like) && !isRenumberedCopy(like)) return undefined;
  return {
    id,
    similarity: rounded(Math.max(like.ofFirst, like.ofSecond)),
    ofOwn: rounded(like.ofFirst),
    ofOther: rounded(like.ofSecond),
    isRenumbered,
  };
}

/** Those of the others that have the same or nearly the same text, in their order, with the similarity. */
export function findCopies(sketch: Sketch, others: readonly Sketched[]): Copy[] {
  if (sketch.kind === 'exact') {
    const same = others.filter((other) => other.sketch.kind === 'exact' && other.sketch.hash === sketch.hash);
    return same.map(({ id }) => ({ id, similarity: 1, ofOwn: 1, ofOther: 1, isRenumbered: false }));
  }
  const comparable = others.flatMap(({ id, sketch: other, isNoSeries = false }) =>
    other.kind === 'exact' ? [] : [{ id, other, isNoSeries }],
  );
  let isRare: ((shingle: number) => boolean) | undefined;
  // Most candidates share a shingle or two: the formulas are counted once somebody comes near.
  const compare = comparer(sketch, () => (isRare ??= rarityAmong(comparable.map(({ other }) => other))));
  return comparable.flatMap(({ id, other, isNoSeries }) => copyOf(id, compare(other), isNoSeries) ?? []);
}

/** All candidates, oldest first, that the text is a copy of or that are copies of it. */
export function findDuplicates(
  sketch: Sketch,
  ownId: string,
  candidates: readonly FingerprintCandidate[],
): Copy[] {
  const others = candidates.flatMap((candidate) => {
    const read = candidate.id === ownId ? undefined : readSketch(candidate.payload);
    return read === undefined ? [] : [{ id: candidate.id, sketch: read }];
  });
  return findCopies(sketch, others);
}
