import { once } from 'node:events';
import { createServer, request as httpRequest, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readVisitor, type ProxyTrust } from '@newsmill/runtime';
import { openSeededApp, seededKey, type SeededApp } from '../testing/seeded-app.ts';

const trust = (
  trustedProxies: readonly string[],
  proxyHeaders: ProxyTrust['proxyHeaders'] = 'x-forwarded',
) => ({
  trustedProxies,
  proxyHeaders,
});
const ask = (headers: Record<string, string>, remoteAddress = '127.0.0.1') => ({
  headers: { host: 'mill.example', ...headers },
  socket: { remoteAddress },
});

describe('readVisitor', () => {
  it.each([
    ['nobody is believed without the setting', [], { 'x-forwarded-for': '192.0.2.7' }, '127.0.0.1'],
    ['a stranger is not believed', ['10.0.0.0/8'], { 'x-forwarded-for': '192.0.2.7' }, '127.0.0.1'],
    ['the proxy is', ['127.0.0.1'], { 'x-forwarded-for': '192.0.2.7' }, '192.0.2.7'],
    [
      'what a client wrote before is not',
      ['127.0.0.1'],
      { 'x-forwarded-for': '::1, 192.0.2.7' },
      '192.0.2.7',
    ],
    [
      'proxies in a row',
      ['127.0.0.0/8', '10.0.0.0/8'],
      { 'x-forwarded-for': '6.6.6.6, 192.0.2.7, 10.1.1.1' },
      '192.0.2.7',
    ],
    [
      'a proxy that hides whom it heard',
      ['127.0.0.1'],
      { 'x-forwarded-for': '192.0.2.7, unknown' },
      '127.0.0.1',
    ],
    ['a port behind the address', ['127.0.0.1'], { 'x-forwarded-for': '192.0.2.7:4711' }, '192.0.2.7'],
    [
      'a port behind an IPv6 address',
      ['127.0.0.1'],
      { 'x-forwarded-for': '[2001:db8::7]:4711' },
      '2001:db8::7',
    ],
    ['no address at all', ['127.0.0.1'], {}, '127.0.0.1'],
    ['the other form', ['127.0.0.1'], { forwarded: 'for=192.0.2.7' }, '127.0.0.1'],
  ])('%s', (_name, proxies, headers, address) => {
    expect(readVisitor(ask(headers), trust(proxies)).address).toBe(address);
  });
  it.each([
    ['for=192.0.2.43, for="[2001:db8:cafe::17]:4711"', '2001:db8:cafe::17'],
    ['For="192.0.2.7";proto=https;host=mill.example', '192.0.2.7'],
    ['for="6.6.6.6,for=7.7.7.7";by=x, for=192.0.2.7', '192.0.2.7'],
    ['for=_hidden', '127.0.0.1'],
    ['for=192.0.2.7, for=unknown', '127.0.0.1'],
    ['"', '127.0.0.1'],
  ])('reads %s of RFC 7239', (forwarded, address) => {
    const headers = { forwarded, 'x-forwarded-for': '::1' };
    expect(readVisitor(ask(headers), trust(['127.0.0.1'], 'forwarded')).address).toBe(address);
  });
  it('knows a proxy that came over IPv6, also mapped', () => {
    const headers = { 'x-forwarded-for': '192.0.2.7' };
    for (const [peer, proxy] of [
      ['::ffff:10.1.2.3', '10.0.0.0/8'],
      ['2001:db8::9', '2001:db8::/32'],
      ['fe80::1%eth0', 'fe80::1'],
    ] as const)
      expect(readVisitor(ask(headers, peer), trust([proxy])).address).toBe('192.0.2.7');
  });
  it('takes nobody for this machine who came through a proxy', () => {
    const isHere = (headers: Record<string, string>, peer?: string) =>
      [[], ['127.0.0.1']].map((proxies) => readVisitor(ask(headers, peer), trust(proxies)).isHere);
    const host = 'localhost:8080';
    expect(isHere({ host })).toEqual([true, true]);
    expect(isHere({ host }, '10.0.0.1')).toEqual([false, false]);
    // A proxy that passes on the name and tells nothing else.
    expect(isHere({ host: 'mill.example' })).toEqual([false, false]);
    for (const name of [
      'forwarded',
      'via',
      'x-forwarded-for',
      'x-forwarded-host',
      'x-forwarded-proto',
      'x-real-ip',
    ])
      expect([name, isHere({ host, [name]: '127.0.0.1' })]).toEqual([name, [false, false]]);
  });
  it('takes protocol and host from the proxy that heard the client', () => {
    const headers = {
      'x-forwarded-for': '192.0.2.7, 10.0.0.1',
      'x-forwarded-proto': 'https, http',
      'x-forwarded-host': 'outer.example',
    };
    expect(readVisitor(ask(headers), trust(['127.0.0.1', '10.0.0.0/8']))).toMatchObject({
      isSecure: true,
      host: 'outer.example',
      hosts: ['mill.example', 'outer.example'],
    });
    expect(readVisitor(ask(headers), trust([]))).toMatchObject({ isSecure: false, host: 'mill.example' });
  });
});

