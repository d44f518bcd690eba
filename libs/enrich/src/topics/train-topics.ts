import { calibrateScores } from './apply-topic-model.ts';
import { countFeatures, weighBuckets, weighMatrix, type CountMatrix } from './feature-matrix.ts';
import { fitSigmoid, fitTemperature, type Calibration } from './fit-calibration.ts';
import type { FeatureSpace } from './read-features.ts';
import type { TopicModel } from './topic-model.ts';
import { trainComplementBayes, trainSupportVectors } from './train-linear.ts';

/** A text, its title in front, and what it is about. */
export interface LabelledText {
  readonly text: string;
  readonly labels: readonly string[];
}

export interface TrainOptions {
  /** Parts for cross-validation, which calibrates the model and judges it; 5 unless told. */
  readonly folds?: number;
  /** Called before each training with its number and how many there are. */
  readonly onStep?: (step: number, steps: number) => void;
}

/** There is too little to learn from; the message says what is missing. */
export class TooFewTexts extends Error {
  override readonly name = 'TooFewTexts';
}

/** Bytes of a model: a file holds them as base64, a third longer. */
const largestModel = 1_300_000;
const cost = 0.7;
const smoothing = 0.1;
/** How much naive Bayes, which short texts gain by, adds to the support vectors. */
const bayesShare = 0.4;
const fewestTexts = 4;

/** Weights of all labels before they are rounded to bytes. */
interface FloatModel {
  readonly idf: Uint8Array;
  readonly weights: readonly Float32Array[];
  readonly biases: readonly number[];
}

function spaceFor(labels: number): FeatureSpace {
  let words = 2 ** 17;
  while (words > 4_096 && words * 1.5 * (labels + 1) > largestModel) words /= 2;
  return { words, parts: words / 2 };
}

/** Learns all labels from some rows. The mean over the labels is taken off each bucket of naive Bayes, so that what no label owns weighs nothing. */
function learn(counts: CountMatrix, rows: readonly number[], targets: readonly Uint8Array[]): FloatModel {
  const idf = weighBuckets(counts, rows, { words: 1, parts: 1 });
  const matrix = weighMatrix(counts, idf);
  const tasks = targets.map((target) => ({ matrix, rows, targets: target }));
  const lines = tasks.map((task) => trainSupportVectors(task, cost));
  const bayes = tasks.map((task) => trainComplementBayes(task, smoothing));
  for (let bucket = 0; bucket < counts.space.words; bucket += 1) {
    const mean = bayes.reduce((sum, weights) => sum + (weights[bucket] ?? 0), 0) / bayes.length;
    bayes.forEach((weights, index) => {
      const weight = lines[index]?.weights;
      if (weight !== undefined) weight[bucket] = (weight[bucket] ?? 0) + bayesShare * ((weights[bucket] ?? 0) - mean);
    });
  }
  return { idf, weights: lines.map((line) => line.weights), biases: lines.map((line) => line.bias) };
}

function scoreRow(counts: CountMatrix, values: Float32Array, row: number, model: FloatModel): number[] {
  return model.weights.map((weights, index) => {
    let score = model.biases[index] ?? 0;
    for (let at = counts.starts[row] ?? 0; at < (counts.starts[row + 1] ?? 0); at += 1) score += (weights[counts.buckets[at] ?? 0] ?? 0) * (values[at] ?? 0);
    return score;
  });
}

/** The fold of each row: labels are dealt out evenly, in an order that has nothing to do with the order of the rows. */
function dealFolds(rows: readonly LabelledText[], folds: number): number[] {
  const dealt = new Map<string, number>();
  return rows.map(({ labels }) => {
    const key = labels.join('\n');
    const before = dealt.get(key) ?? (key.length * 7) % folds;
    dealt.set(key, before + 1);
    return before % folds;
  });
}

