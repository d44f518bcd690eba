import type { DatabaseSync } from 'node:sqlite';
import { bytesOf, type Row } from '../sqlite/columns.ts';
import { columnOfSums, isAsWritten } from './record-sum.ts';

/**
 * A record whose text is no JSON any more, or not as it was written: a page of the file was damaged where SQLite does
 * not see it.
 */
export interface UnreadableRecord {
  readonly kind: string;
  readonly id: string;
}

/** Text that is not UTF-8 was not written by us. */
const decoder = new TextDecoder('utf-8', { fatal: true });

function isReadable(row: Row): boolean {
  try {
    const value = decoder.decode(bytesOf(row, 'bytes'));
    JSON.parse(value);
    return isAsWritten(row, value);
  } catch {
    return false;
  }
}

/** The records of a registry in a file that cannot be read. */
export function unreadableRecords(registry: DatabaseSync): readonly UnreadableRecord[] {
  const sum = registry.prepare(columnOfSums).get() === undefined ? 'NULL AS sum' : 'sum';
  return registry
    .prepare(
      `SELECT kind, id, CAST(value AS BLOB) AS bytes, revision, expires_at, ${sum} FROM record ORDER BY kind, id`,
    )
    .all()
    .filter((row) => !isReadable(row))
    .map(({ kind, id }) => ({ kind: String(kind), id: String(id) }));
}

/** Takes the records away that cannot be read; answers which. */
export function dropUnreadableRecords(registry: DatabaseSync): readonly UnreadableRecord[] {
  const unreadable = unreadableRecords(registry);
  const drop = registry.prepare('DELETE FROM record WHERE kind = ? AND id = ?');
  for (const { kind, id } of unreadable) drop.run(kind, id);
  return unreadable;
}
