import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from './error-code.ts';
import { isAlive } from './is-alive.ts';

/** A file that never came to hold the number of its owner belongs to nobody after this time. */
const abandonedMs = 10_000;

function ageOf(file: string): number {
  return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

/** Makes a file with the number of this process, unless there is one. */
function claim(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    return false;
  }
}

/** Whether the owner of the lock is gone. */
function isStale(file: string): boolean {
  try {
    const owner = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return Number.isInteger(owner) ? !isAlive(owner) : ageOf(file) > abandonedMs;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return false;
  }
}

/**
 * Removes a stale lock; one process at a time, or a slow one would remove the lock that a fast one has just
 * made.
 */
function removeStale(file: string): void {
  const broom = `${file}.stale`;
  if (ageOf(broom) > abandonedMs) rmSync(broom, { force: true });
  if (!claim(broom)) return;
  try {
    if (isStale(file)) rmSync(file, { force: true });
  } finally {
    rmSync(broom, { force: true });
  }
}

/** Holds the lock file while `work` runs; waits for whoever has it, and takes it over from a dead process. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!claim(file)) {
    if (isStale(file)) removeStale(file);
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
