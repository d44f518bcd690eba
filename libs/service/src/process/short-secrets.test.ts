import { describe, expect, it } from '@jest/globals';
import { readSettings } from '@newsmill/settings';
import { shortSecrets } from './short-secrets.ts';

const short = 'sesame-open-1234';
const told = (environment: Record<string, string>, key?: { readonly key: string; readonly path: string }) =>
  shortSecrets(readSettings({ NEWSMILL_DATA: '/nowhere', ...environment }), key).map(
    ({ setting, characters }) => `${setting} ${characters}`,
  );

describe('keys that are short enough to be guessed', () => {
  it.each([
    ['at an address that others reach', { NEWSMILL_HOST: '0.0.0.0' }],
    ['by another name', { NEWSMILL_ALLOWED_HOSTS: 'mill.example' }],
    ['behind a proxy', { NEWSMILL_TRUSTED_PROXIES: '127.0.0.1' }],
    [
      'where the port of the metrics alone is reached',
      { NEWSMILL_METRICS_PORT: '9100', NEWSMILL_METRICS_HOST: '0.0.0.0' },
    ],
  ])('are told %s', (_name, where) => {
    expect(told({ ...where, NEWSMILL_ADMIN_KEY: short, NEWSMILL_METRICS_TOKEN: `${short}-too` })).toEqual([
      'NEWSMILL_ADMIN_KEY 16',
      'NEWSMILL_METRICS_TOKEN 20',
    ]);
    expect(told(where, { key: short, path: '/srv/admin.key' })).toEqual(['/srv/admin.key 16']);
    // One that a mill makes is not.
    expect(told({ ...where, NEWSMILL_ADMIN_KEY: 'k'.repeat(32) })).toEqual([]);
    expect(told(where)).toEqual([]);
  });
  it('are nobody else’s business on a machine of its own', () => {
    expect(told({ NEWSMILL_ADMIN_KEY: short, NEWSMILL_METRICS_TOKEN: short })).toEqual([]);
  });
  it('come with the reason, and without the key', () => {
    const [line] = shortSecrets(readSettings({ NEWSMILL_HOST: '::', NEWSMILL_ADMIN_KEY: short }));
    expect(line?.reason).toContain('NEWSMILL_TRUSTED_PROXIES');
    expect(JSON.stringify(line)).not.toContain(short);
  });
});