function scoreUnseen(counts: CountMatrix, targets: readonly Uint8Array[], fold: readonly number[], options: Required<Pick<TrainOptions, 'folds'>> & TrainOptions): number[][] {
  const scores: number[][] = fold.map(() => []);
  for (let left = 0; left < options.folds; left += 1) {
    options.onStep?.(left + 1, options.folds + 1);
    const rows = [...fold.keys()].filter((row) => fold[row] !== left);
    const model = learn(counts, rows, targets);
    const { values } = weighMatrix(counts, model.idf);
    fold.forEach((own, row) => {
      if (own === left) scores[row] = scoreRow(counts, values, row, model);
    });
  }
  return scores;
}

function calibrate(scores: readonly number[][], targets: readonly Uint8Array[], choice: TopicModel['choice']): Calibration {
  if (choice === 'many') {
    const lines = targets.map((target, label) => fitSigmoid(scores.map((row) => row[label] ?? 0), Array.from(target, (value) => value === 1)));
    return { slopes: lines.map((line) => line.slope), offsets: lines.map((line) => line.offset) };
  }
  const temperature = fitTemperature(scores, scores.map((_, row) => targets.findIndex((target) => target[row] === 1)));
  return { slopes: targets.map(() => temperature), offsets: targets.map(() => 0) };
}

/** Share of rows whose likeliest label is among theirs. */
function accuracyOf(scores: readonly number[][], targets: readonly Uint8Array[], calibration: Calibration, choice: TopicModel['choice']): number {
  const right = scores.filter((row, index) => {
    const shares = calibrateScores({ choice, ...calibration }, row);
    return targets[shares.indexOf(Math.max(...shares))]?.[index] === 1;
  });
  return Math.round((right.length / scores.length) * 10_000) / 10_000;
}

function toBytes({ weights }: FloatModel, buckets: number): { readonly bytes: Int8Array; readonly scales: number[] } {
  const bytes = new Int8Array(buckets * weights.length);
  const scales = weights.map((line) => line.reduce((greatest, weight) => Math.max(greatest, Math.abs(weight)), 1e-9) / 127);
  weights.forEach((line, label) => line.forEach((weight, bucket) => (bytes[bucket * weights.length + label] = Math.round(weight / (scales[label] ?? 1)))));
  return { bytes, scales };
}

/**
 * Learns to tell topics from labelled texts: hashed words, pairs of words and parts of words, damped tf-idf, linear support
 * vectors with a share of complement naive Bayes (in the manner of Wang and Manning, ACL 2012), calibrated by
 * cross-validation, a byte for each weight. The same rows give the same model. Throws TooFewTexts.
 */
export function trainTopics(rows: readonly LabelledText[], options: TrainOptions = {}): TopicModel {
  const labels = [...new Set(rows.flatMap((row) => row.labels))].sort();
  const rare = labels.find((label) => rows.filter((row) => row.labels.includes(label)).length < fewestTexts);
  if (labels.length < 2) throw new TooFewTexts(`topics need at least two labels; there ${labels.length === 1 ? 'is one' : 'are none'}`);
  if (rare !== undefined) throw new TooFewTexts(`label ${rare} has fewer than ${fewestTexts} texts: add some or leave it out`);
  const folds = Math.max(2, options.folds ?? 5);
  const choice = rows.every((row) => row.labels.length === 1) ? 'one' : 'many';
  const space = spaceFor(labels.length);
  const counts = countFeatures(rows.map((row) => row.text), space);
  const targets = labels.map((label) => Uint8Array.from(rows, (row) => (row.labels.includes(label) ? 1 : 0)));
  const scores = scoreUnseen(counts, targets, dealFolds(rows, folds), { ...options, folds });
  const calibration = calibrate(scores, targets, choice);
  options.onStep?.(folds + 1, folds + 1);
  const model = learn(counts, [...rows.keys()], targets);
  const { bytes, scales } = toBytes(model, space.words + space.parts);
  const trained = { rows: rows.length, folds, accuracy: accuracyOf(scores, targets, calibration, choice) };
  return { labels, choice, space, idf: model.idf, weights: bytes, scales, biases: model.biases, ...calibration, trained };
}
