import { describe, expect, it } from '@jest/globals';
import { lateOf, sumAsked, type HostileRecord } from '../bench/hostile/judge-run.ts';

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
