import { describe, expect, it } from '@jest/globals';
import { Source, type FetchItem, type Visit, type VisitKnown } from '@newsmill/contracts';
import { contentKey } from './fall-back-to-entry.ts';
import { pageItem } from './frontier-items.ts';
import { readUnasked } from './read-unasked.ts';

const now = 1_800_000_000_000;
const moment = { now, chance: 0, delayMs: 5_000 };
const feed = 'https://paper.example/feed';
const source = (over: object = {}) =>
  Source.parse({ id: 'paper', name: 'Paper', channels: [{ url: feed }], ...over });
function itemOf(over: object, changes: Partial<FetchItem> = {}): FetchItem {
  const entry = {
    url: 'https://paper.example/a',
    title: 'Tides',
    authors: [],
    categories: [],
    channel: feed,
  };
  const item = pageItem(source(), { ...entry, ofSite: true, hasContent: true, ...over }, now);
  if (item === undefined) throw new Error('no item');
  return { ...item, ...changes };
}
const text = (item: FetchItem): VisitKnown => ({
  values: new Map([[contentKey(item.key), '<p>Low tide at noon.</p>']]),
  items: [],
  events: [],
  isHeard: true,
});
const nothing: VisitKnown = { values: new Map(), items: [], events: [], isHeard: true };
function visit(item: FetchItem, known: VisitKnown, of = source({ feedOnly: true })): Visit | undefined {
  const asked = readUnasked(item, of, moment);
  return asked === undefined || !('answer' in asked) ? asked : asked.answer(known);
}

describe('readUnasked', () => {
  it('leaves pages to be asked for, and channels', () => {
    expect(visit(itemOf({}), nothing, source())).toBeUndefined();
    expect(visit(itemOf({}, { kind: 'channel' }), nothing)).toBeUndefined();
  });
  it('makes the article of a feed-only source of its entry, without rest for the host', () => {
    const item = itemOf({});
    const made = visit(item, text(item));
    expect(made).toMatchObject({
      fate: { fate: 'passed', detail: 'made of the feed entry alone' },
      page: { fromEntry: true, url: 'https://paper.example/a' },
      settlement: { dueAt: null, hostFreeAt: now, data: { fallbackAt: now } },
      remember: [{ key: contentKey(item.key), value: null }],
    });
    expect(new TextDecoder().decode(made?.page?.body)).toContain('<h1>Tides</h1>\n<p>Low tide at noon.</p>');
  });
  it('goes by the channel where that says otherwise than its source', () => {
    const channels = [{ url: feed, feedOnly: false }];
    expect(visit(itemOf({}), nothing, source({ channels, feedOnly: true }))).toBeUndefined();
    const one = itemOf({});
    expect(visit(one, text(one), source({ channels: [{ url: feed, feedOnly: true }] }))?.page).toBeDefined();
    const found = itemOf({ channel: 'https://paper.example/2026.xml', configured: feed });
    expect(
      visit(found, text(found), source({ channels: [{ url: feed, feedOnly: true }] }))?.page,
    ).toBeDefined();
  });
  it('makes the article of an entry that names no page, whatever the source says', () => {
    const item = itemOf({ url: `${feed}#/entry-0123456789abcdef`, isAlone: true });
    expect(visit(item, text(item), source())).toMatchObject({ page: { finalUrl: item.url } });
  });
  it('gives a fate to what has no text, or no text that may be used', () => {
    const silent = itemOf({ hasContent: undefined });
    expect(visit(silent, nothing)).toMatchObject({
      fate: { fate: 'dropped', reason: 'no-entry-text', detail: 'the entry carries no text' },
      settlement: { dueAt: null },
    });
    const foreign = itemOf({ url: 'https://other.example/a', ofSite: false, hasContent: undefined });
    expect(visit(foreign, text(foreign))?.fate?.detail).toContain('name its domain in domains');
  });
  it('waits once for a text that is being written', () => {
    const item = itemOf({});
    const waiting = visit(item, nothing);
    expect(waiting).toMatchObject({ settlement: { dueAt: now + 2_000, attempt: 1 }, found: [] });
    expect(waiting?.fate).toBeUndefined();
    expect(visit({ ...item, attempt: 1 }, nothing)?.fate).toMatchObject({ reason: 'no-entry-text' });
  });
  it('lets an article of before stay as it is where there is nothing new of it', () => {
    const item = itemOf({}, { attempt: 1, data: { entry: itemOf({}).data.entry, fallbackAt: 5 } });
    expect(visit(item, nothing)).toEqual({
      settlement: expect.objectContaining({ dueAt: null, attempt: 0 }),
      found: [],
    });
  });
});

describe('readUnasked, rules of the source', () => {
  const rules = { exclude: [{ name: 'no-tides', title: ['*tide*'] }, { fewerWords: 100 }] };
  it('leaves out what they hold for, before the page is asked for, with the name of the rule', () => {
    const item = itemOf({});
    expect(visit(item, nothing, source(rules))).toEqual({
      settlement: expect.objectContaining({ dueAt: null, hostFreeAt: now }),
      fate: { fate: 'dropped', reason: 'left-out', detail: 'no-tides' },
      found: [],
      remember: [{ key: contentKey(item.key), value: null }],
    });
    const of = source({ channels: [{ url: feed, include: [{ category: ['Sea'] }] }] });
    expect(visit(itemOf({ categories: ['Sport'] }), nothing, of)?.fate?.detail).toBe('channels[0].include');
    expect(visit(itemOf({ categories: ['sea'] }), nothing, of)).toBeUndefined();
    expect(visit(itemOf({}), nothing, of)).toBeUndefined();
  });
  it('takes the age that a page had when it was found', () => {
    const of = source({ exclude: [{ olderThan: '2d' }] });
    const published = new Date(now - 3 * 86_400_000).toISOString();
    expect(visit(itemOf({ published }), nothing, of)?.fate?.reason).toBe('left-out');
    expect(visit(itemOf({ published }, { firstSeen: now - 2 * 86_400_000 }), nothing, of)).toBeUndefined();
  });
  it('are not for what was handed on before, nor for what the entry does not tell', () => {
    expect(visit(itemOf({}, { fetchedAt: 5 }), nothing, source(rules))).toBeUndefined();
    expect(visit(itemOf({ title: 'Fog' }), nothing, source(rules))).toBeUndefined();
  });
});
