import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('a run of the tests on a machine that is too slow', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-long-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('leaves out long suites that begin too late, by name, and no others', () => {
    const summary = join(folder, 'summary.json');
    const { status } = spawnSync(
      process.execPath,
      [
        '--experimental-vm-modules',
        join(root, 'node_modules/jest/bin/jest.js'),
        '--runInBand',
        'test/servers/backup.e2e',
        'libs/text/src/ascii-digits',
        `--reporters=${join(root, 'tools/jest-reporter.mjs')}`,
      ],
      {
        cwd: root,
        env: { ...process.env, TEST_LONG_UNTIL: String(Date.now() - 1), TEST_SUMMARY: summary },
      },
    );
    expect(status).toBe(0);
    const { passed, failed, skipped } = JSON.parse(readFileSync(summary, 'utf8'));
    expect([passed > 0, failed]).toEqual([true, 0]);
    expect(skipped).toEqual([
      { name: 'test/servers/backup.e2e.test.ts', reason: expect.stringContaining('too slow') },
    ]);
  });
});
