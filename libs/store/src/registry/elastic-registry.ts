import type { estypes } from '@elastic/elasticsearch';
import {
  connectElastic,
  elasticProblem,
  hasStatus,
  type ElasticConnection,
  type ElasticOptions,
} from '../elastic/elastic-client.ts';
import { elasticNames } from '../elastic/elastic-names.ts';
import { makeIndex } from '../library/elastic/elastic-templates.ts';
import {
  checkRecordName,
  isLiving,
  recordText,
  RegistryConflict,
  type PutOptions,
  type Registry,
  type RegistryRecord,
} from './registry.ts';

interface StoredRecord {
  readonly kind: string;
  readonly id: string;
  /** JSON: the shapes of all kinds in one mapping would not go together. */
  readonly value: string;
  readonly expiresAt?: number;
}

const mappings: estypes.MappingTypeMapping = {
  dynamic: 'strict',
  properties: {
    kind: { type: 'keyword' },
    id: { type: 'keyword' },
    value: { type: 'keyword', index: false, doc_values: false },
    expiresAt: { type: 'date', format: 'epoch_millis' },
  },
};
const pageOfExport = 500;
const priority = 500;
/** A conflict with somebody who writes the same record without a condition is tried again. */
const mostTries = 20;

/** The distributed registry as the door opens it, when it is loaded. */
export function openElasticRegistry(options: ElasticOptions & { readonly now?: () => number }): Registry {
  return new ElasticRegistry(options);
}

function nameOf(kind: string, id: string): string {
  return `${kind}:${id}`;
}

function revisionOf(found: { readonly _seq_no?: number; readonly _primary_term?: number }): string {
  return `${found._seq_no}.${found._primary_term}`;
}

/** The condition that Elasticsearch checks for a revision (optimistic concurrency control). */
function conditionOf(
  revision: string,
): { readonly if_seq_no: number; readonly if_primary_term: number } | undefined {
  const [, sequence, term] = /^(\d{1,15})\.(\d{1,15})$/.exec(revision) ?? [];
  return sequence === undefined || term === undefined
    ? undefined
    : { if_seq_no: Number(sequence), if_primary_term: Number(term) };
}

function recordOf({ id, value, expiresAt }: StoredRecord, revision: string): RegistryRecord {
  const read: unknown = JSON.parse(value);
  return { id, value: read, revision, ...(expiresAt === undefined ? {} : { expiresAt }) };
}

class ElasticRegistry implements Registry {
  readonly #connection: ElasticConnection;
  readonly #options: ElasticOptions;
  readonly #index: string;
  readonly #now: () => number;
  #prepared: Promise<void> | undefined;
  #isClosed = false;

  constructor({ now = Date.now, ...options }: ElasticOptions & { readonly now?: () => number }) {
    this.#connection = connectElastic(options);
    this.#options = options;
    this.#index = elasticNames(options.namespace ?? 'newsmill').registry;
    this.#now = now;
  }

