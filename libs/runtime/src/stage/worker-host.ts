import { parentPort, workerData } from 'node:worker_threads';
import { stackOf } from '../log/stack-of.ts';
import { withOwnBytes } from './own-bytes.ts';
import type { ThreadReply, Told } from './worker-pool.ts';

/**
 * What runs inside a thread of the pool: loads the module, answers each input, and what is known of it, with
 * what its `run` gives or promises.
 */
type Run = (input: unknown, known: unknown) => unknown;
type WorkerModule = { readonly run: Run } | { readonly open: (options: unknown) => Run | Promise<Run> };
const loaded: WorkerModule = await import(workerData.module);
const run = 'open' in loaded ? await loaded.open(workerData.options) : loaded.run;

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

async function answer(input: unknown, known: unknown): Promise<void> {
  try {
    return tell({ kind: 'done', value: await run(input, known) });
  } catch (error) {
    return tell({
      kind: 'failed',
      error: stackOf(error),
    });
  }
}

parentPort?.on(
  'message',
  ({ input, known }: { input: unknown; known: unknown }) => void answer(input, known),
);
tell({ kind: 'ready' });
