import { describe, expect, it } from '@jest/globals';
import type { Expectation } from './expectation.ts';
import { judge, unharmed, type JudgedDocument } from './judge.ts';

const article: Expectation = {
  url: 'http://a/1',
  finalUrl: 'http://a/one',
  alsoAs: ['http://a/1?utm_source=rss'],
  fate: 'indexed',
  token: 'nw1',
  title: 'One',
  published: '2026-10-01T10:00:00.000Z',
  language: 'zh',
  sourceId: 'web-001',
};
const copy: Expectation = {
  ...article,
  url: 'http://b/1',
  finalUrl: 'http://b/1',
  alsoAs: [],
  duplicateOf: 'http://a/1',
};
const print: Expectation = {
  ...article,
  url: 'http://a/print/1',
  finalUrl: 'http://a/print/1',
  alsoAs: [],
  fate: 'duplicate',
  duplicateOf: 'http://a/1',
};
const gone: Expectation = {
  ...article,
  url: 'http://a/2',
  finalUrl: 'http://a/2',
  alsoAs: [],
  fate: 'gone',
  token: 'nw2',
};
const pdf: Expectation = {
  ...gone,
  url: 'http://a/3',
  finalUrl: 'http://a/3',
  fate: 'dropped',
  reason: 'not-html',
};

const document: JudgedDocument = {
  id: 'd1',
  url: 'http://a/one',
  title: 'One',
  content: 'text nw1 text',
  published: '2026-10-01T08:00:00Z',
  language: 'zh-Hans',
};

describe('judge', () => {
  it('is content with the right documents, found by any of their addresses', () => {
    expect(judge([article, gone], [document])).toEqual({ ...unharmed, right: 1 });
    expect(
      judge([article], [{ ...document, url: 'http://elsewhere/', urls: ['http://a/1?utm_source=rss'] }]),
    ).toEqual({ ...unharmed, right: 1 });
  });

  it('names what is lost, doubled and unexpected', () => {
    expect(judge([article], [])).toEqual({ ...unharmed, lost: ['http://a/1'], right: 0 });
    expect(judge([article], [document, { ...document, id: 'd2', url: 'http://a/1' }])).toEqual({
      ...unharmed,
      doubled: ['http://a/1'],
      right: 0,
    });
    expect(
      judge([article, gone], [document, { ...document, id: 'd3', url: 'http://a/2' }]).unexpected,
    ).toEqual(['http://a/2']);
  });

  it('names wrong fields', () => {
    const verdict = judge(
      [article],
      [{ ...document, title: 'Two', published: '2026-09-01T00:00:00Z', language: 'ja', content: 'nothing' }],
    );
    expect(verdict.wrong.map(({ field }) => field)).toEqual(['title', 'published', 'language', 'token']);
    expect(verdict.right).toBe(0);
  });

  it('wants the newest version and nothing of the old one', () => {
    const updated: Expectation = { ...article, token: 'nw1v2', oldToken: 'nw1v1' };
    expect(judge([updated], [{ ...document, content: 'nw1v2' }]).wrong).toEqual([]);
    expect(judge([updated], [{ ...document, content: 'nw1v1' }]).wrong.map(({ field }) => field)).toEqual([
      'token',
      'old-token',
    ]);
  });

  it('wants copies linked, in either direction or by family', () => {
    const other = { ...document, id: 'd2', url: 'http://b/1' };
    expect(judge([article, copy], [document, other]).unlinked).toEqual(['http://b/1']);
    expect(judge([article, copy], [document, { ...other, duplicateOf: 'd1' }]).unlinked).toEqual([]);
    expect(judge([article, copy], [{ ...document, duplicateOf: 'd2' }, other]).unlinked).toEqual([]);
    expect(
      judge(
        [article, copy],
        [
          { ...document, familyId: 'f' },
          { ...other, familyId: 'f' },
        ],
      ),
    ).toEqual({ ...unharmed, right: 2 });
  });

  it('allows one document for an article and its print version, not two', () => {
    expect(judge([article, print], [document])).toEqual({ ...unharmed, right: 1 });
    expect(judge([article, print], [{ ...document, url: 'http://a/print/1' }])).toEqual({
      ...unharmed,
      right: 1,
    });
    expect(
      judge([article, print], [document, { ...document, id: 'd2', url: 'http://a/print/1' }]).doubled,
    ).toEqual(['http://a/1']);
  });

  it('compares fates and reasons, and names addresses without any', () => {
    const fates = new Map([
      ['http://a/1', { fate: 'indexed' }],
      ['http://a/2', { fate: 'dead', reason: 'tries-exhausted' }],
    ]);
    const verdict = judge([article, gone, pdf], [document], fates);
    expect(verdict.wrong).toEqual([
      { url: 'http://a/2', field: 'fate', expected: 'gone', found: 'dead (tries-exhausted)' },
    ]);
    expect(verdict.fateless).toEqual(['http://a/3']);
    const reason = judge(
      [pdf],
      [],
      new Map([['http://a/3', { fate: 'dropped', reason: 'not-article-empty' }]]),
    ).wrong;
    expect(reason).toEqual([
      { url: 'http://a/3', field: 'reason', expected: 'not-html', found: 'not-article-empty' },
    ]);
  });

  it('compares addresses by the key it is given', () => {
    expect(
      judge([article], [{ ...document, url: 'HTTP://A/ONE' }], undefined, (url) => url.toLowerCase()).right,
    ).toBe(1);
  });
});
