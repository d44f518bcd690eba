import { describe, expect, it } from '@jest/globals';
import {
  Source,
  type FetchItem,
  type LedgerEvent,
  type Visit,
  type VisitKnown,
  type VisitQuestion,
  type HttpAnswer,
} from '@newsmill/contracts';
import { channelItem, pageItem } from './frontier-items.ts';
import { sightingsKey } from './host-sightings.ts';
import { isLookDue, settleLook } from './read-presence.ts';
import { readPageDenied, readPageVisit } from './read-page-visit.ts';
import type { FetchPolicy } from './visit.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = 1_800_000_000_000;
const first = now - 2 * day;
const second = now - 2 * hour;
const policy: FetchPolicy = {
  retryLadder: [30_000, hour],
  revisits: [hour, day, 30 * day],
  pollMin: 60_000,
  pollMax: 6 * hour,
  agent: 'newsmill',
};
const source = Source.parse({
  id: 'paper',
  name: 'Paper',
  channels: [{ url: 'https://paper.example/feed' }],
});
const [channel] = source.channels;
if (channel === undefined) throw new Error('no channel');
const feed = channelItem(source, channel, now);
const url = 'https://paper.example/story';
const key = sightingsKey('paper.example:443');
const moment = { now, chance: 0, delayMs: 0 };

function item(over: Partial<FetchItem> = {}): FetchItem {
  const made = pageItem(source, { url, title: 'T', authors: [], categories: [] }, first);
  if (made === undefined) throw new Error('no item');
  return { ...made, fetchedAt: second, ...over, data: { ...made.data, ...over.data } };
}
function event(over: Partial<LedgerEvent>): LedgerEvent {
  return {
    item: 'i',
    url,
    sourceId: 'paper',
    stage: 'index',
    version: first,
    attempt: 0,
    fate: 'indexed',
    articleId: 'article',
    firstSeen: 1,
    at: 1,
    ...over,
  };
}
const indexed = [
  event({ stage: 'fetch', fate: 'passed', articleId: undefined, version: second }),
  event({ version: second }),
];
const doubted = (over: Partial<LedgerEvent> = {}) => [
  event({}),
  event({ stage: 'fetch', fate: 'passed', articleId: undefined, version: second }),
  event({ stage: 'clean', version: second, reason: 'not-article-error', ...over }),
];
function known(
  events: readonly LedgerEvent[],
  over: { sightings?: string; feedAt?: number } = {},
): VisitKnown {
  return {
    values: new Map(over.sightings === undefined ? [] : [[key, over.sightings]]),
    items: [{ ...feed, data: { ...feed.data, lastSuccessAt: over.feedAt ?? now } }],
    events,
    isHeard: true,
  };
}
function decided(visit: Visit | VisitQuestion, facts: VisitKnown): Visit {
  return 'answer' in visit ? visit.answer(facts) : visit;
}
function visit(given: FetchItem, facts: VisitKnown, answer: Partial<HttpAnswer> = {}, of = source): Visit {
  const whole: HttpAnswer = {
    status: 200,
    url,
    redirects: [],
    headers: { 'content-type': 'text/html' },
    body: new TextEncoder().encode('<html>'),
    encoding: 'identity',
    truncated: false,
    ...answer,
  };
  return decided(readPageVisit(given, whole, { source: of, policy, moment }), facts);
}
const unchanged = { status: 304 };

