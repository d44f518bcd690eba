import { stemColumns, textColumns } from './match-expression.ts';

/** Lengths in words, one for each column of the full-text index, in order. */
export type FieldLengths = readonly number[];

const columnCount = textColumns.length + stemColumns.length;

/**
 * The column `sz` of the shadow table `words_docsize`: how long each column of one article is (FTS5, "The
 * %_docsize Table"). Numbers stand as SQLite writes them: seven bits a byte, the highest first, the top bit
 * set on all but the last (SQLite file format, "varint").
 */
export function readLengths(bytes: Uint8Array): FieldLengths {
  const numbers: number[] = [];
  let value = 0;
  for (const byte of bytes) {
    value = value * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    numbers.push(value);
    value = 0;
  }
  return numbers;
}

/**
 * The first record of the shadow table `words_data`: the number of articles, then the words of each column
 * over all of them (FTS5, "The Averages Record"). Answers means.
 */
export function readMeanLengths(bytes: Uint8Array): FieldLengths {
  const [articles = 0, ...totals] = readLengths(bytes);
  return totals.slice(0, columnCount).map((total) => total / Math.max(1, articles));
}
