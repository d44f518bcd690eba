import type { WeightedMatrix } from './feature-matrix.ts';

/** A line through the features for one label: above zero speaks for it. */
export interface LinearWeights {
  readonly weights: Float32Array;
  readonly bias: number;
}

export interface LinearTask {
  readonly matrix: WeightedMatrix;
  /** Rows to learn from. */
  readonly rows: readonly number[];
  /** By row of the matrix: 1 has the label, 0 has it not. */
  readonly targets: Uint8Array;
}

const epochs = 30;
const tolerance = 0.01;

/** Numbers that look random and are the same each time (Lehmer, MINSTD). */
function makeDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
}

/**
 * Support vectors for one label: squared hinge loss, solved in the dual by coordinate descent (Hsieh et al.,
 * ICML 2008). `cost` weighs a mistake against the length of the weights.
 */
export function trainSupportVectors({ matrix, rows, targets }: LinearTask, cost: number): LinearWeights {
  const { starts, buckets, values } = matrix;
  const weights = new Float32Array(matrix.space.words + matrix.space.parts);
  let bias = 0;
  const alphas = new Float64Array(rows.length);
  const order = Uint32Array.from(rows.keys());
  const roll = makeDice(1_234_567);
  const diagonal = 0.5 / cost;
  // One for the bias, and the two groups of features, each of length one.
  const squares = Float64Array.from(rows, (row) => {
    let sum = 1 + diagonal;
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) sum += (values[at] ?? 0) ** 2;
    return sum;
  });
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    let greatest = 0;
    for (let left = order.length - 1; left >= 0; left -= 1) {
      const pick = roll(left + 1);
      const index = order[pick] ?? 0;
      order[pick] = order[left] ?? 0;
      order[left] = index;
      const row = rows[index] ?? 0;
      const sign = targets[row] === 1 ? 1 : -1;
      const start = starts[row] ?? 0;
      const end = starts[row + 1] ?? 0;
      let score = bias;
      for (let at = start; at < end; at += 1) score += (weights[buckets[at] ?? 0] ?? 0) * (values[at] ?? 0);
      const alpha = alphas[index] ?? 0;
      const gradient = sign * score - 1 + diagonal * alpha;
      const projected = alpha === 0 ? Math.min(gradient, 0) : gradient;
      greatest = Math.max(greatest, Math.abs(projected));
      if (Math.abs(projected) < 1e-12) continue;
      const next = Math.max(alpha - gradient / (squares[index] ?? 1), 0);
      const step = (next - alpha) * sign;
      alphas[index] = next;
      bias += step;
      for (let at = start; at < end; at += 1) {
        const bucket = buckets[at] ?? 0;
        weights[bucket] = (weights[bucket] ?? 0) + step * (values[at] ?? 0);
      }
    }
    if (greatest < tolerance) break;
  }
  return { weights, bias };
}

/**
 * Complement naive Bayes (Rennie et al., ICML 2003) over the words alone, for one label: how unlike the rest
 * a word is.
 */
export function trainComplementBayes({ matrix, rows, targets }: LinearTask, smoothing: number): Float32Array {
  const { starts, parts, buckets, values, space } = matrix;
  const sums = new Float64Array(space.words);
  let total = smoothing * sums.length;
  for (const row of rows) {
    if (targets[row] === 1) continue;
    for (let at = starts[row] ?? 0; at < (parts[row] ?? 0); at += 1) {
      const bucket = buckets[at] ?? 0;
      sums[bucket] = (sums[bucket] ?? 0) + (values[at] ?? 0);
      total += values[at] ?? 0;
    }
  }
  // Most buckets are empty: they share one weight.
  const weights = new Float32Array(space.words).fill(-Math.log(smoothing / total));
  for (let bucket = 0; bucket < sums.length; bucket += 1) {
    const sum = sums[bucket] ?? 0;
    if (sum > 0) weights[bucket] = -Math.log((sum + smoothing) / total);
  }
  return weights;
}
