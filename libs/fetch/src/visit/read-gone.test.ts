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
import { readPageVisit } from './read-page-visit.ts';
import type { FetchPolicy } from './visit.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = 1_800_000_000_000;
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
const key = sightingsKey('paper.example:443');

function item(over: Partial<FetchItem> = {}): FetchItem {
  const made = pageItem(
    source,
    { url: 'https://paper.example/story', title: 'T', authors: [], categories: [] },
    now - 2 * day,
  );
  if (made === undefined) throw new Error('no item');
  return { ...made, fetchedAt: now - day, ...over, data: { etag: '"e"', ...made.data, ...over.data } };
}
function event(over: Partial<LedgerEvent>): LedgerEvent {
  return {
    item: 'i',
    url: 'https://paper.example/story',
    sourceId: 'paper',
    stage: 'index',
    version: now - day,
    attempt: 0,
    fate: 'indexed',
    articleId: 'article',
    firstSeen: 1,
    at: 1,
    ...over,
  };
}
const inLibrary = [
  event({ stage: 'discover', fate: 'waiting', version: 0, articleId: undefined }),
  event({ stage: 'fetch', fate: 'passed', articleId: undefined }),
  event({}),
];
function known(
  over: { sightings?: string; feedAt?: number; events?: readonly LedgerEvent[]; isHeard?: boolean } = {},
): VisitKnown {
  return {
    values: new Map(over.sightings === undefined ? [] : [[key, over.sightings]]),
    items: [{ ...feed, data: { ...feed.data, lastSuccessAt: over.feedAt ?? now } }],
    events: over.events ?? inLibrary,
    isHeard: over.isHeard ?? true,
  };
}
function answer(status: number): HttpAnswer {
  return {
    status,
    url: 'https://paper.example/story',
    redirects: [],
    headers: { 'content-type': 'text/html' },
    body: new TextEncoder().encode('<html>'),
    encoding: 'identity',
    truncated: false,
  };
}
function decided(visit: Visit | VisitQuestion, facts: VisitKnown): Visit {
  return 'answer' in visit ? visit.answer(facts) : visit;
}
function visit(status: number, given: FetchItem, facts = known(), at = now, of = source): Visit {
  return decided(
    readPageVisit(given, answer(status), { source: of, policy, moment: { now: at, chance: 0, delayMs: 0 } }),
    facts,
  );
}
/** The page as it is after its first 404, an hour ago. */
const missed = () => item({ data: { goneSince: now - hour, goneLooks: 1 } });

