import type { SearchRequest } from '@newsmill/contracts';
import { exactMark } from '../../query/exact-marks.ts';
import { planQuery } from '../../query/plan-query.ts';
import { readDate } from '../../query/search-request.ts';
import { matchExpression, rankExpression } from './match-expression.ts';
import { everyTime, partQuery, publishedCondition, type SqlCondition } from './sql-condition.ts';

/** Which articles match: SQL after SELECT … and its values. Newest first when ordered by `id`. */
export interface Selection {
  readonly sql: string;
  /**
   * As `sql`, without the columns of the article where no condition needs them: for who wants row ids alone.
   */
  readonly rowsSql: string;
  readonly values: readonly (string | number)[];
  readonly match: string | undefined;
  /** Its words alone, as bm25 ranks them. */
  readonly ranked: string | undefined;
}

/**
 * The articles that a request finds; `stemmed`: languages whose stems the index holds; `now`: the time that
 * its bounds are measured from.
 */
export function selectArticles(
  stemmed: readonly string[],
  request: Pick<SearchRequest, 'query' | 'sources' | 'languages' | 'from' | 'to' | 'withoutFlags'>,
  now: number,
): Selection {
  const isMarked = (request.sources ?? []).length + (request.languages ?? []).length > 0;
  const rowOf = (hasText: boolean): string => (hasText || isMarked ? 'words.rowid' : 'a.id');
  const parts =
    request.query === undefined
      ? { conditions: [] }
      : partQuery(planQuery(request.query, request.languages), { now, stemmed, row: rowOf });
  const match = matchExpression(
    { query: parts.text, sources: request.sources, languages: request.languages },
    stemmed,
  );
  const between = publishedCondition(
    readDate(request.from, 'from'),
    readDate(request.to, 'to'),
    match === undefined ? 'a.id' : 'words.rowid',
  );
  const without = withoutFlags(request.withoutFlags, match === undefined ? 'a.id' : 'words.rowid');
  const conditions = [
    ...(match === undefined ? [] : [{ sql: 'words MATCH ?', values: [match] }]),
    between,
    ...without,
    ...parts.conditions,
  ];
  const where = conditions.map(({ sql }) => sql).join(' AND ');
  const sql =
    match === undefined
      ? `FROM article a WHERE ${where}`
      : `FROM words CROSS JOIN article a ON a.id = words.rowid WHERE ${where}`;
  const isByWordsAlone = match !== undefined && between === everyTime && parts.conditions.length === 0;
  return {
    sql,
    rowsSql: isByWordsAlone ? `FROM words WHERE ${where}` : sql,
    values: conditions.flatMap(({ values }) => values),
    match,
    ranked: rankExpression(parts.text, stemmed),
  };
}

/** Few articles have such flags: their rows are looked up once, and the others pass. */
function withoutFlags(flags: readonly string[] = [], row: string): SqlCondition[] {
  if (flags.length === 0) return [];
  const marks = flags.map((flag) => `meta : "${exactMark('flag', flag)}"`).join(' OR ');
  return [{ sql: `${row} NOT IN (SELECT rowid FROM words WHERE words MATCH ?)`, values: [marks] }];
}

/** Those of a selection that fulfil a further condition on `article a`. */
export function narrowed(selection: Selection, condition: SqlCondition): Selection {
  const sql = `${selection.sql} AND ${condition.sql}`;
  return { ...selection, sql, rowsSql: sql, values: [...selection.values, ...condition.values] };
}

/** The column of row ids, which are in order of time. */
export function rowColumn(selection: Selection): string {
  return selection.match === undefined ? 'a.id' : 'words.rowid';
}
