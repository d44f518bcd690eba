import { setTimeout as sleep } from 'node:timers/promises';
import type { ArticleDocument } from '@newsmill/contracts';
import { compareVersions } from './compare-versions.ts';
import { documentProblem } from './document-problem.ts';
import {
  deleteUpTo,
  put,
  refuseOthers,
  type BulkAction,
  type BulkAnswer,
  type BulkSender,
} from './elastic-bulk.ts';
import type { ElasticConnection } from './elastic-client.ts';
import { hasLink, storedJson, writtenDocument } from './elastic-document.ts';
import type { ElasticNames } from './elastic-names.ts';
import type { ElasticPlaces, FoundArticle, Marks, Place } from './elastic-places.ts';
import {
  everyVersion,
  LibraryUnreachable,
  type ArticleLink,
  type Removal,
  type WriteResult,
} from './library.ts';
import { livingOriginal, withOriginal } from './living-original.ts';

/**
 * Versions of links fall as `since` rises: of several links the server itself keeps that with the smallest. The last eleven bits fall as
 * the id of the original rises (ids are hexadecimal hashes), so that of equally old ones all processes keep the same.
 */
export function linkVersion({ since, duplicateOf }: ArticleLink): number {
  const rank = Number.parseInt(duplicateOf.slice(0, 3), 16) >> 1;
  return (
    (2 ** 42 - 1 - Math.min(Math.max(Math.trunc(since), 0), 2 ** 42 - 1)) * 2 ** 11 +
    (2 ** 11 - 1 - (rank & 0x7ff))
  );
}
/** `since` of the link that names who takes the place of an article that was taken down: before all others. */
export const heirSince = 0;
/** `_id` of Elasticsearch is bounded, and one that is longer fails its whole request. */
const longestId = 512;
const mostRounds = 20;
const heldStepMs = 50;
const longestHeldMs = 20_000;
/** A write that took longer, milliseconds, is stamped anew: readers of changes may have gone past its time already (elastic-change-log.ts). */
export const lateMs = 5_000;
/** So often at most: where even that is late, the cluster is past its strength, and the writes matter more. */
const mostStamps = 3;

/** Kinds of a refused document that speak of the cluster and not of the document. */
const clusterProblems = new Set([
  'validation_exception',
  'index_closed_exception',
  'cluster_block_exception',
]);

export interface WriterParts {
  readonly connection: ElasticConnection;
  readonly names: ElasticNames;
  readonly places: ElasticPlaces;
  readonly sender: BulkSender;
}

/**
 * Writes articles, links and tombstones from any number of processes.
 *
 * Links and tombstones are entries of their own, and every article says what its link says. Whoever writes an article reads its link
 * and tombstone after, and mends the article when they say something else; whoever writes a link or tombstone looks for the article
 * after, and mends it. So the later of two sees the other, in any order, and doing it all again changes nothing. Who dies in between
 * is given the same work again.
 */
export class ElasticWriter {
  readonly #parts: WriterParts;

  constructor(parts: WriterParts) {
    this.#parts = parts;
  }

  /** Answers in the order of `documents`. Of several versions of one article the newest that can be written is. */
  write(documents: readonly ArticleDocument[]): Promise<WriteResult[]> {
    return this.#writeInRounds(documents, false);
  }

  /** The same over documents of the same version alone. */
  amend(documents: readonly ArticleDocument[]): Promise<WriteResult[]> {
    return this.#writeInRounds(documents, true);
  }

