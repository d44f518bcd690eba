import { describe, expect, it } from '@jest/globals';
import {
  Source,
  type FetchItem,
  type SourceInput,
  type Visit,
  type VisitQuestion,
  type HttpAnswer,
} from '@newsmill/contracts';
import { contentKey } from './fall-back-to-entry.ts';
import { pageItem } from './frontier-items.ts';
import { readPageDenied, readPageFailure, readPageVisit } from './read-page-visit.ts';
import type { FetchPolicy } from './visit.ts';

const now = 1_800_000_000_000;
const policy: FetchPolicy = {
  retryLadder: [1_000],
  revisits: [3_600_000],
  pollMin: 60_000,
  pollMax: 3_600_000,
  agent: 'newsmill',
};
const moment = { now, chance: 0, delayMs: 500 };
const html = '<p>The ferry waits.</p>';

function setUp(over: Partial<FetchItem> = {}, options: Partial<SourceInput> = {}) {
  const source = Source.parse({
    id: 'paper',
    name: 'Paper',
    language: 'en',
    channels: [{ url: 'https://paper.example/feed' }],
    ...options,
  });
  const made = pageItem(
    source,
    {
      url: 'https://paper.example/story',
      title: 'Fog & ferries',
      authors: ['Mia Lund'],
      categories: [],
      hasContent: true,
      ofSite: true,
    },
    now,
  );
  if (made === undefined) throw new Error('no item');
  return {
    item: { ...made, attempt: 1, ...over, data: { ...made.data, ...over.data } },
    context: { source, policy, moment },
  };
}
function answer(status: number, url = 'https://paper.example/story'): HttpAnswer {
  return {
    status,
    url,
    redirects: [],
    headers: { 'content-type': 'text/html' },
    body: new TextEncoder().encode('<html>'),
    encoding: 'identity',
    truncated: false,
  };
}
function decided(visit: Visit | VisitQuestion, item: FetchItem, content: string | undefined = html): Visit {
  return 'answer' in visit
    ? visit.answer({
        values: new Map(content === undefined ? [] : [[contentKey(item.key), content]]),
        items: [],
        events: [],
        isHeard: true,
      })
    : visit;
}

