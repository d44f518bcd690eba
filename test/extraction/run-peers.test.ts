import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Pack } from '../../bench/extraction/pack.ts';
import { readInPieces, readRun } from '../../bench/extraction/run-peers.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsmill-peers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A runner as those of the pack are: a line for each page, but it hangs at `hangs` and dies at `dies`. */
const runner = `
import { appendFileSync, readFileSync } from 'node:fs';
const [, , , out, , ids] = process.argv;
for (const id of readFileSync(ids, 'utf8').split('\\n')) {
  if (id === 'dies') { appendFileSync(out, '{"id":"dies","te'); throw new Error('stack overflow'); }
  if (id === 'hangs') for (;;);
  appendFileSync(out, JSON.stringify({ id, text: 'read' }) + '\\n');
}
`;

describe('the runner of peers', () => {
  it('reads every page but those at which a process hangs or dies, and names these', async () => {
    const script = join(folder, 'runner.mjs');
    writeFileSync(script, runner);
    const ids = ['a', 'b', 'dies', 'c', 'd', 'e', 'hangs', 'f', 'g'];
    const pages = ids.map((id) => ({ id, set: 'aeb', url: '', html: '', bytes: 0 }));
    const pack: Pack = { folder, pages, gold: [], hash: '' };
    const file = join(folder, 'run.jsonl');
    await readInPieces({
      runner: { command: [process.execPath, script], env: {} },
      pack,
      file,
      limits: { pages: 4, firstPage: 3_000, furtherPage: 10 },
    });
    const run = readRun(file);
    expect([...run.keys()]).toEqual(ids);
    expect(run.get('dies')).toEqual({
      id: 'dies',
      stopped: 'died',
      error: expect.stringMatching(/^ended with 1/),
    });
    expect(run.get('hangs')).toEqual({ id: 'hangs', stopped: 'hung', error: 'not done after 3 s' });
    expect([...run.values()].filter((line) => line.text === 'read')).toHaveLength(7);
  });
});
