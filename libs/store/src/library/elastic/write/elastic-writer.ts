import { setTimeout as sleep } from 'node:timers/promises';
import type { estypes } from '@elastic/elasticsearch';
import type { ArticleDocument } from '@newsmill/contracts';
import type { ElasticConnection } from '../../../elastic/elastic-client.ts';
import type { ElasticNames } from '../../../elastic/elastic-names.ts';
import { compareVersions } from '../../compare-versions.ts';
import { documentProblem } from '../../document-problem.ts';
import {
  everyVersion,
  LibraryUnreachable,
  type ArticleLink,
  type Deletion,
  type WriteResult,
} from '../../library.ts';
import { mostSteps, withOriginal } from '../../living-original.ts';
import { hasLink, storedJson, writtenDocument } from '../document.ts';
import { deleteUpTo, put, refuseOthers, type BulkAction, type BulkAnswer, type BulkSender } from './bulk.ts';
import type { ElasticPlaces, Families, FoundArticle, Place } from './elastic-places.ts';

/**
 * Versions of links fall as `since` rises: of several links the server itself keeps that with the smallest.
 * The last eleven bits fall as the id of the original rises (ids are hexadecimal hashes), so that of equally
 * old ones all processes keep the same.
 */
function linkVersion({ since, duplicateOf }: ArticleLink): number {
  const rank = Number.parseInt(duplicateOf.slice(0, 3), 16) >> 1;
  return (
    (2 ** 42 - 1 - Math.min(Math.max(Math.trunc(since), 0), 2 ** 42 - 1)) * 2 ** 11 +
    (2 ** 11 - 1 - (rank & 0x7ff))
  );
}
/**
 * `since` of the link that names who takes the place of an article that was taken down: before all others.
 */
const heirSince = 0;
/** Above the version of every other link: a later heir takes the place of an earlier one. */
const heirVersion = Number.MAX_SAFE_INTEGER;
/** `_id` of Elasticsearch is bounded, and one that is longer fails its whole request. */
const longestId = 512;
const mostRounds = 20;
/** Ids that one search for copies names, and copies that it answers. */
const mostInOneSearch = 500;
const mostCopies = 1_000;
const heldStepMs = 50;
const longestHeldMs = 20_000;
/**
 * A write that took longer, milliseconds, is stamped again: readers of changes may have gone past its time
 * already (change-log.ts).
 */
export const lateMs = 5_000;
/**
 * So often at most: where even that is late, the cluster is past its strength, and the writes matter more.
 */
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
 * Links and tombstones are entries of their own, and every article says what its link says. Whoever writes an
 * article reads its link and tombstone after, and mends the article when they say something else; whoever
 * writes a link or tombstone looks for the article after, and mends it. So the later of two sees the other,
 * in any order, and doing it all again changes nothing. Who dies in between is given the same work again.
 */
export class ElasticWriter {
  readonly #parts: WriterParts;

  constructor(parts: WriterParts) {
    this.#parts = parts;
  }

