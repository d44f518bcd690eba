import { setTimeout as sleep } from 'node:timers/promises';
import { warcDay, warcFileName } from '../warc/warc-file-name.ts';
import { writeInfoRecord, type WarcRecord } from '../warc/warc-record.ts';

/** Pages of a burst share one object: a request costs more than the bytes. */
const gatherMs = 30;
const largestBatch = 4 * 1_024 * 1_024;
const uploadsAtOnce = 8;

interface Waiting {
  readonly record: WarcRecord;
  readonly resolve: (place: { readonly file: string; readonly offset: number }) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers records into objects, one day (UTC) in each. A record is answered when its object is stored; while
 * all uploads are under way, what comes meanwhile shares the next object.
 */
export class S3Batches {
  readonly #shard: string;
  readonly #store: (name: string, body: Buffer<ArrayBuffer>) => Promise<void>;
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #uploads = new Set<Promise<void>>();
  #isGathering = false;
  #lastName = 0;

  constructor(shard: string, store: (name: string, body: Buffer<ArrayBuffer>) => Promise<void>) {
    this.#shard = shard;
    this.#store = store;
  }

  /** Answers where the record lies when it is durable. */
  append(record: WarcRecord, fetchedAt: number): Promise<{ readonly file: string; readonly offset: number }> {
    return new Promise((resolve, reject) => {
      const day = warcDay(fetchedAt);
      this.#waiting.set(day, [...(this.#waiting.get(day) ?? []), { record, resolve, reject }]);
      if (!this.#isGathering) void this.#gather();
    });
  }

  async #gather(): Promise<void> {
    this.#isGathering = true;
    await sleep(gatherMs);
    while (this.#waiting.size > 0) {
      if (this.#uploads.size >= uploadsAtOnce) await Promise.race(this.#uploads);
      const upload: Promise<void> = this.#upload(...this.#take()).finally(() => this.#uploads.delete(upload));
      this.#uploads.add(upload);
    }
    this.#isGathering = false;
  }

  /** The records of one day that fit into an object; one that is larger goes alone. */
  #take(): [day: string, batch: readonly Waiting[]] {
    const [day = '', waiting = []] = this.#waiting.entries().next().value ?? [];
    let bytes = 0;
    let count = 0;
    for (const { record } of waiting) {
      bytes += record.length;
      if (count > 0 && bytes > largestBatch) break;
      count += 1;
    }
    this.#waiting.delete(day);
    if (count < waiting.length) this.#waiting.set(day, waiting.slice(count));
    return [day, waiting.slice(0, count)];
  }

  async #upload(day: string, batch: readonly Waiting[]): Promise<void> {
    // Two in one millisecond: a name is never used twice.
    this.#lastName = Math.max(Date.now(), this.#lastName + 1);
    const file = warcFileName(day, this.#shard, this.#lastName);
    const info = writeInfoRecord(file, this.#lastName);
    try {
      await this.#store(
        file,
        Buffer.concat([info, ...batch.map(({ record }) => record)].flatMap(({ pieces }) => pieces)),
      );
    } catch (error) {
      for (const { reject } of batch) reject(error);
      return;
    }
    let offset = info.length;
    for (const { record, resolve } of batch) {
      resolve({ file, offset });
      offset += record.length;
    }
  }
}
