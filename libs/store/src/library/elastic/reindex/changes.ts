import { setTimeout as sleep } from 'node:timers/promises';
import type { ElasticConnection } from '../../../elastic/elastic-client.ts';

/** A document of an index as its last change left it. */
export interface ChangedDocument<T> {
  readonly id: string;
  readonly version: number;
  readonly source: T;
}

const pageSize = 500;
const settleStepMs = 20;

/** Sequence number up to which all changes of each shard are done and can be read after a refresh. */
export async function doneChanges(
  { client }: ElasticConnection,
  index: string,
): Promise<ReadonlyMap<string, number>> {
  const { indices } = await client.indices.stats({ index, metric: ['docs'], level: 'shards' });
  const shards = indices?.[index]?.shards ?? {};
  return new Map(
    Object.entries(shards).map(([shard, copies]) => {
      const primary = copies.find(({ routing }) => routing?.primary === true);
      return [shard, primary?.seq_no?.global_checkpoint ?? -1];
    }),
  );
}

/** Waits until no change of the index is under way on any copy: it is read-only. */
export async function settleChanges({ client }: ElasticConnection, index: string): Promise<void> {
  for (;;) {
    const { indices } = await client.indices.stats({ index, metric: ['docs'], level: 'shards' });
    const copies = Object.values(indices?.[index]?.shards ?? {}).flat();
    if (
      copies.every(
        ({ routing, seq_no: numbers }) =>
          routing?.primary !== true ||
          numbers === undefined ||
          numbers.global_checkpoint >= numbers.max_seq_no,
      )
    )
      return;
    await sleep(settleStepMs);
  }
}

/** Changed documents in the order of their last change; `last`: the sequence number to go on after. */
export interface ChangedPage<T> {
  readonly documents: readonly ChangedDocument<T>[];
  readonly last: number;
}

/**
 * Documents of one shard whose last change lies in (after, upTo]. What changes meanwhile comes after `upTo`.
 * The index must have been refreshed since `upTo` was read. `source: false`: ids and versions alone.
 */
export async function* changedDocuments<T>(
  { client }: ElasticConnection,
  request: {
    readonly index: string;
    readonly shard: string;
    readonly after: number;
    readonly upTo: number;
    readonly source: boolean;
  },
): AsyncGenerator<ChangedPage<T>> {
  let { after } = request;
  while (after < request.upTo) {
    const page = await client.search<T>({
      index: request.index,
      preference: `_shards:${request.shard}`,
      query: { range: { _seq_no: { gt: after, lte: request.upTo } } },
      sort: [{ _seq_no: { order: 'asc' } }],
      size: pageSize,
      version: true,
      _source: request.source,
      track_total_hits: false,
      allow_partial_search_results: false,
    });
    const { hits } = page.hits;
    after = hits.length < pageSize ? request.upTo : Number(hits.at(-1)?.sort?.[0] ?? request.upTo);
    const documents = hits.flatMap(({ _id: id, _version: version = 0, _source }) =>
      // asked for without its source, a document has none, and no one looks
      id === undefined ? [] : [{ id, version, source: _source as T }],
    );
    yield { documents, last: after };
  }
}
