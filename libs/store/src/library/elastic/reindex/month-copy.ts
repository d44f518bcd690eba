import type { ElasticConnection } from '../../../elastic/elastic-client.ts';
import type { ElasticNames } from '../../../elastic/elastic-names.ts';
import { ReindexRefused } from '../../reindex.ts';
import { storedJson, writtenDocument, type StoredDocument } from '../document.ts';
import {
  deleteUpTo,
  put,
  refuseOthers,
  type BulkAction,
  type BulkAnswer,
  type BulkSender,
} from '../write/bulk.ts';
import { changedDocuments, doneChanges, settleChanges } from './changes.ts';
import type { Checkpoints } from './reindex-lease.ts';

/**
 * What a copy of a month works with. `keep` is told how far it is, after each page; it throws when the copy
 * must end.
 */
export interface MonthCopyParts {
  readonly connection: ElasticConnection;
  readonly names: ElasticNames;
  readonly sender: BulkSender;
  readonly sources: readonly string[];
  readonly target: string;
  keep(checkpoints: Checkpoints, copied: number): Promise<void>;
}

/** Fewer changes than these in a pass: the rest is copied while nothing is written. */
const fewChanges = 500;
const mostPasses = 8;
const tombstonesKey = 'tombstones';
const mostInOneRead = 1_000;

/**
 * Copies the articles of a month into its next build while others write to it: pass after pass over what
 * changed since, by sequence numbers. Doing any of it again changes nothing, so a copy that died is gone on
 * with from its checkpoints.
 */
export class MonthCopy {
  readonly #parts: MonthCopyParts;
  #checkpoints: Checkpoints;
  #copied = 0;

  constructor(parts: MonthCopyParts, checkpoints: Checkpoints) {
    this.#parts = parts;
    this.#checkpoints = checkpoints;
  }

