import {
  FetchedPage,
  type CleanArticle,
  knowsNothing,
  type ContentEncoding,
  type EnrichedArticle,
  type FeedEntry,
  type FetchItem,
  type Moment,
  type Outcome,
  type SiteArticle,
  type Source,
  type Visit,
  type HttpAnswer,
} from '@newsmill/contracts';
import {
  beginsAsPage,
  beginsAsSitemap,
  bodyBytes,
  findFeeds,
  findLive,
  findNextPage,
  mayGoOn,
  findSections,
  listCandidate,
  readArchivedPage,
  readCandidate,
  readChannelVisit,
  readFeed,
  readList,
  readListPage,
  readOpml,
  readSitemap,
  robotsFromAnswer,
  readSiteFiles,
  robotsLimit,
  scopeOf,
  type ArchivedReading,
  type ArchivedRecord,
  type ChannelCandidate,
  type FetchPolicy,
  type FoundBy,
  type FoundFeed,
  type FoundSection,
  type LiveBlog,
  type OpmlReading,
  type RobotsRules,
  type SiteFiles,
} from '@newsmill/fetch';
import {
  decodeBody,
  decodeText,
  hasMoreLinks,
  mostWallLinks,
  readPassage,
  type Passage,
} from '@newsmill/text';

import { harmlessPage } from './harmless-page.ts';

/** A body as it came over the wire, and what its headers say of it. */
export interface ReceivedBody {
  readonly body: Uint8Array;
  readonly encoding: ContentEncoding;
  readonly contentType: string | undefined;
  /** Address that answered. */
  readonly url: string;
}
type Head = Omit<HttpAnswer, 'body'>;
type Unread = { readonly error: string };

/** What stands at an address: a channel, or a page with the feeds that it names. */
export type Offered =
  | { readonly kind: 'channel'; readonly candidate: ChannelCandidate }
  | { readonly kind: 'page'; readonly feeds: readonly FoundFeed[] }
  | ({ readonly kind: 'nothing' } & Unread);

/** Address of the next page of an article, and what its page says of a live blog. */
export interface PageContinuation {
  readonly next: string | undefined;
  readonly live: LiveBlog | undefined;
}

/** What a page is besides an article, and where the article goes on that begins with it. */
export interface FirstLook extends Passage {
  readonly goesOn: PageContinuation;
}

/** What a preview shows of an address; of a feed or sitemap the first entries. */
export type Shown =
  | {
      readonly kind: 'feed' | 'sitemap' | 'list';
      readonly title: string | undefined;
      readonly language: string | undefined;
      readonly entries: readonly FeedEntry[];
      /** Texts of those of the entries that name no page, by address. */
      readonly contents: ReadonlyMap<string, string>;
      readonly count: number;
    }
  | { readonly kind: 'page'; readonly feeds: readonly FoundFeed[]; readonly outcome: Outcome<CleanArticle> }
  | ({ readonly kind: 'nothing' } & Unread);

/** What a letter would meet in the stages: the one that has the last word, and the article as far as there is one. */
export interface Rehearsal {
  readonly stage: 'clean' | 'enrich' | 'index';
  readonly outcome: Outcome<unknown>;
  readonly article?: CleanArticle;
}

/** What a rehearsal begins with: a page, a cleaned article, or an enriched one. */
type Rehearsed =
  | { readonly body: Uint8Array; readonly page: Omit<FetchedPage, 'body'> }
  | { readonly cleaned: CleanArticle }
  | { readonly enriched: EnrichedArticle };

/** Decoded bytes of one answer that somebody asked for by hand. */
const mostAsked = 10_485_760;

/** Decoded bytes of a page that may be a wall. */
const mostOfWall = 1_572_864;

/** Feeds of one page that are told. */
const mostFeeds = 50;

function bytesOf({ body, encoding }: Pick<ReceivedBody, 'body' | 'encoding'>): Uint8Array {
  return decodeBody(body, encoding, mostAsked).bytes;
}

