import { errors } from '@elastic/elasticsearch';
import { hasStatus, type ElasticConnection } from '../../elastic/elastic-client.ts';
import type { ElasticNames } from '../../elastic/elastic-names.ts';
import { leaseId } from './reindex/reindex-lease.ts';

/**
 * Puts months that stand beside the alias back behind it, and answers which: somebody deleted the alias, or restored
 * indices without it, and no search finds their articles. Where a reindex is at work, or was ended before its end,
 * months stand beside the alias on purpose: nothing is changed then. The months are listed first: what a reindex
 * begins to build afterwards is not among them.
 */
export async function restoreAlias(
  { client }: ElasticConnection,
  names: ElasticNames,
): Promise<readonly string[]> {
  const found = await client.indices.get({
    index: names.months,
    allow_no_indices: true,
    features: ['aliases'],
  });
  const months = Object.entries(found).flatMap(([index, { aliases = {} }]) => {
    const month = names.readMonth(index);
    return month === undefined ? [] : [{ ...month, isBehind: names.articles in aliases }];
  });
  const lost = months.filter(
    ({ isBehind, month, build }) =>
      !isBehind && !months.some((other) => other.month === month && other.build > build),
  );
  if (lost.length === 0) return [];
  const lease = await client.get({ index: names.reindex, id: leaseId, _source: false }, { ignore: [404] });
  if (lease.found) return [];
  try {
    await client.indices.updateAliases({
      actions: lost.map(({ index }) => ({ add: { index, alias: names.articles } })),
    });
  } catch (error) {
    // A month was deleted meanwhile: the others are put back when they are listed next.
    if (error instanceof errors.ResponseError && hasStatus(error, 404)) return [];
    throw error;
  }
  return lost.map(({ index }) => index);
}
