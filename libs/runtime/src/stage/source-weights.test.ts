import { describe, expect, it } from '@jest/globals';
import type { StateEntry } from '@newsmill/store';
import { createSourceWeights } from './source-weights.ts';

/** Sources that each use so much CPU time a second, for some seconds; answers what was told of whom at the end. */
async function run(usage: Readonly<Record<string, number>>, seconds: number): Promise<readonly string[]> {
  let now = 1_000_000;
  const told = new Map<string, number>();
  const state = {
    write: async (entries: readonly StateEntry[]) =>
      entries.forEach(({ key, expiresAt }) => told.set(key, expiresAt ?? 0)),
  };
  const weights = createSourceWeights('clean', { state, now: () => now });
  for (let second = 0; second < seconds; second += 1) {
    now += 1_000;
    for (const [source, ms] of Object.entries(usage)) if (ms > 0) await weights.spent(source, ms);
  }
  return [...told]
    .filter(([, until]) => until > now)
    .map(([key]) => key)
    .sort();
}

describe('weights of sources', () => {
  it('tell of those that take much, not of those that take little', async () => {
    expect(await run({ large: 600, larger: 900, small: 5 }, 40)).toEqual([
      'heavy:clean:large',
      'heavy:clean:larger',
    ]);
  });
  it('tell of all where all take the same', async () => {
    expect(await run({ a: 100, b: 110, c: 90 }, 60)).toEqual([
      'heavy:clean:a',
      'heavy:clean:b',
      'heavy:clean:c',
    ]);
  });
  it('tell of nobody while there is room for all', async () => {
    expect(await run({ a: 50, b: 2 }, 100)).toEqual([]);
  });
  it('forget what was long ago', async () => {
    let now = 0;
    const told = new Map<string, number>();
    const weights = createSourceWeights('clean', {
      state: {
        write: async (entries) => entries.forEach(({ key, expiresAt }) => told.set(key, expiresAt ?? 0)),
      },
      now: () => now,
    });
    for (let second = 0; second < 60; second += 1, now += 1_000) await weights.spent('once', 900);
    expect(told.get('heavy:clean:once')).toBeGreaterThan(now);
    for (let second = 0; second < 400; second += 1, now += 1_000) await weights.spent('other', 900);
    expect(told.get('heavy:clean:once')).toBeLessThan(now);
  });
});
