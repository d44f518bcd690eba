import { mkdir, open, readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArchiveReference } from '@newsmill/contracts';
import type { Archive, ArchivedPage } from './archive.ts';
import { makeWarcFile, resumeWarcFile, type WarcFile } from './warc-file.ts';
import { readHead, readResponseRecord, writeReceiptRecord, writeResponseRecord } from './warc-record.ts';

const dayMs = 86_400_000;
/** `<day>-<shard>-<time of making>.warc`: a name is never used again, so an old reference cannot meet a new page. */
const fileName = /^(\d{4})(\d{2})(\d{2})-([a-z0-9_]{1,40})-([0-9a-z]{9})\.warc$/;

export interface DiskArchiveOptions {
  readonly directory: string;
  /** Names this writer among others that use the directory at the same time: lower-case letters, digits, `_`. */
  readonly shard?: string;
  /** A file that has grown past this is followed by another of the same day, bytes. */
  readonly maxFileBytes?: number;
}

/** Raw pages in WARC 1.1 files, one for each day (UTC, of fetchedAt) and shard. The payload stays as it was received. */
export async function openDiskArchive(options: DiskArchiveOptions): Promise<Archive> {
  const shard = options.shard ?? '0';
  if (!/^[a-z0-9_]{1,40}$/.test(shard)) throw new RangeError(`shard: ${JSON.stringify(shard)}; lower-case letters, digits and _ are allowed`);
  await mkdir(options.directory, { recursive: true });
  return new DiskArchive(options.directory, shard, options.maxFileBytes ?? 2 ** 30);
}

interface OpenFile {
  readonly name: string;
  readonly file: WarcFile;
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
    const { name, file } = await this.#fileFor(new Date(page.fetchedAt).toISOString().slice(0, 10).replaceAll('-', ''));
    return { file: name, offset: await file.append(record), length: record.length };
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
    const newest = (await this.#files()).filter((name) => name.startsWith(`${day}-${this.#shard}-`)).at(-1);
    if (newest !== undefined && (await stat(join(this.#directory, newest))).size < this.#maxFileBytes) {
      const file = await resumeWarcFile(join(this.#directory, newest));
      if (file !== undefined) return { name: newest, file };
    }
    const at = Date.now();
    const name = `${day}-${this.#shard}-${at.toString(36).padStart(9, '0')}.warc`;
    // Two in one millisecond: the name is taken, the next one is not.
    if (name === newest) return this.#openFile(day);
    return { name, file: await makeWarcFile(join(this.#directory, name), name, at) };
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

  /** Names of all files, oldest day first. */
  async #files(): Promise<string[]> {
    return (await readdir(this.#directory)).filter((name) => fileName.test(name)).sort();
  }

  async get(reference: ArchiveReference): Promise<ArchivedPage | undefined> {
    this.#refuseWhenClosed();
    const bytes = await this.#read(reference);
    return bytes === undefined ? undefined : readResponseRecord(bytes, `${reference.file}:${reference.offset}`);
  }

  /** undefined when the file is gone or shorter. */
  async #read({ file, offset, length }: ArchiveReference): Promise<Buffer | undefined> {
    if (!fileName.test(file) || length > 2 ** 30) return undefined;
    const handle = await openIfThere(join(this.#directory, file), 'r');
    if (handle === undefined) return undefined;
    try {
      if (offset + length > (await handle.stat()).size) return undefined;
      const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, offset);
      return bytesRead === length ? buffer : undefined;
    } finally {
      await handle.close();
    }
  }

  async prune(limits: { readonly now: number; readonly maxAgeMs: number; readonly maxBytes: number }): Promise<{ readonly files: number; readonly bytes: number }> {
    this.#refuseWhenClosed();
    const files = await Promise.all((await this.#files()).map(async (name) => ({ name, bytes: (await stat(join(this.#directory, name))).size })));
    let total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    const gone = { files: 0, bytes: 0 };
    for (const { name, bytes } of files) {
      const isOld = endOfDay(name) < limits.now - limits.maxAgeMs;
      if (!isOld && total <= limits.maxBytes) break;
      await this.#forget(name);
      await unlink(join(this.#directory, name));
      total -= bytes;
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

  async remove(references: readonly ArchiveReference[], receipt: { readonly at: number; readonly reason: string }): Promise<void> {
    this.#refuseWhenClosed();
    for (const reference of references) {
      const bytes = await this.#read(reference);
      const head = bytes === undefined ? undefined : readHead(bytes);
      if (head === undefined || head === 'short' || head.length !== reference.length || head.fields.get('warc-type') !== 'response') continue;
      const record = writeReceiptRecord(head, receipt);
      if (record === undefined) throw new RangeError(`no receipt fits into the ${reference.length} bytes of ${reference.file}:${reference.offset}`);
      const handle = await open(join(this.#directory, reference.file), 'r+');
      try {
        await handle.write(record, 0, record.length, reference.offset);
        await handle.datasync();
      } finally {
        await handle.close();
      }
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

function endOfDay(name: string): number {
  const [, year, month, day] = fileName.exec(name) ?? [];
  return Date.parse(`${year}-${month}-${day}T00:00:00Z`) + dayMs;
}

async function openIfThere(path: string, flags: string): Promise<Awaited<ReturnType<typeof open>> | undefined> {
  try {
    return await open(path, flags);
  } catch (error) {
    // No instanceof: the error may come from another realm.
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
