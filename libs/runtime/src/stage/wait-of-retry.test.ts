import { describe, expect, it } from '@jest/globals';
import { dueHeader } from './retry-headers.ts';
import { waitOfRetry } from './wait-of-retry.ts';

const hour = 3_600_000;
const ladder = [30_000, 300_000, hour];
const waits = (dueMs: number) => waitOfRetry({ headers: { [dueHeader]: String(dueMs) } }, 0, ladder);

describe('the wait of a retry', () => {
  it('is what its header says, as long as a rung can make it', () => {
    expect([0, 20_000, 1.2 * hour].map((due) => waits(due))).toEqual([0, 20_000, 1.2 * hour]);
  });
  it('is over where the clock was set back since', () => {
    expect(waits(25 * hour)).toBe(0);
    expect(waits(1.3 * hour)).toBe(0);
  });
});
