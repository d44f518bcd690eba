import { primaryLanguage } from '../detect-language.ts';
import { vectorModel } from '../weights/vector-table.ts';
import { noRow, readVectorModel, type VectorTable } from './vector-model.ts';
import { createWordPieces, type WordPieces } from './word-pieces.ts';

/** Rule or model, with version, of the fact `vector`. */
export const articleVectorModel = vectorModel.name;

/** The languages whose words the table knows. */
const languages: ReadonlySet<string> = new Set(['en']);
/** Characters of a body that are read: what an article is about stands at its beginning. */
const longestBody = 6_000;
const longestTitle = 500;
/** What the title weighs beside the body. More of it took neighbours of the same section away (BBC: 0.931 of ten at 0 and 0.2, 0.902 at 0.5). */
const titleWeight = 0.2;

interface Reader {
  readonly table: VectorTable;
  readonly pieces: WordPieces;
}
let reader: Reader | undefined;

/** The table is decoded with the first vector: who wants none pays nothing. */
function readerOf(): Reader {
  if (reader === undefined) {
    const table = readVectorModel(vectorModel);
    reader = { table, pieces: createWordPieces(table.pieces, table.unknown) };
  }
  return reader;
}

/** Sum of the vectors of all pieces of a text, brought to unit length; undefined where none is known. */
function directionOf(text: string): Float32Array | undefined {
  const { table, pieces } = readerOf();
  const counts = new Map<number, number>();
  pieces.each(text, (piece) => {
    const row = table.rows[piece] ?? noRow;
    if (row !== noRow) counts.set(row, (counts.get(row) ?? 0) + 1);
  });
  return counts.size === 0 ? undefined : unit(sumOf(counts, table));
}

/** Each row as often as its piece stands in the text: a text repeats half of its pieces. */
function sumOf(counts: ReadonlyMap<number, number>, { dimensions, scales, table }: VectorTable): Float32Array {
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

/** The direction of an article, of length 1: title and body, the title weighted. Undefined where no word is known. */
export function articleVector({ title, text }: { readonly title: string; readonly text: string }): Float32Array | undefined {
  const head = directionOf(title.slice(0, longestTitle));
  const body = directionOf(text.slice(0, longestBody));
  if (head === undefined || body === undefined) return head ?? body;
  return unit(body.map((part, i) => (1 - titleWeight) * part + titleWeight * (head[i] ?? 0)));
}

/** The direction of a query, a caption or any short text, of length 1. Undefined where no word is known. */
export function textVector(text: string): Float32Array | undefined {
  return directionOf(text.slice(0, longestBody));
}

/** A direction in whole numbers from -127 to 127, as facts and libraries keep it. */
export function packVector(vector: Float32Array): number[] {
  let most = 0;
  for (const part of vector) most = Math.max(most, Math.abs(part));
  return most === 0 ? [] : Array.from(vector, (part) => Math.round((part / most) * 127));
}

/** Whether articles in this language (BCP 47) get a vector: the words of others are unknown to the table, and letters in common are no meaning. */
export function hasVectors(language: string): boolean {
  return languages.has(primaryLanguage(language) ?? '');
}
