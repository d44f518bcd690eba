import {
  CleanArticle,
  type ArticleDocument,
  type FetchedPage,
  type Outcome,
  type SiteArticle,
} from '@newsmill/contracts';
import type { Bus } from '@newsmill/bus';
import { driftNames, siteLookUp } from '@newsmill/clean';
import { giveWay } from '@newsmill/runtime';
import { toArticle } from '@newsmill/search';
import type { Library, StateReader } from '@newsmill/store';
import { articleDifferences, type FieldDifference } from './article-differences.ts';
import { ArchiveTally, type ArchiveReport } from './archive-report.ts';
import { documentAgain } from './document-again.ts';

import { pageOfDocument, type ArchivedPagePorts } from './page-of-document.ts';
import type { Again } from './reprocess-library.ts';
import { selectArticles, type ReprocessFilter } from './select-articles.ts';
import { SiteMemories } from './site-memories.ts';

export interface ArchivePorts extends ArchivedPagePorts {
  readonly library: Pick<Library, 'search' | 'written' | 'refresh' | 'amend'>;
  readonly state: ArchivedPagePorts['state'] & Pick<StateReader, 'readSites'>;
  readonly bus: Pick<Bus, 'lag'>;
  readonly now: () => number;
  /** The cleaner of now, in a thread with a budget; what takes longer is rejected. */
  readonly clean: (
    page: FetchedPage,
    known: {
      readonly site: readonly SiteArticle[];
      readonly memories: ReadonlyMap<string, readonly SiteArticle[]>;
    },
  ) => Promise<Outcome<CleanArticle>>;
}

/** How far it is. `cursor`: what is behind it is still to be done; undefined at the end. */
export interface ArchiveProgress {
  readonly report: ArchiveReport;
  readonly total: number;
  readonly cursor: string | undefined;
}

export interface ArchiveReprocessing extends Again {
  readonly filter: ReprocessFilter;
  readonly isDryRun: boolean;
  /** Whether sites are remembered (NEWSMILL_SITE_MEMORY). */
  readonly hasSiteMemory: boolean;
  /** Where an earlier run with the same filter ended. */
  readonly cursor?: string | undefined;
  /** So many of the newest articles alone: a sample, which no new article holds up. */
  readonly sample?: number | undefined;
  readonly signal: AbortSignal;
  /** Told before each part: about how many articles the filter takes in all. */
  readonly onTotal?: (total: number) => void;
  /** Told after each part, once it is written; the next part waits for it. */
  readonly onProgress: (progress: ArchiveProgress) => Promise<void>;
  /** Told how many new articles are waited for. */
  readonly onWait: (waiting: number) => void;
}

/** Articles of one search. */
const partSize = 100;
/** Pages that are in memory at a time. */
const groupSize = 8;
/**
 * So many articles of a site are read before the first is cleaned: what they have in common is known then,
 * also where the memory of now is that of another time.
 */
const warmth = 8;

type Verdict =
  | { readonly kind: 'same' }
  | { readonly kind: 'kept'; readonly why: string }
  | {
      readonly kind: 'changed';
      readonly after: ArticleDocument;
      readonly differences: readonly FieldDifference[];
    };

function groupsOf<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / groupSize) }, (_, index) =>
    list.slice(index * groupSize, (index + 1) * groupSize),
  );
}

/** One walk through the articles of a library. */
class ArchiveWalk {
  readonly #ports: ArchivePorts;
  readonly #work: ArchiveReprocessing;
  readonly #memories: SiteMemories;
  readonly #tally = new ArchiveTally();

  constructor(ports: ArchivePorts, work: ArchiveReprocessing) {
    this.#ports = ports;
    this.#work = work;
    this.#memories = new SiteMemories(ports.state);
  }

