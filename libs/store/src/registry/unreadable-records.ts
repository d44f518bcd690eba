import type { DatabaseSync } from 'node:sqlite';

/** A record whose text is no JSON any more: a page of the file was damaged where SQLite does not see it. */
export interface UnreadableRecord {
  readonly kind: string;
  readonly id: string;
}

/** Text that is not UTF-8 was not written by us. */
const decoder = new TextDecoder('utf-8', { fatal: true });

function isReadable(bytes: unknown): boolean {
  try {
    if (bytes instanceof Uint8Array) JSON.parse(decoder.decode(bytes));
    return bytes instanceof Uint8Array;
  } catch {
    return false;
  }
}

/** The records of a registry in a file that cannot be read. */
export function unreadableRecords(registry: DatabaseSync): readonly UnreadableRecord[] {
  return registry
    .prepare('SELECT kind, id, CAST(value AS BLOB) AS bytes FROM record ORDER BY kind, id')
    .all()
    .filter(({ bytes }) => !isReadable(bytes))
    .map(({ kind, id }) => ({ kind: String(kind), id: String(id) }));
}

/** Takes the records away that cannot be read; answers which. */
export function dropUnreadableRecords(registry: DatabaseSync): readonly UnreadableRecord[] {
  const unreadable = unreadableRecords(registry);
  const drop = registry.prepare('DELETE FROM record WHERE kind = ? AND id = ?');
  for (const { kind, id } of unreadable) drop.run(kind, id);
  return unreadable;
}
