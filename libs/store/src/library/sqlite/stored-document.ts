import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Row } from '../../sqlite/columns.ts';
import { UnreadableDocument } from '../../sqlite/damage.ts';

/** Rows with their documents. */
export const storedDocuments =
  'SELECT a.id, a.name, a.indexed, a.told, a.edits, d.document FROM article a JOIN article_document d ON d.id = a.id';

/** A document as it lies in the file. */
export function packDocument(json: string): Uint8Array {
  return zstdCompressSync(json);
}

/** The JSON of the document in a row. */
export function readDocument(row: Row): string {
  const value = row['document'];
  if (typeof value !== 'object' || value === null)
    throw new UnreadableDocument('a document is no longer there');
  try {
    return zstdDecompressSync(value).toString();
  } catch (error) {
    throw new UnreadableDocument(
      `a document cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}
