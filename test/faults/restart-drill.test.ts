import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restartDrill, type RestartVerdict } from './restart-drill.ts';
import { serverStartLimitMs, startServers } from '../servers/start-servers.ts';
import { settingsOf } from '../servers/settings-of-servers.ts';

describe('copies of a stage that are restarted one after the other', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-restarts-'));
  let verdict: RestartVerdict;
  beforeAll(async () => {
    verdict = await restartDrill({
      folder,
      servers: {
        ...settingsOf(await startServers(['kafka', 'redis', 'elasticsearch'])),
        NEWSMILL_NAMESPACE: `restarts-${randomBytes(4).toString('hex')}`,
      },
      stages: ['clean', 'index'],
      copies: 2,
      rate: 5,
      pauseMs: 2_000,
      limitMs: 480_000,
    });
  }, serverStartLimitMs + 960_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('lose nothing', () => {
    expect(verdict.stages.map(({ stage, lost }) => ({ stage, lost }))).toEqual([
      { stage: 'clean', lost: 0 },
      { stage: 'enrich', lost: 0 },
      { stage: 'index', lost: 0 },
    ]);
  });
  it('leave a library in which the oracle finds no harm', () => {
    expect(verdict.harms).toEqual([]);
  });
  it('do next to nothing twice', () => {
    for (const { stage, again } of verdict.stages)
      expect([stage, again <= 0.02 ? 'at most 2 %' : again]).toEqual([stage, 'at most 2 %']);
  });
  it('end with exit code 0, and do not hang', () => {
    expect(verdict.stops.map(({ stage, code }) => [stage, code])).toEqual([
      ['clean', 0],
      ['clean', 0],
      ['index', 0],
      ['index', 0],
    ]);
    // A guard for a crowded machine: `npm run bench -- restarts` has the figures.
    expect(Math.max(...verdict.stops.map(({ ms }) => ms))).toBeLessThan(30_000);
  });
});
