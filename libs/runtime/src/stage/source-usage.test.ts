import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { readUse, useKeys } from '@newsmill/contracts';
import { SourceUsage } from './source-usage.ts';
import { openTestPorts } from '../testing/open-test-ports.ts';

let ports: Awaited<ReturnType<typeof openTestPorts>>;
let now: number;
const open: SourceUsage[] = [];

beforeEach(async () => {
  ports = await openTestPorts();
  now = Date.parse('2026-11-29T23:00:00Z');
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((usage) => usage.close()));
  await ports.close();
});

/** The count of one process. */
function process(state: ConstructorParameters<typeof SourceUsage>[0]['state'] = ports.state): SourceUsage {
  const usage = new SourceUsage({ state, now: () => now });
  open.push(usage);
  return usage;
}
async function kept(sourceId: string, day = '2026-11-29') {
  return readUse(await ports.state.read(useKeys(sourceId, day), now), sourceId, day);
}

describe('what sources use a day', () => {
  it('is known to the process that counts at once, and to all when it was told', async () => {
    const [one, other] = [process(), process()];
    one.spent('paper', { pages: 1, bytes: 700 });
    one.spent('paper', { pages: 1, bytes: 300, cpuMs: 12.4 });
    one.spent('herald', { pages: 1 });
    expect(await one.today('paper')).toEqual({ bytes: 1_000, pages: 2, cpuMs: 12.4 });
    expect(await other.today('paper')).toEqual({ bytes: 0, pages: 0, cpuMs: 0 });
    await one.close();
    other.spent('paper', { pages: 5 });
    now += 2_000;
    expect(await other.today('paper')).toEqual({ bytes: 1_000, pages: 7, cpuMs: 12 });
    expect(await kept('herald')).toMatchObject({ pages: 1 });
  });
  it('is told by itself, and is there for the next process', async () => {
    process().spent('paper', { cpuMs: 1_500 });
    for (let look = 0; look < 500 && (await kept('paper')).cpuMs === 0; look += 1) await sleep(20);
    expect(await process().today('paper')).toEqual({ bytes: 0, pages: 0, cpuMs: 1_500 });
  });
  it('adds parts of a millisecond up', async () => {
    const usage = process();
    for (let page = 0; page < 10; page += 1) usage.spent('paper', { cpuMs: 0.25 });
    await usage.close();
    expect(await kept('paper')).toMatchObject({ cpuMs: 2 });
    expect(await usage.today('paper')).toMatchObject({ cpuMs: 2.5 });
    usage.spent('paper', { cpuMs: 0.5 });
    await usage.close();
    expect(await kept('paper')).toMatchObject({ cpuMs: 3 });
  });
  it('begins anew with the day, and the day before is forgotten', async () => {
    const usage = process();
    usage.spent('paper', { pages: 4 });
    now = Date.parse('2026-11-30T00:00:00Z');
    usage.spent('paper', { pages: 3 });
    expect(await usage.today('paper')).toMatchObject({ pages: 3 });
    await usage.close();
    expect([await kept('paper'), await kept('paper', '2026-11-30')]).toMatchObject([
      { pages: 4 },
      { pages: 3 },
    ]);
    now += 3_600_000;
    expect(await kept('paper')).toMatchObject({ pages: 0 });
  });
  it('is not lost while the state is away', async () => {
    let isAway = true;
    const usage = process({
      read: (...asked) => ports.state.read(...asked),
      addTo: (...told) => (isAway ? Promise.reject(new Error('away')) : ports.state.addTo(...told)),
    });
    usage.spent('paper', { bytes: 20_000_000_000 });
    await usage.close();
    expect(await usage.today('paper')).toMatchObject({ bytes: 20_000_000_000 });
    isAway = false;
    usage.spent('paper', { bytes: 1 });
    await usage.close();
    expect(await kept('paper')).toMatchObject({ bytes: 20_000_000_001 });
  });
});
