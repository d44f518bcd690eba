import { describe, expect, it } from '@jest/globals';
import { Source } from './source.ts';
import { nextQuotaDay, quotaDay, quotaOf, readUse, usedUp, useKey, useKeys } from './source-quota.ts';

const paper = { id: 'paper', name: 'Paper', channels: [{ url: 'https://paper.example/feed' }] };
const ofMill = { bytes: 1_000, pages: 10, cpuMs: 5_000 };

describe('the quotas of a source', () => {
  it('are those of the mill where its file says nothing, and none where it says none', () => {
    expect(quotaOf(Source.parse(paper), ofMill)).toEqual(ofMill);
    expect(quotaOf(Source.parse({ ...paper, quota: { pages: 3, cpu: '2m' } }), ofMill)).toEqual({
      bytes: 1_000,
      pages: 3,
      cpuMs: 120_000,
    });
    const free = { bytes: 'none', pages: 'none', cpu: 'none' };
    expect(quotaOf(Source.parse({ ...paper, quota: free }), ofMill)).toEqual({});
    expect(quotaOf(Source.parse(paper), {})).toEqual({});
  });
  it('are whole numbers and a duration', () => {
    for (const quota of [{ pages: 0 }, { pages: 1.5 }, { bytes: '5 MB' }, { cpu: '5' }, { articles: 1 }])
      expect(Source.safeParse({ ...paper, quota }).success).toBe(false);
  });
  it('are used up at their end, not before, each for itself', () => {
    expect(usedUp({ bytes: 999, pages: 9, cpuMs: 4_999.5 }, ofMill)).toEqual([]);
    expect(usedUp({ bytes: 1_000, pages: 9, cpuMs: 7_000 }, ofMill)).toEqual(['bytes', 'cpuMs']);
    expect(usedUp({ bytes: 1e12, pages: 1e9, cpuMs: 1e9 }, {})).toEqual([]);
  });
  it('hold from midnight to midnight in UTC', () => {
    const late = Date.parse('2026-12-31T23:59:59.999Z');
    expect(quotaDay(late)).toBe('2026-12-31');
    expect(nextQuotaDay(late)).toBe(Date.parse('2027-01-01T00:00:00Z'));
    expect(nextQuotaDay(nextQuotaDay(late))).toBe(Date.parse('2027-01-02T00:00:00Z'));
  });
  it('are counted in entries of their day, in which anything may stand', () => {
    const [bytes = '', pages = '', cpuMs = ''] = useKeys('paper', '2026-11-29');
    const entries = new Map([
      [bytes, '123'],
      [pages, 'many'],
      [cpuMs, '-4'],
      [useKey('pages', 'paper', '2026-11-28'), '77'],
    ]);
    expect(readUse(entries, 'paper', '2026-11-29')).toEqual({ bytes: 123, pages: 0, cpuMs: 0 });
  });
});
