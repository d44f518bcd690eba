import { describe, expect, it } from '@jest/globals';
import { sampleArticle } from '../../libs/store/src/testing/sample-article.ts';
import { urlKey } from '@newsmill/text';
import { honestPaper } from '../../bench/hostile/honest-paper.ts';
import { judgeHonest, lateOf, sumAsked, type HostileRecord } from '../../bench/hostile/judge-run.ts';

const asked = [
  { source: 'honest-post', feeds: 20, pages: 40, hasPages: true },
  { source: 'feed-bomb', feeds: 3, pages: 0, hasPages: false },
];
const spread = { median: 1, p95: 2, p99: 3, most: 400 };
const kept: Omit<HostileRecord, 'late'> = {
  day: '2026-12-01',
  cores: 2,
  minutes: 10,
  sources: 2,
  asked: sumAsked(asked),
  limitMb: 1_024,
  isAlive: true,
  isBalanced: true,
  rssMb: { median: 500, most: 600, group: 700 },
  oomKills: 0,
  ageS: spread,
  loopMs: { held: spread, computed: spread },
  honest: { told: 200, harms: [] },
  unanswered: 0,
  looks: 300,
};

describe('the judge of a run among hostile sources', () => {
  it('has nothing to say of one that kept every promise, its longest delay apart', () => {
    expect(lateOf(kept, 1_024)).toEqual([]);
  });

  it.each<[string, Partial<HostileRecord>, RegExp]>([
    [
      'a source that was never asked',
      { asked: sumAsked([...asked, { source: 'entities', feeds: 0, pages: 0, hasPages: false }]) },
      /channel of entities/,
    ],
    [
      'a source that was asked for its channel alone, and has pages',
      { asked: sumAsked([...asked, { source: 'table', feeds: 9, pages: 0, hasPages: true }]) },
      /page of table/,
    ],
    [
      'an event loop that was held for a hundredth of the run',
      { loopMs: { held: { ...spread, p99: 50 }, computed: spread } },
      /held for more than 50 ms/,
    ],
    ['a process that the kernel killed', { oomKills: 1 }, /killed 1 of its processes/],
    ['memory', { rssMb: { ...kept.rssMb, most: 1_024 } }, /more than its 1024 MB/],
    ['an honest story that came late', { ageS: { ...spread, p95: 15 } }, /older than 15 s/],
    ['looks without an answer', { unanswered: 4 }, /did not answer/],
  ])('tells of %s', (_what, change, words) => {
    expect(lateOf({ ...kept, ...change }, 1_024)).toEqual([expect.stringMatching(words)]);
  });
});

describe('the oracle on the stories of the honest paper', () => {
  const origin = 'http://127.0.0.2:8080';
  const paper = honestPaper(Date.now() - 6_000);
  paper.answer('/feed', origin);
  const told = paper.rest('honest-post', origin);
  const documents = told.map(({ url, title, token, published }, index) =>
    sampleArticle(`honest${index}`, { url, title, published, content: `A reference: ${token}.` }),
  );
  const whole = {
    documents,
    fates: new Map(told.map(({ url }) => [urlKey(url) ?? url, { fate: 'indexed' }])),
    seen: new Map(told.map(({ token }, index) => [token, new Set([`honest${index}`])])),
    letters: [],
    problems: [],
  };

  it('finds no harm where all are there, whatever became of the others', () => {
    const other = 'http://127.0.1.1:8080/r1-1';
    expect(told.length).toBe(3);
    expect(
      judgeHonest(told, {
        ...whole,
        documents: [...documents, sampleArticle('other', { url: other })],
        fates: new Map([...whole.fates, [urlKey(other) ?? '', { fate: 'dead' }]]),
        letters: [{ url: other, reason: 'too-large' }],
      }),
    ).toEqual({ told: 3, harms: [] });
  });

  it('tells of one that is not there, and of one that is a dead letter', () => {
    const { harms } = judgeHonest(told, {
      ...whole,
      documents: documents.slice(1),
      letters: [{ url: told[1]?.url ?? '', reason: 'timeout' }],
    });
    expect(harms).toEqual([
      `lost: ${told[0]?.url}`,
      `unseen: honest0, which a search for ${told[0]?.token} finds and the library does not have`,
      `wrongDeadLetters: ${told[1]?.url} (timeout) is no poison`,
    ]);
  });
});