  async #writeInRounds(documents: readonly ArticleDocument[], isAmend: boolean): Promise<WriteResult[]> {
    const results: (WriteResult | undefined)[] = documents.map((document) => {
      const detail = documentProblem(document) ?? idProblem(document.id);
      return detail === undefined ? undefined : { kind: 'rejected', detail };
    });
    for (;;) {
      const round = newestOfEach(documents, results);
      if (round.length === 0) return results.flatMap((result) => result ?? []);
      const answers = await this.#writeDistinct(
        round.map(({ document }) => document),
        isAmend,
      );
      for (const [place, { document, at, older }] of round.entries()) {
        const answer = answers[place];
        results[at] = answer;
        if (answer?.kind === 'rejected') continue;
        for (const i of older)
          results[i] =
            isAmend || answer?.kind === 'stale'
              ? { kind: 'stale' }
              : compareVersions(documents[i] ?? document, document);
      }
    }
  }

  /** What a reindex holds back is written as soon as it lets go. */
  async #writeDistinct(documents: readonly ArticleDocument[], isAmend: boolean): Promise<WriteResult[]> {
    const results = new Map<string, WriteResult>();
    for (let waits = 0; ; waits += 1) {
      const open = documents.filter(({ id }) => !results.has(id));
      if (open.length === 0) return documents.flatMap(({ id }) => results.get(id) ?? []);
      if (waits > 0) await this.#waitForReindex(waits);
      for (const [id, result] of await this.#writeOnce(open, isAmend)) results.set(id, result);
    }
  }

  /** Results by id; those that a reindex holds back have none. */
  async #writeOnce(
    given: readonly ArticleDocument[],
    isAmend: boolean,
  ): Promise<ReadonlyMap<string, WriteResult>> {
    const { places, sender } = this.#parts;
    const ids = given.map(({ id }) => id);
    const [before, homes] = await Promise.all([
      places.marksOf([...new Set([...ids, ...given.flatMap(({ duplicateOf }) => duplicateOf ?? [])])]),
      places.homesOf(ids),
    ]);
    const documents = given.map((document) =>
      document.duplicateOf === undefined
        ? document
        : withOriginal(
            document,
            livingOriginal(document.id, document.duplicateOf, before.get(document.duplicateOf)),
          ),
    );
    const indexOf = ({ id, firstSeen }: ArticleDocument): string =>
      homes.get(id)?.[0]?.index ?? places.indexFor(firstSeen);
    // Searches know the version of before the last refresh.
    const stored = new Map(
      isAmend
        ? (await places.read(ids.flatMap((id) => homes.get(id)?.[0] ?? []))).map(({ id, version }) => [
            id,
            version,
          ])
        : [],
    );
    const isThere = ({ id, version }: ArticleDocument): boolean => stored.get(id) === version;
    const live = documents.filter(
      (document) =>
        (before.get(document.id)?.buried ?? -1) < document.version && (!isAmend || isThere(document)),
    );
    await places.make(live.map(indexOf));
    const stamped = Date.now();
    const answers = await sender.send(
      live.map((document) =>
        putArticle(indexOf(document), document, {
          link: before.get(document.id)?.link,
          indexed: stamped,
          isAmend,
        }),
      ),
    );
    for (const [i, document] of live.entries()) if (isIndexGone(answers[i])) places.forget(indexOf(document));
    const held = new Set(live.flatMap(({ id }, i) => (isHeld(answers[i]) ? [id] : [])));
    const results = new Map<string, WriteResult>(
      documents.flatMap(({ id }) =>
        held.has(id)
          ? []
          : [[id, { kind: before.get(id)?.buried === everyVersion && !isAmend ? 'taken-down' : 'stale' }]],
      ),
    );
    const sent = live.flatMap((document, i) =>
      held.has(document.id)
        ? []
        : [{ document, answer: answers[i], place: { id: document.id, index: indexOf(document) } }],
    );
    for (const { document, answer, place } of sent)
      results.set(document.id, this.#resultOf(answer, place.index));
    if (!isAmend)
      await this.#judgeConflicts(
        sent.filter(({ answer }) => answer?.status === 409),
        results,
      );
    const kept = sent.flatMap(({ place }) => (results.get(place.id)?.kind === 'rejected' ? [] : [place]));
    for (const place of kept) places.remember(place);
    await this.#endDoubles(kept.flatMap(({ id }) => homes.get(id)?.slice(1) ?? []));
    await this.#mendAfterWrite(kept, results, before);
    if (Date.now() - stamped > lateMs)
      await this.#mend(
        kept.filter(({ id }) => results.get(id)?.kind === 'written'),
        true,
      );
    return results;
  }

  /** A conflict is success only when what is stored is newer or the same: it is read and compared. */
  async #judgeConflicts(
    refused: readonly { readonly document: ArticleDocument; readonly place: Place }[],
    results: Map<string, WriteResult>,
  ): Promise<void> {
    if (refused.length === 0) return;
    const stored = new Map(
      (await this.#parts.places.read(refused.map(({ place }) => place))).map((article) => [
        article.id,
        article.document,
      ]),
    );
    for (const { document } of refused) {
      const other = stored.get(document.id);
      // Deleted meanwhile: its tombstone refuses this version too.
      if (other !== undefined) results.set(document.id, compareVersions(document, other));
    }
  }

  #resultOf(answer: BulkAnswer | undefined, index: string): WriteResult {
    const { status, problem } = answer ?? { status: 500 };
    if (status < 300) return { kind: 'written' };
    if (status === 409) return { kind: 'stale' };
    const detail = `${problem?.type ?? ''}: ${problem?.reason ?? ''}`;
    if (status === 413 || (status === 400 && !clusterProblems.has(problem?.type ?? '')))
      return { kind: 'rejected', detail };
    this.#parts.places.forget(index);
    throw new LibraryUnreachable(
      this.#parts.connection.address,
      `it refuses to write to ${index} (${status} ${detail})`,
      'see the message; newsmill tries again',
    );
  }

  /** A reindex lets no one write to a month while it swaps it, for less than a second as a rule. */
  async #waitForReindex(waits: number): Promise<void> {
    if (waits * heldStepMs > longestHeldMs)
      throw new LibraryUnreachable(
        this.#parts.connection.address,
        'a month is read-only',
        'a reindex that was ended in its last step leaves that: run newsmill reindex again, or newsmill reindex --abort',
      );
    await sleep(heldStepMs);
  }

  /** Two processes may have put an id into two months at once; the newest version stays. */
  async #endDoubles(doubles: readonly (Place & { readonly version?: number })[]): Promise<void> {
    await this.#send(
      doubles.flatMap(({ id, index, version }) =>
        version === undefined ? [] : [deleteUpTo({ id, index }, version)],
      ),
      'held-is-fine',
    );
  }

  async #mendAfterWrite(
    kept: readonly Place[],
    results: ReadonlyMap<string, WriteResult>,
    before: ReadonlyMap<string, Marks>,
  ): Promise<void> {
    const after = await this.#parts.places.marksOf(kept.map(({ id }) => id));
    await this.#mend(
      kept.filter(({ id }) => {
        const [was, is] = [before.get(id), after.get(id)];
        if (is === undefined) return false;
        // A stale one may have been written by a process that died before it looked.
        return (
          results.get(id)?.kind === 'stale' ||
          is.buried !== was?.buried ||
          is.link?.duplicateOf !== was?.link?.duplicateOf ||
          is.link?.similarity !== was?.link?.similarity
        );
      }),
    );
  }

  async link(given: readonly ArticleLink[]): Promise<void> {
    const { names, places } = this.#parts;
    const originals = await places.marksOf([...new Set(given.map(({ duplicateOf }) => duplicateOf))]);
    const links = given.map((link): ArticleLink => {
      const duplicateOf = livingOriginal(link.id, link.duplicateOf, originals.get(link.duplicateOf));
      // The first copy of an article that was taken down takes its place, and says so under the id of that one.
      return duplicateOf === link.id
        ? { id: link.duplicateOf, duplicateOf, since: heirSince, similarity: 1 }
        : { id: link.id, duplicateOf, since: link.since, similarity: link.similarity };
    });
    await this.#send(
      links.map((link) =>
        put(
          { index: names.links, id: link.id },
          { version: linkVersion(link), type: 'external' },
          JSON.stringify(link),
        ),
      ),
    );
    await this.mendArticles(links.map(({ id }) => id));
  }

  /** Brings these articles in line with their links and tombstones, wherever they lie. */
  async mendArticles(ids: readonly string[]): Promise<void> {
    await this.#mend(await this.#parts.places.placesOf([...new Set(ids)]));
  }

  async remove(entries: readonly Removal[]): Promise<void> {
    const { names } = this.#parts;
    for (let tries = 1; tries <= mostStamps; tries += 1) {
      const stamped = Date.now();
      const indexed = new Date(stamped).toISOString();
      await this.#send(
        entries.map(({ id, version, reason }) =>
          put(
            { index: names.tombstones, id },
            { version, type: tries === 1 ? 'external' : 'external_gte' },
            JSON.stringify({ id, version, reason, indexed }),
          ),
        ),
      );
      if (Date.now() - stamped <= lateMs) break;
    }
    await this.mendArticles(entries.map(({ id }) => id));
  }

  /** Brings articles in line with their links and tombstones, and looks again until nothing is left to do. `isLate`: also those stamped long ago. */
  async #mend(places: readonly Place[], isLate = false): Promise<void> {
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
      const marks = await this.#parts.places.marksOf([...new Set(articles.map(({ id }) => id))]);
      const now = Date.now();
      const mending = articles.flatMap(
        (article) =>
          mendingOf(article, marks.get(article.id), {
            indexed: now,
            over: (isLate || round > 0) && round < mostStamps ? now - lateMs : undefined,
          }) ?? [],
      );
      const held = (
        await this.#send(
          mending.map(({ action }) => action),
          'held-is-fine',
        )
      ).map((i) => mending[i]?.place.id ?? '');
      open = mending.map(({ place }) => place);
      if (held.length === 0) continue;
      await this.#waitForReindex((waits += 1));
      round -= 1;
      open.push(...(await this.#parts.places.placesOf(held)));
    }
  }

  /** Conflicts are fine: the server holds what is newer. Answers the places of actions that a reindex holds back. */
  async #send(actions: readonly BulkAction[], onHeld?: 'held-is-fine'): Promise<number[]> {
    if (actions.length === 0) return [];
    const answers = await this.#parts.sender.send(actions);
    const held = onHeld === undefined ? [] : answers.flatMap((answer, i) => (isHeld(answer) ? [i] : []));
    for (const [i, answer] of answers.entries())
      if (!held.includes(i)) refuseOthers(answer, this.#parts.connection);
    return held;
  }
}

