import { describe, expect, it } from '@jest/globals';
import { foreignReaders, type ForeignReader } from './foreign-readers.ts';
import { growthsOf, mostGrowth } from './measure-growth.ts';
import { worstSigns } from './worst-signs.ts';

describe('readers of foreign texts', () => {
  it.each(Object.entries(foreignReaders))(
    '%s needs time in proportion to its text, whatever sign it is made of',
    (_name, read) => {
      // What is loaded at the first call is no cost of a text.
      read('Ada Moss said so.');
      const grown = [...growthsOf(read, worstSigns)].filter(([, growth]) => growth > mostGrowth);
      expect(grown).toEqual([]);
    },
  );

  it('would find one that does not', () => {
    const growthOf = (sign: string, read: ForeignReader) => growthsOf(read, [sign]).get(sign);
    expect(growthOf(' ', (text) => /\s+$/.test(text))).toBeGreaterThan(mostGrowth);
    expect(growthOf('a', (text) => /a+b/.test(text))).toBeGreaterThan(mostGrowth);
    expect(
      growthOf('a', (text) => Array.from(text, (_sign, at) => text.lastIndexOf('\u0002', at))),
    ).toBeGreaterThan(mostGrowth);
    expect(growthOf(' ', (text) => /(?<!\s)\s+$/.test(text))).toBeLessThan(mostGrowth);
  });
});
