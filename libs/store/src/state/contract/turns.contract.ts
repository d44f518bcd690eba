import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { foldStamp, leftOutStamp, pageStamp, takingStamp } from '@newsmill/contracts';
import fc from 'fast-check';
import { item, now, settlement, type StatePlace } from '../../testing/state-samples.ts';
import { headStartMs, type State } from '../state.ts';

const second = 1_000;
const own = (mark: string, channel = 'feed') => pageStamp({ isOwn: true, channel, mark });
const foreign = (mark: string, channel = 'other') => pageStamp({ isOwn: false, channel, mark });

/**
 * Whose turn it is on a host, and what channels may say of a page: of the frontier of every form of the
 * State.
 */
export function stateTurnsContract(name: string, makePlace: () => Promise<StatePlace>): void {
  describe(`${name}: turns and words of channels`, () => {
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
    const claimOne = async (at: number) =>
      (await state.claimItems({ now: at, limit: 1, leaseMs: 60_000 }))[0];

    it('compares what a channel says of a page with what the same channel said', async () => {
      const told = (stamp: string, over = {}) => state.addItems([item('a', { stamp, dueAt: now, ...over })]);
      expect(await told(own('1'), { dueAt: null, fetchedAt: 5 })).toEqual(['new']);
      expect(await told(own('7', 'map'))).toEqual(['known']);
      expect(await told(own('1'))).toEqual(['known']);
      expect(await claimOne(now)).toBeUndefined();
      expect(await told(own('2'))).toEqual(['changed']);
      expect((await state.getItems(['a']))[0]?.stamp).toBe(`${own('2')} ${own('7', 'map')}`);
      expect((await claimOne(now))?.key).toBe('a');
    });

    it('gives a page to the source whose site it is of, and lets no other speak of it', async () => {
      await state.addItems([
        item('a', {
          sourceId: 'forger',
          stamp: foreign('1'),
          dueAt: null,
          fetchedAt: 5,
          data: { entry: { title: 'forged' }, etag: 'x' },
        }),
      ]);
      expect(
        await state.addItems([
          item('a', { sourceId: 'victim', stamp: own('1'), dueAt: now, data: { entry: { title: 'true' } } }),
        ]),
      ).toEqual(['taken']);
      expect(await state.getItems(['a'])).toMatchObject([
        { sourceId: 'victim', stamp: own('1'), fetchedAt: 5, data: { entry: { title: 'true' }, etag: 'x' } },
      ]);
      expect(
        await state.addItems([
          item('a', {
            sourceId: 'forger',
            stamp: foreign('2'),
            dueAt: now,
            data: { entry: { title: 'forged again' } },
          }),
        ]),
      ).toEqual(['known']);
      expect(await claimOne(now)).toMatchObject({
        key: 'a',
        sourceId: 'victim',
        data: { entry: { title: 'true' } },
      });
      expect(await state.frontierCounts()).toEqual([
        { sourceId: 'victim', kind: 'page', waiting: 0, claimed: 1 },
      ]);
    });

    it('gives a page that the rules of its source leave out to the other source, whichever told first', async () => {
      const leaving = { sourceId: 'leaving', stamp: leftOutStamp(own('1')), dueAt: now };
      const taking = {
        sourceId: 'taking',
        stamp: foreign('1'),
        dueAt: now,
        data: { entry: { title: 'taken' } },
      };
      await state.addItems([item('a', leaving), item('b', taking)]);
      expect(await state.addItems([item('a', taking), item('b', leaving)])).toEqual(['taken', 'known']);
      const known = { sourceId: 'taking', stamp: foreign('1'), data: { entry: { title: 'taken' } } };
      expect(await state.getItems(['a', 'b'])).toMatchObject([known, known]);
      // Who leaves it out says it again and again, and nothing changes.
      expect(await state.addItems([item('a', leaving), item('b', leaving)])).toEqual(['known', 'known']);
      expect(await state.getItems(['a', 'b'])).toMatchObject([known, known]);
    });

    it('gives a page over that is being fetched, and fetches it once more', async () => {
      await state.addItems([item('a', { sourceId: 'forger', stamp: foreign('1') })]);
      expect((await claimOne(now))?.sourceId).toBe('forger');
      expect(
        await state.addItems([
          item('a', { sourceId: 'victim', stamp: own('1'), dueAt: now, data: { entry: { title: 'true' } } }),
        ]),
      ).toEqual(['taken']);
      await state.settleItems([settlement('a', { dueAt: null, data: { entry: { title: 'forged' } } })]);
      expect(await claimOne(now + second)).toMatchObject({
        sourceId: 'victim',
        data: { entry: { title: 'true' } },
      });
    });

    it('does what foldStamp says, whatever is told', async () => {
      let round = 0;
      const word = fc.record({
        isOwn: fc.boolean(),
        channel: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'),
        mark: fc.constantFrom('~1', '1', '2'),
      });
      const stamp = fc.oneof(
        { weight: 6, arbitrary: word.map(pageStamp) },
        { weight: 2, arbitrary: word.map(pageStamp).map(leftOutStamp) },
        { weight: 1, arbitrary: word.map(pageStamp).map(takingStamp) },
        { weight: 1, arbitrary: fc.constantFrom('old1', 'old2', '') },
      );
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ sourceId: fc.constantFrom('one', 'two'), stamp }), {
            minLength: 2,
            maxLength: 14,
          }),
          async ([first, ...tellings]) => {
            round += 1;
            const key = `page${round}`;
            let known = first ?? { sourceId: 'one', stamp: '' };
            await state.addItems([item(key, { ...known, dueAt: null })]);
            for (const told of tellings) {
              const folded = foldStamp(known, told);
              expect(await state.addItems([item(key, { ...told, dueAt: null })])).toEqual([folded.added]);
              known = {
                sourceId: folded.added === 'taken' ? told.sourceId : known.sourceId,
                stamp: folded.stamp,
              };
              expect(await state.getItems([key])).toMatchObject([known]);
            }
          },
        ),
        { numRuns: 60 },
      );
    });

    it('hands out of the pages of a host the one that waits longest, whatever is told of them meanwhile', async () => {
      const step = fc.record({ told: fc.array(fc.nat(7), { maxLength: 8 }), passes: fc.nat(5) });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
          await state.clear();
          const waitsSince = new Map<string, number>();
          const marks = new Map<string, number>();
          let at = now;
          for (const { told, passes } of steps) {
            at += passes * second;
            for (const number of new Set(told)) {
              const key = `page${number}`;
              const mark = (marks.get(key) ?? 0) + 1;
              marks.set(key, mark);
              await state.addItems([
                item(key, { stamp: own(`${mark}`), dueAt: at, fetchedAt: mark === 1 ? 0 : 1 }),
              ]);
              if (!waitsSince.has(key)) waitsSince.set(key, at);
            }
            const claimed = await claimOne(at);
            const longest = Math.min(...waitsSince.values());
            expect(claimed === undefined ? Number.POSITIVE_INFINITY : waitsSince.get(claimed.key)).toBe(
              longest,
            );
            if (claimed === undefined) continue;
            waitsSince.delete(claimed.key);
            await state.settleItems([settlement(claimed.key, { dueAt: null, hostFreeAt: at })]);
          }
        }),
        { numRuns: 25 },
      );
    });

    it('lets no page wait for ever behind channels that are always due', async () => {
      const channels = ['channel:1', 'channel:2'];
      await state.addItems([
        ...channels.map((key) => item(key, { kind: 'channel', priority: 0, dueAt: now })),
        ...['a', 'b', 'c'].map((key, index) => item(key, { dueAt: now + index })),
      ]);
      const served = new Set<string>();
      let waited = 0;
      for (let at = now + second; at < now + 2 * headStartMs && served.size < 3; at += 10 * second) {
        const claimed = await claimOne(at);
        if (claimed === undefined) throw new Error('nothing is handed out');
        if (claimed.kind === 'page') {
          served.add(claimed.key);
          waited = Math.max(waited, at - now);
        }
        await state.settleItems([
          settlement(claimed.key, { dueAt: claimed.kind === 'page' ? null : at, hostFreeAt: at }),
        ]);
      }
      expect([...served]).toEqual(['a', 'b', 'c']);
      // News of what there is comes first all the same.
      expect(waited).toBeGreaterThan(headStartMs / 2);
    });
  });
}
