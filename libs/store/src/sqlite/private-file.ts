import { closeSync, openSync } from 'node:fs';
import { chmod, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isWarcFileName } from '../archive/warc/warc-file-name.ts';

/**
 * What the mill keeps is for its own user: keys, hashes of keys, secrets of webhooks, what people search for.
 */
export const privateFolderMode = 0o700;
export const privateFileMode = 0o600;

/**
 * Makes an empty file for its owner alone, where there is none. SQLite gives what it puts beside a database
 * the same mode. Without its folder nothing is made: whoever opens it says so.
 */
export function makePrivateFile(path: string): void {
  try {
    closeSync(openSync(path, 'a', privateFileMode));
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}

/** A file or folder that others may read, and why that could not be changed. */
export interface ExposedFile {
  readonly path: string;
  /** As `ls` and `chmod` know it, such as 644. */
  readonly mode: string;
  readonly reason: string;
}

const ownNames = /^(?:mill|library|registry|dead-letters(?:-[\w.-]+)?)\.db(?:-wal|-shm|-journal)?$|\.key$/;

/** Whether a database or key of a mill has this name in its data folder. */
export function isOwnFile(name: string): boolean {
  return ownNames.test(name);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    return isAbsent(error) ? [] : Promise.reject(error instanceof Error ? error : new Error(String(error)));
  }
}

function isAbsent(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}

/**
 * Takes from others what they may do with it. Undefined: it is gone, or nobody else may do anything with it
 * now.
 */
async function closeToOthers(path: string): Promise<ExposedFile | undefined> {
  let mode = 0;
  try {
    mode = (await stat(path)).mode & 0o777;
    if ((mode & 0o077) !== 0) await chmod(path, mode & 0o700);
    return undefined;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    return { path, mode: mode.toString(8), reason: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Closes to others what lies in the folder of a mill: the folder, databases, keys, and the archive with its
 * files. Source files are the operator's and stay as they are. Answers what could not be closed. Nothing
 * happens where the system has no such modes.
 */
export async function keepPrivate(
  data: string,
  parts: { readonly folder: boolean; readonly archive: boolean },
): Promise<readonly ExposedFile[]> {
  if (process.platform === 'win32') return [];
  const archive = join(data, 'archive');
  const files = parts.folder ? (await namesIn(data)).filter(isOwnFile).map((name) => join(data, name)) : [];
  const pages = parts.archive
    ? (await namesIn(archive)).filter(isWarcFileName).map((name) => join(archive, name))
    : [];
  const paths = [...(parts.folder ? [data] : []), ...files, ...(parts.archive ? [archive] : []), ...pages];
  const exposed: ExposedFile[] = [];
  for (const path of paths) {
    const left = await closeToOthers(path);
    if (left !== undefined) exposed.push(left);
  }
  return exposed;
}