describe('readGone', () => {
  it('takes an article out at once after 410, forgets its validators, and does not ask again', () => {
    const found = visit(410, item());
    expect(found).toMatchObject({
      gone: { articleId: 'article' },
      fate: { fate: 'gone', reason: 'gone', detail: 'answered 410' },
      settlement: { dueAt: null },
    });
    expect(found.settlement.data.etag).toBeUndefined();
  });
  it('asks again after the last rung of the ladder before it believes a 404', () => {
    const first = visit(404, item());
    expect(first).toMatchObject({
      settlement: { dueAt: now + hour, data: { goneSince: now, goneLooks: 1 } },
      remember: [{ key, value: '1' }],
    });
    expect(first.gone).toBeUndefined();
    expect(first.fate).toBeUndefined();
    const second = visit(404, missed(), known({ sightings: '1' }));
    expect(second).toMatchObject({
      gone: { articleId: 'article' },
      fate: { fate: 'gone' },
      remember: [{ key, value: '1' }],
    });
  });
  it('comes back to an article that went with a 404, at its next age', () => {
    expect(visit(404, missed()).settlement.dueAt).toBe(now - 2 * day + 30 * day);
  });
  it('does not take a second 404 that comes too soon for a proof', () => {
    const early = visit(404, item({ data: { goneSince: now - 1_000, goneLooks: 1 } }));
    expect(early.gone).toBeUndefined();
    expect(early.settlement.data.lastError).toBe('answered 404; asked again before the article goes');
  });
  it('keeps the article while no channel of its source answers, and asks at growing intervals', () => {
    const found = visit(
      404,
      item({ data: { goneSince: now - 3 * hour, goneLooks: 2 } }),
      known({ feedAt: now - 4 * hour }),
    );
    expect(found).toMatchObject({
      kept: 'no channel of the source has answered since',
      settlement: { dueAt: now + 4 * hour, data: { goneSince: now - 3 * hour, goneLooks: 3 } },
    });
    expect(found.gone).toBeUndefined();
  });
  it.each([404, 410])(
    'keeps the articles of a host that answers %i for most of its known pages',
    (status) => {
      const found = visit(status, missed(), known({ sightings: '0000011111' }));
      expect(found.kept).toBe('most known pages of the host are away');
      expect(found.gone).toBeUndefined();
      expect(found.fate).toBeUndefined();
    },
  );
  it('counts a page that stays away once, however often it is asked for', () => {
    const heldTwice = item({ data: { goneSince: now - 3 * hour, goneLooks: 2 } });
    expect(visit(404, heldTwice, known({ sightings: '01', feedAt: now - 4 * hour })).remember).toMatchObject([
      { key, value: '01' },
    ]);
    const goneBefore = [
      ...inLibrary,
      event({ stage: 'fetch', version: now - day, attempt: 1, fate: 'gone', articleId: undefined }),
      event({ version: now, fate: 'gone' }),
    ];
    expect(visit(404, item(), known({ sightings: '01', events: goneBefore })).remember).toMatchObject([
      { key, value: '01' },
    ]);
  });
  it('waits for a version that is on its way to the library, or of which the ledger has not heard', () => {
    const underWay = [event({ stage: 'fetch', fate: 'passed' }), event({ stage: 'clean', fate: 'passed' })];
    for (const events of [underWay, [event({ version: now - 2 * day })], []])
      expect(visit(410, item(), known({ events })).settlement.data.lastError).toBe(
        'answered 410; its last version is still on its way to the library',
      );
  });
  it('asks again where a visit handed the page on and was killed before it was settled', () => {
    const unsettled = item({ fetchedAt: 0 });
    const onItsWay = visit(
      410,
      unsettled,
      known({
        events: [
          event({ stage: 'discover', fate: 'waiting', version: 0 }),
          event({ stage: 'fetch', fate: 'passed' }),
        ],
      }),
    );
    expect(onItsWay).toMatchObject({
      settlement: {
        dueAt: now + hour,
        data: { lastError: 'answered 410; its last version is still on its way to the library' },
      },
    });
    expect(onItsWay.fate).toBeUndefined();
    expect(visit(410, unsettled, known())).toMatchObject({
      gone: { articleId: 'article' },
      fate: { fate: 'gone' },
    });
  });
  it('waits for a ledger that may yet hear of a page that was handed on', () => {
    const discovered = [event({ stage: 'discover', fate: 'waiting', version: 0 })];
    const unsettled = item({ fetchedAt: 0 });
    const asked = readPageVisit(unsettled, answer(410), {
      source,
      policy,
      moment: { now, chance: 0, delayMs: 0 },
    });
    expect(asked).toMatchObject({ heardSince: now });
    const waiting = decided(asked, known({ events: discovered, isHeard: false }));
    expect(waiting).toMatchObject({
      settlement: {
        dueAt: now + hour,
        fetchedAt: 0,
        data: { lastError: 'answered 410; the ledger is behind, and may yet hear of it' },
      },
    });
    expect([waiting.fate, waiting.gone]).toEqual([undefined, undefined]);
    expect(
      readPageVisit(item(), answer(410), { source, policy, moment: { now, chance: 0, delayMs: 0 } }),
    ).not.toHaveProperty('heardSince');
  });
  it('ends an item at once of which nothing was handed on, and says nothing of its host', () => {
    const fresh = visit(
      404,
      item({ fetchedAt: 0 }),
      known({ events: [event({ stage: 'discover', fate: 'waiting', version: 0 })] }),
    );
    expect(fresh).toMatchObject({ fate: { fate: 'gone' }, settlement: { dueAt: null } });
    expect([fresh.gone, fresh.remember]).toEqual([undefined, undefined]);
  });
  it('tells the library nothing of a page that never was an article', () => {
    const found = visit(
      404,
      item(),
      known({ events: [event({ stage: 'clean', fate: 'dropped', articleId: undefined })] }),
    );
    expect(found).toMatchObject({ fate: { fate: 'gone' } });
    expect(found.gone).toBeUndefined();
  });
  it('leaves the article of a duplicate to its owner', () => {
    expect(
      visit(410, item(), known({ events: [event({ stage: 'enrich', fate: 'duplicate' })] })).gone,
    ).toBeUndefined();
  });
  it('keeps articles where the source says so', () => {
    const found = visit(410, item(), known(), now, { ...source, onGone: 'keep' });
    expect(found.gone).toBeUndefined();
    // What is in the library is called indexed.
    expect(found.fate).toEqual({
      fate: 'indexed',
      reason: 'gone',
      detail: 'answered 410; the article stays (onGone: keep)',
      articleId: 'article',
    });
  });
  it('takes out the article of a feed entry, too', () => {
    const made = item({ fetchedAt: 0, data: { fallbackAt: now - day } });
    expect(visit(410, made).gone).toEqual({ articleId: 'article', detail: 'answered 410', reason: 'gone' });
  });
  it.each([200, 304])(
    'forgets the absence after %i, and remembers that a known page of the host was there',
    (status) => {
      const found = visit(status, missed(), known({ sightings: '1' }));
      expect(found.settlement.data.goneSince).toBeUndefined();
      expect(found.remember).toContainEqual({ key, value: '10', expiresAt: now + 60 * day });
    },
  );
});
