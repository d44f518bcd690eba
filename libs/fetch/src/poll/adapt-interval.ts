export interface PollOutcome {
  /** Interval that led to this poll, in milliseconds; undefined at the first. */
  readonly previousMs?: number | undefined;
  /** Whether the answer differed from the one before. */
  readonly changed: boolean;
  readonly newItems: number;
  /** What the feed asks for (`ttl`, `sy:updatePeriod`), in milliseconds. */
  readonly ttlMs?: number | undefined;
  /** What `Cache-Control` or `Expires` ask for, in milliseconds. */
  readonly cacheControlMs?: number | undefined;
  /** Failures in a row, 0 after a success. */
  readonly errors?: number | undefined;
  /** Limits, in milliseconds. */
  readonly min: number;
  readonly max: number;
}

/** A publisher who asks for more than this is heard only so far: a ttl of a week would miss the news. */
export const believedWait = 3_600_000;

/**
 * Milliseconds until the next poll. New entries halve the interval, a change without new ones leaves it,
 * silence lengthens it by half, failures double it. What the publisher asks for is a lower bound, up to an
 * hour; the limits hold always.
 */
export function adaptInterval(poll: PollOutcome): number {
  const previous = poll.previousMs ?? Math.min(poll.max, poll.min * 3);
  const errors = Math.min(poll.errors ?? 0, 16);
  const wish =
    errors > 0
      ? previous * 2 ** errors
      : poll.newItems > 0
        ? previous / 2
        : poll.changed
          ? previous
          : previous * 1.5;
  const asked = Math.min(believedWait, Math.max(poll.ttlMs ?? 0, poll.cacheControlMs ?? 0));
  return Math.round(Math.min(poll.max, Math.max(poll.min, asked, wish)));
}

/**
 * Milliseconds before try `attempt` (0 after the first failure), with up to a quarter of jitter; `chance`
 * lies in [0, 1). undefined when the ladder has no such rung.
 */
export function retryDelay(attempt: number, ladder: readonly number[], chance: number): number | undefined {
  const rung = ladder[attempt];
  return rung === undefined ? undefined : Math.round(rung * (1 + chance / 4));
}
