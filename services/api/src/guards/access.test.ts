import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endAllSessions } from '@newsmill/operate';
import { openSeededApp, seededKey, type SeededApp } from '../testing/seeded-app.ts';

let app: SeededApp;
// The registry forgets by the clock of the machine.
let now = Date.now();
const folder = mkdtempSync(join(tmpdir(), 'newsmill-access-'));
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  app = await openSeededApp({
    now: () => now,
    directory: folder,
    settings: { trustedProxies: ['127.0.0.1'] },
  });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Whom a proxy in front heard; empty: there is none. */
let visitor = '';
const forwarded = (): Record<string, string> => (visitor === '' ? {} : { 'x-forwarded-for': visitor });

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}
async function ask(
  method: string,
  path: string,
  options: {
    readonly key?: string;
    readonly body?: unknown;
    readonly headers?: Record<string, string>;
    readonly to?: SeededApp;
  } = {},
): Promise<Answer> {
  const headers = {
    ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(options.key === undefined ? {} : { authorization: `Bearer ${options.key}` }),
    ...forwarded(),
    ...options.headers,
  };
  const answer = await fetch((options.to ?? app).address + path, {
    method,
    headers,
    redirect: 'manual',
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body:
      (answer.headers.get('content-type') ?? '').includes('json') && text !== ''
        ? JSON.parse(text)
        : { text },
  };
}
async function newKey(body: object): Promise<{ readonly id: string; readonly key: string }> {
  const { status, body: made } = await ask('POST', '/api/v1/keys', { key: seededKey, body });
  expect(status).toBe(201);
  return { id: String(made['id']), key: String(made['key']) };
}

describe('keys', () => {
  it('open what their scope holds, until they are revoked or expire', async () => {
    const reader = await newKey({ name: 'reader' });
    const writer = await newKey({
      name: 'writer',
      scope: 'write',
      expires: new Date(now + 3_600_000).toISOString(),
    });
    const preview = (key: string) =>
      ask('POST', '/api/v1/preview', { key, body: { url: 'https://harbour-times.example/feed.xml' } });
    expect((await ask('GET', '/api/v1/sources', { key: reader.key })).status).toBe(200);
    expect(await preview(reader.key)).toMatchObject({ status: 403, body: { code: 'scope-needed' } });
    expect((await preview(writer.key)).status).toBe(200);
    expect(await ask('GET', '/api/v1/keys', { key: writer.key })).toMatchObject({
      status: 403,
      body: { code: 'scope-needed' },
    });
    expect(await ask('GET', '/api/v1/keys')).toMatchObject({ status: 401, body: { code: 'key-needed' } });
    now += 3_600_000;
    const late = await preview(writer.key);
    expect(late).toMatchObject({ status: 401, body: { code: 'key-needed' } });
    expect(late.headers.get('www-authenticate')).toContain('Bearer realm="newsmill"');
    expect((await ask('DELETE', `/api/v1/keys/${reader.id}`, { key: seededKey })).status).toBe(204);
    expect((await ask('GET', '/api/v1/sources', { key: reader.key })).status).toBe(401);
    expect(await ask('DELETE', `/api/v1/keys/${reader.id}`, { key: seededKey })).toMatchObject({
      status: 404,
      body: { code: 'unknown-key' },
    });
  });
  it('are kept as hashes, listed without their secret, and their last use to the hour', async () => {
    const { id, key } = await newKey({ name: 'kept', rateLimit: 7 });
    expect(key).toMatch(/^nm_[0-9a-f]{16}_[A-Za-z0-9_-]{43}$/);
    await ask('GET', '/api/v1/sources', { key });
    const { body } = await ask('GET', '/api/v1/keys', { key: seededKey });
    expect(body['keys']).toEqual(
      expect.arrayContaining([
        {
          id,
          name: 'kept',
          scope: 'read',
          createdAt: now,
          lastUsedAt: now - (now % 3_600_000),
          rateLimit: 7,
        },
      ]),
    );
    expect(JSON.stringify(await app.ports.registry.get('api-key', id))).not.toContain(key.slice(20));
  });
  it('get another text, beside which the one before opens for a while, and no other', async () => {
    const { id, key: first } = await newKey({ name: 'rotated', scope: 'write' });
    const statusOf = async (key: string) => (await ask('GET', '/api/v1/sources', { key })).status;
    const rotate = async (overlap: string) => {
      const { status, body } = await ask('POST', `/api/v1/keys/${id}/rotate`, {
        key: seededKey,
        body: { overlap },
      });
      expect([status, body['scope'], body['rotatedAt']]).toEqual([200, 'write', now]);
      expect(JSON.stringify(body)).not.toContain('ash');
      return String(body['key']);
    };
    const second = await rotate('1h');
    expect([await statusOf(first), await statusOf(second)]).toEqual([200, 200]);
    const third = await rotate('1h');
    expect([await statusOf(first), await statusOf(second), await statusOf(third)]).toEqual([401, 200, 200]);
    now += 3_600_000;
    expect([await statusOf(second), await statusOf(third)]).toEqual([401, 200]);
    const fourth = await rotate('0s');
    expect([await statusOf(third), await statusOf(fourth)]).toEqual([401, 200]);
    const none = await ask('POST', `/api/v1/keys/${'0'.repeat(16)}/rotate`, { key: seededKey, body: {} });
    expect(none).toMatchObject({ status: 404, body: { code: 'unknown-key' } });
  });
  it('are refused when they are wrong, also where reading needs none', async () => {
    for (const key of ['wrong', `nm_${'0'.repeat(16)}_${'a'.repeat(43)}`])
      expect((await ask('GET', '/api/v1/sources', { key })).status).toBe(401);
    expect(
      await ask('POST', '/api/v1/keys', { key: seededKey, body: { name: 'x', scope: 'root' } }),
    ).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '#/scope', detail: 'read, write or admin' }] },
    });
    expect(
      (
        await ask('POST', '/api/v1/keys', {
          key: seededKey,
          body: { name: 'x', expires: '2020-01-01T00:00:00Z' },
        })
      ).status,
    ).toBe(400);
  });
});

