import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BadCursor } from '../../library/library.ts';
import { event, hour, now, type StatePlace } from '../../testing/state-samples.ts';
import type { State, StateReader } from '../state.ts';

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((first, i) => permutations(list.toSpliced(i, 1)).map((rest) => [first, ...rest]));
}

/** The fates of items, folded from events, in every form. `makePlace` answers an empty, whole place of its own each time. */
export function stateFatesContract(name: string, makePlace: () => Promise<StatePlace>): void {
  describe(`${name}: state contract`, () => {
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

    it('folds events to the same fate whatever their order', async () => {
      const events = [
        event({ stage: 'discover', version: 0, fate: 'waiting' }),
        event({ stage: 'fetch', attempt: 1, fate: 'retrying' }),
        event({ stage: 'fetch', attempt: 2, fate: 'passed' }),
        event({ stage: 'index', fate: 'indexed', articleId: 'x' }),
        event({ stage: 'clean', version: 2, fate: 'dropped', reason: 'not-article-index' }),
      ];
      for (const [i, order] of permutations(events).entries()) {
        const renamed = order.map((one) => ({ ...one, item: `item${i}` }));
        await state.recordEvents(renamed.slice(0, 2));
        await state.recordEvents([...renamed.slice(2), ...renamed.slice(0, 1)]);
        const fate = await state.fateOf(`item${i}`);
        expect(fate?.current).toMatchObject({ stage: 'clean', version: 2, fate: 'dropped' });
        const ofFetch = fate?.events.filter((one) => one.stage === 'fetch');
        expect(ofFetch).toMatchObject([{ attempt: 2, fate: 'passed' }]);
        expect(fate?.events).toHaveLength(4);
      }
      expect(await state.fateOf('missing')).toBeUndefined();
      expect(await state.countFates({})).toEqual([
        {
          sourceId: 'paper',
          hour: now,
          stage: 'clean',
          fate: 'dropped',
          reason: 'not-article-index',
          count: 120,
        },
      ]);
    });

    it('counts each item once, under its current fate, by source and hour of discovery', async () => {
      await state.recordEvents([
        event({ item: 'a', firstSeen: now + 1 }),
        event({ item: 'b', firstSeen: now + hour - 1 }),
        event({ item: 'c', firstSeen: now + hour }),
        event({ item: 'd', sourceId: 'other', firstSeen: now }),
      ]);
      await state.recordEvents([
        event({ item: 'a', stage: 'index', fate: 'indexed', firstSeen: now + 1 }),
        event({ item: 'a', firstSeen: now + 1 }),
      ]);
      const counts = (await state.countFates({ sourceId: 'paper' }))
        .map(({ hour: start, fate, count }) => ({ hour: start, fate, count }))
        .sort((x, y) => x.hour - y.hour || x.fate.localeCompare(y.fate));
      expect(counts).toEqual([
        { hour: now, fate: 'indexed', count: 1 },
        { hour: now, fate: 'passed', count: 1 },
        { hour: now + hour, fate: 'passed', count: 1 },
      ]);
      expect((await state.countFates({ from: now + hour })).map(({ count }) => count)).toEqual([1]);
      expect((await state.countFates({ to: now + hour })).reduce((sum, { count }) => sum + count, 0)).toBe(3);
    });

    it('lists fates newest first, filtered, in pages without gap or double', async () => {
      await state.recordEvents(
        Array.from({ length: 25 }, (_, i) =>
          event({
            item: `i${i}`,
            sourceId: i % 2 === 0 ? 'even' : 'odd',
            fate: i % 5 === 0 ? 'dead' : 'passed',
            firstSeen: now + (i >> 1) * 1_000,
          }),
        ),
      );
      const all: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await state.listFates({ limit: 4, cursor });
        all.push(...page.items.map((found) => found.item));
        cursor = page.next;
      } while (cursor !== undefined);
      expect(new Set(all).size).toBe(25);
      expect(all).toHaveLength(25);
      expect(all[0]).toBe('i24');
      const listed = async (filter: Omit<Parameters<StateReader['listFates']>[0], 'limit'>) =>
        (await state.listFates({ limit: 100, ...filter })).items.map((found) => found.item).sort();
      expect(await listed({ fate: 'dead' })).toEqual(['i0', 'i10', 'i15', 'i20', 'i5']);
      expect(await listed({ fate: 'dead', sourceId: 'odd' })).toEqual(['i15', 'i5']);
      expect(await listed({ from: now + 1_000, to: now + 2_000 })).toEqual(['i2', 'i3']);
      expect(await listed({ stage: 'index' })).toEqual([]);
      await expect(state.listFates({ limit: 4, cursor: 'nonsense' })).rejects.toBeInstanceOf(BadCursor);
    });
  });
}
