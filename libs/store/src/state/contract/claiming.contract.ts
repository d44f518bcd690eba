import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type FrontierItem } from '@newsmill/contracts';
import { item, now, settlement, type StatePlace, claimWords } from '../../testing/state-samples.ts';
import type { State } from '../state.ts';

/** Who may ask which host when, in every form. `makePlace` answers an empty, whole place of its own each time. */
export function stateClaimingContract(name: string, makePlace: () => Promise<StatePlace>): void {
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

    it('claims one item a host: due ones, by priority, then by time', async () => {
      const on = (host: string, key: string, change: Partial<FrontierItem>) =>
        item(key, { host: `${host}:443`, domain: host, ...change });
      await state.addItems([
        on('one.example', 'one-later', { priority: 1, dueAt: now - 5 }),
        on('one.example', 'one-first', { priority: 1, dueAt: now - 50 }),
        on('one.example', 'one-not-due', { priority: 0, dueAt: now + 1 }),
        on('two.example', 'two-urgent', { priority: 0, dueAt: now }),
        on('two.example', 'two-old', { priority: 1, dueAt: now - 999 }),
        on('three.example', 'three', { priority: 1, dueAt: now - 60 }),
        on('four.example', 'four-resting', { dueAt: null }),
      ]);
      expect(await keysOf(claim())).toEqual(['two-urgent', 'three', 'one-first']);
      expect(await keysOf(claim())).toEqual([]);
    });

    it('claims no more than asked, and only the kinds asked', async () => {
      await state.addItems([
        item('p1', { host: 'a:80' }),
        item('p2', { host: 'b:80' }),
        item('p3', { host: 'c:80' }),
        item('channel:1', { kind: 'channel', host: 'a:80', priority: 0 }),
      ]);
      expect(await keysOf(claim({ kinds: ['channel'] }))).toEqual(['channel:1']);
      expect(await claim({ limit: 1, kinds: ['page'] })).toHaveLength(1);
      expect(await claim({ kinds: ['page'] })).toHaveLength(1);
      await state.releaseItems(['channel:1']);
      expect(await keysOf(claim())).toEqual(['channel:1']);
    });

    it('never lets two claimers hold one host', async () => {
      const other = await place.open();
      try {
        await state.addItems(
          Array.from({ length: 300 }, (_, i) =>
            item(`i${i}`, { host: `h${i % 30}:80`, domain: `h${i % 30}` }),
          ),
        );
        const claims = await Promise.all(
          Array.from({ length: 12 }, (_, i) =>
            (i % 2 === 0 ? state : other).claimItems({ now, limit: 7, leaseMs: 60_000 }),
          ),
        );
        const hosts = claims.flat().map((claimed) => claimed.host);
        expect(hosts).toHaveLength(30);
        expect(new Set(hosts).size).toBe(30);
      } finally {
        await other.close();
      }
    });

    it('frees the host at the time that the settlement names', async () => {
      await state.addItems([item('a', { dueAt: now - 2 }), item('b', { dueAt: now - 1 })]);
      expect(await keysOf(claim())).toEqual(['a']);
      await state.settleItems([
        settlement('a', { hostFreeAt: now + 1_000, attempt: 2, fetchedAt: 7, data: { etag: 'z' } }),
      ]);
      expect(await state.getItems(['a'])).toMatchObject([
        { dueAt: null, attempt: 2, fetchedAt: 7, data: { etag: 'z' } },
      ]);
      expect(await state.nextClaimAt()).toBe(now + 1_000);
      expect(await keysOf(claim({ now: now + 999 }))).toEqual([]);
      expect(await keysOf(claim({ now: now + 1_000 }))).toEqual(['b']);
    });

    it('slows all hosts of a domain, also those that come later', async () => {
      await state.addItems([
        item('a', { host: 'a.x.example:443', domain: 'x.example' }),
        item('b', { host: 'b.x.example:443', domain: 'x.example' }),
        item('c', { host: 'y.example:443', domain: 'y.example' }),
      ]);
      await claim({ limit: 1 });
      const [first] = (await state.getItems(['a', 'b', 'c'])).flatMap((found) => found ?? []);
      expect(first).toBeDefined();
      await state.endClaims();
      await claim();
      await state.settleItems([
        settlement('a', { dueAt: now, domainFreeAt: now + 5_000 }),
        settlement('b', { dueAt: now }),
        settlement('c', { dueAt: now }),
      ]);
      await state.addItems([item('d', { host: 'd.x.example:443', domain: 'x.example' })]);
      expect(await keysOf(claim({ now: now + 1_000 }))).toEqual(['c']);
      expect((await keysOf(claim({ now: now + 5_000 }))).sort()).toEqual(['a', 'b', 'd']);
    });

    it('lets no host of a thousand due items keep others waiting', async () => {
      await state.addItems(
        Array.from({ length: 1_000 }, (_, index) =>
          item(`big${index}`, { host: 'big.example:443', domain: 'big.example', dueAt: now - 5_000 + index }),
        ),
      );
      const others = Array.from({ length: 5 }, (_, index) => `other${index}`);
      await state.addItems(
        others.map((key) =>
          item(key, { host: `${key}.example:443`, domain: `${key}.example`, dueAt: now - 1 }),
        ),
      );
      const served: string[] = [];
      for (let round = 0; round < 3; round += 1) {
        const keys = await keysOf(claim({ limit: 2, now: now + round }));
        served.push(...keys);
        await state.settleItems(keys.map((key) => settlement(key, { hostFreeAt: now + 60_000 })));
      }
      expect(served).toHaveLength(6);
      expect(served.filter((key) => key.startsWith('big'))).toHaveLength(1);
      expect(others.filter((key) => !served.includes(key))).toEqual([]);
    });

    it('asks nothing of a domain that has asked for a pause, of a thousand due items on many hosts, and lets others pass', async () => {
      const many = Array.from({ length: 1_000 }, (_, index) =>
        item(`x${index}`, {
          host: `h${index % 50}.x.example:443`,
          domain: 'x.example',
          dueAt: now - 5_000 + index,
        }),
      );
      await state.addItems(many);
      const [first] = await claim({ limit: 1 });
      await state.settleItems([settlement(first?.key ?? '', { dueAt: now, domainFreeAt: now + 60_000 })]);
      await state.addItems([item('y', { host: 'y.example:443', domain: 'y.example' })]);
      expect(await keysOf(claim({ now: now + 1_000, limit: 100 }))).toEqual(['y']);
      await state.settleItems([settlement('y')]);
      expect(await keysOf(claim({ now: now + 59_999, limit: 100 }))).toEqual([]);
      expect(await state.nextClaimAt()).toBe(now + 60_000);
      // Afterwards one item of each host at a time, as ever.
      expect(await keysOf(claim({ now: now + 60_000, limit: 100 }))).toHaveLength(50);
    });

    it('keeps the pause of a domain when a claim of a sibling host is given back', async () => {
      await state.addItems([
        item('a', { host: 'a.x.example:443', domain: 'x.example' }),
        item('b', { host: 'b.x.example:443', domain: 'x.example' }),
      ]);
      await claim();
      await state.settleItems([settlement('a', { domainFreeAt: now + 5_000 })]);
      await state.releaseItems(['b']);
      expect(await keysOf(claim())).toEqual([]);
      expect(await keysOf(claim({ now: now + 5_000 }))).toEqual(['b']);
    });

    it('gives an item out again when its lease ends', async () => {
      await state.addItems([item('a')]);
      await claim({ leaseMs: 1_000 });
      expect(await state.nextClaimAt()).toBe(now + 1_000);
      expect(await keysOf(claim({ now: now + 999 }))).toEqual([]);
      expect(await keysOf(claim({ now: now + 1_000 }))).toEqual(['a']);
    });

    it('does not free a host for one that lost its claim', async () => {
      await state.addItems([item('slow', { priority: 5 })]);
      await claim({ leaseMs: 1_000 });
      await state.addItems([item('urgent', { priority: 0 }), item('third', { priority: 9 })]);
      expect(await keysOf(claim({ now: now + 1_000, leaseMs: 60_000 }))).toEqual(['urgent']);
      await state.settleItems([settlement('slow', { hostFreeAt: now + 1_001 })]);
      expect(await keysOf(claim({ now: now + 2_000 }))).toEqual([]);
    });

    it('gives claims back: one by one, or all', async () => {
      await state.addItems([item('a', { host: 'a:80' }), item('b', { host: 'b:80' })]);
      await claim();
      await state.releaseItems(['a', 'missing']);
      expect(await keysOf(claim())).toEqual(['a']);
      await state.endClaims();
      expect((await keysOf(claim())).sort()).toEqual(['a', 'b']);
    });

    it('lengthens a claim that still holds, and no other', async () => {
      await state.addItems([item('a', { host: 'a:80' }), item('b', { host: 'b:80' })]);
      expect(await keysOf(claim({ leaseMs: 1_000 }))).toHaveLength(2);
      await state.settleItems([settlement('b', { dueAt: now })]);
      await state.renewClaims(['a', 'b', 'missing'], now + 9_000);
      await state.renewClaims(['a'], now + 1);
      expect(await keysOf(claim({ now: now + 8_999 }))).toEqual(['b']);
      expect(await keysOf(claim({ now: now + 9_000 }))).toEqual(['a']);
    });

    it('knows when something can be claimed next', async () => {
      expect(await state.nextClaimAt()).toBeUndefined();
      await state.addItems([item('rest', { dueAt: null })]);
      expect(await state.nextClaimAt()).toBeUndefined();
      await state.addItems([item('later', { dueAt: now + 500 })]);
      expect(await state.nextClaimAt()).toBe(now + 500);
      await claim();
      expect(await state.nextClaimAt()).toBe(now + 500);
      await state.addItems([item('soon', { dueAt: now + 100, host: 'b:80' })]);
      expect(await state.nextClaimAt()).toBe(now + 100);
    });
  });
}
