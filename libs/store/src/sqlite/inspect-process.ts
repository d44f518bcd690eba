import { setPriority } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { zstdDecompressSync } from 'node:zlib';
import { unreadableRecords } from '../registry/unreadable-records.ts';
import type { FileInspected } from './inspect-files.ts';

/*
 * Entry of the process that looks for damage in the files named on the command line: reads every page and
 * every document once, beside whoever uses the file, when nobody else wants the processor. Says of each what
 * it found, and ends. Its first word says how: `sliced` or `whole` (inspectFiles).
 */
/** Tables of a library in which JSON lies compressed, and the column. */
const packed = [
  ['article_document', 'document'],
  ['earlier', 'kept'],
] as const;
/** While a slice is read SQLite cannot begin its log anew: a longer one is followed by a rest, milliseconds. */
const [longMs, restMs] = [50, 50];
const documentsInSlice = 500;
const [, , extent, ...paths] = process.argv;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
setPriority(19);
for (const path of paths) if (process.connected) await say({ path, problem: await problemOf(path) });
// It ends by itself (`endByItself` of @newsmill/runtime says why).
if (process.connected) process.disconnect();

function say(inspected: FileInspected): Promise<void> {
  return new Promise((resolve) => process.send?.(inspected, () => resolve()));
}

async function problemOf(path: string): Promise<string | undefined> {
  try {
    const database = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
    for (const slice of [...checksOf(database), () => unreadableRecord(database)]) {
      const problem = await rested(slice);
      if (problem !== undefined) return problem;
    }
    for (const [table, column] of packed) if (has(database, table)) await readPacked(database, table, column);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Reads one slice, each a transaction of its own. */
async function rested<T>(slice: () => T): Promise<T> {
  const began = performance.now();
  const found = slice();
  if (extent === 'sliced' && performance.now() - began > longMs) await sleep(restMs);
  return found;
}

function has(database: DatabaseSync, table: string): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) !== undefined;
}

/**
 * What SQLite can say of the file. Table by table it does not see that a page belongs to two of them or to none; the
 * free pages it reads with the table of the schema.
 */
function checksOf(database: DatabaseSync): readonly (() => string | undefined)[] {
  const check = (argument: string) => () => {
    const said = database.prepare(`PRAGMA integrity_check(${argument})`).get()?.['integrity_check'];
    return said === 'ok' ? undefined : String(said);
  };
  if (extent === 'whole') return [check('1')];
  return database
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'view'")
    .all()
    .map(({ name }) => check(`"${String(name).replaceAll('"', '""')}"`));
}

function unreadableRecord(database: DatabaseSync): string | undefined {
  const [record] = has(database, 'record') ? unreadableRecords(database) : [];
  return record === undefined
    ? undefined
    : `the ${record.kind} ${record.id} cannot be read, or is not as it was written`;
}

/** Throws what a document throws that cannot be read. */
async function readPacked(database: DatabaseSync, table: string, column: string): Promise<void> {
  const next = database.prepare(
    `SELECT rowid AS id, ${column} AS json FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT ${documentsInSlice}`,
  );
  for (let after: number | undefined = Number.MIN_SAFE_INTEGER; after !== undefined; ) {
    const from: number = after;
    after = await rested(() => {
      const rows = next.all(from);
      for (const { json } of rows)
        if (json instanceof Uint8Array) JSON.parse(zstdDecompressSync(json).toString());
      const last = rows.at(-1)?.['id'];
      return last === undefined ? undefined : Number(last);
    });
  }
}
