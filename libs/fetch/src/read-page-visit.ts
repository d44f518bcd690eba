import { FeedEntry, FetchedPage, type FrontierItem, type RejectReason, type Source, type Moment, type Visit } from '@newsmill/contracts';
import { retryDelay } from './adapt-interval.ts';
import { askedToWait, settle } from './settle-visit.ts';
import type { Answer, Failure, FetchPolicy } from './visit.ts';

const keptHeaders = ['etag', 'last-modified', 'content-language', 'x-robots-tag', 'link', 'date', 'content-type'];
const webPage = /^\s*(text\/html|application\/xhtml\+xml|text\/plain|application\/xml|text\/xml)\b/i;
const startsLikeHtml = /^\s*(<!doctype|<html|<head|<body|<!--|<\?xml|<div|<article|<meta|<script)/i;

/** When the page is asked for again: at the next of the ages that lies ahead; null after the last. */
export function nextRevisit(item: Pick<FrontierItem, 'firstSeen'>, policy: Pick<FetchPolicy, 'revisits'>, now: number): number | null {
  const age = policy.revisits.find((candidate) => item.firstSeen + candidate > now + 1_000);
  return age === undefined ? null : item.firstSeen + age;
}

const finalFailures: Readonly<Record<string, RejectReason>> = {
  'address-blocked': 'address-blocked',
  'bad-address': 'bad-address',
  'bad-request': 'bad-address',
  'too-large': 'too-large',
  'too-many-redirects': 'too-many-redirects',
};

/** A visit that failed: the next try by the ladder, or the end. A page that was fetched before keeps its fate and waits for its next revisit. */
function failed(item: FrontierItem, policy: FetchPolicy, moment: Moment, reason: RejectReason | undefined, detail: string, waitMs = 0): Visit {
  const wait = reason === undefined ? retryDelay(item.attempt, policy.retryLadder, moment.chance) : undefined;
  const domainFreeAt = waitMs > 0 ? moment.now + waitMs : undefined;
  if (wait !== undefined) {
    const dueAt = moment.now + Math.max(wait, waitMs);
    const fate = item.fetchedAt === 0 ? { fate: 'retrying' as const, detail } : undefined;
    return { settlement: settle(item, moment, { dueAt, attempt: item.attempt + 1, domainFreeAt, data: { lastError: detail } }), fate, found: [] };
  }
  if (item.fetchedAt > 0) return { settlement: settle(item, moment, { dueAt: nextRevisit(item, policy, moment.now), domainFreeAt, data: { lastError: detail } }), found: [] };
  const why = reason ?? 'tries-exhausted';
  return {
    settlement: settle(item, moment, { attempt: item.attempt + 1, domainFreeAt, data: { lastError: detail } }),
    fate: { fate: 'dead', reason: why, detail },
    dead: { reason: why, detail },
    found: [],
  };
}

/** A page that could not be asked for (no connection, no robots.txt). */
export function readPageFailure(item: FrontierItem, failure: Failure, policy: FetchPolicy, moment: Moment): Visit {
  return failed(item, policy, moment, failure.retryable ? undefined : (finalFailures[failure.kind] ?? 'bad-answer'), failure.message);
}

/** A page that robots.txt forbids. It rests; it becomes due again when its channel changes what it says of it. */
export function readPageDenied(item: FrontierItem, rule: string, moment: Moment): Visit {
  return {
    settlement: settle(item, { ...moment, delayMs: 0 }, { dueAt: null, data: { lastError: `robots.txt: ${rule}` } }),
    fate: { fate: 'denied', reason: 'denied-by-robots', detail: rule },
    found: [],
  };
}

/** A text that is not declared as a web page but begins like one still is one. */
function isWebPage(answer: Answer): boolean {
  const type = answer.headers['content-type'];
  if (type === undefined || type.trim() === '') return answer.encoding !== 'identity' || startsLikeHtml.test(new TextDecoder('latin1').decode(answer.body.subarray(0, 512)));
  return webPage.test(type);
}

function fetchedPage(item: FrontierItem, source: Source, answer: Answer, now: number): FetchedPage {
  const httpHeaders = Object.fromEntries(keptHeaders.flatMap((name) => (answer.headers[name] === undefined ? [] : [[name, answer.headers[name]]])));
  const entry = FeedEntry.safeParse(item.data['entry']);
  return FetchedPage.parse({
    item: item.key,
    sourceId: source.id,
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
    sourceName: source.name,
    sourceLanguage: source.language,
    sourceCountry: source.country,
    sourceTimeZone: source.timeZone,
    tags: source.tags,
    licence: source.licence,
    body: answer.body,
  });
}

/** What follows from the answer to the request for a page. */
export function readPageVisit(item: FrontierItem, source: Source, answer: Answer, policy: FetchPolicy, moment: Moment): Visit {
  const { status } = answer;
  const { now } = moment;
  if (status === 304) return { settlement: settle(item, moment, { dueAt: nextRevisit(item, policy, now), data: { lastError: undefined } }), found: [] };
  if (status === 404 || status === 410) return { settlement: settle(item, moment, { dueAt: null }), fate: { fate: 'gone', reason: 'gone', detail: `answered ${status}` }, found: [] };
  const wait = askedToWait(answer, now);
  if (wait !== undefined || status >= 500 || status === 408 || status === 425) return failed(item, policy, moment, undefined, `answered ${status}`, wait ?? 0);
  if (status < 200 || status >= 300) return failed(item, policy, moment, 'bad-answer', `answered ${status}`);
  const dueAt = nextRevisit(item, policy, now);
  if (!isWebPage(answer)) {
    const detail = answer.headers['content-type'] ?? 'no content type';
    return { settlement: settle(item, moment, { dueAt: null, fetchedAt: now }), fate: { fate: 'dropped', reason: 'not-html', detail }, found: [] };
  }
  const validators = { etag: answer.headers['etag'], lastModified: answer.headers['last-modified'], lastError: undefined };
  return { settlement: settle(item, moment, { dueAt, fetchedAt: now, data: validators }), fate: { fate: 'passed' }, page: fetchedPage(item, source, answer, now), found: [] };
}
