import { inflateRawSync } from 'node:zlib';
import { entityTagger } from '../weights/entity-tagger.ts';
import { entityWordClasses } from '../weights/entity-word-classes.ts';
import { labelCount } from './name-labels.ts';
import { unpackWordClasses, type WordClasses } from './word-classes.ts';

/** What `bench/train/enrich/entities` makes. */
export interface PackedTagger {
  /** Signed bytes, one a slot and label; deflated, in base64. */
  readonly deflated: string;
  /** What a byte of 1 weighs. */
  readonly unit: number;
  /** Weight of each label after each other, by `before * labelCount + after`. */
  readonly steps: readonly number[];
  /** Scores are divided by this where shares are asked for: it makes them as sure as they are right. */
  readonly temperature: number;
}

export interface TaggerModel {
  readonly weights: Int8Array;
  readonly unit: number;
  readonly steps: Float64Array;
  readonly temperature: number;
  readonly wordClasses: WordClasses;
}

export function unpackTagger(packed: PackedTagger, wordClasses: WordClasses): TaggerModel {
  const bytes = inflateRawSync(Buffer.from(packed.deflated, 'base64'));
  const steps = Float64Array.from({ length: labelCount * labelCount }, (_, pair) => packed.steps[pair] ?? 0);
  return {
    weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
    unit: packed.unit,
    steps,
    temperature: packed.temperature,
    wordClasses,
  };
}

let shipped: TaggerModel | undefined;

/** The model that the package ships, unpacked at its first use. */
export function shippedTagger(): TaggerModel {
  return (shipped ??= unpackTagger(entityTagger, unpackWordClasses(entityWordClasses)));
}
