import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyChanges, type Change } from '@newsmill/operate';
import { seededId } from './testing/seeded-articles.ts';
import { openSeededApp, seededKey, type SeededApp } from './testing/seeded-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsmill-changes-'));
let app: SeededApp;
// Sessions are kept by the clock of the machine too.
const began = Date.now();
let now = began;
beforeAll(async () => {
  app = await openSeededApp({
    directory: folder,
    now: () => now,
    settings: { trustedProxies: ['127.0.0.1'] },
  });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const asAdmin = { authorization: `Bearer ${seededKey}`, 'x-forwarded-for': '192.0.2.7' };
const call = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
  fetch(app.address + path, {
    method,
    headers: {
      ...asAdmin,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    redirect: 'manual',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
async function changes(): Promise<readonly Change[]> {
  const answer = await call('GET', '/api/v1/changes?limit=500');
  const { changes: listed }: { changes: readonly Change[] } = JSON.parse(await answer.text());
  return listed;
}
/** What the log got since this was asked last. */
let seen = 0;
async function fresh(): Promise<readonly Partial<Change>[]> {
  const listed = (await changes()).filter(({ seq }) => seq > seen).toReversed();
  seen = listed.at(-1)?.seq ?? seen;
  return listed.map(({ what, subject, who, by, from }) => ({ what, subject, who, by, from }));
}
const byKey = { who: 'admin key', by: 'key', from: '192.0.2.7' };

describe('the log of changes', () => {
  it('has who changed what with a key, from where, and what of it', async () => {
    const source = { name: 'Tide Post', channels: [{ url: 'https://tide-post.example/feed.xml' }] };
    const made = await call('PUT', '/api/v1/sources/tide-post', source, { 'if-none-match': '*' });
    const etag = made.headers.get('etag') ?? '';
    await call('PUT', '/api/v1/sources/tide-post', { ...source, name: 'The Tide' }, { 'if-match': etag });
    const [changed] = await changes();
    expect(changed).toMatchObject({
      what: 'source-changed',
      subject: 'tide-post',
      fields: [{ path: 'name', before: '"Tide Post"', after: '"The Tide"' }],
      keyId: 'admin',
      when: new Date(began).toISOString(),
    });
    await call('POST', '/api/v1/sources/tide-post/pause');
    // What changes nothing is no change.
    await call('POST', '/api/v1/sources/tide-post/pause');
    await call('POST', '/api/v1/sources/tide-post/resume');
    const now = await call('GET', '/api/v1/sources/tide-post');
    const last = { 'if-match': now.headers.get('etag') ?? '' };
    expect((await call('DELETE', '/api/v1/sources/tide-post', undefined, last)).status).toBe(204);
    const kinds = ['source-added', 'source-changed', 'source-paused', 'source-resumed', 'source-removed'];
    expect(await fresh()).toEqual(kinds.map((what) => ({ what, subject: 'tide-post', ...byKey })));
  });
  it('has keys without their text, and what was refused nowhere', async () => {
    const { id, key } = JSON.parse(
      await (await call('POST', '/api/v1/keys', { name: 'desk', scope: 'write' })).text(),
    );
    expect((await call('DELETE', '/api/v1/keys/0000000000000000')).status).toBe(404);
    const bearer = { authorization: `Bearer ${key}` };
    expect((await call('POST', '/api/v1/keys', { name: 'more' }, bearer)).status).toBe(403);
    expect((await call('GET', '/api/v1/changes', undefined, bearer)).status).toBe(403);
    await call('POST', '/api/v1/saved-searches', { name: 'Ferries', q: 'ferry' }, bearer);
    await call('DELETE', `/api/v1/keys/${id}`);
    expect(await fresh()).toEqual([
      { what: 'key-made', subject: id, ...byKey },
      { what: 'search-saved', subject: expect.any(String), ...byKey, who: 'desk' },
      { what: 'key-revoked', subject: id, ...byKey },
    ]);
    expect(JSON.stringify(await changes())).not.toContain(key);
  });
  it('has what the console does, in the name of whoever is logged in, and shows it there', async () => {
    const pair = (answer: Response, name: string) =>
      (answer.headers.getSetCookie().find((line) => line.startsWith(`${name}=`)) ?? '').split(';')[0] ?? '';
    const tokenIn = (page: string) => /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const send = (path: string, fields: Record<string, string>, cookie: string) =>
      fetch(app.address + path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { cookie, accept: 'text/html', 'x-forwarded-for': '2001:db8::9' },
        redirect: 'manual',
      });
    const open = await fetch(`${app.address}/login`);
    const key = { key: seededKey, token: tokenIn(await open.text()) };
    const session = pair(await send('/login', key, pair(open, 'newsmill-form')), 'newsmill-session');
    const login = await fetch(`${app.address}/login`, { headers: { cookie: session } });
    const [cookie, token] = [`${session}; ${pair(login, 'newsmill-form')}`, tokenIn(await login.text())];
    const article = seededId('harbour-times', 'night-ferry-returns');
    now += 1_000;
    await send('/takedowns', { token, article, reason: '<b>a court order</b>' }, cookie);
    await send('/takedowns/lift', { token, article }, cookie);
    const page = await fetch(`${app.address}/changes`, { headers: { cookie, 'accept-language': 'en' } });
    const text = await page.text();
    expect(text).toContain('Took an article down');
    expect(text).toContain('&lt;b>a court order&lt;/b>');
    expect(text).toContain('>whole<');
    await send('/logout', { token }, cookie);
    const bySession = { who: 'admin key', by: 'session', from: '2001:db8::9' };
    expect(await fresh()).toEqual([
      { what: 'session-opened', subject: expect.any(String), ...bySession },
      { what: 'article-taken-down', subject: expect.stringContaining('https://'), ...bySession },
      { what: 'takedown-lifted', subject: expect.stringContaining('https://'), ...bySession },
      { what: 'session-ended', subject: expect.any(String), ...bySession },
    ]);
    const shut = await (await fetch(`${app.address}/changes`)).text();
    expect(shut).not.toContain('court order');
  });
  it('is whole, and no way of the API changes it', async () => {
    expect(await verifyChanges(app.ports.registry, now)).toMatchObject({ faults: [], entries: seen });
    expect(app.routes.filter(({ path }) => path.includes('changes')).map(({ method }) => method)).toEqual(
      expect.not.arrayContaining(['POST', 'PUT', 'DELETE', 'PATCH']),
    );
  });
});
