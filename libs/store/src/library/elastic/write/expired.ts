import type { estypes } from '@elastic/elasticsearch';
import type { ElasticConnection } from '../../../elastic/elastic-client.ts';
import { hasStatus } from '../../../elastic/elastic-client.ts';
import type { ElasticNames } from '../../../elastic/elastic-names.ts';
import type { ExpiredArticle, RetentionRule } from '../../retention.ts';
import { listMonths } from '../elastic-templates.ts';

type Query = estypes.QueryDslQueryContainer;

const fields = ['id', 'version', 'url', 'sourceId', 'firstSeen', 'ingest'];

function queryOf({ sourceId, licence, exceptLicences = [], before }: RetentionRule): Query {
  const ofLicence = (value: string): Query => ({ term: { licence: { value, case_insensitive: true } } });
  const filter: Query[] = [{ range: { firstSeen: { lt: new Date(before).toISOString() } } }];
  if (sourceId !== undefined) filter.push({ term: { sourceId: { value: sourceId } } });
  if (licence !== undefined) filter.push(ofLicence(licence));
  return { bool: { filter, must_not: exceptLicences.map(ofLicence) } };
}

/** Articles that have had their time, the oldest first. */
export async function findExpired(
  { client }: ElasticConnection,
  { articles }: ElasticNames,
  rules: readonly RetentionRule[],
  limit: number,
): Promise<ExpiredArticle[]> {
  if (rules.length === 0) return [];
  const { hits } = await client.search<ExpiredArticle>({
    index: articles,
    ignore_unavailable: true,
    allow_partial_search_results: false,
    query: { bool: { should: rules.map(queryOf), minimum_should_match: 1 } },
    sort: [{ firstSeen: { order: 'asc', unmapped_type: 'date' } }],
    size: limit,
    _source: fields,
    track_total_hits: false,
  });
  return hits.hits.flatMap(({ _source }) => (_source === undefined ? [] : [_source]));
}

/**
 * Deletes months that hold nothing any more, but for that of now. Needs the role of the keeper; without it
 * they stay, empty.
 */
export async function dropEmptyMonths(
  { client }: ElasticConnection,
  names: ElasticNames,
  now: number,
): Promise<string[]> {
  const dropped: string[] = [];
  const current = new Date(now).toISOString().slice(0, 7).replace('-', '.');
  for (const index of await listMonths({ client, address: '' }, names)) {
    if ((names.readMonth(index)?.month ?? current) >= current || (await client.count({ index })).count > 0)
      continue;
    try {
      // Whoever writes there now is held back, and writes elsewhere after.
      await client.indices.addBlock({ index, block: 'write' });
      await client.indices.refresh({ index });
      if ((await client.count({ index })).count === 0) {
        await client.indices.delete({ index }, { ignore: [404] });
        dropped.push(index);
      } else await client.indices.putSettings({ index, settings: { index: { blocks: { write: false } } } });
    } catch (error) {
      if (!hasStatus(error, 403)) throw error;
      return dropped;
    }
  }
  return dropped;
}
