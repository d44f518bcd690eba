import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FrontierItem } from '@newsmill/contracts';
import { item, now, settlement, type StatePlace, claimWords } from '../../testing/state-samples.ts';
import { mostPassedOver, type State } from '../state.ts';

/** That no source takes all claims, in every form. `makePlace` answers an empty, whole place of its own each time. */
export function stateSharingContract(name: string, makePlace: () => Promise<StatePlace>): void {
  describe(`${name}: claims shared among sources`, () => {
    let place: StatePlace;
    let state: State;
    const { claim, keysOf } = claimWords(() => state);
    const on = (host: string, key: string, change: Partial<FrontierItem>) =>
      item(key, { host: `${host}.example:443`, domain: `${host}.example`, ...change });
    /** So many pages of a source, each on a host of its own, the first one due longest. */
    const many = (sourceId: string, count: number, dueAt = now - 50_000) =>
      Array.from({ length: count }, (_, n) =>
        on(`${sourceId}${n}`, `${sourceId}${n}`, { sourceId, dueAt: dueAt + n }),
      );
    const held = (counts: Record<string, number>) => new Map(Object.entries(counts));

    beforeEach(async () => {
      place = await makePlace();
      state = await place.open();
    });
    afterEach(async () => {
      await state.close();
      await place.destroy();
    });

    it('gives a source that is alone half of them, rounded up', async () => {
      await state.addItems(many('a', 40));
      const counts: number[] = [];
      for (const limit of [1, 2, 3, 4, 5, 32]) {
        counts.push((await claim({ limit, underWay: held({}) })).length);
        await state.endClaims();
      }
      expect(counts).toEqual([1, 1, 2, 2, 3, 16]);
      expect(await claim({ limit: 32 })).toHaveLength(32);
    });

    it('counts what is held already', async () => {
      await state.addItems([...many('a', 10), ...many('b', 10, now - 1_000)]);
      expect(await keysOf(claim({ limit: 5, underWay: held({ a: 5 }) }))).toEqual(['b0', 'b1', 'b2']);
      expect(await keysOf(claim({ limit: 5, underWay: held({ a: 3, b: 2 }) }))).toEqual(['a0', 'b3']);
      expect(await keysOf(claim({ limit: 1, underWay: held({ a: 1, b: 1 }) }))).toEqual([]);
    });

    it('leaves room for others behind forty hosts of one source', async () => {
      await state.addItems([...many('a', 40), ...many('b', 3, now - 1_000), ...many('c', 1, now - 10)]);
      expect(await keysOf(claim({ limit: 8, underWay: held({}) }))).toEqual([
        'a0',
        'a1',
        'a2',
        'a3',
        'b0',
        'b1',
        'c0',
      ]);
    });

    it('keeps the order of those that may', async () => {
      await state.addItems([
        ...many('a', 3),
        on('p', 'old-page', { sourceId: 'b', dueAt: now - 600_000 }),
        on('p', 'channel', { sourceId: 'b', kind: 'channel', priority: 0, dueAt: now - 10 }),
        on('q', 'page', { sourceId: 'c', dueAt: now - 20_000 }),
        on('r', 'poll', { sourceId: 'd', kind: 'channel', priority: 0, dueAt: now - 5 }),
        on('s', 'own-poll', { sourceId: 'a', kind: 'channel', priority: 0, dueAt: now - 90_000 }),
      ]);
      expect(await keysOf(claim({ limit: 9, underWay: held({ a: 9 }) }))).toEqual([
        'old-page',
        'poll',
        'page',
      ]);
    });

    it('keeps the order of both kinds where it has room for one alone', async () => {
      await state.addItems([
        on('a', 'a', { sourceId: 'a', dueAt: now - 900_000 }),
        on('b', 'page', { sourceId: 'b', dueAt: now - 800_000 }),
        on('c', 'poll', { sourceId: 'c', kind: 'channel', priority: 0, dueAt: now - 5 }),
      ]);
      expect(await keysOf(claim({ limit: 1, underWay: held({ a: 1 }) }))).toEqual(['page']);
    });

    it('takes what stands in line behind a source that holds enough', async () => {
      await state.addItems([
        on('shared', 'a-first', { sourceId: 'a', dueAt: now - 9_000 }),
        on('shared', 'a-second', { sourceId: 'a', dueAt: now - 8_000 }),
        on('shared', 'b', { sourceId: 'b', dueAt: now - 7_000 }),
      ]);
      expect(await keysOf(claim({ limit: 4, underWay: held({ a: 4 }) }))).toEqual(['b']);
      expect(await keysOf(claim())).toEqual([]);
      await state.settleItems([settlement('b', { hostFreeAt: now })]);
      expect(await keysOf(claim({ limit: 4, underWay: held({ a: 3 }) }))).toEqual(['a-first']);
    });

    it('leaves those that it passes over as they are', async () => {
      await state.addItems([...many('a', 5), ...many('b', 1, now - 1_000)]);
      expect(await keysOf(claim({ limit: 3, underWay: held({ a: 3 }) }))).toEqual(['b0']);
      expect(await state.nextClaimAt()).toBeLessThanOrEqual(now);
      expect(await keysOf(claim())).toEqual(['a0', 'a1', 'a2', 'a3', 'a4']);
    });

    it('looks past a bounded number in one claim, and past more in the next ones', async () => {
      const hosts = 5 * mostPassedOver;
      await state.addItems([
        ...many('a', hosts),
        ...Array.from({ length: hosts }, (_, n) =>
          on(`feed${n}`, `channel:${n}`, {
            sourceId: 'a',
            kind: 'channel',
            priority: 0,
            dueAt: now - 9_000 + n,
          }),
        ),
        ...many('b', 2, now - 100),
      ]);
      const counts: number[] = [];
      for (let time = 0; time < 12; time += 1) {
        const claimed = await claim({ limit: 4, underWay: held({ a: 4 }) });
        expect(claimed.filter(({ sourceId }) => sourceId === 'a')).toEqual([]);
        await state.settleItems(claimed.map(({ key }) => settlement(key)));
        counts.push(claimed.length);
      }
      expect(counts[0]).toBe(0);
      expect(counts.reduce((sum, count) => sum + count)).toBe(2);
      // What comes to the front meanwhile is seen at once.
      await state.addItems([on('c', 'c', { sourceId: 'c', dueAt: now - 90_000 })]);
      expect(await keysOf(claim({ limit: 4, underWay: held({ a: 4 }) }))).toEqual(['c']);
    });
  });
}
