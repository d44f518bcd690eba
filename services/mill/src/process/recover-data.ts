import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteBus } from '@newsmill/bus';
import { formsOf, type Settings } from '@newsmill/settings';
import {
  copyReadable,
  DamagedFile,
  dropUnreadableRecords,
  isDamage,
  openSqliteFile,
  openSqliteRegistry,
  removeDatabase,
  setAside,
  type ReadableTable,
} from '@newsmill/store';
import { databaseFiles, inspectData } from '@newsmill/service';

/** A damaged file of the data folder that was written anew from what could be read of it. */
export interface RecoveredFile {
  readonly file: string;
  /** What was damaged. */
  readonly problem: string;
  readonly tables: readonly ReadableTable[];
  /** Records that were there and hold nothing that can be read: kind and id. */
  readonly unreadable: readonly { readonly kind: string; readonly id: string }[];
  /** Where the damaged one is now. */
  readonly aside: string;
}

/** Makes the tables whose rows are brought over. Those of the state are not among them: the ledger gives it anew. */
async function makeTables(file: string, path: string): Promise<void> {
  const db = openSqliteFile(path);
  try {
    if (file === 'registry.db') openSqliteRegistry({ db });
    else await (await openSqliteBus({ db })).close();
  } finally {
    await db.close();
  }
}

/** What of a registry that was written anew cannot be read although SQLite gave it is not kept. */
function dropUnreadable(file: string, path: string): RecoveredFile['unreadable'] {
  if (file !== 'registry.db') return [];
  const db = new DatabaseSync(path);
  try {
    return dropUnreadableRecords(db);
  } finally {
    db.close();
  }
}

/** The table without a row of which nothing is gained. */
function without(
  file: string,
  hasLog: boolean,
): { readonly table: string; readonly problem: string } | undefined {
  if (file === 'registry.db') return { table: 'record', problem: 'none of its records can be read' };
  // Messages say by a number alone to which topic they belong.
  return hasLog ? { table: 'bus_topic', problem: 'its list of topics cannot be read' } : undefined;
}

const remedy = 'restore a backup (./newsmill restore)';

/** A file that was written anew to its end, until it has taken the place of the damaged one. */
const complete = (path: string): string => `${path}.recovered`;
/** Stands beside a file that was written anew until all that follows from it is done. */
const unfinished = (path: string): string => `${path}.unfinished`;

/** Puts what was written anew into the place of the damaged file, which goes aside; answers where to. */
function swap(path: string, now: number): string {
  const aside = setAside(path, now);
  renameSync(complete(path), path);
  return aside;
}

/** Writes one file anew. Throws DamagedFile, with all as it was, where nothing of it can be brought over. */
async function recoverFile(
  path: string,
  { file, problem }: { readonly file: string; readonly problem: string },
  options: { readonly hasLog: boolean; readonly now: number },
): Promise<RecoveredFile> {
  const draft = `${path}.recovering`;
  removeDatabase(draft);
  try {
    await makeTables(file, draft);
    const tables = copyReadable(path, draft);
    const { table: needed, problem: lack } = without(file, options.hasLog) ?? {};
    if (lack !== undefined && !tables.some(({ table, rows }) => table === needed && rows > 0))
      throw new DamagedFile(path, lack, remedy);
    const unreadable = dropUnreadable(file, draft);
    writeFileSync(unfinished(path), '');
    renameSync(draft, complete(path));
    return { file, problem, tables, unreadable, aside: swap(path, options.now) };
  } catch (error) {
    removeDatabase(draft);
    if (!(error instanceof Error) || !isDamage(error)) throw error;
    throw new DamagedFile(path, error.message, `nothing of it can be brought over; ${remedy}`);
  }
}

/** The files that an earlier recovery, which was ended, has written anew; they are in their places now. */
export function takeUpRecovery(settings: Settings, now: number): readonly string[] {
  return databaseFiles(formsOf(settings)).filter((file) => {
    const path = join(settings.data, file);
    if (existsSync(complete(path))) swap(path, now);
    return existsSync(unfinished(path));
  });
}

/** All that follows from files that were written anew is done. */
export function endRecovery({ data }: Pick<Settings, 'data'>, files: readonly string[]): void {
  for (const file of files) rmSync(unfinished(join(data, file)), { force: true });
}

/**
 * Reads the files of queue and registry whole and writes those that are damaged anew, with all rows that can still be
 * read; the damaged ones are kept beside them. The state is empty then, and `endRecovery` is to be called when it is
 * filled. No mill may run on the folder.
 */
export async function recoverData(settings: Settings, now: number): Promise<readonly RecoveredFile[]> {
  const forms = formsOf(settings);
  const ours = databaseFiles(forms);
  const recovered: RecoveredFile[] = [];
  // The process that reads the files keeps nobody from ending.
  const awake = setInterval(() => undefined, 60_000);
  const inspected = await inspectData(settings).finally(() => clearInterval(awake));
  for (const { file, problem } of inspected)
    if (problem !== undefined && ours.includes(file))
      recovered.push(
        await recoverFile(
          join(settings.data, file),
          { file, problem },
          { hasLog: forms.bus === 'sqlite', now },
        ),
      );
  return recovered;
}
