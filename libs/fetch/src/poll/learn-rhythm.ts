import type { ChannelMemory } from '@newsmill/contracts';

const day = 86_400_000;
/** A quiet time counts half after so long: weekends and weekly papers are remembered, holidays fade. */
const halfLifeMs = 14 * day;
/** Of the first answer, the newest entries alone tell how often something comes now. */
const mostFirst = 20;
/** Quiet for so many times its longest quiet time, a channel is silent. */
const manyTimes = 3;
/** Nobody is called silent sooner. */
const leastMs = day / 4;
/** While a channel is known for less than two weeks its weekends may not have been seen. */
const youngMs = 14 * day;
const leastYoungMs = 3 * day;

export type Rhythm = Pick<ChannelMemory, 'lastNewAt' | 'quietMs'>;

/** What a poll with new entries showed. */
export interface Arrivals {
  readonly now: number;
  /** Dates of all entries of the answer that have one, epoch milliseconds, in no order. */
  readonly dates: readonly number[];
}

/**
 * The rhythm of a channel after a poll that brought new entries: when the newest came, and the longest quiet
 * time of late. Entries tell it by their dates; where none has a date, by the poll.
 */
export function learnRhythm({ lastNewAt, quietMs }: Rhythm, { now, dates }: Arrivals): Rhythm {
  const past = dates.filter((date) => date <= now).toSorted((a, b) => a - b);
  const times = lastNewAt === undefined ? past.slice(-mostFirst) : past.filter((date) => date > lastNewAt);
  let [last, quiet] = [lastNewAt ?? times[0], quietMs];
  for (const time of times.length === 0 ? [now] : times) {
    const gap = time - (last ?? time);
    if (gap > 0) quiet = Math.max(gap, (quiet ?? 0) * 2 ** (-gap / halfLifeMs));
    last = time;
  }
  return { lastNewAt: last, quietMs: quiet === undefined ? undefined : Math.round(quiet) };
}

/**
 * Since how long nothing new has come where that is longer than the rhythm of the channel explains, in
 * milliseconds, and after how long it would be; undefined where the rhythm is not known. What was not asked
 * for is not missed: time counts up to the last poll that succeeded.
 */
export function silenceOf(
  { lastNewAt, quietMs, lastSuccessAt }: Rhythm & Pick<ChannelMemory, 'lastSuccessAt'>,
  knownForMs: number,
): { readonly quietMs: number; readonly limitMs: number; readonly isSilent: boolean } | undefined {
  if (lastNewAt === undefined || quietMs === undefined || lastSuccessAt === undefined) return undefined;
  const limitMs = Math.max(manyTimes * quietMs, knownForMs < youngMs ? leastYoungMs : leastMs);
  const silentMs = lastSuccessAt - lastNewAt;
  return { quietMs: silentMs, limitMs, isSilent: silentMs > limitMs };
}
