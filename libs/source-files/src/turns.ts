import { setImmediate as nextTurn } from 'node:timers/promises';

/** Longest piece of work before other work gets its turn, milliseconds. */
const longestMs = 5;

/**
 * Lets long work be done in slices. Await what it answers after each step: that gives other work its turn whenever
 * some milliseconds are over.
 */
export function takeTurns(): () => Promise<void> | undefined {
  let began = performance.now();
  return () =>
    performance.now() - began < longestMs
      ? undefined
      : nextTurn().then(() => {
          began = performance.now();
        });
}
