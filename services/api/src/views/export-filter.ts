import { parseQuery } from '@newsmill/search';
import type { ChangeFilter } from '@newsmill/store';
import { queryProblem } from '../query-problem.ts';
import type { ExportQuery } from '../shapes/export-query.ts';
import { endOf, startOf } from '../shapes/parameters.ts';

const isoOf = (time: number | undefined): string | undefined => (time === undefined ? undefined : new Date(time).toISOString());

/** Which articles an export holds; undefined: all. Refuses a query that cannot be read with bad-query. */
export function exportFilter({ q, source, language, from, to, collapse }: Pick<ExportQuery, 'q' | 'source' | 'language' | 'from' | 'to' | 'collapse'>): ChangeFilter | undefined {
  const parsed = parseQuery(q);
  if (!parsed.ok) throw queryProblem(parsed.error);
  const where: ChangeFilter = { query: parsed.query, sources: source, languages: language, from: isoOf(startOf(from)), to: isoOf(endOf(to)), collapse };
  const isAll = where.query === undefined && source === undefined && language === undefined && from === undefined && to === undefined && !collapse;
  return isAll ? undefined : where;
}
