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

export interface Recording {
  /** Ends it; a thread that has ended meanwhile is left out. */
  stop(): Promise<ThreadProfile[]>;
}

const Reply = z.object({ id: z.int(), result: z.record(z.string(), z.unknown()).optional() });
const Evaluated = z.object({ result: z.object({ value: z.string() }) });
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
const moduleOf = "process.getBuiltinModule('node:worker_threads').workerData?.module ?? ''";

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
  interface Begun {
    readonly thread: string;
    readonly cpuMs: number;
  }
  const lines = new Map<string, { readonly line: WorkerLine; readonly begun: Promise<Begun> }>();
  async function cpuOf(line: WorkerLine): Promise<number> {
    const told = EvaluatedNumber.safeParse(await line.ask('Runtime.evaluate', { expression: cpuOfThread }));
    return told.success ? told.data.result.value : 0;
  }
  async function begin(line: WorkerLine, url: string): Promise<Begun> {
    const cpuMs = await cpuOf(line);
    await line.ask('Profiler.enable');
    await line.ask('Profiler.setSamplingInterval', { interval: intervalUs });
    await line.ask('Profiler.start');
    const evaluated = Evaluated.safeParse(await line.ask('Runtime.evaluate', { expression: moduleOf }));
    const module =
      evaluated.success && evaluated.data.result.value !== '' ? evaluated.data.result.value : url;
    return { thread: module.split('/').at(-1) ?? module, cpuMs };
  }
  session.on('NodeWorker.attachedToWorker', ({ params: { sessionId, workerInfo } }) => {
    const line = new WorkerLine(session, sessionId);
    lines.set(sessionId, { line, begun: begin(line, workerInfo.url) });
  });
  session.on('NodeWorker.receivedMessageFromWorker', ({ params: { sessionId, message } }) =>
    lines.get(sessionId)?.line.hear(message),
  );
  session.on('NodeWorker.detachedFromWorker', ({ params: { sessionId } }) => lines.delete(sessionId));
  await post('NodeWorker.enable', { waitForDebuggerOnStart: false });
  await post('Profiler.enable');
  await post('Profiler.setSamplingInterval', { interval: intervalUs });
  await post('Profiler.start');
  const mainBefore = process.threadCpuUsage();
  return {
    async stop() {
      const main = process.threadCpuUsage(mainBefore);
      const { profile } = (await post('Profiler.stop')) as Profiler.StopReturnType;
      const found: ThreadProfile[] = [{ thread: 'main', cpuMs: (main.user + main.system) / 1_000, profile }];
      for (const { line, begun } of lines.values()) {
        const cpuMs = await cpuOf(line);
        const stopped = (await line.ask('Profiler.stop')) as Profiler.StopReturnType | undefined;
        const before = await begun;
        if (stopped !== undefined)
          found.push({ thread: before.thread, cpuMs: cpuMs - before.cpuMs, profile: stopped.profile });
      }
      session.disconnect();
      return found;
    },
  };
}
