import { createHash } from 'node:crypto';
import {
  FeedEntry,
  FetchedPage,
  type FrontierItem,
  type RejectReason,
  type Source,
  type Moment,
  type Visit,
  type VisitQuestion,
} from '@newsmill/contracts';
import { retryDelay } from './adapt-interval.ts';
import { contentKey, fallBackToEntry } from './fall-back-to-entry.ts';
import { isPublished, nextRevisit } from './page-life.ts';
import { readGone, withPageThere } from './read-gone.ts';
import { askedToWait, settle } from './settle-visit.ts';
import { sourceFacts } from './source-facts.ts';
import type { Answer, Failure, FetchPolicy } from './visit.ts';

const keptHeaders = [
  'etag',
  'last-modified',
  'content-language',
  'x-robots-tag',
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
}

/**
 * A visit that failed: the next try by the ladder, or the end. What was handed on before keeps its fate and waits for its next revisit;
 * for what never was, the text of its feed entry may stand in.
 */
function failed(
  item: FrontierItem,
  context: PageContext,
  { reason, detail, waitMs = 0 }: Failed,
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
        data: { lastError: detail },
      }),
      fate,
      found: [],
    };
  }
  const why = reason ?? 'tries-exhausted';
  const given = { item, ...context };
  if (isPublished(item))
    return fallBackToEntry(
      {
        settlement: settle(item, moment, {
          dueAt: nextRevisit(item, policy, moment.now),
          domainFreeAt,
          data: { lastError: detail },
        }),
        found: [],
      },
      given,
      why,
    );
  const end: Visit = {
    settlement: settle(item, moment, {
      attempt: item.attempt + 1,
      domainFreeAt,
      data: { lastError: detail },
    }),
    fate: { fate: 'dead', reason: why, detail },
    dead: { reason: why, detail },
    found: [],
  };
  return fallBackToEntry(end, given, why);
}

/** A page that could not be asked for (no connection, no robots.txt). */
export function readPageFailure(
  item: FrontierItem,
  failure: Failure,
  context: PageContext,
): Visit | VisitQuestion {
  return failed(item, context, {
    reason: failure.retryable ? undefined : (finalFailures[failure.kind] ?? 'bad-answer'),
    detail: failure.message,
  });
}

/** A page that robots.txt forbids. It rests; it becomes due again when its channel changes what it says of it. */
export function readPageDenied(
  item: FrontierItem,
  rule: string,
  context: PageContext,
): Visit | VisitQuestion {
  const { moment } = context;
  const end: Visit = {
    settlement: settle(
      item,
      { ...moment, delayMs: 0 },
      { dueAt: null, data: { lastError: `robots.txt: ${rule}` } },
    ),
    fate: { fate: 'denied', reason: 'denied-by-robots', detail: rule },
    found: [],
  };
  return fallBackToEntry(end, { item, ...context, moment: { ...moment, delayMs: 0 } }, 'denied-by-robots');
}

/** A text that is not declared as a web page but begins like one still is one. */
export function isWebPage(answer: Answer): boolean {
  const type = answer.headers['content-type'];
  if (type === undefined || type.trim() === '')
    return (
      answer.encoding !== 'identity' ||
      startsLikeHtml.test(new TextDecoder('latin1').decode(answer.body.subarray(0, 512)))
    );
  return webPage.test(type);
}

/** The headers that are kept with a page. */
export function keptHeadersOf(answer: Pick<Answer, 'headers'>): Record<string, string> {
  return Object.fromEntries(
    keptHeaders.flatMap((name) => (answer.headers[name] === undefined ? [] : [[name, answer.headers[name]]])),
  );
}

/** The message of a page that was answered at `now`. */
export function fetchedPage(item: FrontierItem, source: Source, answer: Answer, now: number): FetchedPage {
  const httpHeaders = keptHeadersOf(answer);
  const entry = FeedEntry.safeParse(item.data['entry']);
  return FetchedPage.parse({
    item: item.key,
    ...sourceFacts(source),
    url: item.url,
    finalUrl: answer.url,
    redirects: answer.redirects,
    fetchedAt: now,
    firstSeen: item.firstSeen,
    status: answer.status,
    contentType: answer.headers['content-type'] ?? '',
    encoding: answer.encoding,
    httpHeaders,
    entry: entry.success ? entry.data : undefined,
    body: answer.body,
  });
}

/** Of the bytes as received and of what the feed says: where both are as they were, the article would be too. */
function contentHashOf(item: FrontierItem, answer: Answer): string {
  return createHash('sha256')
    .update(answer.body)
    .update(JSON.stringify(item.data['entry'] ?? null))
    .digest('hex')
    .slice(0, 32);
}

/** What follows from the answer to the request for a page. */
export function readPageVisit(
  item: FrontierItem,
  answer: Answer,
  context: PageContext,
): Visit | VisitQuestion {
  const { status } = answer;
  const { source, policy, moment } = context;
  const { now } = moment;
  const there = { lastError: undefined, goneSince: undefined, goneLooks: undefined };
  if (status === 304)
    return withPageThere(
      item,
      { settlement: settle(item, moment, { dueAt: nextRevisit(item, policy, now), data: there }), found: [] },
      now,
    );
  if (status === 404 || status === 410) return readGone({ item, source, status, policy, moment });
  const wait = askedToWait(answer, now);
  if (wait !== undefined || status >= 500 || status === 408 || status === 425)
    return failed(item, context, { detail: `answered ${status}`, waitMs: wait });
  if (status < 200 || status >= 300)
    return failed(item, context, { reason: 'bad-answer', detail: `answered ${status}` });
  const dueAt = nextRevisit(item, policy, now);
  if (!isWebPage(answer)) {
    const detail = answer.headers['content-type'] ?? 'no content type';
    return {
      settlement: settle(item, moment, { dueAt: null, fetchedAt: now }),
      fate: { fate: 'dropped', reason: 'not-html', detail },
      found: [],
    };
  }
  const contentHash = contentHashOf(item, answer);
  if (item.fetchedAt > 0 && contentHash === item.data['contentHash']) {
    const validators = { etag: answer.headers['etag'], lastModified: answer.headers['last-modified'] };
    return withPageThere(
      item,
      { settlement: settle(item, moment, { dueAt, data: { ...validators, ...there } }), found: [] },
      now,
    );
  }
  const validators = {
    etag: answer.headers['etag'],
    lastModified: answer.headers['last-modified'],
    contentHash,
    fallbackAt: undefined,
    fallbackStamp: undefined,
    ...there,
  };
  const forget =
    item.fetchedAt === 0 && FeedEntry.safeParse(item.data['entry']).data?.hasContent === true
      ? [{ key: contentKey(item.key), value: null }]
      : undefined;
  return withPageThere(
    item,
    {
      settlement: settle(item, moment, { dueAt, fetchedAt: now, data: validators }),
      fate: { fate: 'passed' },
      page: fetchedPage(item, source, answer, now),
      found: [],
      ...(forget === undefined ? {} : { remember: forget }),
    },
    now,
  );
}