  /**
   * Answers in the order of `documents`. Of several versions of one article the newest that can be written
   * is.
   */
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
      places.familiesOf(
        ids,
        given.flatMap(({ duplicateOf }) => duplicateOf ?? []),
      ),
      places.homesOf(ids),
    ]);
    const documents = given.map((document) =>
      document.duplicateOf === undefined
        ? document
        : withOriginal(document, before.headOf(document.id, document.duplicateOf)),
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
        (before.marks(document.id)?.buried ?? -1) < document.version && (!isAmend || isThere(document)),
    );
    await places.make(live.map(indexOf));
    const stamped = Date.now();
    const answers = await sender.send(
      live.map((document) =>
        putArticle(indexOf(document), document, {
          link: before.linkOf(document.id),
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
          : [[id, { kind: before.marks(id)?.buried === everyVersion && !isAmend ? 'taken-down' : 'stale' }]],
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
    await this.#reclaimPlaces(
      kept.map(({ id }) => id).filter((id) => before.isGone(id)),
      before,
    );
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

  /** Articles that come back take their places again from those that had them. */
  async #reclaimPlaces(ids: readonly string[], before: Families): Promise<void> {
    const { names } = this.#parts;
    const held = ids.flatMap((id) => before.marks(id)?.link ?? []).filter(({ since }) => since === heirSince);
    await this.#send(held.map((link) => deleteUpTo({ index: names.links, id: link.id }, heirVersion)));
    if (ids.length > 0) await this.mendArticles(await this.descendantsOf(ids));
  }

  async #mendAfterWrite(
    kept: readonly Place[],
    results: ReadonlyMap<string, WriteResult>,
    before: Families,
  ): Promise<void> {
    const after = await this.#parts.places.familiesOf(kept.map(({ id }) => id));
    await this.#mend(
      kept.filter(({ id }) => {
        if (after.marks(id) === undefined) return false;
        const [was, is] = [before.linkOf(id), after.linkOf(id)];
        // A stale one may have been written by a process that died before it looked.
        return (
          results.get(id)?.kind === 'stale' ||
          after.marks(id)?.buried !== before.marks(id)?.buried ||
          is?.duplicateOf !== was?.duplicateOf ||
          is?.similarity !== was?.similarity
        );
      }),
    );
  }

  async link(given: readonly ArticleLink[]): Promise<void> {
    const { names, places } = this.#parts;
    const originals = await places.familiesOf(given.map(({ duplicateOf }) => duplicateOf));
    // The first copy of an article that is gone takes its place.
    const heirs = new Map(
      given
        .flatMap(({ id, duplicateOf }) =>
          originals.isGone(duplicateOf) && originals.marks(duplicateOf)?.link === undefined
            ? [[duplicateOf, id] as const]
            : [],
        )
        .toReversed(),
    );
    await this.nameHeirs(heirs);
    const links = given.map(
      ({ id, duplicateOf, since, similarity }): ArticleLink => ({ id, duplicateOf, since, similarity }),
    );
    await this.#send(
      links.map((link) =>
        put(
          { index: names.links, id: link.id },
          { version: linkVersion(link), type: 'external' },
          JSON.stringify(link),
        ),
      ),
    );
    const ids = links.map(({ id }) => id);
    await this.mendArticles([...ids, ...(await this.descendantsOf(ids))]);
  }

  /** Links from articles that are gone to those that stand for them. */
  async nameHeirs(heirs: ReadonlyMap<string, string>): Promise<void> {
    const links = [...heirs].map(
      ([id, duplicateOf]): ArticleLink => ({ id, duplicateOf, since: heirSince, similarity: 1 }),
    );
    await this.#send(
      links.map((link) =>
        put(
          { index: this.#parts.names.links, id: link.id },
          { version: heirVersion, type: 'external_gte' },
          JSON.stringify(link),
        ),
      ),
    );
  }

  /** Ids of all whose links lead to these articles, directly or by others. */
  async descendantsOf(ids: readonly string[]): Promise<string[]> {
    const { connection, names } = this.#parts;
    const found = new Set<string>();
    let open = [...new Set(ids)];
    if (open.length > 0) await connection.client.indices.refresh({ index: names.links });
    for (let step = 0; open.length > 0 && step < mostSteps; step += 1) {
      const next: string[] = [];
      for (let from = 0; from < open.length; from += mostInOneSearch)
        next.push(...(await this.#copiesOf(open.slice(from, from + mostInOneSearch))));
      open = next.filter((id) => !found.has(id) && !ids.includes(id));
      for (const id of open) found.add(id);
    }
    return [...found];
  }

  async #copiesOf(ids: readonly string[]): Promise<string[]> {
    const { connection, names } = this.#parts;
    const copies: string[] = [];
    for (let after: estypes.SortResults | undefined; ; ) {
      const request: estypes.SearchRequest = {
        index: names.links,
        query: { bool: { filter: [{ terms: { duplicateOf: [...ids] } }] } },
        sort: [{ id: 'asc' }],
        size: mostCopies,
        search_after: after,
        track_total_hits: false,
      };
      const { hits } = await connection.client.search<ArticleLink>(request);
      copies.push(...hits.hits.flatMap(({ _source: link }) => link?.id ?? []));
      after = hits.hits.at(-1)?.sort;
      if (hits.hits.length < mostCopies || after === undefined) return copies;
    }
  }

  /** Brings these articles in line with their links and tombstones, wherever they lie. */
  async mendArticles(ids: readonly string[]): Promise<void> {
    await this.#mend(await this.#parts.places.placesOf([...new Set(ids)]));
  }

  async remove(entries: readonly Deletion[]): Promise<void> {
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
    await this.#promoteCopies(entries);
  }

  /** Names the heirs of articles that are gone: the given ones, or else the first of their copies. */
  async #promoteCopies(entries: readonly Deletion[]): Promise<void> {
    const { places } = this.#parts;
    const copies = await this.descendantsOf(entries.map(({ id }) => id));
    if (copies.length === 0 && entries.every(({ heir }) => heir === undefined)) return;
    const families = await places.familiesOf([...entries.map(({ id }) => id), ...copies]);
    const published = new Map(
      (await places.read(await places.placesOf(copies))).map(({ id, document }) => [
        id,
        Date.parse(document.published),
      ]),
    );
    // Those that are not there come last.
    const at = (id: string): number => published.get(id) ?? Number.MAX_SAFE_INTEGER;
    const order = copies.toSorted((a, b) => at(a) - at(b) || (a < b ? -1 : 1));
    const heirs = new Map<string, string>();
    for (const { id, heir: named } of entries) {
      if (!families.isGone(id)) continue;
      const own = families.marks(id)?.link;
      const head = own === undefined ? id : families.headOf(id, own.duplicateOf);
      if (head !== id && !families.isGone(head)) continue;
      const heir = named ?? order.find((copy) => families.leadsTo(copy, id));
      if (heir !== undefined && heir !== id) heirs.set(id, heir);
    }
    await this.nameHeirs(heirs);
    await this.mendArticles([...copies, ...heirs.values()]);
  }

  /**
   * Brings articles in line with their links and tombstones, and looks again until nothing is left to do.
   * `isLate`: also those stamped long ago.
   */
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

  /**
   * Conflicts are fine: the server holds what is newer. Answers the places of actions that a reindex holds
   * back.
   */
  async #send(actions: readonly BulkAction[], onHeld?: 'held-is-fine'): Promise<number[]> {
    if (actions.length === 0) return [];
    const answers = await this.#parts.sender.send(actions);
    const held = onHeld === undefined ? [] : answers.flatMap((answer, i) => (isHeld(answer) ? [i] : []));
    for (const [i, answer] of answers.entries())
      if (!held.includes(i)) refuseOthers(answer, this.#parts.connection);
    return held;
  }
}

/**
 * The newest version of each article among those without a result, the first of equal ones; `older`: places
 * of the others.
 */
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

/**
 * When an article is stamped that is written again. `over`: also what was stamped before this time. Epoch
 * milliseconds.
 */
interface Stamping {
  readonly indexed: number;
  readonly over?: number;
}

/** What must be done so that the article agrees with its link and tombstone; undefined when it does. */
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
  const agrees =
    link === undefined ? document.linked === undefined && written === given : hasLink(document, link);
  if (agrees && !isLate) return undefined;
  return { place, action: put(place, { version, type: 'external_gte' }, storedJson(written, link, indexed)) };
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
