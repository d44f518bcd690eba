import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isDamage, makePrivateFile, privateFolderMode } from '@newsmill/store';

/** Higher with every change of the tables, or of how causes are told: a file of another form is made anew. */
const formVersion = 1;
/** Another process that shares the file holds it so long at most, milliseconds. */
const busyMs = 5_000;

function open(file: string, tables: string): DatabaseSync {
  if (file !== '') makePrivateFile(file);
  // Without a name SQLite keeps a database in a temporary file, and memory for the pages in use alone.
  const database = new DatabaseSync(file, { timeout: busyMs });
  try {
    // What a crash of the machine takes is read once more: the mark is of the same transaction as the letters.
    database.exec(
      file === ''
        ? 'PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -8000'
        : 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -8000; PRAGMA journal_size_limit = 16777216; PRAGMA wal_autocheckpoint = 4000',
    );
    database.exec('BEGIN IMMEDIATE');
    const found = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
    if (found === 0)
      database.exec(`${tables} CREATE TABLE mark (mark TEXT NOT NULL); PRAGMA user_version = ${formVersion}`);
    database.exec('COMMIT');
    if (found !== 0 && found !== formVersion) throw new OtherForm(file);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

class OtherForm extends Error {
  override readonly name = 'OtherForm';
}

/** Whether an error says that the file of an index is damaged. */
export function tellsDamage(error: unknown): boolean {
  return typeof error === 'object' && error !== null && isDamage(error);
}

/** Removes an index; the log before the database, whose successor would take its pages for its own. */
export function removeIndexFile(file: string): void {
  for (const part of ['-wal', '-shm', '']) rmSync(`${file}${part}`, { force: true });
}

/**
 * Opens the database of an index that can be read anew at any time: a file that is damaged or of another form makes
 * place for a new one, and where none can be written it is a temporary one.
 */
export function openIndexFile(file: string | undefined, tables: string): DatabaseSync {
  if (file === undefined) return open('', tables);
  try {
    // Beside servers nothing else may have made the folder.
    mkdirSync(dirname(file), { recursive: true, mode: privateFolderMode });
    try {
      return open(file, tables);
    } catch (error) {
      if (!(error instanceof OtherForm || tellsDamage(error))) throw error;
      removeIndexFile(file);
      return open(file, tables);
    }
  } catch {
    return open('', tables);
  }
}
