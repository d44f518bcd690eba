import { createHash } from 'node:crypto';
import {
  channelFacts,
  pageStamp,
  type Channel,
  type FeedEntry,
  type FetchItem,
  type LedgerEvent,
  type Source,
} from '@newsmill/contracts';
import { hashKey, registrableDomain, urlKey } from '@newsmill/text';

/** host:port of an address, with the default port of its scheme. */
function hostOf(url: URL): string {
  return `${url.hostname}:${url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port}`;
}

/** Key of a channel in the frontier. */
export function channelKey(sourceId: string, url: string): string {
  return `channel:${createHash('sha256').update(`${sourceId}\n${url}`).digest('hex').slice(0, 32)}`;
}

/**
 * The frontier item of a channel; due at once. `found`: key of the sitemap index that named it, and address of
 * the configured channel by which that was found.
 */
export function channelItem(
  source: Source,
  channel: Channel,
  now: number,
  found?: { readonly parent: string; readonly configured?: string },
): FetchItem {
  const url = new URL(channel.url);
  const key = channelKey(source.id, channel.url);
  // A file has no host that could be asked too often; each is worked on by itself.
  const host = url.hostname === '' ? key : hostOf(url);
  return {
    key,
    kind: 'channel',
    url: channel.url,
    sourceId: source.id,
    host,
    domain: url.hostname === '' ? key : (registrableDomain(url.hostname) ?? url.hostname),
    dueAt: now,
    // Old pages wait for everything that is news.
    priority: channelFacts[channel.kind].isArchive ? 2 : 0,
    attempt: 0,
    firstSeen: now,
    fetchedAt: 0,
    stamp: '',
    data: { channel, ...found },
  };
}

/** What a channel says of a page now; when it says something else, a known page is asked for again. */
function stampOf({ channel = '', ofSite, published, updated }: FeedEntry, mark: string): string {
  const isDated = published !== undefined || updated !== undefined;
  return pageStamp({
    isOwn: ofSite !== false,
    channel: createHash('sha256').update(channel).digest('base64url').slice(0, 6),
    mark: isDated ? mark : `~${mark}`,
  });
}

/**
 * The page of an address that the ledger knows: as it was found, where the ledger kept that; at rest until
 * its schedule is known.
 */
export function pageItemOfEvent(event: LedgerEvent): FetchItem | undefined {
  if (!URL.canParse(event.url)) return undefined;
  const url = new URL(event.url);
  const {
    stamp = '',
    priority = 1,
    host = hostOf(url),
    domain = registrableDomain(url.hostname) ?? url.hostname,
    entry,
  } = event.frontier ?? {};
  return {
    key: event.item,
    kind: 'page',
    url: url.href,
    sourceId: event.sourceId,
    host,
    domain,
    dueAt: null,
    priority,
    attempt: 0,
    firstSeen: event.firstSeen,
    fetchedAt: 0,
    stamp,
    data: entry === undefined ? {} : { entry },
  };
}

/**
 * The frontier item of a page that a channel told of; undefined when its address is none. Priority 1: after
 * channels. `mark`: see markEntries.
 */
export function pageItem(source: Source, entry: FeedEntry, now: number, mark = ''): FetchItem | undefined {
  const key = urlKey(entry.url);
  if (key === undefined) return undefined;
  const url = URL.canParse(entry.url) ? new URL(entry.url) : new URL(key);
  return {
    key: hashKey(key),
    kind: 'page',
    url: url.href,
    sourceId: source.id,
    host: hostOf(url),
    domain: registrableDomain(url.hostname) ?? url.hostname,
    dueAt: now,
    priority: 1,
    attempt: 0,
    firstSeen: now,
    fetchedAt: 0,
    stamp: stampOf(entry, mark),
    data: { entry: { ...entry, summary: entry.summary?.slice(0, 2_000) } },
  };
}
