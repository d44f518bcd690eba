import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Row } from '../../sqlite/columns.ts';
import { UnreadableDocument } from '../../sqlite/damage.ts';

/** Rows with their documents. */
export const storedDocuments =
  'SELECT a.id, a.name, a.indexed, a.told, a.edits, d.document FROM article a JOIN article_document d ON d.id = a.id';

/** JSON as it lies in the file. */
export function packJson(json: string): Uint8Array {
  return zstdCompressSync(json);
}

/** What is read of JSON that lies in a column; `what` it is of, for people. */
export function unpackJson<T>(value: Row[string] | undefined, what: string, read: (json: string) => T): T {
  if (typeof value !== 'object' || value === null)
    throw new UnreadableDocument(`${what} is no longer there`);
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
