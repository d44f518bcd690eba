import type {
  ArticleDocument,
  ArticleVersion,
  Completion,
  CompletionRequest,
  FiguresRequest,
  LikeWord,
  RelatedArticles,
  RelatedRequest,
  SearchPage,
  SearchRequest,
  SourceFigures,
  Timeline,
  TimelineRequest,
  TopRequest,
  TopValues,
  Trends,
  TrendsRequest,
} from '@newsmill/contracts';
import type { ArticleOrigin } from './origin.ts';
import type { Reindexed, ReindexOptions } from './reindex.ts';
import type { ExpiredArticle, RetentionRule } from './retention.ts';

/**
 * `stale`: what is stored is newer, or the same, which is success. `conflict`: another text of the same
 * version is stored, so neither is newer; `detail` names both content hashes. `taken-down`: no version of
 * this article may come in. `rejected`: again would not help.
 */
export type WriteResult =
  | { readonly kind: 'written' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'taken-down' }
  | { readonly kind: 'conflict' | 'rejected'; readonly detail: string };

/** Version of the tombstone of an article that was taken down: none is newer. */
export const everyVersion = Number.MAX_SAFE_INTEGER;

/** `id` is a copy of `duplicateOf`; `similarity` lies between 0 and 1. */
export interface ArticleLink {
  readonly id: string;
  readonly duplicateOf: string;
  readonly since: number;
  readonly similarity: number;
}

/**
 * Sources (ids) that told of an item, and the article to which its address leads, where that is known. Either
 * may be told first, and again.
 */
export interface Telling {
  readonly item: string;
  readonly sources: readonly string[];
  readonly articleId?: string | undefined;
}

