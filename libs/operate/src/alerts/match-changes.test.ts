import { describe, expect, it } from '@jest/globals';
import { SavedSearch, type AlertState, type ArticleDocument } from '@newsmill/contracts';
import type { LibraryChange } from '@newsmill/store';
import { sampleArticle } from '../../../store/src/testing/sample-article.ts';
import {
  dueAt,
  makeDelivery,
  matchChanges,
  mostGathered,
  mostInDelivery,
  mostTold,
  rememberMs,
} from './match-changes.ts';

const now = Date.UTC(2026, 10, 25, 12);
const day = 86_400_000;
const search = (change: object = {}) =>
  SavedSearch.parse({ name: 'x', createdAt: now - day, updatedAt: now, ...change });
const empty: AlertState = {
  cursor: 'start',
  ranAt: now - 1_000,
  told: [],
  gathered: [],
  missed: 0,
  deliveries: [],
  past: [],
  sent: 0,
};
function change(id: string, over: Partial<ArticleDocument> = {}): LibraryChange {
  return {
    kind: 'document',
    indexed: new Date(now).toISOString(),
    cursor: id,
    document: { ...sampleArticle(id), firstSeen: new Date(now).toISOString(), ...over },
  };
}
const match = (state: AlertState, items: readonly LibraryChange[], of = search()) =>
  matchChanges(state, of, { items, cursor: 'next' }, now);

describe('matchChanges', () => {
  it('takes each family once, also when an article is linked to another only later', () => {
    const first = match(empty, [
      change('a'),
      change('a', { version: 2 }),
      change('b', { familyId: 'f' }),
      change('c', { familyId: 'f' }),
    ]);
    expect(first.found).toEqual(['a', 'b']);
    expect(first.state).toMatchObject({ cursor: 'next', gathered: ['a', 'b'] });
    const second = match(first.state, [
      change('a', { familyId: 'f2', duplicateOf: 'f2' }),
      change('f2', { familyId: 'f2' }),
      change('d'),
    ]);
    expect(second.found).toEqual(['d']);
  });

  it('tells each edit that a search asks for once, however old the article is', () => {
    const firstSeen = new Date(now - 90 * day).toISOString();
    const edit = (minutes: number, ...classes: ('headline' | 'text')[]) => ({
      at: new Date(now - minutes * 60_000).toISOString(),
      classes,
    });
    const old = { at: new Date(now - 60 * day).toISOString(), classes: ['headline' as const] };
    const of = search({ q: 'harbour changed:headline' });
    const edited = (...edits: readonly (typeof old | ReturnType<typeof edit>)[]) => [
      change('a', { firstSeen, edits: [...edits] }),
    ];
    expect(match(empty, edited(old), of).found).toEqual([]);
    const first = match(empty, edited(old, edit(9, 'headline')), of);
    expect(first.found).toEqual(['a']);
    const text = match(first.state, edited(old, edit(9, 'headline'), edit(5, 'text')), of);
    expect(text.found).toEqual([]);
    const again = edited(old, edit(9, 'headline'), edit(5, 'text'), edit(2, 'headline', 'text'));
    expect(match(text.state, again, of).found).toEqual(['a']);
    expect(match(empty, edited(edit(5, 'text')), search({ q: 'was:"harbour closed"' })).found).toEqual(['a']);
    expect(match(empty, edited(edit(5, 'text')), search({ q: 'harbour -changed:any' })).found).toEqual([]);
  });

  it('takes what goes without being told: tombstones, and articles that were known long before', () => {
    const old = new Date(now - rememberMs - 2 * day).toISOString();
    const { found, state } = match(
      empty,
      [
        { kind: 'tombstone', indexed: '', cursor: 'x', id: 'a', version: 1 },
        change('old', { firstSeen: old }),
        change('b'),
      ],
      search({ createdAt: now - 100 * day }),
    );
    expect(found).toEqual(['b']);
    expect(state.cursor).toBe('next');
    expect(
      match(empty, [change('before', { firstSeen: new Date(now - 3 * day).toISOString() })]).found,
    ).toEqual([]);
  });

  it('is bounded in what it remembers and gathers, and says what it left out', () => {
    const many = Array.from({ length: mostTold + 10 }, (_, i) => change(`m${i}`));
    const { state } = match(empty, many);
    expect(state.told).toHaveLength(mostTold);
    expect(state.gathered).toHaveLength(mostGathered);
    expect(state.missed).toBe(many.length - mostGathered);
    expect(
      match(
        {
          ...empty,
          told: [
            ['gone', now - rememberMs - 1],
            ['kept', now - 1],
          ],
        },
        [],
      ).state.told,
    ).toEqual([['kept', now - 1]]);
  });

  it('changes nothing that it was given', () => {
    const state = structuredClone(empty);
    match(state, [change('a')]);
    expect(state).toEqual(empty);
  });
});

describe('makeDelivery', () => {
  const gathered = (count: number) => ({
    ...empty,
    gathered: Array.from({ length: count }, (_, i) => `g${i}`),
    missed: 3,
  });

  it('takes what was gathered, at most so many, and tells what was missed once', () => {
    const state = makeDelivery(gathered(mostInDelivery + 5), search(), 'msg_1', now);
    expect(state).toMatchObject({
      missed: 0,
      deliveredAt: now,
      deliveries: [{ id: 'msg_1', missed: 3, attempt: 0, dueAt: now }],
    });
    expect([state.deliveries[0]?.articles.length, state.gathered.length]).toEqual([mostInDelivery, 5]);
    expect(makeDelivery(empty, search(), 'msg_1', now)).toBe(empty);
  });

  it('makes one digest at its time, of each story once, and none of nothing', () => {
    const daily = search({ digest: { every: 'daily', at: '13:00' } });
    const { state } = match(
      empty,
      [change('a', { storyId: 's' }), change('b', { storyId: 's' }), change('c')],
      daily,
    );
    expect([state.gathered, state.gatheredAt]).toEqual([['a', 'c'], now]);
    const hour = 3_600_000;
    expect(dueAt(state, daily)).toBe(now + hour);
    expect(makeDelivery(state, daily, 'msg_1', now + hour - 1)).toBe(state);
    const made = makeDelivery(state, daily, 'msg_1', now + hour);
    expect(made).toMatchObject({ gathered: [], deliveries: [{ articles: ['a', 'c'] }] });
    expect(dueAt({ ...made, deliveries: [] }, daily)).toBeUndefined();
    expect(makeDelivery({ ...made, deliveries: [] }, daily, 'msg_2', now + 30 * hour).deliveries).toEqual([]);
    const long = { ...gathered(mostInDelivery + 5), gatheredAt: now };
    expect(makeDelivery(long, daily, 'msg_1', now + hour).gathered).toEqual([]);
  });

  it('waits for the throttle', () => {
    const state = { ...gathered(2), deliveredAt: now - 59_999 };
    expect(makeDelivery(state, search({ throttle: 60 }), 'msg_1', now)).toBe(state);
    expect(makeDelivery(state, search({ throttle: 60 }), 'msg_1', now + 1).deliveries).toHaveLength(1);
  });

  it('gathers on while too many are on their way', () => {
    const delivery = { id: 'x', articles: ['a'], missed: 0, createdAt: now, attempt: 1, dueAt: now };
    const state = { ...gathered(2), deliveries: Array.from({ length: 20 }, () => delivery) };
    expect(makeDelivery(state, search(), 'msg_1', now)).toBe(state);
  });
});
