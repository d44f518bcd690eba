import { isDeepStrictEqual } from 'node:util';
import type { ArticleDocument, ArticleVersion } from '@newsmill/contracts';
import { compareVersions } from '../../compare-versions.ts';
import { documentProblem } from '../../document-problem.ts';
import { editedBy, withKept, withVersion, type Edited, type EditHistory } from '../../edit-history.ts';
import {
  everyVersion,
  LibraryUnreachable,
  type ArticleLink,
  type Deletion,
  type Telling,
  type WriteResult,
} from '../../library.ts';
import { withOriginal } from '../../living-original.ts';
import { storedJson, type Beside } from '../document.ts';
import { deleteUpTo, put, type BulkAction, type BulkAnswer } from './bulk.ts';
import { ElasticEdits } from './elastic-edits.ts';
import { ElasticLinks } from './elastic-links.ts';
import { ElasticTellings } from './elastic-tellings.ts';
import { ElasticMender, lateMs, mostStamps } from './elastic-mender.ts';
import type { Families, FoundArticle, Place } from './elastic-places.ts';
import { newestOfEach } from './newest-of-each.ts';
import { isHeld, isIndexGone, waitForReindex } from './reindex-hold.ts';
import type { WriterParts } from './writer-parts.ts';

/** `_id` of Elasticsearch is bounded, and one that is longer fails its whole request. */
const longestId = 512;

/** Kinds of a refused document that speak of the cluster and not of the document. */
const clusterProblems = new Set([
  'validation_exception',
  'index_closed_exception',
  'cluster_block_exception',
]);

/**
 * Writes articles, links, tellings, earlier versions and tombstones from any number of processes.
 *
 * All but articles are entries of their own, and every article says what its own say. Whoever writes an
 * article reads its link and tombstone after, and mends the article when they say something else; whoever
 * writes a link or tombstone looks for the article after, and mends it. So the later of two sees the other,
 * in any order, and doing it all again changes nothing. Who dies in between is given the same work again.
 */
export class ElasticWriter {
  readonly #parts: WriterParts;
  readonly #mender: ElasticMender;
  readonly #links: ElasticLinks;
  readonly #tellings: ElasticTellings;
  readonly #edits: ElasticEdits;

