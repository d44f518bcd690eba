import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something holds; throws with `what` it is when it does not come to hold in time. */
export type Until = (what: string, holds: () => boolean | Promise<boolean>) => Promise<void>;

/** `limitMs`: a hang guard alone. */
export function untilWithin(limitMs: number, pauseMs = 100): Until {
  return async (what, holds) => {
    for (const end = Date.now() + limitMs; !(await holds()); await sleep(pauseMs))
      if (Date.now() > end) throw new Error(`${what}: not within ${limitMs / 1_000} s`);
  };
}
