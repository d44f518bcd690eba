import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { withOwnBytes } from './own-bytes.ts';

/** Where the runtime of a stage with a budget finds its function: a module, loaded in a thread of its own. */
export interface WorkerEntry {
  /**
   * URL of a module that exports `run(input, known)`, which may answer a promise, or `open(options)` that
   * answers such a function; it must import libs only.
   */
  readonly module: URL;
  /** Plain data for `open`. */
  readonly options?: unknown;
  /** Most CPU time for one input, milliseconds. */
  readonly budgetMs: number;
  readonly threads: number;
}

/** The work took more time than its budget; its thread was ended. */
export class BudgetExceeded extends Error {
  override readonly name = 'BudgetExceeded';
  constructor(limitMs: number, clock: 'of computing' | 'by the clock') {
    super(`took longer than ${limitMs} ms ${clock} and was ended`);
  }
}

/** The thread died. */
export class WorkerDied extends Error {
  override readonly name = 'WorkerDied';
  /** Whether it had used up its heap: what was too much for it once is so again. */
  readonly isOutOfMemory: boolean;
  constructor(message: string, isOutOfMemory = false) {
    super(message);
    this.isOutOfMemory = isOutOfMemory;
  }
}

/** Work that was too much for its thread is so again: it is refused, not tried again. */
export function isTooMuch(error: unknown): error is Error {
  return error instanceof BudgetExceeded || (error instanceof WorkerDied && error.isOutOfMemory);
}

/** Told what a job has cost, milliseconds of CPU time, before it is settled. */
export type TellCost = (cpuMs: number) => void;

/** Greatest heap of a thread, megabytes. */
export interface ThreadHeap {
  readonly oldMb: number;
  /** Room for young objects: pages make much garbage. */
  readonly youngMb: number;
}

/** Runs a pure function in threads that can be ended. */
export interface WorkerPool {
  /**
   * Rejects with BudgetExceeded, WorkerDied, or what the function threw. Bytes in the input are copied once
   * and moved to the thread: the caller's stay whole.
   */
  run(input: unknown, known?: unknown, tellCost?: TellCost): Promise<unknown>;
  /** Starts a thread and waits until it has loaded its module; rejects with what the loading threw. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

interface Job {
  readonly input: unknown;
  readonly known: unknown;
  readonly tellCost: TellCost | undefined;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}
/** What a thread tells: that it is ready, or how a job ended. */
export type Told =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly error: string };
/** `cpuMs`: what the thread has computed since its start, milliseconds of CPU time. */
export type ThreadReply = Told & { readonly cpuMs: number };
interface Thread {
  readonly worker: Worker;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
  ready: boolean;
  /** What it had computed before its job, milliseconds of CPU time. */
  cpuMs: number;
}

const host = new URL('./worker-host.ts', import.meta.url);

/** With the default room for young objects a quarter of the time went into collecting them. */
const usualHeap: ThreadHeap = { oldMb: 256, youngMb: 48 };

/** A thread that waits instead of computing is ended after so many budgets by the clock. */
const waitFactor = 30;
/** Shortest time between two looks at what a thread has computed. */
const shortestLookMs = 20;
/** A thread deep in native code does not say what it has computed; it is asked again. */
const longestAnswerMs = 1_000;

/** What ended a thread. Errors of threads come from another realm, so they are told by their code. */
function diedOf(error: unknown): WorkerDied {
  const isError = typeof error === 'object' && error !== null && 'message' in error;
  return new WorkerDied(
    isError ? String(error.message) : String(error),
    isError && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY',
  );
}

/**
 * Threads start with the first work and restart after one was ended. `heap` bounds each thread; a number
 * is its old part.
 */
export function createWorkerPool(entry: WorkerEntry, heap: ThreadHeap | number = usualHeap): WorkerPool {
  return new ThreadPool(entry, typeof heap === 'number' ? { ...usualHeap, oldMb: heap } : heap);
}

class ThreadPool implements WorkerPool {
  readonly #entry: WorkerEntry;
  readonly #heap: ThreadHeap;
  readonly #threads = new Set<Thread>();
  readonly #queue: Job[] = [];
  /** Who waits for the first thread. */
  readonly #waiting: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  #isClosed = false;

  constructor(entry: WorkerEntry, heap: ThreadHeap) {
    this.#entry = entry;
    this.#heap = heap;
  }

