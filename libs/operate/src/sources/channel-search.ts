import type { HttpAnswer } from '@newsmill/contracts';
import {
  isFrontPage,
  looksLikeNews,
  wellKnownFeeds,
  type ChannelCandidate,
  type FoundBy,
  type RobotsRules,
} from '@newsmill/fetch';
import { HttpFailure, type HttpClient } from '@newsmill/http';
import { Unreadable, type ReadingThread } from '@newsmill/reading';
import type { OwnRequest } from './own-settings.ts';
import { apart, ask, pageOf, receivedBody } from './preview-url.ts';

/** Addresses of one way of finding that are asked for. */
const mostOfOneWay = 12;

/** What was read, or in words why it could not be. */
export async function readable<T>(reading: Promise<T>): Promise<T | { readonly error: string }> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { error: error.message };
  }
}

/** What a search needs to ask publishers and to read what they send. */
export interface SearchOptions {
  readonly allowPrivate: readonly string[];
  /** How an address is asked for, where a source says so. */
  readonly requestOf?: ((url: string) => Promise<OwnRequest>) | undefined;
  readonly now: () => number;
  /** Reads what comes back. */
  readonly thread: ReadingThread;
}

/** One look around: what was found, what was asked, and when it must end. One request at a time. */
export class ChannelSearch {
  readonly found: ChannelCandidate[] = [];
  /** When each host was asked last. */
  readonly askedAt = new Map<string, number>();
  /** No further request is begun after that time. */
  end: number;
  requests = 0;
  readonly #http: HttpClient;
  readonly #options: SearchOptions;
  readonly #asked = new Set<string>();
  readonly #robots = new Map<string, RobotsRules | undefined>();

  constructor(http: HttpClient, options: SearchOptions, end: number) {
    this.#http = http;
    this.#options = options;
    this.end = end;
  }

  get now(): number {
    return this.#options.now();
  }
  get isOver(): boolean {
    return this.now > this.end;
  }
  hasAsked(address: string): boolean {
    return this.#asked.has(address);
  }

  /** Asks for the address itself. Throws HttpFailure. */
  async askFirst(url: string): Promise<HttpAnswer> {
    const answer = await this.#ask(url);
    this.#asked.add(url).add(answer.url);
    return answer;
  }

  async #ask(url: string): Promise<HttpAnswer> {
    const { allowPrivate, requestOf } = this.#options;
    this.requests += 1;
    this.askedAt.set(new URL(url).host, this.now);
    return ask(this.#http, url, allowPrivate, await requestOf?.(url));
  }

  async tryAll(addresses: readonly string[], way: FoundBy): Promise<void> {
    for (const address of addresses.slice(0, mostOfOneWay)) {
      const answer = await this.tryOne(address);
      const candidate = answer === undefined ? undefined : await this.read(answer, way);
      if (candidate === undefined) continue;
      this.found.push(candidate);
      // An index names the sitemap of news, if there is one, by its address alone.
      const news = candidate.sitemaps.filter(looksLikeNews).slice(0, 3);
      if (news.length > 0) await this.tryAll(news, way);
    }
  }

  /** What robots.txt of an origin says, which is asked for once; undefined where it cannot be had. */
  async robotsOf(origin: string): Promise<RobotsRules | undefined> {
    if (!this.#robots.has(origin)) this.#robots.set(origin, await this.#askRobots(origin));
    return this.#robots.get(origin);
  }

  async #askRobots(origin: string): Promise<RobotsRules | undefined> {
    const answer = await this.tryOne(`${origin}/robots.txt`);
    if (answer === undefined) return undefined;
    const { body, encoding, status } = answer;
    const robots = await readable(this.#options.thread.read('robots', { body, encoding, status }));
    return 'error' in robots ? undefined : robots;
  }

  /** The sitemaps that robots.txt names, those of news first. */
  async sitemapsOf(origin: string): Promise<string[]> {
    const robots = await this.robotsOf(origin);
    const addresses = (robots?.sitemaps ?? []).filter((address) => URL.canParse(address));
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

  /**
   * The home page, with what it lists: the page at the address; of one that lists nothing, the front page of
   * its host.
   */
  async homeOf(
    answer: HttpAnswer,
  ): Promise<{ readonly page: HttpAnswer; readonly list: ChannelCandidate | undefined }> {
    const own = await this.listed(answer);
    if (own !== undefined || isFrontPage(answer.url)) return { page: answer, list: own };
    const front = await this.tryOne(`${new URL(answer.url).origin}/`);
    if (front?.status !== 200) return { page: answer, list: undefined };
    const list = await this.listed(front);
    return { page: front, list: list === undefined ? undefined : { ...list, foundBy: 'well-known' } };
  }

  /** A page as a list of articles; undefined where it is none. */
  async listed(answer: HttpAnswer): Promise<ChannelCandidate | undefined> {
    const { page } = apart(pageOf(answer, answer.url, this.#options.now()));
    const given = { ...receivedBody(answer), page, isFront: isFrontPage(answer.url) };
    const list = await readable(this.#options.thread.read('listed', given));
    return list === undefined || 'error' in list ? undefined : list;
  }

  /** An answer as a channel; undefined where it is none. */
  async read(answer: HttpAnswer, way: FoundBy): Promise<ChannelCandidate | undefined> {
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
  async tryOne(address: string): Promise<HttpAnswer | undefined> {
    if (this.#asked.has(address) || this.isOver) return undefined;
    this.#asked.add(address);
    try {
      return await this.#ask(address);
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      return undefined;
    }
  }
}
