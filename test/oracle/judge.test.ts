import { describe, expect, it } from '@jest/globals';
import type { Expectation } from '../newsweb/expectation.ts';
import { fedVersion } from './fed-version.ts';
import { harmsOf, judge, unharmed, type JudgedDocument } from './judge.ts';

const article: Expectation = {
  url: 'http://a/1',
  finalUrl: 'http://a/one',
  alsoAs: ['http://a/1?utm_source=rss'],
  fate: 'indexed',
  token: 'nw1',
  versions: [fedVersion('nw1', ['text nw1 text'])],
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
  versions: [fedVersion('nw2', ['text nw2 text'])],
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
    expect(judge([article, gone], { documents: [document] })).toEqual({ ...unharmed, right: 1 });
    expect(
      judge([article], {
        documents: [{ ...document, url: 'http://elsewhere/', urls: ['http://a/1?utm_source=rss'] }],
      }),
    ).toEqual({ ...unharmed, right: 1 });
  });

  it('names what is lost, doubled and phantom', () => {
    expect(judge([article], { documents: [] })).toEqual({ ...unharmed, lost: ['http://a/1'], right: 0 });
    expect(judge([article], { documents: [document, { ...document, id: 'd2', url: 'http://a/1' }] })).toEqual(
      {
        ...unharmed,
        doubled: ['http://a/1'],
        right: 0,
      },
    );
    expect(
      judge([article, gone], { documents: [document, { ...document, id: 'd3', url: 'http://a/2' }] }).phantom,
    ).toEqual(['http://a/2']);
  });

  it('names wrong fields', () => {
    const strange = { ...document, title: 'Two', published: '2026-09-01T00:00:00Z', language: 'ja' };
    const verdict = judge([article], { documents: [{ ...strange, content: 'nothing' }] });
    expect(verdict.wrong.map(({ field }) => field)).toEqual(['title', 'published', 'language', 'token']);
    expect(verdict.right).toBe(0);
  });

  it('wants the newest version and nothing of the old one', () => {
    const updated: Expectation = {
      ...article,
      token: 'nw1v2',
      versions: [
        fedVersion('nw1v1', ['Same.', 'Filed under nw1v1.', 'Before.']),
        fedVersion('nw1v2', ['Same.', 'Filed under nw1v2.', 'After.']),
      ],
    };
    const of = (content: string) => judge([updated], { documents: [{ ...document, content }] });
    expect(of('Same.\n\nFiled under nw1v2.\n\nAfter.')).toEqual({ ...unharmed, right: 1 });
    expect(of('Same.\nFiled under nw1v1.\nBefore.')).toEqual({
      ...unharmed,
      stale: ['http://a/1'],
      right: 0,
    });
    for (const torn of ['Same.\nFiled under nw1v2.\nBefore.', 'Filed under nw1v1.\nAfter.', 'nw1v1 nw1v2'])
      expect(of(torn)).toEqual({ ...unharmed, torn: ['http://a/1'], right: 0 });
    expect(of('Same.').wrong.map(({ field }) => field)).toEqual(['token']);
  });

  it('wants copies linked, in either direction or by family', () => {
    const other = { ...document, id: 'd2', url: 'http://b/1' };
    expect(judge([article, copy], { documents: [document, other] }).unlinked).toEqual(['http://b/1']);
    expect(
      judge([article, copy], { documents: [document, { ...other, duplicateOf: 'd1' }] }).unlinked,
    ).toEqual([]);
    expect(
      judge([article, copy], { documents: [{ ...document, duplicateOf: 'd2' }, other] }).unlinked,
    ).toEqual([]);
    expect(
      judge([article, copy], {
        documents: [
          { ...document, familyId: 'f' },
          { ...other, familyId: 'f' },
        ],
      }),
    ).toEqual({ ...unharmed, right: 2 });
  });

  it('allows one document for an article and its print version, not two', () => {
    expect(judge([article, print], { documents: [document] })).toEqual({ ...unharmed, right: 1 });
    expect(judge([article, print], { documents: [{ ...document, url: 'http://a/print/1' }] })).toEqual({
      ...unharmed,
      right: 1,
    });
    expect(
      judge([article, print], { documents: [document, { ...document, id: 'd2', url: 'http://a/print/1' }] })
        .doubled,
    ).toEqual(['http://a/1']);
  });

  it('compares fates and reasons, and names addresses without any', () => {
    const fates = new Map([
      ['http://a/1', { fate: 'indexed' }],
      ['http://a/2', { fate: 'dead', reason: 'tries-exhausted' }],
    ]);
    const verdict = judge([article, gone, pdf], { documents: [document], fates });
    expect(verdict.wrong).toEqual([
      { url: 'http://a/2', field: 'fate', expected: 'gone', found: 'dead (tries-exhausted)' },
    ]);
    expect(verdict.fateless).toEqual(['http://a/3']);
    const reason = judge([pdf], {
      documents: [],
      fates: new Map([['http://a/3', { fate: 'dropped', reason: 'not-article-empty' }]]),
    }).wrong;
    expect(reason).toEqual([
      { url: 'http://a/3', field: 'reason', expected: 'not-html', found: 'not-article-empty' },
    ]);
  });

  it('finds what is torn between two stories', () => {
    const other: Expectation = { ...article, url: 'http://b/9', finalUrl: 'http://b/9', token: 'nw9' };
    const fed = { ...other, versions: [fedVersion('nw9', ['text nw9 text'])] };
    const second = { ...document, id: 'd9', url: 'http://b/9', content: 'text nw9 text nw1' };
    expect(judge([article, fed], { documents: [document, second] })).toEqual({
      ...unharmed,
      torn: ['http://b/9'],
      right: 1,
    });
  });

  it('finds what the library has and no search finds, and what only a search finds', () => {
    const seen = (...ids: string[]) => new Map([['nw1', new Set(ids)]]);
    expect(judge([article], { documents: [document], seen: seen('d1') })).toEqual({ ...unharmed, right: 1 });
    expect(judge([article], { documents: [document], seen: seen() }).unseen).toEqual(['http://a/1']);
    expect(judge([article], { documents: [document], seen: seen('d1', 'd7') }).unseen).toEqual([
      'd7, which a search for nw1 finds and the library does not have',
    ]);
  });

  it('wants one dead letter of each poison, and none of anything else', () => {
    const poison: Expectation = { ...pdf, url: 'http://a/4', finalUrl: 'http://a/4', fate: 'dead' };
    const of = (...urls: string[]) =>
      judge([article, poison], {
        documents: [document],
        letters: urls.map((url) => ({ url, reason: 'too-large' })),
      }).wrongDeadLetters;
    expect(of('http://a/4')).toEqual([]);
    expect(of()).toEqual(['http://a/4 has 0 dead letters']);
    expect(of('http://a/4', 'http://a/4')).toEqual(['http://a/4 has 2 dead letters']);
    expect(of('http://a/4', 'http://a/1')).toEqual(['http://a/1 (too-large) is no poison']);
  });

  it('finds copies of another story and of nothing', () => {
    const versions = [fedVersion('nw9', ['text nw9 text'])];
    const other: Expectation = {
      ...article,
      url: 'http://b/9',
      finalUrl: 'http://b/9',
      token: 'nw9',
      versions,
    };
    const second = { ...document, id: 'd9', url: 'http://b/9', content: 'text nw9 text' };
    const of = (duplicateOf?: string) =>
      judge([article, other], { documents: [document, { ...second, duplicateOf }] }).falseDuplicates;
    expect([of(), of('d1'), of('d77')]).toEqual([[], ['http://b/9'], ['http://b/9']]);
    expect(
      judge([article, copy], {
        documents: [document, { ...document, id: 'd2', url: 'http://b/1', duplicateOf: 'd1' }],
      }),
    ).toEqual({ ...unharmed, right: 2 });
  });

  it('passes on what does not balance, and finds addresses in the ledger of which nobody told', () => {
    const fates = new Map([
      ['http://a/1', { fate: 'indexed' }],
      ['http://a/never', { fate: 'gone' }],
    ]);
    const verdict = judge([article], { documents: [document], fates, problems: ['one is missing'] });
    expect(verdict).toMatchObject({ phantom: ['http://a/never'], unbalanced: ['one is missing'] });
    expect(harmsOf(verdict)).toEqual(['phantom: http://a/never', 'unbalanced: one is missing']);
  });

  it('compares addresses by their canonical form', () => {
    expect(judge([article], { documents: [{ ...document, url: 'HTTP://A/one?utm_source=x' }] }).right).toBe(
      1,
    );
  });
});
