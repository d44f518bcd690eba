import {
  Channel,
  type FeedEntry,
  type FrontierItem,
  type Source,
  type Moment,
  type Visit,
} from '@newsmill/contracts';
import { decodeBody, decodeText } from '@newsmill/text';
import { createHash } from 'node:crypto';
import { retryDelay } from './adapt-interval.ts';
import { entryContents } from './entry-contents.ts';
import { findHubs, type FeedHubs } from './find-hubs.ts';
import { channelItem, pageItem } from './frontier-items.ts';
import { learnList } from './learn-list.ts';
import { countNew, inWords, planPoll } from './plan-poll.ts';
import { readFeed } from './read-feed.ts';
import { readList } from './read-list.ts';
import { readSitemap } from './read-sitemap.ts';
import { readSkipTimes, type SkipTimes } from './read-skip-times.ts';
import { askedToWait, settle } from './settle-visit.ts';
import type { Answer, Failure, FetchPolicy } from './visit.ts';

interface Reading {
  readonly entries: readonly FeedEntry[];
  readonly sitemaps: readonly string[];
  readonly ttlMs?: number;
  readonly skip?: SkipTimes;
  readonly hubs?: FeedHubs | undefined;
  /** Whole texts of entries, by address. */
  readonly contents?: ReadonlyMap<string, string>;
  readonly problem?: string;
}

function readAnswer(channel: Channel, source: Source, answer: Answer, now: number): Reading {
  const { bytes } = decodeBody(answer.body, answer.encoding, source.limits.maxBytes);
  const contentType = answer.headers['content-type'];
  const maxItems = source.limits.maxItemsPerPoll;
  if (channel.kind === 'list') {
    const { text } = decodeText(bytes, { contentType, kind: 'html' });
    const { select } = channel;
    const entries =
      select === undefined
        ? learnList(text, { url: answer.url, maxItems })
        : readList(text, { url: answer.url, select }).slice(0, maxItems);
    return { entries, sitemaps: [] };
  }
  if (channel.kind !== 'feed') {
    const sitemap = readSitemap(bytes, { url: answer.url, contentType, maxItems });
    return 'error' in sitemap
      ? { entries: [], sitemaps: [], problem: sitemap.error }
      : { entries: sitemap.urls, sitemaps: sitemap.sitemaps };
  }
  const { text } = decodeText(bytes, { contentType, kind: 'xml' });
  const feed = readFeed(text, { url: answer.url, now, maxItems });
  if ('error' in feed) return { entries: [], sitemaps: [], problem: feed.error };
  const ttlMs = feed.ttlMinutes === undefined ? undefined : feed.ttlMinutes * 60_000;
  const hubs = findHubs({
    url: answer.url,
    link: answer.headers['link'],
    hubUrl: feed.hubUrl,
    selfUrl: feed.selfUrl,
  });
  return {
    entries: feed.entries,
    sitemaps: [],
    ttlMs,
    hubs,
    skip: readSkipTimes(text),
    contents: entryContents(text, { url: answer.url, maxItems }),
  };
}

/** The poll failed: soon again by the ladder, then at growing intervals, for ever. */
function failed(
  item: FrontierItem,
  policy: FetchPolicy,
  moment: Moment,
  error: string,
  status: number | undefined,
  waitMs = 0,
): Visit {
  const soon = retryDelay(item.attempt, policy.retryLadder, moment.chance);
  const backoff =
    Math.min(policy.pollMax, policy.pollMin * 2 ** Math.min(item.attempt, 16)) * (1 - moment.chance / 4);
  const wait = Math.round(Math.max(soon ?? backoff, waitMs));
  const count = item.attempt === 0 ? 'failed once' : `failed ${item.attempt + 1} times`;
  const how =
    waitMs >= wait ? 'the server asks for a pause' : soon === undefined ? 'backoff' : 'tried again soon';
  const data = {
    lastAt: moment.now,
    lastStatus: status,
    lastError: error,
    why: `${count}: ${how}; next try in ${inWords(wait)}`,
  };
  return {
    settlement: settle(item, moment, {
      dueAt: moment.now + wait,
      attempt: item.attempt + 1,
      domainFreeAt: waitMs > 0 ? moment.now + waitMs : undefined,
      data,
    }),
    found: [],
  };
}

