import {
  Channel,
  type ChannelFault,
  FeedEntry,
  isLeftOutStamp,
  leftOutStamp,
  type FetchItem,
  type ItemMemory,
  type Source,
  type Moment,
  type Visit,
  type HttpAnswer,
} from '@newsmill/contracts';
import { decodeBody } from '@newsmill/text';
import { createHash } from 'node:crypto';
import type { ChannelReading } from '../channels/channel-record.ts';
import { channelRecords } from '../channels/channel-records.ts';
import { retryDelay } from '../poll/adapt-interval.ts';
import { movedMemory, provesLie, rememberLie, wholeMemory } from '../poll/ask-whole.ts';
import { learnRhythm } from '../poll/learn-rhythm.ts';
import { learnSize } from '../poll/learn-size.ts';
import { faultOfAnswer, faultOfContent, faultOfFailure, startOf } from './find-fault.ts';
import { channelItem, pageItem } from './frontier-items.ts';
import { markEntries, type MarkedEntry } from '../poll/mark-entries.ts';
import { findNew, inWords, planPoll } from '../poll/plan-poll.ts';
import { takeEntries } from '../poll/take-entries.ts';
import { ruleAgainst } from './read-left-out.ts';
import { hearsay } from './read-page-visit.ts';
import { askedToWait, settle } from './settle-visit.ts';
import { isFeedOnly } from '../sources/is-feed-only.ts';
import { speaksFor } from '../sources/speaks-for.ts';
import type { Failure, FetchPolicy } from './visit.ts';

/** Entries that are read of one answer, as many as a sitemap may have; each poll takes a part of them. */
const mostRead = 50_000;

function readAnswer(channel: Channel, source: Source, answer: HttpAnswer, now: number): ChannelReading {
  const { read } = channelRecords[channel.kind];
  if (read === undefined)
    return { entries: [], sitemaps: [], problem: `a channel of kind ${channel.kind} is not polled` };
  const { bytes, truncated } = decodeBody(answer.body, answer.encoding, source.limits.maxBytes);
  const reading = read(
    {
      url: answer.url,
      headers: answer.headers,
      bytes,
      contentType: answer.headers['content-type'],
      maxItems: mostRead,
      now,
      isFeedOnly: isFeedOnly(source, channel),
    },
    channel,
  );
  const isCut = truncated || answer.truncated || reading.isCut === true;
  return isCut ? { ...reading, isCut } : reading;
}

/** What is gone for good is asked for once a day, in case that it is not. */
const goneMs = 86_400_000;

interface Failed {
  readonly error: string;
  readonly fault: ChannelFault;
  readonly status?: number;
  /** What the server asks to wait. */
  readonly waitMs?: number;
}

