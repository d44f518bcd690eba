import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { brakesOf, liftBrakes } from './brake-view.ts';
import { createSourceBrake, type Leave, type SourceBrake } from './source-brake.ts';
import { openTestPorts } from '../testing/open-test-ports.ts';

let ports: Awaited<ReturnType<typeof openTestPorts>>;
let now: number;
const waits = [30_000, 300_000, 3_600_000];

beforeEach(async () => {
  ports = await openTestPorts();
  now = Date.UTC(2026, 10, 1);
});
afterEach(() => ports.close());

const open = () =>
  createSourceBrake({ stage: 'clean', costlyMs: 1_000, waits }, { ...ports, now: () => now });
const stands = () => brakesOf(ports.state, ['paper'], now).then((brakes) => brakes.get('paper')?.until);
function leave(brake: SourceBrake): Leave {
  const entered = brake.enter('paper');
  if ('until' in entered) throw new Error('the source is braked');
  return entered;
}
async function pages(brake: SourceBrake, ...costs: readonly number[]): Promise<void> {
  for (const cpuMs of costs) await leave(brake).settle({ cpuMs });
}

describe('the brake of a source', () => {
  it('comes after three expensive pages among the last eight, and not for one bad page among good ones', async () => {
    const brake = open();
    await pages(
      brake,
      10,
      2_000,
      10,
      10,
      2_000,
      10,
      10,
      10,
      10,
      10,
      2_000,
      10,
      10,
      10,
      10,
      10,
      10,
      10,
      2_000,
    );
    expect(await stands()).toBeUndefined();
    await pages(brake, 2_000, 2_000);
    expect(await stands()).toBe(now + 30_000);
    expect(brake.enter('paper')).toEqual({ until: now + 30_000 });
    expect(brake.heldUntil('other')).toBeUndefined();
  });
  it('lets one page try when its time is over; the others wait for what becomes of it', async () => {
    const brake = open();
    await pages(brake, 2_000, 2_000, 2_000);
    now += 30_001;
    const trial = leave(brake);
    expect(brake.heldUntil('paper')).toBeGreaterThan(now);
    await trial.settle({ cpuMs: 2_000 });
    expect(await stands()).toBe(now + 300_000);
    now += 300_001;
    await leave(brake).settle({ cpuMs: 1_500 });
    expect(await stands()).toBe(now + 3_600_000);
    // Then twice as long each time, up to a day.
    for (const hours of [2, 4, 8, 16, 24, 24]) {
      now += 24 * 3_600_000 + 1;
      await leave(brake).settle({ cpuMs: 1_500 });
      expect(await stands()).toBe(now + hours * 3_600_000);
    }
  });
  it('is lifted by hand: the source begins anew, whatever its pages cost before', async () => {
    const brake = open();
    await pages(brake, 2_000, 2_000, 2_000);
    expect(await liftBrakes(ports.state, 'paper', now)).toMatchObject({ strikes: 1, stages: ['clean'] });
    now += 2_001;
    await brake.refresh(['paper']);
    await pages(brake, 2_000, 2_000);
    expect(await stands()).toBeUndefined();
    expect(await liftBrakes(ports.state, 'paper', now)).toBeUndefined();
  });
  it('is released by a trial that costs little, and by none that did not come to its end', async () => {
    const brake = open();
    await pages(brake, 2_000, 2_000, 2_000);
    now += 30_001;
    await leave(brake).settle();
    expect(brake.heldUntil('paper')).toBeUndefined();
    await leave(brake).settle({ cpuMs: 10 });
    expect(await stands()).toBeUndefined();
    await pages(brake, 2_000, 2_000);
    expect(await stands()).toBeUndefined();
  });
  it('is not released by what was under way when it came', async () => {
    const brake = open();
    const before = leave(brake);
    await pages(brake, 2_000, 2_000, 2_000);
    await before.settle({ cpuMs: 1 });
    expect(await stands()).toBe(now + 30_000);
  });
  it('is known to other processes', async () => {
    const [here, there] = [open(), open()];
    await there.refresh(['paper']);
    await pages(here, 2_000, 2_000, 2_000);
    expect(there.heldUntil('paper')).toBeUndefined();
    now += 2_000;
    await there.refresh(['paper']);
    expect(there.heldUntil('paper')).toBe(now + 28_000);
    now += 28_000;
    await leave(here).settle({ cpuMs: 1 });
    now += 2_000;
    await there.refresh(['paper']);
    expect(there.heldUntil('paper')).toBeUndefined();
  });
});
