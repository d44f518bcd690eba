/**
 * The door of the package that `npm run package` makes: the cleaner by itself, for programs that are no mill.
 * Its types say in full what the shapes of the workspace say, so that the package needs none of them;
 * `standalone.test.ts` holds the two together.
 */
import { readPage as readPageOf } from '../src/read-page.ts';
import { toMarkdown as markdownOf } from '../src/to-markdown.ts';
import { toPlainText as plainTextOf } from '../src/to-plain-text.ts';

/** What a page is. Only an `article` has a text that stands for the whole page. */
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

/** What is doubtful about an article. */
export type QualityFlag =
  /** A line or title in front of the body speaks of what spam does, or a language that neither page nor site speaks. */
  | 'hacked-title'
  /** The title shares no word with the body. */
  | 'title-disagrees'
  /** The text stops before its end. */
  | 'truncated'
  /** The publisher shows only a part. */
  | 'paywalled'
  /** Text that readers do not see was removed. */
  | 'hidden-text'
  /** A block of unrelated links was removed. */
  | 'link-farm'
  /** The page says much of its text more than once; the article says it once. */
  | 'repeated-text'
  /** The body was found with little certainty. */
  | 'low-confidence'
  /** The page is very probably no article; set only where `isAnnounced` says that it is one. */
  | 'unlikely'
  | 'sponsored'
  /** Wrongly decoded characters were repaired. */
  | 'mojibake-mended'
  /** Characters were lost at the publisher and could not be repaired. */
  | 'characters-lost'
  /** No publication date was found. */
  | 'date-missing'
  /** Never set by `readPage`: the mill compares articles with those that their source had before. */
  | 'quarantined'
  /** Never set by `readPage`: the mill takes some texts from feeds. */
  | 'from-feed-entry';

/** One block of the text. */
export type Block = {
  readonly kind:
    | 'paragraph'
    | 'heading'
    | 'list-item'
    | 'quote'
    | 'code'
    | 'table'
    | 'caption'
    | 'embed'
    | 'image';
  /** The cells of a table are parted by tabs, its rows by line breaks. Embeds and images have none. */
  readonly text: string;
  /** 1 to 6; headings only. */
  readonly level?: number | undefined;
  /** Address of an embed or image. */
  readonly url?: string | undefined;
  /** Whose embed it is, such as `YouTube`. */
  readonly provider?: string | undefined;
  /** What stands for an image, where the page says it. Caption and credit stand in `images`. */
  readonly alt?: string | undefined;
};

