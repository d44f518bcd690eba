import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { collectParts } from './collect-parts.ts';

async function partsOf(
  works: readonly (readonly [key: string, ms: number])[],
  patienceMs: number,
): Promise<number[][]> {
  const parts: number[][] = [];
  for await (const part of collectParts(
    works.map(([key, ms], index) => ({ key, promise: sleep(ms, index) })),
    patienceMs,
  )) {
    expect(part.map(({ value }) => value)).toEqual(part.map(({ index }) => index));
    parts.push(part.map(({ index }) => index));
  }
  return parts;
}

describe('parts of a batch', () => {
  it('are one where everything ends soon', async () => {
    expect(
      await partsOf(
        [
          ['a', 5],
          ['b', 1],
          ['c', 10],
        ],
        5_000,
      ),
    ).toEqual([[0, 1, 2]]);
    expect(await partsOf([], 10)).toEqual([]);
  });
  it('do not wait for what is slow', async () => {
    const parts = await partsOf(
      [
        ['a', 3_000],
        ['b', 1],
        ['c', 5],
      ],
      100,
    );
    expect(parts.at(-1)).toEqual([0]);
    expect(parts.slice(0, -1).flat()).toEqual([1, 2]);
  });
  it('keep the order of a key', async () => {
    const parts = await partsOf(
      [
        ['a', 1_500],
        ['a', 1],
        ['b', 1],
      ],
      50,
    );
    expect(parts.at(-1)).toEqual([0, 1]);
    expect(parts.slice(0, -1).flat()).toEqual([2]);
  });
  it('end with what goes wrong', async () => {
    const works = [
      { key: 'a', promise: sleep(5_000, 1, { ref: false }) },
      { key: 'b', promise: Promise.reject(new Error('the server is away')) },
    ];
    await expect(collectParts(works, 10).next()).rejects.toThrow('the server is away');
  });
});
