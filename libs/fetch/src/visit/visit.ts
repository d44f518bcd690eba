/** What the fetcher obeys besides the limits of a source. Durations in milliseconds. */
export interface FetchPolicy {
  /** Waits between tries; after the last one the item goes to the dead letters. */
  readonly retryLadder: readonly number[];
  /** Ages at which an article is asked for again. */
  readonly revisits: readonly number[];
  readonly pollMin: number;
  readonly pollMax: number;
  /** Product token of the crawler, by which pages name it in what they say to robots. */
  readonly agent: string;
}

/** A request without an answer, as the HTTP client tells it. */
export interface Failure {
  /** As the HTTP client names it, or `robots`: robots.txt could not be had. */
  readonly kind: string;
  readonly message: string;
  readonly retryable: boolean;
  /** The address that failed, after redirects. */
  readonly url?: string;
  /** The code by which the system names the cause, such as `ENOTFOUND`. */
  readonly code?: string;
}
