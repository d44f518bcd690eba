import { describe, expect, it } from '@jest/globals';
import { nearQuery } from './near-query.ts';
import { parseQuery } from './parse-query.ts';

function parted(text: string) {
  const parsed = parseQuery(text);
  if (!parsed.ok || parsed.query === undefined) throw new Error(`no query: ${text}`);
  return nearQuery(parsed.query);
}

describe('nearQuery', () => {
  it('takes the words that are sought anywhere', () => {
    expect(parted('harbour strike')).toEqual({ words: 'harbour strike' });
    expect(parted('"harbour strike" OR port*')).toEqual({ words: 'harbour strike port' });
    expect(parted('title:harbour')).toEqual({ words: 'harbour' });
  });

  it('keeps fields and exclusions as conditions', () => {
    expect(parted('harbour -rumour author:smith')).toMatchObject({
      words: 'harbour',
      must: {
        kind: 'and',
        nodes: [
          { kind: 'not', node: { text: 'rumour' } },
          { field: 'author', text: 'smith' },
        ],
      },
    });
    expect(parted('harbour (author:smith OR author:jones)')).toMatchObject({
      words: 'harbour',
      must: { kind: 'or' },
    });
    expect(parted('-rumour')).toMatchObject({ words: '', must: { kind: 'not' } });
  });

  it('lets a condition beside words in an OR bind nothing', () => {
    expect(parted('harbour OR author:smith')).toEqual({ words: 'harbour' });
  });
});
