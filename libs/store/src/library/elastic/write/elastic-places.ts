import { setTimeout as sleep } from 'node:timers/promises';
import type { estypes } from '@elastic/elasticsearch';
import { hasStatus, type ElasticConnection } from '../../../elastic/elastic-client.ts';
import type { ElasticNames } from '../../../elastic/elastic-names.ts';
import { everyVersion, LibraryUnreachable, type ArticleLink } from '../../library.ts';
import { livingOriginal, mostSteps } from '../../living-original.ts';
import { otherTellers } from '../../other-tellers.ts';
import { editedBy, type Edited, type EditHistory, type EndedVersion } from '../../edit-history.ts';
import type { StoredDocument } from '../document.ts';
import { listMonths, makeIndex, requireShards } from '../elastic-templates.ts';
import { restoreAlias } from '../restore-alias.ts';
import type { ReadAt } from './bulk.ts';

/** An article in a monthly index. */
export interface Place {
  readonly id: string;
  readonly index: string;
}
export interface FoundArticle extends Place {
  readonly version: number;
  readonly document: StoredDocument;
}

/** What is known of an id beside its article. */
export interface Marks {
  /** As it was written. */
  readonly link?: ArticleLink;
  /** Versions up to this one are deleted. */
  readonly buried?: number;
  /** Sources that told of it. */
  readonly told?: readonly string[];
  /** The article to which the item of this id leads. */
  readonly leadsTo?: string | undefined;
  /** Its earlier versions, without their texts. */
  readonly ended?: readonly EndedVersion[];
}

/** A telling as it lies in its index: partial updates of several writers add to `sources`. */
export interface StoredTelling {
  readonly id: string;
  readonly sources?: Readonly<Record<string, true>>;
  readonly leadsTo?: string;
}

/** The entry of an article in the index of versions. */
export interface StoredHistory {
  readonly id: string;
  readonly versions: EditHistory;
}

/** What links say of articles: each leads to the head of its family. */
export class Families {
  readonly #marks: ReadonlyMap<string, Marks>;
  readonly #back: ReadonlySet<string>;

  /** `back`: articles with a tombstone that are there, in a newer version. */
  constructor(marks: ReadonlyMap<string, Marks>, back: ReadonlySet<string>) {
    this.#marks = marks;
    this.#back = back;
  }

  marks(id: string): Marks | undefined {
    return this.#marks.get(id);
  }

