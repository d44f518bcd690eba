/** Which articles are counted: those published in [from, to), ISO 8601; of these sources, or of all. */
export interface FiguresRequest {
  readonly from: string;
  readonly to: string;
  readonly sources?: readonly string[] | undefined;
}

/** How long articles took, in seconds, to about a hundredth of the value. */
export interface DelayFigures {
  /** Articles that were measured. */
  readonly measured: number;
  readonly p50: number;
  readonly p95: number;
}

/** What a library holds of a source for a span of time. */
export interface SourceFigures {
  readonly sourceId: string;
  readonly articles: number;
  /** Those of them that are near copies of another article. */
  readonly copies: number;
  /** Days (UTC) with an article. */
  readonly days: number;
  /** When the newest was published, ISO 8601. */
  readonly newest: string;
  /** From publication to discovery (see discoveryDelay); absent where nothing could be measured. */
  readonly found?: DelayFigures;
  /**
   * From publication to searchable: of those that the library took in for the first time within a week of their
   * discovery, and since it keeps when that was.
   */
  readonly searchable?: DelayFigures;
}
