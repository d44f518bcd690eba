import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ledger, ledgerGroup, writeMessage, type LedgerEvent } from '@newsmill/contracts';
import { openPorts, type OpenPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { auditItems } from './audit-items.ts';

const now = 1_800_000_000_000;
const long = now - 3_600_000;
const dead: LedgerEvent = {
  item: 'buried0000000001',
  url: 'https://a.example/1',
  sourceId: 's',
  stage: 'clean',
  version: 7,
  attempt: 2,
  fate: 'dead',
  reason: 'tries-exhausted',
  firstSeen: long,
  at: long,
};
const replayed: LedgerEvent = { ...dead, fate: 'replayed', attempt: 3, reason: undefined, at: now };

describe('auditItems', () => {
  let folder: string;
  let ports: OpenPorts;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-audit-'));
    ports = await openPorts(readSettings({ NEWSMILL_DATA: folder }));
    await ports.state.recordEvents([dead]);
  });
  afterEach(async () => {
    await ports.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const kinds = async (): Promise<string[]> =>
    (await auditItems(ports, now)).unbalanced.map(({ kind }) => kind);
  const publishReplay = () =>
    ports.bus.publish([
      {
        topic: ledger.name,
        ...writeMessage(ledger, replayed, { key: `${dead.item}/clean`, source: 'clean', time: now }),
      },
    ]);

  it('tells of what is dead and has no letter', async () => {
    expect(await kinds()).toEqual(['unburied']);
  });

  it('does not tell of a letter that was sent again before the ledger heard of it', async () => {
    await publishReplay();
    expect(await kinds()).toEqual([]);
  });

  it('waits a moment for a ledger that is behind', async () => {
    await ports.state.recordEvents([{ ...dead, item: 'buried0000000002' }]);
    await publishReplay();
    const found = kinds();
    const reader = await ports.bus.consume({
      group: ledgerGroup,
      topics: [ledger.name],
      maxBytesInFlight: 1_000_000,
    });
    const told = await reader.poll(10, 5_000);
    await ports.state.recordEvents([replayed]);
    await reader.acknowledge(told);
    await reader.close();
    expect(await found).toEqual(['unburied']);
  });
});
