import { urlKey } from '@newsmill/text';
import type { Offer } from '../channels/channel-record.ts';

/** A channel by what it names, and when that was published. */
type Named = Pick<Offer, 'links' | 'dates'>;

/** What a channel brings of what the home page shows. */
export interface Coverage {
  /** Articles of the home page. */
  readonly articles: number;
  /** Those that the channel names. */
  readonly brought: number;
  /**
   * By how much its newest article is older than the newest that another channel dates, milliseconds; absent
   * where no other channel dates any, or nothing that it names has a date.
   */
  readonly behindMs?: number | undefined;
}

/** Dates that are further in the future are none, milliseconds. */
const tolerance = 3_600_000;

const keyOf = (url: string) => urlKey(url) ?? url;

/** What a channel dates: keys of articles, and when they were published. */
type Dated = readonly (readonly [key: string, at: number])[];

function datedBy({ links, dates }: Named, now: number): Dated {
  return links.flatMap((url, index) => {
    const at = dates[index];
    return at === undefined || at > now + tolerance ? [] : [[keyOf(url), at] as const];
  });
}

/** When each article was published, by whoever dates it: the earliest date, since later ones are of changes. */
function earliest(all: readonly Dated[]): ReadonlyMap<string, number> {
  const dates = new Map<string, number>();
  for (const [key, at] of all.flat()) dates.set(key, Math.min(at, dates.get(key) ?? at));
  return dates;
}

function newest(times: Iterable<number>): number | undefined {
  let last: number | undefined;
  for (const at of times) last = last === undefined || at > last ? at : last;
  return last;
}

/**
 * The candidates, each with the share of the home page's articles (`home`: their addresses) that it names, and
 * how far it lies behind the others. Of those that name no article (indexes), and without a home page, nothing
 * is measured.
 */
export function measureCoverage<C extends Named>(
  home: readonly string[],
  candidates: readonly C[],
  now: number,
): (C & { readonly coverage?: Coverage })[] {
  const shown = new Set(home.map(keyOf));
  if (shown.size === 0) return [...candidates];
  const dated = candidates.map((candidate) => datedBy(candidate, now));
  const dates = earliest(dated);
  const newestOf = (keys: Iterable<string>) => newest([...keys].flatMap((key) => dates.get(key) ?? []));
  const lasts = dated.map((own) => newestOf(own.map(([key]) => key)));
  return candidates.map((candidate, index) => {
    if (candidate.links.length === 0) return candidate;
    const keys = new Set(candidate.links.map(keyOf));
    const brought = [...shown].filter((key) => keys.has(key)).length;
    const own = newestOf(keys);
    const other = newest(lasts.flatMap((last, at) => (at === index || last === undefined ? [] : [last])));
    const behindMs = own === undefined || other === undefined ? undefined : Math.max(0, other - own);
    return { ...candidate, coverage: { articles: shown.size, brought, behindMs } };
  });
}

/** How many of the home page's articles the channels bring together. */
export function broughtTogether(home: readonly string[], channels: readonly Pick<Named, 'links'>[]): number {
  const keys = new Set(channels.flatMap(({ links }) => links.map(keyOf)));
  return new Set(home.map(keyOf).filter((key) => keys.has(key))).size;
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

/** What a channel of a section names that no better channel does. */
export interface Addition {
  /** Articles of the home page that no other channel names; its own list page does not count. */
  readonly ofHome: number;
  /** Other articles. */
  readonly others: number;
}

/**
 * The candidates, best first; each of a section with what it adds to those of the whole publication, and to
 * the sections before it.
 */
export function measureAdditions<
  C extends Pick<Named, 'links'> & Pick<Offer, 'kind'> & { readonly foundBy: string },
>(home: readonly string[], ranked: readonly C[]): (C & { readonly adds?: Addition })[] {
  const shown = new Set(home.map(keyOf));
  const isGeneral = ({ kind, foundBy }: C) => foundBy !== 'section' && kind !== 'list';
  const named = new Set(ranked.filter(isGeneral).flatMap(({ links }) => links.map(keyOf)));
  return ranked.map((candidate) => {
    if (candidate.foundBy !== 'section') return candidate;
    const fresh = [...new Set(candidate.links.map(keyOf))].filter((key) => !named.has(key));
    for (const key of fresh) named.add(key);
    const ofHome = fresh.filter((key) => shown.has(key)).length;
    return { ...candidate, adds: { ofHome, others: fresh.length - ofHome } };
  });
}

/** `adds 3 articles of the home page and 17 others`. */
export function additionWords({ ofHome, others }: Addition): string {
  if (ofHome + others === 0) return 'adds nothing';
  if (ofHome === 0)
    return `adds ${others} ${others === 1 ? 'article' : 'articles'} that the home page does not show`;
  const home = `adds ${ofHome} ${ofHome === 1 ? 'article' : 'articles'} of the home page`;
  return others === 0 ? home : `${home} and ${others} ${others === 1 ? 'other' : 'others'}`;
}
