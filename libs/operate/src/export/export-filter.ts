import type { QueryNode } from '@newsmill/contracts';
import { parseQuery } from '@newsmill/search';
import type { ChangeFilter } from '@newsmill/store';
import { queryProblem } from '../inputs/query-problem.ts';
import type { ExportQuery } from '../inputs/export-query.ts';
import { endOf, startOf } from '../inputs/parameters.ts';

const isoOf = (time: number | undefined): string | undefined =>
  time === undefined ? undefined : new Date(time).toISOString();

const noCopies: QueryNode = { kind: 'exact', field: 'duplicate', value: 'false' };

/** Which articles an export holds; undefined: all. Refuses a query that cannot be read with bad-query. */
export function exportFilter({
  q,
  source,
  language,
  from,
  to,
  collapse,
}: Pick<ExportQuery, 'q' | 'source' | 'language' | 'from' | 'to' | 'collapse'>): ChangeFilter | undefined {
  const parsed = parseQuery(q);
  if (!parsed.ok) throw queryProblem(parsed.error);
  const query = !collapse
    ? parsed.query
    : parsed.query === undefined
      ? noCopies
      : { kind: 'and' as const, nodes: [parsed.query, noCopies] };
  const where: ChangeFilter = {
    query,
    sources: source,
    languages: language,
    from: isoOf(startOf(from)),
    to: isoOf(endOf(to)),
  };
  const isAll =
    where.query === undefined &&
    source === undefined &&
    language === undefined &&
    from === undefined &&
    to === undefined;
  return isAll ? undefined : where;
}
