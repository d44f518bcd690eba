import type { FetchedPage, FrontierItem, Moment, PipelineStage, Source, Topic, Visit } from '@newsmill/contracts';
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
}

/** The start of the pipeline: one due request, many results. All functions are pure. */
export interface SourceStage {
  readonly kind: 'source';
  readonly step: PipelineStage;
  readonly to: Topic<FetchedPage>;
  readonly robots: RobotsReader;
  needsRobots(item: FrontierItem, source: Source): boolean;
  request(item: FrontierItem, source: Source): HttpRequest;
  read(item: FrontierItem, source: Source, answer: HttpAnswer, moment: Moment): Visit;
  fail(item: FrontierItem, failure: Pick<HttpFailure, 'kind' | 'message' | 'retryable'>, moment: Moment): Visit;
  deny(item: FrontierItem, rule: string, moment: Moment): Visit;
  /** The item belongs to a source that is no longer configured. */
  orphan(item: FrontierItem, moment: Moment): Visit;
}

/** `defineSource({...})`: checks the types, adds nothing. */
export function defineSource(stage: Omit<SourceStage, 'kind'>): SourceStage {
  return { kind: 'source', ...stage };
}
