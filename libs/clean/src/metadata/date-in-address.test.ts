import { describe, expect, it } from '@jest/globals';
import { copiedOn, dateInAddress, ownAddress } from './date-in-address.ts';

describe('dateInAddress', () => {
  it.each([
    ['https://herald.example/2026/03/12/harbour', { day: '2026-03-12', year: 2026, month: 3 }],
    ['https://herald.example/2026/mar/12/harbour', { day: '2026-3-12', year: 2026, month: 3 }],
    ['https://herald.example/blog/2026/october/03/harbour', { year: 2026, month: 10 }],
    ['https://herald.example/news/20260312-harbour', { day: '2026-03-12' }],
    ['https://herald.example/harbour-12-03-2026', { day: '12.03.2026' }],
    ['https://herald.example/2026/03/harbour', { year: 2026, month: 3 }],
    ['https://herald.example/2026/harbour-77', { year: 2026 }],
    ['https://herald.example/page?day=2026-03-12', { day: '2026-03-12' }],
  ])('reads %s', (url, said) => {
    expect(dateInAddress(url)).toMatchObject(said);
  });

  it.each(['https://herald.example/harbour-3312', 'https://herald.example/a/b', ''])(
    'finds nothing in %j',
    (url) => {
      expect(dateInAddress(url)).toEqual({});
    },
  );

  it('does not take the day of a copy in an archive for the day of the page', () => {
    const copy = 'https://web.archive.org/web/20181206101316/https://herald.example/harbour';
    expect(dateInAddress(copy)).toEqual({});
    expect(copiedOn(copy)).toBe('2018-12-06');
    expect(ownAddress(copy)).toBe('https://herald.example/harbour');
    expect(
      dateInAddress('https://web.archive.org/web/20130307194448/herald.example/2008/05/03/harbour').day,
    ).toBe('2008-05-03');
  });
});