/** A channel that could not be asked for. */
export function readChannelFailure(
  item: FrontierItem,
  failure: Failure,
  policy: FetchPolicy,
  moment: Moment,
): Visit {
  return failed(item, policy, moment, failure.message, undefined);
}

function skipTimesOf(value: unknown): SkipTimes | undefined {
  const isList = (list: unknown): list is number[] =>
    Array.isArray(list) && list.every((one) => typeof one === 'number');
  return typeof value === 'object' &&
    value !== null &&
    'hours' in value &&
    'days' in value &&
    isList(value.hours) &&
    isList(value.days)
    ? { hours: value.hours, days: value.days }
    : undefined;
}

/** What follows from the answer to a poll: pages found, and when to poll again and why. */
export function readChannelVisit(
  item: FrontierItem,
  source: Source,
  answer: Answer,
  policy: FetchPolicy,
  moment: Moment,
): Visit {
  const { now } = moment;
  const channel = Channel.parse(item.data['channel']);
  const wait = askedToWait(answer, now);
  if (answer.status !== 304 && (answer.status < 200 || answer.status >= 300))
    return failed(item, policy, moment, `answered ${answer.status}`, answer.status, wait ?? 0);
  const always = {
    lastAt: now,
    lastStatus: answer.status,
    lastSuccessAt: now,
    lastError: undefined,
    lastUrl: answer.url,
  };
  const contentHash =
    answer.status === 304
      ? item.data['contentHash']
      : createHash('sha256').update(answer.body).digest('hex').slice(0, 32);
  if (answer.status === 304 || contentHash === item.data['contentHash']) {
    const ttlMs = typeof item.data['ttlMs'] === 'number' ? item.data['ttlMs'] : undefined;
    const { dueAt, ...plan } = planPoll(item, channel, policy, {
      now,
      changed: false,
      newItems: 0,
      headers: answer.headers,
      ttlMs,
      skip: skipTimesOf(item.data['skip']),
    });
    return {
      settlement: settle(item, moment, {
        dueAt,
        fetchedAt: now,
        data: { ...always, newEntries: 0, ...plan },
      }),
      found: [],
    };
  }
  const reading = readAnswer(channel, source, answer, now);
  if (reading.problem !== undefined) return failed(item, policy, moment, reading.problem, answer.status);
  const pages = new Map<string, FrontierItem>();
  const contents = new Map<string, string>();
  for (const entry of reading.entries) {
    const content = reading.contents?.get(entry.url);
    const page = pageItem(
      source,
      {
        ...entry,
        channel: channel.url,
        channelKind: channel.kind,
        ...(content === undefined ? {} : { hasContent: true }),
      },
      now,
    );
    if (page === undefined) continue;
    pages.set(page.key, page);
    if (content !== undefined) contents.set(page.key, content);
  }
  const children = reading.sitemaps.map((url) =>
    channelItem(
      source,
      Channel.parse({ kind: channel.kind, url, interval: channel.interval }),
      now,
      item.key,
    ),
  );
  const fresh = countNew([...pages.keys()], item.data['seen']);
  const { dueAt, ...plan } = planPoll(item, channel, policy, {
    now,
    changed: true,
    newItems: fresh.count,
    headers: answer.headers,
    ttlMs: reading.ttlMs,
    skip: reading.skip,
  });
  const validators = {
    etag: answer.headers['etag'],
    lastModified: answer.headers['last-modified'],
    contentHash,
  };
  const data = {
    ...always,
    ...validators,
    entries: reading.entries.length,
    newEntries: fresh.count,
    seen: fresh.seen,
    ttlMs: reading.ttlMs,
    skip: reading.skip,
    hubs: reading.hubs,
    ...plan,
  };
  return {
    settlement: settle(item, moment, { dueAt, fetchedAt: now, data }),
    found: [...children, ...pages.values()],
    contents,
  };
}
