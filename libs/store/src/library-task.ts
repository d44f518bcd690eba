import type {
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
import type { ArticleLink, ChangesRequest, LibraryRecord, Removal, WriteResult } from './library.ts';
import type { ExpiredArticle, RetentionRule } from './retention.ts';

/** What the parent asks of the library process. Documents travel as JSON text: cheaper to hand over than objects. */
export type LibraryTask =
  | { readonly kind: 'write'; readonly documents: readonly string[]; readonly isAmend: boolean }
  | { readonly kind: 'remove'; readonly entries: readonly Removal[] }
  | { readonly kind: 'link'; readonly links: readonly ArticleLink[] }
  | { readonly kind: 'get'; readonly id: string }
  | { readonly kind: 'search'; readonly request: SearchRequest }
  | { readonly kind: 'related'; readonly request: RelatedRequest }
  | { readonly kind: 'timeline'; readonly request: TimelineRequest }
  | { readonly kind: 'top'; readonly request: TopRequest }
  | { readonly kind: 'trends'; readonly request: TrendsRequest }
  | { readonly kind: 'list'; readonly options: { readonly after?: string; readonly limit: number } }
  | { readonly kind: 'changes'; readonly request: ChangesRequest }
  | {
      readonly kind: 'export';
      readonly part: LibraryRecord['kind'];
      readonly after: string;
      readonly limit: number;
    }
  | { readonly kind: 'takeDown'; readonly ids: readonly string[] }
  | { readonly kind: 'lift'; readonly ids: readonly string[] }
  | {
      readonly kind: 'expired';
      readonly rules: readonly RetentionRule[];
      readonly after: number;
      readonly limit: number;
    }
  | { readonly kind: 'rebuild'; readonly after: string; readonly limit: number }
  | { readonly kind: 'check' }
  | { readonly kind: 'count' };

export type LibraryAnswer =
  | { readonly kind: 'write'; readonly results: readonly WriteResult[] }
  | { readonly kind: 'remove' }
  | { readonly kind: 'link' }
  | { readonly kind: 'get'; readonly document?: string }
  | { readonly kind: 'search'; readonly page: SearchPage }
  | { readonly kind: 'related'; readonly related?: RelatedArticles }
  | { readonly kind: 'timeline'; readonly timeline: Timeline }
  | { readonly kind: 'top'; readonly values: TopValues }
  | { readonly kind: 'trends'; readonly trends: Trends }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly next?: string }
  | {
      readonly kind: 'changes';
      readonly items: readonly string[];
      readonly cursor: string;
      readonly more: boolean;
    }
  | { readonly kind: 'export'; readonly records: readonly string[]; readonly next?: string }
  | { readonly kind: 'takeDown' }
  | { readonly kind: 'lift' }
  | { readonly kind: 'expired'; readonly found: readonly ExpiredArticle[]; readonly next?: number }
  | { readonly kind: 'rebuild'; readonly rebuilt: number; readonly next?: string }
  | { readonly kind: 'check' }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string; readonly errcode?: number };

/** Tasks that are ended when they take longer than a search may. */
export const limitedTasks: readonly LibraryTask['kind'][] = [
  'search',
  'related',
  'timeline',
  'top',
  'trends',
];

/** First message of the library process, and the answer to each task. */
export type LibraryMessage =
  | { readonly kind: 'ready' }
  | { readonly id: number; readonly answer: LibraryAnswer };
