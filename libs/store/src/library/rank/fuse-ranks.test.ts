import { describe, expect, it } from '@jest/globals';
import { fuseRanks } from './fuse-ranks.ts';

describe('fuseRanks', () => {
  it('puts first what stands high in both lists', () => {
    expect(
      fuseRanks([
        ['a', 'b', 'c'],
        ['c', 'b', 'd'],
      ]),
    ).toEqual(['c', 'b', 'a', 'd']);
    expect(fuseRanks([['a', 'b'], []])).toEqual(['a', 'b']);
    expect(fuseRanks<string>([[], []])).toEqual([]);
  });

  it('lets the first list decide between equals', () => {
    expect(fuseRanks([['a'], ['b']])).toEqual(['a', 'b']);
  });
});
