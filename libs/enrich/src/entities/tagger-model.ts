import { loadModel } from '@newsmill/models';
import { wordClassesOf, type WordClasses } from './word-classes.ts';

export interface TaggerModel {
  /** Signed bytes, one a slot and label. */
  readonly weights: Int8Array;
  /** What a byte of 1 weighs. */
  readonly unit: number;
  /** Weight of each label after each other, by `before * labelCount + after`. */
  readonly steps: Float64Array;
  /** Scores are divided by this where shares are asked for: it makes them as sure as they are right. */
  readonly temperature: number;
  readonly wordClasses: WordClasses;
}

let shipped: TaggerModel | undefined;

/** The model that the package ships, read at its first use. */
export function shippedTagger(): TaggerModel {
  if (shipped !== undefined) return shipped;
  const model = loadModel('name-tagger');
  return (shipped = {
    weights: model.int8('weights'),
    unit: model.number('unit'),
    steps: model.float64('steps'),
    temperature: model.number('temperature'),
    wordClasses: wordClassesOf(loadModel('word-classes')),
  });
}