  /** Until little is left to copy. */
  async approach(): Promise<void> {
    const { connection, names } = this.#parts;
    if (this.#checkpoints[tombstonesKey] === undefined) {
      const done = await doneChanges(connection, names.tombstones);
      this.#checkpoints = { ...this.#checkpoints, [tombstonesKey]: done.get('0') ?? -1 };
    }
    for (let pass = 0; pass < mostPasses; pass += 1) if ((await this.#pass()) < fewChanges) return;
  }

  /** The rest, while the sources are read-only; both hold the same afterwards. */
  async finish(): Promise<number> {
    const { connection, sources, target } = this.#parts;
    const { client } = connection;
    for (const source of sources) await settleChanges(connection, source);
    await this.#pass();
    await client.indices.refresh({ index: target });
    const [before, after] = [await this.#count(sources), await this.#count([target])];
    if (before === after) return after;
    // An id in two sources, or a deletion without a tombstone: which ones is found out one by one.
    await this.#level();
    await client.indices.refresh({ index: target });
    return this.#count([target]);
  }

  async #count(indices: readonly string[]): Promise<number> {
    return (await this.#parts.connection.client.count({ index: [...indices] })).count;
  }

  /** Everything that changed since the last pass; answers how much that was. */
  async #pass(): Promise<number> {
    let changes = 0;
    for (const source of this.#parts.sources)
      changes += await this.#eachChange<StoredDocument>(source, true, (documents) => this.#copy(documents));
    return (
      changes +
      (await this.#eachChange<{ readonly id: string; readonly version: number }>(
        this.#parts.names.tombstones,
        true,
        (entries) => this.#dropGone(entries.map(({ source }) => source)),
      ))
    );
  }

  async #eachChange<T>(
    index: string,
    source: boolean,
    use: (
      documents: readonly { readonly id: string; readonly version: number; readonly source: T }[],
    ) => Promise<void>,
  ): Promise<number> {
    const { connection, names } = this.#parts;
    const done = await doneChanges(connection, index);
    await connection.client.indices.refresh({ index });
    let changes = 0;
    for (const [shard, upTo] of done) {
      const key = index === names.tombstones ? tombstonesKey : `${index}/${shard}`;
      for await (const { documents, last } of changedDocuments<T>(connection, {
        index,
        shard,
        after: this.#checkpoints[key] ?? -1,
        upTo,
        source,
      })) {
        await use(documents);
        changes += documents.length;
        this.#checkpoints = { ...this.#checkpoints, [key]: last };
        await this.#parts.keep(this.#checkpoints, this.#copied);
      }
    }
    return changes;
  }

  async #copy(
    documents: readonly { readonly id: string; readonly version: number; readonly source: StoredDocument }[],
  ): Promise<void> {
    const { target } = this.#parts;
    await this.#send(
      documents.map(({ id, version, source }) =>
        put({ index: target, id }, { version, type: 'external_gte' }, rebuilt(source)),
      ),
    );
    this.#copied += documents.length;
  }

  /** Takes out of the target what no source has any more. */
  async #dropGone(entries: readonly { readonly id: string; readonly version: number }[]): Promise<void> {
    const { target } = this.#parts;
    const here = await this.#present(
      entries.map(({ id }) => id),
      this.#parts.sources,
    );
    await this.#send(
      entries.flatMap(({ id, version }) =>
        here.has(id) ? [] : [deleteUpTo({ index: target, id }, version)],
      ),
    );
  }

  async #send(actions: readonly BulkAction[]): Promise<void> {
    if (actions.length === 0) return;
    const { connection, sender, target } = this.#parts;
    for (const [i, answer] of (await sender.send(actions)).entries()) {
      if (isRefused(answer))
        throw new ReindexRefused(
          String(/"_id":("(?:[^"\\]|\\.)*")/.exec(actions[i]?.header ?? '')?.[1]),
          target,
          `${answer.problem?.type ?? ''}: ${answer.problem?.reason ?? ''}`,
        );
      refuseOthers(answer, connection);
    }
  }

  /** Which of the ids are in one of the indices at this moment. */
  async #present(ids: readonly string[], indices: readonly string[]): Promise<ReadonlySet<string>> {
    const asked = ids.flatMap((_id) => indices.map((_index) => ({ _index, _id, _source: false as const })));
    const found = new Set<string>();
    for (let from = 0; from < asked.length; from += mostInOneRead) {
      const { docs } = await this.#parts.connection.client.mget({
        docs: asked.slice(from, from + mostInOneRead),
      });
      for (const doc of docs) if ('found' in doc && doc.found) found.add(doc._id);
    }
    return found;
  }

  /** Compares sources and target id by id. */
  async #level(): Promise<void> {
    const { connection, sources, target } = this.#parts;
    for (const [shard, upTo] of await doneChanges(connection, target)) {
      for await (const { documents } of changedDocuments(connection, {
        index: target,
        shard,
        after: -1,
        upTo,
        source: false,
      })) {
        await this.#dropGone(documents);
        await this.#parts.keep(this.#checkpoints, this.#copied);
      }
    }
    for (const index of sources) {
      for (const [shard, upTo] of await doneChanges(connection, index)) {
        for await (const { documents } of changedDocuments<StoredDocument>(connection, {
          index,
          shard,
          after: -1,
          upTo,
          source: true,
        })) {
          const there = await this.#present(
            documents.map(({ id }) => id),
            [target],
          );
          await this.#copy(documents.filter(({ id }) => !there.has(id)));
          await this.#parts.keep(this.#checkpoints, this.#copied);
        }
      }
    }
  }
}

function isRefused({ status }: BulkAnswer): boolean {
  return status === 400 || status === 413;
}

/** The document for the mapping and the analysis of now. */
function rebuilt(stored: StoredDocument): string {
  const { linked, told = [], edits, was: gone = '', duplicateOf, similarity, indexed = '', entered } = stored;
  const link =
    linked === undefined || duplicateOf === undefined
      ? undefined
      : { id: stored.id, duplicateOf, since: 0, similarity: similarity ?? 0 };
  // The time it was taken in stays: readers of changes notice nothing.
  return storedJson(writtenDocument(stored), {
    link,
    told,
    edited: { edits, gone },
    indexed: Date.parse(indexed) || 0,
    entered,
  });
}
