import { describe, expect, it } from '@jest/globals';
import { HashIndex } from './hash-index.ts';

describe('HashIndex', () => {
  it('keeps every number of a hash in the order of adding', () => {
    const index = HashIndex.for(8);
    index.add(1, 5);
    index.add(1, 6);
    index.add(0xffffffff, 7);
    expect([index.all(1), index.first(1), index.all(0xffffffff), index.first(2), index.all(2)]).toEqual([
      [5, 6],
      5,
      [7],
      -1,
      [],
    ]);
  });
  it('joins bits', () => {
    const index = HashIndex.for(8);
    index.join(3, 1);
    index.join(3, 4);
    expect(index.all(3)).toEqual([5]);
  });
  it('finds a thousand hashes again', () => {
    const index = HashIndex.for(1_000);
    for (let number = 0; number < 1_000; number += 1) index.add(Math.imul(number, 0x9e3779b1) >>> 0, number);
    for (let number = 0; number < 1_000; number += 1)
      expect(index.first(Math.imul(number, 0x9e3779b1) >>> 0)).toBe(number);
  });
});
