import { parentPort, workerData } from 'node:worker_threads';

/** What runs inside a thread of the pool: loads the module, answers each input, and what is known of it, with what its `run` gives. */
type Run = (input: unknown, known: unknown) => unknown;
type WorkerModule = { readonly run: Run } | { readonly open: (options: unknown) => Run | Promise<Run> };
const loaded: WorkerModule = await import(workerData.module);
const run = 'open' in loaded ? await loaded.open(workerData.options) : loaded.run;
parentPort?.on('message', ({ input, known }: { input: unknown; known: unknown }) => {
  try {
    parentPort?.postMessage({ value: run(input, known) });
  } catch (error) {
    return void parentPort?.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
parentPort?.postMessage('ready');
