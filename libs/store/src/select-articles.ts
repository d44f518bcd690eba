import type { SearchRequest } from '@newsmill/contracts';
import { matchExpression, rankExpression } from './match-expression.ts';
import { readDate } from './search-request.ts';
import { partQuery, publishedCondition } from './sql-condition.ts';

/** Which articles match: SQL after SELECT … and its values. Newest first when ordered by `id`. */
export interface Selection {
  readonly sql: string;
  readonly values: readonly (string | number)[];
  readonly match: string | undefined;
  /** Its words alone, as bm25 ranks them. */
  readonly ranked: string | undefined;
}

/** The articles that a request finds; `stemmed`: languages whose stems the index holds; `now`: the time that its bounds are measured from. */
export function selectArticles(stemmed: readonly string[], request: Pick<SearchRequest, 'query' | 'sources' | 'languages' | 'from' | 'to'>, now: number): Selection {
  const isMarked = (request.sources ?? []).length + (request.languages ?? []).length > 0;
  const rowOf = (hasText: boolean): string => (hasText || isMarked ? 'words.rowid' : 'a.id');
  const parts = request.query === undefined ? { conditions: [] } : partQuery(request.query, { now, languages: { stemmed, asked: request.languages ?? [] }, row: rowOf });
  const match = matchExpression({ ...request, query: parts.text }, stemmed);
  const between = publishedCondition(readDate(request.from, 'from'), readDate(request.to, 'to'), match === undefined ? 'a.id' : 'words.rowid');
  const conditions = [...(match === undefined ? [] : [{ sql: 'words MATCH ?', values: [match] }]), between, ...parts.conditions];
  const table = match === undefined ? 'article a' : 'words CROSS JOIN article a ON a.id = words.rowid';
  const where = conditions.map(({ sql }) => sql).join(' AND ');
  return { sql: `FROM ${table} WHERE ${where}`, values: conditions.flatMap(({ values }) => values), match, ranked: rankExpression({ query: parts.text, languages: request.languages }, stemmed) };
}

/** The column of row ids, which are in order of time. */
export function rowColumn(selection: Selection): string {
  return selection.match === undefined ? 'a.id' : 'words.rowid';
}
