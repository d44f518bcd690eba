import { Session, type Profiler } from 'node:inspector';
import { z } from 'zod';

/** What a thread did between start and stop. */
export interface ThreadProfile {
  /** `main`, or the module that the thread runs. */
  readonly thread: string;
  /** What it has computed meanwhile, milliseconds of CPU time. */
  readonly cpuMs: number;
  readonly profile: Profiler.Profile;
}

/** Memory of a thread, megabytes. */
export interface ThreadMemory {
  readonly thread: string;
  /** What its heap holds, garbage included that is not collected yet. */
  readonly heapMb: number;
  /** What its heap has taken of the system. */
  readonly takenMb: number;
  /** What its objects hold outside of the heap, buffers above all. */
  readonly outsideMb: number;
}

export interface Recording {
  /** Memory of all threads now. */
  memory(): Promise<ThreadMemory[]>;
  /** Ends it; a thread that has ended meanwhile is left out. */
  stop(): Promise<ThreadProfile[]>;
}

const Reply = z.object({ id: z.int(), result: z.record(z.string(), z.unknown()).optional() });
const Evaluated = z.object({ result: z.object({ value: z.string() }) });
const Memory = z.object({ heapUsed: z.number(), heapTotal: z.number(), external: z.number() });
const EvaluatedNumber = z.object({ result: z.object({ value: z.number() }) });
/** Microseconds between two samples. */
const intervalUs = 500;
/** A thread that has ended does not answer, milliseconds. */
const patienceMs = 10_000;

/** Talks to the inspector of one worker through that of the main thread (domain NodeWorker). */
class WorkerLine {
  readonly #session: Session;
  readonly #sessionId: string;
  readonly #waiting = new Map<number, (result: Record<string, unknown> | undefined) => void>();
  #lastId = 0;

  constructor(session: Session, sessionId: string) {
    this.#session = session;
    this.#sessionId = sessionId;
  }

  hear(message: string): void {
    const reply = Reply.safeParse(JSON.parse(message));
    if (reply.success) this.#waiting.get(reply.data.id)?.(reply.data.result);
  }

  ask(method: string, params: object = {}): Promise<Record<string, unknown> | undefined> {
    const id = (this.#lastId += 1);
    return new Promise((resolve) => {
      setTimeout(() => resolve(undefined), patienceMs).unref();
      this.#waiting.set(id, resolve);
      const message = JSON.stringify({ id, method, params });
      this.#session.post(
        'NodeWorker.sendMessageToWorker',
        { sessionId: this.#sessionId, message },
        (error) => {
          if (error !== null) resolve(undefined);
        },
      );
    });
  }
}

const cpuOfThread = '(({ user, system }) => (user + system) / 1000)(process.threadCpuUsage())';
const memoryOfThread = 'JSON.stringify(process.memoryUsage())';
const moduleOf = "process.getBuiltinModule('node:worker_threads').workerData?.module ?? ''";

const memoryOf = (
  thread: string,
  { heapUsed, heapTotal, external }: z.output<typeof Memory>,
): ThreadMemory => ({
  thread,
  heapMb: heapUsed / 1_048_576,
  takenMb: heapTotal / 1_048_576,
  outsideMb: external / 1_048_576,
});

/**
 * Takes CPU profiles of the main thread and of every worker of this process, also of those that start later, until
 * it is stopped.
 */
export async function recordThreads(): Promise<Recording> {
  const session = new Session();
  session.connect();
  const post = (method: string, params: object = {}): Promise<unknown> =>
    new Promise((resolve, reject) => {
      session.post(method, params, (error, result: unknown) =>
        error === null ? resolve(result) : reject(error),
      );
    });
  interface Attached {
    readonly line: WorkerLine;
    readonly url: string;
    /** CPU time before its profile began, milliseconds. */
    readonly before: Promise<number>;
  }
  const attached = new Map<string, Attached>();
  async function cpuOf(line: WorkerLine): Promise<number> {
    const told = EvaluatedNumber.safeParse(await line.ask('Runtime.evaluate', { expression: cpuOfThread }));
    return told.success ? told.data.result.value : 0;
  }
  async function textOf(line: WorkerLine, expression: string): Promise<string> {
    const told = Evaluated.safeParse(await line.ask('Runtime.evaluate', { expression }));
    return told.success ? told.data.result.value : '';
  }
  /** Known only when the thread has run for a while. */
  async function nameOf({ line, url }: Attached): Promise<string> {
    const module = (await textOf(line, moduleOf)) || url;
    return module.split('/').at(-1) ?? module;
  }
  async function begin(line: WorkerLine): Promise<number> {
    const cpuMs = await cpuOf(line);
    await line.ask('Profiler.enable');
    await line.ask('Profiler.setSamplingInterval', { interval: intervalUs });
    await line.ask('Profiler.start');
    return cpuMs;
  }
  session.on('NodeWorker.attachedToWorker', ({ params: { sessionId, workerInfo } }) => {
    const line = new WorkerLine(session, sessionId);
    attached.set(sessionId, { line, url: workerInfo.url, before: begin(line) });
  });
  session.on('NodeWorker.receivedMessageFromWorker', ({ params: { sessionId, message } }) =>
    attached.get(sessionId)?.line.hear(message),
  );
  session.on('NodeWorker.detachedFromWorker', ({ params: { sessionId } }) => attached.delete(sessionId));
  await post('NodeWorker.enable', { waitForDebuggerOnStart: false });
  await post('Profiler.enable');
  await post('Profiler.setSamplingInterval', { interval: intervalUs });
  await post('Profiler.start');
  const mainBefore = process.threadCpuUsage();
  return {
    async memory() {
      const found = [memoryOf('main', process.memoryUsage())];
      for (const thread of attached.values()) {
        const told = await textOf(thread.line, memoryOfThread);
        if (told !== '') found.push(memoryOf(await nameOf(thread), Memory.parse(JSON.parse(told))));
      }
      return found;
    },
    async stop() {
      const main = process.threadCpuUsage(mainBefore);
      const { profile } = (await post('Profiler.stop')) as Profiler.StopReturnType;
      const found: ThreadProfile[] = [{ thread: 'main', cpuMs: (main.user + main.system) / 1_000, profile }];
      for (const one of attached.values()) {
        const { line } = one;
        const [thread, cpuMs] = [await nameOf(one), await cpuOf(line)];
        const stopped = (await line.ask('Profiler.stop')) as Profiler.StopReturnType | undefined;
        if (stopped !== undefined)
          found.push({ thread, cpuMs: cpuMs - (await one.before), profile: stopped.profile });
      }
      session.disconnect();
      return found;
    },
  };
}
