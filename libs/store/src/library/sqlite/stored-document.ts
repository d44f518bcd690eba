import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { ArticleDocument } from '@newsmill/contracts';
import { numberOf, type Row } from '../../sqlite/columns.ts';
import { UnreadableDocument } from '../../sqlite/damage.ts';

/** Rows with their documents. */
export const storedDocuments =
  'SELECT a.id, a.name, a.indexed, a.entered, a.told, a.edits, a.spelled, d.document FROM article a JOIN article_document d ON d.id = a.id';

/**
 * A frame ends with a sum of its content (RFC 8878, 3.1.1): without it, nearly half of all flipped bits make another
 * text.
 */
const withSum = { params: { [constants.ZSTD_c_checksumFlag]: 1 } };

/** JSON as it lies in the file. */
export function packJson(json: string): Uint8Array<ArrayBuffer> {
  return zstdCompressSync(json, withSum);
}

/** What is read of JSON that lies in a column; `what` it is of, for people. */
export function unpackJson<T>(value: Row[string] | undefined, what: string, read: (json: string) => T): T {
  if (typeof value !== 'object' || value === null) throw new UnreadableDocument(`${what} is no longer there`);
  try {
    return read(zstdDecompressSync(value).toString());
  } catch (error) {
    throw new UnreadableDocument(
      `${what} cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

/** The JSON of the document in a row. */
export function readDocument(row: Row): string {
  return unpackJson(row['document'], 'a document', (json) => json);
}

/** An article as it lies in its row. */
export interface StoredArticle {
  readonly row: number;
  readonly json: string;
  readonly document: ArticleDocument;
  readonly indexed: number;
  /** When it was taken in for the first time, epoch milliseconds; 0: that is not known. */
  readonly entered: number;
  /** Whether its words and names are counted: those of a file of an earlier version are not. */
  readonly isSpelled: boolean;
}

/** The article in a row, to write it anew or delete it. */
export function storedArticle(row: Row): StoredArticle {
  const json = readDocument(row);
  return {
    row: numberOf(row, 'id'),
    json,
    document: JSON.parse(json),
    indexed: numberOf(row, 'indexed'),
    entered: numberOf(row, 'entered'),
    isSpelled: numberOf(row, 'spelled') === 1,
  };
}