  constructor(parts: WriterParts) {
    this.#parts = parts;
    this.#mender = new ElasticMender(parts);
    this.#links = new ElasticLinks(parts, this.#mender);
    this.#tellings = new ElasticTellings(parts, this.#mender);
    this.#edits = new ElasticEdits(parts);
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
      if (!isAmend)
        await this.#keepLate(round.flatMap(({ older }) => older.flatMap((i) => documents[i] ?? [])));
    }
  }

  /** What a reindex holds back is written as soon as it lets go. */
  async #writeDistinct(documents: readonly ArticleDocument[], isAmend: boolean): Promise<WriteResult[]> {
    const results = new Map<string, WriteResult>();
    for (let waits = 0; ; waits += 1) {
      const open = documents.filter(({ id }) => !results.has(id));
      if (open.length === 0) return documents.flatMap(({ id }) => results.get(id) ?? []);
      if (waits > 0) await waitForReindex(this.#parts.connection, waits);
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
      (await places.read(ids.flatMap((id) => homes.get(id)?.[0] ?? []))).map((article) => [
        article.id,
        article,
      ]),
    );
    const isThere = ({ id, version }: ArticleDocument): boolean => stored.get(id)?.version === version;
    const live = documents.filter(
      (document) =>
        (before.marks(document.id)?.buried ?? -1) < document.version && (!isAmend || isThere(document)),
    );
    await places.make(live.map(indexOf));
    const histories = isAmend ? new Map() : await this.#keepReplaced(live, stored);
    const editedOf = (document: ArticleDocument): Edited => {
      const history = histories.get(document.id);
      return history === undefined ? before.editedOf(document) : editedBy(history, document.version);
    };
    const stamped = Date.now();
    const enteredOf = ({ id }: ArticleDocument): string | undefined => {
      const known = stored.get(id);
      return known === undefined ? new Date(stamped).toISOString() : known.document.entered;
    };
    const answers = await sender.send(
      live.map((document) =>
        putArticle(indexOf(document), document, {
          link: before.linkOf(document.id),
          told: before.tellersOf(document),
          edited: editedOf(document),
          indexed: stamped,
          entered: enteredOf(document),
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
    await this.#links.reclaimPlaces(
      kept.map(({ id }) => id).filter((id) => before.isGone(id)),
      before,
    );
    const said = new Map(live.map((document) => [document.id, editedOf(document)]));
    await this.#mendAfterWrite(kept, results, { before, live, said });
    if (Date.now() - stamped > lateMs)
      await this.#mender.mend(
        kept.filter(({ id }) => results.get(id)?.kind === 'written'),
        true,
      );
    return results;
  }

  /**
   * A conflict is success only when what is stored is newer or the same, or a tombstone of such a version is
   * there: it is read and compared. Where it is neither (the index is another one by now, the answer was wrong),
   * the document is for another try.
   */
  async #judgeConflicts(
    refused: readonly { readonly document: ArticleDocument; readonly place: Place }[],
    results: Map<string, WriteResult>,
  ): Promise<void> {
    if (refused.length === 0) return;
    const { places, connection } = this.#parts;
    const stored = new Map(
      (await places.read(refused.map(({ place }) => place))).map((article) => [article.id, article.document]),
    );
    const absent = refused.flatMap(({ document: { id } }) => (stored.has(id) ? [] : [id]));
    const marks = absent.length === 0 ? new Map() : await places.marksOf(absent);
    for (const { document, place } of refused) {
      const { id, version } = document;
      const other = stored.get(id);
      if ((other?.version ?? marks.get(id)?.buried ?? -1) < version) {
        places.forget(place.index);
        throw new LibraryUnreachable(
          connection.address,
          `it refuses version ${version} of ${id} in ${place.index} as old, and has ${other === undefined ? 'none' : `version ${other.version}`}`,
          'newsmill tries again',
        );
      }
      if (other !== undefined) results.set(id, compareVersions(document, other));
    }
    await this.#keepLate(
      refused.flatMap(({ document }) =>
        document.version < (stored.get(document.id)?.version ?? 0) ? [document] : [],
      ),
    );
  }

  /** Keeps what newer versions take the place of, before they do; answers the histories that changed by it. */
  #keepReplaced(
    documents: readonly ArticleDocument[],
    stored: ReadonlyMap<string, FoundArticle>,
  ): Promise<ReadonlyMap<string, EditHistory>> {
    const replaced = new Map(
      documents.flatMap((document) => {
        const older = stored.get(document.id)?.document;
        return older === undefined || older.version >= document.version
          ? []
          : [[document.id, { older, document }] as const];
      }),
    );
    return this.#edits.change([...replaced.keys()], (id, history) => {
      const pair = replaced.get(id);
      return pair === undefined ? history : withVersion(history, pair.older, pair.document);
    });
  }

  /** Keeps versions that come when a newer one is there, and mends their articles. */
  async #keepLate(documents: readonly ArticleDocument[]): Promise<void> {
    if (documents.length === 0) return;
    const { places } = this.#parts;
    const ids = [...new Set(documents.map(({ id }) => id))];
    const marks = await places.marksOf(ids);
    const found = (await places.read(await places.placesOf(ids))).toSorted((a, b) => a.version - b.version);
    const stored = new Map(found.map(({ id, document }) => [id, document]));
    const changed = await this.#edits.change(ids, (id, history) => {
      const current = stored.get(id);
      const buried = marks.get(id)?.buried ?? -1;
      return documents
        .filter((document) => document.id === id && document.version > buried)
        .reduce<EditHistory>(
          (kept, document) => (current === undefined ? kept : withVersion(kept, document, current)),
          history,
        );
    });
    await this.#mender.mendArticles([...changed.keys()]);
  }

  /** Takes back versions that were kept before. */
  async keep(versions: readonly ArticleVersion[]): Promise<void> {
    const ids = [...new Set(versions.map(({ id }) => id))];
    const marks = await this.#parts.places.marksOf(ids);
    const changed = await this.#edits.change(ids, (id, history) =>
      withKept(
        history,
        versions.filter((kept) => kept.id === id && kept.version > (marks.get(id)?.buried ?? -1)),
      ),
    );
    await this.#mender.mendArticles([...changed.keys()]);
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

  /** Two processes may have put an id into two months at once; the newest version stays. */
  async #endDoubles(doubles: readonly (Place & { readonly version?: number })[]): Promise<void> {
    await this.#mender.send(
      doubles.flatMap(({ id, index, version }) =>
        version === undefined ? [] : [deleteUpTo({ id, index }, version)],
      ),
      'held-is-fine',
    );
  }

  async #mendAfterWrite(
    kept: readonly Place[],
    results: ReadonlyMap<string, WriteResult>,
    {
      before,
      live,
      said,
    }: {
      readonly before: Families;
      readonly live: readonly ArticleDocument[];
      readonly said: ReadonlyMap<string, Edited>;
    },
  ): Promise<void> {
    const after = await this.#parts.places.familiesOf(kept.map(({ id }) => id));
    const versions = new Map(live.map(({ id, version }) => [id, version]));
    await this.#edits.forget(
      kept.flatMap(({ id }) => {
        const buried = after.marks(id)?.buried;
        return buried === undefined || buried === before.marks(id)?.buried ? [] : [{ id, version: buried }];
      }),
    );
    await this.#mender.mend(
      kept.filter(({ id }) => {
        if (after.marks(id) === undefined) return false;
        const [was, is] = [before.linkOf(id), after.linkOf(id)];
        // A stale one may have been written by a process that died before it looked.
        return (
          results.get(id)?.kind === 'stale' ||
          after.marks(id)?.buried !== before.marks(id)?.buried ||
          is?.duplicateOf !== was?.duplicateOf ||
          is?.similarity !== was?.similarity ||
          after.marks(id)?.told?.length !== before.marks(id)?.told?.length ||
          !isDeepStrictEqual(after.editedOf({ id, version: versions.get(id) ?? 0 }), said.get(id))
        );
      }),
    );
  }

  link(links: readonly ArticleLink[]): Promise<void> {
    return this.#links.link(links);
  }

  tell(tellings: readonly Telling[]): Promise<void> {
    return this.#tellings.tell(tellings);
  }

  async remove(entries: readonly Deletion[]): Promise<void> {
    const { names } = this.#parts;
    for (let tries = 1; tries <= mostStamps; tries += 1) {
      const stamped = Date.now();
      const indexed = new Date(stamped).toISOString();
      await this.#mender.send(
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
    await this.#edits.forget(entries);
    await this.#mender.mendArticles(entries.map(({ id }) => id));
    await this.#links.promoteCopies(entries);
  }
}

function idProblem(id: string): string | undefined {
  return id === '' || Buffer.byteLength(id) > longestId ? `id: 1 to ${longestId} bytes expected` : undefined;
}

function putArticle(
  index: string,
  document: ArticleDocument,
  { isAmend, ...beside }: Beside & { readonly isAmend: boolean },
): BulkAction {
  return put(
    { index, id: document.id },
    { version: document.version, type: isAmend ? 'external_gte' : 'external' },
    storedJson(document, beside),
  );
}