/** A page of what is in order of ids; the first one, or that behind an id. */
export interface PageRequest {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** `next` is what to go on behind, where there is more. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** Sources that are kept of one item or article; those that come later than so many are left out. */
export const mostTellers = 32;

/** One fact of a library, for backup and restore. */
export type LibraryRecord =
  /** The document as it was written, without what links add. */
  | { readonly kind: 'document'; readonly document: ArticleDocument }
  | { readonly kind: 'link'; readonly link: ArticleLink }
  | { readonly kind: 'telling'; readonly telling: Telling }
  | { readonly kind: 'version'; readonly version: ArticleVersion }
  | ({ readonly kind: 'tombstone' } & Deletion);

/**
 * Deletes versions up to `version`; `reason`: why, where that is to be told; `heir`: the article that takes
 * its place among its copies.
 */
export interface Deletion {
  readonly id: string;
  readonly version: number;
  readonly reason?: string | undefined;
  readonly heir?: string | undefined;
}

/**
 * One change of a library. `indexed`: when the library took it in (ISO 8601, milliseconds, UTC); `cursor`:
 * goes on after it. A tombstone tells that versions up to its own are gone: a reader that holds a newer
 * version keeps it.
 */
export type LibraryChange = { readonly indexed: string; readonly cursor: string } & (
  | { readonly kind: 'document'; readonly document: ArticleDocument }
  | ({ readonly kind: 'tombstone' } & Deletion)
);

/**
 * Which articles a reader of changes wants; tombstones always come, since nobody knows what they would have
 * matched.
 */
export type ChangeFilter = Pick<
  SearchRequest,
  'query' | 'sources' | 'languages' | 'from' | 'to' | 'withoutFlags'
>;

/** Changes that one page holds at most. */
export const mostChanges = 500;

export interface ChangesRequest {
  /** Cursor of the last change that was read; without it from the beginning. */
  readonly after?: string;
  /** Only what was taken in before this time, ISO 8601. */
  readonly until?: string;
  /** Changes at most, 1 to `mostChanges`. */
  readonly limit: number;
  readonly where?: ChangeFilter;
}

/**
 * `cursor`: give it as `after` to go on, at once when there is `more`, else later. With a filter a page may
 * be empty and there still be more.
 */
export interface ChangesPage {
  readonly items: readonly LibraryChange[];
  readonly cursor: string;
  readonly more: boolean;
}

/**
 * Asks of articles. LibraryTimeout when a search takes longer than 2 s (it was ended); BadCursor; RangeError
 * for a query beyond all measure.
 */
export interface LibraryReader {
  get(id: string): Promise<ArticleDocument | undefined>;
  /**
   * Those of these articles that are there, as they were written, without what links add: what is made of
   * them may be given to `amend`. At most 500 ids; in no certain order.
   */
  written(ids: readonly string[]): Promise<readonly ArticleDocument[]>;
  /**
   * The earlier versions of an article, the oldest first: those that its publisher replaced by what reads
   * otherwise. None for an article that is not there.
   */
  versions(id: string): Promise<readonly ArticleVersion[]>;
  search(request: SearchRequest): Promise<SearchPage>;
  /**
   * Articles alike to one, the most alike first; undefined when there is no article of that id. Throws as
   * `search`.
   */
  related(request: RelatedRequest): Promise<RelatedArticles | undefined>;
  /** How many articles were published when. Throws as `search`. */
  timeline(request: TimelineRequest): Promise<Timeline>;
  /** The most frequent values of a field. Throws as `search`. */
  top(request: TopRequest): Promise<TopValues>;
  /** What is written about more in a window than before it. Throws as `search`. */
  trends(request: TrendsRequest): Promise<Trends>;
  /**
   * What the beginning of a word may be completed to, the most frequent first: words of titles and summaries,
   * and names. Throws as `search`.
   */
  complete(request: CompletionRequest): Promise<readonly Completion[]>;
  /**
   * Words of articles that are near one, each with how many articles have it; the most alike first, at most
   * 24. None of a word of digits, of a script without spaces, or of fewer than four letters. Throws as `search`.
   */
  wordsLike(word: string): Promise<readonly LikeWord[]>;
  /** All articles in order of their ids, a page at a time; `after` is `next` of the page before. */
  list(request: PageRequest): Promise<Page<ArticleDocument>>;
  /** As `list`, but of each article only where it came from: a small part of what it is. */
  origins(request: PageRequest): Promise<Page<ArticleOrigin>>;
  /**
   * What was written, amended, linked again or removed, in order of `indexed` and id; of an article only its
   * last change. A reader that goes on from its cursor misses nothing: Elasticsearch holds back what is so
   * young that something older may still become visible. Cursors stay good over a reindex; a restore stamps
   * everything again, so readers get all of it again. Throws BadCursor, RangeError.
   */
  changes(request: ChangesRequest): Promise<ChangesPage>;
  count(): Promise<number>;
  /** Of each source, how many articles that another told first it told of too; none for the others. */
  countTold(): Promise<ReadonlyMap<string, number>>;
  /**
   * Articles of a span of publication by the source that they are from, in order of its id, with how long they took;
   * sources without one are left out. Counted where the articles lie, none is read. LibraryTimeout when it takes
   * Elasticsearch longer than ten searches may.
   */
  figures(request: FiguresRequest): Promise<readonly SourceFigures[]>;
  /**
   * Documents, links, tellings, earlier versions and tombstones, for a backup. Restored by write, link, tell,
   * keep and remove.
   */
  exportRecords(): AsyncIterable<LibraryRecord>;
}

/** Brings articles in, links them, takes them away. */
export interface LibraryWriter {
  /**
   * Writes with external versions and stamps `indexed`; answers in the order of `documents`. Resolves when
   * durable. Of what was written before, and of what comes late, that is kept which a reader reads otherwise than
   * in the version after it (edit-history.ts).
   */
  write(documents: readonly ArticleDocument[]): Promise<readonly WriteResult[]>;
  /**
   * Writes documents over those of the same version, such as with facts found again; `stale` where another
   * version is there, or none. Links stay.
   */
  amend(documents: readonly ArticleDocument[]): Promise<readonly WriteResult[]>;
  /**
   * Deletes, with all earlier versions; a tombstone keeps versions up to `version` from coming back. The heir
   * of each article that is not there then, or else the first of its copies by publication, takes its place as
   * the original of the others; one that comes back is an article like any other.
   */
  remove(entries: readonly Deletion[]): Promise<void>;
  /**
   * As `remove`, but for good: no version of these articles comes in until they are lifted, and writing one
   * answers `taken-down`.
   */
  takeDown(ids: readonly string[]): Promise<void>;
  /** Lets articles in again that were taken down. What was deleted does not come back by itself. */
  lift(ids: readonly string[]): Promise<void>;
  /**
   * Marks articles as copies of others, whether they are already here or come later; a copy of a copy is one
   * of the original of that. Of several links for one id that with the smallest `since` (epoch ms,
   * publication of the original) holds, of equally old ones the one with the smaller id of the original.
   * Versions stay as they are.
   */
  link(links: readonly ArticleLink[]): Promise<void>;
  /**
   * Keeps which sources told of items: articles name them in `sources`, whether they are already here or come
   * later, and in every version. What was told of an item holds for the article of the same id and for that to
   * which it leads. Doing it again changes nothing; versions stay as they are.
   */
  tell(tellings: readonly Telling[]): Promise<void>;
  /** Takes back earlier versions that were kept before, whether their articles are here or come later. */
  keep(versions: readonly ArticleVersion[]): Promise<void>;
}

/** Looks after a library as a whole: what it needs to be there, stay whole, give back space and end. */
export interface LibraryKeeper {
  /** Articles that have had their time by one of the rules, in no certain order, at most `limit`. */
  expired(rules: readonly RetentionRule[], limit: number): Promise<readonly ExpiredArticle[]>;
  /** Gives back what deleted articles took, as far as it can be done at once. `now`: epoch milliseconds. */
  tidy(now: number): Promise<void>;
  /**
   * Rebuilds the index from the documents that it holds, with the mapping and the analysis of now, while
   * searches and writes go on and notice nothing. Ended at any point, the next call goes on. Throws
   * ReindexRunning, ReindexRefused.
   */
  reindex(options?: ReindexOptions): Promise<Reindexed>;
  /**
   * Makes what writing and searching need (templates, first index) and asks whether the library can be used
   * now; throws with what is missing. Idempotent.
   */
  prepare(): Promise<void>;
  /**
   * Looks for damage that no search has met yet, while others go on; what is done about it is the form's own.
   */
  inspect(): Promise<void>;
  /** Makes what was written visible to searches (Elasticsearch refreshes by itself each second). */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Articles: write, search, delete. The monthly index of an article is chosen by firstSeen alone, so an id
 * lives in one index. Two forms: Elasticsearch and SQLite, held to libraryContract. Take the part that
 * you need. Errors: those of its parts; LibraryUnreachable when the server cannot be used now.
 */
export type Library = LibraryReader & LibraryWriter & LibraryKeeper;

/** The search took longer than its limit and was ended. */
export class LibraryTimeout extends Error {
  override readonly name = 'LibraryTimeout';
  constructor(limitMs: number) {
    super(
      `the search took longer than ${limitMs} ms and was ended; ask for fewer or rarer words, or a shorter span of time`,
    );
  }
}

/**
 * The library cannot be used now: its server does not answer, refuses, or is overloaded. Again later may
 * help.
 */
export class LibraryUnreachable extends Error {
  override readonly name = 'LibraryUnreachable';
  constructor(address: string, problem: string, remedy: string, options?: ErrorOptions) {
    super(`the library at ${address} cannot be used: ${problem}; ${remedy}`, options);
  }
}

/** The cursor was not made by this library for this query. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
  constructor(cursor: string) {
    super(`the cursor ${JSON.stringify(cursor.slice(0, 80))} is not one of ours; start again without it`);
  }
}
