// Which suites take long, and until when one of them is begun.
import { readFileSync } from 'node:fs';

/** Suites that start processes and servers. */
export const isLong = (path) => /\/test\/|\/(?:kafka|redis|elastic|s3|sentinel)|\.browser\./.test(path);

/** Suites that need the built mill or real servers, told by their place or by what they import; all others are quick. */
export const needsMill = (path) =>
  isLong(path) ||
  /\/test\/servers\/|startServers|\/testing\/(?:elastic|moto|redis)|\/newsmill'/.test(
    readFileSync(path, 'utf8'),
  );

/**
 * A whole run ends within 45 minutes whatever the machine: long suites that have not begun by then are left out, and
 * the run says which. Two cores that nobody shares have begun the last of them after 24 minutes.
 */
export const longSuitesMs = 31 * 60_000;

/** Why a suite is left out now; undefined when it is to run. `TEST_LONG_UNTIL` is the end in ms since 1970. */
export function whyLeftOut(path) {
  const until = Number(process.env.TEST_LONG_UNTIL ?? Infinity);
  return isLong(path) && Date.now() > until
    ? 'this machine was too slow to begin it in time; run it alone'
    : undefined;
}