/** A reverse proxy as those that people run: it adds the address of whoever asks to what was there. */
async function openProxy(target: string, from: () => string): Promise<Server> {
  const { port } = new URL(target);
  const proxy = createServer((incoming, outgoing) => {
    const before = incoming.headers['x-forwarded-for'];
    const forwardedFor = [...(before === undefined ? [] : [before]), from()].join(', ');
    const sent = httpRequest(
      {
        port,
        host: '127.0.0.1',
        method: incoming.method,
        path: incoming.url,
        headers: { ...incoming.headers, 'x-forwarded-for': forwardedFor, 'x-forwarded-proto': 'https' },
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    incoming.pipe(sent);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return proxy;
}

describe('a proxy on the machine of the mill', () => {
  let visitor = '192.0.2.7';
  const apps: { app: SeededApp; proxy: Server; origin: string }[] = [];
  const open = async (trustedProxies: readonly string[]) => {
    const app = await openSeededApp({ settings: { trustedProxies: [...trustedProxies], rateLimit: 4 } });
    const proxy = await openProxy(app.address, () => visitor);
    const at = proxy.address();
    const port = typeof at === 'object' && at !== null ? at.port : 0;
    apps.push({ app, proxy, origin: `http://127.0.0.1:${port}` });
  };
  beforeAll(async () => {
    await open(['127.0.0.1']);
    await open([]);
  });
  afterAll(async () => {
    for (const { app, proxy } of apps) {
      proxy.closeAllConnections();
      proxy.close();
      await app.close();
    }
  });
  const statusOf = async (which: number, path: string, headers: Record<string, string> = {}) =>
    (await fetch(`${apps[which]?.origin}${path}`, { headers })).status;

  it('makes no visitor this machine, whatever the visitor writes', async () => {
    for (const which of [0, 1]) {
      visitor = `192.0.2.${which + 10}`;
      expect(await statusOf(which, '/api/v1/sources')).toBe(401);
      expect(await statusOf(which, '/api/v1/sources', { 'x-forwarded-for': '127.0.0.1' })).toBe(401);
      expect((await fetch(`${apps[which]?.app.address}/api/v1/sources`)).status).toBe(200);
      expect(await statusOf(which, '/api/v1/sources', { authorization: `Bearer ${seededKey}` })).toBe(200);
    }
  });
  it('counts each visitor apart where the proxy is trusted', async () => {
    visitor = '192.0.2.20';
    const of = async (times: number) => {
      const statuses: number[] = [];
      for (let turn = 0; turn < times; turn += 1) statuses.push(await statusOf(0, '/problems'));
      return statuses;
    };
    expect(await of(5)).toEqual([200, 200, 200, 200, 429]);
    visitor = '192.0.2.21';
    expect(await of(1)).toEqual([200]);
    visitor = '2001:db8:1:2::1';
    await of(4);
    visitor = '2001:db8:1:2:ffff::9';
    expect(await of(1)).toEqual([429]);
  });
  it('makes browsers come by https for a year where it says that they did, and nobody else', async () => {
    visitor = '192.0.2.40';
    const told = async (which: number, headers: Record<string, string>, origin = apps[which]?.origin) =>
      (await fetch(`${origin}/login`, { headers })).headers.get('strict-transport-security');
    const byName = { 'x-forwarded-host': 'mill.example' };
    expect(await told(0, byName)).toBe('max-age=31536000');
    // A loopback name is that of every program on a machine, and a strange one that of somebody else.
    expect(await told(0, {})).toBeNull();
    expect(await told(0, { 'x-forwarded-host': 'other.example' })).toBeNull();
    expect(await told(1, byName)).toBeNull();
    const itself = { ...byName, 'x-forwarded-proto': 'https' };
    expect(await told(1, itself, apps[1]?.app.address)).toBeNull();
    expect(await told(0, { 'x-forwarded-host': 'mill.example' }, apps[0]?.app.address)).toBeNull();
  });
  it('says by which name it was asked; every name must be ours', async () => {
    visitor = '192.0.2.30';
    const asked = (host: string) => statusOf(0, '/login', { 'x-forwarded-host': host });
    expect([await asked('mill.example'), await asked('evil.example')]).toEqual([200, 421]);
    const key = { authorization: `Bearer ${seededKey}`, 'x-forwarded-host': 'mill.example' };
    const page = await (await fetch(`${apps[0]?.origin}/copy?q=ferry`, { headers: key })).text();
    expect(page).toContain('https://mill.example/');
    // From a proxy that nobody trusts it is no name.
    const { origin = '' } = apps[1] ?? {};
    const own = await (await fetch(`${origin}/copy?q=ferry`, { headers: key })).text();
    expect(own).toContain(`http://${new URL(origin).host}/`);
  });
});
