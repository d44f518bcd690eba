import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../processes/run-command.ts';
import { startMill, type MillProcess } from '../processes/start-mill.ts';
import { untilWithin } from '../processes/until.ts';

describe('the admin key of a mill that runs', () => {
  const data = mkdtempSync(join(tmpdir(), 'newsmill-admin-key-'));
  let mill: MillProcess;
  beforeAll(async () => {
    mill = await startMill({ data, settings: { NEWSMILL_DEMO: 'no' } });
  });
  afterAll(async () => {
    await mill?.kill();
    rmSync(data, { recursive: true, force: true });
  });
  const kept = () => readFileSync(join(data, 'admin.key'), 'utf8').trim();
  const statusWith = async (key: string) =>
    (await fetch(`${mill.address}/api/v1/keys`, { headers: { authorization: `Bearer ${key}` } })).status;

  it('is renewed by the command, without a restart; the one before opens nothing then', async () => {
    const before = kept();
    expect(await statusWith(before)).toBe(200);
    const { code, stdout } = await runCommand(['keys', 'rotate', 'admin', '--data', data]);
    const after = stdout.trim();
    expect([code, after]).toEqual([0, kept()]);
    expect(after).not.toBe(before);
    expect(statSync(join(data, 'admin.key')).mode & 0o777).toBe(0o600);
    await untilWithin(60_000, 200)('the new key', async () => (await statusWith(after)) === 200);
    expect(await statusWith(before)).toBe(401);
    const { stdout: changes } = await runCommand(['changes', '--limit', '1', '--json', '--data', data]);
    expect(changes).toMatch(/"key-rotated".*"admin"/);
    expect(changes).not.toContain(after);
  });
  it('has no overlap, and is none of the settings', async () => {
    const overlap = await runCommand(['keys', 'rotate', 'admin', '--overlap', '1d', '--data', data]);
    expect(overlap).toMatchObject({ code: 2, stderr: expect.stringContaining('has no overlap') });
    const set = await runCommand(['keys', 'rotate', 'admin', '--data', data], {
      NEWSMILL_ADMIN_KEY: 'a-key-that-was-set-by-hand',
    });
    expect(set).toMatchObject({ code: 1, stderr: expect.stringContaining('NEWSMILL_ADMIN_KEY') });
  });
});
