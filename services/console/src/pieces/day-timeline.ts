import { periodStart, type Facet, type Timeline } from '@newsmill/contracts';

const dayMs = 86_400_000;
/** More days than these are drawn as weeks, more weeks are left out at their old end. */
const mostDays = 120;
const mostWeeks = 160;

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
  const interval = (last - first) / dayMs < mostDays ? 'day' : 'week';
  const step = interval === 'day' ? dayMs : 7 * dayMs;
  const startOf = (time: number) => periodStart(time, interval);
  const byStart = new Map<number, number>();
  for (const [time, count] of counts) byStart.set(startOf(time), (byStart.get(startOf(time)) ?? 0) + count);
  const from = Math.max(startOf(first), startOf(last) - (mostWeeks - 1) * step);
  const items = Array.from({ length: (startOf(last) - from) / step + 1 }, (_, place) => {
    const start = from + place * step;
    return { start: new Date(start).toISOString(), count: byStart.get(start) ?? 0 };
  });
  return {
    interval,
    total: items.reduce((sum, { count }) => sum + count, 0),
    items,
    approximate: false,
  };
}