  // Fields, not methods: `{ ...pool, run }` is a pool too, with another `run`.
  readonly run = (input: unknown, known?: unknown, tellCost?: TellCost): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (this.#isClosed) return void reject(new WorkerDied('the pool is closed'));
      this.#queue.push({ input, known, tellCost, resolve, reject });
      this.#dispatch();
    });

  readonly ready = (): Promise<void> =>
    new Promise((resolve, reject) => {
      if (this.#isClosed) return reject(new WorkerDied('the pool is closed'));
      if ([...this.#threads].some((thread) => thread.ready)) return resolve();
      this.#waiting.push({ resolve, reject });
      if (this.#threads.size === 0) this.#start();
    });

  readonly close = async (): Promise<void> => {
    this.#isClosed = true;
    const open = [...this.#threads];
    this.#threads.clear();
    for (const thread of open) finish(thread)?.reject(new WorkerDied('the pool is closed'));
    for (const { reject } of this.#waiting.splice(0)) reject(new WorkerDied('the pool is closed'));
    for (const job of this.#queue.splice(0)) job.reject(new WorkerDied('the pool is closed'));
    await Promise.all(open.map((thread) => thread.worker.terminate()));
  };

  #dispatch(): void {
    while (this.#queue.length > 0 && !this.#isClosed) {
      const idle =
        [...this.#threads].find((thread) => thread.job === undefined) ??
        (this.#threads.size < this.#entry.threads ? this.#start() : undefined);
      const job = idle === undefined ? undefined : this.#queue.shift();
      if (idle === undefined || job === undefined) return;
      idle.job = job;
      // Not before its turn: what waits is not there twice.
      const { value: input, buffers } = withOwnBytes(job.input);
      idle.worker.postMessage({ input, known: job.known }, buffers);
      if (idle.ready) this.#arm(idle);
    }
  }

  #start(): Thread {
    const { module, options } = this.#entry;
    const execArgv = host.pathname.endsWith('.ts')
      ? ['--conditions=newsmill-source', '--disable-warning=ExperimentalWarning']
      : [];
    const worker = new Worker(host, {
      workerData: { module: module.href, options },
      execArgv,
      resourceLimits: {
        maxOldGenerationSizeMb: this.#heap.oldMb,
        maxYoungGenerationSizeMb: this.#heap.youngMb,
      },
    });
    const thread: Thread = { worker, job: undefined, timer: undefined, ready: false, cpuMs: 0 };
    worker.on('message', (reply: ThreadReply) => this.#take(thread, reply));
    worker.on('error', (error: unknown) => this.#lose(thread, diedOf(error)));
    worker.on('exit', (code) => {
      if (this.#threads.has(thread)) this.#lose(thread, new WorkerDied(`the thread ended with code ${code}`));
    });
    this.#threads.add(thread);
    return thread;
  }

  #take(thread: Thread, reply: ThreadReply): void {
    const spentMs = reply.cpuMs - thread.cpuMs;
    thread.cpuMs = reply.cpuMs;
    if (reply.kind === 'ready') {
      thread.ready = true;
      for (const { resolve } of this.#waiting.splice(0)) resolve();
      if (thread.job !== undefined) this.#arm(thread);
      return;
    }
    const job = finish(thread);
    job?.tellCost?.(spentMs);
    if (reply.kind === 'failed') job?.reject(new Error(reply.error));
    else job?.resolve(reply.value);
    this.#dispatch();
  }

  #lose(thread: Thread, error: WorkerDied): void {
    this.#threads.delete(thread);
    if (!thread.ready) for (const { reject } of this.#waiting.splice(0)) reject(error);
    const job = finish(thread);
    // What fills the heap of a thread has cost a thread, whatever it computed.
    if (error.isOutOfMemory) job?.tellCost?.(this.#entry.budgetMs);
    job?.reject(error);
    this.#dispatch();
  }

  /** Watches the budget of a job, which counts from the moment the thread has loaded its module. */
  #arm(thread: Thread): void {
    const { job } = thread;
    const { budgetMs } = this.#entry;
    const began = performance.now();
    /**
     * Time by the clock passes on a busy machine too, and says nothing of the work: what counts is what the
     * thread has computed.
     */
    const look = async (): Promise<void> => {
      const used = await Promise.race([
        thread.worker.cpuUsage(),
        sleep(longestAnswerMs, undefined, { ref: false }),
      ]).catch(() => undefined);
      if (thread.job !== job) return;
      const spentMs = used === undefined ? 0 : (used.user + used.system) / 1_000 - thread.cpuMs;
      if (spentMs >= budgetMs) return this.#end(thread, new BudgetExceeded(budgetMs, 'of computing'));
      const mostMs = budgetMs * waitFactor;
      if (performance.now() - began >= mostMs)
        return this.#end(thread, new BudgetExceeded(mostMs, 'by the clock'));
      lookIn(Math.max(budgetMs - spentMs, shortestLookMs));
    };
    const lookIn = (ms: number): void => {
      thread.timer = setTimeout(() => void look(), ms);
    };
    lookIn(budgetMs);
  }

  #end(thread: Thread, error: BudgetExceeded): void {
    this.#threads.delete(thread);
    const job = finish(thread);
    job?.tellCost?.(this.#entry.budgetMs);
    job?.reject(error);
    void thread.worker.terminate();
    this.#dispatch();
  }
}

function finish(thread: Thread): Job | undefined {
  clearTimeout(thread.timer);
  const { job } = thread;
  thread.job = undefined;
  return job;
}
