import { describe, expect, it } from '@jest/globals';
import { stepLabel, timeLabel, timeMarks, valueLabel, valueMarks, type ChartData } from './chart-scale.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const noon = Date.UTC(2026, 10, 24, 12, 7);

const chart = (
  values: readonly (number | null)[],
  stepMs: number,
  more: Partial<ChartData> = {},
): ChartData => ({
  kind: 'bars',
  form: 'number',
  stepMs,
  times: values.map((_, index) => noon + index * stepMs),
  series: [{ name: 'a', values }],
  ...more,
});

describe('the axis of values', () => {
  it('marks lengths of time at round ones', () => {
    const marks = (most: number) => valueMarks(chart([most], minute, { form: 'seconds' }));
    expect(marks(6_600)).toEqual([0, 1_800, 3_600, 5_400, 7_200]);
    expect(marks(90)).toEqual([0, 30, 60, 90]);
    expect(marks(3)).toEqual([0, 1, 2, 3]);
  });
  it.each<[readonly (number | null)[], readonly number[]]>([
    [[], [0, 1]],
    [
      [0, null],
      [0, 1],
    ],
    [[1], [0, 1]],
    [[3], [0, 1, 2, 3]],
    [[7], [0, 2, 4, 6, 8]],
    [[10], [0, 5, 10]],
    [
      [100, 12],
      [0, 25, 50, 75, 100],
    ],
    [[1_234], [0, 500, 1_000, 1_500]],
    [[0.3], [0, 0.1, 0.2, 0.3]],
  ])('of %j has the marks %j', (values, marks) => {
    expect(valueMarks(chart(values, minute))).toEqual(marks);
  });
  it('reaches the largest value of any size', () => {
    for (let value = 0.001; value < 1e12; value *= 1.7) {
      const marks = valueMarks(chart([value], minute));
      expect(marks.at(-1)).toBeGreaterThanOrEqual(value * 0.999_999);
      expect(marks.length).toBeLessThanOrEqual(6);
    }
  });
});

describe('the axis of time', () => {
  it.each([
    [60, minute],
    [144, 10 * minute],
    [168, hour],
    [30, day],
    [90, day],
    [40, 7 * day],
    [24, 30 * day],
    [1, minute],
    [1, 30 * day],
  ])('of %d steps of %d ms has round marks within it, and six at most', (count, stepMs) => {
    const data = chart(
      Array.from({ length: count }, () => 1),
      stepMs,
    );
    const { times, distance } = timeMarks(data);
    expect(times.length).toBeLessThanOrEqual(7);
    expect(distance).toBeGreaterThanOrEqual(stepMs > 28 * day ? 28 * day : stepMs);
    for (const time of times) {
      expect(time).toBeGreaterThanOrEqual(noon);
      expect(time).toBeLessThanOrEqual(noon + count * stepMs);
    }
  });
  it('puts weeks on Mondays and hours on whole hours', () => {
    expect(timeMarks(chart(Array(40).fill(1), day)).times.map((time) => new Date(time).getUTCDay())).toEqual([
      1, 1, 1, 1, 1,
    ]);
    expect(timeMarks(chart(Array(60).fill(1), minute)).times.map((time) => time % (10 * minute))).toEqual([
      0, 0, 0, 0, 0, 0,
    ]);
  });
  it('names hours by the clock, midnight by the day', () => {
    expect(timeLabel(Date.UTC(2026, 10, 24, 16), hour, 'en-GB')).toBe('16:00');
    expect(timeLabel(Date.UTC(2026, 10, 25), hour, 'en-GB')).toBe('25 Nov');
    expect(timeLabel(Date.UTC(2026, 10, 1), 365 * day, 'en-GB')).toBe('Nov 2026');
    expect(stepLabel(noon, minute, 'en-GB')).toBe('24 Nov 2026, 12:07');
    expect(stepLabel(noon, day, 'en-GB')).toBe('24 Nov 2026');
  });
});

describe('a value', () => {
  it.each([
    [1_234, 'number', '1,234'],
    [0.123, 'number', '0.12'],
    [999, 'bytes', '999 B'],
    [12_345_678, 'bytes', '12.3 MB'],
    [0.5, 'share', '50%'],
    [90, 'seconds', '1.5m'],
    [0, 'seconds', '0s'],
    [90_000, 'seconds', '1.04d'],
  ] as const)('%d as %s reads %s', (value, form, text) => {
    expect(valueLabel(value, form, 'en-GB')).toBe(text);
  });
  it('is written in the language of the page', () => {
    expect(valueLabel(1_234.5, 'number', 'de')).toBe('1.235');
  });
});
