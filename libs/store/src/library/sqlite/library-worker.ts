import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DamagedFile } from '../../sqlite/damage.ts';
import type { CallMessage, CallName, Inputs, LibraryMessage, Reply } from './calls.ts';
import { cpuOfProcess } from '../../sqlite/cpu-of-process.ts';
import { confineTo } from '../../sqlite/confine-to.ts';
import { nodeOptions } from '../../sqlite/node-options.ts';

/** Room for young objects, megabytes: documents are short texts, and what room there is is filled. */
const youngMb = 4;

/** A call that waits instead of computing ends after so many limits by the clock. */
const waitFactor = 5;
/** Shortest time between two looks at what a call has computed. */
const shortestLookMs = 20;

/** A call was not answered: the process died, or was ended because the call took longer than its limit. */
export interface Unanswered {
  readonly kind: 'unanswered';
  readonly isTimeout: boolean;
}

interface Running {
  readonly id: number;
  readonly resolve: (reply: Reply | Unanswered) => void;
  timer: NodeJS.Timeout | undefined;
}

/** What is said of a library whose file is damaged to somebody who may not set it aside. */
export function damagedLibrary(path: string, detail: string): DamagedFile {
  return new DamagedFile(
    path,
    detail,
    'start the mill: it sets the file aside and rebuilds the library from its archive',
  );
}

/** The library process as the parent sees it: one call at a time, started again when it has ended. */
export class LibraryWorker {
  readonly #path: string;
  #child: ChildProcess | undefined;
  #running: Running | undefined;
  #lastId = 0;
  #isTimeout = false;

  constructor(path: string) {
    this.#path = path;
  }

  /**
   * Starts the process; resolves when it has opened the file. Throws with what the process wrote when it
   * cannot.
   */
  start(): Promise<void> {
    const entry = fileURLToPath(new URL('./library-process.ts', import.meta.url));
    const child = fork(entry, [this.#path], {
      serialization: 'advanced',
      execArgv: [...nodeOptions(entry), ...confineTo(this.#path, entry), `--max-semi-space-size=${youngMb}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child = child;
    let complaint = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      complaint = `${complaint}${chunk.toString()}`.slice(-4_000);
    });
    return new Promise((resolve, reject) => {
      child.on('message', (message: LibraryMessage) => {
        if (!('kind' in message)) return this.#settle(message.id, message.reply);
        return message.kind === 'ready' ? resolve() : reject(damagedLibrary(this.#path, message.detail));
      });
      // A child that is killed while it is written to.
      child.on('error', reject);
      child.on('close', (code, signal) => {
        reject(new Error(`the library process ended (${signal ?? `exit ${code}`}): ${complaint.trim()}`));
        // What runs now may be the work of the next process.
        if (this.#child !== child && this.#child !== undefined) return;
        this.#child = undefined;
        const running = this.#running;
        if (running !== undefined)
          this.#settle(running.id, { kind: 'unanswered', isTimeout: this.#isTimeout });
      });
    });
  }

  get isRunning(): boolean {
    return this.#child !== undefined;
  }

  /** Past `limitMs` of CPU time the process is killed: SQLite cannot be interrupted from outside. */
  call<K extends CallName>(name: K, input: Inputs[K], limitMs?: number): Promise<Reply | Unanswered> {
    const child = this.#child;
    this.#isTimeout = false;
    return new Promise((resolve) => {
      if (child === undefined) return resolve({ kind: 'unanswered', isTimeout: false });
      this.#lastId += 1;
      // When the process is gone, `close` answers.
      child.send({ id: this.#lastId, name, input } satisfies CallMessage<K>, () => undefined);
      const running: Running = { id: this.#lastId, resolve, timer: undefined };
      this.#running = running;
      if (limitMs !== undefined) this.#watch(running, child, limitMs);
    });
  }

  /** On a busy machine time passes by the clock that says nothing of the call; one that waits ends by the clock. */
  #watch(running: Running, child: ChildProcess, limitMs: number): void {
    const usedBefore = cpuOfProcess(child.pid ?? 0);
    const began = performance.now();
    const look = (): void => {
      const used = cpuOfProcess(child.pid ?? 0);
      const spentMs = used === undefined || usedBefore === undefined ? limitMs : used - usedBefore;
      if (spentMs < limitMs && performance.now() - began < limitMs * waitFactor) {
        running.timer = setTimeout(look, Math.max(shortestLookMs, limitMs - spentMs));
        return;
      }
      this.#isTimeout = true;
      child.kill('SIGKILL');
    };
    running.timer = setTimeout(look, limitMs);
  }

  #settle(id: number, reply: Reply | Unanswered): void {
    const running = this.#running;
    if (running?.id !== id) return;
    clearTimeout(running.timer);
    this.#running = undefined;
    running.resolve(reply);
  }

  /** Ends the process; resolves when it is gone. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    if (child.exitCode !== null || child.signalCode !== null) {
      this.#child = undefined;
      return;
    }
    // Not `close`: after a disconnect by the parent Node does not tell of it.
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (child.connected) child.disconnect();
    await gone;
    if (this.#child === child) this.#child = undefined;
  }
}
