import { boundAt, type QueryNode } from '@newsmill/contracts';
import { isMarked } from '../../query/exact-marks.ts';
import type { QueryPlan } from '../../query/plan-query.ts';
import { textExpression } from './match-expression.ts';

/** A condition on a row of `article a`, and its values. */
export interface SqlCondition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

type RangeNode = Extract<QueryNode, { readonly kind: 'range' }>;
type ExactNode = Extract<QueryNode, { readonly kind: 'exact' }>;

/**
 * Row ids are in order of time: the second of publication, then 20 bits. So the newest come first without
 * sorting.
 */
export const rowsPerSecond = 2 ** 20;
/** Seconds that fit into a row id on both sides of 1970, about 136 years. */
const mostSeconds = 2 ** 32;

/** The first row of the second of a time, epoch ms. */
export function firstRowOf(time: number): number {
  return Math.max(-mostSeconds, Math.min(mostSeconds - 1, Math.floor(time / 1_000))) * rowsPerSecond;
}

/** Whether a part of a query can be asked of the full-text index alone. */
function isText(plan: QueryPlan): boolean {
  if (plan.kind === 'not') return isText(plan.part);
  if ('parts' in plan) return plan.parts.every(isText);
  return plan.kind === 'exact' ? isMarked(plan.field) : plan.kind !== 'range';
}

/**
 * Parts a query: what the full-text index answers by itself, and conditions on the rows that it finds. MATCH
 * cannot hold a range, so what mixes words and ranges becomes SQL with sub-selects. `row`: the column that
 * holds the row id. As in the compiled expressions a word of signs alone counts for nothing; where nothing is
 * left the text stays, which then finds nothing.
 */
export function partQuery(
  query: QueryPlan,
  {
    now,
    stemmed,
    row,
  }: {
    readonly now: number;
    readonly stemmed: readonly string[];
    readonly row: (hasText: boolean) => string;
  },
): { readonly text?: QueryPlan; readonly conditions: readonly SqlCondition[] } {
  if (isText(query)) return { text: query, conditions: [] };
  const parts = query.kind === 'and' ? query.parts : [query];
  const texts = parts.filter(isText);
  const text: QueryPlan = { kind: 'and', parts: texts };
  const hasText = texts.length > 0 && textExpression(text, { stemmed }) !== undefined;
  const compiler = { now, stemmed, row: row(hasText) };
  const conditions = parts.filter((part) => !isText(part)).flatMap((part) => compile(part, compiler) ?? []);
  if (hasText || conditions.length === 0) return { text, conditions };
  return { conditions };
}

interface Compiler {
  readonly now: number;
  readonly stemmed: readonly string[];
  readonly row: string;
}

function compile(plan: QueryPlan, compiler: Compiler): SqlCondition | undefined {
  if (isText(plan)) {
    const expression = textExpression(plan, compiler);
    return expression === undefined
      ? undefined
      : { sql: `${compiler.row} IN (SELECT rowid FROM words WHERE words MATCH ?)`, values: [expression] };
  }
  if (plan.kind === 'not') {
    const excluded = compile(plan.part, compiler);
    return excluded === undefined ? undefined : { sql: `NOT ${excluded.sql}`, values: excluded.values };
  }
  if (plan.kind === 'and' || plan.kind === 'or') return join(plan, compiler);
  if (plan.kind === 'range') return rangeCondition(plan, compiler);
  return plan.kind === 'exact' ? exactCondition(plan) : undefined;
}

function join(
  plan: QueryPlan & { readonly kind: 'and' | 'or' },
  compiler: Compiler,
): SqlCondition | undefined {
  // Words of one group are asked for at once.
  const texts = plan.parts.filter(isText);
  const parts = [
    ...(texts.length === 0 ? [] : [{ kind: plan.kind, parts: texts }]),
    ...plan.parts.filter((part) => !isText(part)),
  ].flatMap((part) => compile(part, compiler) ?? []);
  if (parts.length === 0) return undefined;
  return {
    sql: `(${parts.map(({ sql }) => sql).join(plan.kind === 'and' ? ' AND ' : ' OR ')})`,
    values: parts.flatMap(({ values }) => values),
  };
}

/** A span of time without bounds. */
export const everyTime: SqlCondition = { sql: '1', values: [] };

/** Rows of a span of time: by the row id, which is in order of seconds, and by the time itself. */
export function publishedCondition(
  from: number | undefined,
  to: number | undefined,
  row: string,
): SqlCondition {
  const parts: SqlCondition[] = [];
  if (from !== undefined)
    parts.push({ sql: `${row} >= ? AND a.published >= ?`, values: [firstRowOf(from), from] });
  const last = to === undefined ? undefined : Math.ceil(to / 1_000);
  if (to !== undefined && last !== undefined)
    parts.push(
      last >= mostSeconds - 1
        ? { sql: 'a.published < ?', values: [to] }
        : {
            sql: `${row} < ? AND a.published < ?`,
            values: [Math.max(1 - mostSeconds, last) * rowsPerSecond, to],
          },
    );
  return parts.length === 0
    ? everyTime
    : {
        sql: `(${parts.map(({ sql }) => sql).join(' AND ')})`,
        values: parts.flatMap(({ values }) => values),
      };
}

function rangeCondition({ field, from, to }: RangeNode, { now, row }: Compiler): SqlCondition {
  const [low, high] = [
    from === undefined ? undefined : boundAt(from, now),
    to === undefined ? undefined : boundAt(to, now),
  ];
  if (field === 'published') return publishedCondition(low, high, row);
  const bounds = [
    ...(low === undefined ? [] : [{ sql: `f.${field} >= ?`, value: low }]),
    ...(high === undefined ? [] : [{ sql: `f.${field} < ?`, value: high }]),
  ];
  const asked = bounds.length === 0 ? `f.${field} IS NOT NULL` : bounds.map(({ sql }) => sql).join(' AND ');
  return {
    sql: `EXISTS (SELECT 1 FROM article_fact f WHERE f.id = a.id AND ${asked})`,
    values: bounds.map(({ value }) => value),
  };
}

function exactCondition({ field, value }: ExactNode): SqlCondition {
  if (field === 'duplicate') return { sql: `a.duplicate = ${value === 'true' ? 1 : 0}`, values: [] };
  if (field === 'family')
    return {
      sql: 'a.id IN (SELECT id FROM article WHERE name = ? UNION SELECT id FROM article_fact WHERE family = ?)',
      values: [value, value],
    };
  return { sql: 'a.name = ?', values: [value] };
}
