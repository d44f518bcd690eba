import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { privateFileMode } from '../../sqlite/private-file.ts';
import { syncFolder } from './warc-folder.ts';
import { readHead, writeInfoRecord, type WarcRecord } from './warc-record.ts';

/** The file was closed, or another process has deleted it: the record belongs into another file. */
export class WarcFileGone extends Error {
  override readonly name = 'WarcFileGone';
  constructor() {
    super('the WARC file is closed or deleted; append to another');
  }
}

/** Longest head of a record that is believed. */
const longestHead = 256 * 1_024;

interface Append {
  readonly record: WarcRecord;
  readonly resolve: (offset: number) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A WARC file that is appended to. Records that come while the disk is busy go out together, with one sync.
 */
export class WarcFile {
  readonly #handle: FileHandle;
  #size: number;
  #queue: Append[] = [];
  #writing: Promise<void> | undefined;
  #isClosed = false;

  constructor(handle: FileHandle, size: number) {
    this.#handle = handle;
    this.#size = size;
  }

  /** Bytes written or about to be. */
  get size(): number {
    return this.#queue.reduce((sum, { record }) => sum + record.length, this.#size);
  }

  /** Answers the offset when the record is durable. Throws WarcFileGone. */
  append(record: WarcRecord): Promise<number> {
    if (this.#isClosed) return Promise.reject(new WarcFileGone());
    return new Promise((resolve, reject) => {
      this.#queue.push({ record, resolve, reject });
      this.#writing ??= this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    while (this.#queue.length > 0) {
      const group = this.#queue;
      this.#queue = [];
      const start = this.#size;
      try {
        const pieces = group.flatMap(({ record }) => record.pieces);
        await writeFully(this.#handle, pieces, start);
        await this.#handle.datasync();
        // Several processes prune one folder: what was just written may lie in a file that has no name any
        // more.
        if ((await this.#handle.stat()).nlink === 0) throw new WarcFileGone();
      } catch (error) {
        // Half a record must not stand before the next one.
        await this.#handle.truncate(start).catch(() => undefined);
        for (const { reject } of group) reject(error);
        continue;
      }
      for (const { record, resolve } of group) {
        resolve(this.#size);
        this.#size += record.length;
      }
    }
    this.#writing = undefined;
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#writing;
    await this.#handle.close();
  }
}

/** A disk may take only a part at a time. */
async function writeFully(handle: FileHandle, pieces: readonly Uint8Array[], at: number): Promise<void> {
  const left = [...pieces];
  for (let place = at; left.length > 0; ) {
    let { bytesWritten: done } = await handle.writev(left, place);
    place += done;
    for (; left[0] !== undefined && done >= left[0].length; left.shift()) done -= left[0].length;
    if (left[0] !== undefined) left[0] = left[0].subarray(done);
  }
}

/** Makes a file with its first record, durable with its name. */
export async function makeWarcFile(path: string, name: string, at: number): Promise<WarcFile> {
  const handle = await open(path, 'wx', privateFileMode);
  const info = writeInfoRecord(name, at);
  await writeFully(handle, info.pieces, 0);
  await handle.datasync();
  await syncFolder(dirname(path));
  return new WarcFile(handle, info.length);
}

/**
 * Opens a file to append to it. A record that a crash left incomplete at the end is cut off; undefined when
 * the file is damaged elsewhere and must be left as it is.
 */
export async function resumeWarcFile(path: string): Promise<WarcFile | undefined> {
  const handle = await open(path, 'r+');
  const { size } = await handle.stat();
  let at = 0;
  while (at < size) {
    const head = await headAt(handle, at, size);
    if (head === undefined) {
      await handle.close();
      return undefined;
    }
    if (head === 'short' || at + head.length > size) {
      await handle.truncate(at);
      await handle.datasync();
      break;
    }
    at += head.length;
  }
  return new WarcFile(handle, at);
}

async function headAt(handle: FileHandle, at: number, size: number): Promise<ReturnType<typeof readHead>> {
  for (let length = 4_096; ; length *= 8) {
    const { buffer, bytesRead } = await handle.read(
      Buffer.alloc(Math.min(length, size - at)),
      0,
      undefined,
      at,
    );
    const head = readHead(buffer.subarray(0, bytesRead));
    if (head !== 'short' || at + bytesRead >= size) return head;
    if (length > longestHead) return undefined;
  }
}
