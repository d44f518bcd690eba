import type { ContentEncoding, Fate, FetchedPage, FrontierItem, RejectReason, Settlement } from '@newsmill/contracts';

/** What the fetcher obeys besides the limits of a source. Durations in milliseconds. */
export interface FetchPolicy {
  /** Waits between tries; after the last one the item goes to the dead letters. */
  readonly retryLadder: readonly number[];
  /** Ages at which an article is asked for again. */
  readonly revisits: readonly number[];
  readonly pollMin: number;
  readonly pollMax: number;
}

/** An answer as the HTTP client gives it. */
export interface Answer {
  readonly status: number;
  readonly url: string;
  readonly redirects: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly encoding: ContentEncoding;
  readonly truncated: boolean;
}

/** A request without an answer, as the HTTP client tells it. */
export interface Failure {
  readonly kind: string;
  readonly message: string;
  readonly retryable: boolean;
}

/** What follows from one visit; the runtime carries it out in this order: archive, ledger and page, discoveries, settlement. */
export interface VisitResult {
  readonly settlement: Settlement;
  readonly fate?: { readonly fate: Fate; readonly reason?: string; readonly detail?: string };
  readonly page?: FetchedPage;
  readonly found: readonly FrontierItem[];
  readonly dead?: { readonly reason: RejectReason; readonly detail: string };
}

/** Time and chance arrive as arguments: `now` in epoch milliseconds, `chance` in [0, 1). */
export interface Moment {
  readonly now: number;
  readonly chance: number;
  /** Pause that the host asks for (source limit or Crawl-delay), milliseconds. */
  readonly delayMs: number;
}
