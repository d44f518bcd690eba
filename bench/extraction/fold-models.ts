import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bodyModel } from '../../libs/clean/src/body/score-blocks.ts';
import { kindModels, metadataModels, shippedModels, type Models } from '../../libs/clean/src/models.ts';
import {
  decodeBody,
  decodeKind,
  decodeMetadata,
  type EncodedBody,
  type EncodedKind,
  type EncodedMetadata,
} from '../train/models/decode-weights.ts';
import { foldOf, readModel } from '../train/read-fold.ts';

/** All weights of one fold, as the trainings write them. */
export interface FoldWeights {
  readonly body: EncodedBody;
  readonly metadata: EncodedMetadata;
  readonly kind: EncodedKind;
}

/** Weights of some of the models. */
export type SomeWeights = { readonly [name in keyof FoldWeights]?: FoldWeights[name] | undefined };

/**
 * The weights that were fitted without one fold, for each of the five folds: `fold0.json` to `fold4.json`.
 */
const foldsFolder = fileURLToPath(new URL('../train/folds', import.meta.url));
const foldNumbers = [0, 1, 2, 3, 4] as const;

/** Makes the models of a set of weights; what is not given is the shipped model. */
export function modelsOf(weights: SomeWeights): Models {
  return {
    ...shippedModels(),
    ...(weights.body === undefined ? {} : { body: bodyModel(decodeBody(weights.body)) }),
    ...(weights.metadata === undefined ? {} : metadataModels(decodeMetadata(weights.metadata))),
    ...(weights.kind === undefined ? {} : kindModels(decodeKind(weights.kind))),
  };
}

/** Chooses the models by which a page is read. */
export type ChooseModels = (url: string) => Models;

/** The shipped models, for every page. */
export const chooseShipped: ChooseModels = shippedModels;

/** For each page the models that have not seen its site. */
export function chooseOutOfFold(weightsOfFold: (fold: number) => SomeWeights = committedFold): ChooseModels {
  const models = foldNumbers.map((fold) => modelsOf(weightsOfFold(fold)));
  return (url) => models[foldOf(url)] ?? shippedModels();
}

function committedFold(fold: number): FoldWeights {
  const file = join(foldsFolder, `fold${fold}.json`);
  if (!existsSync(file)) throw new Error(`${file} is missing: bench/train/train.mjs writes it`);
  return readModel<FoldWeights>(file);
}
