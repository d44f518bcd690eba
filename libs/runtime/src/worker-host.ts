import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Told } from './worker-pool.ts';

/** What runs inside a thread of the pool: loads the module, answers each input, and what is known of it, with what its `run` gives. */
type Run = (input: unknown, known: unknown) => unknown;
type WorkerModule = { readonly run: Run } | { readonly open: (options: unknown) => Run | Promise<Run> };
const loaded: WorkerModule = await import(workerData.module);
const run = 'open' in loaded ? await loaded.open(workerData.options) : loaded.run;

function tell(told: Told): void {
  const { user, system } = process.threadCpuUsage();
  parentPort?.postMessage({ ...told, cpuMs: (user + system) / 1_000 } satisfies Answer);
}

parentPort?.on('message', ({ input, known }: { input: unknown; known: unknown }) => {
  try {
    tell({ kind: 'done', value: run(input, known) });
  } catch (error) {
    return void tell({
      kind: 'failed',
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
});
tell({ kind: 'ready' });
