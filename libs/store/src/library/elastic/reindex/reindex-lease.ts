import { errors, type estypes } from '@elastic/elasticsearch';
import { hasStatus, type ElasticConnection } from '../../../elastic/elastic-client.ts';
import type { ElasticNames } from '../../../elastic/elastic-names.ts';
import { ReindexRunning } from '../../reindex.ts';

/** How far a month has been copied: the sequence number of the last change seen, by source and shard. */
export type Checkpoints = Readonly<Record<string, number>>;

/** What a reindex knows; in Elasticsearch, so that another process can go on with it. */
export interface ReindexState {
  readonly build: number;
  readonly checkpoints: Readonly<Record<string, Checkpoints>>;
}

interface Stored extends ReindexState {
  readonly owner: string;
  readonly until: number;
}

/** The document that a reindex has while it is at work, and when it was ended before its end. */
export const leaseId = 'lease';
const id = leaseId;
const mappings: estypes.MappingTypeMapping = { dynamic: false, properties: {} };

/**
 * One reindex at a time: a document that only its owner may change, by compare-and-swap; free again when it
 * was not renewed for `leaseMs`.
 */
export class ReindexLease {
  readonly #connection: ElasticConnection;
  readonly #index: string;
  readonly #owner: string;
  readonly #leaseMs: number;
  #place: { readonly seq: number; readonly term: number } | undefined;
  #renewedAt = 0;

  constructor(connection: ElasticConnection, names: ElasticNames, owner: string, leaseMs: number) {
    this.#connection = connection;
    this.#index = names.reindex;
    this.#owner = owner;
    this.#leaseMs = leaseMs;
  }

  /** Takes the lease; answers what an ended reindex left. Throws ReindexRunning. */
  async take(): Promise<ReindexState | undefined> {
    const { client } = this.#connection;
    await client.indices.create(
      {
        index: this.#index,
        mappings,
        settings: { index: { number_of_shards: 1, auto_expand_replicas: '0-1' } },
        wait_for_active_shards: 1,
      },
      { ignore: [400] },
    );
    const found = await client.get<Stored>({ index: this.#index, id }, { ignore: [404] });
    const left = found.found ? found._source : undefined;
    if (left !== undefined && left.until > Date.now()) throw new ReindexRunning(left.owner);
    this.#place =
      found.found && found._seq_no !== undefined && found._primary_term !== undefined
        ? { seq: found._seq_no, term: found._primary_term }
        : undefined;
    await this.#put({ build: left?.build ?? 0, checkpoints: left?.checkpoints ?? {} });
    return left === undefined || left.build === 0
      ? undefined
      : { build: left.build, checkpoints: left.checkpoints };
  }

  /** Keeps what is known, and the lease. Throws ReindexRunning when another took it over. */
  async keep(state: ReindexState, when: 'now' | 'in-time' = 'now'): Promise<void> {
    if (when === 'in-time' && Date.now() - this.#renewedAt < this.#leaseMs / 6) return;
    await this.#put(state);
  }

  async #put(state: ReindexState): Promise<void> {
    const until = Date.now() + this.#leaseMs;
    const document: Stored = { ...state, owner: this.#owner, until };
    const condition =
      this.#place === undefined
        ? { op_type: 'create' as const }
        : { if_seq_no: this.#place.seq, if_primary_term: this.#place.term };
    try {
      const written = await this.#connection.client.index({ index: this.#index, id, document, ...condition });
      this.#place = { seq: written._seq_no ?? 0, term: written._primary_term ?? 0 };
      this.#renewedAt = Date.now();
    } catch (error) {
      if (hasStatus(error, 409)) throw new ReindexRunning('it took over');
      throw error;
    }
  }

  /** Free for others; `isDone`: nothing is left to go on with. */
  async release(isDone: boolean, state: ReindexState): Promise<void> {
    try {
      if (this.#place === undefined) return;
      if (isDone)
        await this.#connection.client.delete(
          { index: this.#index, id, if_seq_no: this.#place.seq, if_primary_term: this.#place.term },
          { ignore: [404, 409] },
        );
      else
        await this.#connection.client.index(
          {
            index: this.#index,
            id,
            document: { ...state, owner: this.#owner, until: 0 },
            if_seq_no: this.#place.seq,
            if_primary_term: this.#place.term,
          },
          { ignore: [409] },
        );
    } catch (error) {
      // The lease ends by itself.
      if (!(error instanceof errors.ElasticsearchClientError)) throw error;
    }
  }
}
