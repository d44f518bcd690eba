import { createHash } from 'node:crypto';
import {
  FeedEntry,
  FetchedPage,
  siteRightsHeader,
  type FetchItem,
  type ItemMemory,
  type RejectReason,
  type FetchSettlement,
  type Source,
  type Moment,
  type Visit,
  type VisitQuestion,
  type HttpAnswer,
} from '@newsmill/contracts';
import { retryDelay } from '../poll/adapt-interval.ts';
import { contentKey, fallBackToEntry } from './fall-back-to-entry.ts';
import { isPublished, nextRevisit, versionOf } from './page-life.ts';
import { readGone } from './read-gone.ts';
import { readPresence, withArticleKept } from './read-presence.ts';
import { askedToWait, settle } from './settle-visit.ts';
import { choiceOf } from '../sources/choice-of.ts';
import { sourceFacts } from '../sources/source-facts.ts';
import { speaksFor } from '../sources/speaks-for.ts';
import type { Failure, FetchPolicy } from './visit.ts';

/** Headers by which a publisher reserves uses of the page; they may change while the page does not. */
const rightsHeaders = ['x-robots-tag', 'tdm-reservation', 'tdm-policy', 'content-usage', 'content-signal'];
const keptHeaders = [
  ...rightsHeaders,
  siteRightsHeader,
  'etag',
  'last-modified',
  'content-language',
  'link',
  'date',
  'content-type',
];
const webPage = /^\s*(text\/html|application\/xhtml\+xml|text\/plain|application\/xml|text\/xml)\b/i;
const startsLikeHtml = /^\s*(<!doctype|<html|<head|<body|<!--|<\?xml|<div|<article|<meta|<script)/i;

const finalFailures: Readonly<Record<string, RejectReason>> = {
  'address-blocked': 'address-blocked',
  'bad-address': 'bad-address',
  'bad-request': 'bad-address',
  'too-large': 'too-large',
  'too-many-redirects': 'too-many-redirects',
};

/** What a visit is decided from. */
export interface PageContext {
  readonly source: Source;
  readonly policy: FetchPolicy;
  readonly moment: Moment;
}
interface Failed {
  /** Why trying again would not help; undefined where it may. */
  readonly reason?: RejectReason | undefined;
  readonly detail: string;
  readonly waitMs?: number | undefined;
  /**
   * The address that failed, after redirects; undefined where nobody knows whether the page may be asked for.
   */
  readonly at: string | undefined;
}

/**
 * A visit that failed: the next try by the ladder, or the end. What was handed on before keeps its fate and
 * waits for its next revisit; for what never was, the text of its feed entry may stand in.
 */
function failed(
  item: FetchItem,
  context: PageContext,
  { reason, detail, waitMs = 0, at }: Failed,
): Visit | VisitQuestion {
  const { policy, moment } = context;
  const wait = reason === undefined ? retryDelay(item.attempt, policy.retryLadder, moment.chance) : undefined;
  const domainFreeAt = waitMs > 0 ? moment.now + waitMs : undefined;
  if (wait !== undefined) {
    const dueAt = moment.now + Math.max(wait, waitMs);
    const fate = isPublished(item) ? undefined : { fate: 'retrying' as const, detail };
    return {
      settlement: settle(item, moment, {
        dueAt,
        attempt: item.attempt + 1,
        domainFreeAt,
        data: { lastError: detail, ...(fate === undefined ? {} : { toldAt: versionOf(item, moment.now) }) },
      }),
      fate,
      found: [],
    };
  }
  const why = reason ?? 'tries-exhausted';
  const rest: Visit = {
    settlement: settle(item, moment, {
      dueAt: nextRevisit(item, policy, moment.now),
      domainFreeAt,
      data: { lastError: detail },
    }),
    found: [],
  };
  const dead: Visit = {
    settlement: settle(item, moment, {
      attempt: item.attempt + 1,
      domainFreeAt,
      data: { lastError: detail, toldAt: versionOf(item, moment.now) },
    }),
    fate: { fate: 'dead', reason: why, detail },
    dead: { reason: why, detail },
    found: [],
  };
  const end = isPublished(item) ? rest : dead;
  return at === undefined ? end : fallBackToEntry(end, { item, ...context, trouble: why, at });
}

