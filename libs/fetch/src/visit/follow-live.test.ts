import { describe, expect, it } from '@jest/globals';
import type { ItemMemory } from '@newsmill/contracts';
import { followLive, mostLiveVisits } from './follow-live.ts';

const minute = 60_000;
const hour = 60 * minute;
const firstSeen = Date.UTC(2026, 10, 27, 8);
const visit = (data: ItemMemory, at: number, over: Partial<Parameters<typeof followLive>[1]> = {}) =>
  followLive({ firstSeen, data }, { now: firstSeen + at, live: undefined, changed: false, ...over });
const waitOf = ({ dueAt }: { dueAt: number | undefined }, at: number) =>
  dueAt === undefined ? undefined : (dueAt - firstSeen - at) / minute;

describe('a live blog', () => {
  it('is asked for again while it changes, and more seldom when it does not', () => {
    const first = visit({}, 0, { live: {}, changed: true });
    expect(waitOf(first, 0)).toBe(15);
    const waits: (number | undefined)[] = [];
    let data = first.data;
    for (const [at, changed] of [
      [15, false],
      [45, false],
      [105, true],
      [120, true],
    ] as const) {
      const next = visit(data, at * minute, { changed });
      waits.push(waitOf(next, at * minute));
      data = next.data;
    }
    expect(waits).toEqual([30, 60, 15, 15]);
  });
  it('ends half an hour after its coverage, six hours after it said so last, and after three days', () => {
    const live = { endsAt: firstSeen + hour };
    const { data } = visit({}, 0, { live, changed: true });
    expect(visit(data, 85 * minute).dueAt).toBeDefined();
    expect(visit(data, 90 * minute)).toEqual({ dueAt: undefined, data: {} });
    const silent = visit({}, 0, { live: {}, changed: true }).data;
    expect([visit(silent, 359 * minute).dueAt, visit(silent, 361 * minute).dueAt]).toEqual([
      expect.any(Number),
      undefined,
    ]);
    expect(visit(silent, 80 * hour, { live: { endsAt: firstSeen + 900 * hour } }).dueAt).toBeUndefined();
    expect(visit({}, 0, { live: { endsAt: firstSeen - hour } }).dueAt).toBeUndefined();
  });
  it('has a bounded number of visits a day', () => {
    let data: ItemMemory = {};
    let visits = 0;
    for (let at = 0; at < 15 * hour; at += minute) {
      const next = visit(data, at, { live: {}, changed: true });
      if (next.dueAt !== undefined) visits += 1;
      data = next.data;
    }
    expect(visits).toBe(mostLiveVisits);
    // On the next day it goes on.
    expect(visit(data, 17 * hour, { live: {}, changed: true }).dueAt).toBeDefined();
  });
  it('is no page that never said so', () => {
    expect(visit({}, hour, { changed: true }).dueAt).toBeUndefined();
  });
});
