import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpAnswer } from '@newsmill/contracts';
import { crawlDelay, mayFetch, type ChannelCandidate, type FoundSection } from '@newsmill/fetch';
import type { ReadingThread } from '@newsmill/reading';
import { ownerOf } from '@newsmill/text';
import { readable, type ChannelSearch } from './channel-search.ts';
import { receivedBody } from './preview-url.ts';
import type { SectionsSearched } from './preview-view.ts';

/** Whether and how section pages are looked at. */
export interface SectionsWish {
  /** So many at most. */
  readonly most: number;
  /** Where the channels found bring less than this share of the home page's articles; above 1: always. */
  readonly below: number;
  /** No further request is begun after so many milliseconds more. */
  readonly limitMs: number;
  /** First word of the user agent, for robots.txt. */
  readonly agent: string;
  /** Pause between two requests to one host, milliseconds; the delay of sources without it. */
  readonly delayMs?: number;
}

/** How long hosts are left alone between two requests, as sources do that say nothing else. */
const usualDelayMs = 1_000;
/** Feeds of one section page that are asked for. */
const mostFeeds = 2;
/** Requests for each section that may be asked for: its page, its feeds, and robots.txt where that is another. */
const mostOfSection = mostFeeds + 2;

interface Ground {
  readonly page: HttpAnswer;
  /** Articles that it shows. */
  readonly home: readonly string[];
  readonly thread: ReadingThread;
  readonly wish: SectionsWish;
}

const addressOf = (url: string) => url.replace(/(?<!\/)\/+$/, '');

class SectionSearch {
  readonly #search: ChannelSearch;
  readonly #ground: Ground;
  readonly #owner: string;
  /** Pages that answered, whatever address they were asked for under. */
  readonly #seen: Set<string>;
  looked = 0;

  constructor(search: ChannelSearch, ground: Ground) {
    this.#search = search;
    this.#ground = ground;
    this.#owner = ownerOf(new URL(ground.page.url));
    this.#seen = new Set([addressOf(ground.page.url)]);
  }

  /** Asks as a polite crawler does: where robots.txt allows it, and not too soon after the last request. */
  async #ask(url: string): Promise<HttpAnswer | undefined> {
    const { origin, host } = new URL(url);
    const { agent, delayMs = usualDelayMs } = this.#ground.wish;
    if (this.#search.hasAsked(url)) return undefined;
    const rules = await this.#search.robotsOf(origin);
    if (rules === undefined || !mayFetch(rules, url, agent).allowed) return undefined;
    const pause = Math.max(delayMs, crawlDelay(rules, agent) ?? 0);
    const wait = (this.#search.askedAt.get(host) ?? 0) + pause - this.#search.now;
    if (this.#search.now + wait > this.#search.end) return undefined;
    if (wait > 0) await sleep(wait);
    return this.#search.tryOne(url);
  }

  /** Whether a page is one of the publication that was not seen under another address. */
  #isFresh({ url, status }: HttpAnswer): boolean {
    const isFresh =
      status === 200 && ownerOf(new URL(url)) === this.#owner && !this.#seen.has(addressOf(url));
    this.#seen.add(addressOf(url));
    return isFresh;
  }

  async #feedsOf(feeds: readonly { readonly url: string }[]): Promise<ChannelCandidate[]> {
    const found: ChannelCandidate[] = [];
    const fresh = feeds.filter(({ url }) => !this.#search.hasAsked(url));
    for (const { url } of fresh.slice(0, mostFeeds)) {
      const answer = await this.#ask(url);
      const candidate = answer === undefined ? undefined : await this.#search.read(answer, 'section');
      if (candidate !== undefined && candidate.entries > 0 && !candidate.isComments) found.push(candidate);
    }
    return found;
  }

  /** The feeds of a section; where it has none, its page as a list of articles. */
  async channelsOf({ url }: FoundSection): Promise<readonly ChannelCandidate[]> {
    if (this.#search.hasAsked(url)) return [];
    const answer = await this.#ask(url);
    if (this.#search.hasAsked(url)) this.looked += 1;
    if (answer === undefined || !this.#isFresh(answer)) return [];
    const link = answer.headers['link'];
    const offered = await readable(
      this.#ground.thread.read('offered', { ...receivedBody(answer), link, now: this.#search.now }),
    );
    if ('error' in offered) return [];
    if (offered.kind === 'channel') return [offered.candidate];
    const feeds = await this.#feedsOf(offered.feeds);
    if (feeds.length > 0) return feeds;
    const list = await this.#search.listed(answer);
    return list === undefined ? [] : [list];
  }
}

/**
 * Looks at some of the section pages to which a home page leads, for feeds that they name, and for lists of
 * articles: those first below whose addresses most articles of the home page lie. What is found goes to the
 * others that the search found.
 */
export async function searchSections(search: ChannelSearch, ground: Ground): Promise<SectionsSearched> {
  const { page, home, thread, wish } = ground;
  search.end = search.now + wish.limitMs;
  const before = search.requests;
  const read = await readable(thread.read('sections', { ...receivedBody(page), home }));
  const sections = 'error' in read ? [] : read;
  const one = new SectionSearch(search, ground);
  for (const section of sections) {
    const isSpent = search.requests - before >= wish.most * mostOfSection;
    if (one.looked >= wish.most || isSpent || search.isOver) break;
    const found = await one.channelsOf(section);
    search.found.push(...found.map((candidate) => ({ ...candidate, foundBy: 'section' as const, section })));
  }
  return { looked: one.looked, left: sections.length - one.looked, requests: search.requests - before };
}