const cookieOf = (answer: Response, name: string) =>
  answer.headers.getSetCookie().find((line) => line.startsWith(`${name}=`)) ?? '';
const pair = (cookie: string) => cookie.split(';')[0] ?? '';
const tokenIn = (page: string) => /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';

describe('sessions', () => {
  const send = (path: string, fields: Record<string, string>, cookie: string) =>
    fetch(app.address + path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { cookie, accept: 'text/html', ...forwarded() },
      redirect: 'manual',
    });
  async function logIn(key: string, next = '/sources') {
    const page = await fetch(`${app.address}/login`);
    const form = pair(cookieOf(page, 'newsmill-form'));
    const answer = await send('/login', { key, next, token: tokenIn(await page.text()) }, form);
    return { answer, cookie: cookieOf(answer, 'newsmill-session') };
  }

  it('open with a key, end by logging out, and bind the forms', async () => {
    const { answer, cookie } = await logIn(seededKey);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sources']);
    expect(cookie).toMatch(
      /^newsmill-session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/,
    );
    const page = await fetch(`${app.address}/login`, { headers: { cookie: pair(cookie) } });
    const text = await page.text();
    expect(text).toContain('admin key');
    const cookies = `${pair(cookie)}; ${pair(cookieOf(page, 'newsmill-form'))}`;
    // The form of this session is none of a browser without it.
    expect(
      (await send('/logout', { token: tokenIn(text) }, pair(cookieOf(page, 'newsmill-form')))).status,
    ).toBe(403);
    expect(
      (
        await send(
          '/preview',
          { url: 'https://harbour-times.example/feed.xml', token: tokenIn(text) },
          cookies,
        )
      ).status,
    ).toBe(200);
    // A session reads; it changes nothing of the API.
    expect(
      (
        await ask('POST', '/api/v1/preview', {
          body: { url: 'https://x.example' },
          headers: { cookie: cookies },
        })
      ).status,
    ).toBe(401);
    const left = await send('/logout', { token: tokenIn(text) }, cookies);
    expect(left.status).toBe(303);
    // Cookies of other hosts of the domain are not ours to clear.
    expect(left.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(cookieOf(left, 'newsmill-session')).toMatch(/^newsmill-session=; .*Max-Age=0$/);
    expect(
      await (await fetch(`${app.address}/login`, { headers: { cookie: pair(cookie) } })).text(),
    ).not.toContain('Log out');
  });
  it('end with their key, by an admin, or after twelve hours', async () => {
    const { id, key } = await newKey({ name: 'browser of Ada', scope: 'write' });
    const first = await logIn(key);
    const isIn = async (cookie: string) =>
      (await (await fetch(`${app.address}/login`, { headers: { cookie: pair(cookie) } })).text()).includes(
        'browser of Ada',
      );
    expect(await isIn(first.cookie)).toBe(true);
    const { body } = await ask('GET', '/api/v1/sessions', { key: seededKey });
    expect(body['sessions']).toEqual([
      expect.objectContaining({
        keyId: id,
        name: 'browser of Ada',
        scope: 'write',
        expiresAt: now + 43_200_000,
      }),
    ]);
    const [session] = Array.isArray(body['sessions']) ? body['sessions'] : [];
    expect((await ask('DELETE', `/api/v1/sessions/${session.id}`, { key: seededKey })).status).toBe(204);
    expect(await isIn(first.cookie)).toBe(false);
    const second = await logIn(key);
    now += 43_200_000;
    expect(await isIn(second.cookie)).toBe(false);
    const third = await logIn(key);
    await ask('DELETE', `/api/v1/keys/${id}`, { key: seededKey });
    expect(await isIn(third.cookie)).toBe(false);
  });
  it('end after two hours without use, at the next log-in of the browser, and all at once', async () => {
    const { key } = await newKey({ name: 'browser of Bob' });
    const isIn = async (cookie: string) =>
      (await (await fetch(`${app.address}/login`, { headers: { cookie: pair(cookie) } })).text()).includes(
        'browser of Bob',
      );
    const { cookie } = await logIn(key);
    for (let turn = 0; turn < 3; turn += 1) {
      now += 90 * 60_000;
      expect(await isIn(cookie)).toBe(true);
    }
    now += 120 * 60_000;
    expect(await isIn(cookie)).toBe(false);
    const second = (await logIn(key)).cookie;
    const page = await fetch(`${app.address}/login`, { headers: { cookie: pair(second) } });
    const cookies = `${pair(second)}; ${pair(cookieOf(page, 'newsmill-form'))}`;
    const again = await send('/login', { key, token: tokenIn(await page.text()) }, cookies);
    const third = cookieOf(again, 'newsmill-session');
    expect([await isIn(second), await isIn(third)]).toEqual([false, true]);
    expect(await endAllSessions(app.ports.registry, now)).toBeGreaterThan(0);
    expect(await isIn(third)).toBe(false);
  });
  it('have a cookie of this host alone where a proxy speaks TLS', async () => {
    const { key } = await newKey({ name: 'browser of Eve' });
    const tls = { 'x-forwarded-proto': 'https' };
    const page = await fetch(`${app.address}/login`, { headers: tls });
    const form = cookieOf(page, '__Host-newsmill-form');
    expect(form).toMatch(/; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
    const answer = await fetch(`${app.address}/login`, {
      method: 'POST',
      body: new URLSearchParams({ key, token: tokenIn(await page.text()) }),
      headers: { ...tls, cookie: pair(form) },
      redirect: 'manual',
    });
    const cookie = cookieOf(answer, '__Host-newsmill-session');
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200; Secure$/);
    const isIn = async (sent: string) =>
      (await (await fetch(`${app.address}/login`, { headers: { ...tls, cookie: sent } })).text()).includes(
        'browser of Eve',
      );
    // Another host of the domain could have set one without the prefix.
    expect([await isIn(pair(cookie)), await isIn(pair(cookie).replace('__Host-', ''))]).toEqual([
      true,
      false,
    ]);
  });
  it('lead operators to the overview, and readers to the search, where no page was asked for', async () => {
    const placeOf = async (key: string) => (await logIn(key, '')).answer.headers.get('location');
    expect(await placeOf(seededKey)).toBe('/overview');
    expect(await placeOf((await newKey({ name: 'a reader' })).key)).toBe('/');
    expect(await placeOf((await newKey({ name: 'an operator', scope: 'write' })).key)).toBe('/overview');
  });
  it('do not open for a wrong key, lead to no other site, and cost tries', async () => {
    const operator = (await newKey({ name: 'an admin', scope: 'admin' })).key;
    expect((await logIn(seededKey, '//evil.example/')).answer.headers.get('location')).toBe('/overview');
    const statuses: number[] = [];
    for (let turn = 0; turn < 11; turn += 1) statuses.push((await logIn('wrong')).answer.status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
    // The key of this mill is short enough to be guessed, so from here nothing that could be it is looked at.
    const bearer = async (key: string) =>
      (await ask('GET', '/api/v1/keys', { headers: { authorization: `Bearer ${key}` } })).status;
    expect([(await logIn(seededKey)).answer.status, await bearer(seededKey), await bearer('wrong')]).toEqual([
      429, 429, 429,
    ]);
    // Keys that a mill makes are, and from another address the short one, too.
    expect(await bearer(operator)).toBe(200);
    expect((await logIn(operator)).answer.status).toBe(303);
    visitor = '2001:db8:1:2::7';
    expect(await bearer(seededKey)).toBe(200);
    visitor = '192.0.2.9';
    expect((await logIn(seededKey)).answer.status).toBe(303);
    visitor = '';
    now += 60_000;
    expect(await bearer(seededKey)).toBe(200);
  });
});

describe('Idempotency-Key', () => {
  const post = (body: object, key: string) =>
    ask('POST', '/api/v1/keys', { key: seededKey, body, headers: { 'idempotency-key': key } });
  it('gives the same request its first answer, and refuses another', async () => {
    const first = await post({ name: 'once' }, '"9f1c"');
    const again = await post({ name: 'once' }, '9f1c');
    expect([first.status, again.status, again.body['key']]).toEqual([201, 201, first.body['key']]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const { items } = await app.ports.registry.list('idempotency', { limit: 10 });
    expect(items.length).toBeGreaterThan(0);
    expect(JSON.stringify(items)).not.toContain('nm_');
    expect(await post({ name: 'twice' }, '9f1c')).toMatchObject({
      status: 422,
      body: { code: 'key-reused' },
    });
    expect((await post({ name: 'once' }, 'other')).body['key']).not.toBe(first.body['key']);
    expect(await post({ name: 'once' }, '"a b"')).toMatchObject({
      status: 400,
      body: { code: 'bad-idempotency-key' },
    });
    now += 24 * 3_600_000;
    expect((await post({ name: 'once' }, '9f1c')).body['key']).not.toBe(first.body['key']);
  });
  it('keeps refusals too, and answers one of two that come at once', async () => {
    expect((await post({ nam: 'x' }, 'bad')).status).toBe(400);
    expect((await post({ nam: 'x' }, 'bad')).headers.get('idempotency-replayed')).toBe('true');
    const both = await Promise.all([post({ name: 'race' }, 'race'), post({ name: 'race' }, 'race')]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)[0]).toBe(201);
    for (const { status, body } of both)
      expect([201, 409]).toContain(status === 409 && body['code'] !== 'request-in-flight' ? 0 : status);
  });
});

describe('quotas', () => {
  it('are told with every answer, and end in 429 with the time to wait', async () => {
    const small = await openSeededApp({ now: () => now, settings: { rateLimit: 3 } });
    try {
      const answers: Answer[] = [];
      for (let turn = 0; turn < 4; turn += 1)
        answers.push(await ask('GET', '/api/v1/sources', { to: small }));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
      expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"requests";q=3;w=60');
      expect(answers[0]?.headers.get('ratelimit')).toBe('"requests";r=2;t=20');
      expect(answers[3]?.headers.get('retry-after')).toBe('20');
      expect(answers[3]?.body).toMatchObject({ code: 'too-many-requests' });
      // Another caller has a quota of its own; a wrong key counts on the address.
      expect((await ask('GET', '/api/v1/sources', { to: small, key: seededKey })).status).toBe(200);
      expect((await ask('GET', '/api/v1/sources', { to: small, key: 'wrong' })).status).toBe(429);
      now += 20_000;
      expect((await ask('GET', '/api/v1/sources', { to: small })).status).toBe(200);
    } finally {
      await small.close();
    }
  });
});

describe('an address whose quota others have used', () => {
  const statusOf = async (small: SeededApp, path: string) => (await ask('GET', path, { to: small })).status;
  it('still has the way in, and the log-ins of a key have their own bound', async () => {
    const small = await openSeededApp({ now: () => now, settings: { rateLimit: 3 } });
    const settled = async (path: string) => {
      const statuses: number[] = [];
      for (let turn = 0; turn < 5; turn += 1) statuses.push(await statusOf(small, path));
      return statuses;
    };
    const enter = async (): Promise<{ readonly status: number; readonly cookie: string }> => {
      const page = await fetch(`${small.address}/login`);
      const answer = await fetch(`${small.address}/login`, {
        method: 'POST',
        body: new URLSearchParams({ key: seededKey, token: tokenIn(await page.text()) }),
        headers: { cookie: pair(cookieOf(page, 'newsmill-form')) },
        redirect: 'manual',
      });
      return { status: answer.status, cookie: pair(cookieOf(answer, 'newsmill-session')) };
    };
    try {
      expect((await settled('/')).at(-1)).toBe(429);
      expect(await settled('/login')).toEqual([200, 200, 200, 200, 200]);
      expect(await settled('/assets/none')).toEqual([404, 404, 404, 404, 404]);
      const first = await enter();
      expect(first.status).toBe(303);
      const overview = await fetch(`${small.address}/overview`, { headers: { cookie: first.cookie } });
      expect(overview.status).toBe(200);
      // They count, and what is no way in by key stays as it is.
      now += 21_000;
      await settled('/login');
      for (const path of ['/', '/login/oidc', '/login/x', '/problems'])
        expect([path, await statusOf(small, path)]).toEqual([path, 429]);
      now += 60_000;
      const statuses: number[] = [];
      for (let turn = 0; turn < 4; turn += 1) statuses.push((await enter()).status);
      expect(statuses).toEqual([303, 303, 303, 429]);
    } finally {
      await small.close();
    }
  });
});

describe('conditions', () => {
  const source = { name: 'Tide Post', channels: [{ url: 'https://tide-post.example/feed.xml' }] };
  const put = (headers: Record<string, string>, body: object = source, id = 'tide-post') =>
    ask('PUT', `/api/v1/sources/${id}`, { key: seededKey, body, headers });
  it('protect a source file from lost changes', async () => {
    expect(await put({})).toMatchObject({ status: 428, body: { code: 'precondition-needed' } });
    const made = await put({ 'if-none-match': '*' });
    expect(made).toMatchObject({ status: 201, body: { id: 'tide-post', enabled: true } });
    expect(readFileSync(join(folder, 'tide-post.yaml'), 'utf8')).toContain('name: Tide Post');
    expect((await put({ 'if-none-match': '*' })).status).toBe(412);
    const { headers } = await ask('GET', '/api/v1/sources/tide-post', { key: seededKey });
    const etag = headers.get('etag') ?? '';
    expect(etag).toBe(made.headers.get('etag'));
    expect(
      (await ask('GET', '/api/v1/sources/tide-post', { key: seededKey, headers: { 'if-none-match': etag } }))
        .status,
    ).toBe(304);
    const changed = await put({ 'if-match': etag }, { ...source, enabled: false });
    expect(changed).toMatchObject({ status: 200, body: { enabled: false } });
    expect(await put({ 'if-match': etag })).toMatchObject({
      status: 412,
      body: { code: 'precondition-failed' },
    });
    expect(
      (await ask('DELETE', '/api/v1/sources/tide-post', { key: seededKey, headers: { 'if-match': etag } }))
        .status,
    ).toBe(412);
    expect(
      (
        await ask('DELETE', '/api/v1/sources/tide-post', {
          key: seededKey,
          headers: { 'if-match': changed.headers.get('etag') ?? '' },
        })
      ).status,
    ).toBe(204);
    expect((await ask('GET', '/api/v1/sources/tide-post', { key: seededKey })).status).toBe(404);
  });
  it('find a source in a file of another name, and say what is wrong with a body', async () => {
    writeFileSync(
      join(folder, 'zz.yaml'),
      'id: other-name\nname: Other\nchannels:\n  - url: https://other.example/feed\n',
    );
    const { headers } = await ask('GET', '/api/v1/sources/other-name', { key: seededKey });
    expect(
      (await put({ 'if-match': headers.get('etag') ?? '' }, { ...source, name: 'Changed' }, 'other-name'))
        .status,
    ).toBe(200);
    expect(readFileSync(join(folder, 'zz.yaml'), 'utf8')).toContain('name: Changed');
    expect(await put({ 'if-none-match': '*' }, { ...source, chanels: [] })).toMatchObject({
      status: 400,
      body: { code: 'bad-body', errors: [{ pointer: '#/chanels', suggestion: 'channels' }] },
    });
    expect(await put({ 'if-none-match': '*' }, source, '..%2Fetc')).toMatchObject({ status: 400 });
    expect(await put({ 'if-match': '*' }, source, 'harbour-times')).toMatchObject({ status: 501 });
  });
});

describe('every address', () => {
  it('says which methods it takes, echoes the trace, and explains its problems', async () => {
    const wrong = await ask('DELETE', '/api/v1/sources', { key: seededKey });
    expect(wrong).toMatchObject({ status: 405, body: { code: 'method-not-allowed' } });
    expect(wrong.headers.get('allow')).toBe('GET, HEAD, POST');
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    expect(
      (await ask('GET', '/api/v1/sources', { headers: { traceparent } })).headers.get('traceparent'),
    ).toBe(traceparent);
    expect(
      (await ask('GET', '/api/v1/sources', { headers: { traceparent: 'x' } })).headers.get('traceparent'),
    ).toBeNull();
    expect(await ask('GET', String(wrong.body['type']))).toMatchObject({
      status: 200,
      body: { code: 'method-not-allowed', status: 405, remedy: expect.any(String) },
    });
    expect(await ask('GET', '/problems/none')).toMatchObject({
      status: 404,
      body: { code: 'unknown-problem' },
    });
    const page = await fetch(`${app.address}/problems`, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('bad-cursor');
    expect(
      await ask('POST', '/api/v1/keys', {
        key: seededKey,
        headers: { 'content-type': 'text/csv' },
        body: {},
      }),
    ).toMatchObject({ status: 415, body: { code: 'bad-media-type' } });
  });
});
