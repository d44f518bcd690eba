import {
  FetchedPage,
  siteRightsHeader,
  type CleanArticle,
  type FeedEntry,
  type Outcome,
  type HttpAnswer,
  type Source,
} from '@newsmill/contracts';
import { entryBody, hearsay, isFeedOnly, speaksFor } from '@newsmill/fetch';
import { HttpFailure, type HttpClient } from '@newsmill/http';
import { Unreadable, type ReadingThread, type ReceivedBody, type Shown } from '@newsmill/reading';
import type { Secrets } from '@newsmill/source-files';
import { itemOf } from '@newsmill/text';
import { failureWords } from './failure-words.ts';
import { pageForSource, sourceOfAddress, typedRequest, type OwnRequest } from './own-settings.ts';
import type { Preview } from './preview-view.ts';

export interface PreviewOptions {
  readonly allowPrivate: readonly string[];
  readonly now: number;
  /** Articles to show at most. */
  readonly articles: number;
  /** Sources whose settings hold for the addresses that belong to them, but for private addresses. */
  readonly sources?: readonly Source[];
  /** The source as which every address is read, whether it belongs to it or not. */
  readonly as?: Source | undefined;
  /** Values that headers of these refer to. */
  readonly secrets?: Secrets;
  /** Whether a page is read as one that lists articles, and not as an article. */
  readonly asList?: boolean;
  /** Until when further pages are requested, epoch milliseconds by `clock`; without it all are. */
  readonly limit?: { readonly end: number; clock(): number };
  /** Told of each page that became an article. */
  readonly keep?: (page: FetchedPage) => void;
  /** Reads what comes back. */
  readonly thread: ReadingThread;
}

/** Decoded bytes of an answer that somebody asked for by hand. */
export const maxBytes = 10_485_760;

/** The page of an answer, as the fetch stage would hand it on. */
export function pageOf(answer: HttpAnswer, url: string, now: number, entry?: FeedEntry): FetchedPage {
  const { [siteRightsHeader]: _sent, ...httpHeaders } = answer.headers;
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
    httpHeaders,
    entry,
    body: answer.body,
  });
}

/** The body of an answer for the thread that reads it. */
export function receivedBody({ body, encoding, headers, url }: HttpAnswer): ReceivedBody {
  return { body, encoding, contentType: headers['content-type'], url };
}

/** Asks for an address under the guards of the fetcher, as its source says (`own`); throws HttpFailure. */
export function ask(
  http: HttpClient,
  url: string,
  allowPrivate: readonly string[],
  own: OwnRequest = {},
): Promise<HttpAnswer> {
  return http.send({
    url,
    allowPrivate,
    access: own.access,
    maxBytes: own.maxBytes ?? maxBytes,
    totalTimeoutMs: own.totalTimeoutMs ?? 20_000,
    headers: {
      accept:
        'text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json;q=0.9,*/*;q=0.5',
      ...own.headers,
    },
  });
}

function told(outcome: Outcome<CleanArticle>, url: string): { article?: CleanArticle; problem?: string } {
  if (outcome.kind === 'accept') return { article: outcome.value };
  return {
    problem: `${url}: ${outcome.reason}${outcome.kind === 'reject' && outcome.detail !== undefined ? ` (${outcome.detail})` : ''}`,
  };
}

/** The page without its body, which goes to the thread apart. */
export function apart({ body, ...page }: FetchedPage): {
  readonly page: Omit<FetchedPage, 'body'>;
  readonly body: Uint8Array;
} {
  return { page, body };
}

/** The page of an entry that names none: its text. */
function pageOfEntry(entry: FeedEntry, html: string, now: number): FetchedPage {
  const answer: HttpAnswer = {
    status: 200,
    url: entry.url,
    redirects: [],
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: entryBody(entry, html, entry.language),
    encoding: 'identity',
    truncated: false,
  };
  return { ...pageOf(answer, entry.url, now, entry), fromEntry: true };
}

interface ShownEntry {
  readonly entry: FeedEntry;
  readonly html: string | undefined;
  readonly isFeedOnly: boolean;
}

/** The source whose settings hold for an address. */
function settingsFor(url: string, { as, sources = [] }: PreviewOptions): Source | undefined {
  return as ?? sourceOfAddress(url, sources);
}

/** Asks as the source of the address says, where it has one. */
async function askAs(
  source: Source | undefined,
  http: HttpClient,
  url: string,
  { allowPrivate, secrets = {} }: PreviewOptions,
): Promise<HttpAnswer> {
  const own = source === undefined ? undefined : await typedRequest(source, secrets, url);
  return ask(http, url, allowPrivate, own);
}

