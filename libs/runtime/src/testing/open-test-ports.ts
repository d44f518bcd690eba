import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createNote } from '../log/create-note.ts';
import { openPorts, type OpenPorts } from '../process/open-ports.ts';
import { quietTelling } from './quiet-telling.ts';
import { readSettings } from '@newsmill/settings';
import type { StagePorts } from '../stage/stage-ports.ts';

/** The embedded ports in a folder of their own; `close` takes the folder away. */
export async function openTestPorts(): Promise<StagePorts & OpenPorts> {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-stage-'));
  const open = await openPorts(readSettings({ NEWSMILL_DATA: folder }));
  const telling = quietTelling();
  return {
    ...open,
    ...telling,
    note: createNote(pino({ level: 'silent' }), telling.metrics),
    now: Date.now,
    random: () => 0,
    retryLadder: [50, 100],
    bytesInFlight: 1_000_000,
    async close() {
      await open.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
