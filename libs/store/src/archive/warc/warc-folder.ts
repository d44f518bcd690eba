import { randomUUID } from 'node:crypto';
import { chmod, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { privateFileMode } from '../../sqlite/private-file.ts';
import { compareWarcFileNames, isWarcFileName } from './warc-file-name.ts';

/**
 * Files that came from elsewhere are read-only: nothing is ever appended to them, so what refers to them
 * stays true.
 */
const sealed = 0o400;
const chunkBytes = 256 * 1_024;

export interface WarcFileSize {
  readonly name: string;
  readonly bytes: number;
}

/** The WARC files of a folder, oldest first. Others may add and delete files meanwhile. */
export async function listWarcFiles(directory: string): Promise<WarcFileSize[]> {
  const names = (await readdir(directory)).filter(isWarcFileName).sort(compareWarcFileNames);
  const files = await Promise.all(
    names.map(async (name) => ({ name, bytes: (await ifThere(stat(join(directory, name))))?.size })),
  );
  return files.flatMap(({ name, bytes }) => (bytes === undefined ? [] : [{ name, bytes }]));
}

/** The bytes of a file as it is now; nothing when it is gone. */
export async function* readWarcFile(path: string): AsyncGenerator<Uint8Array> {
  const handle = await ifThere(open(path, 'r'));
  if (handle === undefined) return;
  try {
    for (let at = 0; ; ) {
      const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** Puts a file in from elsewhere: whole or not at all, and sealed. One of that name that is there stays. */
export async function sealWarcFile(
  directory: string,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  if ((await ifThere(stat(join(directory, name)))) !== undefined) return;
  for (const left of await readdir(directory))
    if (left.startsWith(`.${name}.`)) await rm(join(directory, left), { force: true });
  const draft = join(directory, `.${name}.${randomUUID()}.part`);
  const handle = await open(draft, 'wx', sealed);
  try {
    for await (const chunk of bytes) await handle.writeFile(chunk);
    await handle.datasync();
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  await rename(draft, join(directory, name));
  await syncFolder(directory);
}

/** Whether the file came from elsewhere. */
export async function isSealed(path: string): Promise<boolean> {
  return ((await stat(path)).mode & 0o222) === 0;
}

/** Overwrites bytes of a file, sealed or not; durable when it resolves. */
export async function overwriteInFile(path: string, bytes: Uint8Array, at: number): Promise<void> {
  const { mode } = await stat(path);
  const seal = (mode & 0o222) === 0;
  if (seal) await chmod(path, privateFileMode);
  const handle = await open(path, 'r+');
  try {
    await handle.write(bytes, 0, bytes.length, at);
    await handle.datasync();
    if (seal) await handle.chmod(sealed);
  } finally {
    await handle.close();
  }
}

/** Makes new names in a folder durable. */
export async function syncFolder(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** undefined instead of an error when the file is not there. */
export async function ifThere<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    // No instanceof: the error may come from another realm. ESTALE: gone on a network volume.
    if (
      typeof error === 'object' &&
      error !== null &&
      'code' in error &&
      (error.code === 'ENOENT' || error.code === 'ESTALE')
    )
      return undefined;
    throw error;
  }
}
