import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { WorkerEntry } from './define-stage.ts';

/** The work took more time than its budget; its thread was ended. */
export class BudgetExceeded extends Error {
  override readonly name = 'BudgetExceeded';
  constructor(limitMs: number, clock: 'of computing' | 'by the clock') {
    super(`took longer than ${limitMs} ms ${clock} and was ended`);
  }
}

/** The thread died (out of memory, for instance). */
export class WorkerDied extends Error {
  override readonly name = 'WorkerDied';
}

/** Runs a pure function in threads that can be ended. */
export interface WorkerPool {
  /** Rejects with BudgetExceeded, WorkerDied, or what the function threw. */
  run(input: unknown, known?: unknown): Promise<unknown>;
  close(): Promise<void>;
}

interface Job {
  readonly input: unknown;
  readonly known: unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}
/** What a thread tells: that it is ready, or how a job ended. */
export type Told =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly error: string };
/** `cpuMs`: what the thread has computed since its start, milliseconds of CPU time. */
export type Answer = Told & { readonly cpuMs: number };
interface Thread {
  readonly worker: Worker;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
  ready: boolean;
  /** What it had computed before its job, milliseconds of CPU time. */
  cpuMs: number;
}

const host = new URL(
  import.meta.url.endsWith('.ts') ? './worker-host.ts' : './worker-host.js',
  import.meta.url,
);

/** Room for young objects, megabytes: pages make much garbage, and with the default a quarter of the time went into collecting it. */
const youngMb = 48;

/** A thread that waits instead of computing is ended after so many budgets by the clock. */
const waitFactor = 30;
/** Shortest time between two looks at what a thread has computed. */
const shortestLookMs = 20;
/** A thread deep in native code does not say what it has computed; it is asked again. */
const longestAnswerMs = 1_000;

/** Threads start with the first work and start anew after one was ended. `memoryMb` bounds the heap of each thread. */
export function createWorkerPool(entry: WorkerEntry, memoryMb = 256): WorkerPool {
  const threads = new Set<Thread>();
  const queue: Job[] = [];
  let closed = false;

  function finish(thread: Thread): Job | undefined {
    clearTimeout(thread.timer);
    const job = thread.job;
    thread.job = undefined;
    return job;
  }
  function lose(thread: Thread, error: Error): void {
    threads.delete(thread);
    finish(thread)?.reject(error);
    dispatch();
  }
  function start(): Thread {
    const execArgv = host.pathname.endsWith('.ts')
      ? ['--conditions=newsmill-source', '--disable-warning=ExperimentalWarning']
      : [];
    const worker = new Worker(host, {
      workerData: { module: entry.module.href, options: entry.options },
      execArgv,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: youngMb },
    });
    const thread: Thread = { worker, job: undefined, timer: undefined, ready: false, cpuMs: 0 };
    worker.on('message', (answer: Answer) => {
      thread.cpuMs = answer.cpuMs;
      if (answer.kind === 'ready') {
        thread.ready = true;
        if (thread.job !== undefined) arm(thread);
        return;
      }
      const job = finish(thread);
      if (answer.kind === 'failed') job?.reject(new Error(answer.error));
      else job?.resolve(answer.value);
      dispatch();
    });
    worker.on('error', (error) =>
      lose(thread, new WorkerDied(error instanceof Error ? error.message : String(error))),
    );
    worker.on('exit', (code) => {
      if (threads.has(thread)) lose(thread, new WorkerDied(`the thread ended with code ${code}`));
    });
    threads.add(thread);
    return thread;
  }
  /** The budget counts from the moment the thread has loaded its module. */
  function arm(thread: Thread): void {
    const { job } = thread;
    const began = performance.now();
    const end = (error: BudgetExceeded): void => {
      threads.delete(thread);
      finish(thread)?.reject(error);
      void thread.worker.terminate();
      dispatch();
    };
    /** Time by the clock passes on a busy machine too, and says nothing of the work: what counts is what the thread has computed. */
    const look = async (): Promise<void> => {
      const used = await Promise.race([
        thread.worker.cpuUsage(),
        sleep(longestAnswerMs, undefined, { ref: false }),
      ]).catch(() => undefined);
      if (thread.job !== job) return;
      const spentMs = used === undefined ? 0 : (used.user + used.system) / 1_000 - thread.cpuMs;
      if (spentMs >= entry.budgetMs) return end(new BudgetExceeded(entry.budgetMs, 'of computing'));
      const passedMs = performance.now() - began;
      const mostMs = entry.budgetMs * waitFactor;
      if (passedMs >= mostMs) return end(new BudgetExceeded(mostMs, 'by the clock'));
      lookIn(Math.max(entry.budgetMs - spentMs, shortestLookMs));
    };
    const lookIn = (ms: number): void => {
      thread.timer = setTimeout(() => void look(), ms);
    };
    lookIn(entry.budgetMs);
  }
  function dispatch(): void {
    while (queue.length > 0 && !closed) {
      const idle =
        [...threads].find((thread) => thread.job === undefined) ??
        (threads.size < entry.threads ? start() : undefined);
      const job = idle === undefined ? undefined : queue.shift();
      if (idle === undefined || job === undefined) return;
      idle.job = job;
      idle.worker.postMessage({ input: job.input, known: job.known });
      if (idle.ready) arm(idle);
    }
  }
  return {
    run: (input, known) =>
      new Promise((resolve, reject) => {
        if (closed) return void reject(new WorkerDied('the pool is closed'));
        queue.push({ input, known, resolve, reject });
        dispatch();
      }),
    async close() {
      closed = true;
      const open = [...threads];
      threads.clear();
      for (const thread of open) finish(thread)?.reject(new WorkerDied('the pool is closed'));
      for (const job of queue.splice(0)) job.reject(new WorkerDied('the pool is closed'));
      await Promise.all(open.map((thread) => thread.worker.terminate()));
    },
  };
}
