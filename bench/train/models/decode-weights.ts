import type { BodyWeights } from '../../../libs/clean/src/body/score-blocks.ts';
import type { PageWordWeights } from '../../../libs/clean/src/kind/page-words.ts';
import type { Trees } from '../../../libs/clean/src/model/packed-trees.ts';
import type { KindWeights, MetadataWeights } from '../../../libs/clean/src/models.ts';

/** Weights as the trainings in Python write them: every array of numbers in base64. */
type Encoded<T> = {
  readonly [K in keyof T]: T[K] extends ArrayBufferView
    ? string
    : T[K] extends number
      ? number
      : Encoded<T[K]>;
};
export type EncodedBody = Encoded<BodyWeights>;
export type EncodedMetadata = Encoded<MetadataWeights>;
export type EncodedKind = Encoded<KindWeights>;

const bytesOf = (base64: string): ArrayBuffer => Uint8Array.from(Buffer.from(base64, 'base64')).buffer;

function treesOf(encoded: Encoded<Trees>): Trees {
  return {
    feature: new Uint8Array(bytesOf(encoded.feature)),
    threshold: new Float32Array(bytesOf(encoded.threshold)),
    left: new Int8Array(bytesOf(encoded.left)),
    right: new Int8Array(bytesOf(encoded.right)),
    leaves: new Float32Array(bytesOf(encoded.leaves)),
    splitStarts: new Uint16Array(bytesOf(encoded.splitStarts)),
    leafStarts: new Uint16Array(bytesOf(encoded.leafStarts)),
  };
}

function linearOf(encoded: Encoded<PageWordWeights>): PageWordWeights {
  return { ...encoded, weights: new Int8Array(bytesOf(encoded.weights)) };
}

/** Decodes the weights of the body. */
export function decodeBody({ linear, trees, calibration }: EncodedBody): BodyWeights {
  return { linear: linearOf(linear), trees: treesOf(trees), calibration };
}

/** Decodes the rankers of metadata. */
export function decodeMetadata({ title, date, author }: EncodedMetadata): MetadataWeights {
  return { title: treesOf(title), date: treesOf(date), author: treesOf(author) };
}

/** Decodes the model that tells articles from other pages. */
export function decodeKind({ words, trees }: EncodedKind): KindWeights {
  return { words: linearOf(words), trees: treesOf(trees) };
}
