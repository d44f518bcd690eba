import { FetchedPage, type CleanArticle, type FeedEntry, type Outcome } from '@newsmill/contracts';
import { cleanArticle } from '@newsmill/clean';
import { findFeeds, readFeed, readSitemap, type FeedReading } from '@newsmill/fetch';
import { HttpFailure, type HttpAnswer, type HttpClient } from '@newsmill/http';
import { decodeBody, decodeText, itemOf } from '@newsmill/text';

export interface PreviewOptions {
  readonly allowPrivate: readonly string[];
  readonly now: number;
  /** Articles to show at most. */
  readonly articles: number;
}
/** What a feed or page would give, without anything being kept. */
export interface Preview {
  readonly kind: 'feed' | 'sitemap' | 'page';
  readonly url: string;
  readonly title?: string;
  readonly language?: string;
  /** Address of the feed: the one asked for, or one that the page links to. */
  readonly feedUrl?: string;
  readonly feeds: readonly { readonly url: string; readonly title?: string }[];
  readonly entries: number;
  readonly articles: readonly CleanArticle[];
  /** What went wrong, in words, with the address. */
  readonly problems: readonly string[];
}

const maxBytes = 10_485_760;

/** The page of an answer, as the fetch stage would hand it on. */
export function pageOf(answer: HttpAnswer, url: string, now: number, entry?: FeedEntry): FetchedPage {
  return FetchedPage.parse({
    item: itemOf(url) ?? url,
    sourceId: 'preview',
    url,
    finalUrl: answer.url,
    redirects: answer.redirects,
    fetchedAt: now,
    firstSeen: now,
    status: answer.status,
    contentType: answer.headers['content-type'] ?? '',
    encoding: answer.encoding,
    httpHeaders: answer.headers,
    entry,
    body: answer.body,
  });
}

/** Asks for an address under the guards of the fetcher; throws HttpFailure. */
export function ask(http: HttpClient, url: string, allowPrivate: readonly string[]): Promise<HttpAnswer> {
  return http.send({
    url,
    allowPrivate,
    maxBytes,
    totalTimeoutMs: 20_000,
    headers: {
      accept:
        'text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json;q=0.9,*/*;q=0.5',
    },
  });
}

function told(outcome: Outcome<CleanArticle>, url: string): { article?: CleanArticle; problem?: string } {
  if (outcome.kind === 'pass') return { article: outcome.value };
  return {
    problem: `${url}: ${outcome.reason}${outcome.kind === 'reject' && outcome.detail !== undefined ? ` (${outcome.detail})` : ''}`,
  };
}

async function previewEntry(
  http: HttpClient,
  entry: FeedEntry,
  options: PreviewOptions,
): Promise<{ article?: CleanArticle; problem?: string }> {
  try {
    const answer = await ask(http, entry.url, options.allowPrivate);
    if (answer.status !== 200) return { problem: `${entry.url}: answered ${answer.status}` };
    return told(cleanArticle(pageOf(answer, entry.url, options.now, entry)), entry.url);
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    return { problem: `${entry.url}: ${error.message}` };
  }
}

async function previewFeed(
  http: HttpClient,
  answer: HttpAnswer,
  options: PreviewOptions,
): Promise<Preview | { readonly error: string }> {
  const { bytes } = decodeBody(answer.body, answer.encoding, maxBytes);
  const context = { url: answer.url, contentType: answer.headers['content-type'], maxItems: 100 };
  const sitemap = looksLikeSitemap(bytes) ? readSitemap(bytes, context) : undefined;
  const isSitemap = sitemap !== undefined && !('error' in sitemap);
  const feed: Pick<FeedReading, 'title' | 'language' | 'entries'> | { readonly error: string } = isSitemap
    ? { entries: sitemap.urls }
    : readFeed(bytes, { ...context, now: options.now });
  if ('error' in feed) return feed;
  const shown = await Promise.all(
    feed.entries.slice(0, options.articles).map((entry) => previewEntry(http, entry, options)),
  );
  return {
    kind: isSitemap ? 'sitemap' : 'feed',
    url: answer.url,
    title: feed.title,
    language: feed.language,
    feedUrl: answer.url,
    feeds: [{ url: answer.url, title: feed.title }],
    entries: feed.entries.length,
    articles: shown.flatMap(({ article }) => (article === undefined ? [] : [article])),
    problems: shown.flatMap(({ problem }) => (problem === undefined ? [] : [problem])),
  };
}

function looksLikeSitemap(bytes: Uint8Array): boolean {
  return /<(?:\w+:)?(?:urlset|sitemapindex)\b/i.test(
    new TextDecoder('latin1').decode(bytes.subarray(0, 4_096)),
  );
}

function looksLikeHtml(answer: HttpAnswer, text: string): boolean {
  return /html/i.test(answer.headers['content-type'] ?? '') || /^\s*(<!doctype html|<html)/i.test(text);
}

/**
 * Previews a feed (up to `articles` of its articles), or a page (its article, and the feeds that it links to).
 * Throws HttpFailure when the address itself brings no answer; everything else is told in `problems`.
 */
export async function previewUrl(http: HttpClient, url: string, options: PreviewOptions): Promise<Preview> {
  const answer = await ask(http, url, options.allowPrivate);
  const nothing = { url: answer.url, feeds: [], entries: 0, articles: [] };
  if (answer.status !== 200)
    return { kind: 'page', ...nothing, problems: [`${answer.url}: answered ${answer.status}`] };
  const { text } = decodeText(decodeBody(answer.body, answer.encoding, maxBytes).bytes, {
    contentType: answer.headers['content-type'],
    kind: 'html',
  });
  if (!looksLikeHtml(answer, text)) {
    const preview = await previewFeed(http, answer, options);
    return 'error' in preview
      ? { kind: 'page', ...nothing, problems: [`${answer.url}: neither a feed nor a page: ${preview.error}`] }
      : preview;
  }
  const feeds = findFeeds(text, answer.url);
  const { article, problem } = told(cleanArticle(pageOf(answer, url, options.now)), answer.url);
  return {
    kind: 'page',
    ...nothing,
    title: article?.title,
    language: article?.language,
    feedUrl: feeds[0]?.url,
    feeds,
    articles: article === undefined ? [] : [article],
    problems: problem === undefined ? [] : [problem],
  };
}
