import type { StoredMessage } from '@newsmill/bus';
import { brakedHeader, dueHeader, numberIn } from './retry-headers.ts';
import { longestBrakeMs } from './source-brake.ts';

/** What fails waits so much longer than its rung says at most, by chance; what waits for a brake too. */
const mostStretch = 1.2;

/**
 * How long a message must still wait for its next try, milliseconds. Where it is longer than it can have been told, by
 * the last rung of the ladder or by a brake, the clock was set back since: nobody knows how long it has waited, so it
 * is due.
 */
export function waitOfRetry(
  { headers }: Pick<StoredMessage, 'headers'>,
  now: number,
  ladder: readonly number[],
): number {
  const wait = numberIn(headers, dueHeader) - now;
  const isForBrake = numberIn(headers, brakedHeader) > 0;
  const longestMs = mostStretch * Math.max(...ladder, isForBrake ? longestBrakeMs : 0);
  return wait > longestMs ? 0 : wait;
}
