import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from '@jest/globals';
import { sampleArticle } from '../../../testing/sample-article.ts';
import { WordTable } from '../write/word-table.ts';
import { readLengths, readMeanLengths } from './field-lengths.ts';

function bytesOf(value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new TypeError('bytes expected');
  return value;
}

describe('lengths of fields as FTS5 keeps them', () => {
  const file = new DatabaseSync(':memory:');
  const table = new WordTable({ statement: (sql) => file.prepare(sql), exec: (sql) => file.exec(sql) });
  const long = 'word '.repeat(20_000);
  table.insert(
    1,
    sampleArticle('a', {
      title: 'Two words',
      summary: undefined,
      content: 'One two three four',
      authors: [],
    }),
    '',
  );
  table.insert(
    2,
    sampleArticle('b', { title: 'Now four words stand', summary: 'One', content: long, authors: ['Jo Roe'] }),
    '',
  );

  it('reads those of an article', () => {
    const lengths = file
      .prepare('SELECT sz FROM words_docsize ORDER BY id')
      .all()
      .map((row) => readLengths(bytesOf(row['sz'])));
    expect(lengths.map((one) => one.slice(0, 4))).toEqual([
      [2, 0, 4, 0],
      [4, 1, 20_000, 2],
    ]);
    expect(lengths.map((one) => one.length)).toEqual([12, 12]);
  });
  it('reads the means of all', () => {
    const means = readMeanLengths(
      bytesOf(file.prepare('SELECT block FROM words_data WHERE id = 1').get()?.['block']),
    );
    expect(means.slice(0, 4)).toEqual([3, 0.5, 10_002, 1]);
    expect(means).toHaveLength(12);
  });
  it('takes an index without articles for one without words', () => {
    expect(readMeanLengths(new Uint8Array())).toEqual([]);
  });
});