  async run(): Promise<ArchiveReport> {
    const { library } = this.#ports;
    const { filter, signal, onProgress } = this.#work;
    let left = this.#work.sample ?? Number.POSITIVE_INFINITY;
    const limit = Math.min(partSize, left);
    for await (const part of selectArticles(library, filter, { limit, cursor: this.#work.cursor })) {
      const documents = part.documents.slice(0, left);
      left -= documents.length;
      this.#work.onTotal?.(part.total);
      await this.#warmUp(documents);
      for (const group of groupsOf(documents)) await this.#again(group);
      if (signal.aborted) break;
      await onProgress({ report: this.#tally.report(), total: part.total, cursor: part.cursor });
      if (left <= 0) break;
    }
    return this.#tally.report();
  }

  /** Reads articles of sites of which the walk has seen few, for what they have in common. */
  async #warmUp(documents: readonly ArticleDocument[]): Promise<void> {
    if (!this.#work.hasSiteMemory) return;
    const left = new Map<string, number>();
    const first = documents.filter((document) => {
      const { site } = siteLookUp(toArticle(document));
      if (site === undefined) return false;
      const room = left.get(site) ?? warmth - this.#memories.seenOf(site);
      left.set(site, room - 1);
      return room > 0;
    });
    for (const group of groupsOf(first)) {
      if (this.#work.signal.aborted) return;
      await this.#giveWay();
      await this.#cleanAll(group);
    }
  }

  /** Cleans a group again and writes what is new; nothing of it is done when the walk was ended. */
  async #again(group: readonly ArticleDocument[]): Promise<void> {
    await this.#giveWay();
    if (this.#work.signal.aborted) return;
    const outcomes = await this.#cleanAll(group);
    const changed: ArticleDocument[] = [];
    for (const [index, document] of group.entries()) {
      const verdict = this.#verdictOf(document, outcomes[index] ?? 'no-page');
      if (verdict.kind === 'same') this.#tally.same();
      if (verdict.kind === 'kept') this.#tally.kept(document, verdict.why);
      if (verdict.kind !== 'changed') continue;
      this.#tally.changed(document, verdict.differences);
      changed.push(verdict.after);
    }
    if (changed.length > 0 && !this.#work.isDryRun) await this.#amend(changed);
  }

  async #giveWay(): Promise<void> {
    const { sample, signal, onWait } = this.#work;
    if (sample === undefined) await giveWay(this.#ports, signal, onWait);
  }

  /** In their order; what they tell of their sites is known to the next group. */
  async #cleanAll(
    group: readonly ArticleDocument[],
  ): Promise<readonly (Outcome<CleanArticle> | 'no-page' | 'no-source')[]> {
    const outcomes = await Promise.all(group.map((document) => this.#clean(document)));
    for (const outcome of outcomes)
      if (typeof outcome === 'object' && outcome.kind === 'accept' && outcome.seen?.[0] !== undefined)
        await this.#memories.tell(outcome.seen[0]);
    return outcomes;
  }

  async #clean(document: ArticleDocument): Promise<Outcome<CleanArticle> | 'no-page' | 'no-source'> {
    const page = await pageOfDocument(this.#ports, document);
    if (typeof page === 'string') return page;
    const { site } = siteLookUp(page);
    const known = this.#work.hasSiteMemory && site !== undefined ? await this.#memories.of(site) : [];
    const names = driftNames(page);
    // What the walk itself sees says nothing of what is usual now: it is not remembered.
    const memories = names === undefined ? new Map() : await this.#memories.read([names.usual, names.odd]);
    return this.#ports.clean(page, { site: known, memories });
  }

  #verdictOf(document: ArticleDocument, outcome: Outcome<CleanArticle> | 'no-page' | 'no-source'): Verdict {
    if (typeof outcome === 'string') return { kind: 'kept', why: outcome };
    if (outcome.kind !== 'accept') return { kind: 'kept', why: outcome.reason };
    const [before, now] = [toArticle(document), CleanArticle.parse(outcome.value)];
    if ((now.pages?.length ?? 0) < (before.pages?.length ?? 0)) return { kind: 'kept', why: 'fewer-pages' };
    const differences = articleDifferences(before, now);
    if (differences.length === 0) return { kind: 'same' };
    const after = documentAgain(document, now, this.#work);
    return after === undefined
      ? { kind: 'kept', why: 'bad-document' }
      : { kind: 'changed', after, differences };
  }

  async #amend(documents: readonly ArticleDocument[]): Promise<void> {
    for (const result of await this.#ports.library.amend(documents)) {
      if (result.kind === 'written') continue;
      if (result.kind === 'rejected')
        throw new Error(`the library refuses an article that the cleaner made again: ${result.detail}`);
      this.#tally.overtaken();
    }
  }
}

/**
 * Cleans the articles of a library again with the cleaner of now, from their pages in the archive, newest
 * first, and finds the facts of those that changed again; nothing is requested. Each article is replaced
 * whole, under the version that it has: a newer one, and one that is gone, stay. What the cleaner would drop
 * or refuse now, or has no page any more, stays as it is and is counted. New articles go first. Ended by
 * `signal` it answers what was done; running it again does no harm.
 */
export function reprocessArchive(ports: ArchivePorts, work: ArchiveReprocessing): Promise<ArchiveReport> {
  return new ArchiveWalk(ports, work).run();
}
