import {
  findFeeds,
  learnList,
  linksOf,
  looksLikeNews,
  rankChannels,
  readCandidate,
  robotsFromAnswer,
  wellKnownFeeds,
  type ChannelCandidate,
  type FoundBy,
} from '@newsmill/fetch';
import { HttpFailure, type HttpAnswer, type HttpClient } from '@newsmill/http';
import { decodeBody, decodeText } from '@newsmill/text';
import { ask } from './preview-url.ts';

export interface DiscoverOptions {
  readonly allowPrivate: readonly string[];
  readonly now: () => number;
  /** No further request is begun after so many milliseconds. */
  readonly limitMs: number;
}

export interface Discovery {
  /** The best first. */
  readonly candidates: readonly ChannelCandidate[];
  /** What the address itself answered with, where it is no channel: why not. */
  readonly problems: readonly string[];
}

const maxBytes = 10_485_760;
/** Addresses of one way of finding that are asked for. */
const mostOfOneWay = 12;

function bytesOf(answer: HttpAnswer): Uint8Array {
  return decodeBody(answer.body, answer.encoding, maxBytes).bytes;
}

function isPage(answer: HttpAnswer, text: string): boolean {
  return (
    /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*(<!doctype html|<html)/i.test(text) ||
    (/html/i.test(answer.headers['content-type'] ?? '') &&
      !/^\s*<(\?xml|rss|feed|rdf|urlset|sitemapindex)\b/i.test(text))
  );
}

/**
 * Finds the channels that a publisher offers: what stands at the address; what the page names; Sitemap lines of robots.txt; what hubs
 * are named for; usual addresses where these name no feed or no news sitemap. One request at a time. Throws HttpFailure when the
 * address itself brings no answer.
 */
export async function discoverChannels(
  http: HttpClient,
  url: string,
  options: DiscoverOptions,
): Promise<Discovery> {
  const end = options.now() + options.limitMs;
  const found: ChannelCandidate[] = [];
  const asked = new Set<string>();

  function read(answer: HttpAnswer, way: FoundBy): ChannelCandidate | { readonly error: string } {
    if (answer.status !== 200) return { error: `answered ${answer.status}` };
    return readCandidate({
      url: answer.url,
      bytes: bytesOf(answer),
      contentType: answer.headers['content-type'],
      link: answer.headers['link'],
      foundBy: way,
      now: options.now(),
    });
  }
  /** An address that brings nothing is none of the publisher's channels; that is no mistake. */
  async function tryOne(address: string): Promise<HttpAnswer | undefined> {
    if (asked.has(address) || options.now() > end) return undefined;
    asked.add(address);
    try {
      return await ask(http, address, options.allowPrivate);
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      return undefined;
    }
  }
  async function tryAll(addresses: readonly string[], way: FoundBy): Promise<void> {
    for (const address of addresses.slice(0, mostOfOneWay)) {
      const answer = await tryOne(address);
      const candidate = answer === undefined ? undefined : read(answer, way);
      if (candidate === undefined || 'error' in candidate) continue;
      found.push(candidate);
      // An index names the sitemap of news, if there is one, by its address alone.
      const news = candidate.sitemaps.filter(looksLikeNews).slice(0, 3);
      if (news.length > 0) await tryAll(news, way);
    }
  }
  async function sitemapsOf(origin: string): Promise<string[]> {
    const answer = await tryOne(`${origin}/robots.txt`);
    const { sitemaps } = robotsFromAnswer(
      answer === undefined ? { failure: 'away' } : { status: answer.status, body: bytesOf(answer) },
    );
    const addresses = sitemaps.filter((address) => URL.canParse(address));
    return [...addresses.filter(looksLikeNews), ...addresses.filter((address) => !looksLikeNews(address))];
  }

  const answer = await ask(http, url, options.allowPrivate);
  asked.add(url).add(answer.url);
  if (answer.status !== 200)
    return { candidates: [], problems: [`${answer.url}: answered ${answer.status}`] };
  const { text } = decodeText(bytesOf(answer), { contentType: answer.headers['content-type'], kind: 'html' });
  if (!isPage(answer, text)) {
    const candidate = read(answer, 'asked');
    return 'error' in candidate
      ? {
          candidates: [],
          problems: [`${answer.url}: neither a page nor a feed nor a sitemap: ${candidate.error}`],
        }
      : { candidates: [candidate], problems: [] };
  }
  const { origin } = new URL(answer.url);
  const link = answer.headers['link'] ?? '';
  await tryAll(
    findFeeds(text, answer.url).map((feed) => feed.url),
    'page',
  );
  if (linksOf(link, 'hub', answer.url).length > 0) await tryAll(linksOf(link, 'self', answer.url), 'hub');
  await tryAll(await sitemapsOf(origin), 'robots');
  const has = (kind: ChannelCandidate['kind']) =>
    found.some((candidate) => candidate.kind === kind && candidate.entries > 0);
  const isSitemap = (address: string) => /sitemap/i.test(address);
  const usual = wellKnownFeeds(answer.url).filter((address) =>
    isSitemap(address) ? !has('news-sitemap') && (looksLikeNews(address) || !has('sitemap')) : !has('feed'),
  );
  await tryAll(usual, 'well-known');
  if (found.length > 0) return { candidates: rankChannels(found), problems: [] };
  const articles = learnList(text, { url: answer.url }).length;
  const remedy =
    articles === 0
      ? ''
      : `; the page itself lists ${articles} articles: a source file with a channel of kind list and this address reads them`;
  return {
    candidates: [],
    problems: [
      `${answer.url}: the page, robots.txt and the usual addresses name no feed and no sitemap${remedy}`,
    ],
  };
}
