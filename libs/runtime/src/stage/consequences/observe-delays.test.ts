import { describe, expect, it } from '@jest/globals';
import { createMetrics } from '../../metrics.ts';
import { observeDelays } from './observe-delays.ts';

const now = Date.parse('2026-11-28T12:00:00Z');
const page = {
  item: 'i',
  url: 'https://paper.example/i',
  sourceId: 'paper',
  firstSeen: now - 20_000,
  fetchedAt: now - 10_000,
  published: '2026-11-28T11:58:00.000Z',
  publishedPrecision: 'second',
};
type Input = Parameters<typeof observeDelays>[0];

/** Sums of discovery to searchable, publication to discovery and publication to searchable, seconds. */
async function sumsOf(...inputs: readonly Input[]): Promise<(number | undefined)[]> {
  const metrics = createMetrics();
  for (const input of inputs) observeDelays(input, now, metrics);
  return Promise.all(
    [metrics.age, metrics.discoveryDelay, metrics.publicationDelay].map(async (metric) => {
      const { values } = await metric.get();
      return values.find(({ metricName }) => metricName?.endsWith('_sum'))?.value;
    }),
  );
}

describe('observeDelays', () => {
  it('tells the parts of the way of an article, and the whole', async () => {
    expect(await sumsOf(page)).toEqual([20, 100, 120]);
  });
  it('counts no day as a time, no date of the future, and no old article as news', async () => {
    const own = (change: Partial<Input>) => sumsOf({ ...page, ...change });
    for (const change of [
      { publishedPrecision: 'day' },
      { published: undefined },
      { published: '2026-11-28T12:30:00.000Z' },
      { published: '2026-10-28T12:30:00.000Z' },
    ])
      expect(await own(change)).toEqual([20, 0, 0]);
  });
  it('leaves out what has been searchable before, what leaves, and what was only told of', async () => {
    const held = { articleId: 'a', why: 'it is there' } as Input['held'];
    expect(
      await sumsOf(
        { ...page, held },
        { ...page, isAgain: true },
        { ...page, gone: true },
        { ...page, told: true },
      ),
    ).toEqual([0, 0, 0]);
  });
});
