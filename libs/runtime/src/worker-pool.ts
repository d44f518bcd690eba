import { Worker } from 'node:worker_threads';
import type { WorkerEntry } from './define-stage.ts';

/** The work took longer than its budget; its thread was ended. */
export class BudgetExceeded extends Error {
  override readonly name = 'BudgetExceeded';
  constructor(budgetMs: number) {
    super(`took longer than ${budgetMs} ms and was ended`);
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
interface Answer {
  readonly value?: unknown;
  readonly error?: string;
}
interface Thread {
  readonly worker: Worker;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
  ready: boolean;
}

const host = new URL(import.meta.url.endsWith('.ts') ? './worker-host.ts' : './worker-host.js', import.meta.url);

/** Room for young objects, megabytes: pages make much garbage, and with the default a quarter of the time went into collecting it. */
const youngMb = 48;

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
    const execArgv = host.pathname.endsWith('.ts') ? ['--conditions=newsmill-source', '--disable-warning=ExperimentalWarning'] : [];
    const worker = new Worker(host, { workerData: { module: entry.module.href, options: entry.options }, execArgv, resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: youngMb } });
    const thread: Thread = { worker, job: undefined, timer: undefined, ready: false };
    worker.on('message', (answer: Answer | 'ready') => {
      if (answer === 'ready') {
        thread.ready = true;
        if (thread.job !== undefined) arm(thread);
        return;
      }
      const job = finish(thread);
      if (answer.error !== undefined) job?.reject(new Error(answer.error));
      else job?.resolve(answer.value);
      dispatch();
    });
    worker.on('error', (error) => lose(thread, new WorkerDied(error instanceof Error ? error.message : String(error))));
    worker.on('exit', (code) => {
      if (threads.has(thread)) lose(thread, new WorkerDied(`the thread ended with code ${code}`));
    });
    threads.add(thread);
    return thread;
  }
  /** The budget counts from the moment the thread has loaded its module. */
  function arm(thread: Thread): void {
    thread.timer = setTimeout(() => {
      threads.delete(thread);
      finish(thread)?.reject(new BudgetExceeded(entry.budgetMs));
      void thread.worker.terminate();
      dispatch();
    }, entry.budgetMs);
  }
  function dispatch(): void {
    while (queue.length > 0 && !closed) {
      const idle = [...threads].find((thread) => thread.job === undefined) ?? (threads.size < entry.threads ? start() : undefined);
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
