import { constants } from 'node:fs';
import { access, mkdir, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArchiveReference } from '@newsmill/contracts';
import { privateFolderMode } from '../../sqlite/private-file.ts';
import { ArchiveUnreachable, type Archive, type ArchivedPage, type PruneLimits } from '../archive.ts';
import { endOfWarcDay, isShard, isWarcFileName, warcDay, warcFileName } from '../warc/warc-file-name.ts';
import { makeWarcFile, resumeWarcFile, WarcFileGone, type WarcFile } from '../warc/warc-file.ts';
import {
  ifThere,
  isSealed,
  listWarcFiles,
  overwriteInFile,
  readWarcFile,
  sealWarcFile,
  type WarcFileSize,
} from '../warc/warc-folder.ts';
import { readResponseRecord, receiptInPlace, writeResponseRecord } from '../warc/warc-record.ts';

export interface DiskArchiveOptions {
  readonly directory: string;
  /**
   * Names this writer among others that use the directory at the same time, each with another one: lower-case
   * letters, digits, `_`.
   */
  readonly shard?: string;
  /** A file that has grown past this is followed by another of the same day, bytes. */
  readonly maxFileBytes?: number;
}

/**
 * Raw pages in WARC 1.1 files, one for each day (UTC, of fetchedAt) and shard. The payload stays as it was
 * received.
 */
export async function openDiskArchive(options: DiskArchiveOptions): Promise<Archive> {
  const shard = options.shard ?? '0';
  if (!isShard(shard))
    throw new RangeError(`shard: ${JSON.stringify(shard)}; lower-case letters, digits and _ are allowed`);
  await mkdir(options.directory, { recursive: true, mode: privateFolderMode });
  return new DiskArchive(options.directory, shard, options.maxFileBytes ?? 2 ** 30);
}

interface OpenFile {
  readonly name: string;
  readonly file: WarcFile;
}

/** The oldest files, until what stays is within the limits. */
function chooseToPrune(
  files: readonly WarcFileSize[],
  { now, maxAgeMs, maxBytes }: PruneLimits,
): readonly WarcFileSize[] {
  let total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const stays = files.findIndex(({ name, bytes }) => {
    if (endOfWarcDay(name) >= now - maxAgeMs && total <= maxBytes) return true;
    total -= bytes;
    return false;
  });
  return stays < 0 ? files : files.slice(0, stays);
}

class DiskArchive implements Archive {
  readonly #directory: string;
  readonly #shard: string;
  readonly #maxFileBytes: number;
  /** By day. */
  readonly #open = new Map<string, Promise<OpenFile>>();
  readonly #puts = new Set<Promise<unknown>>();
  #isClosed = false;

  constructor(directory: string, shard: string, maxFileBytes: number) {
    this.#directory = directory;
    this.#shard = shard;
    this.#maxFileBytes = maxFileBytes;
  }

  async put(page: ArchivedPage): Promise<ArchiveReference> {
    this.#refuseWhenClosed();
    const put = this.#append(page);
    this.#puts.add(put);
    try {
      return await put;
    } finally {
      this.#puts.delete(put);
    }
  }

  async #append(page: ArchivedPage): Promise<ArchiveReference> {
    const record = writeResponseRecord(page);
    for (;;) {
      const { name, file } = await this.#fileFor(warcDay(page.fetchedAt));
      try {
        return { file: name, offset: await file.append(record), length: record.length };
      } catch (error) {
        if (!(error instanceof WarcFileGone) || this.#isClosed) throw error;
        await this.#forget(name);
      }
    }
  }

