import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pageStamp, leftOutStamp, takingStamp } from '@newsmill/contracts';
import { event, hour, item, now, settlement, type StatePlace } from '../../testing/state-samples.ts';
import { settledKey } from '../settled.ts';
import type { State, StateRecord } from '../state.ts';
import { recordsOf } from './records.contract.ts';

const day = 24 * hour;
const key = '0123456789abcdef0123456789abcdef';
const other = 'f123456789abcdef0123456789abcdef';
const stamp = (mark: string, channel = 'feed01', isOwn = true) => pageStamp({ isOwn, channel, mark });
const page = (change: Parameters<typeof item>[1] = {}, name = key) =>
  item(name, { dueAt: null, fetchedAt: now, firstSeen: now, stamp: stamp('markOne'), ...change });
const indexed = (change: Parameters<typeof event>[0] = {}) =>
  event({
    item: key,
    stage: 'index',
    version: now + 5,
    fate: 'indexed',
    articleId: key,
    at: now + 9,
    ...change,
  });

/** What every form of the State must do with what is settled and old. */
export function stateSettledContract(name: string, makePlace: () => Promise<StatePlace>): void {
  describe(`${name}: what is settled and old`, () => {
    let place: StatePlace;
    let state: State;

    beforeEach(async () => {
      place = await makePlace();
      state = await place.open();
    });
    afterEach(async () => {
      await state.close();
      await place.destroy();
    });

    const retire = (before = now + hour, limit = 100) => state.retire({ before, limit });
    const kinds = async (kind: StateRecord['kind']) =>
      (await recordsOf(state)).filter((record) => record.kind === kind);
    /** A page that was indexed, in the state with all that is known of it. */
    const settleOne = async (): Promise<void> => {
      await state.addItems([page()]);
      await state.claimArticles([{ item: key, ownId: key }]);
      await state.recordEvents([
        event({ item: key, stage: 'discover', version: 0, fate: 'waiting' }),
        event({ item: key, version: now + 5 }),
        indexed(),
      ]);
    };

    it('keeps what it takes to know it again', async () => {
      await settleOne();
      const counts = await state.countFates({});
      expect(await retire()).toEqual({ looked: 1, retired: 1, isDone: true });
      expect(await recordsOf(state)).toEqual([
        expect.objectContaining({ kind: 'host' }),
        {
          kind: 'settled',
          settled: {
            key: settledKey(key),
            firstSeen: now,
            sourceId: 'paper',
            fate: { stage: 'index', fate: 'indexed', version: now + 5, at: now + 5, isOwnArticle: true },
            stamp: 'ofee.markO',
            isOwner: true,
          },
        },
      ]);
      expect(await state.countFates({})).toEqual(counts);
      expect(await state.knows([key, other])).toEqual([true, false]);
      expect(await state.getItems([key])).toEqual([undefined]);
      expect(await state.listFates({ limit: 10 })).toEqual({ items: [] });
      expect(await state.fateOf(key)).toEqual({
        current: indexed({ url: '', at: now + 5 }),
        events: [indexed({ url: '', at: now + 5 })],
      });
      expect(await state.itemsAt(key)).toEqual([key]);
      expect(await retire()).toEqual({ looked: 0, retired: 0, isDone: true });
    });

    it('leaves what is young, due, claimed, under way or dead', async () => {
      const names = Array.from({ length: 6 }, (_, i) => `${i}${key.slice(1)}`);
      const [young = '', due = '', underWay = '', dead = '', doubted = '', claimed = ''] = names;
      const host = (place: number) => ({ host: `h${place}:443`, domain: `h${place}` });
      await state.addItems([
        ...[young, underWay, dead, doubted].map((one, i) => page(host(i), one)),
        page({ ...host(7), dueAt: now + day }, due),
        page({ ...host(8), dueAt: now }, claimed),
      ]);
      await state.claimItems({ now, limit: 10, leaseMs: 60_000 });
      await state.recordEvents([
        indexed({ item: young, at: now + 2 * day }),
        indexed({ item: due }),
        event({ item: underWay }),
        event({ item: dead, stage: 'clean', fate: 'dead', reason: 'broken' }),
        indexed({ item: doubted }),
        event({ item: doubted, version: now + 7, fate: 'gone', reason: 'gone' }),
        indexed({ item: claimed }),
      ]);
      expect(await retire()).toMatchObject({ retired: 0, isDone: true });
      await state.settleItems([settlement(claimed)]);
      expect(await retire()).toMatchObject({ retired: 1 });
      expect(await state.knows(names)).toEqual(names.map(() => true));
    });

    it('has no doubt of an article that no event names', async () => {
      await state.recordEvents([
        indexed({ item: key, articleId: undefined }),
        event({ item: key, version: now + 7, fate: 'gone', reason: 'gone' }),
      ]);
      expect(await retire()).toMatchObject({ looked: 1, retired: 1 });
    });

    it('brings a page back of which a channel says something else, and no other', async () => {
      await settleOne();
      await retire();
      const told = (change: Parameters<typeof item>[1]) =>
        state.addItems([page({ dueAt: now + day, firstSeen: now + day, fetchedAt: 0, ...change })]);
      expect(await told({})).toEqual(['known']);
      expect(await told({ stamp: stamp('x', 'map001') })).toEqual(['known']);
      expect(await told({ stamp: stamp('markTwo', 'fremd1', false), sourceId: 'other' })).toEqual(['known']);
      expect(await state.getItems([key])).toEqual([undefined]);
      expect(await told({ stamp: stamp('markZwei') })).toEqual(['changed']);
      expect(await state.getItems([key])).toEqual([
        page({
          dueAt: now + day,
          firstSeen: now,
          fetchedAt: now + 5,
          stamp: stamp('markZwei'),
        }),
      ]);
      expect((await state.fateOf(key))?.current).toEqual(
        indexed({ url: `https://paper.example/${key}`, at: now + 5 }),
      );
      expect(await kinds('settled')).toEqual([]);
      expect(await kinds('owner')).toEqual([{ kind: 'owner', articleId: key, item: key }]);
    });

    it('gives a page over to the source whose site it is of', async () => {
      await state.addItems([page({ stamp: stamp('markOne', 'feed01', false) })]);
      await state.recordEvents([indexed()]);
      await retire();
      expect(
        await state.addItems([page({ sourceId: 'owner', dueAt: now, stamp: stamp('m', 'other1') })]),
      ).toEqual(['taken']);
      expect((await state.getItems([key]))[0]?.sourceId).toBe('owner');
    });

    it('gives a page that was left out to another source, by its words or because it takes it', async () => {
      const leftOut = event({ item: key, stage: 'fetch', fate: 'dropped', reason: 'left-out' });
      for (const [known, told] of [
        [leftOutStamp(stamp('markOne')), stamp('m', 'other1', false)],
        [stamp('markOne'), takingStamp(stamp('m', 'other1', false))],
      ] as const) {
        await state.clear();
        await state.addItems([page({ stamp: known })]);
        await state.recordEvents([leftOut]);
        expect(await retire()).toMatchObject({ retired: 1 });
        const elsewhere = page({ sourceId: 'other', dueAt: now + day, stamp: told });
        expect(await state.addItems([{ ...elsewhere, stamp: leftOutStamp(told) }])).toEqual(['known']);
        expect(await state.getItems([key])).toEqual([undefined]);
        expect(await state.addItems([elsewhere])).toEqual(['taken']);
        expect((await state.getItems([key]))[0]).toMatchObject({
          sourceId: 'other',
          stamp: told,
          dueAt: now + day,
        });
      }
    });

    it('takes a newer event in, and none that it has passed already', async () => {
      await settleOne();
      await retire();
      await state.recordEvents([
        event({ item: key, version: now + 5, at: now + 9 }),
        indexed({ at: now + day }),
        event({ item: key, stage: 'discover', version: 0, fate: 'waiting', at: now + day }),
      ]);
      expect(await kinds('event')).toEqual([]);
      const gone = event({ item: key, version: now + day, fate: 'gone', reason: 'gone', at: now + day });
      await state.recordEvents([gone]);
      expect((await state.fateOf(key))?.current).toEqual(gone);
      expect((await state.listFates({ limit: 10 })).items).toEqual([gone]);
      expect((await state.countFates({})).map(({ fate, count }) => [fate, count])).toEqual([['gone', 1]]);
      expect(await state.knows([key])).toEqual([true]);
      expect(await state.addItems([page()])).toEqual(['known']);
    });

    it('remembers who owns the article of its address, and that it is a page', async () => {
      await settleOne();
      await retire();
      expect(
        await state.claimArticles([
          { item: other, ownId: other, canonicalId: key },
          { item: key, ownId: key, canonicalId: other },
        ]),
      ).toEqual([
        { articleId: key, owner: key },
        { articleId: key, owner: key },
      ]);
    });

    it('keeps the id of another article, and the reason', async () => {
      await state.recordEvents([
        event({ item: key, stage: 'enrich', fate: 'duplicate', reason: 'duplicate-of', articleId: other }),
        event({
          item: other,
          stage: 'discover',
          version: 0,
          fate: 'denied',
          reason: 'denied-by-robots',
          at: now + 3,
        }),
      ]);
      expect(await retire()).toMatchObject({ retired: 2 });
      expect((await state.fateOf(key))?.current).toMatchObject({
        fate: 'duplicate',
        reason: 'duplicate-of',
        articleId: other,
      });
      expect((await state.fateOf(other))?.current).toMatchObject({
        fate: 'denied',
        reason: 'denied-by-robots',
        version: 0,
        at: now + 3,
      });
    });

    it('looks at a few at a time, and begins anew at the end', async () => {
      const names = Array.from({ length: 10 }, (_, i) => `${i}${key.slice(1)}`);
      await state.recordEvents(
        names.map((one, i) => (i % 2 === 0 ? indexed({ item: one }) : event({ item: one }))),
      );
      const runs = [];
      for (let run = 0; run < 4; run += 1) runs.push(await retire(now + day, 4));
      expect(runs.map(({ retired, isDone }) => [retired, isDone])).toEqual([
        [2, false],
        [2, false],
        [1, true],
        [0, false],
      ]);
    });

    it('counts old hours by the day, whatever happens to their items', async () => {
      const late = now + 5 * hour;
      const startOfDay = Math.floor(now / day) * day;
      await state.recordEvents([
        indexed({ firstSeen: now }),
        indexed({ item: other, firstSeen: late }),
        event({ item: 'young', firstSeen: now + 3 * day, at: now + 3 * day }),
      ]);
      await retire(now + 2 * day);
      const counted = async () =>
        (await state.countFates({})).map(({ hour: start, fate, count }) => [start, fate, count]);
      expect(await counted()).toEqual([
        [startOfDay, 'indexed', 2],
        [now + 3 * day, 'passed', 1],
      ]);
      await state.recordEvents([event({ item: other, version: now + day, fate: 'gone', firstSeen: late })]);
      expect(await counted()).toEqual([
        [startOfDay, 'gone', 1],
        [startOfDay, 'indexed', 1],
        [now + 3 * day, 'passed', 1],
      ]);
    });

    it('is carried over, and put in once', async () => {
      await settleOne();
      await retire();
      const records = await recordsOf(state);
      const counts = await state.countFates({});
      await state.clear();
      expect(await recordsOf(state)).toEqual([]);
      await state.importRecords(records);
      await state.importRecords(records);
      expect(await recordsOf(state)).toEqual(records);
      expect(await state.countFates({})).toEqual(counts);
      expect(await state.knows([key])).toEqual([true]);
    });
  });
}
