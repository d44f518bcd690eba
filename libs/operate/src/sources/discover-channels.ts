import type { HttpAnswer } from '@newsmill/contracts';
import {
  isFrontPage,
  linksOf,
  looksLikeNews,
  measureCoverage,
  rankChannels,
  wellKnownFeeds,
  type ChannelCandidate,
  type FoundBy,
} from '@newsmill/fetch';
import { HttpFailure, type HttpClient } from '@newsmill/http';
import { Unreadable, type ReadingThread } from '@newsmill/reading';
import { apart, ask, pageOf, receivedBody } from './preview-url.ts';

export interface DiscoverOptions {
  readonly allowPrivate: readonly string[];
  readonly now: () => number;
  /** No further request is begun after so many milliseconds. */
  readonly limitMs: number;
  /** Reads what comes back. */
  readonly thread: ReadingThread;
}

export interface Discovery {
  /** The best first. */
  readonly candidates: readonly ChannelCandidate[];
  /** Addresses of the articles that the home page shows; none where it was not looked at, or lists none. */
  readonly home: readonly string[];
  /** What the address itself answered with, where it is no channel: why not. */
  readonly problems: readonly string[];
}

/** Addresses of one way of finding that are asked for. */
const mostOfOneWay = 12;

/** What was read, or in words why it could not be. */
async function readable<T>(reading: Promise<T>): Promise<T | { readonly error: string }> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { error: error.message };
  }
}

/** One look around: what was found, what was asked, and when it must end. */
class Search {
  readonly found: ChannelCandidate[] = [];
  readonly #http: HttpClient;
  readonly #options: DiscoverOptions;
  readonly #end: number;
  readonly #asked = new Set<string>();

  constructor(http: HttpClient, options: DiscoverOptions) {
    this.#http = http;
    this.#options = options;
    this.#end = options.now() + options.limitMs;
  }

  /** Asks for the address itself. Throws HttpFailure. */
  async askFirst(url: string): Promise<HttpAnswer> {
    const answer = await ask(this.#http, url, this.#options.allowPrivate);
    this.#asked.add(url).add(answer.url);
    return answer;
  }

  async tryAll(addresses: readonly string[], way: FoundBy): Promise<void> {
    for (const address of addresses.slice(0, mostOfOneWay)) {
      const answer = await this.#tryOne(address);
      const candidate = answer === undefined ? undefined : await this.#read(answer, way);
      if (candidate === undefined) continue;
      this.found.push(candidate);
      // An index names the sitemap of news, if there is one, by its address alone.
      const news = candidate.sitemaps.filter(looksLikeNews).slice(0, 3);
      if (news.length > 0) await this.tryAll(news, way);
    }
  }

  /** The sitemaps that robots.txt names, those of news first. */
  async sitemapsOf(origin: string): Promise<string[]> {
    const answer = await this.#tryOne(`${origin}/robots.txt`);
    if (answer?.status !== 200) return [];
    const { body, encoding, status } = answer;
    const robots = await readable(this.#options.thread.read('robots', { body, encoding, status }));
    const addresses = 'error' in robots ? [] : robots.sitemaps.filter((address) => URL.canParse(address));
    return [...addresses.filter(looksLikeNews), ...addresses.filter((address) => !looksLikeNews(address))];
  }

  /** Usual addresses of what was not found. */
  usualAddresses(url: string): string[] {
    const has = (kind: ChannelCandidate['kind']) =>
      this.found.some((candidate) => candidate.kind === kind && candidate.entries > 0);
    return wellKnownFeeds(url).filter((address) =>
      /sitemap/i.test(address)
        ? !has('news-sitemap') && (looksLikeNews(address) || !has('sitemap'))
        : !has('feed'),
    );
  }

  /** The page at the address as a list of articles; of a page that is none, the front page of its host. */
  async listOf(answer: HttpAnswer): Promise<ChannelCandidate | undefined> {
    const own = await this.#listed(answer);
    if (own !== undefined || isFrontPage(answer.url)) return own;
    const front = await this.#tryOne(`${new URL(answer.url).origin}/`);
    const list = front?.status === 200 ? await this.#listed(front) : undefined;
    return list === undefined ? undefined : { ...list, foundBy: 'well-known' };
  }

  async #listed(answer: HttpAnswer): Promise<ChannelCandidate | undefined> {
    const { page } = apart(pageOf(answer, answer.url, this.#options.now()));
    const given = { ...receivedBody(answer), page, isFront: isFrontPage(answer.url) };
    const list = await readable(this.#options.thread.read('listed', given));
    return list === undefined || 'error' in list ? undefined : list;
  }

  async #read(answer: HttpAnswer, way: FoundBy): Promise<ChannelCandidate | undefined> {
    if (answer.status !== 200) return undefined;
    const candidate = await readable(
      this.#options.thread.read('candidate', {
        ...receivedBody(answer),
        link: answer.headers['link'],
        foundBy: way,
        now: this.#options.now(),
      }),
    );
    return 'error' in candidate ? undefined : candidate;
  }

  /** An address that brings nothing is none of the publisher's channels; that is no mistake. */
  async #tryOne(address: string): Promise<HttpAnswer | undefined> {
    if (this.#asked.has(address) || this.#options.now() > this.#end) return undefined;
    this.#asked.add(address);
    try {
      return await ask(this.#http, address, this.#options.allowPrivate);
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      return undefined;
    }
  }
}

const noChannel = 'the page, robots.txt and the usual addresses name no feed and no sitemap';

function nothing(problem: string): Discovery {
  return { candidates: [], home: [], problems: [problem] };
}

/** What was found around a page, measured by what its list of articles shows. */
function measured(
  search: Search,
  list: ChannelCandidate | undefined,
  now: number,
): Omit<Discovery, 'problems'> {
  const home = list?.links ?? [];
  const found = list === undefined ? search.found : [...search.found, list];
  return { candidates: rankChannels(measureCoverage(home, found, now)), home };
}

/**
 * Finds the channels that a publisher offers: what stands at the address; what the page names; Sitemap lines
 * of robots.txt; what hubs are named for; usual addresses where these name no feed or no news sitemap; and
 * the page itself where it lists articles, by which all others are measured. One request at a time. Throws
 * HttpFailure when the address itself brings no answer.
 */
export async function discoverChannels(
  http: HttpClient,
  url: string,
  options: DiscoverOptions,
): Promise<Discovery> {
  const search = new Search(http, options);
  const answer = await search.askFirst(url);
  if (answer.status !== 200) return nothing(`${answer.url}: answered ${answer.status}`);
  const link = answer.headers['link'];
  const offered = await readable(
    options.thread.read('offered', { ...receivedBody(answer), link, now: options.now() }),
  );
  if ('error' in offered)
    return nothing(`${answer.url}: neither a page nor a feed nor a sitemap: ${offered.error}`);
  if (offered.kind === 'channel') return { candidates: [offered.candidate], home: [], problems: [] };
  await search.tryAll(
    offered.feeds.map((feed) => feed.url),
    'page',
  );
  if (linksOf(link ?? '', 'hub', answer.url).length > 0)
    await search.tryAll(linksOf(link ?? '', 'self', answer.url), 'hub');
  await search.tryAll(await search.sitemapsOf(new URL(answer.url).origin), 'robots');
  await search.tryAll(search.usualAddresses(answer.url), 'well-known');
  const found = measured(search, await search.listOf(answer), options.now());
  return found.candidates.length > 0
    ? { ...found, problems: [] }
    : nothing(`${answer.url}: ${noChannel}, and it lists no articles`);
}
