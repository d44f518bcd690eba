import type { Evidence } from '../metadata/evidence.ts';
import { loadModel } from '@newsmill/models';
import { treesOf, type Trees } from '../model/packed-trees.ts';
import { hashedScorer, type HashedWeights } from '../model/hashed-score.ts';
import { rowScores } from '../model/row-scores.ts';
import type { Tree } from '../tree/tree.ts';
import { featureCount, writeFeatures } from './block-features.ts';
import type { Calibration } from './choose-body.ts';
import type { PageMeasures } from './page-measures.ts';
import type { Blocks } from './blocks.ts';

/**
 * What `bench/train` makes: the linear model over hashed words, the trees, and how their scores become
 * probabilities.
 */
export interface BodyWeights {
  readonly linear: HashedWeights;
  readonly trees: Trees;
  readonly calibration: Calibration;
}

export interface BodyModel {
  readonly calibration: Calibration;
  /** Log-odds of every block of being part of the article's body. */
  score(tree: Tree, blocks: Blocks, measures: PageMeasures, evidence: Evidence): Float32Array;
}

/** Makes the model of a set of weights. */
export function bodyModel(weights: BodyWeights): BodyModel {
  const hashed = hashedScorer(weights.linear);
  const trees = rowScores(weights.trees, featureCount, { trees: 60, below: -3.2 });
  return {
    calibration: weights.calibration,
    score(tree, blocks, measures, evidence) {
      return trees(writeFeatures(tree, blocks, measures, evidence, hashed(tree, blocks)), blocks.size);
    },
  };
}

/** The weights that the package ships, fitted on all training sites. */
export function shippedBodyWeights(): BodyWeights {
  const model = loadModel('page-body');
  return {
    linear: {
      weights: model.int8('linear.weights'),
      scale: model.number('linear.scale'),
      bias: model.number('linear.bias'),
    },
    trees: treesOf(model, 'trees'),
    calibration: { scale: model.number('calibration.scale'), bias: model.number('calibration.bias') },
  };
}
