import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadSettings } from './bad-settings.ts';
import { readSettings } from './read-settings.ts';
import { withSecrets } from './secret-files.ts';
import { settings } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsmill-secrets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof BadSettings) return error.problems;
    throw error;
  }
}

describe('secrets in files', () => {
  it('are read for every secret, and for no other setting', () => {
    for (const [name, { env, secret }] of Object.entries(settings)) {
      const said = problemsOf(() => readSettings({ [`${env}_FILE`]: join(folder, 'none') })).join('\n');
      expect({ name, said }).toEqual({
        name,
        said: expect.stringContaining(secret ? 'there is no such file' : `${env}_FILE is no setting`),
      });
    }
  });
  it('lose the line break at their end, and nothing else', () => {
    const read = (text: string, name: string) =>
      readSettings({ NEWSMILL_ADMIN_KEY_FILE: fileOf(name, text) }).adminKey;
    expect(read('sixteen letters!\n', 'a')).toBe('sixteen letters!');
    expect(read('sixteen letters!\r\n', 'b')).toBe('sixteen letters!');
    expect(read(' sixteen letters! \n\n', 'c')).toBe(' sixteen letters! \n');
  });
  it('are read once', () => {
    const path = fileOf('once', 'the first of all keys');
    expect(readSettings({ NEWSMILL_ADMIN_KEY_FILE: path }).adminKey).toBe('the first of all keys');
    rmSync(path);
    expect(readSettings({ NEWSMILL_ADMIN_KEY_FILE: path }).adminKey).toBe('the first of all keys');
  });
  it('are refused beside the secret itself, both named and no value shown', () => {
    const said = problemsOf(() =>
      readSettings({
        NEWSMILL_ADMIN_KEY: 'hidden-hidden-hidden',
        NEWSMILL_ADMIN_KEY_FILE: fileOf('both', 'hidden-hidden-other'),
      }),
    );
    expect(said).toEqual(['NEWSMILL_ADMIN_KEY and NEWSMILL_ADMIN_KEY_FILE are both set; set one of them']);
  });
  it('say what keeps them from being read, together with all other mistakes', () => {
    const path = join(folder, 'none');
    expect(
      problemsOf(() =>
        readSettings({
          NEWSMILL_ADMIN_KEY_FILE: path,
          NEWSMILL_METRICS_TOKEN_FILE: folder,
          NEWSMILL_LLM_KEY_FILE: fileOf('empty', '\n'),
          NEWSMILL_PORT: 'eighty',
        }),
      ).map((problem) => problem.replace(/ \(.*/, '')),
    ).toEqual([
      `NEWSMILL_ADMIN_KEY_FILE=${path}: there is no such file; mount it, or correct the path`,
      `NEWSMILL_METRICS_TOKEN_FILE=${folder}: it is a folder; name the file in it`,
      `NEWSMILL_LLM_KEY_FILE=${join(folder, 'empty')}: the file is empty; write the secret into it`,
      'NEWSMILL_PORT="eighty": a whole number',
    ]);
  });
  it('are refused where they never end', () => {
    expect(problemsOf(() => readSettings({ NEWSMILL_ADMIN_KEY_FILE: '/dev/zero' }))).toEqual([
      expect.stringContaining('/dev/zero: it is longer than'),
    ]);
  });
  it('show no value when they are not right', () => {
    const said = problemsOf(() =>
      readSettings({ NEWSMILL_ADMIN_KEY_FILE: fileOf('short', 'tooshort') }),
    ).join('\n');
    expect(said).toMatch(/NEWSMILL_ADMIN_KEY=….*at least 16 characters/);
    expect(said).not.toMatch(/tooshort/);
  });
  it('are there for source files too', () => {
    const environment = {
      NEWSMILL_SECRET_WIRE_FILE: fileOf('wire', 'let me in\n'),
      NEWSMILL_SECRET_FILE: 'plain',
      NEWSMILL_ADMIN_KEY_FILE: '',
    };
    expect(withSecrets(environment)).toEqual({
      NEWSMILL_SECRET_WIRE: 'let me in',
      NEWSMILL_SECRET_FILE: 'plain',
      NEWSMILL_ADMIN_KEY_FILE: '',
    });
    expect(readSettings(environment).adminKey).toBeUndefined();
    expect(problemsOf(() => withSecrets({ NEWSMILL_SECRET_X_FILE: join(folder, 'none') }))).toHaveLength(1);
  });
});
