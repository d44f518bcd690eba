import { periodStart, type Timeline } from '@newsmill/contracts';

const dayMs = 86_400_000;
const steps = { hour: dayMs / 24, day: dayMs, week: 7 * dayMs } as const;
/** More periods than these are not drawn. */
const mostPeriods = 1_000;

/**
 * A timeline with every period of a window, also those before the first article and after the last. Months are
 * left as they are. Times are ISO 8601; `to` is exclusive.
 */
export function wholeTimeline(
  timeline: Timeline,
  { from, to }: { readonly from: string; readonly to: string },
): Timeline {
  const { interval, items } = timeline;
  if (interval === 'month') return timeline;
  const step = steps[interval];
  const first = periodStart(Date.parse(from), interval);
  const count = Math.ceil((Date.parse(to) - first) / step);
  if (!Number.isFinite(count) || count < 1 || count > mostPeriods) return timeline;
  const counts = new Map(items.map((item) => [Date.parse(item.start), item.count]));
  return {
    ...timeline,
    items: Array.from({ length: count }, (_, place) => {
      const start = first + place * step;
      return { start: new Date(start).toISOString(), count: counts.get(start) ?? 0 };
    }),
  };
}
