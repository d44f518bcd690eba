import { describe, expect, it } from '@jest/globals';
import { createFairTurns } from './fair-turns.ts';

/**
 * Runs pages, each with its cost, on so many seats; a clock of its own moves by the costs. Answers the time
 * at which each was done.
 */
async function timesOf(
  seats: number,
  pages: readonly { readonly source: string; readonly costMs: number }[],
): Promise<{ readonly source: string; readonly at: number }[]> {
  const turns = createFairTurns(seats);
  const running: { readonly end: number; readonly done: () => void }[] = [];
  const done: { readonly source: string; readonly at: number }[] = [];
  let clock = 0;
  const all = pages.map(({ source, costMs }) =>
    turns.take(source, async (tellCost) => {
      await new Promise<void>((resolve) => running.push({ end: clock + costMs, done: resolve }));
      tellCost(costMs);
      done.push({ source, at: clock });
    }),
  );
  while (done.length < pages.length) {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    const next = running.toSorted((a, b) => a.end - b.end)[0];
    if (next === undefined) continue;
    running.splice(running.indexOf(next), 1);
    clock = Math.max(clock, next.end);
    next.done();
  }
  await Promise.all(all);
  return done;
}
const many = (source: string, costMs: number, count: number) =>
  Array.from({ length: count }, () => ({ source, costMs }));

describe('fair turns', () => {
  it('lets a cheap source through between the pages of an expensive one that came first', async () => {
    const done = await timesOf(1, [...many('bad', 2_000, 40), ...many('good', 10, 40)]);
    const lastGood = Math.max(...done.filter(({ source }) => source === 'good').map(({ at }) => at));
    // One page of the expensive source was under way, one more may have come before the first was counted.
    expect(lastGood).toBeLessThanOrEqual(2 * 2_000 + 40 * 10);
    expect(done).toHaveLength(80);
  });
  it('lets a source that is known as cheap through before many new ones', async () => {
    const bad = (name: string) => many(name, 1_000, 3);
    const done = await timesOf(1, [
      ...['a', 'b'].flatMap(bad),
      ...many('good', 10, 20),
      ...'cdefghijklmnopqrst'.split('').flatMap(bad),
    ]);
    const lastGood = Math.max(...done.filter(({ source }) => source === 'good').map(({ at }) => at));
    expect(lastGood).toBeLessThanOrEqual(3 * 1_000 + 20 * 10);
  });
  it('does not give an expensive source all seats', async () => {
    const done = await timesOf(2, [...many('bad', 2_000, 40), ...many('good', 10, 400)]);
    const lastGood = Math.max(...done.filter(({ source }) => source === 'good').map(({ at }) => at));
    expect(lastGood).toBeLessThanOrEqual(2 * 2_000 + 400 * 10);
  });
  it('gives several expensive sources equal parts of the time', async () => {
    const done = await timesOf(1, [...many('a', 1_000, 20), ...many('b', 500, 40), ...many('c', 100, 200)]);
    const half = done.filter(({ at }) => at <= 30_000).map(({ source }) => source);
    const spent = (source: string, costMs: number) => half.filter((each) => each === source).length * costMs;
    for (const ms of [spent('a', 1_000), spent('b', 500), spent('c', 100)]) {
      expect(ms).toBeGreaterThan(8_000);
      expect(ms).toBeLessThan(12_000);
    }
  });
  it('keeps the order within a source, and goes on after work that fails', async () => {
    const turns = createFairTurns(1);
    const order: number[] = [];
    const works = [1, 2, 3].map((number) =>
      turns.take('a', async () => {
        order.push(number);
        if (number === 2) throw new Error('no luck');
        return number;
      }),
    );
    expect((await Promise.allSettled(works)).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(order).toEqual([1, 2, 3]);
  });
  it('gives up waiting after a while, and at the end', async () => {
    const turns = createFairTurns(1);
    let finish = (): void => undefined;
    const first = turns.take('a', () => new Promise<string>((resolve) => (finish = () => resolve('done'))));
    const patienceOf = (ms: number) => ({ ms, most: 4, isCrowded: () => true });
    const impatient = turns.take('a', async () => 'done', patienceOf(20));
    const patient = turns.take('b', async () => 'done', patienceOf(60_000));
    const caught = turns.take('c', async () => 'done');
    expect(await impatient).toBe('impatient');
    turns.close();
    expect(await Promise.all([patient, caught, turns.take('d', async () => 'done')])).toEqual([
      'closed',
      'closed',
      'closed',
    ]);
    finish();
    expect(await first).toBe('done');
  });
  it('goes on waiting while nobody needs its place, for some times as long', async () => {
    const turns = createFairTurns(1);
    void turns.take('a', () => new Promise<never>(() => undefined));
    /** How often it looked, where its place is needed from the so many-eth look on. */
    async function looksUntil(crowded: number): Promise<number> {
      let looks = 0;
      const isCrowded = () => (looks += 1) >= crowded;
      expect(await turns.take('b', async () => 'done', { ms: 20, most: 4, isCrowded })).toBe('impatient');
      return looks;
    }
    expect(await looksUntil(2)).toBe(2);
    expect(await looksUntil(Infinity)).toBe(3);
  });
  it('counts no rest as credit', async () => {
    const turns = createFairTurns(1);
    const order: string[] = [];
    const work = (name: string, costMs: number) =>
      turns.take(name, async (tellCost) => {
        tellCost(costMs);
        order.push(name);
      });
    await Promise.all(Array.from({ length: 20 }, () => work('old', 100)));
    order.length = 0;
    await Promise.all([
      work('old', 100),
      ...Array.from({ length: 4 }, () => [work('new', 100), work('old', 100)]).flat(),
    ]);
    // Without that, the new one would take all turns until it had used as much.
    expect(order.slice(0, 6).filter((name) => name === 'old').length).toBeGreaterThanOrEqual(2);
  });
});
