import type { EditHistory } from '../../edit-history.ts';
import { LibraryUnreachable, type Deletion } from '../../library.ts';
import { change, refuseOthers, type BulkAction } from './bulk.ts';
import type { StoredHistory } from './elastic-places.ts';
import type { WriterParts } from './writer-parts.ts';

/** So often an entry is read again that others change at the same time. */
const mostTries = 10;

/**
 * Keeps earlier versions of articles, all of one article in one entry. It is changed as it was read, or read
 * again: several writers take nothing from each other.
 */
export class ElasticEdits {
  readonly #parts: WriterParts;

  constructor(parts: WriterParts) {
    this.#parts = parts;
  }

  /** Answers the histories that became others by `next`. An empty one has no entry. */
  async change(
    ids: readonly string[],
    next: (id: string, history: EditHistory) => EditHistory,
  ): Promise<ReadonlyMap<string, EditHistory>> {
    const { connection, names, places, sender } = this.#parts;
    const changed = new Map<string, EditHistory>();
    let open: readonly string[] = [...new Set(ids)];
    for (let tries = 0; open.length > 0; tries += 1) {
      if (tries === mostTries)
        throw new LibraryUnreachable(
          connection.address,
          `${open.length} edit histories change faster than they can be added to`,
          'newsmill tries again',
        );
      const entries = await places.historiesOf(open);
      const actions: { readonly id: string; readonly history: EditHistory; readonly action: BulkAction }[] =
        [];
      for (const id of open) {
        const entry = entries.get(id);
        const before = entry?.versions ?? [];
        const history = next(id, before);
        if (history === before) continue;
        const body =
          history.length === 0
            ? undefined
            : JSON.stringify({ id, versions: history } satisfies StoredHistory);
        actions.push({ id, history, action: change({ index: names.versions, id }, entry?.at, body) });
      }
      if (actions.length > 0) await places.make([names.versions]);
      const answers = await sender.send(actions.map(({ action }) => action));
      for (const answer of answers) refuseOthers(answer, connection);
      open = actions.flatMap(({ id }, i) => (answers[i]?.status === 409 ? [id] : []));
      for (const [i, { id, history }] of actions.entries())
        if (answers[i]?.status !== 409) changed.set(id, history);
    }
    return changed;
  }

  /** Deletes what is not newer than tombstones. */
  async forget(entries: readonly Pick<Deletion, 'id' | 'version'>[]): Promise<void> {
    const upTo = new Map<string, number>();
    for (const { id, version } of entries) upTo.set(id, Math.max(version, upTo.get(id) ?? 0));
    await this.change([...upTo.keys()], (id, history) => {
      const left = history.filter(({ version }) => version > (upTo.get(id) ?? 0));
      return left.length === history.length ? history : left;
    });
  }
}
