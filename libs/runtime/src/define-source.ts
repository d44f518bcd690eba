import type {
  FetchedPage,
  FrontierItem,
  Moment,
  PipelineStage,
  Source,
  Topic,
  Visit,
  VisitQuestion,
} from '@newsmill/contracts';
import type { HttpAnswer, HttpFailure, HttpRequest } from '@newsmill/http';

/** What robots.txt of a host says of one address. `unreachable`: nobody may be asked there for now. */
export interface RobotsVerdict {
  readonly verdict: 'allowed' | 'denied' | 'unreachable';
  readonly rule: string;
  readonly crawlDelayMs?: number;
}

/** How robots.txt is asked for and kept; the kept form is text, for the state. */
export interface RobotsReader {
  request(origin: string, source: Source): HttpRequest;
  /** What to keep of the answer, and for how long. */
  keep(answer: HttpAnswer | HttpFailure, now: number): { readonly kept: string; readonly ttlMs: number };
  judge(kept: string, url: string): RobotsVerdict;
  /** Sitemaps that it names. */
  sitemaps(kept: string): readonly string[];
}

/** How an article that goes on is followed from page to page; all functions are pure. */
export interface PageContinuation {
  /** Pages that an article may have, the first one included. */
  readonly most: number;
  /** Address of page `number`, as the page before it names it. */
  next(answer: HttpAnswer, place: { readonly first: string; readonly number: number }): string | undefined;
  isFollowing(first: string, url: string, number: number): boolean;
  /** Whether an answer is a web page. */
  isPage(answer: HttpAnswer): boolean;
  /** When the domain may be asked again after such an answer, epoch milliseconds. */
  freeAt(answer: HttpAnswer, now: number): number | undefined;
  /** Headers to keep with the page. */
  headers(answer: HttpAnswer): Readonly<Record<string, string>>;
  joined(page: FetchedPage, urls: readonly string[]): NonNullable<Visit['joined']>;
  /** Key under which the state keeps the article that an item became part of. */
  key(item: string): string;
}

/** The start of the pipeline: one due request, many results. All functions are pure. */
export interface SourceStage {
  readonly kind: 'source';
  readonly step: PipelineStage;
  readonly to: Topic<FetchedPage>;
  readonly robots: RobotsReader;
  /** Channels that the source gets from sitemaps which robots.txt names; `item` is the channel that led there. */
  sitemaps(item: FrontierItem, source: Source, urls: readonly string[], now: number): readonly FrontierItem[];
  needsRobots(item: FrontierItem, source: Source): boolean;
  request(item: FrontierItem, source: Source): HttpRequest;
  /** What follows from an answer; a question where the state must be asked first. */
  read(item: FrontierItem, source: Source, answer: HttpAnswer, moment: Moment): Visit | VisitQuestion;
  fail(
    item: FrontierItem,
    source: Source,
    failure: Pick<HttpFailure, 'kind' | 'message' | 'retryable'>,
    moment: Moment,
  ): Visit | VisitQuestion;
  deny(item: FrontierItem, source: Source, rule: string, moment: Moment): Visit | VisitQuestion;
  readonly continues: PageContinuation;
  /** Key under which the state keeps the whole text of the entry of an item. */
  contentKey(item: string): string;
  /** The item belongs to a source that is no longer configured. */
  orphan(item: FrontierItem, moment: Moment): Visit;
}

/** `defineSource({...})`: checks the types, adds nothing. */
export function defineSource(stage: Omit<SourceStage, 'kind'>): SourceStage {
  return { kind: 'source', ...stage };
}
