import type { MillPorts } from '@newsmill/operate';
import { trendFields } from '@newsmill/contracts';
import type { TodaySpan, TodayView } from '@newsmill/service-console';
import { mergeTrends } from './merge-trends.ts';
import { nameOfSource } from './name-of-source.ts';
import { readTops } from './read-tops.ts';
import { wholeTimeline } from './whole-timeline.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const spans = {
  day: { ms: dayMs, interval: 'hour' },
  week: { ms: 7 * dayMs, interval: 'day' },
  month: { ms: 30 * dayMs, interval: 'day' },
} as const;
const shown = 10;
const trendsShown = 24;
const languagesShown = 8;
/** Values that stand in fewer articles are no talk. */
const least = 3;

/** What is talked about in the last day, week or month, in all languages or in one. */
export async function readToday(
  ports: MillPorts,
  { span, language }: { readonly span: TodaySpan; readonly language?: string | undefined },
): Promise<TodayView> {
  const { ms, interval } = spans[span];
  const now = ports.now();
  const window = { from: new Date(now - ms).toISOString(), to: new Date(now).toISOString() };
  const { library } = ports;
  const languages = language === undefined ? undefined : [language];
  const [spoken, trends, timeline, top] = await Promise.all([
    library.top({ ...window, field: 'language', limit: languagesShown }),
    library.trends({
      ...window,
      languages,
      since: new Date(now - ms - 30 * dayMs).toISOString(),
      fields: trendFields,
      least,
      limit: shown,
    }),
    library.timeline({ ...window, languages, interval }),
    readTops(library, { ...window, languages }, shown),
  ]);
  return {
    span,
    ...window,
    language,
    languages: spoken.items,
    trends: { ...trends, items: mergeTrends(trends.items).slice(0, trendsShown) },
    timeline: timeline.total === 0 ? timeline : wholeTimeline(timeline, window),
    top,
    sourceName: nameOfSource(ports),
  };
}
