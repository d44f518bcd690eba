import { describe, expect, it } from '@jest/globals';
import { wholeTimeline } from './whole-timeline.ts';

describe('wholeTimeline', () => {
  it('has every day of the window, those without an article too', () => {
    const whole = wholeTimeline(
      {
        interval: 'day',
        total: 2,
        approximate: false,
        items: [{ start: '2026-11-23T00:00:00.000Z', count: 2 }],
      },
      { from: '2026-11-21T16:00:00Z', to: '2026-11-24T16:00:00Z' },
    );
    expect(whole.items.map(({ start, count }) => [start.slice(8, 10), count])).toEqual([
      ['21', 0],
      ['22', 0],
      ['23', 2],
      ['24', 0],
    ]);
  });
  it('begins weeks on Monday, and leaves months and windows without measure alone', () => {
    const items = [{ start: '2026-11-16T00:00:00.000Z', count: 1 }];
    const timeline = { interval: 'week', total: 1, approximate: false, items } as const;
    const [first] = wholeTimeline(timeline, { from: '2026-11-11', to: '2026-11-24' }).items;
    expect(first?.start).toBe('2026-11-09T00:00:00.000Z');
    expect(wholeTimeline({ ...timeline, interval: 'month' }, { from: '2026', to: '2027' }).items).toBe(items);
    expect(wholeTimeline(timeline, { from: '0001-01-01', to: '2027-01-01' }).items).toBe(items);
  });
});
