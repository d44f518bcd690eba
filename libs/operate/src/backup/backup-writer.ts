import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import { signBackup, type BackupKey } from './backup-key.ts';
import {
  BackupExists,
  BackupNotWritten,
  type BackupCounts,
  type BackupFrame,
  type FrameWithBytes,
} from './backup-format.ts';
import { checkBackup } from './check-backup.ts';

/** Small frames go to the compressor together. */
const gatherBytes = 256 * 1_024;
const lineFeed = Buffer.from('\n');

interface Packing {
  readonly counts: Partial<Record<BackupFrame['kind'], number>>;
  readonly key: BackupKey | undefined;
}

/** Bytes of a backup, its trailer included; `counts` grows meanwhile. */
async function* packFrames(
  frames: AsyncIterable<FrameWithBytes>,
  { counts, key }: Packing,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const { frame, bytes } of frames) {
    counts[frame.kind] = (counts[frame.kind] ?? 0) + 1;
    for (const piece of packFrame(frame, bytes)) {
      const isLarge = piece.length >= gatherBytes;
      if (!isLarge) {
        waiting.push(piece);
        size += piece.length;
        if (size < gatherBytes) continue;
      }
      // What is large goes as it is: copies of it would have to be collected as fast.
      for (const packed of isLarge ? [Buffer.concat(waiting), piece] : [Buffer.concat(waiting)]) {
        hash.update(packed);
        yield packed;
      }
      waiting = [];
      size = 0;
    }
  }
  const rest = Buffer.concat(waiting);
  hash.update(rest);
  yield rest;
  const sha256 = hash.digest('hex');
  yield* packFrame({
    kind: 'trailer',
    counts: { ...counts },
    sha256,
    ...(key === undefined ? {} : { signature: signBackup(key, sha256) }),
  });
}

function packFrame(frame: BackupFrame, bytes?: Uint8Array): Uint8Array[] {
  const line = Buffer.from(
    `${JSON.stringify(bytes === undefined ? frame : { ...frame, bytes: bytes.length })}\n`,
  );
  return bytes === undefined ? [line] : [line, bytes, lineFeed];
}

/**
 * Reads what was written from its beginning to its end, as a restore does: signature, sum, counts and every frame.
 * Throws BackupNotWritten.
 */
async function readBack(path: string, draft: string, { fingerprint }: BackupKey): Promise<void> {
  try {
    await checkBackup(draft, { own: fingerprint, signedBy: [], unsigned: false });
  } catch (error) {
    throw new BackupNotWritten(path, error);
  }
}

/**
 * Writes a backup, whole or not at all, durable when it resolves. Where there is a key it is signed, and read
 * back. Answers the number of frames of each kind. Throws BackupExists, BackupNotWritten.
 */
export async function writeBackup(
  path: string,
  frames: AsyncIterable<FrameWithBytes>,
  key?: BackupKey,
): Promise<BackupCounts> {
  if (existsSync(path)) throw new BackupExists(path);
  const draft = `${path}.${process.pid}.part`;
  const counts: Partial<Record<BackupFrame['kind'], number>> = {};
  try {
    const compressor = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } });
    await pipeline(
      Readable.from(packFrames(frames, { counts, key })),
      compressor,
      createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }),
    );
    if (key !== undefined) await readBack(path, draft, key);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  const folder = await open(dirname(path), 'r');
  await folder.sync();
  await folder.close();
  return counts;
}
