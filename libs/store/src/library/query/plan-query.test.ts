import { describe, expect, it } from '@jest/globals';
import type { QueryNode } from '@newsmill/contracts';
import { planQuery } from './plan-query.ts';
import { wordPairs } from './word-pairs.ts';

const words = {
  kind: 'words',
  field: undefined,
  isOpen: false,
  slop: 0,
  inflected: undefined,
  bare: undefined,
};

describe('planQuery', () => {
  it.each<[string, QueryNode, unknown]>([
    [
      'a bare word is sought with its inflected forms, in the languages that are asked for',
      { kind: 'term', text: 'Houses' },
      { ...words, tokens: ['houses'], inflected: { word: 'Houses', languages: ['en'] }, bare: 'Houses' },
    ],
    ['a phrase has none', { kind: 'phrase', text: 'two houses' }, { ...words, tokens: ['two', 'houses'] }],
    [
      'a word of an author has none',
      { kind: 'term', field: 'author', text: 'Miller' },
      { ...words, field: 'author', tokens: ['miller'] },
    ],
    [
      'the beginning of a word stays open',
      { kind: 'prefix', text: 'hou' },
      { ...words, tokens: ['hou'], isOpen: true },
    ],
    [
      'words may be near each other, within bounds',
      { kind: 'phrase', text: 'a b', slop: 5_000 },
      { ...words, tokens: ['a', 'b'], slop: 1_000 },
    ],
    ['signs alone are nothing to look for', { kind: 'term', text: '!?' }, { kind: 'nothing' }],
    [
      'a name of one word is also part of names',
      { kind: 'term', field: 'person', text: ' Merkel' },
      { kind: 'name', field: 'person', whole: 'merkel', word: 'merkel', isPrefix: false },
    ],
    [
      'a name of more words is whole',
      { kind: 'phrase', field: 'person', text: 'Angela Merkel' },
      { kind: 'name', field: 'person', whole: 'angela merkel', word: undefined, isPrefix: false },
    ],
    [
      'a language has the tag that articles have',
      { kind: 'term', field: 'language', text: 'en_US' },
      { kind: 'language', text: 'en-US', isPrefix: false },
    ],
    [
      'the beginning of a language stays as it is',
      { kind: 'prefix', field: 'language', text: 'en_' },
      { kind: 'language', text: 'en_', isPrefix: true },
    ],
  ])('%s', (_belief, query, plan) => {
    expect(planQuery(query, ['en'])).toEqual(plan);
  });

  it('refuses a query that is nested too deep or has too many parts', () => {
    const word: QueryNode = { kind: 'term', text: 'x' };
    const deep = Array.from({ length: 45 }).reduce<QueryNode>((node) => ({ kind: 'not', node }), word);
    expect(() => planQuery(deep)).toThrow(RangeError);
    expect(() => planQuery({ kind: 'and', nodes: Array.from({ length: 2_001 }, () => word) })).toThrow(
      RangeError,
    );
  });
});

describe('wordPairs', () => {
  it('pairs bare words that stand side by side, eight times at most', () => {
    const term = (text: string): QueryNode => ({ kind: 'term', text });
    const plan = planQuery({
      kind: 'and',
      nodes: [term('climate'), term('change'), { kind: 'term', field: 'title', text: 'report' }, term('now')],
    });
    expect([...wordPairs(plan).values()]).toEqual([{ ...words, tokens: ['climate', 'change'] }]);
    expect(
      wordPairs(planQuery({ kind: 'and', nodes: Array.from({ length: 12 }, (_, i) => term(`w${i}`)) })).size,
    ).toBe(8);
    expect(wordPairs(planQuery({ kind: 'or', nodes: [term('climate'), term('change')] })).size).toBe(0);
  });
});