/** The newest version of each article among those without a result, the first of equal ones; `older`: places of the others. */
function newestOfEach(
  documents: readonly ArticleDocument[],
  results: readonly (WriteResult | undefined)[],
): { readonly document: ArticleDocument; readonly at: number; readonly older: number[] }[] {
  const newest = new Map<
    string,
    { readonly document: ArticleDocument; readonly at: number; readonly older: number[] }
  >();
  for (const [at, document] of documents.entries()) {
    if (results[at] !== undefined) continue;
    const known = newest.get(document.id);
    if (known !== undefined && known.document.version >= document.version) known.older.push(at);
    else
      newest.set(document.id, { document, at, older: known === undefined ? [] : [...known.older, known.at] });
  }
  return [...newest.values()];
}

function idProblem(id: string): string | undefined {
  return id === '' || Buffer.byteLength(id) > longestId ? `id: 1 to ${longestId} bytes expected` : undefined;
}

/** When an article is stamped that is written again. `over`: also what was stamped before this time. Epoch milliseconds. */
interface Stamping {
  readonly indexed: number;
  readonly over?: number;
}

/** What must be done so that the article agrees with its link and tombstone; undefined when it does. */
function mendingOf(
  { id, index, version, document }: FoundArticle,
  marks: Marks | undefined,
  { indexed, over }: Stamping,
): { readonly place: Place; readonly action: BulkAction } | undefined {
  const place = { id, index };
  const { link, buried } = marks ?? {};
  // Not up to the tombstone's version: the server would refuse what is lifted or replayed soon after.
  if (buried !== undefined && buried >= version) return { place, action: deleteUpTo(place, version) };
  const isLate = over !== undefined && Date.parse(document.indexed ?? '') < over;
  if ((link === undefined || hasLink(document, link)) && !isLate) return undefined;
  return {
    place,
    action: put(
      place,
      { version, type: 'external_gte' },
      storedJson(writtenDocument(document), link, indexed),
    ),
  };
}

/** Whether the month is read-only now, because a reindex is about to swap it, or was deleted after that. */
function isHeld(answer: BulkAnswer | undefined): boolean {
  return (
    (answer?.status === 403 && answer.problem?.type === 'cluster_block_exception') || isIndexGone(answer)
  );
}

function isIndexGone(answer: BulkAnswer | undefined): boolean {
  return answer?.status === 404 && answer.problem?.type === 'index_not_found_exception';
}

function putArticle(
  index: string,
  document: ArticleDocument,
  {
    link,
    indexed,
    isAmend,
  }: { readonly link: ArticleLink | undefined; readonly indexed: number; readonly isAmend: boolean },
): BulkAction {
  return put(
    { index, id: document.id },
    { version: document.version, type: isAmend ? 'external_gte' : 'external' },
    storedJson(document, link, indexed),
  );
}