/**
 * A page that could not be asked for (no connection, no robots.txt). Where robots.txt cannot be had, the page
 * may be a forbidden one.
 */
export function readPageFailure(
  item: FetchItem,
  failure: Failure,
  context: PageContext,
): Visit | VisitQuestion {
  return failed(item, context, {
    reason: failure.retryable ? undefined : (finalFailures[failure.kind] ?? 'bad-answer'),
    detail: failure.message,
    at: failure.kind === 'robots' ? undefined : (failure.url ?? item.url),
  });
}

/**
 * A page that robots.txt forbids. It rests; it becomes due again when its channel changes what it says of it.
 */
export function readPageDenied(item: FetchItem, rule: string, moment: Moment): Visit | VisitQuestion {
  const end: Visit = {
    settlement: settle(
      item,
      { ...moment, delayMs: 0 },
      { dueAt: null, data: { lastError: `robots.txt: ${rule}` } },
    ),
    fate: { fate: 'denied', reason: 'denied-by-robots', detail: rule },
    found: [],
  };
  return withArticleKept(item, end);
}

/** A text that is not declared as a web page but begins like one still is one. */
export function isWebPage(answer: HttpAnswer): boolean {
  const type = answer.headers['content-type'];
  if (type === undefined || type.trim() === '')
    return (
      answer.encoding !== 'identity' ||
      startsLikeHtml.test(new TextDecoder('latin1').decode(answer.body.subarray(0, 512)))
    );
  return webPage.test(type);
}

/** The headers that are kept with a page. */
export function keptHeadersOf(answer: Pick<HttpAnswer, 'headers'>): Record<string, string> {
  return Object.fromEntries(
    keptHeaders.flatMap((name) => (answer.headers[name] === undefined ? [] : [[name, answer.headers[name]]])),
  );
}

/** What a channel says of a page that it does not speak for. */
export function hearsay(entry: FeedEntry): FeedEntry {
  return { ...entry, ofSite: false, categories: [], image: undefined, rights: undefined };
}

/** What the message of a page tells of its item. */
type FetchedItem = Pick<FetchItem, 'key' | 'url' | 'firstSeen'> & {
  readonly data: Pick<ItemMemory, 'entry'>;
};

/** The message of a page that was answered at `now`, which is its version. */
export function fetchedPage(
  item: FetchedItem,
  source: Source,
  answer: HttpAnswer,
  { now, agent }: { readonly now: number; readonly agent: string },
): FetchedPage {
  const httpHeaders = keptHeadersOf(answer);
  const entry = FeedEntry.safeParse(item.data.entry).data;
  const isHearsay =
    entry?.ofSite === true && !speaksFor(source, [item.url, entry.channel ?? item.url], answer.url);
  return FetchedPage.parse({
    item: item.key,
    ...sourceFacts(source),
    choice: choiceOf(source, entry),
    url: item.url,
    finalUrl: answer.url,
    redirects: answer.redirects,
    fetchedAt: now,
    firstSeen: item.firstSeen,
    status: answer.status,
    contentType: answer.headers['content-type'] ?? '',
    encoding: answer.encoding,
    robotsAgent: source.robots === 'obey' ? agent : undefined,
    httpHeaders,
    entry: isHearsay ? hearsay(entry) : entry,
    body: answer.body,
  });
}

/**
 * Whether the page was fetched for the source that it belongs to now: only then an unchanged page is nothing
 * new.
 */
export function isFetchedFor({
  fetchedAt,
  sourceId,
  data,
}: Pick<FetchItem, 'fetchedAt' | 'sourceId' | 'data'>): boolean {
  return fetchedAt > 0 && (data.fetchedFor ?? sourceId) === sourceId;
}

/**
 * Of the bytes as received, of what the feed says and of what the header forbids: where all are as they were,
 * the article would be too.
 */
