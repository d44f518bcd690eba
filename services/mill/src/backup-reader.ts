import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createZstdDecompress } from 'node:zlib';
import {
  BadBackup,
  backupFormat,
  longestFrame,
  NewerBackup,
  type BackupCounts,
  type BackupFrame,
  type BackupManifest,
  type FrameWithBytes,
} from './backup-format.ts';

const pieceBytes = 256 * 1_024;

/** Bytes of the file, uncompressed. Throws BadBackup where they are not what was written. */
async function* unpack(path: string): AsyncGenerator<Buffer, undefined> {
  const file = createReadStream(path);
  const bytes = createZstdDecompress({ chunkSize: pieceBytes });
  file.on('error', (error) => bytes.destroy(error));
  try {
    for await (const piece of file.pipe(bytes)) yield piece;
  } catch (error) {
    // A file that is missing or may not be read is no broken backup.
    if (typeof error === 'object' && error !== null && 'syscall' in error) throw error;
    throw new BadBackup(path, 'it is no backup, or is cut off or damaged', { cause: error });
  } finally {
    file.destroy();
    bytes.destroy();
  }
}

/** Takes lines and payloads off a stream; holds no more than the piece in hand and the frame that goes beyond it. */
class FrameCutter {
  readonly #path: string;
  readonly #pieces: AsyncIterator<Buffer>;
  readonly #hash: Hash = createHash('sha256');
  #left: Buffer = Buffer.alloc(0);

  constructor(path: string) {
    this.#path = path;
    this.#pieces = unpack(path);
  }

  /** The next frame; undefined at the end of the file. */
  async next(): Promise<FrameWithBytes | undefined> {
    const line = await this.#line();
    if (line === undefined) return undefined;
    const { bytes: length, ...frame } = this.#parse(line);
    if (frame.kind !== 'trailer') this.#hash.update(line);
    if (length === undefined) return { frame };
    const payload = await this.#take(length + 1);
    this.#hash.update(payload);
    return { frame, bytes: payload.subarray(0, length) };
  }

  /** SHA-256 of what was read so far, without the trailer. */
  digest(): string {
    return this.#hash.digest('hex');
  }

  async close(): Promise<void> {
    await this.#pieces.return?.();
  }

  #parse(line: Buffer): BackupFrame & { readonly bytes?: number } {
    try {
      const frame: BackupFrame & { readonly bytes?: number } = JSON.parse(line.toString('utf8'));
      if (
        typeof frame.kind === 'string' &&
        (frame.bytes === undefined ||
          (Number.isSafeInteger(frame.bytes) && frame.bytes >= 0 && frame.bytes <= longestFrame))
      )
        return frame;
    } catch (error) {
      throw new BadBackup(this.#path, 'it is no backup of newsmill', { cause: error });
    }
    throw new BadBackup(this.#path, 'it is no backup of newsmill');
  }

  /** A line with its end. */
  async #line(): Promise<Buffer | undefined> {
    for (let searched = 0; ; ) {
      const end = this.#left.indexOf(0x0a, searched);
      if (end >= 0) return this.#cut(end + 1);
      searched = this.#left.length;
      if (await this.#more()) continue;
      if (searched === 0) return undefined;
      throw new BadBackup(this.#path, 'it is cut off');
    }
  }

  async #take(length: number): Promise<Buffer> {
    const parts = [this.#left];
    for (let size = this.#left.length; size < length; ) {
      const next = await this.#pieces.next();
      if (next.done === true) throw new BadBackup(this.#path, 'it is cut off');
      parts.push(next.value);
      size += next.value.length;
    }
    if (parts.length > 1) this.#left = Buffer.concat(parts);
    return this.#cut(length);
  }

  #cut(length: number): Buffer {
    const taken = this.#left.subarray(0, length);
    this.#left = this.#left.subarray(length);
    return taken;
  }

  async #more(): Promise<boolean> {
    if (this.#left.length > longestFrame) throw new BadBackup(this.#path, 'a line in it has no end');
    const next = await this.#pieces.next();
    if (next.done === true) return false;
    this.#left = this.#left.length === 0 ? next.value : Buffer.concat([this.#left, next.value]);
    return true;
  }
}

/** The frames between manifest and trailer. For a file that was checked before. */
export async function* readBackup(path: string): AsyncGenerator<FrameWithBytes> {
  const cutter = new FrameCutter(path);
  try {
    for (let next = await cutter.next(); next !== undefined; next = await cutter.next())
      if (next.frame.kind !== 'manifest' && next.frame.kind !== 'trailer') yield next;
  } finally {
    await cutter.close();
  }
}

export interface CheckedBackup {
  readonly manifest: BackupManifest;
  readonly counts: BackupCounts;
  readonly sha256: string;
}

/** Reads a backup to its end and proves it whole. Throws BadBackup, NewerBackup. */
export async function checkBackup(path: string): Promise<CheckedBackup> {
  const cutter = new FrameCutter(path);
  try {
    const first = await cutter.next();
    if (first?.frame.kind !== 'manifest') throw new BadBackup(path, 'it is no backup of newsmill');
    if (first.frame.format > backupFormat) throw new NewerBackup(path, first.frame);
    const counts: Partial<Record<BackupFrame['kind'], number>> = { manifest: 1 };
    for (;;) {
      const next = await cutter.next();
      if (next === undefined) throw new BadBackup(path, 'it is cut off');
      if (next.frame.kind === 'trailer')
        return await checkTrailer(path, cutter, { manifest: first.frame, counts, trailer: next.frame });
      counts[next.frame.kind] = (counts[next.frame.kind] ?? 0) + 1;
    }
  } finally {
    await cutter.close();
  }
}

async function checkTrailer(
  path: string,
  cutter: FrameCutter,
  read: {
    readonly manifest: BackupManifest;
    readonly counts: BackupCounts;
    readonly trailer: Extract<BackupFrame, { kind: 'trailer' }>;
  },
): Promise<CheckedBackup> {
  const { manifest, counts, trailer } = read;
  if (cutter.digest() !== trailer.sha256) throw new BadBackup(path, 'its checksum is wrong');
  const kinds = new Set([...Object.keys(counts), ...Object.keys(trailer.counts)]);
  const told = new Map(Object.entries(trailer.counts));
  for (const [kind, count] of Object.entries(counts))
    if (told.get(kind) !== count)
      throw new BadBackup(
        path,
        `it has ${count} frames of the kind ${kind}, and says ${told.get(kind) ?? 0}`,
      );
  if (kinds.size !== told.size) throw new BadBackup(path, 'frames are missing');
  if ((await cutter.next()) !== undefined) throw new BadBackup(path, 'something stands behind its end');
  return { manifest, counts, sha256: trailer.sha256 };
}
