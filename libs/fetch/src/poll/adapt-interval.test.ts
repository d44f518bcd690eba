import { describe, expect, it } from '@jest/globals';
import { adaptInterval, retryDelay } from './adapt-interval.ts';
import { cacheMaxAge, conditionalHeaders } from './cache-max-age.ts';
import { readRetryAfter } from './read-retry-after.ts';

const limits = { min: 60_000, max: 3_600_000 };

describe('adaptInterval', () => {
  it('goes faster with news, slower with silence, and slower still with failures', () => {
    expect(adaptInterval({ previousMs: 600_000, changed: true, newItems: 3, ...limits })).toBe(300_000);
    expect(adaptInterval({ previousMs: 600_000, changed: false, newItems: 0, ...limits })).toBe(900_000);
    expect(adaptInterval({ previousMs: 600_000, changed: false, newItems: 0, errors: 2, ...limits })).toBe(
      2_400_000,
    );
  });
  it('stays within its limits and hears the publisher up to an hour', () => {
    expect(adaptInterval({ previousMs: 60_000, changed: true, newItems: 9, ...limits })).toBe(60_000);
    expect(
      adaptInterval({ previousMs: 600_000, changed: true, newItems: 9, ttlMs: 1_800_000, ...limits }),
    ).toBe(1_800_000);
    expect(
      adaptInterval({ previousMs: 600_000, changed: true, newItems: 9, ttlMs: 864_000_000, ...limits }),
    ).toBe(3_600_000);
  });
});

describe('retryDelay', () => {
  it('climbs the ladder with jitter and ends', () => {
    expect([
      retryDelay(0, [1_000, 5_000], 0),
      retryDelay(1, [1_000, 5_000], 0.5),
      retryDelay(2, [1_000, 5_000], 0),
    ]).toEqual([1_000, 5_625, undefined]);
  });
});

describe('headers', () => {
  const now = Date.UTC(2025, 0, 1);
  it.each([
    ['120', 120_000],
    ['Wed, 01 Jan 2025 00:01:00 GMT', 60_000],
    ['Tue, 31 Dec 2024 00:00:00 GMT', 0],
    ['soon', undefined],
    [undefined, undefined],
  ])('reads Retry-After %s', (header, expected) => {
    expect(readRetryAfter(header, now)).toBe(expected);
  });
  it('reads how long an answer stays fresh', () => {
    expect(cacheMaxAge({ 'cache-control': 'public, max-age=300' })).toBe(300_000);
    expect(cacheMaxAge({ 'cache-control': 'no-cache, max-age=300' })).toBe(0);
    expect(
      cacheMaxAge({ date: 'Wed, 01 Jan 2025 00:00:00 GMT', expires: 'Wed, 01 Jan 2025 00:10:00 GMT' }),
    ).toBe(600_000);
    expect(cacheMaxAge({})).toBeUndefined();
  });
  it('sends back no validator that could split a request', () => {
    expect(conditionalHeaders({ etag: '"a"', lastModified: 'Wed, 01 Jan 2025 00:00:00 GMT' })).toEqual({
      'if-none-match': '"a"',
      'if-modified-since': 'Wed, 01 Jan 2025 00:00:00 GMT',
    });
    expect(conditionalHeaders({ etag: 'a\r\nx: y', lastModified: '日' })).toEqual({});
  });
});