function contentHashOf(item: FetchItem, answer: HttpAnswer): string {
  return createHash('sha256')
    .update(answer.body)
    .update(JSON.stringify(item.data.entry ?? null))
    .update(rightsHeaders.map((name) => answer.headers[name] ?? '').join(''))
    .digest('hex')
    .slice(0, 32);
}

/**
 * A page whose header speaks to robots is sent whole each time: the header may change while the page does
 * not.
 */
function validatorsOf({ headers }: HttpAnswer): ItemMemory {
  return rightsHeaders.every((name) => headers[name] === undefined)
    ? { etag: headers['etag'], lastModified: headers['last-modified'] }
    : { etag: undefined, lastModified: undefined };
}

/**
 * After 304. A header that speaks to robots is new then, and the page must be judged by it: it is asked for
 * whole.
 */
function unchanged(
  item: FetchItem,
  answer: HttpAnswer,
  { policy, moment }: PageContext,
  there: FetchSettlement['data'],
): Partial<FetchSettlement> {
  const isConditional = item.data.etag !== undefined || item.data.lastModified !== undefined;
  if (rightsHeaders.every((name) => answer.headers[name] === undefined) || !isConditional)
    return { dueAt: nextRevisit(item, policy, moment.now), data: there };
  return { dueAt: moment.now, data: { ...there, etag: undefined, lastModified: undefined } };
}

/** What follows from the answer to the request for a page. */
export function readPageVisit(
  item: FetchItem,
  answer: HttpAnswer,
  context: PageContext,
): Visit | VisitQuestion {
  const { status } = answer;
  const { source, policy, moment } = context;
  const { now } = moment;
  const there: ItemMemory = {
    lastError: undefined,
    goneSince: undefined,
    goneLooks: undefined,
    lookAfter: undefined,
  };
  const given = { item, source, policy, moment };
  if (status === 304)
    return readPresence(given, {
      settlement: settle(item, moment, unchanged(item, answer, context, there)),
      found: [],
    });
  if (status === 404 || status === 410)
    return readGone({ ...given, found: `answered ${status}`, reason: 'gone', isFinal: status === 410 });
  const wait = askedToWait(answer, now);
  if (wait !== undefined || status >= 500 || status === 408 || status === 425)
    return failed(item, context, { detail: `answered ${status}`, waitMs: wait, at: answer.url });
  if (status < 200 || status >= 300)
    return failed(item, context, { reason: 'bad-answer', detail: `answered ${status}`, at: answer.url });
  const dueAt = nextRevisit(item, policy, now);
  const version = versionOf(item, now);
  if (!isWebPage(answer)) {
    const detail = answer.headers['content-type'] ?? 'no content type';
    const never: Visit = {
      settlement: settle(item, moment, { dueAt: null, fetchedAt: version }),
      fate: { fate: 'dropped', reason: 'not-html', detail },
      found: [],
    };
    return readGone({ ...given, found: detail, reason: 'not-html', isFinal: false }, never);
  }
  const contentHash = contentHashOf(item, answer);
  if (isFetchedFor(item) && contentHash === item.data.contentHash) {
    return readPresence(given, {
      settlement: settle(item, moment, { dueAt, data: { ...validatorsOf(answer), ...there } }),
      found: [],
    });
  }
  const validators: ItemMemory = {
    ...validatorsOf(answer),
    contentHash,
    fetchedFor: item.sourceId,
    fallbackAt: undefined,
    toldAt: undefined,
    fallbackStamp: undefined,
    ...there,
  };
  const forget =
    item.fetchedAt === 0 && FeedEntry.safeParse(item.data.entry).data?.hasContent === true
      ? [{ key: contentKey(item.key), value: null }]
      : undefined;
  return readPresence(given, {
    settlement: settle(item, moment, { dueAt, fetchedAt: version, data: validators }),
    fate: { fate: 'passed' },
    page: fetchedPage(item, source, answer, { now: version, agent: policy.agent }),
    found: [],
    ...(forget === undefined ? {} : { remember: forget }),
  });
}
