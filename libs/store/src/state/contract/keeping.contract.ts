import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  event,
  hour,
  item,
  now,
  print,
  settlement,
  sighting,
  type StatePlace,
  claimWords,
} from '../../testing/state-samples.ts';
import type { State } from '../state.ts';

/** Items, channels and entries: what is kept, changed and forgotten, in every form. `makePlace` answers an empty, whole place of its own each time. */
export function stateKeepingContract(name: string, makePlace: () => Promise<StatePlace>): void {
  describe(`${name}: state contract`, () => {
    let place: StatePlace;
    let state: State;
    const { claim, keysOf } = claimWords(() => state);

    beforeEach(async () => {
      place = await makePlace();
      state = await place.open();
    });
    afterEach(async () => {
      await state.close();
      await place.destroy();
    });

    it('opens and closes twice, and keeps what it knows', async () => {
      await state.addItems([item('a')]);
      await state.close();
      await state.close();
      state = await place.open();
      expect(await state.knows(['a', 'b'])).toEqual([true, false]);
    });

    it('says how much it takes', async () => {
      expect((await state.usage())?.bytes).toBeGreaterThan(0);
    });

    it('does nothing after close', async () => {
      await state.close();
      await expect(state.addItems([item('a')])).rejects.toThrow();
      await expect(state.knows(['a'])).rejects.toThrow();
    });

    it('takes new items once, and gives them back as they were', async () => {
      expect(await state.addItems([item('a'), item('b'), item('a')])).toEqual(['new', 'new', 'known']);
      expect(await state.addItems([item('b')])).toEqual(['known']);
      const kept = item('c', { dueAt: null, data: { entry: { title: '金' }, nested: [1, null, 'x'] } });
      await state.addItems([kept]);
      expect(await state.getItems(['c', 'missing'])).toEqual([kept, undefined]);
    });

    it('makes a known page due again when the channel tells of a change', async () => {
      await state.addItems([
        item('a', { dueAt: null, fetchedAt: 5, data: { entry: { title: 'old' }, etag: 'x' } }),
      ]);
      expect(
        await state.addItems([
          item('a', { stamp: 's2', dueAt: now - 5, firstSeen: now, data: { entry: { title: 'new' } } }),
        ]),
      ).toEqual(['changed']);
      const [changed] = await state.getItems(['a']);
      expect(changed).toEqual(
        item('a', {
          stamp: 's2',
          dueAt: now - 5,
          fetchedAt: 5,
          data: { entry: { title: 'new' }, etag: 'x' },
        }),
      );
      expect(await keysOf(claim())).toEqual(['a']);
    });

    it('leaves channels as they are', async () => {
      await state.addItems([item('channel:1', { kind: 'channel' })]);
      expect(await state.addItems([item('channel:1', { kind: 'channel', stamp: 's2' })])).toEqual(['known']);
      expect((await state.channels()).map((channel) => channel.stamp)).toEqual(['s1']);
    });

    it('makes a page that changes while it is claimed due right after', async () => {
      await state.addItems([item('a')]);
      await claim();
      expect(
        await state.addItems([item('a', { stamp: 's2', dueAt: now, data: { entry: { title: 'new' } } })]),
      ).toEqual(['changed']);
      expect(await keysOf(claim())).toEqual([]);
      await state.settleItems([
        settlement('a', { dueAt: null, data: { entry: { title: 'old' }, etag: 'y' } }),
      ]);
      const again = await claim({ now: now + 1_000 });
      expect(again.map(({ key, data }) => ({ key, data }))).toEqual([
        { key: 'a', data: { entry: { title: 'new' }, etag: 'y' } },
      ]);
      await state.settleItems([settlement('a', { hostFreeAt: now + 2_000 })]);
      expect(await state.nextClaimAt()).toBeUndefined();
    });

    it('forgets channels that are taken away, and their claims', async () => {
      await state.addItems([
        item('channel:1', { kind: 'channel' }),
        item('channel:2', { kind: 'channel', host: 'b:80' }),
        item('a'),
      ]);
      expect((await state.channels()).map((channel) => channel.key)).toEqual(['channel:1', 'channel:2']);
      await claim({ kinds: ['channel'] });
      await state.removeItems(['channel:1', 'missing']);
      expect(await state.knows(['channel:1', 'channel:2'])).toEqual([false, true]);
      expect(await keysOf(claim())).toEqual(['a']);
      await state.settleItems([settlement('channel:1')]);
      expect(await state.getItems(['channel:1'])).toEqual([undefined]);
    });

    it('counts what waits and what is claimed for each source', async () => {
      await state.addItems([
        item('a'),
        item('b'),
        item('rest', { dueAt: null }),
        item('channel:1', { kind: 'channel', host: 'b:80' }),
        item('z', { sourceId: 'other', host: 'z:80', dueAt: now + hour }),
      ]);
      await claim();
      const counts = [...(await state.frontierCounts())].sort((x, y) =>
        `${x.sourceId}${x.kind}`.localeCompare(`${y.sourceId}${y.kind}`),
      );
      expect(counts).toEqual([
        { sourceId: 'other', kind: 'page', waiting: 1, claimed: 0 },
        { sourceId: 'paper', kind: 'channel', waiting: 0, claimed: 1 },
        { sourceId: 'paper', kind: 'page', waiting: 1, claimed: 1 },
      ]);
    });

    it('reads what was written until it expires or is deleted', async () => {
      await state.write([
        { key: 'a', value: '1' },
        { key: 'b', value: '2', expiresAt: now + 100 },
        { key: 'c', value: '3' },
      ]);
      expect(await state.read(['a', 'b', 'c', 'd'], now)).toEqual(
        new Map([
          ['a', '1'],
          ['b', '2'],
          ['c', '3'],
        ]),
      );
      await state.write([
        { key: 'a', value: 'one' },
        { key: 'c', value: null },
        { key: 'd', value: null },
      ]);
      expect(await state.read(['a', 'b', 'c', 'd'], now + 100)).toEqual(new Map([['a', 'one']]));
    });

    it('counts in entries, also when many count at once', async () => {
      const expiresAt = now + 100;
      const sums = await Promise.all(
        Array.from({ length: 20 }, () => state.addTo([{ key: 'spent', amount: 5, expiresAt }], now)),
      );
      expect(sums.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => 5 * (i + 1)));
      expect(
        await state.addTo(
          [
            { key: 'spent', amount: -40, expiresAt },
            { key: 'other', amount: 7, expiresAt },
            { key: 'spent', amount: 1, expiresAt },
          ],
          now,
        ),
      ).toEqual([60, 7, 61]);
      expect(await state.read(['spent', 'other'], now)).toEqual(
        new Map([
          ['spent', '61'],
          ['other', '7'],
        ]),
      );
      await state.write([{ key: 'word', value: 'no number', expiresAt }]);
      expect(await state.addTo([{ key: 'word', amount: 2, expiresAt }], now)).toEqual([2]);
      expect(await state.addTo([{ key: 'spent', amount: 3, expiresAt: now + 300 }], now + 100)).toEqual([3]);
    });

    it('counts the bytes of a day, and many counts at once', async () => {
      const expiresAt = now + 100;
      const keys = Array.from({ length: 450 }, (_, number) => `use ${number}`);
      const told = keys.map((key, number) => ({ key, amount: 20_000_000_000 + number, expiresAt }));
      await Promise.all([state.addTo(told, now), state.addTo(told, now)]);
      expect(await state.addTo(told, now)).toEqual(told.map(({ amount }) => 3 * amount));
      const kept = await state.read(keys, now);
      expect(keys.map((key) => kept.get(key))).toEqual(told.map(({ amount }) => String(3 * amount)));
      expect((await state.read(keys, expiresAt)).size).toBe(0);
    });

    it('empties everything', async () => {
      await state.addItems([item('a')]);
      await state.write([{ key: 'a', value: '1' }]);
      await state.claimArticles([{ item: 'i1', ownId: 'own' }]);
      await state.matchFingerprints([print('a', ['1'])], now);
      await state.recordSightings([sighting('a')], now);
      await state.recordEvents([event()]);
      await state.clear();
      expect(await state.knows(['a'])).toEqual([false]);
      expect(await state.read(['a'], now)).toEqual(new Map());
      expect(await state.claimArticles([{ item: 'i2', ownId: 'own' }])).toEqual([
        { articleId: 'own', owner: 'i2' },
      ]);
      expect(await state.matchFingerprints([print('b', ['1'])], now)).toEqual([[]]);
      expect(await state.readSites(['paper.example'])).toEqual(new Map());
      expect(await state.fateOf('i')).toBeUndefined();
      expect(await state.countFates({})).toEqual([]);
      expect(await state.addItems([item('a')])).toEqual(['new']);
    });
  });
}
