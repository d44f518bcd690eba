import type { Timeline, TimelineInterval } from '@newsmill/contracts';
import { say, word } from '../words/say.ts';
import type { SearchParameters } from '../views.ts';
import { spanFrom } from './chart-scale.ts';
import { Chart } from './chart.tsx';
import { searchAddress } from './search-address.ts';

const day = 86_400_000;
const steps: Readonly<Record<TimelineInterval, { readonly ms: number; readonly unit: string }>> = {
  hour: { ms: day / 24, unit: word('articles an hour') },
  day: { ms: day, unit: word('articles a day') },
  week: { ms: 7 * day, unit: word('articles a week') },
  month: { ms: 30 * day, unit: word('articles a month') },
};

/** Articles over time as bars. */
export function BarChart({
  timeline,
  title,
  parameters,
  isSmall,
}: {
  readonly timeline: Timeline;
  readonly title: string;
  /** The search to which its times lead. */
  readonly parameters?: SearchParameters;
  readonly isSmall?: boolean;
}) {
  const { items, interval } = timeline;
  const { ms, unit } = steps[interval];
  return (
    <Chart
      title={title}
      isSmall={isSmall}
      choice={
        parameters === undefined
          ? undefined
          : {
              base: searchAddress(parameters, { from: undefined, to: undefined }),
              linkTo: (time) => searchAddress(parameters, spanFrom(time, time, ms)),
            }
      }
      unit={say(unit)}
      kind="bars"
      form="number"
      stepMs={ms}
      times={items.map(({ start }) => Date.parse(start))}
      series={[{ name: say('Articles'), values: items.map(({ count }) => count) }]}
    />
  );
}
