import { describe, expect, it } from '@jest/globals';
import { csvCell, csvLine } from './to-csv.ts';

describe('CSV', () => {
  it.each([
    ['plain', '"plain"'],
    ['a,b;c', '"a,b;c"'],
    ['say "yes"', '"say ""yes"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['', '""'],
    ['日本', '"日本"'],
    [undefined, ''],
    [null, ''],
    [3, '3'],
    [-1.5, '-1.5'],
    [true, 'true'],
    [['a', 'b'], '"a; b"'],
    [[], '""'],
    [{ a: 1 }, '"{""a"":1}"'],
  ])('writes %j', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x'])(
    'disarms %j',
    (text) => {
      expect(csvCell(text)).toBe(`"'${text}"`);
      expect(csvCell([text, 'b'])).toBe(`"'${text}; b"`);
    },
  );

  it('leaves no way out of a cell', () => {
    for (const text of ['x",=1+1', 'x"\r\n=1+1', 'a;=1+1', 'a\t=1']) {
      const cell = csvCell(text);
      expect(cell.slice(1, -1).replaceAll('""', '')).not.toContain('"');
      expect([cell[0], cell.at(-1)]).toEqual(['"', '"']);
    }
  });

  it('ends lines as RFC 4180 has it', () => {
    expect(csvLine(['a', 1, undefined])).toBe('"a",1,\r\n');
  });
});