  async get(kind: string, id: string): Promise<RegistryRecord | undefined> {
    checkRecordName(kind, id);
    return this.#ask(async () => {
      const record = await this.#read(kind, id);
      return record !== undefined && isLiving(record, this.#now()) ? record : undefined;
    });
  }

  async put(
    kind: string,
    id: string,
    value: unknown,
    { ifRevision, expiresAt }: PutOptions = {},
  ): Promise<string> {
    const document: StoredRecord = { kind, id, value: recordText(kind, id, value), expiresAt };
    return this.#ask(async () => {
      if (ifRevision === undefined)
        return revisionOf(
          await this.#connection.client.index({ index: this.#index, id: nameOf(kind, id), document }),
        );
      const there = await this.#read(kind, id);
      const living = there !== undefined && isLiving(there, this.#now()) ? there : undefined;
      if ((living?.revision ?? null) !== ifRevision) throw new RegistryConflict(kind, id);
      return this.#unlessChanged(kind, id, async () => {
        const condition = there === undefined ? { op_type: 'create' as const } : conditionOf(there.revision);
        return revisionOf(
          await this.#connection.client.index({
            index: this.#index,
            id: nameOf(kind, id),
            document,
            ...condition,
          }),
        );
      });
    });
  }

  async remove(
    kind: string,
    id: string,
    { ifRevision }: { readonly ifRevision?: string } = {},
  ): Promise<boolean> {
    checkRecordName(kind, id);
    return this.#ask(async () => {
      for (let tries = 1; ; tries += 1) {
        const there = await this.#read(kind, id);
        const isThere = there !== undefined && isLiving(there, this.#now());
        if (ifRevision !== undefined && (!isThere || there.revision !== ifRevision))
          throw new RegistryConflict(kind, id);
        if (!isThere) return false;
        try {
          await this.#connection.client.delete({
            index: this.#index,
            id: nameOf(kind, id),
            ...conditionOf(there.revision),
          });
          return true;
        } catch (error) {
          if (hasStatus(error, 409) && ifRevision !== undefined)
            throw new RegistryConflict(kind, id, { cause: error });
          if (!hasStatus(error, 409) && !hasStatus(error, 404)) throw error;
          if (tries === mostTries) throw error;
        }
      }
    });
  }

  async list(
    kind: string,
    { after, limit }: { readonly after?: string; readonly limit: number },
  ): Promise<{ readonly items: readonly RegistryRecord[]; readonly next?: string }> {
    checkRecordName(kind);
    return this.#ask(async () => {
      const { client } = this.#connection;
      await client.indices.refresh({ index: this.#index });
      const { hits } = await client.search<StoredRecord>({
        index: this.#index,
        allow_partial_search_results: false,
        track_total_hits: false,
        seq_no_primary_term: true,
        size: limit + 1,
        query: { bool: { filter: [{ term: { kind } }], must_not: [this.#expired(this.#now())] } },
        sort: [{ id: 'asc' }],
        search_after: after === undefined ? undefined : [after],
      });
      const found = hits.hits.flatMap(({ _source, ...hit }) =>
        _source === undefined ? [] : [recordOf(_source, revisionOf(hit))],
      );
      const items = found.slice(0, limit);
      const next = items.at(-1)?.id;
      return found.length > limit && next !== undefined ? { items, next } : { items };
    });
  }

  async prune(now: number): Promise<number> {
    return this.#ask(async () => {
      const { client } = this.#connection;
      await client.indices.refresh({ index: this.#index });
      const { hits } = await client.search({
        index: this.#index,
        query: this.#expired(now),
        size: pageOfExport,
        _source: false,
        seq_no_primary_term: true,
        track_total_hits: false,
      });
      if (hits.hits.length === 0) return 0;
      // One that was renewed meanwhile has another revision and stays.
      const operations = hits.hits.map(({ _id, _seq_no, _primary_term }) => ({
        delete: { _id, if_seq_no: _seq_no, if_primary_term: _primary_term },
      }));
      const { items } = await client.bulk({ index: this.#index, operations });
      return items.filter((item) => item.delete?.status === 200).length;
    });
  }

  async *exportRecords(): AsyncGenerator<RegistryRecord & { readonly kind: string }> {
    let after: estypes.SortResults | undefined;
    await this.#ask(() => this.#connection.client.indices.refresh({ index: this.#index }));
    do {
      const { hits } = await this.#ask(() =>
        this.#connection.client.search<StoredRecord>({
          index: this.#index,
          allow_partial_search_results: false,
          track_total_hits: false,
          seq_no_primary_term: true,
          size: pageOfExport,
          query: { bool: { must_not: [this.#expired(this.#now())] } },
          sort: [{ kind: 'asc' }, { id: 'asc' }],
          search_after: after,
        }),
      );
      for (const { _source, ...hit } of hits.hits)
        if (_source !== undefined) yield { kind: _source.kind, ...recordOf(_source, revisionOf(hit)) };
      after = hits.hits.length < pageOfExport ? undefined : hits.hits.at(-1)?.sort;
    } while (after !== undefined);
  }

  async prepare(): Promise<void> {
    await this.#ask(async () => {
      // Not what is remembered: the server may have been emptied since.
      await this.#prepareNow();
    });
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#connection.client.close();
  }

  #expired(now: number): estypes.QueryDslQueryContainer {
    return { range: { expiresAt: { lte: now } } };
  }

  /** As it is stored, expired or not; a read by id sees every acknowledged write. */
  async #read(kind: string, id: string): Promise<RegistryRecord | undefined> {
    const found = await this.#connection.client.get<StoredRecord>(
      { index: this.#index, id: nameOf(kind, id) },
      { ignore: [404] },
    );
    return found.found && found._source !== undefined
      ? recordOf(found._source, revisionOf(found))
      : undefined;
  }

  async #unlessChanged<T>(kind: string, id: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw hasStatus(error, 409) ? new RegistryConflict(kind, id, { cause: error }) : error;
    }
  }

  async #prepareNow(): Promise<void> {
    const { client } = this.#connection;
    if (await client.indices.exists({ index: this.#index })) return;
    // The template too: an index that is made by a write alone would take any field.
    const index = { number_of_shards: 1, number_of_replicas: this.#options.replicas ?? 0 };
    await client.indices.putIndexTemplate({
      name: this.#index,
      index_patterns: [this.#index],
      template: { settings: { index }, mappings },
      priority,
      _meta: { owner: 'newsmill' },
    });
    await makeIndex(this.#connection, this.#index);
  }

  async #ask<T>(work: () => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new Error('the registry is closed');
    try {
      this.#prepared ??= this.#prepareNow();
      await this.#prepared.catch((error: unknown) => {
        this.#prepared = undefined;
        throw error;
      });
      return await work();
    } catch (error) {
      throw elasticProblem(error, this.#connection);
    }
  }
}
