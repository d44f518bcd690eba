import { closeSync, openSync, truncateSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { isDamage } from './damage.ts';

/** A lock of the operating system, held until it is released or the process ends, however it ends. */
export interface SqliteLock {
  release(): void;
}

/** SQLite waits so long for a process that is just ending, milliseconds. */
const patienceMs = 1_000;

/**
 * Takes the lock of a file, which is made where it is missing; undefined when another process has it. SQLite
 * knows how each system locks a file, between containers that share a volume too; no number of a process is
 * trusted, so none that was given again can block. Nothing is kept in the file: bytes of others in it are
 * thrown away, and whoever holds it, holds it still.
 */
export function takeSqliteLock(path: string): SqliteLock | undefined {
  closeSync(openSync(path, 'a', 0o600));
  try {
    return lockFile(path);
  } catch (error) {
    if (!(error instanceof Error) || !isDamage(error)) throw error;
    truncateSync(path);
    return lockFile(path);
  }
}

function lockFile(path: string): SqliteLock | undefined {
  const database = new DatabaseSync(path, { timeout: patienceMs });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  let isHeld = true;
  return {
    release() {
      if (isHeld) database.close();
      isHeld = false;
    },
  };
}

/** SQLITE_BUSY, SQLITE_LOCKED. */
function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    'errcode' in error &&
    typeof error.errcode === 'number' &&
    [5, 6].includes(error.errcode & 0xff)
  );
}
