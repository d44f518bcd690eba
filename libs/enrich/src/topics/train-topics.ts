import { calibrateScores } from './apply-topic-model.ts';
import { countFeatures, weighBuckets, weighMatrix, type CountMatrix } from './feature-matrix.ts';
import { fitSigmoid, fitTemperature, type Calibration } from './fit-calibration.ts';
import type { FeatureSpace } from './read-features.ts';
import type { TopicModel } from './topic-model.ts';
import { trainComplementBayes, trainSupportVectors, type LinearWeights } from './train-linear.ts';

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
const largestModel = 1_480_000;
const cost = 0.7;
const smoothing = 0.1;
/**
 * How much naive Bayes may add to the support vectors: short texts gain by it, long ones do not;
 * cross-validation chooses.
 */
const bayesShares = [0, 0.3, 0.6, 0.9];
const fewestTexts = 4;

/** Weights of all labels before they are added up and rounded to bytes. */
interface FloatModel {
  readonly idf: Uint8Array;
  readonly lines: readonly LinearWeights[];
  readonly bayes: readonly Float32Array[];
}

/** Raw scores of a row by label, of both halves of the model. */
interface HalfScores {
  readonly lines: readonly number[];
  readonly bayes: readonly number[];
}

/** The greatest space whose model stays small: words gain more by room than parts do. */
function spaceFor(labels: number): FeatureSpace {
  const spaces = [
    { words: 2 ** 18, parts: 2 ** 15 },
    ...[17, 16, 15, 14, 13].map((power) => ({ words: 2 ** power, parts: 2 ** (power - 1) })),
  ];
  return (
    spaces.find(({ words, parts }) => (words + parts) * (labels + 1) <= largestModel) ?? {
      words: 4_096,
      parts: 2_048,
    }
  );
}

/**
 * Learns all labels from some rows. The mean over the labels is taken off each bucket of naive Bayes, so that
 * what no label owns weighs nothing.
 */
function learn(counts: CountMatrix, rows: readonly number[], targets: readonly Uint8Array[]): FloatModel {
  const idf = weighBuckets(counts, rows);
  const matrix = weighMatrix(counts, idf);
  const tasks = targets.map((target) => ({ matrix, rows, targets: target }));
  const lines = tasks.map((task) => trainSupportVectors(task, cost));
  const bayes = tasks.map((task) => trainComplementBayes(task, smoothing));
  for (let bucket = 0; bucket < counts.space.words; bucket += 1) {
    const mean = bayes.reduce((sum, weights) => sum + (weights[bucket] ?? 0), 0) / bayes.length;
    for (const weights of bayes) weights[bucket] = (weights[bucket] ?? 0) - mean;
  }
  return { idf, lines, bayes };
}

function scoreRow(counts: CountMatrix, values: Float32Array, row: number, model: FloatModel): HalfScores {
  const dot = (weights: Float32Array, end: number): number => {
    let score = 0;
    for (let at = counts.starts[row] ?? 0; at < end; at += 1)
      score += (weights[counts.buckets[at] ?? 0] ?? 0) * (values[at] ?? 0);
    return score;
  };
  return {
    lines: model.lines.map(({ weights, bias }) => bias + dot(weights, counts.starts[row + 1] ?? 0)),
    bayes: model.bayes.map((weights) => dot(weights, counts.parts[row] ?? 0)),
  };
}

function addUp({ lines, bayes }: HalfScores, share: number): number[] {
  return lines.map((line, index) => line + share * (bayes[index] ?? 0));
}

/**
 * The fold of each row: labels are dealt out evenly, in an order that has nothing to do with the order of the
 * rows.
 */
function dealFolds(rows: readonly LabelledText[], folds: number): number[] {
  const dealt = new Map<string, number>();
  return rows.map(({ labels }) => {
    const key = labels.join('\n');
    const before = dealt.get(key) ?? (key.length * 7) % folds;
    dealt.set(key, before + 1);
    return before % folds;
  });
}

