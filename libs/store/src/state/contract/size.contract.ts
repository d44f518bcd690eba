import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { claimWords, item, now, settlement, type StatePlace } from '../../testing/state-samples.ts';
import { mostInPiece, mostPiecesInClaim, type State } from '../state.ts';

/** What holds of long lists, in every form. `makePlace` answers an empty, whole place of its own each time. */
export function stateSizeContract(name: string, makePlace: () => Promise<StatePlace>): void {
  describe(`${name}: state contract, at size`, () => {
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

    /** Pages on a host each, due one after the other before `now`. */
    const pages = (count: number) =>
      Array.from({ length: count }, (_, n) =>
        item(`p${n}`, { host: `h${n}.example:443`, domain: `h${n}.example`, dueAt: now - count + n }),
      );
    const channel = (key: string, sourceId: string, attempt = 0) =>
      item(key, { kind: 'channel', sourceId, attempt, host: `${key}.example:443`, data: {} });

    it('claims by priority where several pieces become due at once', async () => {
      await state.addItems(pages(mostInPiece * 2 + 50));
      await state.addItems([item('urgent', { priority: 0, dueAt: now })]);
      expect(await keysOf(claim({ limit: 2 }))).toEqual(['urgent', 'p0']);
    });

    it('puts a bounded number in order in one claim, and the rest in the next', async () => {
      const most = mostInPiece * mostPiecesInClaim;
      await state.addItems(pages(most));
      await state.addItems([item('urgent', { priority: 0, dueAt: now })]);
      expect(await keysOf(claim({ limit: 1 }))).toEqual(['p0']);
      // There is more to be had at once.
      expect(await state.nextClaimAt()).toBeLessThanOrEqual(now);
      expect(await keysOf(claim({ limit: 1 }))).toEqual(['urgent']);
    });

    it('hands a claim a piece at most', async () => {
      await state.addItems(pages(mostInPiece + 1));
      expect(await claim({ limit: 1_000 })).toHaveLength(mostInPiece);
      expect(await keysOf(claim({ limit: 1_000 }))).toEqual([`p${mostInPiece}`]);
    });

    it('takes long lists in their order', async () => {
      const list = pages(mostInPiece * 5 + 1);
      const [first] = list;
      expect(first && (await state.addItems([first]))).toEqual(['new']);
      expect(await state.addItems(list)).toEqual(['known', ...list.slice(1).map(() => 'new')]);
      await state.settleItems(list.map(({ key }, n) => settlement(key, { attempt: n })));
      const kept = await state.getItems(list.map(({ key }) => key));
      expect(kept.map((found) => found?.attempt)).toEqual(list.map((_, n) => n));
      await state.removeItems(list.map(({ key }) => key));
      expect(new Set(await state.knows(list.map(({ key }) => key)))).toEqual(new Set([false]));
    });

    it('answers all channels in the order of adding, and those of some sources', async () => {
      const list = Array.from({ length: mostInPiece * 2 }, (_, n) => channel(`channel:${n}`, `s${n % 150}`));
      await state.addItems(list);
      await state.addItems([item('page', { sourceId: 's7' })]);
      expect((await state.channels()).map(({ key }) => key)).toEqual(list.map(({ key }) => key));
      const keys = async (ids: readonly string[]) =>
        (await state.channelsOf(ids)).map(({ key }) => key).toSorted();
      expect(await keys(['s7'])).toEqual(['channel:157', 'channel:307', 'channel:7']);
      expect(await keys(['s149', 'nobody', 's148'])).toHaveLength(4);
      expect(await keys([])).toEqual([]);
      const many = Array.from({ length: mostInPiece * 2 }, (_, n) => `s${n}`);
      expect(await keys(many)).toEqual(list.map(({ key }) => key).toSorted());
    });

    it('counts what is due, whether or not it was put in order for a claim, until it is settled', async () => {
      expect(await state.countDue(now)).toBe(0);
      await state.addItems([
        item('a', { dueAt: now - 1 }),
        item('b', { host: 'b.example', dueAt: now + 1_000 }),
        item('rest', { dueAt: null }),
        channel('c', 's'),
      ]);
      expect(await state.countDue(now + 999)).toBe(2);
      expect(await state.countDue(now + 1_000)).toBe(3);
      const claimed = await state.claimItems({ now, limit: 5, leaseMs: 60_000 });
      expect(claimed.length).toBeGreaterThan(0);
      expect(await state.countDue(now)).toBe(2);
      await state.settleItems(claimed.map(({ key }) => settlement(key, { dueAt: null })));
      expect(await state.countDue(now)).toBe(2 - claimed.length);
      await state.clear();
      expect(await state.countDue(now + 1_000)).toBe(0);
    });

    it('counts channels and those that fail as they come, are asked, and go', async () => {
      expect(await state.countChannels()).toEqual({ all: 0, failing: 0 });
      await state.addItems([channel('a', 's'), channel('b', 's', 2), item('page', { attempt: 3 })]);
      expect(await state.countChannels()).toEqual({ all: 2, failing: 1 });
      await state.settleItems([settlement('a', { attempt: 1 }), settlement('page', { attempt: 4 })]);
      expect(await state.countChannels()).toEqual({ all: 2, failing: 2 });
      await state.settleItems([settlement('b', { attempt: 0 })]);
      await state.removeItems(['a']);
      expect(await state.countChannels()).toEqual({ all: 1, failing: 0 });
      await state.importRecords([{ kind: 'item', item: channel('c', 's', 5) }]);
      expect(await state.countChannels()).toEqual({ all: 2, failing: 1 });
      await state.clear();
      expect(await state.countChannels()).toEqual({ all: 0, failing: 0 });
    });
  });
}
