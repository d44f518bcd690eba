import type { CleanArticle, OfferedKind } from '@newsmill/contracts';
import type { Addition, Coverage, FoundSection } from '@newsmill/fetch';

/** A channel that the publisher of a previewed address offers. */
export interface PreviewCandidate {
  readonly kind: OfferedKind;
  readonly url: string;
  readonly title?: string | undefined;
  readonly entries: number;
  /** Whether it carries whole texts. */
  readonly hasContent: boolean;
  /** Hub that pushes it. */
  readonly hub?: string | undefined;
  /** By what it was found: `asked`, `page`, `hub`, `robots`, `well-known`, `section`. */
  readonly foundBy: string;
  /** The section page by which it was found, or that it is. */
  readonly section?: FoundSection | undefined;
  /** What it brings of the home page, where that was looked at; `says` in words. */
  readonly coverage?: (Coverage & { readonly says: string }) | undefined;
  /** Of a channel of a section: what it names that no better one does; `says` in words. */
  readonly adds?: (Addition & { readonly says: string }) | undefined;
  /** Whether a source of all useful channels has it. */
  readonly isUseful: boolean;
}

/** What the rules of a source would leave out of the entries that a channel shows now. */
export interface RulesPreview {
  readonly channel: string;
  /** Entries that name a page or make an article. */
  readonly entries: number;
  /** Every rule; `leftOut` by what the entries say, before any page is fetched. */
  readonly rules: readonly {
    readonly rule: string;
    readonly leftOut: number;
    /** Titles, else addresses, of the first. */
    readonly examples: readonly string[];
  }[];
  /** Why the channel could not be read, in words. */
  readonly problem?: string | undefined;
}

/** What the search of section pages did. */
export interface SectionsSearched {
  /** Pages that were asked for. */
  readonly looked: number;
  /** Sections of the home page that were not: by the number, the time, or robots.txt. */
  readonly left: number;
  /** Requests for pages, feeds and robots.txt. */
  readonly requests: number;
}

/** What a feed or page would become as a source, without anything being kept. */
export interface Preview {
  readonly kind: 'feed' | 'sitemap' | 'list' | 'page';
  readonly url: string;
  readonly title?: string;
  readonly language?: string;
  /** Address of the feed: the one asked for, or one that the page links to. */
  readonly feedUrl?: string;
  readonly feeds: readonly { readonly url: string; readonly title?: string }[];
  readonly entries: number;
  /** Up to ten. */
  readonly articles: readonly CleanArticle[];
  /** The best first. */
  readonly candidates?: readonly PreviewCandidate[];
  /** Where section pages were looked for. */
  readonly sections?: SectionsSearched | undefined;
  /** What the rules of a configured source would leave out, where the address is one of its channels. */
  readonly rules?: readonly RulesPreview[];
  /** What went wrong, in words, with the address. */
  readonly problems: readonly string[];
}
