import type { VectorTable } from './vector-table.ts';

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
  /** Articles less near to a query than this (cosine) are no find. */
  readonly least: number;
  /**
   * Whether articles in this language (BCP 47) get a vector: the words of others are unknown to the table, and
   * letters in common are no meaning.
   */
  knows(language: string): boolean;
  /**
   * The direction of an article, of length 1: title and body, the title weighted. Undefined where no word is
   * known.
   */
  articleVector(article: { readonly title: string; readonly text: string }): Float32Array | undefined;
  /** The direction of a query, a caption or any short text, of length 1. Undefined where no word is known. */
  textVector(text: string): Float32Array | undefined;
}

/** The same direction in length 1; undefined for the zero vector. */
function unit(vector: Float32Array): Float32Array | undefined {
  let square = 0;
  for (const part of vector) square += part * part;
  if (square === 0) return undefined;
  const length = Math.sqrt(square);
  return vector.map((part) => part / length);
}

/** Makes the vectors of a table; `name`, `least` and `knows` as in Vectors. */
export function createVectors(
  { dimensions, each, add }: VectorTable,
  { name, least, knows }: Pick<Vectors, 'name' | 'least' | 'knows'>,
): Vectors {
  function directionOf(text: string): Float32Array | undefined {
    const counts = new Map<number, number>();
    each(text, (row) => counts.set(row, (counts.get(row) ?? 0) + 1));
    const sum = new Float32Array(dimensions);
    for (const [row, count] of counts) add(sum, row, count);
    return counts.size === 0 ? undefined : unit(sum);
  }
  return {
    name,
    least,
    knows,
    articleVector({ title, text }) {
      const head = directionOf(title.slice(0, longestTitle));
      const body = directionOf(text.slice(0, longestBody));
      if (head === undefined || body === undefined) return head ?? body;
      return unit(body.map((part, i) => (1 - titleWeight) * part + titleWeight * (head[i] ?? 0)));
    },
    textVector: (text) => directionOf(text.slice(0, longestBody)),
  };
}
