import { createHash, type Hash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { createZstdDecompress } from 'node:zlib';
import {
  BackupChanged,
  BadBackup,
  longestFrame,
  type BackupFrame,
  type FrameWithBytes,
} from './backup-format.ts';
import { isDeep } from './nesting-of.ts';

const pieceBytes = 256 * 1_024;

/** Bytes of the file, uncompressed. Throws BadBackup where they are not what was written. */
async function* unpack(path: string): AsyncGenerator<Buffer, undefined> {
  // It is read twice, and whoever opens a pipe waits for a writer.
  const found = statSync(path);
  if (!found.isFile() && !found.isDirectory())
    throw new BadBackup(path, 'it is a pipe or a device, where a file is needed');
  const file = createReadStream(path);
  const bytes = createZstdDecompress({ chunkSize: pieceBytes });
  file.on('error', (error) => bytes.destroy(error));
  try {
    for await (const piece of file.pipe(bytes)) yield piece;
  } catch (error) {
    // A file that is missing or may not be read is no broken backup.
    if (typeof error === 'object' && error !== null && 'syscall' in error) throw error;
    throw new BadBackup(path, 'it is not a backup, or it is cut off or damaged', { cause: error });
  } finally {
    file.destroy();
    bytes.destroy();
  }
}

/** Bytes of a line that is looked at before it is read as JSON: nesting costs many times its length. */
const longLine = 65_536;

/**
 * Takes lines and payloads off a stream; holds no more than the piece in hand and the frame that goes beyond
 * it.
 */
export class FrameCutter {
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
    if (line.length > longLine && isDeep(line))
      throw new BadBackup(this.#path, 'a line in it is nested too deeply');
    try {
      const frame: BackupFrame & { readonly bytes?: number } = JSON.parse(line.toString('utf8'));
      if (
        typeof frame.kind === 'string' &&
        (frame.bytes === undefined ||
          (Number.isSafeInteger(frame.bytes) && frame.bytes >= 0 && frame.bytes <= longestFrame))
      )
        return frame;
    } catch (error) {
      throw new BadBackup(this.#path, 'it is not a newsmill backup', { cause: error });
    }
    throw new BadBackup(this.#path, 'it is not a newsmill backup');
  }

  /** A line with its end. */
  async #line(): Promise<Buffer | undefined> {
    const end = this.#left.indexOf(0x0a);
    if (end >= 0) return this.#cut(end + 1);
    const parts = [this.#left];
    for (let size = this.#left.length; ; ) {
      if (size > longestFrame) throw new BadBackup(this.#path, 'a line in it has no end');
      const next = await this.#pieces.next();
      if (next.done === true && size === 0) return undefined;
      if (next.done === true) throw new BadBackup(this.#path, 'it is cut off');
      const at = next.value.indexOf(0x0a);
      parts.push(next.value);
      size += next.value.length;
      if (at < 0) continue;
      this.#left = Buffer.concat(parts);
      return this.#cut(size - next.value.length + at + 1);
    }
  }

  async #take(length: number): Promise<Buffer> {
    if (this.#left.length >= length) return this.#cut(length);
    // No larger than what is taken: what lies behind it stays where it is.
    const taken = Buffer.allocUnsafe(length);
    for (let size = this.#left.copy(taken); size < length; ) {
      const next = await this.#pieces.next();
      if (next.done === true) throw new BadBackup(this.#path, 'it is cut off');
      const copied = next.value.copy(taken, size);
      size += copied;
      this.#left = next.value.subarray(copied);
    }
    return taken;
  }

  #cut(length: number): Buffer {
    const taken = this.#left.subarray(0, length);
    this.#left = this.#left.subarray(length);
    return taken;
  }
}

/**
 * The frames between manifest and trailer, of a file that was checked before and had this sum. Throws
 * BackupChanged at its end, or BadBackup, when it is another file meanwhile.
 */
export async function* readBackup(path: string, sha256: string): AsyncGenerator<FrameWithBytes> {
  const cutter = new FrameCutter(path);
  try {
    for (let next = await cutter.next(); next !== undefined; next = await cutter.next())
      if (next.frame.kind !== 'manifest' && next.frame.kind !== 'trailer') yield next;
    if (cutter.digest() !== sha256) throw new BackupChanged(path);
  } finally {
    await cutter.close();
  }
}
