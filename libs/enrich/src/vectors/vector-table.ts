import type { Model } from '@newsmill/models';

/** A table of vectors for word pieces. */
export interface VectorTable {
  readonly dimensions: number;
  /** In the order of the vocabulary. */
  readonly pieces: readonly string[];
  /** The number of the unknown piece. */
  readonly unknown: number;
  /** For each piece its row in the table; `noRow` for none. */
  readonly rows: Uint16Array;
  /** What each row is multiplied by. */
  readonly scales: Float32Array;
  /** Row by row. */
  readonly table: Int8Array;
}

/** No row for this piece. */
export const noRow = 65_535;

/** The table of a model. */
export function vectorTableOf(model: Model): VectorTable {
  return {
    dimensions: model.number('dimensions'),
    pieces: model.text('pieces').split('\n'),
    unknown: model.number('unknown'),
    rows: model.uint16('rows'),
    scales: model.float32('scales'),
    table: model.int8('table'),
  };
}
