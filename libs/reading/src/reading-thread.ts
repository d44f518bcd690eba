import { createWorkerPool, WorkerDied, type WorkerPool } from '@newsmill/runtime';
import type { Given, Read, ReadingName } from './readings.ts';

/**
 * Bytes could not be read: the work passed its budget, used up its memory, or found a mistake of ours. The
 * message says which, in words.
 */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/**
 * Reads bytes of others in a thread with a budget, so that nothing of them can hold up or end the process.
 */
export interface ReadingThread {
  /** Rejects with Unreadable. */
  read<N extends ReadingName>(name: N, given: Given<N>): Promise<Read<N>>;
  close(): Promise<void>;
}

export interface ReadingOptions {
  /** Most CPU time for one reading, milliseconds. */
  readonly budgetMs: number;
}

const module = new URL('./reading-worker.ts', import.meta.url);
/** Heap of the thread, megabytes: feeds of 10 MB and packed sitemaps of 50 are read in two thirds of it. */
const heap = { oldMb: 96, youngMb: 16 };
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

/**
 * One thread for a process. It starts with the first reading, ends when it is idle, and restarts after it
 * had to be ended.
 */
export function openReadingThread({ budgetMs }: ReadingOptions): ReadingThread {
  const waiting: Waiting[] = [];
  let pool: WorkerPool | undefined;
  let idle: NodeJS.Timeout | undefined;
  let isBusy = false;
  let isClosed = false;
  let turn = 0;

  async function rest(): Promise<void> {
    const resting = pool;
    pool = undefined;
    await resting?.close();
  }
  async function readOn(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    clearTimeout(idle);
    while (waiting.length > 0) {
      turn += 1;
      const [next] = waiting.splice(nextOf(waiting, turn), 1);
      await next?.begin();
    }
    isBusy = false;
    if (!isClosed) idle = setTimeout(() => void rest(), idleMs).unref();
  }
  return {
    read: <N extends ReadingName>(name: N, given: Given<N>) =>
      new Promise<Read<N>>((resolve, reject) => {
        const begin = async (): Promise<void> => {
          try {
            if (isClosed) throw new Unreadable('the process ends');
            pool ??= createWorkerPool({ module, budgetMs, threads: 1 }, heap);
            resolve((await pool.run({ name, given })) as Read<N>); // the thread answers by the same table
          } catch (error) {
            reject(error instanceof Unreadable ? error : new Unreadable(wordsOf(error), { cause: error }));
          }
        };
        waiting.push({ size: sizeOf(given), begin });
        void readOn();
      }),
    async close() {
      isClosed = true;
      clearTimeout(idle);
      await rest();
    },
  };
}

function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [first = ''] = message.split('\n');
  if (error instanceof WorkerDied && error.isOutOfMemory)
    return `reading it took more memory than ${heap.oldMb} MB and was ended`;
  return `reading it ${/^took/.test(first) ? '' : 'failed: '}${first.slice(0, 300)}`;
}
