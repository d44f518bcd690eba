import { describe, expect, it } from '@jest/globals';
import { LedgerEvent } from '@newsmill/contracts';
import { scheduleOf } from './schedule-of.ts';

const hour = 3_600_000;
const now = 100 * hour;
const policy = { revisits: [hour, 6 * hour, 24 * hour] };
const event = (over: Partial<LedgerEvent>) =>
  LedgerEvent.parse({
    item: 'i',
    url: 'https://a.example/1',
    sourceId: 's',
    stage: 'discover',
    version: 0,
    fate: 'waiting',
    firstSeen: now - 2 * hour,
    at: now,
    ...over,
  });

describe('scheduleOf', () => {
  it('makes due what was found and not fetched', () => {
    expect(scheduleOf([event({})], policy, now)).toEqual({ dueAt: now, attempt: 0, fetchedAt: 0 });
  });
  it('goes on with the tries of a page that failed', () => {
    expect(
      scheduleOf(
        [event({}), event({ stage: 'fetch', fate: 'retrying', attempt: 1, version: 5 })],
        policy,
        now,
      ),
    ).toEqual({ dueAt: now, attempt: 2, fetchedAt: 0 });
  });
  it('waits for the next revisit of a page that was fetched, and knows when that was', () => {
    const life = [
      event({}),
      event({ stage: 'fetch', fate: 'passed', version: 77 }),
      event({ stage: 'index', fate: 'indexed', version: 77 }),
    ];
    expect(scheduleOf(life, policy, now)).toEqual({ dueAt: now + 4 * hour, attempt: 0, fetchedAt: 77 });
  });
  it('knows of an earlier success when the newest visit found the page gone', () => {
    const life = [
      event({}),
      event({ stage: 'fetch', fate: 'gone', version: 99 }),
      event({ stage: 'index', fate: 'indexed', version: 77 }),
    ];
    expect(scheduleOf(life, policy, now)).toEqual({ dueAt: null, attempt: 0, fetchedAt: 77 });
  });
  it.each(['denied', 'gone', 'dropped', 'dead'] as const)('leaves at rest what ended as %s', (fate) => {
    expect(scheduleOf([event({}), event({ stage: 'fetch', fate, version: 9 })], policy, now)).toMatchObject({
      dueAt: null,
    });
  });
  it('makes due what was taken out of the dead letters', () => {
    expect(
      scheduleOf(
        [event({}), event({ stage: 'fetch', fate: 'replayed', attempt: 4, version: 9 })],
        policy,
        now,
      ),
    ).toMatchObject({ dueAt: now, attempt: 0 });
  });
});
