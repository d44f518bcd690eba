import { describe, expect, it } from '@jest/globals';
import { foreignReaders } from './scale/foreign-readers.ts';
import { growthOf, mostGrowth } from './scale/measure-growth.ts';
import { worstSigns } from './scale/worst-signs.ts';

describe('readers of foreign texts', () => {
  it.each(Object.entries(foreignReaders))(
    '%s needs time in proportion to its text, whatever sign it is made of',
    (_name, read) => {
      // What is loaded at the first call is no cost of a text.
      read('Ada Moss said so.');
      const grown = worstSigns
        .map((sign) => ({ sign, growth: growthOf(read, sign) }))
        .filter(({ growth }) => growth > mostGrowth);
      expect(grown).toEqual([]);
    },
  );

  it('would find one that does not', () => {
    expect(growthOf((text) => /\s+$/.test(text), ' ')).toBeGreaterThan(mostGrowth);
    expect(growthOf((text) => /a+b/.test(text), 'a')).toBeGreaterThan(mostGrowth);
    expect(
      growthOf((text) => Array.from(text, (_sign, at) => text.slice(at).replaceAll('a', 'b').length), 'a'),
    ).toBeGreaterThan(mostGrowth);
    expect(growthOf((text) => /(?<!\s)\s+$/.test(text), ' ')).toBeLessThan(mostGrowth);
  });
});