function scoreUnseen(
  counts: CountMatrix,
  targets: readonly Uint8Array[],
  fold: readonly number[],
  options: Required<Pick<TrainOptions, 'folds'>> & TrainOptions,
): HalfScores[] {
  const scores: HalfScores[] = fold.map(() => ({ lines: [], bayes: [] }));
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

function calibrate(
  scores: readonly number[][],
  targets: readonly Uint8Array[],
  choice: TopicModel['choice'],
): Calibration {
  if (choice === 'many') {
    const lines = targets.map((target, label) =>
      fitSigmoid(
        scores.map((row) => row[label] ?? 0),
        Array.from(target, (value) => value === 1),
      ),
    );
    return { slopes: lines.map((line) => line.slope), offsets: lines.map((line) => line.offset) };
  }
  const temperature = fitTemperature(
    scores,
    scores.map((_, row) => targets.findIndex((target) => target[row] === 1)),
  );
  return { slopes: targets.map(() => temperature), offsets: targets.map(() => 0) };
}

/** Share of rows whose likeliest label is among theirs. */
function accuracyOf(
  scores: readonly number[][],
  targets: readonly Uint8Array[],
  calibration: Calibration,
  choice: TopicModel['choice'],
): number {
  const right = scores.filter((row, index) => {
    const shares = calibrateScores({ choice, ...calibration }, row);
    return targets[shares.indexOf(Math.max(...shares))]?.[index] === 1;
  });
  return Math.round((right.length / scores.length) * 10_000) / 10_000;
}

/** Both halves as one line for each label, a byte for each weight. */
function toBytes(
  { lines, bayes }: FloatModel,
  share: number,
): { readonly weights: Int8Array; readonly scales: number[] } {
  const sums = lines.map(({ weights }, label) =>
    weights.map((weight, bucket) => weight + share * (bayes[label]?.[bucket] ?? 0)),
  );
  const bytes = new Int8Array((sums[0]?.length ?? 0) * sums.length);
  const scales = sums.map(
    (line) => line.reduce((greatest, weight) => Math.max(greatest, Math.abs(weight)), 1e-9) / 127,
  );
  sums.forEach((line, label) =>
    line.forEach(
      (weight, bucket) => (bytes[bucket * sums.length + label] = Math.round(weight / (scales[label] ?? 1))),
    ),
  );
  return { weights: bytes, scales };
}

/**
 * Learns to tell topics from labelled texts: hashed words, pairs of words and parts of words, damped tf-idf,
 * linear support vectors with a share of complement naive Bayes (in the manner of Wang and Manning, ACL
 * 2012), calibrated by cross-validation, a byte for each weight. The same rows give the same model. Throws
 * TooFewTexts.
 */
export function trainTopics(rows: readonly LabelledText[], options: TrainOptions = {}): TopicModel {
  const labels = [...new Set(rows.flatMap((row) => row.labels))].sort();
  const rare = labels.find((label) => rows.filter((row) => row.labels.includes(label)).length < fewestTexts);
  if (labels.length < 2)
    throw new TooFewTexts(
      `topics need at least two labels; there ${labels.length === 1 ? 'is one' : 'are none'}`,
    );
  if (rare !== undefined)
    throw new TooFewTexts(`label ${rare} has fewer than ${fewestTexts} texts: add some or leave it out`);
  const folds = Math.max(2, options.folds ?? 5);
  const choice = rows.every((row) => row.labels.length === 1) ? 'one' : 'many';
  const space = spaceFor(labels.length);
  const counts = countFeatures(
    rows.map((row) => row.text),
    space,
  );
  const targets = labels.map((label) => Uint8Array.from(rows, (row) => (row.labels.includes(label) ? 1 : 0)));
  const unseen = scoreUnseen(counts, targets, dealFolds(rows, folds), { ...options, folds });
  const blends = bayesShares.map((share) => {
    const scores = unseen.map((row) => addUp(row, share));
    const calibration = calibrate(scores, targets, choice);
    return { share, calibration, accuracy: accuracyOf(scores, targets, calibration, choice) };
  });
  const best = blends.reduce((first, next) => (next.accuracy > first.accuracy ? next : first));
  options.onStep?.(folds + 1, folds + 1);
  const model = learn(counts, [...rows.keys()], targets);
  return {
    labels,
    choice,
    space,
    idf: model.idf,
    ...toBytes(model, best.share),
    biases: model.lines.map((line) => line.bias),
    ...best.calibration,
    trained: { rows: rows.length, folds, accuracy: best.accuracy },
  };
}
