import { describe, expect, it } from '@jest/globals';
import { fewEntriesOf, learnSize, usualEntries, type ListSize } from './learn-size.ts';

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.UTC(2026, 0, 5);

/** Polls a list each hour; answers what is known then, and the hours at which it is said to list few. */
function poll(days: number, entriesAt: (hour: number) => number, every = 1) {
  let size: ListSize | undefined;
  let listed: number | undefined;
  const alarms: number[] = [];
  for (let at = 0; at < days * 24; at += every) {
    const [now, entries] = [start + at * hour, entriesAt(at)];
    size = learnSize(size, { entries, now, before: at === 0 ? undefined : now - every * hour, listed });
    listed = entries;
    if (fewEntriesOf({ size, lastSuccessAt: now })?.isAlarm === true) alarms.push(at);
  }
  return { size, alarms };
}
const after = (days: number, before: number, then: number) => (at: number) =>
  at < days * 24 ? before : then;

describe('a channel that lists far fewer entries', () => {
  it('is told half a day after a list of twenty is cut to one', () => {
    const { alarms } = poll(40, after(30, 20, 1));
    expect(alarms[0]).toBeGreaterThan(30 * 24 + 3);
    expect(alarms[0]).toBeLessThan(31 * 24);
  });
  it('is told by three polls where it is polled twice a day', () => {
    expect(poll(40, after(30, 20, 3), 12).alarms[0]).toBe(31 * 24);
  });
  it('is not told for half of the entries, nor in a list that is always short', () => {
    expect(poll(40, after(30, 20, 10)).alarms).toEqual([]);
    expect(poll(40, after(30, 4, 1)).alarms).toEqual([]);
  });
  it('is not told of a list of today, which begins anew each midnight', () => {
    expect(poll(60, (at) => 1 + (at % 24)).alarms).toEqual([]);
  });
  it('is not told of a list that fades, since nothing newer is published', () => {
    expect(poll(60, (at) => (at < 30 * 24 ? 24 : Math.max(1, 24 - (at - 30 * 24)))).alarms).toEqual([]);
  });
  it('is not told of nights and weekends that came before', () => {
    const isQuiet = (at: number) => at % 24 < 7 || Math.floor(at / 24) % 7 > 4;
    expect(poll(90, (at) => (isQuiet(at) ? 3 : 20)).alarms).toEqual([]);
  });
  it('waits three days in a channel that is known for less than two weeks', () => {
    expect(poll(6, after(5, 20, 1)).alarms).toEqual([]);
    expect(poll(12, after(5, 20, 1)).alarms[0]).toBe((5 + 3) * 24);
  });
  it('is over with the entries, and where it stays so the few become usual', () => {
    const back = poll(60, (at) => (at >= 30 * 24 && at < 32 * 24 ? 1 : 20));
    expect(Math.max(...back.alarms)).toBe(32 * 24 - 1);
    const kept = poll(120, after(30, 20, 2));
    expect(Math.max(...kept.alarms)).toBeLessThan(75 * 24);
    expect(usualEntries(kept.size ?? { level: 0 })).toBeLessThan(6);
  });
  it('keeps few numbers, however long it is polled', () => {
    const { size } = poll(300, (at) => (at % 24 < 7 ? 3 : 20));
    expect(JSON.stringify(size).length).toBeLessThan(140);
    expect(size?.hours ?? 0).toBeLessThan(60 * 24);
  });
  it('takes a clock that went back for no time', () => {
    const size = learnSize(undefined, { entries: 20, now: start });
    expect(learnSize(size, { entries: 20, now: start - day, before: start })).toMatchObject({ hours: 0 });
  });
});
