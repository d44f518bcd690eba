import type { ContentEncoding } from '@newsmill/contracts';

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