/** The poll failed: soon again by the ladder, then at growing intervals, for ever. */
function failed(
  item: FetchItem,
  policy: FetchPolicy,
  moment: Moment,
  { error, fault, status, waitMs = 0 }: Failed,
): Visit {
  const soon = retryDelay(item.attempt, policy.retryLadder, moment.chance);
  const backoff =
    Math.min(policy.pollMax, policy.pollMin * 2 ** Math.min(item.attempt, 16)) * (1 - moment.chance / 4);
  const least = fault.name === 'gone' ? goneMs * (1 - moment.chance / 4) : waitMs;
  const wait = Math.round(Math.max(soon ?? backoff, least));
  const count = item.attempt === 0 ? 'failed once' : `failed ${item.attempt + 1} times`;
  const how =
    fault.name === 'gone'
      ? '; it is gone for good'
      : waitMs >= wait
        ? '; the server asks for a pause'
        : soon === undefined
          ? '; the interval grows'
          : '';
  const data: ItemMemory = {
    lastAt: moment.now,
    failingSince: item.attempt === 0 ? moment.now : item.data.failingSince,
    lastStatus: status,
    lastError: error,
    awaySince: undefined,
    fault,
    why: `${count}${how}; next try in ${inWords(wait)}`,
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
  item: FetchItem,
  failure: Failure,
  policy: FetchPolicy,
  moment: Moment,
): Visit {
  return failed(item, policy, moment, { error: failure.message, fault: faultOfFailure(failure, item.url) });
}

/** A channel that answered, and what is known of it before the answer is read. */
interface Poll {
  readonly item: FetchItem;
  readonly source: Source;
  readonly channel: Channel;
  readonly answer: HttpAnswer;
  readonly policy: FetchPolicy;
  readonly moment: Moment;
  /** Hash of what it brought. */
  readonly contentHash: string | undefined;
}

/** What every poll that succeeded leaves with the channel. */
function successOf({ item, answer, moment }: Poll): ItemMemory {
  return {
    ...wholeMemory(item.data, answer.status, moment.now),
    ...movedMemory(item.data, {
      asked: answer.redirects[0] ?? answer.url,
      answered: answer.movedTo,
      now: moment.now,
    }),
    fault: undefined,
    awaySince: undefined,
    lastAt: moment.now,
    lastStatus: answer.status,
    lastSuccessAt: moment.now,
    failingSince: undefined,
    lastError: undefined,
    lastUrl: answer.url,
  };
}

/** How many entries the channel lists, learnt from its polls: what a hub pushes is no list. */
function sizeOf({ item: { data }, moment: { now } }: Poll, entries: number | undefined): ItemMemory['size'] {
  if (data.isSubscribed === true) return undefined;
  if (entries === undefined) return data.size;
  return learnSize(data.size, { entries, now, before: data.lastSuccessAt, listed: data.entries });
}

/** The channel is as it was. */
function unchangedVisit(poll: Poll): Visit {
  const { item, channel, answer, policy, moment } = poll;
  const { dueAt, ...plan } = planPoll(item, channel, policy, {
    now: moment.now,
    changed: false,
    newItems: 0,
    headers: answer.headers,
    ttlMs: item.data.ttlMs,
    skip: item.data.skip,
  });
  const data: ItemMemory = {
    ...successOf(poll),
    newEntries: 0,
    size: sizeOf(poll, item.data.entries),
    ...plan,
  };
  return { settlement: settle(item, moment, { dueAt, fetchedAt: moment.now, data }), found: [] };
}

/** The pages that entries name, and the whole texts of those for which the channel may speak. */
function pagesOf(
  { item, source, channel, answer, moment }: Poll,
  marked: readonly MarkedEntry[],
): { readonly pages: ReadonlyMap<string, FetchItem>; readonly contents: ReadonlyMap<string, string> } {
  const pages = new Map<string, FetchItem>();
  const contents = new Map<string, string>();
  for (const { entry, content, mark } of marked) {
    const { configured } = item.data;
    const heard = {
      ...entry,
      channel: channel.url,
      channelKind: channel.kind,
      ...(configured === undefined ? {} : { configured }),
    };
    const ofSite = speaksFor(source, [channel.url, answer.url], entry.url);
    const page = pageItem(
      source,
      ofSite ? { ...heard, ofSite, ...(content === undefined ? {} : { hasContent: true }) } : hearsay(heard),
      moment.now,
      mark,
    );
    if (page === undefined) continue;
    const isLeftOut = ruleAgainst(page, source) !== undefined;
    pages.set(page.key, isLeftOut ? { ...page, stamp: leftOutStamp(page.stamp) } : page);
    if (ofSite && content !== undefined) contents.set(page.key, content);
  }
  return { pages, contents };
}

function dateOf({ published, updated }: Pick<FeedEntry, 'published' | 'updated'>): number {
  return Date.parse(published ?? updated ?? '');
}

/** What the new entries of an answer tell of the channel and of its host. */
function arrivalsOf(
  { item, answer, moment: { now } }: Poll,
  entries: readonly FeedEntry[],
  fresh: readonly FetchItem[],
): { readonly rhythm: ItemMemory; readonly isLie: boolean } {
  if (fresh.length === 0) return { rhythm: {}, isLie: false };
  const isDate = (date: number) => !Number.isNaN(date);
  const whole = {
    etag: answer.headers['etag'],
    lastModified: answer.headers['last-modified'],
    newDates: fresh
      .map(({ data: { entry } }) => dateOf(FeedEntry.safeParse(entry).data ?? {}))
      .filter(isDate),
  };
  return {
    rhythm: learnRhythm(item.data, { now, dates: entries.map(dateOf).filter(isDate) }),
    isLie: provesLie(item, whole, now),
  };
}

/** The channel brought something else than before. */
function changedVisit(poll: Poll): Visit {
  const { item, source, channel, answer, policy, moment, contentHash } = poll;
  const { now } = moment;
  const reading = readAnswer(channel, source, answer, now);
  if (reading.problem !== undefined)
    return failed(item, policy, moment, {
      error: reading.problem,
      fault: faultOfContent(answer.url, startOf(answer), reading.problem),
      status: answer.status,
    });
  const served = Date.parse(answer.headers['date'] ?? '');
  const most = source.limits.maxItemsPerPoll;
  const taken = takeEntries(reading.entries, { most, hash: contentHash, before: item.data.round });
  const show = (entry: FeedEntry) => ({ entry, content: reading.contents?.get(entry.url) });
  const marked = markEntries(taken.newest.map(show), item.data.marks, {
    now,
    served: Number.isNaN(served) ? undefined : served,
  });
  const { pages, contents } = pagesOf(poll, marked.entries);
  const others = pagesOf(poll, markEntries(taken.others.map(show), {}, { now }).entries);
  const children = reading.sitemaps.slice(0, most).map((url) => {
    const child = Channel.parse({ kind: channel.kind, url, interval: channel.interval });
    const configured = item.data.configured ?? channel.url;
    return channelItem(source, child, now, { parent: item.key, configured });
  });
  const fresh = findNew([...pages.keys()], item.data.seen);
  const { rhythm, isLie } = arrivalsOf(
    poll,
    reading.entries,
    fresh.keys.flatMap((key) => pages.get(key) ?? []),
  );
  const { dueAt, ...plan } = planPoll(item, channel, policy, {
    now,
    changed: true,
    newItems: fresh.keys.length,
    headers: answer.headers,
    ttlMs: reading.ttlMs,
    skip: reading.skip,
  });
  // What a later poll must decide, it must see.
  const isUnfinished = marked.isPending || (taken.round?.left ?? 0) > 0;
  const validators: ItemMemory = isUnfinished
    ? { etag: undefined, lastModified: undefined, contentHash: undefined }
    : { etag: answer.headers['etag'], lastModified: answer.headers['last-modified'], contentHash };
  const data: ItemMemory = {
    ...successOf(poll),
    ...validators,
    entries: reading.entries.length,
    newEntries: fresh.keys.length,
    size: sizeOf(poll, reading.entries.length),
    ...rhythm,
    leftOut: reading.leftOut,
    waiting: taken.waiting,
    // A push that brings a few entries does not change where the next round begins.
    round: taken.round ?? item.data.round,
    isCut: reading.isCut === true || reading.sitemaps.length > most ? true : undefined,
    seen: fresh.seen,
    marks: marked.memory,
    ttlMs: reading.ttlMs,
    skip: reading.skip,
    hubs: reading.hubs,
    ...plan,
  };
  return {
    settlement: settle(item, moment, { dueAt, fetchedAt: now, data }),
    found: [...children, ...new Map([...others.pages, ...pages]).values()],
    contents: new Map([...others.contents, ...contents]),
    onlyIfNew: new Set([...others.pages.keys()].filter((key) => !pages.has(key))),
    told: new Set(
      fresh.keys.filter((key) => {
        const page = pages.get(key);
        return page !== undefined && !isLeftOutStamp(page.stamp);
      }),
    ),
    ...(isLie ? { remember: [rememberLie(item.host, now)] } : {}),
  };
}

/** What follows from the answer to a poll: pages found, and when to poll again and why. */
export function readChannelVisit(
  item: FetchItem,
  source: Source,
  answer: HttpAnswer,
  policy: FetchPolicy,
  moment: Moment,
): Visit {
  const channel = Channel.parse(item.data.channel);
  const wait = askedToWait(answer, moment.now);
  const isSame = answer.status === 304;
  const fault = isSame ? undefined : faultOfAnswer(answer, startOf(answer), moment.now);
  if (fault !== undefined)
    return failed(item, policy, moment, {
      error: `answered ${answer.status}`,
      fault,
      status: answer.status,
      waitMs: wait ?? 0,
    });
  const contentHash = isSame
    ? item.data.contentHash
    : createHash('sha256').update(answer.body).digest('hex').slice(0, 32);
  const poll: Poll = { item, source, channel, answer, policy, moment, contentHash };
  return isSame || contentHash === item.data.contentHash ? unchangedVisit(poll) : changedVisit(poll);
}
