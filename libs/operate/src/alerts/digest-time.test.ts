import { describe, expect, it } from '@jest/globals';
import { SavedSearchInput } from '@newsmill/contracts';
import { digestAfter } from './digest-time.ts';

function after(digest: object, time: string): string {
  const read = SavedSearchInput.parse({ name: 'x', digest }).digest;
  if (read === undefined) throw new Error('there is a digest');
  return new Date(digestAfter(read, Date.parse(time))).toISOString();
}

describe('digestAfter', () => {
  it.each([
    ['the next full hour', { every: 'hourly' }, '2026-11-28T10:00:00Z', '2026-11-28T11:00:00.000Z'],
    ['later today', { every: 'daily' }, '2026-11-28T07:59:59Z', '2026-11-28T08:00:00.000Z'],
    [
      'tomorrow, once the time is there',
      { every: 'daily' },
      '2026-11-28T08:00:00Z',
      '2026-11-29T08:00:00.000Z',
    ],
    [
      'by the clock of a zone, in summer',
      { every: 'daily', zone: 'Europe/Berlin' },
      '2026-07-01T07:00:00Z',
      '2026-07-02T06:00:00.000Z',
    ],
    [
      'across the change of clocks',
      { every: 'daily', at: '06:30', zone: 'Europe/Berlin' },
      '2026-10-24T04:30:00Z',
      '2026-10-25T05:30:00.000Z',
    ],
    [
      'an hour beside where the clocks leave it out',
      { every: 'daily', at: '02:30', zone: 'Europe/Berlin' },
      '2026-03-28T12:00:00Z',
      '2026-03-29T01:30:00.000Z',
    ],
    [
      'the weekday of the zone',
      { every: 'weekly', at: '00:15', zone: 'Pacific/Auckland', weekday: 'monday' },
      '2026-11-28T12:00:00Z',
      '2026-11-29T11:15:00.000Z',
    ],
  ])('is %s', (_, digest, time, expected) => {
    expect(after(digest, time)).toBe(expected);
  });
});
