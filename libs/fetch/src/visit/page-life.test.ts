import { describe, expect, it } from '@jest/globals';
import { nextRevisit, versionOf } from './page-life.ts';

describe('versionOf', () => {
  it('is the time of the visit, and greater than every version before where the clock was set back', () => {
    expect(versionOf({ fetchedAt: 0, data: {} }, 1_000)).toBe(1_000);
    expect(versionOf({ fetchedAt: 900, data: {} }, 1_000)).toBe(1_000);
    expect(versionOf({ fetchedAt: 5_000, data: {} }, 1_000)).toBe(5_001);
    expect(versionOf({ fetchedAt: 0, data: { fallbackAt: 5_000 } }, 1_000)).toBe(5_001);
    expect(versionOf({ fetchedAt: 900, data: { toldAt: 950 } }, 1_000)).toBe(1_000);
    expect(versionOf({ fetchedAt: 900, data: { toldAt: 90_000 } }, 1_000)).toBeGreaterThan(90_000);
  });
});

describe('nextRevisit', () => {
  const policy = { revisits: [10_000, 60_000] };
  it('is the next of the ages that lies ahead', () => {
    expect(nextRevisit({ firstSeen: 1_000 }, policy, 2_000)).toBe(11_000);
    expect(nextRevisit({ firstSeen: 1_000 }, policy, 12_000)).toBe(61_000);
    expect(nextRevisit({ firstSeen: 1_000 }, policy, 70_000)).toBeNull();
  });
  it('does not wait for the clock where that was ahead when the page was found', () => {
    expect(nextRevisit({ firstSeen: 9_000_000 }, policy, 2_000)).toBe(12_000);
  });
});
