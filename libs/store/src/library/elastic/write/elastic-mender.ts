import { LibraryUnreachable } from '../../library.ts';
import { withOriginal } from '../../living-original.ts';
import { hasEdits, hasLink, hasTellers, storedJson, writtenDocument } from '../document.ts';
import { deleteUpTo, put, refuseOthers, type BulkAction } from './bulk.ts';
import type { Families, FoundArticle, Place } from './elastic-places.ts';
import { isHeld, waitForReindex } from './reindex-hold.ts';
import type { WriterParts } from './writer-parts.ts';

const mostRounds = 20;
/**
 * A write that took longer, milliseconds, is stamped again: readers of changes may have gone past its time
 * already (change-log.ts).
 */
export const lateMs = 5_000;
/**
 * So often at most: where even that is late, the cluster is past its strength, and the writes matter more.
 */
export const mostStamps = 3;

/** Brings articles in line with their links, tellings, earlier versions and tombstones. */
export class ElasticMender {
  readonly #parts: WriterParts;

  constructor(parts: WriterParts) {
    this.#parts = parts;
  }

  /** These articles, wherever they lie. */
  async mendArticles(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.mend(await this.#parts.places.placesOf([...new Set(ids)]));
  }

  /** The articles at these places, until nothing is left to do. `isLate`: also those stamped long ago. */
  async mend(places: readonly Place[], isLate = false): Promise<void> {
    let open = [...places];
    let waits = 0;
    for (let round = 0; open.length > 0; round += 1) {
      if (round === mostRounds)
        throw new LibraryUnreachable(
          this.#parts.connection.address,
          `${open.length} articles change faster than they can be linked`,
          'newsmill tries again',
        );
      const articles = await this.#parts.places.read(open);
      const families = await this.#parts.places.familiesOf(
        articles.map(({ id }) => id),
        articles.flatMap(({ document }) => writtenDocument(document).duplicateOf ?? []),
      );
      const now = Date.now();
      const mending = articles.flatMap(
        (article) =>
          mendingOf(article, families, {
            indexed: now,
            over: (isLate || round > 0) && round < mostStamps ? now - lateMs : undefined,
          }) ?? [],
      );
      const held = (
        await this.send(
          mending.map(({ action }) => action),
          'held-is-fine',
        )
      ).map((i) => mending[i]?.place.id ?? '');
      open = mending.map(({ place }) => place);
      if (held.length === 0) continue;
      await waitForReindex(this.#parts.connection, (waits += 1));
      round -= 1;
      open.push(...(await this.#parts.places.placesOf(held)));
    }
  }

  /**
   * Conflicts are fine: the server holds what is newer. Answers the places of actions that a reindex holds
   * back.
   */
  async send(actions: readonly BulkAction[], onHeld?: 'held-is-fine'): Promise<number[]> {
    if (actions.length === 0) return [];
    const answers = await this.#parts.sender.send(actions);
    const held = onHeld === undefined ? [] : answers.flatMap((answer, i) => (isHeld(answer) ? [i] : []));
    for (const [i, answer] of answers.entries())
      if (!held.includes(i)) refuseOthers(answer, this.#parts.connection);
    return held;
  }
}

/**
 * When an article is stamped that is written again. `over`: also what was stamped before this time. Epoch
 * milliseconds.
 */
interface Stamping {
  readonly indexed: number;
  readonly over?: number;
}

/** What must be done so that the article agrees with what is kept beside it; undefined when it does. */
function mendingOf(
  { id, index, version, document }: FoundArticle,
  families: Families,
  { indexed, over }: Stamping,
): { readonly place: Place; readonly action: BulkAction } | undefined {
  const place = { id, index };
  const buried = families.marks(id)?.buried;
  const link = families.linkOf(id);
  // Not up to the tombstone's version: the server would refuse what is lifted or replayed soon after.
  if (buried !== undefined && buried >= version) return { place, action: deleteUpTo(place, version) };
  const isLate = over !== undefined && Date.parse(document.indexed ?? '') < over;
  const given = writtenDocument(document);
  const written =
    given.duplicateOf === undefined ? given : withOriginal(given, families.headOf(id, given.duplicateOf));
  const told = families.tellersOf(document);
  const edited = families.editedOf({ id, version });
  const agrees =
    hasTellers(document, told) &&
    hasEdits(document, edited) &&
    (link === undefined ? document.linked === undefined && written === given : hasLink(document, link));
  if (agrees && !isLate) return undefined;
  const json = storedJson(written, { link, told, edited, indexed, entered: document.entered });
  return { place, action: put(place, { version, type: 'external_gte' }, json) };
}
