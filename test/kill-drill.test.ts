import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killDrill } from './kill-drill.ts';
import { unharmed } from './newsweb/judge.ts';

describe('kill drill', () => {
  it('loses and doubles nothing over five kills in 300 articles, and the newest version wins', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'newsmill-kill-'));
    const verdict = await killDrill({
      articles: 300,
      kills: 5,
      seed: 4,
      folder,
      between: [150, 2_500],
      limitMs: 180_000,
    });
    expect(verdict).toMatchObject({ ...unharmed, problems: [], exitCode: 0 });
    rmSync(folder, { recursive: true, force: true });
  }, 300_000);
});
