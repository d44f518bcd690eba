import type { Model } from '@newsmill/models';
import { createPieceCutter } from './cut-pieces.ts';
import { createWordPieces } from './word-pieces.ts';

/** A table of vectors for the pieces of words. */
export interface VectorTable {
  readonly dimensions: number;
  /** Calls `take` with the row of each piece of a text that has one. */
  readonly each: (text: string, take: (row: number) => void) => void;
  /** Adds a row of the table to a sum, for a piece that stands so many times in a text. */
  readonly add: (sum: Float32Array, row: number, count: number) => void;
}

/** No row for this piece. */
const noRow = 65_535;

/** The table for English: pieces of BERT, a byte for each number. */
export function englishTableOf(model: Model): VectorTable {
  const dimensions = model.number('dimensions');
  const pieces = createWordPieces(model.text('pieces').split('\n'), model.number('unknown'));
  const [rows, scales, table] = [model.uint16('rows'), model.float32('scales'), model.int8('table')];
  return {
    dimensions,
    each(text, take) {
      pieces.each(text, (piece) => {
        const row = rows[piece] ?? noRow;
        if (row !== noRow) take(row);
      });
    },
    add(sum, row, count) {
      const factor = count * (scales[row] ?? 0);
      const start = row * dimensions;
      for (let at = 0; at < dimensions; at += 1) sum[at] = (sum[at] ?? 0) + factor * (table[start + at] ?? 0);
    },
  };
}

/**
 * The table for many languages: numbers from -7 to 7, two a byte, the first in the lower four bits, each 8 too large.
 * What is said twice is not twice the matter: a piece counts by the root of its times.
 */
export function multilingualTableOf(model: Model): VectorTable {
  const dimensions = model.number('dimensions');
  const { each } = createPieceCutter({
    index: { buckets: model.uint32('buckets'), tails: model.uint32('tails') },
    scores: model.float32('scores'),
    bare: model.number('bare'),
  });
  const [scales, halves] = [model.float32('scales'), model.uint8('halves')];
  const bytes = dimensions / 2;
  return {
    dimensions,
    each,
    add(sum, row, count) {
      const factor = Math.sqrt(count) * (scales[row] ?? 0);
      const start = row * bytes;
      for (let at = 0; at < bytes; at += 1) {
        const both = halves[start + at] ?? 0x88;
        sum[2 * at] = (sum[2 * at] ?? 0) + factor * ((both & 15) - 8);
        sum[2 * at + 1] = (sum[2 * at + 1] ?? 0) + factor * ((both >> 4) - 8);
      }
    },
  };
}