  async #fileFor(day: string): Promise<OpenFile> {
    const known = this.#open.get(day);
    if (known !== undefined) {
      const { file } = await known;
      if (file.size < this.#maxFileBytes) return known;
      // Several may find it full at once: the first makes the next file.
      if (this.#open.get(day) === known) {
        this.#open.delete(day);
        await file.close();
      }
      return this.#fileFor(day);
    }
    const opened = this.#openFile(day);
    this.#open.set(day, opened);
    try {
      return await opened;
    } catch (error) {
      if (this.#open.get(day) === opened) this.#open.delete(day);
      throw error;
    }
  }

  async #openFile(day: string): Promise<OpenFile> {
    await this.#closeOthers(day);
    const newest = (await listWarcFiles(this.#directory))
      .filter(({ name }) => name.startsWith(`${day}-${this.#shard}-`))
      .at(-1);
    const resumed =
      newest === undefined || newest.bytes >= this.#maxFileBytes
        ? undefined
        : await this.#resume(newest.name);
    if (resumed !== undefined) return resumed;
    const at = Date.now();
    const name = warcFileName(day, this.#shard, at);
    // Two in one millisecond: the name is taken, the next one is not.
    if (name === newest?.name) return this.#openFile(day);
    return { name, file: await makeWarcFile(join(this.#directory, name), name, at) };
  }

  /** undefined when the file came from elsewhere, is damaged, or was deleted just now. */
  async #resume(name: string): Promise<OpenFile | undefined> {
    const path = join(this.#directory, name);
    if ((await ifThere(isSealed(path))) !== false) return undefined;
    const file = await ifThere(resumeWarcFile(path));
    return file === undefined ? undefined : { name, file };
  }

  /** Days go by; two files stay open at most. */
  async #closeOthers(day: string): Promise<void> {
    const others = [...this.#open.keys()].filter((other) => other !== day).sort();
    for (const other of others.slice(0, -1)) {
      const opened = this.#open.get(other);
      this.#open.delete(other);
      await (await opened)?.file.close();
    }
  }

  async get(reference: ArchiveReference): Promise<ArchivedPage | undefined> {
    this.#refuseWhenClosed();
    const bytes = await this.#read(reference);
    return bytes === undefined
      ? undefined
      : readResponseRecord(bytes, `${reference.file}:${reference.offset}`);
  }

  /** undefined when the file is gone or shorter. */
  async #read({ file, offset, length }: ArchiveReference): Promise<Buffer | undefined> {
    if (!isWarcFileName(file) || length > 2 ** 30) return undefined;
    const handle = await ifThere(open(join(this.#directory, file), 'r'));
    if (handle === undefined) return undefined;
    try {
      if (offset + length > (await handle.stat()).size) return undefined;
      const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, offset);
      return bytesRead === length ? buffer : undefined;
    } finally {
      await handle.close();
    }
  }

  async prune(limits: PruneLimits): Promise<{ readonly files: number; readonly bytes: number }> {
    this.#refuseWhenClosed();
    const chosen = chooseToPrune(await listWarcFiles(this.#directory), limits);
    const newest = chosen.at(-1);
    if (newest !== undefined) await limits.announce?.(newest.name);
    const gone = { files: 0, bytes: 0 };
    for (const { name, bytes } of chosen) {
      await this.#forget(name);
      // Another process may have pruned it a moment ago; then it is counted there.
      if ((await ifThere(unlink(join(this.#directory, name)).then(() => true))) === undefined) continue;
      gone.files += 1;
      gone.bytes += bytes;
    }
    return gone;
  }

  /** Closes the file where it is open for writing; the next page of that day gets a new one. */
  async #forget(name: string): Promise<void> {
    for (const [day, opened] of this.#open) {
      const { name: openName, file } = await opened;
      if (openName !== name) continue;
      this.#open.delete(day);
      await file.close();
    }
  }

  async remove(
    references: readonly ArchiveReference[],
    receipt: { readonly at: number; readonly reason: string },
  ): Promise<void> {
    this.#refuseWhenClosed();
    for (const reference of references) {
      const bytes = await this.#read(reference);
      if (bytes === undefined) continue;
      const record = receiptInPlace(bytes, receipt, `${reference.file}:${reference.offset}`);
      if (record === undefined) continue;
      await ifThere(overwriteInFile(join(this.#directory, reference.file), record, reference.offset));
    }
  }

  async *files(): AsyncGenerator<WarcFileSize> {
    this.#refuseWhenClosed();
    yield* await listWarcFiles(this.#directory);
  }

  async *readFile(name: string): AsyncGenerator<Uint8Array> {
    this.#refuseWhenClosed();
    if (isWarcFileName(name)) yield* readWarcFile(join(this.#directory, name));
  }

  async writeFile(name: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    this.#refuseWhenClosed();
    if (!isWarcFileName(name))
      throw new RangeError(`${JSON.stringify(name)} is no name of an archive's file`);
    await sealWarcFile(this.#directory, name, bytes);
  }

  async ping(use: 'read' | 'write'): Promise<void> {
    this.#refuseWhenClosed();
    try {
      await access(this.#directory, constants.R_OK | constants.X_OK | (use === 'write' ? constants.W_OK : 0));
    } catch (error) {
      throw new ArchiveUnreachable(
        this.#directory,
        `the folder is missing or cannot be ${use === 'write' ? 'written' : 'read'}`,
        `make it, mount its volume, or give the user of newsmill the right to ${use} there`,
        { cause: error },
      );
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#puts);
    const files = [...this.#open.values()];
    this.#open.clear();
    for (const opened of files) await (await opened).file.close();
  }

  #refuseWhenClosed(): void {
    if (this.#isClosed) throw new Error('the archive is closed');
  }
}
