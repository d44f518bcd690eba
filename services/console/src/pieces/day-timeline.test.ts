import { describe, expect, it } from '@jest/globals';
import { spanFrom } from './chart-scale.ts';
import { dayTimeline } from './day-timeline.ts';

describe('dayTimeline', () => {
  it('orders days and fills those between them', () => {
    const timeline = dayTimeline([
      { value: '2026-11-24', count: 3 },
      { value: '2026-11-21', count: 1 },
    ]);
    expect(timeline).toMatchObject({ interval: 'day', total: 4 });
    expect(timeline?.items.map(({ start, count }) => `${start.slice(8, 10)} ${count}`)).toEqual([
      '21 1',
      '22 0',
      '23 0',
      '24 3',
    ]);
  });
  it('counts by weeks from Monday where days lie far apart, and is bounded', () => {
    const timeline = dayTimeline([
      { value: '2026-11-24', count: 3 },
      { value: '2026-11-23', count: 1 },
      { value: '1980-01-01', count: 9 },
      { value: 'no day', count: 9 },
    ]);
    expect(timeline?.interval).toBe('week');
    expect(timeline?.items.length).toBe(160);
    expect(timeline?.items.at(-1)).toEqual({ start: '2026-11-23T00:00:00.000Z', count: 4 });
  });
  it('is none of fewer than two days', () => {
    expect([dayTimeline([]), dayTimeline([{ value: '2026-11-24', count: 3 }])]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('spanFrom', () => {
  const [day, hour] = [86_400_000, 3_600_000];
  const at = Date.UTC(2026, 10, 23);
  it.each([
    [at, at, day, '2026-11-23', '2026-11-23'],
    [at, at + day, day, '2026-11-23', '2026-11-24'],
    [at, at, 7 * day, '2026-11-23', '2026-11-29'],
    [at, at + hour, hour, '2026-11-23T00:00:00Z', '2026-11-23T02:00:00Z'],
  ])('names the steps from %d to %d of %d ms', (first, last, step, from, to) => {
    expect(spanFrom(first, last, step)).toEqual({ from, to });
  });
});
