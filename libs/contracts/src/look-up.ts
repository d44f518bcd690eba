import type { SiteArticle } from './source/site-sighting.ts';

/** What a page claims: an article of its own, or one that it knows by another address. */
export interface ArticleClaim {
  /** The item whose page this is. */
  readonly item: string;
  /** hash(urlKey(final URL)). */
  readonly ownId: string;
  /** hash(urlKey(same-site canonical URL)), where the page names one. */
  readonly canonicalId?: string;
}

/** A text that was recorded before and shares a band with the one that is asked about. */
export interface FingerprintCandidate {
  readonly id: string;
  readonly payload: string;
  /** Whether it was recorded before the one that is asked about; it was where nothing is said. */
  readonly isEarlier?: boolean;
}

/** What a stage needs to know of one input before it runs; the runtime reads it for a whole batch at once. */
export interface LookUp {
  readonly claim?: ArticleClaim;
  /** Recorded under the claimed article id, and matched against what was recorded before. */
  readonly fingerprint?: {
    readonly bands: readonly string[];
    readonly payload: string;
    readonly ttlMs: number;
  };
  readonly keys?: readonly string[];
  /** Entries of the state about each candidate: this prefix with its id. */
  readonly aboutCandidates?: string;
  /** Registrable domain whose memory is wanted. */
  readonly site?: string;
  /** Other memories of the same kind that are wanted, by their names. */
  readonly memories?: readonly string[];
}

/** The answers to a look-up. */
export interface Known {
  /** The article that the claim leads to, and the item that it belongs to; empty when nothing was claimed. */
  readonly articleId: string;
  readonly owner: string;
  /** What was recorded for the article itself, so that it need not be made again. */
  readonly fingerprint?: string;
  /**
   * In the order in which they were recorded; before them, under the id of the article itself, what was
   * recorded of another text of it.
   */
  readonly candidates: readonly FingerprintCandidate[];
  /** Entries of the state that were asked for, by key. */
  readonly values: ReadonlyMap<string, string>;
  /** What is remembered of the site, oldest article first. */
  readonly site: readonly SiteArticle[];
  /** The other memories that were asked for, by name; each oldest article first. */
  readonly memories?: ReadonlyMap<string, readonly SiteArticle[]>;
}
export const knowsNothing: Known = { articleId: '', owner: '', candidates: [], values: new Map(), site: [] };
