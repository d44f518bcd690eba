import { setPriority } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { zstdDecompressSync } from 'node:zlib';
import { unreadableRecords } from '../registry/unreadable-records.ts';
import type { FileInspected } from './inspect-files.ts';

/*
 * Entry of the process that looks for damage in the files named on the command line: reads every page and
 * every document once, beside whoever uses the file, when nobody else wants the processor. Says of each what
 * it found, and ends.
 */
/** Tables of a library in which JSON lies compressed, and the column. */
const packed = [
  ['article_document', 'document'],
  ['earlier', 'kept'],
] as const;
const [, , ...paths] = process.argv;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
setPriority(19);
for (const path of paths) if (process.connected) await say({ path, problem: problemOf(path) });
// It ends by itself (`endByItself` of @newsmill/runtime says why).
if (process.connected) process.disconnect();

function say(inspected: FileInspected): Promise<void> {
  return new Promise((resolve) => process.send?.(inspected, () => resolve()));
}

function problemOf(path: string): string | undefined {
  try {
    const database = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
    const said = database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
    if (said !== 'ok') return String(said);
    const has = (table: string): boolean =>
      database.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) !== undefined;
    const [record] = has('record') ? unreadableRecords(database) : [];
    if (record !== undefined)
      return `the ${record.kind} ${record.id} cannot be read, or is not as it was written`;
    for (const [table, column] of packed)
      if (has(table))
        for (const { json } of database.prepare(`SELECT ${column} AS json FROM ${table}`).iterate())
          if (json instanceof Uint8Array) JSON.parse(zstdDecompressSync(json).toString());
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
