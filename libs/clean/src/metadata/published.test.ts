import { describe, expect, it } from '@jest/globals';
import type { DateCandidate } from './dates.ts';
import type { FoundDate } from './find-date.ts';
import { choosePublished } from './published.ts';

const now = Date.parse('2026-03-20T00:00:00Z');
const day = (key: string, score: number, ...found: readonly Partial<FoundDate>[]) => ({
  candidate: {
    text: key,
    key,
    sources: new Map(found.map((one) => [one.source ?? '', 0])),
    found: found.map((one) => ({ day: key, ...one })),
  } satisfies DateCandidate,
  score,
  order: 0,
});
const stamp = { time: 23 * 3600, offset: 0, hasSeconds: true, source: 'metaPublished' };

describe('choosePublished', () => {
  it('gives the day that readers see where the stamp in UTC is of the day before', () => {
    const ranked = [day('2026-03-11', 2, stamp), day('2026-03-12', -1, { source: 'bylineBefore' })];
    expect(choosePublished(ranked, { now })).toMatchObject({
      utc: '2026-03-11T23:00:00.000Z',
      local: '2026-03-12',
    });
    expect(choosePublished(ranked, { now, timeZone: 'Europe/Berlin' })).toMatchObject({
      utc: '2026-03-11T23:00:00.000Z',
      local: '2026-03-12T00:00:00+01:00',
    });
  });

  it('reads the offset off a time that is printed', () => {
    expect(
      choosePublished(
        [
          day('2026-03-12', 2, { ...stamp, time: 2 * 3600 }),
          day('2026-03-11', -1, { source: 'lineBefore', time: 21 * 3600 }),
        ],
        { now },
      ),
    ).toMatchObject({ utc: '2026-03-12T02:00:00.000Z', local: '2026-03-11T21:00:00-05:00' });
  });

  it('believes the day of the address, even where the other day is printed too', () => {
    expect(
      choosePublished(
        [
          day('2026-03-12', 2, { ...stamp, time: 3600 }, { source: 'bylineBefore' }),
          day('2026-03-11', -1, { source: 'url' }),
        ],
        { now },
      )?.local,
    ).toBe('2026-03-11');
  });

  it('leaves a stamp alone that no clock on earth puts on the other day, or that has an offset', () => {
    const printed = day('2026-03-12', -1, { source: 'bylineBefore' });
    for (const given of [
      { ...stamp, time: 8 * 3600 },
      { ...stamp, offset: 60 },
    ])
      expect(choosePublished([day('2026-03-11', 2, given), printed], { now })?.local).toMatch(/^2026-03-11T/);
    expect(
      choosePublished([day('2026-03-11', 2, stamp), day('2026-03-12', -5, { source: 'lineBefore' })], { now })
        ?.local,
    ).toMatch(/^2026-03-11T/);
  });
});
