import { describe, expect, it } from '@jest/globals';
import { Channel } from '@newsmill/contracts';
import { findNew, planPoll, type PollSeen } from './plan-poll.ts';
import { afterSkipped, readSkipTimes } from '../feeds/read-skip-times.ts';
import type { FetchPolicy } from '../visit/visit.ts';

const minute = 60_000;
const hour = 60 * minute;
const policy: FetchPolicy = {
  retryLadder: [],
  revisits: [],
  pollMin: minute,
  pollMax: 6 * hour,
  agent: 'newsmill',
};
/** A Friday, 22:10 UTC. */
const now = Date.UTC(2027, 0, 15, 22, 10);
const channel = Channel.parse({ url: 'https://paper.example/feed' });

function plan(over: Partial<PollSeen> = {}, intervalMs = 20 * minute, of = channel) {
  return planPoll({ data: { intervalMs } }, of, policy, {
    now,
    changed: true,
    newItems: 0,
    headers: {},
    ...over,
  });
}

describe('planPoll', () => {
  it.each([
    [{ newItems: 3 }, 10, '3 new entries: interval shortened; next in 10 min'],
    [{ newItems: 1 }, 10, '1 new entry: interval shortened; next in 10 min'],
    [{ changed: false }, 30, 'nothing new: interval lengthened; next in 30 min'],
    [{}, 20, 'changed, but nothing new: same interval; next in 20 min'],
    [{ newItems: 2, ttlMs: 30 * minute }, 30, '2 new, but the feed asks for 30 min (ttl); next in 30 min'],
    [{ ttlMs: 24 * hour }, 60, 'the feed asks for 24 h (ttl), honoured up to 60 min; next in 60 min'],
    [{ headers: { 'cache-control': 'max-age=2400' } }, 40, 'Cache-Control asks for 40 min; next in 40 min'],
    [{ ttlMs: 5 * minute }, 20, 'changed, but nothing new: same interval; next in 20 min'],
  ])('%j: in %i minutes, and says why', (seen, minutes, why) => {
    expect(plan(seen)).toMatchObject({ dueAt: now + minutes * minute, intervalMs: minutes * minute, why });
  });
  it('never waits longer than the longest interval', () => {
    expect(
      planPoll(
        { data: { intervalMs: 20 * minute } },
        channel,
        { ...policy, pollMax: 30 * minute },
        { now, changed: true, newItems: 0, headers: {}, ttlMs: 24 * hour },
      ).dueAt,
    ).toBe(now + 30 * minute);
    expect(plan({ skip: { hours: [], days: [5, 6, 0] } }).dueAt).toBe(now + 6 * hour);
    expect(plan({ changed: false }, 6 * hour).why).toBe(
      'nothing new: already at the longest interval; next in 6 h',
    );
  });
  it('leaves the hours out that the feed excludes, and keeps the interval for afterwards', () => {
    expect(plan({ skip: { hours: [22, 23], days: [] } })).toEqual({
      dueAt: Date.UTC(2027, 0, 16, 0),
      intervalMs: 20 * minute,
      why: 'changed, but nothing new: same interval; next in 2 h; outside the times that the feed excludes (skipHours, skipDays)',
    });
    expect(plan({ skip: { hours: [3], days: [6] } }).dueAt).toBe(now + 20 * minute);
  });
  it('does as configured, whatever the feed asks for', () => {
    const configured = Channel.parse({ url: 'https://paper.example/feed', interval: '5m' });
    expect(plan({ ttlMs: hour, skip: { hours: [22], days: [] } }, hour, configured)).toEqual({
      dueAt: now + 5 * minute,
      intervalMs: 5 * minute,
      why: 'every 5m, as configured',
    });
  });
});

describe('findNew', () => {
  it('counts what was not there at the last poll', () => {
    const first = findNew(['aaaaaa1', 'bbbbbb1'], undefined);
    expect(first.keys.length).toBe(2);
    expect(findNew(['cccccc1', 'aaaaaa1', 'bbbbbb1'], first.seen).keys).toEqual(['cccccc1']);
    expect(findNew(['bbbbbb1'], first.seen).keys).toEqual([]);
  });
});

describe('readSkipTimes', () => {
  it('reads hours and days, 24 as midnight, and leaves nonsense out', () => {
    expect(
      readSkipTimes(
        '<rss><channel><skipHours><hour> 3 </hour><hour>24</hour><hour>99</hour><hour>x</hour></skipHours><skipDays><day>Sunday</day><day>saturday</day><day>Someday</day></skipDays>',
      ),
    ).toEqual({ hours: [3, 0], days: [0, 6] });
  });
  it('takes a feed that excludes every hour or day for one that excludes none', () => {
    const hours = Array.from({ length: 24 }, (_, hour) => `<hour>${hour}</hour>`).join('');
    expect(readSkipTimes(`<skipHours>${hours}</skipHours>`)).toEqual({ hours: [], days: [] });
  });
  it('is read in time that does not grow with the square of the feed', () => {
    const began = performance.now();
    readSkipTimes('<skipHours>'.repeat(200_000));
    expect(performance.now() - began).toBeLessThan(30_000);
  });
});

describe('afterSkipped', () => {
  it('goes to the start of the first hour that is not excluded', () => {
    expect(afterSkipped(now, { hours: [22, 23, 0], days: [] }, now + 12 * hour)).toBe(
      Date.UTC(2027, 0, 16, 1),
    );
    expect(afterSkipped(now, { hours: [22, 23, 0], days: [] }, now + hour)).toBe(now + hour);
  });
});
