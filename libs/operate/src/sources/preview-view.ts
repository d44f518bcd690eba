import type { CleanArticle } from '@newsmill/contracts';

/** A channel that the publisher of a previewed address offers. */
export interface PreviewCandidate {
  readonly kind: 'feed' | 'news-sitemap' | 'sitemap';
  readonly url: string;
  readonly title?: string | undefined;
  readonly entries: number;
  /** Whether it carries whole texts. */
  readonly hasContent: boolean;
  /** Hub that pushes it. */
  readonly hub?: string | undefined;
  /** By what it was found: `asked`, `page`, `hub`, `robots`, `well-known`. */
  readonly foundBy: string;
}

/** What a feed or page would become as a source, without anything being kept. */
export interface Preview {
  readonly kind: 'feed' | 'sitemap' | 'page';
  readonly url: string;
  readonly title?: string;
  readonly language?: string;
  /** Address of the feed: the one asked for, or one that the page links to. */
  readonly feedUrl?: string;
  readonly feeds: readonly { readonly url: string; readonly title?: string }[];
  readonly entries: number;
  /** Up to three. */
  readonly articles: readonly CleanArticle[];
  /** The best first. */
  readonly candidates?: readonly PreviewCandidate[];
  /** What went wrong, in words, with the address. */
  readonly problems: readonly string[];
}
