import { describe, expect, it } from '@jest/globals';
import { FetchedPage, type FetchItem, type ItemMemory, type Visit } from '@newsmill/contracts';
import { settleRevisit, type RevisitFacts } from './settle-revisit.ts';

const hour = 3_600_000;
const now = Date.UTC(2026, 10, 27, 12);
const planned = now - 5;
const page = FetchedPage.parse({
  item: 'i',
  sourceId: 'paper',
  url: 'https://paper.example/a',
  finalUrl: 'https://paper.example/a',
  fetchedAt: now,
  firstSeen: now - hour,
  status: 200,
  contentType: 'text/html',
  encoding: 'identity',
  body: new Uint8Array(),
});
function itemOf(data: ItemMemory, over: Partial<FetchItem> = {}): FetchItem {
  return {
    key: 'i',
    kind: 'page',
    url: page.url,
    sourceId: 'paper',
    host: 'paper.example:443',
    domain: 'paper.example',
    dueAt: planned,
    priority: 1,
    attempt: 0,
    firstSeen: now - hour,
    fetchedAt: now - hour,
    stamp: '',
    data,
    ...over,
  };
}
function visitOf(over: Partial<Visit> = {}, data: ItemMemory = {}): Visit {
  const settlement = { key: 'i', dueAt: now + 5 * hour, attempt: 0, fetchedAt: now, data, hostFreeAt: now };
  return { settlement, found: [], ...over };
}
const settle = (item: FetchItem, visit: Visit, facts: Partial<RevisitFacts> = {}) =>
  settleRevisit(item, visit, { now, counts: [], wasChanged: false, live: undefined, ...facts });
const keysOf = ({ tallies }: ReturnType<typeof settle>) =>
  tallies.map(({ key, amount }) => `${key.replace('revisit:paper:', '')} ${amount}`);

describe('what is learnt of a visit by age', () => {
  it('is at once that nothing changed where the page is as it was', () => {
    const settled = settle(itemOf({ plannedAt: planned }), visitOf());
    expect(keysOf(settled)).toEqual(['looked:0 1']);
    expect(settled.visit.settlement.data).toMatchObject({ plannedAt: now + 5 * hour });
  });
  it('is when the last visit was, where none is planned after it', () => {
    const { settlement } = visitOf();
    const last = visitOf({ settlement: { ...settlement, dueAt: null } });
    expect(settle(itemOf({}), last).visit.settlement.data.doneAt).toBe(now);
    expect(settle(itemOf({ doneAt: now - 1 }), visitOf()).visit.settlement.data.doneAt).toBeUndefined();
    expect(settle(itemOf({}), last, { live: {} }).visit.settlement.data.doneAt).toBeUndefined();
  });
  it('is at the next visit what a new page brought', () => {
    const settled = settle(itemOf({ plannedAt: planned }), visitOf({ page, fate: { fate: 'passed' } }));
    expect([keysOf(settled), settled.visit.settlement.data.revisitOf]).toEqual([[], 0]);
    const later = itemOf({ revisitOf: 0, plannedAt: planned }, { firstSeen: now - 6 * hour });
    expect(keysOf(settle(later, visitOf(), { wasChanged: true }))).toEqual([
      'looked:0 1',
      'changed:0 1',
      'looked:1 1',
    ]);
    expect(keysOf(settle(later, visitOf()))).toEqual(['looked:0 1', 'looked:1 1']);
  });
  it.each([
    ['its channel said something else', itemOf({ plannedAt: planned + 1 }), visitOf()],
    ['it is new', itemOf({ plannedAt: planned }, { fetchedAt: 0 }), visitOf({ page })],
    ['it failed', itemOf({ plannedAt: planned }), visitOf({}, { lastError: 'answered 500' })],
    ['it is gone, perhaps', itemOf({ plannedAt: planned }), visitOf({}, { goneSince: now })],
    ['it left the library', itemOf({ plannedAt: planned }), visitOf({ fate: { fate: 'gone' } })],
  ])('is nothing where %s', (_, item, visit) => {
    expect(settle(item, visit).tallies).toEqual([]);
  });
});

describe('the next visit of a live blog', () => {
  it('comes before that of its age, and is none of its age', () => {
    const { settlement } = settle(itemOf({}), visitOf({ page }), { live: {} }).visit;
    expect([settlement.dueAt, settlement.data.plannedAt]).toEqual([now + hour / 4, now + 5 * hour]);
    const again = settle(itemOf(settlement.data, { dueAt: settlement.dueAt }), visitOf({}, settlement.data));
    expect([again.tallies, again.visit.settlement.dueAt]).toEqual([[], now + hour / 2]);
  });
  it('comes also where its ages are over', () => {
    const rest = visitOf({ page });
    const settled = settle(
      itemOf({}),
      { ...rest, settlement: { ...rest.settlement, dueAt: null } },
      { live: {} },
    );
    expect(settled.visit.settlement.dueAt).toBe(now + hour / 4);
  });
});
