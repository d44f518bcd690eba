import type { Timeline, TimelineInterval } from '@newsmill/contracts';
import { Chart } from './chart.tsx';

const day = 86_400_000;
const steps: Readonly<Record<TimelineInterval, { readonly ms: number; readonly unit: string }>> = {
  hour: { ms: day / 24, unit: 'articles an hour' },
  day: { ms: day, unit: 'articles a day' },
  week: { ms: 7 * day, unit: 'articles a week' },
  month: { ms: 30 * day, unit: 'articles a month' },
};

/** Articles over time as bars. */
export function BarChart({ timeline, title }: { readonly timeline: Timeline; readonly title: string }) {
  const { items, interval } = timeline;
  const { ms, unit } = steps[interval];
  return (
    <Chart
      title={title}
      unit={unit}
      kind="bars"
      form="number"
      stepMs={ms}
      times={items.map(({ start }) => Date.parse(start))}
      series={[{ name: 'Articles', values: items.map(({ count }) => count) }]}
    />
  );
}
