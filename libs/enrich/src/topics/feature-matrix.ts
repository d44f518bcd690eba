import { makeFeatureReader, type Features, type FeatureSpace } from './read-features.ts';

/**
 * Texts as rows of counts (compressed sparse rows): the buckets of row `i` stand from `starts[i]` to
 * `starts[i + 1]`.
 */
export interface CountMatrix {
  readonly space: FeatureSpace;
  readonly starts: Uint32Array;
  readonly buckets: Uint32Array;
  readonly counts: Uint16Array;
  /** Where the parts of row `i` begin. */
  readonly parts: Uint32Array;
}

/** Rows with their weights: tf-idf, the words and the parts of each row of length one. */
export interface WeightedMatrix extends Omit<CountMatrix, 'counts'> {
  readonly values: Float32Array;
}

/** Reads all texts into one matrix. */
export function countFeatures(texts: readonly string[], space: FeatureSpace): CountMatrix {
  const read = makeFeatureReader(space);
  const rows = texts.map((text) => {
    const { buckets, counts, wordCount } = read(text);
    return { buckets: buckets.slice(), counts: counts.slice(), wordCount };
  });
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((row, index) => (starts[index + 1] = (starts[index] ?? 0) + row.buckets.length));
  const total = starts[rows.length] ?? 0;
  const matrix = {
    space,
    starts,
    buckets: new Uint32Array(total),
    counts: new Uint16Array(total),
    parts: new Uint32Array(rows.length),
  };
  rows.forEach((row, index) => {
    const start = starts[index] ?? 0;
    matrix.buckets.set(row.buckets, start);
    matrix.counts.set(row.counts, start);
    matrix.parts[index] = start + row.wordCount;
  });
  return matrix;
}

/**
 * Inverse document frequencies are kept in steps of this: one byte for each bucket, 0 for one that no text
 * had.
 */
const idfStep = 1 / 20;

/** Smoothed inverse document frequency of each bucket over some rows, in steps of `idfStep`. */
export function weighBuckets(matrix: CountMatrix, rows: readonly number[]): Uint8Array {
  const frequency = new Uint32Array(matrix.space.words + matrix.space.parts);
  for (const row of rows) {
    const end = matrix.starts[row + 1] ?? 0;
    for (let at = matrix.starts[row] ?? 0; at < end; at += 1) {
      const bucket = matrix.buckets[at] ?? 0;
      frequency[bucket] = (frequency[bucket] ?? 0) + 1;
    }
  }
  const steps = new Uint8Array(frequency.length);
  for (let bucket = 0; bucket < steps.length; bucket += 1) {
    const count = frequency[bucket] ?? 0;
    if (count > 0)
      steps[bucket] = Math.min(255, Math.round((Math.log((1 + rows.length) / (1 + count)) + 1) / idfStep));
  }
  return steps;
}

const logs = Float32Array.from({ length: 256 }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)));

/**
 * Damped frequency times inverse document frequency of each feature, into `into`; words and parts each get
 * length one.
 */
export function weighFeatures(
  { buckets, counts, wordCount }: Features,
  idf: Uint8Array,
  into: Float32Array,
): void {
  let sum = 0;
  let from = 0;
  const size = buckets.length;
  for (let at = 0; at <= size; at += 1) {
    if (at === wordCount || at === size) {
      const scale = sum === 0 ? 0 : 1 / Math.sqrt(sum);
      for (let index = from; index < at; index += 1) into[index] = (into[index] ?? 0) * scale;
      from = at;
      sum = 0;
      if (at === size) return;
    }
    const value = (logs[Math.min(255, counts[at] ?? 0)] ?? 0) * (idf[buckets[at] ?? 0] ?? 0);
    into[at] = value;
    sum += value * value;
  }
}

/** All rows weighed by the inverse document frequencies of the training rows. */
export function weighMatrix(matrix: CountMatrix, idf: Uint8Array): WeightedMatrix {
  const values = new Float32Array(matrix.buckets.length);
  for (let row = 0; row + 1 < matrix.starts.length; row += 1) {
    const start = matrix.starts[row] ?? 0;
    const end = matrix.starts[row + 1] ?? 0;
    const features = {
      buckets: matrix.buckets.subarray(start, end),
      counts: matrix.counts.subarray(start, end),
      wordCount: (matrix.parts[row] ?? 0) - start,
    };
    weighFeatures(features, idf, values.subarray(start, end));
  }
  return { space: matrix.space, starts: matrix.starts, buckets: matrix.buckets, parts: matrix.parts, values };
}