/** A picture of the article. */
export interface Image {
  readonly url: string;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
  readonly alt?: string | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** The article of a page. Strings and lists are empty, optional fields are absent, where the page says nothing. */
export interface Article {
  readonly title: string;
  /** Second headline or standfirst. */
  readonly subtitle?: string | undefined;
  /** The publisher's own description. */
  readonly summary?: string | undefined;
  /** The credit as printed. */
  readonly byline?: string | undefined;
  /** People who wrote it, without functions and titles. */
  readonly authors: readonly string[];
  /** News agencies that the text is credited to. */
  readonly agencies: readonly string[];
  /** Publisher as the page names it, otherwise the `siteName` of the options. */
  readonly publisher?: string | undefined;
  /** ISO 8601, UTC. */
  readonly published?: string | undefined;
  readonly publishedPrecision?: 'day' | 'minute' | 'second' | undefined;
  /** As the page gives it: with its own offset, or the day alone. */
  readonly publishedLocal?: string | undefined;
  /** ISO 8601, UTC. */
  readonly modified?: string | undefined;
  /** BCP 47 tag that the page claims, otherwise the `language` of the options. */
  readonly language?: string | undefined;
  readonly section?: string | undefined;
  /** Trail of sections above the article, outermost first. */
  readonly breadcrumb: readonly string[];
  /** The publisher's own keywords. */
  readonly keywords: readonly string[];
  readonly images: readonly Image[];
  /** The body: all blocks but embeds and images, joined by two newlines. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** What the page says about its author. */
  readonly authorBio?: string | undefined;
  /** Notice of the publisher about the text. */
  readonly disclaimer?: string | undefined;
  /** Copyright notice as printed. */
  readonly copyright?: string | undefined;
  /** Who holds the copyright, where the page names one in its structured data. */
  readonly copyrightHolder?: string | undefined;
  /** Terms of use that the page names in its structured data: text or address. */
  readonly usageTerms?: string | undefined;
  /** Licence that the page names. */
  readonly licence?: string | undefined;
  /** Address of the IPTC or schema.org digital source type, such as that a machine wrote it. */
  readonly digitalSourceType?: string | undefined;
  /** Whether the publisher shows only a part. */
  readonly paywalled: boolean;
  /** Address that the page calls its canonical one. */
  readonly canonical?: string | undefined;
  /** Same-site address of the next page of the same article. */
  readonly nextPage?: string | undefined;
  /** Address that the page gives for its AMP form. */
  readonly ampUrl?: string | undefined;
}

/** Where the value of a field was found. `confidence` lies between 0 and 1. */
export interface Provenance {
  /** A field of the article, or `kind`. */
  readonly field: string;
  readonly value: string;
  readonly source: string;
  readonly confidence: number;
}

/** What was left out or mended, by which pass and why. */
export interface Removal {
  readonly pass: string;
  /** At most 500 characters of it. */
  readonly text: string;
  readonly why: string;
}

/** What a page says to robots: to whom (`robots`: to all), and what, such as `noindex`. Names in small letters. */
export interface RobotsDirective {
  readonly agent: string;
  readonly content: string;
}

/** The answer of `readPage`. */
export interface Page {
  readonly kind: PageKind;
  readonly article: Article;
  /** Of text and title together, between 0 and 1. */
  readonly confidence: number;
  readonly provenance: readonly Provenance[];
  readonly removals: readonly Removal[];
  readonly flags: readonly QualityFlag[];
  /** The encoding that was found; of pages given as bytes. */
  readonly charset?: string | undefined;
  readonly robots: readonly RobotsDirective[];
  /** Where the page names terms of use or licences, and how it wants to be named. */
  readonly notices: {
    readonly terms: readonly { readonly source: string; readonly url: string }[];
    readonly credit?: string | undefined;
  };
}

/** Where the pages of a site have what is not found by itself: CSS selectors. */
export interface PageRules {
  /** Elements whose text is the body. */
  readonly body?: readonly string[] | undefined;
  /** Elements whose text is not part of the body. */
  readonly remove?: readonly string[] | undefined;
  readonly title?: string | undefined;
  /** Elements with one author each. */
  readonly authors?: string | undefined;
  /** Element with the date: its datetime or content attribute, else its text. */
  readonly published?: string | undefined;
}

/** What is known of a page from outside it. All of it may be left out. */
export interface PageOptions {
  /** The `Content-Type` of the answer; read for pages given as bytes. */
  readonly contentType?: string | undefined;
  /** Epoch milliseconds. Later dates are not believed; without it, the time of the call. */
  readonly now?: number | undefined;
  /** Whether a feed or sitemap of articles named the page: then it is likely an article. */
  readonly isAnnounced?: boolean | undefined;
  /** Name of the publication, for pages that do not say it. */
  readonly siteName?: string | undefined;
  /** Language of the publication as BCP 47 tag, for pages that do not say it. */
  readonly language?: string | undefined;
  /** Country of the publication, two letters of ISO 3166-1: it decides what `03/04/2026` and `CST` mean. */
  readonly country?: string | undefined;
  /** IANA time zone of dates that name none. */
  readonly timeZone?: string | undefined;
  readonly rules?: PageRules | undefined;
}

/** What Markdown and plain text are made of; every `Article` is one. */
export type FormattedArticle = Pick<Article, 'title' | 'blocks'> &
  Partial<Pick<Article, 'byline' | 'authors' | 'published'>>;

/**
 * Reads a page of any kind: its text, or its bytes, whose encoding is then found. It answers for every page;
 * it throws where a selector in `options.rules` is none. The same page, address and options (`now` among
 * them) give the same answer.
 */
export function readPage(page: string | Uint8Array, url: string, options: PageOptions = {}): Page {
  const {
    contentType,
    now = Date.now(),
    isAnnounced,
    siteName,
    language,
    country,
    timeZone,
    rules,
  } = options;
  const { sighting: _forTheMill, ...reading } = readPageOf(
    typeof page === 'string' ? { html: page } : { bytes: page, contentType },
    {
      url,
      now,
      isAnnounced,
      sourceName: siteName,
      sourceLanguage: language,
      sourceCountry: country,
      sourceTimeZone: timeZone,
      rules: rules && { ...rules, body: rules.body?.slice(), remove: rules.remove?.slice() },
    },
  );
  return reading;
}

/** An article as Markdown (CommonMark, with the tables of GFM): title, authors and date, and the blocks. */
export function toMarkdown(article: FormattedArticle): string {
  return markdownOf(article);
}

/** An article as plain text: title, authors and date, and the blocks, parted by empty lines. */
export function toPlainText(article: FormattedArticle): string {
  return plainTextOf(article);
}
