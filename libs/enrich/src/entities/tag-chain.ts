import { labelCount, mayEnd, mayFollow, OUTSIDE } from './name-labels.ts';

const impossible = -1e9;
/** Which label may follow which, by `before * labelCount + after`. */
const allowed = Uint8Array.from({ length: labelCount * labelCount }, (_, pair) =>
  mayFollow(Math.floor(pair / labelCount), pair % labelCount) ? 1 : 0,
);
const everyLabel = Array.from({ length: labelCount }, (_, label) => label);
/** By label those that may stand before it, and those that may follow: a third of all pairs. */
const labelsBefore = everyLabel.map((label) => everyLabel.filter((before) => mayFollow(before, label)));
const labelsAfter = everyLabel.map((label) => everyLabel.filter((after) => mayFollow(label, after)));
const ends = Uint8Array.from({ length: labelCount }, (_, label) => (mayEnd(label) ? 1 : 0));

/** What the search for the best path through a zone writes. */
export interface BestPath {
  readonly labels: Uint8Array;
  readonly best: Float64Array;
  readonly from: Uint8Array;
}

export function createBestPath(length: number): BestPath {
  return {
    labels: new Uint8Array(length),
    best: new Float64Array(length * labelCount),
    from: new Uint8Array(length * labelCount),
  };
}

/**
 * Best labels of a zone by Viterbi. `scores` holds labelCount numbers a word; a zone begins after and ends
 * before a word outside. `into` may be longer than the zone, so that many zones are read into one.
 */
export function bestLabels(
  scores: Float64Array,
  steps: Float64Array,
  length: number,
  into = createBestPath(length),
): Uint8Array {
  const { labels, best, from } = into;
  for (let label = 0; label < labelCount; label += 1)
    best[label] =
      allowed[OUTSIDE * labelCount + label] === 1 ? (scores[label] ?? 0) + (steps[label] ?? 0) : impossible;
  for (let index = 1; index < length; index += 1) {
    for (let label = 0; label < labelCount; label += 1) {
      let top = impossible;
      let choice = 0;
      for (const before of labelsBefore[label] ?? []) {
        const score =
          (best[(index - 1) * labelCount + before] ?? 0) + (steps[before * labelCount + label] ?? 0);
        if (score > top) {
          top = score;
          choice = before;
        }
      }
      best[index * labelCount + label] = top + (scores[index * labelCount + label] ?? 0);
      from[index * labelCount + label] = choice;
    }
  }
  let label = OUTSIDE;
  for (let last = 1; last < labelCount; last += 1)
    if (
      ends[last] === 1 &&
      (best[(length - 1) * labelCount + last] ?? 0) > (best[(length - 1) * labelCount + label] ?? 0)
    )
      label = last;
  for (let index = length - 1; index >= 0; index -= 1) {
    labels[index] = label;
    label = from[index * labelCount + label] ?? OUTSIDE;
  }
  return labels;
}

/**
 * What the forward and backward passes give: the share of every label at every word, the forward and backward
 * sums and their scale.
 */
export interface Marginals {
  readonly shares: Float64Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly emissions: Float64Array;
  /**
   * Sum of each forward row before it was scaled; the log-likelihood of a zone is the sum of their logarithms
   * plus the tops of the rows.
   */
  readonly scale: Float64Array;
}

export function createMarginals(length: number): Marginals {
  return {
    shares: new Float64Array(length * labelCount),
    forward: new Float64Array(length * labelCount),
    backward: new Float64Array(length * labelCount),
    emissions: new Float64Array(length * labelCount),
    scale: new Float64Array(length),
  };
}

/**
 * Probability of every label at every word of a zone (forward-backward, each row scaled to 1). `grow` is
 * `exp` of the steps. `into` may be longer than the zone, so that many zones are read into one.
 */
export function labelShares(
  scores: Float64Array,
  grow: Float64Array,
  length: number,
  into = createMarginals(length),
): Marginals {
  const { shares, forward, backward, emissions, scale } = into;
  for (let index = 0; index < length; index += 1) {
    let top = impossible;
    for (let label = 0; label < labelCount; label += 1)
      top = Math.max(top, scores[index * labelCount + label] ?? 0);
    for (let label = 0; label < labelCount; label += 1)
      emissions[index * labelCount + label] = Math.exp((scores[index * labelCount + label] ?? 0) - top);
  }
  for (let index = 0; index < length; index += 1) {
    let sum = 0;
    for (let label = 0; label < labelCount; label += 1) {
      let value = 0;
      if (index === 0) value = allowed[label] === 1 ? (grow[label] ?? 0) : 0;
      else
        for (const before of labelsBefore[label] ?? [])
          value +=
            (forward[(index - 1) * labelCount + before] ?? 0) * (grow[before * labelCount + label] ?? 0);
      if (index === length - 1 && ends[label] !== 1) value = 0;
      value *= emissions[index * labelCount + label] ?? 0;
      forward[index * labelCount + label] = value;
      sum += value;
    }
    scale[index] = sum;
    for (let label = 0; label < labelCount; label += 1)
      forward[index * labelCount + label] = (forward[index * labelCount + label] ?? 0) / sum;
  }
  for (let index = length - 1; index >= 0; index -= 1) {
    for (let label = 0; label < labelCount; label += 1) {
      let value = 0;
      if (index === length - 1) value = ends[label] ?? 0;
      else {
        for (const after of labelsAfter[label] ?? [])
          value +=
            (grow[label * labelCount + after] ?? 0) *
            (emissions[(index + 1) * labelCount + after] ?? 0) *
            (backward[(index + 1) * labelCount + after] ?? 0);
        value /= scale[index + 1] ?? 1;
      }
      backward[index * labelCount + label] = value;
      shares[index * labelCount + label] = (forward[index * labelCount + label] ?? 0) * value;
    }
  }
  return into;
}

/** The pairs of labels that may follow each other. */
export const allowedSteps: Uint8Array = allowed;
