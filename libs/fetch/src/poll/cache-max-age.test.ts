import { describe, expect, it } from '@jest/globals';
import { cacheMaxAge, conditionalHeaders } from './cache-max-age.ts';
import { readRetryAfter } from './read-retry-after.ts';

describe('cacheMaxAge', () => {
  it.each([
    [{}, undefined],
    [{ 'cache-control': 'public, Max-Age=300' }, 300_000],
    [{ 'cache-control': 'max-age=300', age: '100' }, 200_000],
    [{ 'cache-control': 'max-age=300', age: '900' }, 0],
    [{ 'cache-control': 'no-cache, max-age=300' }, 0],
    [{ 'cache-control': 'no-store' }, 0],
    [{ 'cache-control': 's-maxage=5' }, undefined],
    [{ expires: 'Thu, 01 May 2025 10:10:00 GMT', date: 'Thu, 01 May 2025 10:00:00 GMT' }, 600_000],
    [{ expires: 'Thu, 01 May 2025 09:00:00 GMT', date: 'Thu, 01 May 2025 10:00:00 GMT' }, 0],
    [{ expires: '-1' }, 0],
    [{ expires: '0', date: 'Thu, 01 May 2025 10:00:00 GMT' }, 0],
    [{ expires: 'Thu, 01 May 2025 10:10:00 GMT' }, undefined],
  ])('reads %j as %s ms', (headers, expected) => {
    expect(cacheMaxAge(headers)).toBe(expected);
  });
});

describe('conditionalHeaders', () => {
  it('hands validators back as they came, and leaves out what no header can carry', () => {
    expect(conditionalHeaders({ etag: 'W/"a"', lastModified: 'Thu, 01 May 2025 10:00:00 GMT' })).toEqual({
      'if-none-match': 'W/"a"',
      'if-modified-since': 'Thu, 01 May 2025 10:00:00 GMT',
    });
    expect(conditionalHeaders({ etag: '"a\r\nx: y"', lastModified: 'x'.repeat(2_000) })).toEqual({});
    expect(conditionalHeaders({})).toEqual({});
  });
});

describe('readRetryAfter', () => {
  const now = Date.UTC(2025, 4, 1, 10);
  it.each([
    ['120', 120_000],
    [' 1.5 ', 1_500],
    ['Thu, 01 May 2025 10:05:00 GMT', 300_000],
    ['Thu, 01 May 2025 09:05:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined],
    ['-5', undefined],
  ])('reads %s', (header, expected) => {
    expect(readRetryAfter(header, now)).toBe(expected);
  });
});
