import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addKey, revokeKey } from '@newsmill/operate';
import { heardTelling } from '../../../../libs/runtime/src/testing/heard-telling.ts';
import { openSeededApp, seededKey, type SeededApp } from '../testing/seeded-app.ts';

const { note, lines } = heardTelling();
const began = Date.now();
let now = began;
let app: SeededApp;
let seen = 0;
const heard = () =>
  lines
    .slice(seen)
    .map((line): Record<string, unknown> => JSON.parse(line))
    .map(({ msg, client, by, reason, more, address }) =>
      msg === 'access.refused' ? { client, by, reason, more } : { msg, address },
    );
beforeAll(async () => {
  app = await openSeededApp({ note, now: () => now, settings: { trustedProxies: ['127.0.0.1'] } });
});
beforeEach(() => {
  now += 120_000;
  seen = lines.length;
});
afterAll(() => app.close());

/** Asks as a visitor of the proxy. */
async function ask(client: string, headers: Record<string, string>, path = '/api/v1/sources') {
  const answer = await fetch(app.address + path, { headers: { 'x-forwarded-for': client, ...headers } });
  await answer.arrayBuffer();
  return answer.status;
}
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const unknown = 'the key is unknown, has expired or was revoked';

describe('the log', () => {
  it('has wrong keys with the address of the client, and neither right nor missing ones', async () => {
    const { apiKey, key } = await addKey(app.ports.registry, { name: 'old job', scope: 'read' }, now);
    expect(await ask('192.0.2.1', bearer(key))).toBe(200);
    expect(await ask('192.0.2.1', {})).toBe(401);
    expect(heard()).toEqual([]);
    await revokeKey(app.ports.registry, apiKey.id);
    const basic = { authorization: `Basic ${Buffer.from('ada:guessed-password').toString('base64')}` };
    expect(await ask('192.0.2.1', bearer(key))).toBe(401);
    expect(await ask('192.0.2.2', basic)).toBe(401);
    expect(heard()).toEqual([
      { client: '192.0.2.1', by: 'key', reason: unknown, more: 0 },
      { client: '192.0.2.2', by: 'key', reason: unknown, more: 0 },
    ]);
    expect(lines.join('\n')).not.toContain(key);
    expect(lines.join('\n')).not.toContain('guessed-password');
  });
  it('has one line of many tries, and says how many there were and that they are slowed', async () => {
    for (let turn = 0; turn < 15; turn += 1) await ask('192.0.2.3', bearer(`guess-${turn}`));
    expect(heard()).toEqual([{ client: '192.0.2.3', by: 'key', reason: unknown, more: 0 }]);
    now += 61_000;
    for (let turn = 0; turn < 12; turn += 1) await ask('192.0.2.4', bearer(`guess-${turn}`));
    await ask('192.0.2.3', bearer('guess-again'));
    expect(heard().slice(1)).toEqual([
      { client: '192.0.2.4', by: 'key', reason: unknown, more: 0 },
      { client: '192.0.2.3', by: 'key', reason: unknown, more: 14 },
    ]);
    expect(await ask('192.0.2.4', bearer(seededKey))).toBe(429);
    now += 60_000;
    for (let turn = 0; turn < 11; turn += 1) await ask('192.0.2.4', bearer(`guess-${turn}`));
    expect(heard().at(-1)).toMatchObject({ client: '192.0.2.4', more: 12 });
    expect(JSON.stringify(heard())).not.toContain('guess-');
  });
  it('has log-ins that were refused', async () => {
    const page = await fetch(`${app.address}/login`);
    const [cookie = ''] = (page.headers.get('set-cookie') ?? '').split(';');
    const token = /name="token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    const logIn = async (key: string) => {
      const answer = await fetch(`${app.address}/login`, {
        method: 'POST',
        body: new URLSearchParams({ token, key }),
        headers: { cookie, accept: 'text/html', 'x-forwarded-for': '192.0.2.5' },
        redirect: 'manual',
      });
      await answer.arrayBuffer();
      return answer.status;
    };
    expect(await logIn(seededKey)).toBe(303);
    expect(heard()).toEqual([]);
    for (let turn = 0; turn < 10; turn += 1) expect(await logIn('open-barley-1234')).toBe(401);
    expect(await logIn('open-barley-1234')).toBe(429);
    now += 60_000;
    await logIn('open-barley-1234');
    expect(heard()).toEqual([
      { client: '192.0.2.5', by: 'log-in', reason: unknown, more: 0 },
      { client: '192.0.2.5', by: 'log-in', reason: unknown, more: 10 },
    ]);
  });
  it('names a proxy that is not trusted, once', async () => {
    const { lines: told, note: untrusting } = heardTelling();
    const other = await openSeededApp({ note: untrusting });
    for (let turn = 0; turn < 3; turn += 1)
      await fetch(`${other.address}/livez`, { headers: { 'x-forwarded-for': '192.0.2.9' } });
    await other.close();
    expect(told.map((line): unknown => JSON.parse(line))).toEqual([
      expect.objectContaining({
        msg: 'proxy.untrusted',
        address: '127.0.0.1',
        setting: 'NEWSMILL_TRUSTED_PROXIES',
      }),
    ]);
    expect(heard()).toEqual([]);
  });
});
