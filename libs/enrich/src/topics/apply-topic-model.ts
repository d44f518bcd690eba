import { weighFeatures } from './feature-matrix.ts';
import { longestRead, makeFeatureReader, type FeatureReader } from './read-features.ts';
import type { TopicModel } from './topic-model.ts';

export interface ScoredLabel {
  readonly label: string;
  /** Calibrated probability, 0 to 1. */
  readonly score: number;
}

/** Counters belong to a model; they are made when it is first applied and leave with it. */
const readers = new WeakMap<TopicModel, { readonly read: FeatureReader; readonly values: Float32Array }>();

function readerOf(model: TopicModel): { readonly read: FeatureReader; readonly values: Float32Array } {
  const known = readers.get(model);
  if (known !== undefined) return known;
  const made = { read: makeFeatureReader(model.space), values: new Float32Array(longestRead * 3) };
  readers.set(model, made);
  return made;
}

/** Rows of weights that are read together, label by label: they lie far apart, and come side by side so. */
const rowsAtOnce = 64;

/** The raw score of each label, in the order of `model.labels`; above zero the label is likelier than not. */
function scoreTopics(model: TopicModel, text: string): Float64Array {
  const { read, values } = readerOf(model);
  const features = read(text);
  weighFeatures(features, model.idf, values);
  const { buckets } = features;
  const { weights, labels } = model;
  const size = labels.length;
  const scores = new Float64Array(size);
  for (let from = 0; from < buckets.length; from += rowsAtOnce) {
    const to = Math.min(buckets.length, from + rowsAtOnce);
    for (let index = 0; index < size; index += 1) {
      let score = scores[index] ?? 0;
      for (let at = from; at < to; at += 1)
        score += (values[at] ?? 0) * (weights[(buckets[at] ?? 0) * size + index] ?? 0);
      scores[index] = score;
    }
  }
  return scores.map((score, index) => score * (model.scales[index] ?? 0) + (model.biases[index] ?? 0));
}

/**
 * Probabilities from raw scores: they sum to one where each text has one label, and stand alone where it may
 * have many.
 */
export function calibrateScores(
  model: Pick<TopicModel, 'choice' | 'slopes' | 'offsets'>,
  scores: ArrayLike<number>,
): number[] {
  const lines = Array.from(
    scores,
    (score, index) => score * (model.slopes[index] ?? 1) + (model.offsets[index] ?? 0),
  );
  if (model.choice === 'many') return lines.map((line) => 1 / (1 + Math.exp(-line)));
  const greatest = Math.max(...lines);
  const powers = lines.map((line) => Math.exp(line - greatest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/**
 * All labels of a model for a text, likeliest first. The title belongs in front of the text. Reads the first
 * 6,000 characters.
 */
export function applyTopicModel(model: TopicModel, text: string): ScoredLabel[] {
  const shares = calibrateScores(model, scoreTopics(model, text));
  return model.labels
    .map((label, index) => ({ label, score: shares[index] ?? 0 }))
    .sort((a, b) => b.score - a.score);
}
