import { urlKey } from '@newsmill/text';
import type { ChannelCandidate } from './rank-channels.ts';

/** An article that the home page of a publisher shows. */
export interface HomeArticle {
  readonly url: string;
  /** Epoch milliseconds, where the page says so. */
  readonly published?: number | undefined;
}

/** What a channel brings of what the home page shows. */
export interface Coverage {
  /** Articles of the home page. */
  readonly articles: number;
  /** Those that the channel names. */
  readonly brought: number;
  /**
   * By how much its newest article is older than the newest of all channels and the home page, milliseconds;
   * absent where nothing it names has a date.
   */
  readonly behindMs?: number | undefined;
}

/** Dates that are further in the future are none, milliseconds. */
const tolerance = 3_600_000;

const keyOf = (url: string) => urlKey(url) ?? url;

/** What each address is dated, by whoever dates it: the earliest date, since later ones are of changes. */
function datesOf(
  home: readonly HomeArticle[],
  candidates: readonly ChannelCandidate[],
  now: number,
): ReadonlyMap<string, number> {
  const dates = new Map<string, number>();
  const told = [
    ...home.map(({ url, published }) => ({ url, at: published })),
    ...candidates.flatMap(({ links, dates: own }) => links.map((url, index) => ({ url, at: own[index] }))),
  ];
  for (const { url, at } of told) {
    if (at === undefined || at > now + tolerance) continue;
    const key = keyOf(url);
    dates.set(key, Math.min(at, dates.get(key) ?? at));
  }
  return dates;
}

function newest(times: Iterable<number>): number | undefined {
  let last: number | undefined;
  for (const at of times) last = last === undefined || at > last ? at : last;
  return last;
}

/**
 * The candidates, each with the share of the home page's articles that it names, and how far it lies behind
 * the newest that is known. Of those that name no article (indexes), and without a home page, nothing is
 * measured.
 */
export function measureCoverage(
  home: readonly HomeArticle[],
  candidates: readonly ChannelCandidate[],
  now: number,
): ChannelCandidate[] {
  const shown = new Set(home.map(({ url }) => keyOf(url)));
  if (shown.size === 0) return [...candidates];
  const dates = datesOf(home, candidates, now);
  const last = newest(dates.values());
  return candidates.map((candidate) => {
    if (candidate.links.length === 0) return candidate;
    const keys = new Set(candidate.links.map(keyOf));
    const own = newest([...keys].flatMap((key) => dates.get(key) ?? []));
    const brought = [...shown].filter((key) => keys.has(key)).length;
    const behindMs = own === undefined || last === undefined ? undefined : last - own;
    return { ...candidate, coverage: { articles: shown.size, brought, behindMs } };
  });
}

/** How many of the home page's articles the channels bring together. */
export function broughtTogether(
  home: readonly HomeArticle[],
  channels: readonly Pick<ChannelCandidate, 'links'>[],
): number {
  const keys = new Set(channels.flatMap(({ links }) => links.map(keyOf)));
  return new Set(home.map(({ url }) => keyOf(url)).filter((key) => keys.has(key))).size;
}

/** `24 of 30 articles of the home page, 12 min behind the newest`. */
export function coverageWords({ articles, brought, behindMs }: Coverage): string {
  const share = `${brought} of the ${articles} articles of the home page (${Math.round((brought / articles) * 100)} %)`;
  if (behindMs === undefined) return share;
  const minutes = Math.round(behindMs / 60_000);
  const behind =
    minutes < 90
      ? `${minutes} min`
      : minutes < 2_880
        ? `${Math.round(minutes / 60)} h`
        : `${Math.round(minutes / 1_440)} days`;
  return `${share}, ${minutes < 1 ? 'up to the newest' : `${behind} behind the newest`}`;
}
