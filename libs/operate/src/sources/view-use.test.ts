import { describe, expect, it } from '@jest/globals';
import { nextQuotaDay, quotaDay, quotaLiftKey, useKey, type SourceUse } from '@newsmill/contracts';
import { viewUse } from './view-use.ts';

const now = Date.parse('2026-11-29T15:00:00Z');
const none = { bytes: 0, pages: 0, cpuMs: 0 };

function view(use: Partial<SourceUse>, quota: Parameters<typeof viewUse>[1], liftedOn?: string) {
  const { bytes, pages, cpuMs } = { ...none, ...use };
  const entries = new Map([
    [useKey('bytes', 'paper', '2026-11-29'), String(bytes)],
    [useKey('pages', 'paper', '2026-11-29'), String(pages)],
    [useKey('cpuMs', 'paper', '2026-11-29'), String(cpuMs)],
    ...(liftedOn === undefined ? [] : [[quotaLiftKey('paper'), liftedOn] as const]),
  ]);
  return viewUse({ id: 'paper' }, quota, entries, now);
}

describe('what was used of a source today', () => {
  it('is told in words, against its quotas where it has them', () => {
    expect(view({ bytes: 12_345_678, pages: 1, cpuMs: 1_250 }, {}).says).toBe(
      '12.3 MB, 1 page, 1.3 s of computing',
    );
    const quota = { bytes: 20_000_000_000, pages: 2_000, cpuMs: 14_400_000 };
    expect(view({ bytes: 999, pages: 12, cpuMs: 90_000 }, quota).says).toBe(
      '999 bytes of 20 GB, 12 of 2,000 pages, 90 of 14,400 s of computing',
    );
  });
  it('has the source wait for the next day when a quota is used up, unless that was lifted on this day', () => {
    const used = { pages: 2_000 };
    expect(view(used, { pages: 2_001 })).not.toHaveProperty('waitsUntil');
    expect(view(used, { pages: 2_000 })).toMatchObject({
      usedUp: ['pages'],
      waitsUntil: nextQuotaDay(now),
    });
    expect(view(used, { pages: 2_000 }, '2026-11-28').waitsUntil).toBe(nextQuotaDay(now));
    const lifted = view(used, { pages: 2_000 }, quotaDay(now));
    expect(lifted).toMatchObject({ usedUp: ['pages'], isLifted: true });
    expect(lifted.waitsUntil).toBeUndefined();
    expect(lifted.says).toContain('its quotas are lifted for today');
  });
});
