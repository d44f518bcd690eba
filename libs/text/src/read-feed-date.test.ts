import { describe, expect, it } from '@jest/globals';
import { readFeedDate } from './read-feed-date.ts';

const iso = (text: string, timeZone?: string) => {
  const instant = readFeedDate(text, { timeZone });
  return instant === undefined ? undefined : new Date(instant).toISOString().replace('.000Z', 'Z');
};

describe('readFeedDate', () => {
  it.each([
    ['Thu, 01 May 2025 10:00:00 +0200', '2025-05-01T08:00:00Z'],
    ['1 May 25 10:00 EST', '2025-05-01T15:00:00Z'],
    ['Thursday, 01-May-25 10:00:00 GMT', '2025-05-01T10:00:00Z'],
    ['Thu May  1 10:00:00 2025', '2025-05-01T10:00:00Z'],
    ['2025-05-01T10:00:00.123-05:00', '2025-05-01T15:00:00Z'],
    ['2025-05-01 10:00', '2025-05-01T10:00:00Z'],
    ['2025-05', '2025-05-01T00:00:00Z'],
    ['20250501', '2025-05-01T00:00:00Z'],
    ['2025-121', '2025-05-01T00:00:00Z'],
    ['May 1, 2025 3:05 PM', '2025-05-01T15:05:00Z'],
    ['1. května 2025 10:00', '2025-05-01T10:00:00Z'],
    ['jeu., 01 mai 2025 10:00:00 +0200', '2025-05-01T08:00:00Z'],
    ['Чт, 01 мая 2025 10:00:00 MSK', '2025-05-01T07:00:00Z'],
    ['2025年5月1日 10:00', '2025-05-01T10:00:00Z'],
    ['31.12.2024 23:59', '2024-12-31T23:59:00Z'],
    ['12/31/2024', '2024-12-31T00:00:00Z'],
    ['Thu, 01 May 2025 10:00:00 America/New_York', '2025-05-01T14:00:00Z'],
    ['1746093600', '2025-05-01T10:00:00Z'],
    ['Thu, 01 May 2025 24:00:00 GMT', '2025-05-02T00:00:00Z'],
  ])('reads %s', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });
  it('takes the zone of the source where none is said', () => {
    expect([iso('2025-05-01 10:00', 'Europe/Paris'), iso('2025-01-01 10:00', 'Europe/Paris'), iso('2025-05-01T10:00:00Z', 'Europe/Paris')]).toEqual(['2025-05-01T08:00:00Z', '2025-01-01T09:00:00Z', '2025-05-01T10:00:00Z']);
  });
  it.each(['', 'yesterday', '0000-01-01', '275760-09-13', '30 Feb 2025', '2025-13-01', '2025-05-01T10:00:00+25:00', '2025-05-01T10:99:00Z', 'x'.repeat(1_000_000)])('has no answer for %.30s', (text) => {
    expect(iso(text)).toBeUndefined();
  });
});
