import { describe, expect, it } from '@jest/globals';
import {
  adaptRevisits,
  readRevisits,
  revisitClass,
  revisitKeys,
  tallyRevisit,
  type RevisitCount,
} from './adapt-revisits.ts';

const hour = 3_600_000;
const ages = [hour, 6 * hour, 24 * hour, 168 * hour];
const nothing: RevisitCount = { looked: 0, changed: 0 };
/** Not one of the pages by which changes are learnt; and one of them. */
const [usual, sampled] = ['00000100', '00000000'];
const adapt = (counts: readonly RevisitCount[], key = usual) =>
  adaptRevisits(ages, counts, { key }).map((age) => Math.round(age / hour));

describe('ages at which pages are asked for again', () => {
  it('stay as they are while little is known, and where some visits find a change', () => {
    expect(adapt([])).toEqual([1, 6, 24, 168]);
    expect(adapt([{ looked: 19, changed: 19 }, nothing, nothing, nothing])).toEqual([1, 6, 24, 168]);
    expect(adapt(Array.from({ length: 4 }, () => ({ looked: 100, changed: 10 })))).toEqual([1, 6, 24, 168]);
  });
  it('are more where much changes, half-way to the next by ratio', () => {
    expect(adapt([{ looked: 40, changed: 20 }, { looked: 40, changed: 10 }, nothing, nothing])).toEqual([
      1, 2, 6, 12, 24, 168,
    ]);
  });
  it('are fewer where nothing changes, but the last one stays, and some pages are looked at', () => {
    const never = Array.from({ length: 4 }, () => ({ looked: 100, changed: 1 }));
    expect(adapt(never)).toEqual([168]);
    expect(adapt(never, sampled)).toEqual([1, 6, 24, 168]);
  });
  it('are at most twice as many', () => {
    const always = Array.from({ length: 4 }, () => ({ looked: 100, changed: 100 }));
    expect(adapt(always)).toHaveLength(7);
    expect(adaptRevisits([], always, { key: usual })).toEqual([]);
  });
  it('are told apart in four classes', () => {
    expect([0, 2.9, 3, 11, 12, 47, 48, 999].map((age) => revisitClass(age * hour))).toEqual([
      0, 0, 1, 1, 2, 2, 3, 3,
    ]);
  });
});

describe('the memory of a source', () => {
  it('counts visits and changes at each class, and reads them back', () => {
    const sums = new Map<string, string>();
    const add = (place: number, found: boolean) => {
      const counts = readRevisits('paper', sums);
      for (const { key, amount } of tallyRevisit('paper', counts[place] ?? nothing, { place, found }))
        sums.set(key, String(Number(sums.get(key) ?? 0) + amount));
    };
    add(0, true);
    add(0, false);
    add(3, false);
    expect(readRevisits('paper', sums)).toEqual([
      { looked: 2, changed: 1 },
      nothing,
      nothing,
      { looked: 1, changed: 0 },
    ]);
    expect([...sums.keys()].every((key) => revisitKeys('paper').includes(key))).toBe(true);
    // Old visits count less and less, and the counts stay bounded.
    for (let i = 0; i < 2_000; i += 1) add(1, i < 1_000);
    const [, { looked, changed } = nothing] = readRevisits('paper', sums);
    expect(looked).toBeLessThan(201);
    expect(changed).toBeLessThan(5);
  });
  it('takes what is no number for nothing', () => {
    const [key = ''] = revisitKeys('paper');
    expect(readRevisits('paper', new Map([[key, 'many']]))[0]).toEqual(nothing);
    expect(readRevisits('paper', new Map([[key, '-4']]))[0]).toEqual(nothing);
  });
});
