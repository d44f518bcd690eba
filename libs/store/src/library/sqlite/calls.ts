import type {
  ArticleVersion,
  Completion,
  CompletionRequest,
  FiguresRequest,
  LikeWord,
  RelatedArticles,
  RelatedRequest,
  SearchPage,
  SearchRequest,
  Timeline,
  TimelineRequest,
  TopRequest,
  TopValues,
  Trends,
  TrendsRequest,
} from '@newsmill/contracts';
import { UnreadableDocument } from '../../sqlite/damage.ts';
import type {
  ArticleLink,
  ChangesRequest,
  LibraryRecord,
  PageRequest,
  Deletion,
  Telling,
  WriteResult,
} from '../library.ts';
import { isHybrid } from '../rank/fused-page.ts';
import { isListed } from '../rank/ranked-list.ts';
import type { RetentionRule } from '../retention.ts';
import type { LibraryDatabase } from './library-database.ts';
import { countFiguresPiece, type FiguresPiece } from './search/count-figures.ts';
import { countTimeline, countTop, countTrends } from './search/count-articles.ts';
import { findRelated } from './search/find-related.ts';
import { listChanges } from './search/list-changes.ts';
import { searchLibrary } from './search/search-library.ts';
import { searchListed } from './search/search-listed.ts';
import { expiredRows } from './write/sweep.ts';

/**
 * What the library process does for its parent, by name: the one place that says what a call takes and
 * answers. Documents travel as JSON text: cheaper to hand over than objects. Only the process loads this
 * file; the parent takes its types.
 */
export const calls = {
  write: (
    database,
    { documents, isAmend }: { readonly documents: readonly string[]; readonly isAmend: boolean },
  ): readonly WriteResult[] => database.write(documents, isAmend),
  remove: (database, entries: readonly Deletion[]): void => database.remove(entries),
  link: (database, links: readonly ArticleLink[]): void => database.link(links),
  tell: (database, tellings: readonly Telling[]): void => database.tell(tellings),
  keep: (database, versions: readonly ArticleVersion[]): void => database.keep(versions),
  versions: (database, id: string): readonly ArticleVersion[] => database.versions(id),
  countTold: (database, _nothing: undefined) => database.countTold(),
  figures: (database, request: FiguresRequest & { readonly after: number | undefined }): FiguresPiece =>
    countFiguresPiece(database, request),
  get: (database, id: string): string | undefined => database.get(id),
  written: (database, ids: readonly string[]): readonly string[] => database.written(ids),
  search: (database, request: SearchRequest): SearchPage =>
    (isListed(request) && !isHybrid(request) ? searchListed : searchLibrary)(database, request, Date.now()),
  related: (database, request: RelatedRequest): RelatedArticles | undefined =>
    findRelated(database, request, Date.now()),
  timeline: (database, request: TimelineRequest): Timeline => countTimeline(database, request, Date.now()),
  top: (database, request: TopRequest): TopValues => countTop(database, request, Date.now()),
  trends: (database, request: TrendsRequest): Trends => countTrends(database, request, Date.now()),
  complete: (database, request: CompletionRequest): readonly Completion[] =>
    database.vocabulary.complete(request),
  wordsLike: (database, word: string): readonly LikeWord[] => database.vocabulary.wordsLike(word),
  list: (database, request: PageRequest) => database.list(request),
  origins: (database, request: PageRequest) => database.origins(request),
  changes: (database, request: ChangesRequest) => listChanges(database, request, Date.now()),
  export: (
    database,
    {
      part,
      after,
      limit,
    }: { readonly part: LibraryRecord['kind']; readonly after: string; readonly limit: number },
  ) => database.export(part, after, limit),
  takeDown: (database, ids: readonly string[]): void => database.takeDown(ids),
  lift: (database, ids: readonly string[]): void => database.lift(ids),
  expired: (
    database,
    {
      rules,
      after,
      limit,
    }: { readonly rules: readonly RetentionRule[]; readonly after: number; readonly limit: number },
  ) => expiredRows(database, rules, after, limit),
  rebuild: (database, { after, limit }: { readonly after: string; readonly limit: number }) =>
    database.rebuild(after, limit),
  /** The file was found to be damaged: the call fails so. */
  condemn: (_database, detail: string): void => {
    throw new UnreadableDocument(detail);
  },
  check: (database, _nothing: undefined): void => database.check(),
  count: (database, _nothing: undefined): number => database.count(),
} satisfies Readonly<Record<string, (database: LibraryDatabase, input: never) => unknown>>;

export type CallName = keyof typeof calls;
/** What each call takes. */
export type Inputs = { readonly [K in CallName]: Parameters<(typeof calls)[K]>[1] };
/** What each call answers. */
export type Answers = { readonly [K in CallName]: ReturnType<(typeof calls)[K]> };

/** A call on its way to the process. */
export interface CallMessage<K extends CallName = CallName> {
  readonly id: number;
  readonly name: K;
  readonly input: Inputs[K];
}

/** The process ends a call with what the table answers, or with what was thrown. */
export type Reply =
  | { readonly kind: 'answered'; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string; readonly errcode?: number };

/** First message of the library process, and the reply to each call. */
export type LibraryMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'damaged'; readonly detail: string }
  | { readonly id: number; readonly reply: Reply };
