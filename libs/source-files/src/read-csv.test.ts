import { describe, expect, it } from '@jest/globals';
import { readCsv } from './read-csv.ts';

const texts = (csv: string) => readCsv(csv).map((row) => row.map(({ text }) => text));

describe('readCsv', () => {
  it('reads cells with and without quotes, as RFC 4180 says', () => {
    expect(texts('a,b\r\n"x, ""y""","two\nlines"\r\n,z\n')).toEqual([
      ['a', 'b'],
      ['x, "y"', 'two\nlines'],
      ['', 'z'],
    ]);
  });
  it.each([
    ['semicolons', 'a;b\n1;2'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['a mark of byte order', '\ufeffa,b\n1,2\n\n'],
  ])('knows %s', (_, csv) => {
    expect(texts(csv)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });
  it('says where each cell stands, behind cells of several lines too', () => {
    expect(readCsv('a,b\n"x\ny",z\nlast').flat()).toEqual([
      { text: 'a', line: 1, column: 1 },
      { text: 'b', line: 1, column: 3 },
      { text: 'x\ny', line: 2, column: 1 },
      { text: 'z', line: 3, column: 4 },
      { text: 'last', line: 4, column: 1 },
    ]);
  });
  it('ends where a quote has no end, and has no rows in an empty text', () => {
    expect(texts('a,"b\nc')).toEqual([['a', 'b\nc']]);
    expect(texts('')).toEqual([]);
    expect(texts('\n , \n')).toEqual([]);
  });
});