  /** The sources that told of an article besides its own. */
  tellersOf({ id, sourceId }: Pick<StoredDocument, 'id' | 'sourceId'>): readonly string[] {
    return otherTellers(this.#marks.get(id)?.told ?? [], sourceId);
  }

  /** What an article in its version says of its edits, and what it no longer says. */
  editedOf({ id, version }: Pick<StoredDocument, 'id' | 'version'>): Edited {
    return editedBy(this.#marks.get(id)?.ended ?? [], version);
  }

  isGone(id: string): boolean {
    return this.#marks.get(id)?.buried !== undefined && !this.#back.has(id);
  }

  /** The head of the family of which `id` is a copy; its own id: it is that itself. */
  headOf(id: string, duplicateOf: string): string {
    return livingOriginal(id, duplicateOf, (name) => {
      const marks = this.#marks.get(name);
      return marks === undefined ? undefined : { isGone: this.isGone(name), link: marks.link };
    });
  }

  /** Whether the links of `id` lead to `other`. */
  leadsTo(id: string, other: string): boolean {
    const seen = new Set<string>();
    for (
      let step = this.#marks.get(id)?.link?.duplicateOf;
      step !== undefined && !seen.has(step);
      step = this.#marks.get(step)?.link?.duplicateOf
    ) {
      if (step === other) return true;
      seen.add(step);
    }
    return false;
  }

  /** The link of an article to the head of its family; undefined where it has none, or is the head. */
  linkOf(id: string): ArticleLink | undefined {
    const link = this.#marks.get(id)?.link;
    const head = link === undefined ? id : this.headOf(id, link.duplicateOf);
    return link === undefined || head === id ? undefined : { ...link, duplicateOf: head };
  }
}

const mostInOneRead = 1_000;
const mostInOneSearch = 500;
const longestMemory = 20_000;
/**
 * How long a read goes on asking an index whose shards do not answer though its health is good, as is so
 * for a moment after it was made, milliseconds; and the pause after each try.
 */
const longestWait = 20_000;
const waitPause = 100;

interface ReadItem {
  readonly _index: string;
  readonly _id: string;
  readonly _source?: false | string[];
}

interface ReadArticle<T> {
  readonly id: string;
  readonly index: string;
  readonly version: number;
  readonly at: ReadAt;
  readonly source: T;
}

/** What is read of the entry of an article to write the article. */
const endedFields = ['id', ...['version', 'until', 'classes', 'gone'].map((name) => `versions.${name}`)];

/** What a read by id answers of an index whose shards have not started yet, or have ended already. */
const noShard = 'no_shard_available_action_exception';

/**
 * Where articles lie, and what links and tombstones say of them. Reads by id see every acknowledged write at
 * once; searches only what was refreshed.
 */
export class ElasticPlaces {
  readonly #connection: ElasticConnection;
  readonly #names: ElasticNames;
  readonly #made = new Set<string>();
  /** Where articles were written lately, for those that no search finds yet. */
  readonly #written = new Map<string, string>();
  #months: readonly string[] = [];

  constructor(connection: ElasticConnection, names: ElasticNames) {
    this.#connection = connection;
    this.#names = names;
  }

  /** Makes indices that this process has not seen yet. */
  async make(indices: Iterable<string>): Promise<void> {
    const unseen = [...new Set(indices)].filter((index) => !this.#made.has(index));
    // Most starts find all of them: one question is less than an attempt at each.
    const areThere = unseen.length > 1 && (await this.#connection.client.indices.exists({ index: unseen }));
    // At once: the cluster then starts their shards together.
    await Promise.all(unseen.map((index) => this.#makeOne(index, areThere)));
  }

  async #makeOne(index: string, isThere: boolean): Promise<void> {
    const isMonth = this.#names.readMonth(index) !== undefined;
    if (!isThere) await makeIndex(this.#connection, index, isMonth ? this.#names.articles : undefined);
    // A month that is there and not behind the alias is one that a reindex builds: what is written there
    // would be lost.
    if (isMonth && !this.#months.includes(index) && !(await this.listMonths()).includes(index))
      throw new LibraryUnreachable(
        this.#connection.address,
        `${index} is being built`,
        'newsmill tries again',
      );
    this.#made.add(index);
  }

  /** The months behind the alias, asked for again; where one is missing that stood there, it is put back. */
  async listMonths(): Promise<readonly string[]> {
    const months = await listMonths(this.#connection, this.#names);
    const isWhole = this.#months.every((month) => months.includes(month));
    if (!isWhole) return this.restoreMonths();
    this.#months = months;
    return months;
  }

  /** The months behind the alias, with those that should stand there. */
  async restoreMonths(): Promise<readonly string[]> {
    await restoreAlias(this.#connection, this.#names);
    this.#months = await listMonths(this.#connection, this.#names);
    return this.#months;
  }

  /** Where a new article is written, by the months listed last: that of the newest build. */
  indexFor(firstSeen: string): string {
    const builds = this.#months
      .flatMap((index) => this.#names.readMonth(index) ?? [])
      .toSorted((a, b) => b.build - a.build);
    const build =
      builds.find(({ month }) => month === firstSeen.slice(0, 7).replace('-', '.'))?.build ??
      builds[0]?.build;
    return this.#names.monthOf(firstSeen, build);
  }

  /** An index went away, such as by an operator who deletes old months. */
  forget(index: string): void {
    this.#made.delete(index);
  }

  remember({ id, index }: Place): void {
    this.#written.delete(id);
    this.#written.set(id, index);
    if (this.#written.size <= longestMemory) return;
    const [oldest] = this.#written.keys();
    if (oldest !== undefined) this.#written.delete(oldest);
  }

  /** Where each of these articles lies already, the newest version first. */
  async homesOf(
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, readonly (Place & { readonly version?: number })[]>> {
    // First: what was written before it was listed is found by the search, or lies where it was written.
    const months = new Set(await this.listMonths());
    const homes = new Map<string, (Place & { readonly version?: number })[]>();
    for (let from = 0; from < ids.length; from += mostInOneSearch) {
      const values = ids.slice(from, from + mostInOneSearch);
      // More than one each: an id that two processes put into two months at once.
      const { hits } = await this.#searchEverywhere({
        query: { bool: { filter: [{ ids: { values } }] } },
        sort: ['_doc'],
        size: mostInOneSearch * 4,
        _source: false,
        version: true,
        track_total_hits: false,
      });
      for (const { _id: id, _index: index, _version: version } of hits.hits)
        if (id !== undefined) homes.set(id, [...(homes.get(id) ?? []), { id, index, version }]);
    }
    for (const id of ids) {
      const index = this.#written.get(id);
      if (index !== undefined && months.has(index) && !homes.has(id)) homes.set(id, [{ id, index }]);
    }
    return new Map(
      [...homes].map(([id, places]) => [
        id,
        places.toSorted((a, b) => (b.version ?? 0) - (a.version ?? 0) || (a.index < b.index ? -1 : 1)),
      ]),
    );
  }

  /**
   * Searches all months or fails. A month that another process has just made answers 503 until its shards
   * have started: they are waited for.
   */
  async #searchEverywhere(request: estypes.SearchRequest): Promise<estypes.SearchResponse> {
    for (const until = performance.now() + longestWait; ; await sleep(waitPause)) {
      try {
        return await this.#connection.client.search({
          index: this.#names.articles,
          ignore_unavailable: true,
          allow_partial_search_results: false,
          ...request,
        });
      } catch (error) {
        if (!hasStatus(error, 503) || performance.now() >= until) throw error;
        await requireShards(this.#connection, await listMonths(this.#connection, this.#names));
      }
    }
  }

  async marksOf(ids: readonly string[]): Promise<ReadonlyMap<string, Marks>> {
    const { links, tombstones, tellings, versions } = this.#names;
    const found = await this.#read<
      ArticleLink & { readonly version: number } & StoredTelling & StoredHistory
    >(
      ids.flatMap((_id) => [
        { _index: links, _id },
        { _index: tombstones, _id },
        { _index: tellings, _id },
        { _index: versions, _id, _source: endedFields },
      ]),
    );
    const marks = new Map<string, Marks>();
    for (const { id, index, source } of found)
      marks.set(id, {
        ...marks.get(id),
        ...(index === links
          ? { link: source }
          : index === tellings
            ? { told: Object.keys(source.sources ?? {}), leadsTo: source.leadsTo }
            : index === versions
              ? { ended: source.versions }
              : { buried: source.version }),
      });
    return marks;
  }

  /**
   * Marks of these articles and of all that their links and `others` lead to, and which of them have left the
   * library.
   */
  async familiesOf(ids: readonly string[], others: readonly string[] = []): Promise<Families> {
    const marks = new Map<string, Marks>();
    let open: readonly string[] = [...new Set([...ids, ...others])];
    const asked = new Set<string>();
    for (let step = 0; open.length > 0 && step < mostSteps; step += 1) {
      for (const id of open) asked.add(id);
      const found = await this.marksOf(open);
      for (const [id, mark] of found) marks.set(id, mark);
      open = [
        ...new Set(
          [...found.values()].flatMap(({ link }) =>
            link === undefined || asked.has(link.duplicateOf) ? [] : [link.duplicateOf],
          ),
        ),
      ];
    }
    const buried = [...marks].flatMap(([id, mark]) =>
      mark.buried === undefined || mark.buried === everyVersion ? [] : [id],
    );
    const back = new Set(
      (buried.length === 0 ? [] : await this.read(await this.placesOf(buried))).flatMap(({ id, version }) =>
        version > (marks.get(id)?.buried ?? 0) ? [id] : [],
      ),
    );
    return new Families(marks, back);
  }

  /** The earlier versions of these articles, and where their entries stood when they were read. */
  async historiesOf(
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly versions: EditHistory; readonly at: ReadAt }>> {
    const found = await this.#read<StoredHistory>(ids.map((_id) => ({ _index: this.#names.versions, _id })));
    return new Map(found.map(({ id, at, source }) => [id, { versions: source.versions, at }]));
  }

  /** The articles at these places, as they are now. */
  async read(places: readonly Place[]): Promise<FoundArticle[]> {
    const found = await this.#read<StoredDocument>(
      places.map(({ id, index }) => ({ _index: index, _id: id })),
    );
    return found.map(({ id, index, version, source }) => ({ id, index, version, document: source }));
  }

  /** Every place of these articles, in all months there are now. */
  async placesOf(ids: readonly string[]): Promise<Place[]> {
    const months = await this.listMonths();
    const found = await this.#read(
      ids.flatMap((_id) => months.map((_index) => ({ _index, _id, _source: false as const }))),
    );
    return found.map(({ id, index }) => ({ id, index }));
  }

  /**
   * The newest version of an article. The months known so far are looked through while it is asked which
   * there are now.
   */
  async newest(id: string): Promise<FoundArticle | undefined> {
    const known = this.#months;
    const [before, months] = await Promise.all([
      this.read(known.map((index) => ({ id, index }))),
      this.listMonths(),
    ]);
    const later = months.filter((index) => !known.includes(index));
    const found = [
      ...before.filter(({ index }) => months.includes(index)),
      ...(await this.read(later.map((index) => ({ id, index })))),
    ];
    return found.toSorted((a, b) => b.version - a.version)[0];
  }

  async #read<T>(items: readonly ReadItem[]): Promise<ReadArticle<T>[]> {
    const found: ReadArticle<T>[] = [];
    for (let from = 0; from < items.length; from += mostInOneRead)
      found.push(...(await this.#readSome<T>(items.slice(from, from + mostInOneRead))));
    return found;
  }

  async #readSome<T>(items: readonly ReadItem[]): Promise<ReadArticle<T>[]> {
    const found: ReadArticle<T>[] = [];
    const until = performance.now() + longestWait;
    for (let open = items; open.length > 0; ) {
      const { docs } = await this.#connection.client.mget<T>({ docs: [...open] });
      const withoutShard = new Set<string>();
      for (const doc of docs) {
        if ('error' in doc) {
          if (doc.error.type === noShard && performance.now() < until) withoutShard.add(doc._index);
          // An index that is not there yet, or no more, holds nothing.
          else if (doc.error.type !== 'index_not_found_exception')
            throw new Error(
              `library: ${doc._index} cannot be read: ${doc.error.type}: ${doc.error.reason ?? ''}`,
            );
          continue;
        }
        if (!doc.found) continue;
        // asked for without its document, an article has none here, and no one looks
        const source = doc._source as T;
        const at = { seqNo: doc._seq_no ?? 0, primaryTerm: doc._primary_term ?? 0 };
        found.push({ id: doc._id, index: doc._index, version: doc._version ?? 0, at, source });
      }
      const waited = await this.#waitForShards([...withoutShard]);
      open = open.filter(({ _index: index }) => waited.includes(index));
    }
    return found;
  }

  /**
   * An index whose shards do not answer was made a moment ago, and is waited for, or is just being deleted.
   * Answers those that are still there.
   */
  async #waitForShards(indices: readonly string[]): Promise<readonly string[]> {
    const there: string[] = [];
    for (const index of indices)
      if (await this.#connection.client.indices.exists({ index })) there.push(index);
    if (there.length > 0) {
      await requireShards(this.#connection, there);
      await sleep(waitPause);
    }
    return there;
  }
}
