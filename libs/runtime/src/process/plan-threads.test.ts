import { describe, expect, it } from '@jest/globals';
import { describePlan, planThreads } from './plan-threads.ts';

const mebi = 1_048_576;
const limited = (cores: number, memoryMb: number) => ({
  cores,
  memoryBytes: memoryMb * mebi,
  isLimited: true,
});
const whole = { cleans: true, enriches: true, readsChannels: true, hasLibrary: true };
const clean = { cleans: true, enriches: false, readsChannels: false, hasLibrary: false };
const enrich = { ...clean, cleans: false, enriches: true };

describe('threads by cores and memory', () => {
  it('has one thread for each core but one where the memory is there', () => {
    expect(planThreads(limited(16, 16_000), clean, {})).toMatchObject({
      cleanThreads: 15,
      enrichThreads: 0,
      heap: { oldMb: 256, youngMb: 12 },
      warnings: [],
    });
    expect(planThreads(limited(16, 16_000), whole, {})).toMatchObject({
      threads: 15,
      cleanThreads: 15,
      enrichThreads: 15,
      warnings: [],
    });
    expect(planThreads(limited(1, 16_000), whole, {})).toMatchObject({ threads: 1 });
  });
  it('never plans more than the memory holds, whatever the cores', () => {
    for (const cores of [1, 2, 4, 8, 16, 64, 256]) {
      for (let memoryMb = 1_000; memoryMb < 20_000; memoryMb += 173) {
        for (const [work, aside] of [
          [whole, 560],
          [clean, 220],
          [enrich, 220],
        ] as const) {
          const plan = planThreads(limited(cores, memoryMb), work, {});
          expect(aside + plan.threads * plan.threadMb).toBeLessThanOrEqual(memoryMb * 0.9);
          expect(plan.heap.oldMb + plan.heap.youngMb).toBeLessThan(plan.threadMb);
        }
      }
    }
  });
  it('fits the limits of the compose file on a host of sixteen cores', () => {
    expect(planThreads(limited(16, 768), clean, {})).toMatchObject({ cleanThreads: 3, warnings: [] });
    expect(planThreads(limited(16, 512), enrich, {})).toMatchObject({ enrichThreads: 1, warnings: [] });
    expect(planThreads(limited(16, 1_024), whole, {})).toMatchObject({
      threads: 2,
      warnings: [],
    });
  });
  it('sets the table of many languages aside where it is read', () => {
    const without = planThreads(limited(16, 1_024), whole, {});
    const plan = planThreads(limited(16, 1_024), { ...whole, hasVectors: true }, {});
    expect(plan.threads * plan.threadMb).toBeLessThanOrEqual(without.threads * without.threadMb - 24);
  });
  it('keeps to what is set, and says when it does not fit', () => {
    const plan = planThreads(limited(16, 768), clean, { cleanWorkers: 15 });
    expect(plan).toMatchObject({ cleanThreads: 15, heap: { oldMb: 108 } });
    expect(plan.warnings).toEqual([
      'NEWSMILL_CLEAN_WORKERS=15: 15 threads need about 2745 MB with all the rest, this process has 768 MB; set fewer, or give it more memory',
    ]);
    expect(planThreads(limited(2, 400), whole, {}).warnings).toEqual([
      '1 thread needs about 834 MB with all the rest, this process has 400 MB; give it more memory, it may be ended under load',
    ]);
    expect(planThreads(limited(2, 8_000), whole, { bytesInFlight: 5 }).bytesInFlight).toBe(5);
  });
  it('takes half of a machine that gives no limit, and says what it took', () => {
    const plan = planThreads({ cores: 4, memoryBytes: 8_192 * mebi, isLimited: false }, whole, {});
    expect(describePlan(plan)).toBe(
      '4 cores, 4096 MB (half of the machine); threads: 3 of 330 MB to clean (3 at a time) and enrich (3 at a time)',
    );
    expect(describePlan(planThreads(limited(1, 768), { ...clean, cleans: false }, {}))).toBe(
      '1 core, 768 MB (limit of the control group)',
    );
  });
  it('lets less be in flight where there is less memory', () => {
    expect(
      [256, 512, 768, 1_024, 8_192].map(
        (memoryMb) => planThreads(limited(2, memoryMb), whole, {}).bytesInFlight,
      ),
    ).toEqual([2_097_152, 4_194_304, 6_291_456, 8_000_000, 8_000_000]);
  });
});
