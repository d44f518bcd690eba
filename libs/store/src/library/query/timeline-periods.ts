import { periodStart, type Timeline, type TimelineInterval } from '@newsmill/contracts';

/** Periods that a timeline holds at most. */
export const mostPeriods = 1_000;

const hourMs = 3_600_000;
const dayMs = 86_400_000;

function periodAfter(start: number, interval: TimelineInterval): number {
  if (interval === 'month') return periodStart(start + 31 * dayMs, interval);
  return start + (interval === 'hour' ? hourMs : interval === 'day' ? dayMs : 7 * dayMs);
}

/** The newest periods with the empty ones between them. `counts`: by beginning, those with articles. */
export function timelineOf(
  counts: ReadonlyMap<number, number>,
  interval: TimelineInterval,
  { total, isCut }: { readonly total: number; readonly isCut: boolean },
): Timeline {
  const starts = [...counts.keys()].sort((a, b) => a - b);
  const newest = starts.at(-1);
  if (newest === undefined) return { interval, total, items: [], approximate: isCut };
  let first = newest;
  for (const start of starts.toReversed())
    if (periodsBetween(start, newest, interval) < mostPeriods) first = start;
  const items: { readonly start: string; readonly count: number }[] = [];
  for (let start = first; start <= newest; start = periodAfter(start, interval))
    items.push({ start: new Date(start).toISOString(), count: counts.get(start) ?? 0 });
  return { interval, total, items, approximate: isCut || first !== starts[0] };
}

function periodsBetween(first: number, last: number, interval: TimelineInterval): number {
  if (interval !== 'month') return Math.round((last - first) / (periodAfter(first, interval) - first));
  const [one, other] = [new Date(first), new Date(last)];
  return (other.getUTCFullYear() - one.getUTCFullYear()) * 12 + other.getUTCMonth() - one.getUTCMonth();
}