/** An entry as the mill hears it: what a feed says of the pages of another site is hearsay. */
function heard(entry: FeedEntry, source: Source | undefined, at: string): FeedEntry {
  const { channel } = entry;
  const speaks = channel === undefined || speaksFor({ domains: source?.domains ?? [] }, [channel], at);
  return speaks ? entry : hearsay(entry);
}

async function previewEntry(
  http: HttpClient,
  { entry, html, isFeedOnly }: ShownEntry,
  options: PreviewOptions,
): Promise<{ article?: CleanArticle; problem?: string }> {
  const source = settingsFor(entry.url, options);
  const read = async (page: FetchedPage) =>
    told(await options.thread.read('article', apart(pageForSource(page, source))), entry.url);
  try {
    if (html !== undefined) return await read(pageOfEntry(entry, html, options.now));
    if (isFeedOnly)
      return { problem: `${entry.url}: the entry has no text, and its source requests no page (feedOnly)` };
    const answer = await askAs(source, http, entry.url, options);
    if (answer.status !== 200) return { problem: `${entry.url}: answered ${answer.status}` };
    const page = pageOf(answer, entry.url, options.now, heard(entry, source, answer.url));
    const shown = await read(page);
    if (shown.article !== undefined) options.keep?.(page);
    return shown;
  } catch (error) {
    if (error instanceof Unreadable) return { problem: `${entry.url}: ${error.message}` };
    if (!(error instanceof HttpFailure)) throw error;
    return { problem: `${entry.url}: ${failureWords(error, entry.url)}` };
  }
}

type ChannelShown = Extract<Shown, { kind: 'feed' | 'sitemap' | 'list' }>;

async function previewChannel(
  http: HttpClient,
  url: string,
  { kind, title, language, entries, contents, count }: ChannelShown,
  options: PreviewOptions & { readonly isFeedOnly: boolean },
): Promise<Preview> {
  const shown: Awaited<ReturnType<typeof previewEntry>>[] = [];
  // One request at a time, as when the channel is polled.
  for (const entry of entries) {
    if (options.limit !== undefined && options.limit.clock() > options.limit.end) break;
    const html = contents.get(entry.url);
    shown.push(await previewEntry(http, { entry, html, isFeedOnly: options.isFeedOnly }, options));
  }
  return {
    kind,
    url,
    title,
    language,
    ...(kind === 'list' ? { feeds: [] } : { feedUrl: url, feeds: [{ url, title }] }),
    entries: count,
    articles: shown.flatMap(({ article }) => (article === undefined ? [] : [article])),
    problems: shown.flatMap(({ problem }) => (problem === undefined ? [] : [problem])),
  };
}

/** Whether the source of a channel makes articles of its entries alone. */
function isFeedOnlyAt(source: Source | undefined, url: string): boolean {
  return (
    source !== undefined &&
    isFeedOnly(
      source,
      source.channels.find((channel) => channel.url === url),
    )
  );
}

async function shownOf(
  answer: HttpAnswer,
  url: string,
  source: Source | undefined,
  { thread, articles, now, asList = false }: PreviewOptions,
): Promise<Shown> {
  const channel = source?.channels.find((one) => one.url === url);
  try {
    return await thread.read('shown', {
      ...receivedBody(answer),
      page: apart(pageForSource(pageOf(answer, url, now), source)).page,
      most: articles,
      now,
      asList: asList || channel?.kind === 'list',
      select: channel?.select,
      isFeedOnly: isFeedOnlyAt(source, url),
    });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { kind: 'nothing', error: error.message };
  }
}

/**
 * Previews a feed (up to `articles` of its articles), or a page (its article, and the feeds that it links
 * to). Throws HttpFailure when the address itself brings no answer; everything else is told in `problems`.
 */
export async function previewUrl(http: HttpClient, url: string, options: PreviewOptions): Promise<Preview> {
  const source = settingsFor(url, options);
  const answer = await askAs(source, http, url, options);
  const nothing = { kind: 'page' as const, url: answer.url, feeds: [], entries: 0, articles: [] };
  if (answer.status !== 200) return { ...nothing, problems: [`${answer.url}: answered ${answer.status}`] };
  const shown = await shownOf(answer, url, source, options);
  if (shown.kind === 'nothing')
    return { ...nothing, problems: [`${answer.url}: neither a feed nor a page: ${shown.error}`] };
  if (shown.kind !== 'page') {
    const isFeedOnly = isFeedOnlyAt(source, url);
    return previewChannel(http, answer.url, shown, { ...options, isFeedOnly });
  }
  const { article, problem } = told(shown.outcome, answer.url);
  return {
    ...nothing,
    title: article?.title,
    language: article?.language,
    feedUrl: shown.feeds[0]?.url,
    feeds: shown.feeds,
    articles: article === undefined ? [] : [article],
    problems: problem === undefined ? [] : [problem],
  };
}
