import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPorts, type OpenPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { RoomWatch } from './watch-room.ts';

const now = 1_800_000_000_000;
const hour = 3_600_000;

describe('RoomWatch', () => {
  let folder: string;
  let ports: OpenPorts;
  let bytes: number;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-room-'));
    ports = await openPorts(readSettings({ NEWSMILL_DATA: folder }));
    bytes = 0;
  });
  afterEach(async () => {
    await ports.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const grown = () => ({
    state: {
      usage: async () => ({ bytes, limit: 1_000 }),
      read: ports.state.read.bind(ports.state),
      write: ports.state.write.bind(ports.state),
    },
  });

  it('tells how full the disk of the folder is; a state in a file is on it', async () => {
    const [room, ...others] = await new RoomWatch(folder, 'here').look(ports, now);
    expect(others).toEqual([]);
    expect(room?.of).toBe('data');
    expect(room?.bytes).toBeGreaterThan(0);
    expect(room?.limit).toBeGreaterThan(room?.bytes ?? 0);
  });

  it('tells the days left, also after a restart', async () => {
    const gone = join(folder, 'none');
    for (let days = 0; days <= 4; days += 0.25) {
      bytes = Math.round(days * 100);
      await new RoomWatch(gone, 'here').look(grown(), now + days * 24 * hour);
    }
    const seen = await new RoomWatch(gone, 'here').look(grown(), now + 4 * 24 * hour + hour);
    expect(seen).toEqual([{ of: 'state', bytes: 400, limit: 1_000, daysLeft: 6 }]);
  });
});