function textOf(received: ReceivedBody): string {
  return decodeText(bytesOf(received), { contentType: received.contentType, kind: 'html' }).text;
}

/**
 * Whether an answer is a web page: by its first element, else by its type where that is not the one of a
 * channel.
 */
function isPage({ contentType }: ReceivedBody, text: string): boolean {
  return (
    beginsAsPage(text) ||
    (/html/i.test(contentType ?? '') &&
      !/^\s*<(?:\?xml|rss|feed|rdf|urlset|sitemapindex)\b/i.test(text.slice(0, 1_000)))
  );
}

function feedsOf(text: string, { url }: ReceivedBody): readonly FoundFeed[] {
  return findFeeds(text, url).slice(0, mostFeeds);
}

function candidateOf(
  received: ReceivedBody,
  given: { readonly link: string | undefined; readonly foundBy: FoundBy; readonly now: number },
): ChannelCandidate | Unread {
  return readCandidate({
    url: received.url,
    bytes: bytesOf(received),
    contentType: received.contentType,
    ...given,
  });
}

function channelShown(
  received: ReceivedBody,
  { most, now, isFeedOnly }: { readonly most: number; readonly now: number; readonly isFeedOnly: boolean },
): Shown {
  const bytes = bytesOf(received);
  const context = { url: received.url, contentType: received.contentType, maxItems: 100 };
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4_096));
  const sitemap = beginsAsSitemap(start) ? readSitemap(bytes, context) : undefined;
  if (sitemap !== undefined && !('error' in sitemap))
    return {
      kind: 'sitemap',
      title: undefined,
      language: undefined,
      entries: sitemap.urls.slice(0, most),
      contents: new Map(),
      count: sitemap.urls.length,
    };
  const texts = isFeedOnly ? { texts: 'all' as const } : {};
  const feed = readFeed(bytes, { ...context, now, channel: received.url, ...texts });
  return 'error' in feed
    ? { kind: 'nothing', ...feed }
    : {
        kind: 'feed',
        title: feed.title,
        language: feed.language,
        entries: feed.entries.slice(0, most),
        contents: feed.contents,
        count: feed.entries.length,
      };
}

function listShown(
  text: string,
  url: string,
  { most, select }: { readonly most: number; readonly select: string | undefined },
): Shown {
  const { title, language, entries: learned } = readListPage(text, url);
  const entries = select === undefined ? learned : readList(text, { url, select });
  return {
    kind: 'list',
    title,
    language,
    entries: entries.slice(0, most),
    contents: new Map(),
    count: entries.length,
  };
}

const endsHere: PageContinuation = { next: undefined, live: undefined };

function continuationOf(
  answer: HttpAnswer,
  { first, number }: { readonly first: string; readonly number: number },
): PageContinuation {
  if (!mayGoOn(first)) return endsHere;
  return {
    next: findNextPage(answer, { first, number }),
    // The first page alone says whether it is a live blog.
    live: number === 2 ? findLive(bodyBytes(answer)) : undefined,
  };
}

/** A page whose links alone say that it is no wall is not parsed. */
function passageOfPage({ body, url, status, headers }: HttpAnswer, setsCookie: boolean): Passage {
  if (hasMoreLinks(body, mostWallLinks)) return {};
  const html = decodeText(body, { contentType: headers['content-type'], kind: 'html' }).text;
  return readPassage({ url, status, headers, html }, { setsCookie });
}

/** The cleaner is loaded by whoever needs it: most threads read channels alone. */
async function cleaned(page: FetchedPage): Promise<Outcome<CleanArticle>> {
  const { cleanArticle } = await import('@newsmill/clean');
  return cleanArticle(page);
}

