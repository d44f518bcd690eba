import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openTelling } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { untilWithin } from '../processes/until.ts';
import { adminKey, renewAdminKey } from '../../libs/service/src/process/admin-key.ts';
import { startMill } from '../../services/mill/src/start-mill.ts';

const until = untilWithin(30_000);
const dayMs = 24 * 3_600_000;
let data = '';
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'newsmill-admin-key-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

describe('the admin key', () => {
  it('is another one as soon as its file says so, and stays where the file cannot be used', () => {
    const file = join(data, 'key');
    writeFileSync(file, 'the-first-key-of-all\n');
    const environment = { NEWSMILL_ADMIN_KEY_FILE: file, NEWSMILL_DATA: data };
    const key = adminKey(readSettings(environment), environment);
    expect([key.look(), key.key]).toEqual([undefined, 'the-first-key-of-all']);
    writeFileSync(file, 'short');
    expect(key.look()?.problem).toContain('16 characters or more');
    expect([key.look(), key.key]).toEqual([undefined, 'the-first-key-of-all']);
    rmSync(file);
    expect(key.look()?.problem).toContain('there is no such file');
    writeFileSync(file, 'the-second-key-of-all\n');
    expect([key.look(), key.key, key.look()]).toEqual([{}, 'the-second-key-of-all', undefined]);
  });
  it('of the environment holds to the end of the process, and has no age', () => {
    const environment = { NEWSMILL_ADMIN_KEY: 'the-key-of-the-environment', NEWSMILL_DATA: data };
    const key = adminKey(readSettings(environment), environment);
    expect([key.look(), key.writtenAt()]).toEqual([undefined, undefined]);
    expect(renewAdminKey(data)).toBeUndefined();
  });
  it('is renewed in a mill that runs, which also tells that it is old', async () => {
    const settings = readSettings({
      NEWSMILL_DATA: data,
      NEWSMILL_PORT: '0',
      NEWSMILL_DEMO: 'no',
      NEWSMILL_LOG_LEVEL: 'info',
    });
    const first = adminKey(settings, {}).key;
    const file = join(data, 'admin.key');
    const old = (Date.now() - 400 * dayMs) / 1_000;
    utimesSync(file, old, old);
    const notes: string[] = [];
    const telling = openTelling({ settings, service: 'mill' });
    const hidden: string[] = [];
    const mill = await startMill({
      settings,
      telling: {
        ...telling,
        note: (name) => void notes.push(name),
        hide: (secrets) => void hidden.push(...secrets),
      },
    });
    try {
      const statusOf = async (key: string) =>
        (await fetch(`${mill.address}/api/v1/keys`, { headers: { authorization: `Bearer ${key}` } })).status;
      await until('the note of its age', () => notes.includes('key.old'));
      expect(await statusOf(first)).toBe(200);
      const second = renewAdminKey(data) ?? '';
      expect(readFileSync(file, 'utf8')).toBe(`${second}\n`);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      await until('the new key opens', async () => (await statusOf(second)) === 200);
      expect(await statusOf(first)).toBe(401);
      await until('the note of its renewal', () => notes.includes('credentials.renewed'));
      expect([hidden, notes.filter((name) => name === 'key.old').length]).toEqual([[second], 1]);
    } finally {
      await mill.stop('test');
    }
  }, 60_000);
});
