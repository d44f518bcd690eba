import { loadModel, type Model } from '@newsmill/models';
import { wordClassesOf } from './word-classes.ts';
import { createWordReader, type ReadWord } from './word-facts.ts';

export interface TaggerModel {
  /** Signed bytes, one a slot and label. */
  readonly weights: DataView;
  /** What a byte of 1 weighs. */
  readonly unit: number;
  /** Weight of each label after each other, by `before * labelCount + after`. */
  readonly steps: Float64Array;
  /** `exp` of the steps, and of the steps divided by the temperature. */
  readonly grow: Float64Array;
  readonly temperedGrow: Float64Array;
  /** Scores are divided by this where shares are asked for: it makes them as sure as they are right. */
  readonly temperature: number;
  readonly readWord: ReadWord;
}

let readWord: ReadWord | undefined;

function taggerOf(model: Model): TaggerModel {
  const { buffer, byteOffset, byteLength } = model.int8('weights');
  const steps = model.float64('steps');
  const temperature = model.number('temperature');
  return {
    weights: new DataView(buffer, byteOffset, byteLength),
    unit: model.number('unit'),
    steps,
    grow: steps.map(Math.exp),
    temperedGrow: steps.map((step) => Math.exp(step / temperature)),
    temperature,
    readWord: (readWord ??= createWordReader(wordClassesOf(loadModel('word-classes')))),
  };
}

let english: TaggerModel | undefined;
let foreign: TaggerModel | undefined;

/** The tagger of English, read at its first use. */
export const englishTagger = (): TaggerModel => (english ??= taggerOf(loadModel('name-tagger')));

/** The tagger of other languages that write names with capitals, read at its first use. */
export const foreignTagger = (): TaggerModel => (foreign ??= taggerOf(loadModel('foreign-tagger')));
