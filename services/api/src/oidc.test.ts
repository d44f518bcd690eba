import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  addKey,
  grantsOfClaims,
  listChanges,
  listSessions,
  openSession,
  revokeKey,
  rotateKey,
  scopeOfGrants,
} from '@newsmill/operate';
import { heardTelling } from '../../../libs/runtime/src/testing/heard-telling.ts';
import { IdentityProvider } from './guards/identity-provider.ts';
import { openIssuer, issuerClient, type Issuer } from './testing/open-issuer.ts';
import { openSeededApp, type SeededApp } from './testing/seeded-app.ts';

const everybody = [
  { claim: 'groups', value: 'ops', scope: 'admin' },
  { claim: 'groups', value: 'desk', scope: 'write' },
  { claim: '*', value: '', scope: 'read' },
] as const;

describe('a log-in by OpenID Connect', () => {
  let issuer: Issuer;
  let app: SeededApp;
  let now = Date.now();
  const { note, lines } = heardTelling();
  const open = (rules: readonly (typeof everybody)[number][] = everybody) =>
    openSeededApp({
      note,
      now: () => now,
      settings: {
        oidcIssuer: issuer.url,
        oidcClientId: issuerClient.id,
        oidcClientSecret: issuerClient.secret,
        oidcScopes: 'openid profile',
        oidcRules: [...rules],
        oidcSession: 4 * 3_600_000,
      },
    });
  beforeAll(async () => {
    issuer = await openIssuer();
    app = await open();
  });
  beforeEach(() => {
    issuer.person = { sub: 'ada-1', preferred_username: 'ada' };
    issuer.spoil = {};
    Object.assign(app.ports.settings, { oidcRules: [...everybody], oidcSession: 4 * 3_600_000 });
  });
  afterAll(async () => {
    await app.close();
    await issuer.close();
  });

  /** Cookies of a browser, by name. */
  type Jar = Map<string, string>;
  async function visit(url: string, jar: Jar): Promise<Response> {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { accept: 'text/html', cookie: [...jar].map((pair) => pair.join('=')).join('; ') },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (line.includes('Max-Age=0')) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }
  /** Goes to the issuer and stops before it comes back: the address to come back to. */
  async function untilBack(jar: Jar, next = '/keys'): Promise<string> {
    const begun = await visit(`${app.address}/login/oidc?next=${encodeURIComponent(next)}`, jar);
    expect(begun.status).toBe(303);
    const there = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' });
    return there.headers.get('location') ?? '';
  }
  async function logIn(jar: Jar): Promise<{ readonly status: number; readonly page: string }> {
    const back = await visit(await untilBack(jar), jar);
    return { status: back.status, page: await back.text() };
  }
  const keysOf = async (jar: Jar) => (await visit(`${app.address}/keys`, jar)).text();
  const meOf = async (jar: Jar) => (await visit(`${app.address}/login`, jar)).text();

  it('is offered where it is set up, and opens a session with the greatest scope that a rule gives', async () => {
    expect(await meOf(new Map())).toContain('href="/login/oidc?next=%2F"');
    issuer.person = { sub: 'ada-1', preferred_username: 'ada', groups: ['desk', 'ops'] };
    const jar: Jar = new Map();
    const { status, page } = await logIn(jar);
    expect(status).toBe(200);
    // The page leads on by itself: after a redirect from elsewhere the session would stay behind.
    expect(page).toContain('http-equiv="refresh" content="0;url=/keys"');
    expect([...jar.keys()]).toEqual(['newsmill-session']);
    expect(await meOf(jar)).toMatch(/You are .*ada.*may do everything/s);
    expect(await keysOf(jar)).toContain('action="/keys"');
    const { changes } = await listChanges(app.ports.registry, { limit: 1 });
    expect(changes).toMatchObject([{ what: 'session-opened', who: 'ada', by: 'session' }]);
  });

  it('gives less to whom less is given, and nothing to whom no rule fits', async () => {
    const jar: Jar = new Map();
    await logIn(jar);
    expect(await meOf(jar)).toContain('may read');
    expect(await keysOf(jar)).not.toContain('action="/keys"');
    issuer.person = { sub: 'ada-1', preferred_username: 'ada', groups: ['desk'] };
    await logIn(jar);
    expect(await meOf(jar)).toContain('may read and write');
    // Nothing of the log-in is kept.
    expect(jar.has('newsmill-oidc')).toBe(false);
    const few = [...everybody.slice(0, 2)];
    expect(scopeOfGrants(grantsOfClaims({ groups: ['guests'], sub: 'ada-1' }, few), few)).toBeUndefined();
  });

  it('asks for a code with PKCE, state and nonce, new each time', async () => {
    const asked = await Promise.all(
      [1, 2].map(async () => {
        const { headers } = await visit(`${app.address}/login/oidc`, new Map());
        return new URL(headers.get('location') ?? '').searchParams;
      }),
    );
    for (const query of asked)
      expect(Object.fromEntries(query)).toMatchObject({
        response_type: 'code',
        client_id: issuerClient.id,
        code_challenge_method: 'S256',
        scope: 'openid profile',
        redirect_uri: `${app.address}/login/oidc/callback`,
      });
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(new Set(asked.map((query) => query.get(name)?.length && query.get(name))).size).toBe(2);
  });

  const spoilt: readonly [string, Issuer['spoil']][] = [
    ['another audience', { claims: (claims) => ({ ...claims, aud: 'other' }) }],
    ['another issuer', { claims: (claims) => ({ ...claims, iss: 'https://other.example' }) }],
    ['another nonce', { claims: (claims) => ({ ...claims, nonce: 'other' }) }],
    ['no nonce', { claims: ({ nonce: _nonce, ...claims }) => claims }],
    [
      'an end that is over',
      { claims: (claims) => ({ ...claims, exp: Math.floor(Date.now() / 1_000) - 120 }) },
    ],
    ['another client as the one it was made for', { claims: (claims) => ({ ...claims, azp: 'other' }) }],
    ['an empty subject', { claims: (claims) => ({ ...claims, sub: ' ' }) }],
    ['a subject that is too long', { claims: (claims) => ({ ...claims, sub: 'a'.repeat(256) }) }],
    ['no subject', { claims: ({ sub: _sub, ...claims }) => claims }],
    [
      'a payload that was changed',
      {
        token(token) {
          const [head = '', payload = '', signature = ''] = token.split('.');
          const claims: Record<string, unknown> = JSON.parse(Buffer.from(payload, 'base64url').toString());
          const forged = Buffer.from(JSON.stringify({ ...claims, groups: ['ops'] })).toString('base64url');
          return [head, forged, signature].join('.');
        },
      },
    ],
    [
      'no signature',
      {
        token(token) {
          const [, payload = ''] = token.split('.');
          return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
        },
      },
    ],
  ];
  it.each(spoilt)('refuses an id token with %s', async (_name, spoil) => {
    issuer.spoil = spoil;
    const jar: Jar = new Map();
    const { status, page } = await logIn(jar);
    expect([status, page]).toEqual([403, expect.stringContaining('The issuer did not let you in')]);
    expect(jar.has('newsmill-session')).toBe(false);
  });

  it('calls people by a name of one line that turns nothing around', async () => {
    issuer.person = {
      sub: 'ada-1',
      preferred_username: ' \u202e\r\n',
      email: 'a\u0007da\r\n0123  admin  \u202eroot',
    };
    const jar: Jar = new Map();
    await logIn(jar);
    const sessions = await listSessions(app.ports.registry, now);
    expect(sessions.map(({ name }) => name)).toContain('a da 0123 admin root');
  });

  it('refuses a code that was used, one of another browser, and one that came late', async () => {
    const jar: Jar = new Map();
    const back = await untilBack(jar);
    const before = new Map(jar);
    expect((await visit(back, jar)).status).toBe(200);
    const again = await visit(back, before);
    expect([again.status, issuer.refused.at(-1)]).toEqual([403, 'invalid_grant']);
    // Somebody sends the address of their own log-in to another.
    const foreign = await visit(await untilBack(new Map()), new Map());
    expect([foreign.status, await foreign.text()]).toEqual([403, expect.stringContaining('Begin again')]);
    const mixed: Jar = new Map();
    await untilBack(mixed);
    expect((await visit(await untilBack(new Map()), mixed)).status).toBe(403);
    const late: Jar = new Map();
    const lateBack = await untilBack(late);
    now += 11 * 60_000;
    expect(await (await visit(lateBack, late)).text()).toContain('Begin again');
  });

  it('says why the issuer refused, as text', async () => {
    const jar: Jar = new Map();
    const back = new URL(await untilBack(jar));
    back.searchParams.delete('code');
    back.searchParams.set('error', 'access_denied');
    back.searchParams.set('error_description', '<b>no</b>');
    const { status, page } = await visit(back.href, jar).then(async (answer) => ({
      status: answer.status,
      page: await answer.text(),
    }));
    expect([status, page]).toEqual([403, expect.stringContaining('access_denied: &lt;b>no&lt;/b>')]);
    // The operator hears of it, too, without words of others.
    const told = lines
      .filter((line) => line.includes('access.refused'))
      .map((line): unknown => JSON.parse(line));
    expect(told[0]).toMatchObject({ client: '127.0.0.1', by: 'issuer' });
    expect(lines.join('')).not.toContain('access_denied');
  });

  it('goes on when the issuer signs by another key', async () => {
    const jar: Jar = new Map();
    expect((await logIn(jar)).status).toBe(200);
    issuer.rotate();
    // What is known of the issuer is asked for again after an hour; an unknown key makes that a minute.
    now += 61 * 60_000;
    expect((await logIn(new Map())).status).toBe(200);
    expect(await meOf(jar)).toContain('You are');
  });

  it('believes a log-in as long as the setting says, and gives what the rules of now give', async () => {
    issuer.person = { sub: 'ada-1', preferred_username: 'ada', groups: ['desk', 'ops'] };
    const jar: Jar = new Map();
    await logIn(jar);
    expect(await meOf(jar)).toContain('may do everything');
    Object.assign(app.ports.settings, { oidcRules: [...everybody.slice(1)] });
    expect(await meOf(jar)).toContain('may read and write');
    Object.assign(app.ports.settings, { oidcRules: [{ claim: 'sub', value: 'bob-1', scope: 'admin' }] });
    expect(await meOf(jar)).not.toContain('You are');
    Object.assign(app.ports.settings, { oidcRules: [...everybody] });
    now += 61 * 60_000;
    expect(await meOf(jar)).toContain('may do everything');
    // A shorter time counts for those who are logged in, too.
    Object.assign(app.ports.settings, { oidcSession: 3_600_000 });
    expect(await meOf(jar)).not.toContain('You are');
  });

  it('lets a session of a key do what the key may, as long as its text opens it', async () => {
    const { registry } = app.ports;
    const { key, apiKey } = await addKey(registry, { name: 'desk', scope: 'write' }, now);
    const ports = { ...app.ports, now: () => now };
    const enter = async (text: string): Promise<Jar> =>
      new Map([['newsmill-session', (await openSession(ports, text, 'test'))?.token ?? '']]);
    const jar = await enter(key);
    expect(await meOf(jar)).toContain('may read and write');
    const record = await registry.get('api-key', apiKey.id);
    await registry.put('api-key', apiKey.id, { ...Object(record?.value), scope: 'read' });
    expect(await meOf(jar)).toMatch(/use the key .*desk.*may read[^\n]*$/m);
    expect(await meOf(jar)).not.toContain('may read and write');
    const rotated = await rotateKey(registry, apiKey.id, { overlapMs: 600_000, now });
    expect(await meOf(jar)).toContain('You use');
    const fresh = await enter(rotated?.key ?? '');
    now += 601_000;
    expect([await meOf(jar), await meOf(fresh)]).toEqual([
      expect.not.stringContaining('You use'),
      expect.stringContaining('You use'),
    ]);
    await revokeKey(registry, apiKey.id);
    expect(await meOf(fresh)).not.toContain('You use');
  });

  /** Presses "Log out". */
  async function logOut(jar: Jar): Promise<Response> {
    const token = /name="token" value="([^"]+)"/.exec(await meOf(jar))?.[1] ?? '';
    const answer = await fetch(`${app.address}/logout`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        cookie: [...jar].map((pair) => pair.join('=')).join('; '),
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ token }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }
  it('logs out at the issuer, too, which leads back', async () => {
    const jar: Jar = new Map();
    await logIn(jar);
    // What the issuer says of itself is known for an hour: it has no address for it.
    expect((await logOut(jar)).headers.get('location')).toBe('/login?left=here');
    expect(await (await visit(`${app.address}/login?left=here`, jar)).text()).toContain('log out there, too');
    issuer.backFromLogOut = [`${app.address}/login/oidc/ended`];
    now += 61 * 60_000;
    await logIn(jar);
    const before = new Map(jar);
    const page = await (await logOut(jar)).text();
    expect([...jar.keys()]).not.toContain('newsmill-session');
    const to = /content="0;url=([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const there = await fetch(to, { redirect: 'manual' });
    expect([there.status, issuer.left]).toEqual([302, ['ada-1']]);
    expect(await meOf(before)).not.toContain('You are');
    const back = there.headers.get('location') ?? '';
    // Nobody is told so who did not go there from here.
    expect(await (await visit(back, new Map())).text()).not.toContain('logged out');
    expect(await (await visit(back, jar)).text()).toContain('You are logged out, here and at');
    expect(jar.has('newsmill-oidc-out')).toBe(false);
    issuer.backFromLogOut = [];
  });

  it('tells that the issuer is away, and whom no rule fits', async () => {
    const other = await openIssuer();
    const provider = new IdentityProvider({
      ...app.ports,
      settings: { ...app.ports.settings, oidcIssuer: other.url, oidcRules: [...everybody.slice(0, 2)] },
    });
    const begun = await provider.begin(`${app.address}/login/oidc/callback`, '/');
    if (begun.kind !== 'begun') throw new Error(begun.kind);
    const there = await fetch(begun.url, { redirect: 'manual' });
    const { search } = new URL(there.headers.get('location') ?? '');
    expect(await provider.end(search, begun.sealed)).toEqual({ kind: 'no-rule', name: 'ada' });
    await other.close();
    now += 61 * 60_000;
    expect(await provider.begin(`${app.address}/login/oidc/callback`, '/')).toEqual({
      kind: 'away',
      reason: expect.stringMatching(/\S/),
    });
  });

  it('is nowhere where it is not set up', async () => {
    const plain = await openSeededApp({ now: Date.now });
    try {
      for (const path of ['/login/oidc', '/login/oidc/callback?code=1&state=2'])
        expect((await fetch(plain.address + path, { redirect: 'manual' })).status).toBe(404);
      expect(await (await fetch(`${plain.address}/login`)).text()).not.toContain('oidc');
    } finally {
      await plain.close();
    }
  });
});
