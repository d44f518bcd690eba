import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settings } from './settings.ts';
import { tellSettings } from './tell-settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsmill-told-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function told(environment: Record<string, string>, options: Record<string, string | undefined> = {}) {
  const { settings: all } = tellSettings(environment, options);
  return (name: string) => all.find((setting) => setting.name === name);
}

describe('the settings as people read them', () => {
  it('are all of the table, in its order, each with its meaning', () => {
    const { settings: all, problems } = tellSettings({});
    expect(all.map(({ name }) => name)).toEqual(Object.values(settings).map(({ env }) => env));
    expect(all.every(({ meaning, group }) => meaning !== '' && group !== '')).toBe(true);
    expect(problems).toEqual([]);
  });
  it('name what sets them: an option before the environment, that before the default', () => {
    const of = told({ NEWSMILL_PORT: '9000', NEWSMILL_HOST: '0.0.0.0' }, { NEWSMILL_PORT: '9001' });
    expect(of('NEWSMILL_PORT')).toMatchObject({ value: '9001', origin: 'option', default: '8080' });
    expect(of('NEWSMILL_HOST')).toMatchObject({ value: '0.0.0.0', origin: 'environment' });
    expect(of('NEWSMILL_DATA')).toMatchObject({ value: './data', origin: 'default', default: './data' });
    const unset = of('NEWSMILL_SOURCES');
    expect(unset).toMatchObject({ origin: 'unset' });
    expect(unset).not.toHaveProperty('value');
  });
  it('take an option that was not given, or an empty variable, for nothing', () => {
    const of = told({ NEWSMILL_PORT: '', NEWSMILL_HOST: '10.0.0.1' }, { NEWSMILL_HOST: undefined });
    expect(of('NEWSMILL_PORT')).toMatchObject({ value: '8080', origin: 'default' });
    expect(of('NEWSMILL_HOST')).toMatchObject({ value: '10.0.0.1', origin: 'environment' });
  });
  it('hold no secret, wherever it lies', () => {
    const path = join(folder, 'smtp');
    writeFileSync(path, 'a secret of a file\n');
    const environment = {
      NEWSMILL_ADMIN_KEY: 'a-secret-of-the-environment',
      NEWSMILL_SMTP_PASSWORD_FILE: path,
      NEWSMILL_SECRET_COURIER: 'a secret of a source',
      NEWSMILL_ELASTICSEARCH_URL: 'http://one:9200,https://writer:s%C3%A4cret@two:9200',
      NEWSMILL_REDIS_URL: 'redis://user:secret@cache:6379',
    };
    expect(JSON.stringify(tellSettings(environment))).not.toMatch(/secret of|secret-of|s%C3|:secret/);
    const of = told(environment);
    expect(of('NEWSMILL_ADMIN_KEY')).toMatchObject({ isSecret: true, origin: 'environment' });
    expect(of('NEWSMILL_SMTP_PASSWORD')).toMatchObject({ isSecret: true, origin: 'file', path });
    expect(of('NEWSMILL_SECRET_COURIER')).toMatchObject({ isSecret: true, group: 'Secrets of sources' });
    expect(of('NEWSMILL_ELASTICSEARCH_URL')).toMatchObject({
      value: 'http://one:9200,https://writer:***@two:9200/',
    });
  });
  it('tell mistakes without throwing, and without the password of an address that cannot be read', () => {
    const environment = {
      NEWSMILL_PORT: 'eighty',
      NEWSMILL_PROT: '80',
      NEWSMILL_S3_ENDPOINT: 'https://user:pass word@[broken',
      NEWSMILL_ADMIN_KEY_FILE: join(folder, 'none'),
    };
    const { problems } = tellSettings(environment);
    const of = told(environment);
    expect(of('NEWSMILL_PORT')).toMatchObject({
      value: 'eighty',
      problem: expect.stringContaining('number'),
    });
    expect(of('NEWSMILL_S3_ENDPOINT')).toMatchObject({ value: '***@[broken', problem: expect.any(String) });
    expect(problems).toEqual([
      expect.stringContaining('did you mean NEWSMILL_PORT?'),
      expect.stringContaining('there is no such file'),
    ]);
  });
  it('say which ones hold for stored articles only after a reindex', () => {
    const of = told({});
    expect(of('NEWSMILL_ELASTICSEARCH_CODEC')).toMatchObject({ effect: 'restart-and-reindex' });
    expect(of('NEWSMILL_PORT')).toMatchObject({ effect: 'restart' });
  });
});
