import {
  trendFields,
  type CountScope,
  type Timeline,
  type TopValues,
  type Trends,
} from '@newsmill/contracts';
import { hiddenFrom, parseQuery } from '@newsmill/search';
import type { Library } from '@newsmill/store';
import { queryProblem, endOf, startOf } from '@newsmill/operate';
import type { TimelineQuery, TopQuery, TrendsQuery } from '../shapes/counts.ts';
import { timesOf } from './times-of.ts';

const dayMs = 86_400_000;

/** The articles that the parameters name. Refuses with bad-query. */
function scopeOf({
  q,
  source,
  language,
  from,
  to,
}: Pick<TimelineQuery, 'q' | 'source' | 'language' | 'from' | 'to'>): CountScope {
  const parsed = parseQuery(q);
  if (!parsed.ok) throw queryProblem(parsed.error);
  return {
    query: parsed.query,
    sources: source,
    languages: language,
    ...timesOf({ from, to }),
    withoutFlags: hiddenFrom(parsed.query),
  };
}

export function readTimeline(library: Library, query: TimelineQuery): Promise<Timeline> {
  return library.timeline({ ...scopeOf(query), interval: query.interval });
}

export function readTop(library: Library, query: TopQuery): Promise<TopValues> {
  return library.top({ ...scopeOf(query), field: query.field, limit: query.limit });
}

export interface TrendsInWindow extends Trends {
  readonly from: string;
  readonly to: string;
  readonly since: string;
}

/** Trends of the window that the parameters name: the last 24 hours without them. */
export async function readTrends(library: Library, query: TrendsQuery, now: number): Promise<TrendsInWindow> {
  const end = endOf(query.to) ?? now;
  const start = startOf(query.from) ?? end - dayMs;
  const window = {
    from: new Date(start).toISOString(),
    to: new Date(end).toISOString(),
    since: new Date(start - query.days * dayMs).toISOString(),
  };
  const {
    query: words,
    sources,
    languages,
    withoutFlags,
  } = scopeOf({ ...query, from: undefined, to: undefined });
  return {
    ...window,
    ...(await library.trends({
      query: words,
      sources,
      languages,
      withoutFlags,
      ...window,
      // A list of nothing is none, as with all other lists.
      fields: query.field?.length ? query.field : trendFields,
      least: query.least,
      limit: query.limit,
    })),
  };
}
