import { describe, expect, it } from '@jest/globals';
import { readTimeLimit } from './read-time-limit.ts';

describe('readTimeLimit', () => {
  it.each([
    ['25 Jun 2030 15:00:00 PST', '2030-06-25T23:00:00.000Z'],
    ['25 June 2030 15:00 GMT', '2030-06-25T15:00:00.000Z'],
    ['Tue, 25 Jun 2030 15:00:00 +0200', '2030-06-25T13:00:00.000Z'],
    ['Tuesday, 25-Jun-30 15:00:00 GMT', '2030-06-25T15:00:00.000Z'],
    ['25-Aug-07 15:00:00 EST', '2007-08-25T20:00:00.000Z'],
    ['25-Jun-1999 00:00:00 UTC', '1999-06-25T00:00:00.000Z'],
    ['2030-06-25T15:00:00+01:00', '2030-06-25T14:00:00.000Z'],
    ['2030-06-25T15:00:00Z', '2030-06-25T15:00:00.000Z'],
    ['2030-06-25 15:00', '2030-06-25T15:00:00.000Z'],
    ['2030-06-25', '2030-06-25T00:00:00.000Z'],
    ['20300625', '2030-06-25T00:00:00.000Z'],
    ['soon', undefined],
    ['25 Foo 2030', undefined],
    ['25 Jun 2030 15:00:00 XYZ', undefined],
    ['2030-13-25', undefined],
    ['40 Jun 2030', undefined],
    ['', undefined],
    [' '.repeat(10_000), undefined],
  ])('reads %j', (text, expected) => {
    expect(readTimeLimit(text)).toBe(expected);
  });
});
