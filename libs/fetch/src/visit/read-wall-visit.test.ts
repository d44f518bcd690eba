import { describe, expect, it } from '@jest/globals';
import {
  Source,
  type FetchItem,
  type LedgerEvent,
  type SourceInput,
  type Visit,
  type VisitQuestion,
} from '@newsmill/contracts';
import { contentKey } from './fall-back-to-entry.ts';
import { pageItem } from './frontier-items.ts';
import { readWallVisit } from './read-wall-visit.ts';
import type { FetchPolicy } from './visit.ts';

const now = 1_800_000_000_000;
const hour = 3_600_000;
const url = 'https://paper.example/story';
const policy: FetchPolicy = {
  retryLadder: [1_000],
  revisits: [hour, 24 * hour],
  pollMin: 60_000,
  pollMax: hour,
  agent: 'newsmill',
};
const wall = { kind: 'challenge', why: 'a page of Cloudflare (cf-mitigated: challenge)' } as const;
const answer = { status: 403, headers: {}, url };

function setUp(over: Partial<FetchItem> = {}, options: Partial<SourceInput> = {}) {
  const source = Source.parse({
    id: 'paper',
    name: 'Paper',
    channels: [{ url: 'https://paper.example/feed' }],
    ...options,
  });
  const made = pageItem(
    source,
    { url, title: 'Ferries', authors: [], categories: [], hasContent: true, ofSite: true },
    now,
  );
  if (made === undefined) throw new Error('no item');
  const item = { ...made, ...over, data: { ...made.data, ...over.data } };
  return { item, context: { source, policy, moment: { now, chance: 0, delayMs: 500 } } };
}
function decided(
  visit: Visit | VisitQuestion,
  item: FetchItem,
  { content, events = [] }: { readonly content?: string; readonly events?: readonly LedgerEvent[] } = {},
): Visit {
  if (!('answer' in visit)) return visit;
  const values = new Map(content === undefined ? [] : [[contentKey(item.key), content]]);
  return visit.answer({ values, items: [], events, isHeard: true });
}
function event(item: FetchItem, over: Partial<LedgerEvent>): LedgerEvent {
  const { key, sourceId } = item;
  return {
    item: key,
    url,
    sourceId,
    stage: 'index',
    version: now - hour,
    attempt: 0,
    fate: 'indexed',
    firstSeen: now,
    at: now,
    ...over,
  };
}

describe('readWallVisit', () => {
  it('drops a wall under its own reason, keeps no validators, and asks again at the next age', () => {
    const { item, context } = setUp();
    const visit = decided(readWallVisit(item, answer, wall, context), item);
    expect(visit).toMatchObject({
      fate: {
        fate: 'dropped',
        reason: 'not-article-challenge',
        detail: 'answered 403: a page of Cloudflare (cf-mitigated: challenge)',
      },
      settlement: { dueAt: now + hour, fetchedAt: 0 },
    });
    expect(visit.page).toBeUndefined();
    expect(visit.gone).toBeUndefined();
    expect(visit.settlement.data.etag).toBeUndefined();
  });
  it('asks no more after the last age', () => {
    const { item, context } = setUp({ firstSeen: now - 25 * hour });
    expect(decided(readWallVisit(item, answer, wall, context), item).settlement.dueAt).toBeNull();
  });
  it('waits as long as a guard asks', () => {
    const { item, context } = setUp();
    const busy = { status: 429, headers: { 'retry-after': '7200' }, url };
    expect(decided(readWallVisit(item, busy, wall, context), item).settlement).toMatchObject({
      dueAt: now + 24 * hour,
      domainFreeAt: now + 2 * hour,
    });
  });
  it('lets the whole text of the entry stand in, where the source allows it', () => {
    const { item, context } = setUp();
    const content = '<p>The ferry waits.</p>';
    expect(decided(readWallVisit(item, answer, wall, context), item, { content })).toMatchObject({
      fate: { fate: 'passed' },
      page: { fromEntry: true },
    });
    const strict = setUp({}, { entryFallback: false });
    expect(
      decided(readWallVisit(strict.item, answer, wall, strict.context), strict.item, { content }).fate?.fate,
    ).toBe('dropped');
  });
  it('keeps the article of an earlier visit, with what is remembered of its page', () => {
    const { item, context } = setUp({ fetchedAt: now - hour, data: { etag: '"a"', contentHash: 'b' } });
    const events = [event(item, { articleId: 'article' })];
    const visit = decided(readWallVisit(item, answer, wall, context), item, { events });
    expect(visit).toMatchObject({
      fate: { fate: 'indexed', reason: 'not-article-challenge', articleId: 'article' },
      settlement: { fetchedAt: now - hour, data: { etag: '"a"', contentHash: 'b' } },
    });
    expect(visit.gone).toBeUndefined();
  });
  it('says nothing of an item whose last page is on its way to the library', () => {
    const { item, context } = setUp({ fetchedAt: now - hour });
    const events = [event(item, { stage: 'fetch', fate: 'passed' })];
    expect(decided(readWallVisit(item, answer, wall, context), item, { events }).fate).toBeUndefined();
  });
});
