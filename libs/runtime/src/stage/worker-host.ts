import { parentPort, setEnvironmentData } from 'node:worker_threads';
import { stackOf } from '../log/stack-of.ts';
import { withOwnBytes } from './own-bytes.ts';
import type { Order, ThreadReply, Told } from './worker-pool.ts';

/**
 * What runs inside a thread: loads modules when they are asked for, answers each input, and what is known of it, with
 * what the `run` of its module gives or promises.
 */
type Run = (input: unknown, known: unknown) => unknown;
type WorkerModule = Readonly<Record<string, Run | undefined>> & {
  readonly open?: (options: unknown) => Run | Promise<Run>;
};

/** The functions of this thread, by the numbers that they were loaded under. */
const runs = new Map<number, Run>();

function tell(told: Told): void {
  const { user, system } = process.threadCpuUsage();
  const { value, buffers } = withOwnBytes(told.kind === 'done' ? told.value : undefined);
  parentPort?.postMessage(
    {
      ...told,
      ...(told.kind === 'done' ? { value } : {}),
      cpuMs: (user + system) / 1_000,
    } satisfies ThreadReply,
    buffers,
  );
}

async function load({
  desk,
  module,
  run,
  options,
  shared,
}: Order & { readonly kind: 'load' }): Promise<Told> {
  try {
    for (const [name, bytes] of shared) setEnvironmentData(name, bytes);
    const { open, [run]: found }: WorkerModule = await import(module);
    const opened = await open?.(options);
    const known = opened ?? found;
    if (known === undefined) throw new Error(`${module} has no ${run}`);
    runs.set(desk, known);
    return { kind: 'loaded' };
  } catch (error) {
    return { kind: 'broken', error: error instanceof Error ? error.message : String(error) };
  }
}

async function answer({ desk, input, known }: Order & { readonly kind: 'run' }): Promise<Told> {
  try {
    return { kind: 'done', value: await runs.get(desk)?.(input, known) };
  } catch (error) {
    return { kind: 'failed', error: stackOf(error) };
  }
}

parentPort?.on('message', async (order: Order) => {
  tell(await (order.kind === 'load' ? load(order) : answer(order)));
  // Back at once: bytes outside the heap make a collection of all of it, to free them alone.
  if (order.kind === 'run') for (const buffer of order.buffers) buffer.transfer(0);
});
