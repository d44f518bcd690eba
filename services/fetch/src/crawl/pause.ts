import { setTimeout as sleep } from 'node:timers/promises';

/** Waits; the end of the process ends the wait. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
