import {
  Channel,
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
import { channelItem, pageItem } from './frontier-items.ts';
import { markEntries } from '../poll/mark-entries.ts';
import { countNew, inWords, planPoll } from '../poll/plan-poll.ts';
import { hearsay } from './read-page-visit.ts';
import { askedToWait, settle } from './settle-visit.ts';
import { speaksFor } from '../sources/speaks-for.ts';
import type { Failure, FetchPolicy } from './visit.ts';

function readAnswer(channel: Channel, source: Source, answer: HttpAnswer, now: number): ChannelReading {
  const { read } = channelRecords[channel.kind];
  if (read === undefined)
    return { entries: [], sitemaps: [], problem: `a channel of kind ${channel.kind} is not polled` };
  const { bytes } = decodeBody(answer.body, answer.encoding, source.limits.maxBytes);
  return read(
    {
      url: answer.url,
      headers: answer.headers,
      bytes,
      contentType: answer.headers['content-type'],
      maxItems: source.limits.maxItemsPerPoll,
      now,
    },
    channel,
  );
}

/** The poll failed: soon again by the ladder, then at growing intervals, for ever. */
function failed(
  item: FetchItem,
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
    waitMs >= wait ? '; the server asks for a pause' : soon === undefined ? '; the interval grows' : '';
  const data: ItemMemory = {
    lastAt: moment.now,
    failingSince: item.attempt === 0 ? moment.now : item.data.failingSince,
    lastStatus: status,
    lastError: error,
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
  return failed(item, policy, moment, failure.message, undefined);
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
function successOf({ answer, moment }: Poll): ItemMemory {
  return {
    lastAt: moment.now,
    lastStatus: answer.status,
    lastSuccessAt: moment.now,
    failingSince: undefined,
    lastError: undefined,
    lastUrl: answer.url,
  };
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
  const data: ItemMemory = { ...successOf(poll), newEntries: 0, ...plan };
  return { settlement: settle(item, moment, { dueAt, fetchedAt: moment.now, data }), found: [] };
}

/** The pages that entries name, and the whole texts of those for which the channel may speak. */
function pagesOf(
  { source, channel, answer, moment }: Poll,
  marked: ReturnType<typeof markEntries>,
): { readonly pages: ReadonlyMap<string, FetchItem>; readonly contents: ReadonlyMap<string, string> } {
  const pages = new Map<string, FetchItem>();
  const contents = new Map<string, string>();
  for (const { entry, content, mark } of marked.entries) {
    const heard = { ...entry, channel: channel.url, channelKind: channel.kind };
    const ofSite = speaksFor(source, [channel.url, answer.url], entry.url);
    const page = pageItem(
      source,
      ofSite ? { ...heard, ofSite, ...(content === undefined ? {} : { hasContent: true }) } : hearsay(heard),
      moment.now,
      mark,
    );
    if (page === undefined) continue;
    pages.set(page.key, page);
    if (ofSite && content !== undefined) contents.set(page.key, content);
  }
  return { pages, contents };
}

/** The channel brought something else than before. */
function changedVisit(poll: Poll): Visit {
  const { item, source, channel, answer, policy, moment, contentHash } = poll;
  const { now } = moment;
  const reading = readAnswer(channel, source, answer, now);
  if (reading.problem !== undefined) return failed(item, policy, moment, reading.problem, answer.status);
  const served = Date.parse(answer.headers['date'] ?? '');
  const shown = reading.entries.map((entry) => ({ entry, content: reading.contents?.get(entry.url) }));
  const marked = markEntries(shown, item.data.marks, {
    now,
    served: Number.isNaN(served) ? undefined : served,
  });
  const { pages, contents } = pagesOf(poll, marked);
  const children = reading.sitemaps.map((url) => {
    const child = Channel.parse({ kind: channel.kind, url, interval: channel.interval });
    return channelItem(source, child, now, item.key);
  });
  const fresh = countNew([...pages.keys()], item.data.seen);
  const { dueAt, ...plan } = planPoll(item, channel, policy, {
    now,
    changed: true,
    newItems: fresh.count,
    headers: answer.headers,
    ttlMs: reading.ttlMs,
    skip: reading.skip,
  });
  // What a later poll must decide, it must see.
  const validators: ItemMemory = marked.isPending
    ? { etag: undefined, lastModified: undefined, contentHash: undefined }
    : { etag: answer.headers['etag'], lastModified: answer.headers['last-modified'], contentHash };
  const data: ItemMemory = {
    ...successOf(poll),
    ...validators,
    entries: reading.entries.length,
    newEntries: fresh.count,
    seen: fresh.seen,
    marks: marked.memory,
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
  if (!isSame && (answer.status < 200 || answer.status >= 300))
    return failed(item, policy, moment, `answered ${answer.status}`, answer.status, wait ?? 0);
  const contentHash = isSame
    ? item.data.contentHash
    : createHash('sha256').update(answer.body).digest('hex').slice(0, 32);
  const poll: Poll = { item, source, channel, answer, policy, moment, contentHash };
  return isSame || contentHash === item.data.contentHash ? unchangedVisit(poll) : changedVisit(poll);
}
