import type { Trend, TrendField, TrendsRequest } from '@newsmill/contracts';

/**
 * JLH, as Elasticsearch has it for significant terms: the difference of the shares times their ratio; 0 where
 * the share did not grow.
 */
function trendScore(count: number, total: number, background: number, backgroundTotal: number): number {
  if (total === 0 || background === 0 || backgroundTotal === 0) return 0;
  const [now, before] = [count / total, background / backgroundTotal];
  return now <= before ? 0 : (now - before) * (now / before);
}

/**
 * The trends of one field, greatest score first. `counts`: articles of the window and of the background by
 * value.
 */
export function rankTrends(
  field: TrendField,
  counts: ReadonlyMap<string, { readonly count: number; readonly background: number }>,
  totals: { readonly total: number; readonly backgroundTotal: number },
  { least }: Pick<TrendsRequest, 'least'>,
): Trend[] {
  return [...counts]
    .flatMap(([value, { count, background }]) => {
      const score = count < least ? 0 : trendScore(count, totals.total, background, totals.backgroundTotal);
      return score > 0 ? [{ field, value, count, background, score }] : [];
    })
    .sort(byScore);
}

/** Greatest score first; of equal ones the more frequent, then by name. */
function byScore(a: Trend, b: Trend): number {
  return b.score - a.score || b.count - a.count || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);
}

const named: ReadonlySet<TrendField> = new Set(['person', 'organisation', 'place']);

/**
 * The trends of all fields, greatest score first, each field at most `limit`. One thing has one line: a phrase
 * that is also the name of somebody or of a place is left to that, and makes room for the next.
 */
export function joinTrends(fields: readonly (readonly Trend[])[], limit: number): Trend[] {
  const names = new Set(
    fields
      .flatMap((trends) => trends.slice(0, limit))
      .flatMap(({ field, value }) => (named.has(field) ? [value.toLowerCase()] : [])),
  );
  return fields
    .flatMap((trends) =>
      trends
        .filter(({ field, value }) => field !== 'keyPhrase' || !names.has(value.toLowerCase()))
        .slice(0, limit),
    )
    .sort(byScore);
}