async function rehearse(given: Rehearsed): Promise<Rehearsal> {
  if ('page' in given) {
    const outcome = await cleaned(FetchedPage.parse({ ...given.page, body: given.body }));
    return outcome.kind === 'accept' ? rehearse({ cleaned: outcome.value }) : { stage: 'clean', outcome };
  }
  if ('cleaned' in given) {
    const { enrichArticle } = await import('@newsmill/enrich');
    const outcome = enrichArticle(given.cleaned, knowsNothing);
    return outcome.kind === 'accept'
      ? rehearse({ enriched: outcome.value })
      : { stage: 'enrich', outcome, article: given.cleaned };
  }
  const { toDocument } = await import('@newsmill/search');
  const outcome = toDocument(given.enriched, { pipelineVersion: 'rehearsal', traceId: '' });
  const { kind } = outcome;
  // The document itself is no news to who sees the article.
  return {
    stage: 'index',
    outcome: kind === 'accept' ? { kind, value: undefined } : outcome,
    article: given.enriched,
  };
}

/**
 * Everything by which bytes of others are read outside of the stages, from plain data to plain data: each
 * runs in a thread that can be ended. `body` stands at the top of what is given, since bytes are moved to the
 * thread from there.
 */
export const readings = {
  /** What follows from the answer to a poll. */
  channel: ({
    body,
    head,
    item,
    source,
    policy,
    moment,
  }: {
    readonly body: Uint8Array;
    readonly head: Head;
    readonly item: FetchItem;
    readonly source: Source;
    readonly policy: FetchPolicy;
    readonly moment: Moment;
  }): Visit => readChannelVisit(item, source, { ...head, body }, policy, moment),
  robots: ({
    body,
    encoding,
    status,
  }: Pick<ReceivedBody, 'body' | 'encoding'> & { readonly status: number }): RobotsRules =>
    robotsFromAnswer({ status, body: decodeBody(body, encoding, robotsLimit).bytes }),
  /** A list of subscriptions; undefined where it is none. */
  opml: ({ body }: { readonly body: Uint8Array }): OpmlReading | undefined => readOpml(body),
  /** What the files of a site say of rights. */
  siteFiles: ({ tdm, ai, rsl }: Readonly<Record<'tdm' | 'ai' | 'rsl', Uint8Array | undefined>>): SiteFiles =>
    readSiteFiles({ tdm, ai, rsl }),
  /** Where an article goes on, and of its first page whether it is a live blog. */
  nextPage: ({
    body,
    head,
    first,
    number,
  }: {
    readonly body: Uint8Array;
    readonly head: Head;
    readonly first: string;
    readonly number: number;
  }): PageContinuation => continuationOf({ ...head, body }, { first, number }),
  /** Whether a page is a wall, where it leads, and where its article goes on; all of it of one inflated page. */
  firstLook: ({
    body,
    head,
    setsCookie,
  }: {
    readonly body: Uint8Array;
    readonly head: Head;
    readonly setsCookie: boolean;
  }): FirstLook => {
    const { bytes } = decodeBody(body, head.encoding, mostOfWall);
    const page = { ...head, encoding: 'identity' as const, body: bytes };
    return {
      ...passageOfPage(page, setsCookie),
      goesOn: continuationOf(page, { first: head.url, number: 2 }),
    };
  },
  /** A record of an archive. */
  archived: ({
    body,
    record,
    source,
    channel,
    now,
    agent,
  }: {
    readonly body: Uint8Array | undefined;
    readonly record: Omit<ArchivedRecord, 'block'>;
    readonly source: Source;
    readonly channel: Source['channels'][number];
    readonly now: number;
    readonly agent: string;
  }): ArchivedReading =>
    readArchivedPage({ ...record, block: body }, source, scopeOf(source, channel), { now, agent }),
  /** A channel that the publisher may offer. */
  candidate: ({
    link,
    foundBy,
    now,
    ...received
  }: ReceivedBody & { readonly link: string | undefined; readonly foundBy: FoundBy; readonly now: number }):
    | ChannelCandidate
    | Unread => candidateOf(received, { link, foundBy, now }),
  /** What stands at the address from which channels are looked for. */
  offered({
    link,
    now,
    ...received
  }: ReceivedBody & { readonly link: string | undefined; readonly now: number }): Offered {
    const text = textOf(received);
    if (isPage(received, text)) return { kind: 'page', feeds: feedsOf(text, received) };
    const candidate = candidateOf(received, { link, foundBy: 'asked', now });
    return 'error' in candidate ? { kind: 'nothing', ...candidate } : { kind: 'channel', candidate };
  },
  /**
   * A page as a channel that lists articles; undefined where it lists none, or is an article itself. A front
   * page is none, whatever it looks like. `page` as in `shown`.
   */
  async listed({
    page,
    isFront,
    ...received
  }: ReceivedBody & {
    readonly page: Omit<FetchedPage, 'body'>;
    readonly isFront: boolean;
  }): Promise<ChannelCandidate | undefined> {
    const text = textOf(received);
    const candidate = isPage(received, text)
      ? listCandidate(received.url, readListPage(text, received.url))
      : undefined;
    if (candidate === undefined || isFront) return candidate;
    const outcome = await cleaned(FetchedPage.parse({ ...page, body: received.body }));
    return outcome.kind === 'accept' ? undefined : candidate;
  },
  /** Sections to which a home page leads that shows the articles `home`. */
  sections: ({
    home,
    ...received
  }: ReceivedBody & { readonly home: readonly string[] }): readonly FoundSection[] => {
    const text = textOf(received);
    return isPage(received, text) ? findSections(text, received.url, home) : [];
  },
  /** What a preview shows; `page` is the answer as the fetch stage would hand it on, without its body. */
  async shown({
    page,
    most,
    now,
    asList,
    select,
    isFeedOnly,
    ...received
  }: ReceivedBody & {
    readonly page: Omit<FetchedPage, 'body'>;
    /** Whether a page is read as one that lists articles, and the selector of their links where there is one. */
    readonly asList: boolean;
    readonly select: string | undefined;
    /** Whether articles are made of the entries of a feed alone. */
    readonly isFeedOnly: boolean;
    readonly most: number;
    readonly now: number;
  }): Promise<Shown> {
    const text = textOf(received);
    if (!isPage(received, text)) return channelShown(received, { most, now, isFeedOnly });
    if (asList) return listShown(text, received.url, { most, select });
    return {
      kind: 'page',
      feeds: feedsOf(text, received),
      outcome: await cleaned(FetchedPage.parse({ ...page, body: received.body })),
    };
  },
  /** A page as it was kept, to be shown in a frame; undefined where it is no web page. */
  original(received: ReceivedBody): string | undefined {
    const text = textOf(received);
    return isPage(received, text) ? harmlessPage(text) : undefined;
  },
  /**
   * What the stages of today make of a page or an article, one after the other, without what the state knows of other
   * articles, and with newsmill's own enrichers alone.
   */
  rehearsal: rehearse,
  /**
   * What the cleaner makes of a page of the archive now, with what is known of its site and of what its source
   * published before.
   */
  async again({
    body,
    page,
    known,
  }: {
    readonly body: Uint8Array;
    readonly page: Omit<FetchedPage, 'body'>;
    readonly known: {
      readonly site: readonly SiteArticle[];
      readonly memories: ReadonlyMap<string, readonly SiteArticle[]>;
    };
  }): Promise<Outcome<CleanArticle>> {
    const { chooseArticle } = await import('@newsmill/clean');
    return chooseArticle(FetchedPage.parse({ ...page, body }), known);
  },
  /** The article of a page. */
  article: ({
    body,
    page,
  }: {
    readonly body: Uint8Array;
    readonly page: Omit<FetchedPage, 'body'>;
  }): Promise<Outcome<CleanArticle>> => cleaned(FetchedPage.parse({ ...page, body })),
} as const;

export type Readings = typeof readings;
export type ReadingName = keyof Readings;
export type Given<N extends ReadingName> = Parameters<Readings[N]>[0];
export type Read<N extends ReadingName> = Awaited<ReturnType<Readings[N]>>;
