import { Channel, durationMs, type FeedEntry, type FrontierItem, type Source, type Moment, type Visit } from '@newsmill/contracts';
import { decodeBody, decodeText } from '@newsmill/text';
import { createHash } from 'node:crypto';
import { adaptInterval, retryDelay } from './adapt-interval.ts';
import { cacheMaxAge } from './cache-max-age.ts';
import { channelItem, pageItem } from './frontier-items.ts';
import { readFeed } from './read-feed.ts';
import { readList } from './read-list.ts';
import { readSitemap } from './read-sitemap.ts';
import { askedToWait, settle } from './settle-visit.ts';
import type { Answer, Failure, FetchPolicy } from './visit.ts';

interface Reading {
  readonly entries: readonly FeedEntry[];
  readonly sitemaps: readonly string[];
  readonly ttlMs?: number;
  readonly problem?: string;
}

/** Milliseconds of the interval in words for people. */
function inWords(ms: number): string {
  return ms >= 5_400_000 ? `${Math.round(ms / 3_600_000)} h` : ms >= 90_000 ? `${Math.round(ms / 60_000)} min` : `${Math.round(ms / 1_000)} s`;
}

function readAnswer(channel: Channel, source: Source, answer: Answer, now: number): Reading {
  const { bytes } = decodeBody(answer.body, answer.encoding, source.limits.maxBytes);
  const contentType = answer.headers['content-type'];
  const maxItems = source.limits.maxItemsPerPoll;
  if (channel.kind === 'list') {
    const { text } = decodeText(bytes, { contentType, kind: 'html' });
    return { entries: readList(text, { url: answer.url, select: channel.select ?? 'a' }).slice(0, maxItems), sitemaps: [] };
  }
  if (channel.kind !== 'feed') {
    const sitemap = readSitemap(bytes, { url: answer.url, contentType, maxItems });
    return 'error' in sitemap ? { entries: [], sitemaps: [], problem: sitemap.error } : { entries: sitemap.urls, sitemaps: sitemap.sitemaps };
  }
  const feed = readFeed(bytes, { url: answer.url, contentType, now, maxItems });
  if ('error' in feed) return { entries: [], sitemaps: [], problem: feed.error };
  return { entries: feed.entries, sitemaps: [], ttlMs: feed.ttlMinutes === undefined ? undefined : feed.ttlMinutes * 60_000 };
}

/** The poll failed: soon again by the ladder, then at growing intervals, for ever. */
function failed(item: FrontierItem, policy: FetchPolicy, moment: Moment, error: string, status: number | undefined, waitMs = 0): Visit {
  const soon = retryDelay(item.attempt, policy.retryLadder, moment.chance);
  const backoff = Math.min(policy.pollMax, policy.pollMin * 2 ** Math.min(item.attempt, 16));
  const wait = Math.max(soon ?? backoff, waitMs);
  const data = { lastAt: moment.now, lastStatus: status, lastError: error, why: `failed ${item.attempt + 1} time${item.attempt === 0 ? '' : 's'} (${error}); next try in ${inWords(wait)}` };
  return { settlement: settle(item, moment, { dueAt: moment.now + wait, attempt: item.attempt + 1, domainFreeAt: waitMs > 0 ? moment.now + waitMs : undefined, data }), found: [] };
}

/** A channel that could not be asked for. */
export function readChannelFailure(item: FrontierItem, failure: Failure, policy: FetchPolicy, moment: Moment): Visit {
  return failed(item, policy, moment, failure.message, undefined);
}

function interval(item: FrontierItem, channel: Channel, policy: FetchPolicy, answer: Answer, seen: { changed: boolean; newItems: number; ttlMs?: number }): { ms: number; why: string } {
  if (channel.interval !== undefined) return { ms: durationMs(channel.interval), why: `every ${channel.interval}, as configured` };
  const previous = typeof item.data['intervalMs'] === 'number' ? item.data['intervalMs'] : policy.pollMin * 3;
  const ms = adaptInterval({ previousMs: previous, ...seen, cacheControlMs: cacheMaxAge(answer.headers), errors: 0, min: policy.pollMin, max: policy.pollMax });
  return { ms, why: seen.newItems > 0 ? `${seen.newItems} new; next in ${inWords(ms)}` : `nothing new; next in ${inWords(ms)}` };
}

/** What follows from the answer to a poll: pages found, and when to poll again and why. */
export function readChannelVisit(item: FrontierItem, source: Source, answer: Answer, policy: FetchPolicy, moment: Moment): Visit {
  const { now } = moment;
  const channel = Channel.parse(item.data['channel']);
  const wait = askedToWait(answer, now);
  if (answer.status !== 304 && (answer.status < 200 || answer.status >= 300)) return failed(item, policy, moment, `answered ${answer.status}`, answer.status, wait ?? 0);
  const always = { lastAt: now, lastStatus: answer.status, lastSuccessAt: now, lastError: undefined, lastUrl: answer.url };
  const contentHash = answer.status === 304 ? item.data['contentHash'] : createHash('sha256').update(answer.body).digest('hex').slice(0, 32);
  if (answer.status === 304 || contentHash === item.data['contentHash']) {
    const next = interval(item, channel, policy, answer, { changed: false, newItems: 0 });
    return { settlement: settle(item, moment, { dueAt: now + next.ms, fetchedAt: now, data: { ...always, newEntries: 0, intervalMs: next.ms, why: next.why } }), found: [] };
  }
  const reading = readAnswer(channel, source, answer, now);
  if (reading.problem !== undefined) return failed(item, policy, moment, reading.problem, answer.status);
  const pages = new Map(reading.entries.flatMap((entry) => {
    const page = pageItem(source, { ...entry, channel: channel.url }, now);
    return page === undefined ? [] : [[page.key, page]];
  }));
  const children = reading.sitemaps.map((url) => channelItem(source, Channel.parse({ kind: channel.kind, url, interval: channel.interval }), now, item.key));
  const next = interval(item, channel, policy, answer, { changed: true, newItems: pages.size, ttlMs: reading.ttlMs });
  const data = { ...always, etag: answer.headers['etag'], lastModified: answer.headers['last-modified'], contentHash, entries: reading.entries.length, newEntries: pages.size, intervalMs: next.ms, why: next.why };
  return { settlement: settle(item, moment, { dueAt: now + next.ms, fetchedAt: now, data }), found: [...children, ...pages.values()] };
}
