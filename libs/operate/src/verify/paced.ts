import { setTimeout as sleep } from 'node:timers/promises';

/** Shorter rests are put together, milliseconds. */
const leastMs = 20;

/** Rests so that no more than so many bytes are read in a second: called behind each part with its bytes. */
export function paced(bytesPerSecond: number, signal: AbortSignal): (bytes: number) => Promise<void> {
  let owedMs = 0;
  return async (bytes) => {
    owedMs += (bytes / bytesPerSecond) * 1_000;
    if (owedMs < leastMs) return;
    const ms = owedMs;
    owedMs = 0;
    await sleep(ms, undefined, { signal }).catch(() => undefined);
  };
}
