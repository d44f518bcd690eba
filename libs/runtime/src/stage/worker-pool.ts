import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { withOwnBytes } from './own-bytes.ts';

/** Where the runtime of a stage with a budget finds its function: a module, loaded in a thread of its own. */
export interface WorkerEntry {
  /**
   * URL of a module that exports `run(input, known)`, which may answer a promise, or `open(options)` that
   * answers such a function; it must import libs only.
   */
  readonly module: URL;
  /** The name of its function, if that is not `run`. */
  readonly run?: string;
  /** Plain data for `open`. */
  readonly options?: unknown;
  /** Memory that the module finds by these names as environment data, whenever its thread was started. */
  readonly shared?: readonly (readonly [name: string, bytes: SharedArrayBuffer])[];
  /** Most CPU time for one input, milliseconds. */
  readonly budgetMs: number;
  /** How many inputs are worked on at a time. */
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
  /** Room for young objects. */
  readonly youngMb: number;
}

/** Runs a pure function in threads that can be ended, perhaps beside other functions. */
export interface WorkerPool {
  /**
   * Rejects with BudgetExceeded, WorkerDied, or what the function threw. Bytes in the input are copied once
   * and moved to the thread: the caller's stay whole.
   */
  run(input: unknown, known?: unknown, tellCost?: TellCost): Promise<unknown>;
  /** Waits until a thread has loaded the module; rejects with what the loading threw. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** Threads that several functions take turns in: each isolate fewer is some 80 MB, and code that is compiled once. */
export interface WorkerThreads {
  /** A function that runs in these threads; a thread loads its module when it is first given work for it. */
  open(entry: WorkerEntry): WorkerPool;
}

/** What a function was opened as. */
interface Desk {
  readonly id: number;
  readonly entry: WorkerEntry;
  running: number;
  isClosed: boolean;
}
interface Job {
  readonly desk: Desk;
  /** Undefined: its thread is only to load the module. */
  readonly work: { readonly input: unknown; readonly known: unknown } | undefined;
  readonly tellCost: TellCost | undefined;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}
/** What a thread is told: to load a module under a number, or to run its function. */
export type Order =
  | {
      readonly kind: 'load';
      readonly desk: number;
      readonly module: string;
      readonly run: string;
      readonly options: unknown;
      readonly shared: NonNullable<WorkerEntry['shared']>;
    }
  | {
      readonly kind: 'run';
      readonly desk: number;
      readonly input: unknown;
      readonly known: unknown;
      /** All bytes in the input. */
      readonly buffers: readonly ArrayBuffer[];
    };
/** What a thread tells: that a module is loaded or cannot be, or how a job ended. */
export type Told =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'broken'; readonly error: string }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly error: string };
/** `cpuMs`: what the thread has computed since its start, milliseconds of CPU time. */
export type ThreadReply = Told & { readonly cpuMs: number };
interface Thread {
  readonly worker: Worker;
  readonly loaded: Set<Desk>;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
  /** What it had computed before its job, milliseconds of CPU time. */
  cpuMs: number;
}

const host = new URL('./worker-host.ts', import.meta.url);

/**
 * Room of a thread for young objects, megabytes: what a page leaves behind is dead before it has been copied twice. The
 * main thread has twice of it (`memoryFlags` of tools/setup.mjs).
 */
export const youngMb = 12;
const usualHeap: ThreadHeap = { oldMb: 256, youngMb };
/** V8 makes a young generation of so many semi-spaces. */
const semiSpaces = 3;

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
 * At most so many threads, which start with the first work and restart after one was ended. `heap` bounds each
 * thread; a number is its old part.
 */
export function createWorkerThreads(threads: number, heap: ThreadHeap | number = usualHeap): WorkerThreads {
  return new ThreadSet(threads, typeof heap === 'number' ? { ...usualHeap, oldMb: heap } : heap);
}

/** Threads of its own for one function. */
export function createWorkerPool(entry: WorkerEntry, heap: ThreadHeap | number = usualHeap): WorkerPool {
  return createWorkerThreads(entry.threads, heap).open(entry);
}

class ThreadSet implements WorkerThreads {
  readonly #most: number;
  readonly #heap: ThreadHeap;
  readonly #threads = new Set<Thread>();
  #queue: Job[] = [];
  #desks: Desk[] = [];
  #lastDesk = 0;

  constructor(most: number, heap: ThreadHeap) {
    this.#most = most;
    this.#heap = heap;
  }

