import { createWorkerPool, WorkerDied, type TellCost, type WorkerPool } from '@newsmill/runtime';
import type { Given, Read, ReadingName } from './readings.ts';

/**
 * Bytes could not be read: the work passed its budget, used up its memory, or found a mistake of ours. The
 * message says which, in words.
 */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/**
 * Reads bytes of others in threads with a budget, so that nothing of them can hold up or end the process.
 */
export interface ReadingThread {
  /** Rejects with Unreadable. `tellCost` hears what it has computed, also where it could not be read. */
  read<N extends ReadingName>(name: N, given: Given<N>, tellCost?: TellCost): Promise<Read<N>>;
  close(): Promise<void>;
}

export interface ReadingOptions {
  /** Most CPU time for one reading, milliseconds. */
  readonly budgetMs: number;
}

const module = new URL('./reading-worker.ts', import.meta.url);
/** Heap of a thread, megabytes: feeds of 10 MB and packed sitemaps of 50 are read in two thirds of it. */
const heapMb = 96;
/** What is longer is read in a thread of its own: what is small never waits until it is through. */
const mostSmallBytes = 1_048_576;
/** A thread that has nothing to read ends after so long, milliseconds. */
const idleMs = 60_000;
/** Of what waits, the smallest is read first; every so many times that which has waited longest. */
const fairTurn = 4;

interface Waiting {
  readonly size: number;
  readonly begin: () => Promise<void>;
}

function sizeOf(given: object): number {
  return 'body' in given && given.body instanceof Uint8Array ? given.body.byteLength : 0;
}

/** The place of what is read next. */
function nextOf(waiting: readonly Waiting[], turn: number): number {
  if (turn % fairTurn === 0) return 0;
  return waiting.reduce((best, { size }, index) => (size < (waiting[best]?.size ?? 0) ? index : best), 0);
}

/** One thread with what waits for it. It starts with its first reading, ends when it is idle, and starts again. */
class Lane {
  readonly #budgetMs: number;
  readonly #waiting: Waiting[] = [];
  #pool: WorkerPool | undefined;
  #idle: NodeJS.Timeout | undefined;
  #isBusy = false;
  #isClosed = false;
  #turn = 0;

  constructor({ budgetMs }: ReadingOptions) {
    this.#budgetMs = budgetMs;
  }

  /** Rejects with Unreadable. */
  read<N extends ReadingName>(name: N, given: Given<N>, tellCost?: TellCost): Promise<Read<N>> {
    return new Promise((resolve, reject) => {
      const begin = async (): Promise<void> => {
        try {
          if (this.#isClosed) throw new Unreadable('the process ends');
          this.#pool ??= createWorkerPool({ module, budgetMs: this.#budgetMs, threads: 1 }, heapMb);
          resolve((await this.#pool.run({ name, given }, undefined, tellCost)) as Read<N>); // the thread answers by the same table
        } catch (error) {
          reject(error instanceof Unreadable ? error : new Unreadable(wordsOf(error), { cause: error }));
        }
      };
      this.#waiting.push({ size: sizeOf(given), begin });
      void this.#readOn();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#idle);
    await this.#rest();
  }

  async #rest(): Promise<void> {
    const resting = this.#pool;
    this.#pool = undefined;
    await resting?.close();
  }

  async #readOn(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    clearTimeout(this.#idle);
    while (this.#waiting.length > 0) {
      this.#turn += 1;
      const [next] = this.#waiting.splice(nextOf(this.#waiting, this.#turn), 1);
      await next?.begin();
    }
    this.#isBusy = false;
    if (!this.#isClosed) this.#idle = setTimeout(() => void this.#rest(), idleMs).unref();
  }
}

/** Two threads for a process, for what is small and for what is large: pages of ten megabytes take seconds. */
export function openReadingThread(options: ReadingOptions): ReadingThread {
  const [small, large] = [new Lane(options), new Lane(options)];
  return {
    read: (name, given, tellCost) =>
      (sizeOf(given) > mostSmallBytes ? large : small).read(name, given, tellCost),
    async close() {
      await Promise.all([small.close(), large.close()]);
    },
  };
}

function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [first = ''] = message.split('\n');
  if (error instanceof WorkerDied && error.isOutOfMemory)
    return `reading it took more memory than ${heapMb} MB and was ended`;
  return `reading it ${/^took/.test(first) ? '' : 'failed: '}${first.slice(0, 300)}`;
}
