import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSqliteBus, type Bus } from '@newsmill/bus';
import { allTopics, ledger, ledgerGroup } from '@newsmill/contracts';
import { openSqliteFile } from '@newsmill/store';
import { hasHeard } from './has-heard.ts';

describe('hasHeard', () => {
  let folder: string;
  let db: ReturnType<typeof openSqliteFile>;
  let bus: Bus;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-heard-'));
    db = openSqliteFile(join(folder, 'mill.db'));
    bus = await openSqliteBus({ db });
    await bus.createTopics(allTopics());
  });
  afterEach(async () => {
    await bus.close();
    await db.close();
    rmSync(folder, { recursive: true });
  });
  const { signal } = new AbortController();
  const say = () =>
    bus.publish([{ topic: ledger.name, key: 'item', value: new Uint8Array([1]), headers: {} }]);

  it('says yes where nothing waits for the ledger', async () => {
    expect(await hasHeard({ bus, now: Date.now }, Date.now(), { patienceMs: 0, signal })).toBe(true);
  });

  it('says no while an older message waits, and yes for what is younger', async () => {
    const before = Date.now() - 1;
    await say();
    await sleep(5);
    expect(await hasHeard({ bus, now: Date.now }, Date.now(), { patienceMs: 0, signal })).toBe(false);
    expect(await hasHeard({ bus, now: Date.now }, before, { patienceMs: 0, signal })).toBe(true);
  });

  it('waits until the ledger has caught up', async () => {
    await say();
    await sleep(5);
    const heard = hasHeard({ bus, now: Date.now }, Date.now(), { patienceMs: 60_000, signal });
    const consumer = await bus.consume({ group: ledgerGroup, topics: [ledger.name], maxBytesInFlight: 1e6 });
    await consumer.acknowledge(await consumer.poll(10, 5_000));
    expect(await heard).toBe(true);
    await consumer.close();
  });

  it('waits no longer when the process ends', async () => {
    await say();
    await sleep(5);
    const halt = new AbortController();
    const heard = hasHeard({ bus, now: Date.now }, Date.now(), { patienceMs: 60_000, signal: halt.signal });
    halt.abort();
    await expect(heard).rejects.toThrow('aborted');
  });
});
