import type { RunningProcess } from '../nest/start-process.ts';

/** What is still open when all is closed keeps the process no longer than this, milliseconds. */
const lastMs = 1_000;

/**
 * Ends with this code as soon as nothing is open any more. `process.exit` would stop answering at once: where a
 * compiler of V8 waits for the main thread to collect garbage just then, and the main thread for it to end, the process
 * stays for ever (nodejs/node#54918).
 */
function endByItself(code: number): void {
  process.exitCode = code;
  setTimeout(() => process.exit(code), lastMs).unref();
}

/** Ends the process by SIGTERM or SIGINT: drains, then exit code 0. A second signal ends it at once. */
export function stopOnSignals(running: Pick<RunningProcess, 'stop'>, limitMs = 20_000): void {
  let asked = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (asked) process.exit(1);
      asked = true;
      setTimeout(() => process.exit(1), limitMs).unref();
      running.stop(signal).then(
        () => endByItself(0),
        () => endByItself(1),
      );
    });
  }
}
