import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { logHolds } from './log-length.ts';

/**
 * What one pass of the thread did: frames in the log when it looked, and how many of these the file has now. -1 each
 * where another connection was at it. With a `problem` (the disk is full) the log keeps what the file could not take.
 */
export type Pass = { readonly frames: number; readonly brought: number } | { readonly problem: string };

const entry = new URL('./checkpoint-thread.ts', import.meta.url);
/** While the thread is at it, the log may grow to so many times its usual length; then commits wait for it. */
const mostTimes = 4;

export interface CheckpointsOptions {
  readonly path: string;
  /** A pass begins when the log has so many frames. */
  readonly everyFrames: number;
  /** After so long without a pass the thread ends, milliseconds. */
  readonly restMs: number;
  /** Called when the thread has ended for that reason. */
  readonly rest: () => void;
  /** Called when commits may go on. */
  readonly release: () => void;
}

/**
 * Brings the write-ahead log into its file, in a thread that starts with the first need (docs/adr/0006). While the
 * thread is at it, commits go on, so it is never done; where some came meanwhile, they are held back for a second pass
 * over these few, and where a thread that gets no processor falls far behind, sooner. SQLite begins the log anew with
 * the first commit after a pass that left nothing.
 */
export class Checkpoints {
  readonly #path: string;
  readonly #everyFrames: number;
  readonly #restMs: number;
  readonly #rest: () => void;
  readonly #release: () => void;
  /** At so many frames the next pass begins. */
  #next: number;
  #thread: Worker | undefined;
  #resting: NodeJS.Timeout | undefined;
  #ending: Promise<void> | undefined;
  #running: Promise<void> | undefined;
  #cameMeanwhile = false;
  #holdsCommits = false;
  #hear: (pass: Pass) => void = () => undefined;

  constructor({ path, everyFrames, restMs, rest, release }: CheckpointsOptions) {
    this.#path = path;
    this.#everyFrames = everyFrames;
    this.#next = everyFrames;
    this.#restMs = restMs;
    this.#rest = rest;
    this.#release = release;
  }

  /** Whether commits have to wait: what is committed all the same makes the log longer, and no harm. */
  get holdsCommits(): boolean {
    return this.#holdsCommits;
  }

  /** Told of each commit that changed something; `log`: descriptor of the log. */
  committed(log: number): void {
    this.#cameMeanwhile = true;
    if (this.#running !== undefined) {
      this.#holdsCommits ||= logHolds(log, mostTimes * this.#everyFrames);
      return;
    }
    // What a pass had to leave was brought in since, or else the log would only be longer.
    const left = this.#next - this.#everyFrames;
    if (left > 0 && !logHolds(log, left)) this.#next = this.#everyFrames;
    if (logHolds(log, this.#next))
      this.#running = this.#bring().finally(() => {
        this.#running = undefined;
      });
  }

  /** Waits for the pass that runs, and ends the thread. */
  async close(): Promise<void> {
    await this.#running;
    clearTimeout(this.#resting);
    await this.#ending;
    await this.#end();
  }

  async #end(): Promise<void> {
    const thread = this.#thread;
    if (thread === undefined) return;
    this.#thread = undefined;
    const ended = once(thread, 'exit');
    thread.ref();
    thread.postMessage('close');
    await ended;
  }

  async #bring(): Promise<void> {
    this.#cameMeanwhile = false;
    let pass = await this.#pass();
    if (isWhole(pass) && this.#cameMeanwhile) {
      this.#holdsCommits = true;
      pass = await this.#pass();
    }
    if (this.#holdsCommits) {
      this.#holdsCommits = false;
      this.#release();
    }
    // Where a reader stays with an old state of the file, or the disk is full, trying at each commit is no use.
    this.#next = this.#everyFrames + (isWhole(pass) ? 0 : this.#next);
  }

  /** Resolves also where the thread ends instead; the next need starts another. */
  async #pass(): Promise<Pass> {
    clearTimeout(this.#resting);
    try {
      const thread = (this.#thread ??= this.#start());
      // A program does not end while commits wait for this.
      thread.ref();
      const pass = await new Promise<Pass>((resolve) => {
        this.#hear = resolve;
        thread.postMessage('pass');
      });
      thread.unref();
      this.#resting = setTimeout(() => {
        this.#ending = this.#end().then(this.#rest);
      }, this.#restMs).unref();
      return pass;
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
  }

  #start(): Worker {
    const thread = new Worker(entry, {
      workerData: this.#path,
      resourceLimits: { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 4 },
    });
    thread.on('message', (pass: Pass) => this.#hear(pass));
    thread.on('error', ({ message }) => this.#hear({ problem: message }));
    thread.on('exit', (code) => {
      if (this.#thread !== thread) return;
      this.#thread = undefined;
      this.#hear({ problem: `the thread ended with code ${code}` });
    });
    return thread;
  }
}

function isWhole(pass: Pass): boolean {
  return 'frames' in pass && pass.frames === pass.brought && pass.frames >= 0;
}