describe('fallBackToEntry', () => {
  it('makes the article of the feed entry when every try has failed, and asks for the page at its next age', () => {
    const { item, context } = setUp();
    const visit = decided(readPageVisit(item, answer(500), context), item);
    expect(visit).toMatchObject({
      fate: { fate: 'passed', detail: 'the text of the feed entry stands in: answered 500' },
      page: { fromEntry: true, fetchedAt: now, entry: { title: 'Fog & ferries', authors: ['Mia Lund'] } },
      settlement: {
        dueAt: now + 3_600_000,
        attempt: 0,
        fetchedAt: 0,
        hostFreeAt: now + 500,
        data: { fallbackAt: now, fallbackStamp: item.stamp },
      },
      remember: [{ key: contentKey(item.key), value: null }],
    });
    expect(visit.dead).toBeUndefined();
    expect(new TextDecoder().decode(visit.page?.body)).toContain(
      '<h1>Fog &amp; ferries</h1>\n<p>The ferry waits.</p>',
    );
  });
  it('does not stand in before the last try, nor without the text', () => {
    const { item, context } = setUp({ attempt: 0 });
    expect(decided(readPageVisit(item, answer(500), context), item).fate?.fate).toBe('retrying');
    const last = setUp();
    const lost = readPageVisit(last.item, answer(500), last.context);
    expect(
      'answer' in lost
        ? lost.answer({ values: new Map(), items: [], events: [], isHeard: true }).fate?.fate
        : '',
    ).toBe('dead');
    const bare = setUp({ data: { entry: { url: 'https://paper.example/story' } } });
    expect(decided(readPageVisit(bare.item, answer(500), bare.context), bare.item).fate?.fate).toBe('dead');
  });
  it('stands in for a page that is refused only where the source says so', () => {
    const { item, context } = setUp();
    expect(decided(readPageVisit(item, answer(403), context), item).fate?.fate).toBe('dead');
    const asked = setUp({}, { entryFallback: true });
    expect(decided(readPageVisit(asked.item, answer(403), asked.context), asked.item).page?.fromEntry).toBe(
      true,
    );
  });
  it('never stands in where robots.txt forbids the page, or cannot be had', () => {
    const { item, context } = setUp({}, { entryFallback: true });
    expect(readPageDenied(item, 'Disallow: /', moment)).toMatchObject({
      fate: { fate: 'denied', reason: 'denied-by-robots' },
      settlement: { dueAt: null },
    });
    expect(
      decided(
        readPageFailure(
          item,
          { kind: 'robots', message: 'robots.txt: answered 503', retryable: true },
          context,
        ),
        item,
      ).fate?.fate,
    ).toBe('dead');
  });
  it('never stands in for a page that its channel does not speak for', () => {
    const { context } = setUp();
    for (const ofSite of [false, undefined]) {
      const { item } = setUp({
        data: { entry: { url: 'https://paper.example/story', hasContent: true, ofSite } },
      });
      expect(decided(readPageVisit(item, answer(500), context), item).fate?.fate).toBe('dead');
    }
  });
  it('never stands in for the page of another site that the address leads to, unless the source names it', () => {
    const { item, context } = setUp();
    expect(
      decided(readPageVisit(item, answer(503, 'https://victim.example/story'), context), item).fate?.fate,
    ).toBe('dead');
    expect(
      decided(
        readPageFailure(
          item,
          { kind: 'timeout', message: 'no answer', retryable: true, url: 'https://victim.example/story' },
          context,
        ),
        item,
      ).fate?.fate,
    ).toBe('dead');
    const named = setUp({}, { domains: ['victim.example'] });
    expect(
      decided(
        readPageVisit(named.item, answer(503, 'https://www.victim.example/story'), named.context),
        named.item,
      ).page?.fromEntry,
    ).toBe(true);
  });
  it('never stands in where the source forbids it, for a private address, or for a page that is gone', () => {
    const { item, context } = setUp({}, { entryFallback: false });
    expect(decided(readPageVisit(item, answer(500), context), item).fate?.fate).toBe('dead');
    const open = setUp({}, { entryFallback: true });
    expect(
      decided(
        readPageFailure(
          open.item,
          { kind: 'address-blocked', message: 'private', retryable: false },
          open.context,
        ),
        open.item,
      ).fate?.fate,
    ).toBe('dead');
    expect(decided(readPageVisit(open.item, answer(404), open.context), open.item).fate?.fate).toBe('gone');
  });
  it('stands in once for one state of the entry, and again when that has changed', () => {
    const { item, context } = setUp({ data: { fallbackAt: now - 1, fallbackStamp: 'old' } });
    expect(decided(readPageVisit(item, answer(500), context), item).page?.fromEntry).toBe(true);
    const same = { ...item, data: { ...item.data, fallbackStamp: item.stamp } };
    expect(decided(readPageVisit(same, answer(500), context), same)).toMatchObject({
      settlement: { dueAt: now + 3_600_000 },
    });
    expect(decided(readPageVisit(same, answer(500), context), same).fate).toBeUndefined();
  });
  it('gives way to the page when that comes', () => {
    const { item, context } = setUp({ data: { fallbackAt: now - 1, fallbackStamp: 'old' } });
    const visit = decided(readPageVisit(item, answer(200), context), item);
    expect(visit.page?.fromEntry).toBeUndefined();
    expect(visit.settlement).toMatchObject({ fetchedAt: now });
    expect(visit.settlement.data.fallbackAt).toBeUndefined();
    expect(visit.remember).toEqual([{ key: contentKey(item.key), value: null }]);
  });
});
