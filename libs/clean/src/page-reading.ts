import type {
  FeedEntry,
  PageArticle,
  Provenance,
  QualityFlag,
  Removal,
  SiteRules,
  SiteSighting,
} from '@newsmill/contracts';
import type { RightsNotices } from './rights/read-notices.ts';
import type { RobotsDirective } from './rights/robots-directives.ts';
import type { SiteMemory } from './site/view-site.ts';

export type PageKind =
  | 'article'
  | 'index'
  | 'gallery'
  | 'video'
  | 'error'
  | 'login'
  | 'consent'
  | 'challenge'
  | 'javascript'
  | 'redirect'
  | 'parked'
  | 'other'
  | 'empty';

/** A page: its bytes with the content type of the answer, or text that is already decoded. */
export type PageInput =
  | { readonly bytes: Uint8Array; readonly contentType?: string }
  | { readonly html: string };

/** What is known of a page from outside it. `now` is in epoch milliseconds: later dates are not believed. */
export interface PageContext {
  readonly url: string;
  readonly now: number;
  readonly entry?: FeedEntry | undefined;
  /**
   * Whether a channel of a source led here: then the page is likely an article. Without it, an entry says the
   * same.
   */
  readonly isAnnounced?: boolean | undefined;
  readonly sourceName?: string | undefined;
  readonly sourceLanguage?: string | undefined;
  readonly sourceCountry?: string | undefined;
  readonly sourceTimeZone?: string | undefined;
  /** What is remembered of other articles of the site. */
  readonly site?: SiteMemory | undefined;
  /** Where the pages of the source have what is not found by itself. */
  readonly rules?: SiteRules | undefined;
}

/** What a page holds, in the fields of the article message. */
export interface ReadArticle extends PageArticle {
  /** News agencies that the text is credited to. */
  readonly agencies: readonly string[];
  /** As the page gives it: with its own offset, or the day alone. */
  readonly publishedLocal?: string;
  /** Address that the page calls its canonical one. */
  readonly canonical?: string;
}

/** The answer of `readPage`. */
export interface Reading {
  readonly kind: PageKind;
  readonly article: ReadArticle;
  readonly confidence: number;
  readonly provenance: readonly Provenance[];
  readonly removals: readonly Removal[];
  readonly flags: readonly QualityFlag[];
  readonly charset?: string;
  /** What the page says to robots. */
  readonly robots: readonly RobotsDirective[];
  /** Where it names terms of use, and how it wants to be named. */
  readonly notices: RightsNotices;
  /** What the memory of the site is to keep of the page. */
  readonly sighting: Omit<SiteSighting, 'site' | 'item'>;
}
