import { describe, expect, it } from '@jest/globals';
import { addCounts, rollUp, seriesTiers, type SeriesStep } from './series.ts';
import { countSince, seriesKinds, seriesSpanNames, stepsOfSpan, viewSeries } from './series-view.ts';

const minute = 60_000;
const hour = 60 * minute;
const noon = Date.UTC(2026, 10, 24, 12);

const step = (start: number, counts: SeriesStep['counts']): SeriesStep => ({ start, counts });

describe('counts', () => {
  it('add, but of what all processes see the largest stays', () => {
    expect(addCounts({ searchable: 2, 'lag.clean': 9 }, { searchable: 3, bytes: 1, 'lag.clean': 4 })).toEqual(
      {
        searchable: 5,
        bytes: 1,
        'lag.clean': 9,
      },
    );
  });
  it('roll up to longer steps, in whatever order they come', () => {
    const steps = [
      step(noon + 61 * minute, { searchable: 4 }),
      step(noon, { searchable: 1, 'room.data': 300 }),
      step(noon + 59 * minute, { searchable: 2, 'room.data': 200 }),
    ];
    expect(rollUp(steps, hour)).toEqual([
      step(noon, { searchable: 3, 'room.data': 300 }),
      step(noon + hour, { searchable: 4 }),
    ]);
  });
  it('rolled up twice are those rolled up once', () => {
    const steps = Array.from({ length: 300 }, (_, n) =>
      step(noon + n * minute, { searchable: n, 'lag.index': n % 7 }),
    );
    expect(rollUp(rollUp(steps, 10 * minute), 2 * hour)).toEqual(rollUp(steps, 2 * hour));
  });
  it('of the newest steps are one', () => {
    const steps = [step(noon, { searchable: 1 }), step(noon + minute, { searchable: 2 })];
    expect(countSince(steps, noon)).toEqual({ searchable: 3 });
    expect(countSince(steps, noon + minute)).toEqual({ searchable: 2 });
    expect(countSince(steps, noon + hour)).toEqual({});
  });
});

describe('a series', () => {
  const values = (
    name: Parameters<typeof viewSeries>[0][number],
    steps: readonly SeriesStep[],
    now: number,
  ) => viewSeries([name], 'hour', { now, steps }).series[0]?.values;

  it('has a value for each step, none where no process said anything', () => {
    const view = viewSeries(['searchable'], 'hour', {
      now: noon + 30_000,
      steps: [
        step(noon - hour, { searchable: 5 }),
        step(noon - 2 * minute, {}),
        step(noon - minute, { searchable: 7 }),
      ],
    });
    expect(view.times).toHaveLength(60);
    expect([view.times[0], view.times.at(-1)]).toEqual([noon - hour, noon - minute]);
    expect(view.series[0]?.values.filter((value) => value !== null)).toEqual([5, 0, 7]);
    expect(view.series[0]?.values.slice(-3)).toEqual([null, 0, 7]);
  });
  it('counts of the running step what has passed of it, and of the first one what the mill was there for', () => {
    const view = viewSeries(['searchable'], 'day', {
      now: noon + 2 * minute,
      steps: [step(noon - 10 * minute, { searchable: 100 }), step(noon, { searchable: 8 })],
    });
    expect(view.times.at(-1)).toBe(noon);
    expect(view.series[0]?.values.slice(-2)).toEqual([10, 4]);
  });
  it('means memory over time, delay over articles, and processors over seconds', () => {
    const steps = [
      step(noon - minute, {
        byteSeconds: 60 * 5_000,
        searchable: 4,
        searchableMs: 60_000,
        cpuMs: 30_000,
        'lag.clean': 3,
      }),
    ];
    expect(values('memory', steps, noon)?.at(-1)).toBe(5_000);
    expect(values('delay', steps, noon)?.at(-1)).toBe(15);
    expect(values('processors', steps, noon)?.at(-1)).toBe(0.5);
    expect(values('lag.clean', steps, noon)?.at(-1)).toBe(3);
    expect(values('delay', [step(noon - minute, {})], noon)?.at(-1)).toBeNull();
    expect(values('room.data', [step(noon - minute, { 'room.data': 250 })], noon)?.at(-1)).toBe(0.25);
  });
  it('tells the age of the newest article at the end of each step, also of one that came before the span', () => {
    const steps = [
      step(noon - 6 * minute, { searchable: 0 }),
      step(noon - 5 * minute, { searchable: 3 }),
      step(noon - 4 * minute, {}),
      step(noon - 2 * minute, {}),
      step(noon - minute, {}),
    ];
    expect(values('age', steps, noon)?.slice(-6)).toEqual([null, 0, 60, null, 180, 240]);
    const ages = (more: object) =>
      viewSeries(['age'], 'hour', { now: noon, steps: steps.slice(2), ...more }).series[0]?.values.at(-1);
    expect([ages({}), ages({ newestBefore: noon - 2 * hour })]).toEqual([null, 7_200]);
    const older = [step(noon - 61 * minute, { searchable: 1 }), step(noon - minute, {})];
    expect(values('age', older, noon)?.at(-1)).toBe(3_600);
  });
  it.each(seriesSpanNames)('over a span of %s is made from steps that are kept so long', (span) => {
    const needed = stepsOfSpan(span);
    const tier = seriesTiers.find(({ stepMs }) => stepMs === needed.stepMs);
    expect(needed.steps).toBeLessThanOrEqual(tier?.steps ?? 0);
    const steps = Array.from({ length: needed.steps }, (_, n) =>
      step((Math.floor((noon - 1) / needed.stepMs) - n) * needed.stepMs, {
        searchable: needed.stepMs / minute,
      }),
    ).reverse();
    const view = viewSeries([...seriesKinds.keys()], span, { now: noon - 1, steps });
    expect(view.series).toHaveLength(seriesKinds.size);
    const searchable = view.series.find(({ name }) => name === 'searchable');
    expect(new Set(searchable?.values)).toEqual(new Set([1]));
  });
});
