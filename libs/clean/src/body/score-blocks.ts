import type { Evidence } from '../metadata/evidence.ts';
import type { PackedTrees } from '../model/boosted-trees.ts';
import { hashedScorer } from '../model/hashed-score.ts';
import { rowScores } from '../model/row-scores.ts';
import type { Tree } from '../tree/tree.ts';
import { bodyWeights } from '../weights/body-weights.ts';
import { featureCount, writeFeatures } from './block-features.ts';
import type { Calibration } from './choose-body.ts';
import type { PageMeasures } from './page-measures.ts';
import type { Blocks } from './read-blocks.ts';

/** What `bench/train` makes: the linear model over hashed words, the trees, and how their scores become probabilities. */
export interface BodyWeights {
  readonly linear: { readonly weights: string; readonly scale: number; readonly bias: number };
  readonly trees: PackedTrees;
  readonly calibration: Calibration;
}

export interface BodyModel {
  readonly calibration: Calibration;
  /** Log-odds of every block of being part of the article's body. */
  score(tree: Tree, blocks: Blocks, measures: PageMeasures, evidence: Evidence): Float32Array;
}

/** Makes the model of a set of weights. */
export function bodyModel(weights: BodyWeights): BodyModel {
  const bytes = Buffer.from(weights.linear.weights, 'base64');
  const hashed = hashedScorer({
    weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
    scale: weights.linear.scale,
    bias: weights.linear.bias,
  });
  const trees = rowScores(weights.trees, featureCount, { trees: 60, below: -3.2 });
  return {
    calibration: weights.calibration,
    score(tree, blocks, measures, evidence) {
      return trees(writeFeatures(tree, blocks, measures, evidence, hashed(tree, blocks)), blocks.size);
    },
  };
}

/** The model that the package ships, fitted on all training sites. */
export const shippedBodyModel = bodyModel(bodyWeights);
