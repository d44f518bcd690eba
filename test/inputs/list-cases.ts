import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importGiven } from '@newsmill/operate';
import { openSourceFolder } from '@newsmill/source-files';
import { countingServer, must, withServer, type Doors } from './doors.ts';
import type { DrivenInput } from './input-case.ts';

const opml = (outlines: string): string => `<opml version="2.0"><body>${outlines}</body></opml>`;

/** What becomes of a list of sources that is imported; answers what was said of it, and the files written. */
async function imported(
  doors: Doors,
  list: string,
): Promise<{ readonly said: string; readonly files: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-lists-'));
  const { ports } = await doors.app();
  try {
    const said = await importGiven(
      { folder: openSourceFolder(folder), http: ports.http, thread: ports.thread, now: Date.now },
      { list, allowPrivate: [], dryRun: false },
    ).then(JSON.stringify, String);
    return { said, files: readdirSync(folder).filter((name) => name.endsWith('.yaml')).length };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Row 92 and the lists of row 25: sources that are imported. */
// biome-ignore format: a table, read by its rows
export const listCases: readonly DrivenInput[] = [
  { row: 25, door: 'API', input: 'private address in an outline of OPML', outcome: 'BLOCK', async drive(doors) { const inside = countingServer(); await withServer(inside.server, async (port) => { const { said, files } = await imported(doors, opml(`<outline text="x" xmlUrl="http://127.0.0.1:${port}/feed"/>`)); must(files === 0 && inside.hits() === 0 && /private|refused|global unicast/.test(said), said); }); } },
  { row: 92, door: 'API', input: 'OPML of 100,000 outlines', outcome: 'CAP', async drive(doors) { const { said, files } = await imported(doors, opml(Array.from({ length: 100_000 }, (_, i) => `<outline text="p${i}" xmlUrl="https://p${i}.example/feed"/>`).join(''))); must(files === 0 || files < 100_000, [files, said.slice(0, 500)]); } },
  { row: 92, door: 'API', input: 'OPML nested 10,000 deep', outcome: 'CAP', async drive(doors) { const { said, files } = await imported(doors, opml(`${'<outline text="x">'.repeat(10_000)}<outline text="y" xmlUrl="https://paper.example/feed"/>`)); must(files <= 1, said.slice(0, 500)); } },
  { row: 92, door: 'API', input: 'OPML with javascript: as address', outcome: 'REJECT', async drive(doors) { const { said, files } = await imported(doors, opml('<outline text="x" xmlUrl="javascript:alert(1)"/>')); must(files === 0, said); } },
];
