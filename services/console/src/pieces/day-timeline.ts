import type { Facet, Timeline } from '@newsmill/contracts';

const dayMs = 86_400_000;
/** More days than these are drawn as weeks, more weeks are left out at their old end. */
const mostDays = 120;
const mostWeeks = 160;
/** The first Monday of the epoch: weeks begin on one. */
const firstMonday = 4 * dayMs;

/**
 * The days of a facet as a timeline, the oldest first and the empty ones between them too; where they lie far
 * apart, by weeks. Undefined where there is nothing to compare: fewer than two days.
 */
export function dayTimeline(days: readonly Facet[]): Timeline | undefined {
  const counts = new Map(
    days.map(({ value, count }) => [Date.parse(value), count] as const).filter(([at]) => Number.isFinite(at)),
  );
  if (counts.size < 2) return undefined;
  const times = [...counts.keys()];
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const isByDay = (last - first) / dayMs < mostDays;
  const step = isByDay ? dayMs : 7 * dayMs;
  const startOf = (time: number) =>
    isByDay ? time : Math.floor((time - firstMonday) / step) * step + firstMonday;
  const byStart = new Map<number, number>();
  for (const [time, count] of counts) byStart.set(startOf(time), (byStart.get(startOf(time)) ?? 0) + count);
  const from = Math.max(startOf(first), startOf(last) - (mostWeeks - 1) * step);
  const items = Array.from({ length: (startOf(last) - from) / step + 1 }, (_, place) => {
    const start = from + place * step;
    return { start: new Date(start).toISOString(), count: byStart.get(start) ?? 0 };
  });
  return {
    interval: isByDay ? 'day' : 'week',
    total: items.reduce((sum, { count }) => sum + count, 0),
    items,
    approximate: false,
  };
}
