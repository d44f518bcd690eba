import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { BadModelFile } from './tensor-file.ts';

/** The bytes of a file, in memory that threads can share. Throws BadModelFile where it is not the one wanted. */
export function readShared(
  url: URL,
  { bytes: wanted, sha256 }: { readonly bytes: number; readonly sha256: string },
): SharedArrayBuffer {
  const file = openSync(url, 'r');
  try {
    const { size } = fstatSync(file);
    if (size !== wanted) throw new BadModelFile(url.pathname, `has ${size} bytes instead of ${wanted}`);
    const shared = new SharedArrayBuffer(size);
    const bytes = new Uint8Array(shared);
    for (let at = 0; at < size; ) {
      const read = readSync(file, bytes, at, size - at, at);
      if (read === 0) throw new BadModelFile(url.pathname, `ends after ${at} bytes`);
      at += read;
    }
    if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw new BadModelFile(url.pathname, 'is not the file of this version (its SHA-256 differs)');
    return shared;
  } finally {
    closeSync(file);
  }
}