describe('readPresence', () => {
  it('tells the stage that reads a page of the article in the library, and looks at the ledger before the next revisit', () => {
    const found = visit(item(), known(indexed));
    expect(found.page?.held).toEqual({
      articleId: 'article',
      mayLeave: false,
      why: 'asked again before the article goes',
    });
    expect(found.settlement).toMatchObject({ dueAt: now + hour, data: { lookAfter: now + hour } });
    expect(visit(item(), known(indexed), unchanged).settlement.dueAt).toBe(first + 30 * day);
  });
  it('says nothing of an article at the first visit', () => {
    expect(visit(item({ fetchedAt: 0 }), known([])).page?.held).toBeUndefined();
  });
  it('settles the look without a request where nothing is said against the article', () => {
    const due = item({ dueAt: now, data: { lookAfter: now } });
    expect([
      isLookDue(due),
      isLookDue(item({ dueAt: now })),
      isLookDue(item({ dueAt: now - 1, data: { lookAfter: now } })),
    ]).toEqual([true, false, false]);
    expect(settleLook(due, indexed, policy, moment)).toMatchObject({
      dueAt: first + 30 * day,
      fetchedAt: second,
    });
    expect(
      settleLook(due, [event({ stage: 'fetch', fate: 'passed', version: second })], policy, moment)?.dueAt,
    ).toBe(now + hour);
    expect(settleLook(due, doubted(), policy, moment)).toBeUndefined();
    expect(settleLook(due, doubted({ reason: 'not-article-login' }), policy, moment)).toBeDefined();
  });
  it('asks the publisher where a channel said something new while the item waited for the look', () => {
    const { settlement } = visit(item(), known(indexed));
    const waiting = item({ dueAt: settlement.dueAt, data: settlement.data });
    expect([isLookDue(waiting), isLookDue({ ...waiting, stamp: 'something new' })]).toEqual([true, false]);
  });
  it('takes an article out whose page says again, unchanged, that it is none', () => {
    const found = visit(item(), known(doubted()), unchanged);
    expect(found).toMatchObject({
      gone: { articleId: 'article', reason: 'not-article-error' },
      fate: { fate: 'dropped', reason: 'not-article-error' },
      remember: [{ key, value: '1' }],
    });
  });
  it('lets the stage that reads a changed page take the article out', () => {
    const found = visit(item(), known(doubted()));
    expect(found.page?.held).toMatchObject({ articleId: 'article', mayLeave: true });
    expect(found).toMatchObject({
      fate: { fate: 'passed' },
      settlement: { dueAt: now + hour, data: { lookAfter: now + hour } },
    });
    expect(found.gone).toBeUndefined();
    expect(visit(item(), known(doubted(), { feedAt: second - 1 })).settlement.data).toMatchObject({
      goneSince: second,
      goneLooks: 1,
    });
  });
  it('names the article to which an address leads now', () => {
    const found = visit(
      item(),
      known(doubted({ reason: 'duplicate-of', stage: 'enrich', leadsTo: 'other' })),
      unchanged,
    );
    expect(found).toMatchObject({
      gone: { articleId: 'article', reason: 'duplicate-of', movedTo: 'other' },
      fate: { fate: 'duplicate', articleId: 'other' },
    });
  });
  it.each([
    ['the second look comes too soon', doubted({ version: now - 60_000 }), {}, now - 60_000],
    ['no channel has answered since', doubted(), { feedAt: second - 1 }, second],
    ['most pages of the host are away', doubted(), { sightings: '0000011111' }, second],
  ])('keeps the article while %s', (_name, events, facts, fetchedAt) => {
    expect(visit(item({ fetchedAt }), known(events, facts), unchanged).gone).toBeUndefined();
    expect(visit(item({ fetchedAt }), known(events, facts)).page?.held?.mayLeave).toBe(false);
  });
  it('keeps the article where the source says so, but not against a page that asks not to be found', () => {
    const keeps = { ...source, onGone: 'keep' as const };
    expect(visit(item(), known(doubted()), unchanged, keeps)).toMatchObject({
      fate: { fate: 'indexed', reason: 'not-article-error', articleId: 'article' },
    });
    const denied = doubted({ reason: 'denied-by-page', fate: 'denied' });
    for (const given of [source, keeps])
      expect(
        visit(item(), known(denied, { sightings: '0000011111', feedAt: 0 }), unchanged, given),
      ).toMatchObject({ gone: { articleId: 'article' }, fate: { fate: 'denied' } });
  });
  it('asks again before it believes that a page has become a file', () => {
    const pdf = { headers: { 'content-type': 'application/pdf' } };
    expect(visit(item(), known(indexed), pdf)).toMatchObject({
      settlement: { dueAt: now + hour, data: { goneSince: now } },
    });
    expect(visit(item({ data: { goneSince: second, goneLooks: 1 } }), known(indexed), pdf)).toMatchObject({
      gone: { articleId: 'article', reason: 'not-html' },
      fate: { fate: 'dropped', reason: 'not-html' },
    });
  });
  it('calls indexed what robots.txt forbids to ask for again', () => {
    expect(decided(readPageDenied(item(), 'Disallow: /', moment), known(indexed)).fate).toMatchObject({
      fate: 'indexed',
      reason: 'denied-by-robots',
      articleId: 'article',
    });
    expect(
      decided(readPageDenied(item({ fetchedAt: 0 }), 'Disallow: /', moment), known([])).fate,
    ).toMatchObject({ fate: 'denied' });
  });
});
