import { setTimeout as sleep } from 'node:timers/promises';

/** A hang guard, milliseconds. */
const mostMs = 120_000;

/** Waits until a mill answers a search. A hang guard ends it with an error. */
export async function untilSearched(address: string): Promise<void> {
  let said: unknown = 'nothing';
  for (const end = Date.now() + mostMs; Date.now() < end; await sleep(20)) {
    try {
      const signal = AbortSignal.timeout(10_000);
      const answer = await fetch(`${address}/api/v1/search?limit=1&q=the`, { signal });
      await answer.arrayBuffer();
      if (answer.ok) return;
      said = answer.status;
    } catch (error) {
      said = error;
    }
  }
  throw new Error(`no search is answered any more: ${String(said)}`);
}
