/** How a reindex is going, for who waits for it. */
export type ReindexReport =
  /** `copied` of about `total` articles of a part of the library (a month) lie in its next build. */
  | { readonly kind: 'copied'; readonly part: string; readonly copied: number; readonly total: number }
  /** Searches use the next build of this part from now on. */
  | { readonly kind: 'swapped'; readonly part: string };

export interface ReindexOptions {
  readonly report?: (report: ReindexReport) => void;
  readonly signal?: AbortSignal;
  /** Forgets what an ended reindex left instead of going on with it. */
  readonly abort?: boolean;
  /**
   * How long the builds that were swapped out are kept at least, for searches that are under way,
   * milliseconds.
   */
  readonly graceMs?: number;
  /** After this time without a sign of life a reindex counts as ended, milliseconds. */
  readonly leaseMs?: number;
}

/** What was built. */
export interface Reindexed {
  readonly articles: number;
  readonly parts: number;
}

/** Another reindex is at work, or took over. */
export class ReindexRunning extends Error {
  override readonly name = 'ReindexRunning';
  constructor(owner: string) {
    super(
      `a reindex is at work already (${owner}); wait for it, or end that process and try again in half a minute`,
    );
  }
}

/** An article cannot be held by the new build; nothing was swapped. */
export class ReindexRefused extends Error {
  override readonly name = 'ReindexRefused';
  constructor(id: string, index: string, detail: string) {
    super(
      `article ${id} cannot be written to ${index}: ${detail}; searches go on with the build of now. Correct or remove the article, then run newsmill reindex again`,
    );
  }
}