  open(entry: WorkerEntry): WorkerPool {
    const desk: Desk = { id: (this.#lastDesk += 1), entry, running: 0, isClosed: false };
    this.#desks.push(desk);
    const add = (work: Job['work'], tellCost?: TellCost): Promise<unknown> =>
      new Promise((resolve, reject) => {
        if (desk.isClosed) return void reject(closed());
        this.#queue.push({ desk, work, tellCost, resolve, reject });
        this.#dispatch();
      });
    return {
      run: (input, known, tellCost) => add({ input, known }, tellCost),
      ready: async () => void (await add(undefined)),
      close: () => this.#close(desk),
    };
  }

  /** The threads end with the last function that was opened. */
  async #close(desk: Desk): Promise<void> {
    desk.isClosed = true;
    this.#desks = this.#desks.filter((open) => open !== desk);
    const isOurs = (job: Job | undefined): job is Job => job?.desk === desk;
    for (const job of this.#queue.filter(isOurs)) job.reject(closed());
    this.#queue = this.#queue.filter((job) => !isOurs(job));
    const ending = [...this.#threads].filter(({ job }) => this.#desks.length === 0 || isOurs(job));
    for (const thread of ending) {
      this.#threads.delete(thread);
      finish(thread)?.reject(closed());
    }
    await Promise.all(ending.map(({ worker }) => worker.terminate()));
    this.#dispatch();
  }

  #dispatch(): void {
    for (;;) {
      const place = this.#queue.findIndex(({ desk }) => desk.running < desk.entry.threads);
      const job = this.#queue[place];
      const thread = job === undefined ? undefined : this.#idleFor(job.desk);
      if (job === undefined || thread === undefined) return;
      this.#queue.splice(place, 1);
      job.desk.running += 1;
      thread.job = job;
      if (thread.loaded.has(job.desk)) this.#begin(thread, job);
      else {
        const { module, run = 'run', options, shared = [] } = job.desk.entry;
        const order = { kind: 'load', desk: job.desk.id, module: module.href, run, options, shared } as const;
        this.#order(thread, order);
      }
    }
  }

  /** An idle thread, best one that has loaded the module. */
  #idleFor(desk: Desk): Thread | undefined {
    const idle = [...this.#threads].filter(({ job }) => job === undefined);
    return (
      idle.find(({ loaded }) => loaded.has(desk)) ??
      idle[0] ??
      (this.#threads.size < this.#most ? this.#start() : undefined)
    );
  }

  #order(thread: Thread, order: Order, buffers: readonly ArrayBuffer[] = []): void {
    thread.worker.postMessage(order, buffers);
  }

  /** Gives a thread its work, not before its turn: what waits is not there twice. */
  #begin(thread: Thread, job: Job): void {
    if (job.work === undefined) {
      finish(thread)?.resolve(undefined);
      return this.#dispatch();
    }
    const { value: input, buffers } = withOwnBytes(job.work.input);
    const { known } = job.work;
    this.#order(thread, { kind: 'run', desk: job.desk.id, input, known, buffers }, buffers);
    this.#arm(thread, job);
  }

  #start(): Thread {
    const execArgv = host.pathname.endsWith('.ts')
      ? ['--conditions=newsmill-source', '--disable-warning=ExperimentalWarning']
      : [];
    // The option that the process was started with overrides the limits of threads; its own heap stands by now.
    setFlagsFromString(`--max-semi-space-size=${Math.ceil(this.#heap.youngMb / semiSpaces)}`);
    const worker = new Worker(host, {
      execArgv,
      resourceLimits: {
        maxOldGenerationSizeMb: this.#heap.oldMb,
        maxYoungGenerationSizeMb: this.#heap.youngMb,
      },
    });
    const thread: Thread = { worker, loaded: new Set(), job: undefined, timer: undefined, cpuMs: 0 };
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
    if (reply.kind === 'loaded') {
      if (thread.job === undefined) return;
      thread.loaded.add(thread.job.desk);
      return this.#begin(thread, thread.job);
    }
    const job = finish(thread);
    if (reply.kind === 'broken') job?.reject(new WorkerDied(reply.error));
    else {
      job?.tellCost?.(spentMs);
      if (reply.kind === 'failed') job?.reject(new Error(reply.error));
      else job?.resolve(reply.value);
    }
    this.#dispatch();
  }

  #lose(thread: Thread, error: WorkerDied): void {
    this.#threads.delete(thread);
    const job = finish(thread);
    // What fills the heap of a thread has cost a thread, whatever it computed.
    if (error.isOutOfMemory) job?.tellCost?.(job.desk.entry.budgetMs);
    job?.reject(error);
    this.#dispatch();
  }

  /** Watches the budget of a job, which counts from the moment the thread has loaded its module. */
  #arm(thread: Thread, job: Job): void {
    const { budgetMs } = job.desk.entry;
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
    job?.tellCost?.(job.desk.entry.budgetMs);
    job?.reject(error);
    void thread.worker.terminate();
    this.#dispatch();
  }
}

function finish(thread: Thread): Job | undefined {
  clearTimeout(thread.timer);
  const { job } = thread;
  thread.job = undefined;
  if (job !== undefined) job.desk.running -= 1;
  return job;
}

const closed = (): WorkerDied => new WorkerDied('the pool is closed');
