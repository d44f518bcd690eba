import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readDead, openSession } from '@newsmill/operate';
import { isLoopback, isOwnHost } from '@newsmill/runtime';
import { GuessBrake, TokenBuckets } from '@newsmill/runtime';
import { guardRequest } from './guard-requests.ts';
import type { HttpReply } from '../http/http-types.ts';
import { openSeededApp, seededKey, type SeededApp } from '../testing/seeded-app.ts';
import { seededId } from '../testing/seeded-articles.ts';

let app: SeededApp;
beforeAll(async () => {
  app = await openSeededApp();
});
afterAll(async () => {
  await app.close();
});

/** fetch does not let a caller choose Host; a plain request does. */
function statusWithHost(host: string, path = '/api/v1/sources'): Promise<number> {
  return new Promise((resolve, reject) => {
    request(app.address + path, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

/** The article as JSON-LD: data, no script, and without a sign that could end it. */
const linkedData =
  /<script type="application\/ld\+json">\{"@context":"https:\/\/schema\.org"[^<]*<\/script>/g;

describe('isOwnHost', () => {
  it.each([
    'localhost',
    'LOCALHOST:8080',
    'localhost.',
    'mill.localhost:1',
    '127.0.0.1:8080',
    '127.9.9.9',
    '[::1]:8080',
    '[::ffff:127.0.0.1]',
    'mill.example:80',
  ])('takes %s', (host) => {
    expect(isOwnHost(host, ['Mill.example'])).toBe(true);
  });
  it.each([
    'evil.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    'evil.example:127',
    '10.0.0.1',
    '[::2]',
    '',
    'a@localhost',
    'localhost/x',
    'evillocalhost',
  ])('refuses %j', (host) => {
    expect(isOwnHost(host, ['mill.example'])).toBe(false);
  });
  it('knows loopback addresses', () => {
    expect(
      ['::1', '127.0.0.1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '172.17.0.1', '127.evil'].map(isLoopback),
    ).toEqual([true, true, true, false, false, false]);
  });
});

describe('every answer', () => {
  it.each([
    '/',
    '/sources',
    '/nope',
    '/api/v1/search',
    '/api/v1/search?x=1',
    '/assets/none',
    // What the router of the web framework would answer by itself.
    '/%zz',
    '/api/v1/articles/%E0%A4%A',
    `/api/v1/articles/${'a'.repeat(5_000)}`,
  ])('carries the security headers: %s', async (path) => {
    const { headers } = await fetch(app.address + path);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });
  it('says that there is nothing where a path cannot be read', async () => {
    for (const path of ['/api/v1/%zz', '/api/v1/articles/%ff%', `/api/v1/articles/${'a'.repeat(5_000)}`]) {
      const answer = await fetch(app.address + path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        404,
        expect.stringContaining('application/problem+json'),
      ]);
    }
  });
  it('is refused under a foreign name, which DNS rebinding would bring', async () => {
    expect(await statusWithHost('evil.example')).toBe(421);
    expect(await statusWithHost('evil.example', '/')).toBe(421);
    expect(await statusWithHost('evil.example', '/%zz')).toBe(421);
    // One of ours, by which nobody on this machine asks.
    expect(await statusWithHost('mill.example')).toBe(401);
    expect(await statusWithHost('localhost:1')).toBe(200);
  });
});

describe('writing', () => {
  const body = JSON.stringify({ url: 'https://harbour-times.example/feed.xml' });
  const deadIds = async () => (await readDead(app.ports, { limit: 10 })).letters.map(({ id }) => id);
  it.each([
    ['no key', {}],
    ['a wrong key', { authorization: 'Bearer wrong' }],
    ['an empty key', { authorization: 'Bearer ' }],
    [
      'a key that browsers send by themselves',
      { authorization: `Basic ${Buffer.from(`a:${seededKey}`).toString('base64')}` },
    ],
  ])('is refused with %s', async (_name, headers) => {
    for (const path of ['/api/v1/preview', '/api/v1/dead/replay', '/api/v1/sources']) {
      const answer = await fetch(app.address + path, {
        method: 'POST',
        body: path.endsWith('replay') ? '{"all":true}' : body,
        headers: { 'content-type': 'application/json', ...headers },
      });
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ code: 'key-needed' });
    }
    expect(await deadIds()).toHaveLength(3);
  });
  it('of a form needs field and cookie that we signed, from our own page', async () => {
    const { token: session = '' } =
      (await openSession({ ...app.ports, now: Date.now }, seededKey, 'guards')) ?? {};
    const page = await fetch(`${app.address}/preview`, {
      headers: { cookie: `newsmill-session=${session}` },
    });
    const cookie = `${page.headers.get('set-cookie')?.split(';')[0] ?? ''}; newsmill-session=${session}`;
    expect(page.headers.get('set-cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    const token = /name="token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    const send = async (fields: Record<string, string>, headers: Record<string, string>) =>
      (await fetch(`${app.address}/preview`, { method: 'POST', body: new URLSearchParams(fields), headers }))
        .status;
    const url = 'https://harbour-times.example/feed.xml';
    expect(await send({ url, token }, { cookie })).toBe(200);
    expect(await send({ url, token }, { cookie, 'sec-fetch-site': 'same-origin', origin: 'null' })).toBe(200);
    expect(await send({ url, token }, {})).toBe(403);
    expect(await send({ url }, { cookie })).toBe(403);
    expect(await send({ url, token: 'forged.token' }, { cookie: 'newsmill-form=forged.token' })).toBe(403);
    expect(await send({ url, token }, { cookie, 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await send({ url, token }, { cookie, origin: 'http://localhost:1' })).toBe(403);
    expect(await send({ url: 'javascript:alert(1)', token }, { cookie })).toBe(400);
  });
});

describe('pages', () => {
  const paths = () => [
    `/articles/${seededId('harbour-times', 'fog-horn')}`,
    `/articles/${seededId('harbour-times', 'night-ferry-returns')}`,
    '/',
    '/?q=fog',
    '/?q=%22%3E%3Cscript%3Ealert(3)%3C/script%3E',
    '/dead/ffee00112233aabb',
    '/ledger?url=javascript:alert(4)',
    '/preview?url=%22%3E%3Cscript%3E',
    '/sources',
  ];
  it('never let a payload become markup, nor a javascript: address a link', async () => {
    for (const path of paths()) {
      const page = await (await fetch(app.address + path, { headers: { accept: 'text/html' } })).text();
      const text = page.replace(linkedData, '');
      expect(text.match(/<script(?![^>]* src="\/assets\/)/g)).toBeNull();
      expect(text).not.toMatch(/<img|href="javascript:|<[a-z][^>]*\s(?:on\w+|style)=/i);
    }
  });
  it('forgive parameters of others and empty fields, refuse wrong ones with a page', async () => {
    expect((await fetch(`${app.address}/?q=ferry&utm_source=mail&from=&to=`)).status).toBe(200);
    const answer = await fetch(`${app.address}/?limit=none`, { headers: { accept: 'text/html,*/*' } });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toContain('a whole number from 1 to 100');
  });
  it('say 404 in words', async () => {
    const answer = await fetch(`${app.address}/articles/none`, { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('No such article');
  });
  it('name files that may be kept for ever', async () => {
    const text = await (await fetch(app.address)).text();
    const style = /href="(\/assets\/console\.[0-9a-f]{12}\.css)"/.exec(text)?.[1] ?? '';
    const answer = await fetch(app.address + style);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8');
  });
});

describe('reading from another machine', () => {
  it('needs a key unless reads are open', async () => {
    const reply: HttpReply = { sent: false, code: () => reply, header: () => reply, send: () => reply };
    const ask = (headers: Record<string, string>, openReads: boolean) =>
      guardRequest(
        { ...app.ports, settings: { ...app.ports.settings, openReads } },
        { buckets: new TokenBuckets(), guesses: new GuessBrake(() => [seededKey]) },
        {
          method: 'GET',
          url: '/',
          headers: { host: 'mill.example', ...headers },
          socket: { remoteAddress: '172.17.0.1' },
        },
        reply,
      );
    await expect(ask({}, false)).rejects.toThrow(/needs a key/);
    await expect(ask({}, true)).resolves.toBeUndefined();
    await expect(ask({ authorization: `Bearer ${seededKey}` }, false)).resolves.toBeUndefined();
    await expect(
      ask({ authorization: `Basic ${Buffer.from(`me:${seededKey}`).toString('base64')}` }, false),
    ).resolves.toBeUndefined();
    await expect(
      ask({ authorization: `Basic ${Buffer.from('me:wrong').toString('base64')}` }, false),
    ).rejects.toThrow(/unknown, has expired or was revoked/);
  });
});
