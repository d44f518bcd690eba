import { describe, expect, it } from '@jest/globals';
import { handledAgain, stillAfter, waysThrough, type Handling } from './read-handlings.ts';
import { hasteOf } from './service-drill.ts';

const handled = (item: string, stage: Handling['stage'], at: number): Handling => ({
  item,
  stage,
  version: 1,
  attempt: 0,
  fate: stage === 'index' ? 'indexed' : 'passed',
  at,
});
const handlings = [
  handled('a', 'fetch', 100),
  handled('a', 'clean', 150),
  handled('a', 'clean', 180),
  handled('a', 'index', 300),
  handled('b', 'fetch', 900),
  handled('b', 'clean', 950),
  handled('b', 'index', 1_000),
];

describe('what stages have handled', () => {
  it('counts what they had handled before', () => {
    expect(handledAgain(handlings)).toBe(1 / 5);
    expect(handledAgain([])).toBe(0);
  });
  it('tells how long items were on their way', () => {
    expect(waysThrough(handlings)).toEqual([200, 100]);
  });
  it('tells how long the library took nothing after a moment, though something was there to be taken', () => {
    expect(stillAfter(handlings, [50, 120, 400, 2_000])).toEqual([200, 180, 100]);
  });
});

describe('the haste of a crawl', () => {
  it('counts requests that came before half the pause of their host was over', () => {
    const requests = [
      { time: 0, host: 'a', path: '/robots.txt' },
      { time: 10, host: 'a', path: '/1' },
      { time: 50, host: 'b', path: '/1' },
      { time: 59, host: 'a', path: '/2' },
      { time: 110, host: 'a', path: '/3' },
      { time: 170, host: 'a', path: '/moved', status: 302 },
      { time: 171, host: 'a', path: '/here' },
    ].map((request) => ({ status: 200, ...request, isConditional: false }));
    expect(hasteOf({ requests: () => requests, busiest: () => 1 }, 100)).toEqual({
      atOnce: 1,
      tooSoon: 1,
      requests: 6,
    });
  });
});
