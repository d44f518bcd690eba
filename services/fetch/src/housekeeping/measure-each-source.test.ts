import { describe, expect, it } from '@jest/globals';
import { quietTelling } from '../../../../libs/runtime/src/testing/quiet-telling.ts';
import { chooseSources, showSources, type MeasuredSource } from './measure-each-source.ts';

const now = 1_800_000_000_000;
const source = (id: string, articles: number, change: Partial<MeasuredSource> = {}): MeasuredSource => ({
  id,
  state: 'delivering',
  recent: { articles },
  channels: [{ lastSuccessAt: now - 60_000 }, {}, { lastSuccessAt: now }],
  ...change,
});

describe('chooseSources', () => {
  const sources = [
    source('small', 1),
    source('large', 90),
    source('broken', 0, { state: 'failing' }),
    source('middle', 30),
    source('quiet', 2, { state: 'silent' }),
  ];
  it('takes all where there are no more than may be', () => {
    expect(chooseSources(sources, 5)).toBe(sources);
  });
  it('takes the busiest beyond that, and all that somebody has to look after', () => {
    expect(chooseSources(sources, 2).map(({ id }) => id)).toEqual(['large', 'middle', 'broken']);
    expect(chooseSources(sources, 0).map(({ id }) => id)).toEqual(['broken']);
  });
});

describe('showSources', () => {
  it('shows states, last successes and articles, and forgets a source that has gone', async () => {
    const { metrics } = quietTelling();
    showSources(
      metrics,
      [
        source('a', 7),
        source('b', 0, { state: 'blocked', channels: [{}] }),
        source('waits', 0, { state: 'waiting', channels: [] }),
      ],
      10,
    );
    const first = await metrics.registry.metrics();
    expect(first).toContain('newsmill_source_last_success_timestamp_seconds{source="a"} 1800000000\n');
    expect(first).not.toContain('newsmill_source_last_success_timestamp_seconds{source="b"}');
    expect(first).toContain('newsmill_source_articles{source="a"} 7\n');
    expect(first).toContain('newsmill_source_trouble{source="b",state="blocked"} 1\n');
    expect(first).not.toMatch(/newsmill_source_trouble\{source="(?:a|waits)"/);
    expect(first).toContain('newsmill_source_states{state="blocked"} 1\n');
    showSources(metrics, [source('a', 8)], 10);
    const second = await metrics.registry.metrics();
    expect(second).not.toContain('source="b"');
    expect(second).toContain('newsmill_source_states{state="blocked"} 0\n');
  });
});
