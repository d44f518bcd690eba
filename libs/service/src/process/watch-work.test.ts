import { describe, expect, it } from '@jest/globals';
import { WorkWatch } from './watch-work.ts';

const lag = (messages: number, ageMs: number, topic = 'newsmill.page.fetched') => ({
  group: 'newsmill-clean',
  topic,
  messages,
  ageMs,
});
const minute = 60_000;

describe('WorkWatch', () => {
  it('says since when the oldest message has been the same one', () => {
    const watch = new WorkWatch();
    const since = (messages: number, ageMs: number, now: number) =>
      watch.look([lag(messages, ageMs)], now)[0]?.unmovedSince;
    expect(since(5, 0, 0)).toBe(0);
    expect(since(5, minute, minute)).toBe(0);
    // More come in, and nobody takes any.
    expect(since(9, 2 * minute, 2 * minute)).toBe(0);
    // Some were taken, though what waits is still as old.
    expect(since(8, 3 * minute, 3 * minute)).toBe(3 * minute);
    // As many wait, but others.
    expect(since(8, 30_000, 4 * minute)).toBe(4 * minute);
    // Nothing waits any more: what comes then begins anew.
    expect(watch.look([lag(0, 0)], 5 * minute)).toEqual([]);
    expect(since(8, minute, 5 * minute)).toBe(5 * minute);
  });

  it('takes the clock of the broker to be a little off', () => {
    const watch = new WorkWatch();
    watch.look([lag(1, 1_000)], 1_000);
    expect(watch.look([lag(1, 59_600)], minute)[0]?.unmovedSince).toBe(1_000);
  });

  it('leaves out what waits for its next try', () => {
    expect(new WorkWatch().look([lag(3, minute, 'newsmill.clean.retry.2')], 0)).toEqual([]);
  });
});
