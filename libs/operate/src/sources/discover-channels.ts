import type { HttpAnswer } from '@newsmill/contracts';
import {
  broughtTogether,
  isFrontPage,
  linksOf,
  measureAdditions,
  measureCoverage,
  rankChannels,
  type ChannelCandidate,
} from '@newsmill/fetch';
import type { HttpClient } from '@newsmill/http';
import { ChannelSearch, readable, type SearchOptions } from './channel-search.ts';
import { receivedBody } from './preview-url.ts';
import type { SectionsSearched } from './preview-view.ts';
import { searchSections, type SectionsWish } from './search-sections.ts';

export interface DiscoverOptions extends SearchOptions {
  /** No further request is begun after so many milliseconds. */
  readonly limitMs: number;
  /** Whether and how section pages are looked at; without it they are not. */
  readonly sections?: SectionsWish | undefined;
}

export interface Discovery {
  /** The best first. */
  readonly candidates: readonly ChannelCandidate[];
  /** Addresses of the articles that the home page shows; none where it was not looked at, or lists none. */
  readonly home: readonly string[];
  /** Where section pages were looked for. */
  readonly sections?: SectionsSearched | undefined;
  /** Requests that were sent. */
  readonly requests: number;
  /** What the address itself answered with, where it is no channel: why not. */
  readonly problems: readonly string[];
}

const noChannel = 'the page, robots.txt and the usual addresses name no feed and no sitemap';

function nothing(problem: string, requests: number): Discovery {
  return { candidates: [], home: [], requests, problems: [problem] };
}

/** Whether section pages are looked at: by what was found of what the home page shows. */
function needsSections(
  search: ChannelSearch,
  { page, list }: { readonly page: HttpAnswer; readonly list: ChannelCandidate | undefined },
  { below }: SectionsWish,
): boolean {
  const found = search.found.filter(({ entries, isComments }) => entries > 0 && !isComments);
  if (found.length === 0 && list === undefined) return true;
  if (below > 1) return true;
  if (list === undefined || !isFrontPage(page.url)) return false;
  return broughtTogether(list.links, found) < below * list.links.length;
}

/** What was found around a page, measured by what its home page lists. */
async function measured(
  search: ChannelSearch,
  answer: HttpAnswer,
  { thread, sections: wish }: DiscoverOptions,
): Promise<Pick<Discovery, 'candidates' | 'home' | 'sections'>> {
  const home = await search.homeOf(answer);
  const shown = home.list?.links ?? [];
  const sections =
    wish !== undefined && wish.most > 0 && needsSections(search, home, wish)
      ? await searchSections(search, { page: home.page, home: shown, thread, wish })
      : undefined;
  const found = home.list === undefined ? search.found : [...search.found, home.list];
  const ranked = rankChannels(measureCoverage(shown, found, search.now));
  return { candidates: measureAdditions(shown, ranked), home: shown, sections };
}

/**
 * Finds the channels that a publisher offers: what stands at the address; what the page names; Sitemap lines
 * of robots.txt; what hubs are named for; usual addresses where these name no feed or no news sitemap; the
 * page itself where it lists articles, by which all others are measured; and section pages where these bring
 * too little. One request at a time. Throws HttpFailure when the address itself brings no answer.
 */
export async function discoverChannels(
  http: HttpClient,
  url: string,
  options: DiscoverOptions,
): Promise<Discovery> {
  const search = new ChannelSearch(http, options, options.now() + options.limitMs);
  const answer = await search.askFirst(url);
  if (answer.status !== 200) return nothing(`${answer.url}: answered ${answer.status}`, search.requests);
  const link = answer.headers['link'];
  const offered = await readable(
    options.thread.read('offered', { ...receivedBody(answer), link, now: options.now() }),
  );
  if ('error' in offered)
    return nothing(
      `${answer.url}: neither a page nor a feed nor a sitemap: ${offered.error}`,
      search.requests,
    );
  if (offered.kind === 'channel')
    return { candidates: [offered.candidate], home: [], requests: search.requests, problems: [] };
  await search.tryAll(
    offered.feeds.map((feed) => feed.url),
    'page',
  );
  if (linksOf(link ?? '', 'hub', answer.url).length > 0)
    await search.tryAll(linksOf(link ?? '', 'self', answer.url), 'hub');
  await search.tryAll(await search.sitemapsOf(new URL(answer.url).origin), 'robots');
  await search.tryAll(search.usualAddresses(answer.url), 'well-known');
  const found = await measured(search, answer, options);
  const { requests } = search;
  if (found.candidates.length > 0) return { ...found, requests, problems: [] };
  const problem = `${answer.url}: ${noChannel}, and it lists no articles`;
  return { ...found, requests, problems: [problem] };
}
