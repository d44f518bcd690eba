import { randomBytes } from 'node:crypto';
import type { ArchiveReference } from '@newsmill/contracts';
import type { Archive, ArchivedPage, PruneLimits } from '../archive.ts';
import { endOfWarcDay, isShard, isWarcFileName } from '../warc/warc-file-name.ts';
import type { WarcFileSize } from '../warc/warc-folder.ts';
import { readResponseRecord, receiptInPlace, writeResponseRecord } from '../warc/warc-record.ts';
import { replaceRecords, type Replacement } from '../warc/warc-replace.ts';
import { S3Batches } from './s3-batches.ts';
import { S3Client, type S3ArchiveOptions } from './s3-client.ts';
import { deleteObjects, listDays, pingBucket, readObject } from './s3-objects.ts';
import { uploadObject } from './s3-upload.ts';

/** How often a takedown starts again when another process rewrote the object meanwhile. */
const rewrites = 10;

/** The archive in S3 as the door opens it, when it is loaded. */
export async function openS3Archive(options: S3ArchiveOptions): Promise<Archive> {
  const shard = options.shard ?? `s3_${randomBytes(8).toString('hex')}`;
  if (!isShard(shard))
    throw new RangeError(`shard: ${JSON.stringify(shard)}; lower-case letters, digits and _ are allowed`);
  return new S3Archive(new S3Client(options), shard);
}

class S3Archive implements Archive {
  readonly #client: S3Client;
  readonly #batches: S3Batches;
  readonly #puts = new Set<Promise<unknown>>();
  #isClosed = false;

  constructor(client: S3Client, shard: string) {
    this.#client = client;
    this.#batches = new S3Batches(shard, async (name, body) => {
      await client.send({ method: 'PUT', name, body, headers: { 'content-type': 'application/warc' } });
    });
  }

  async put(page: ArchivedPage): Promise<ArchiveReference> {
    this.#refuseWhenClosed();
    const record = writeResponseRecord(page);
    const put = this.#batches.append(record, page.fetchedAt);
    this.#puts.add(put);
    try {
      return { ...(await put), length: record.length };
    } finally {
      this.#puts.delete(put);
    }
  }

  async get(reference: ArchiveReference): Promise<ArchivedPage | undefined> {
    this.#refuseWhenClosed();
    const bytes = await this.#read(reference);
    return bytes === undefined
      ? undefined
      : readResponseRecord(bytes, `${reference.file}:${reference.offset}`);
  }

  /** undefined when the object is gone or shorter. */
  async #read({ file, offset, length }: ArchiveReference): Promise<Buffer | undefined> {
    if (!isWarcFileName(file) || length > 2 ** 30) return undefined;
    const { status, body } = await this.#client.send({
      method: 'GET',
      name: file,
      headers: { range: `bytes=${offset}-${offset + length - 1}` },
      expected: [404, 416],
      maxBytes: offset + length,
      isCut: true,
    });
    if (status === 404 || status === 416) return undefined;
    // A server that knows no ranges sends all.
    const bytes = status === 206 ? body : body.subarray(offset, offset + length);
    if (bytes.length > length)
      throw this.#client.failure(`it answers more of ${file} than was asked for`, 'try again');
    return bytes.length === length ? bytes : undefined;
  }

  async prune(limits: PruneLimits): Promise<{ readonly files: number; readonly bytes: number }> {
    this.#refuseWhenClosed();
    let total = 0;
    for await (const day of listDays(this.#client)) for (const { bytes } of day) total += bytes;
    const gone = { files: 0, bytes: 0 };
    for await (const day of listDays(this.#client)) {
      const chosen: string[] = [];
      for (const { name, bytes } of day) {
        if (endOfWarcDay(name) >= limits.now - limits.maxAgeMs && total <= limits.maxBytes) break;
        chosen.push(name);
        total -= bytes;
        gone.bytes += bytes;
      }
      const newest = chosen.at(-1);
      if (newest !== undefined) await limits.announce?.(newest);
      await deleteObjects(this.#client, chosen);
      gone.files += chosen.length;
      if (chosen.length < day.length) break;
    }
    return gone;
  }

  async remove(
    references: readonly ArchiveReference[],
    receipt: { readonly at: number; readonly reason: string },
  ): Promise<void> {
    this.#refuseWhenClosed();
    const byFile = Map.groupBy(references, ({ file }) => file);
    for (const [file, inFile] of byFile) await this.#removeFrom(file, inFile, receipt);
  }

  async #removeFrom(
    file: string,
    references: readonly ArchiveReference[],
    receipt: { readonly at: number; readonly reason: string },
  ): Promise<void> {
    for (let attempt = 0; attempt < rewrites; attempt += 1) {
      const replacements = (
        await Promise.all(references.map((reference) => this.#receiptFor(reference, receipt)))
      ).filter((found) => found !== undefined);
      if (replacements.length === 0) return;
      const object = await readObject(this.#client, file);
      if (object === undefined) return;
      // Written again and read again: of two processes at one object, the later one must not bring back what
      // the other took out.
      await uploadObject(this.#client, {
        name: file,
        bytes: replaceRecords(object.bytes, replacements),
        over: object.etag,
      });
    }
    throw this.#client.failure(
      `${file} was changed by others during each of ${rewrites} tries to take a page out`,
      'try again when they are done',
    );
  }

  /** undefined when no page lies there (any more). */
  async #receiptFor(
    reference: ArchiveReference,
    receipt: { readonly at: number; readonly reason: string },
  ): Promise<Replacement | undefined> {
    const bytes = await this.#read(reference);
    const record =
      bytes === undefined
        ? undefined
        : receiptInPlace(bytes, receipt, `${reference.file}:${reference.offset}`);
    return record === undefined ? undefined : { offset: reference.offset, record };
  }

  async *files(): AsyncGenerator<WarcFileSize> {
    this.#refuseWhenClosed();
    for await (const day of listDays(this.#client)) yield* day;
  }

  async *readFile(name: string): AsyncGenerator<Uint8Array> {
    this.#refuseWhenClosed();
    if (!isWarcFileName(name)) return;
    const object = await readObject(this.#client, name);
    if (object !== undefined) yield* object.bytes;
  }

  async writeFile(name: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    this.#refuseWhenClosed();
    if (!isWarcFileName(name))
      throw new RangeError(`${JSON.stringify(name)} is no name of an archive's file`);
    const { status } = await this.#client.send({ method: 'HEAD', name, expected: [404] });
    if (status === 404) await uploadObject(this.#client, { name, bytes });
  }

  async ping(): Promise<void> {
    this.#refuseWhenClosed();
    await pingBucket(this.#client);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#puts);
    await this.#client.close();
  }

  #refuseWhenClosed(): void {
    if (this.#isClosed) throw new Error('the archive is closed');
  }
}
