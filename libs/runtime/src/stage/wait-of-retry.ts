import type { StoredMessage } from '@newsmill/bus';
import { dueHeader, numberIn } from './retry-headers.ts';

/** What fails, or whose source is braked, waits so much longer than its rung says at most, by chance. */
const mostStretch = 1.2;

/**
 * How long a message must still wait for its next try, milliseconds. Where it is longer than the last rung of the
 * ladder can have told, the clock was set back since: nobody knows how long it has waited, so it is due.
 */
export function waitOfRetry(
  { headers }: Pick<StoredMessage, 'headers'>,
  now: number,
  ladder: readonly number[],
): number {
  const wait = numberIn(headers, dueHeader) - now;
  return wait > mostStretch * Math.max(...ladder) ? 0 : wait;
}
