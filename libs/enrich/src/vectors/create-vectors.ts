import { noRow, type VectorTable } from './vector-table.ts';
import { createWordPieces } from './word-pieces.ts';

/** Characters of a body that are read: what an article is about stands at its beginning. */
const longestBody = 6_000;
const longestTitle = 500;
/**
 * What the title weighs beside the body. More of it took neighbours of the same section away (BBC: 0.931 of
 * ten at 0 and 0.2, 0.902 at 0.5).
 */
const titleWeight = 0.2;

/** What gives texts their directions. */
export interface Vectors {
  /** Rule or model, with version, as facts show it. */
  readonly name: string;
  /**
   * The direction of an article, of length 1: title and body, the title weighted. Undefined where no word is
   * known.
   */
  articleVector(article: { readonly title: string; readonly text: string }): Float32Array | undefined;
  /** The direction of a query, a caption or any short text, of length 1. Undefined where no word is known. */
  textVector(text: string): Float32Array | undefined;
}

/** Each row as often as its piece stands in the text: a text repeats half of its pieces. */
function sumOf(
  counts: ReadonlyMap<number, number>,
  { dimensions, scales, table }: VectorTable,
): Float32Array {
  const sum = new Float32Array(dimensions);
  for (const [row, count] of counts) {
    const factor = count * (scales[row] ?? 0);
    const start = row * dimensions;
    for (let i = 0; i < dimensions; i += 1) sum[i] = (sum[i] ?? 0) + factor * (table[start + i] ?? 0);
  }
  return sum;
}

/** The same direction in length 1; undefined for the zero vector. */
function unit(vector: Float32Array): Float32Array | undefined {
  let square = 0;
  for (const part of vector) square += part * part;
  if (square === 0) return undefined;
  const length = Math.sqrt(square);
  return vector.map((part) => part / length);
}

/** Makes the vectors of a table. `name`: rule or model, with version, as facts show it. */
export function createVectors(name: string, table: VectorTable): Vectors {
  const pieces = createWordPieces(table.pieces, table.unknown);

  function directionOf(text: string): Float32Array | undefined {
    const counts = new Map<number, number>();
    pieces.each(text, (piece) => {
      const row = table.rows[piece] ?? noRow;
      if (row !== noRow) counts.set(row, (counts.get(row) ?? 0) + 1);
    });
    return counts.size === 0 ? undefined : unit(sumOf(counts, table));
  }
  return {
    name,
    articleVector({ title, text }) {
      const head = directionOf(title.slice(0, longestTitle));
      const body = directionOf(text.slice(0, longestBody));
      if (head === undefined || body === undefined) return head ?? body;
      return unit(body.map((part, i) => (1 - titleWeight) * part + titleWeight * (head[i] ?? 0)));
    },
    textVector: (text) => directionOf(text.slice(0, longestBody)),
  };
}
