import { createServer, request as sendRequest, type IncomingMessage, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type AddressInfo, type Server as TcpServer } from 'node:net';
import { getCACertificates, setDefaultCACertificates, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessPools } from './access.ts';
import type { ResolvedAddress } from './guarded-connector.ts';
import { createHttpClient } from './http-client.ts';
import { HttpFailure } from './http-failure.ts';
import type { HttpClient, HttpRequest } from './http-request.ts';
import { firstHop, nextHop } from './redirect-hop.ts';
import { clientCertificate, serverCertificate } from './testing/certificates.ts';

const limits = { maxBytes: 100_000, totalTimeoutMs: 120_000 };
const servers: (TcpServer & Partial<Pick<Server, 'closeAllConnections'>>)[] = [];
async function listening(server: TcpServer): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server has an address and a port
}

/** What the proxy was asked for, with what it was told of its user. */
const asked: { readonly what: string; readonly user: string | undefined }[] = [];
const userOf = ({ headers }: IncomingMessage) => headers['proxy-authorization'];

/** A proxy for whoever is `reader` with the password `s:cret`; plain requests all go to one server. */
function proxyTo(site: string): Server {
  const isKnown = (user: string | undefined) =>
    user === `Basic ${Buffer.from('reader:s:cret').toString('base64')}`;
  const server = createServer((incoming, answer) => {
    asked.push({ what: `${incoming.method} ${incoming.url}`, user: userOf(incoming) });
    if (!isKnown(userOf(incoming))) return void answer.writeHead(407).end();
    const { pathname } = new URL(incoming.url ?? '');
    sendRequest(`http://${site}${pathname}`, (came) => {
      answer.writeHead(came.statusCode ?? 500, came.headers);
      came.pipe(answer);
    }).end();
  });
  server.on('connect', (incoming: IncomingMessage, socket) => {
    asked.push({ what: `CONNECT ${incoming.url}`, user: userOf(incoming) });
    if (!isKnown(userOf(incoming)))
      return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    const [host, port] = (incoming.url ?? '').split(':');
    const there = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      there.pipe(socket).pipe(there);
    });
    for (const side of [there, socket]) side.on('error', () => undefined);
  });
  return server;
}

describe('how a server is reached', () => {
  let plain = '';
  let secure = '';
  let proxy = '';
  let client: HttpClient;
  const authorities = getCACertificates();
  const names = new Map<string, ResolvedAddress>([
    ['paper.example.org', { address: '203.0.114.7', family: 4 }],
    ['intranet.example.org', { address: '10.0.0.1', family: 4 }],
  ]);
  beforeAll(async () => {
    setDefaultCACertificates([...authorities, serverCertificate.cert]);
    plain = await listening(
      createServer((incoming, answer) => {
        if (incoming.url === '/away') answer.writeHead(302, { location: 'http://intranet.example.org/' });
        if (incoming.url === '/nowhere') answer.writeHead(302, { location: 'http://nowhere.example.org/' });
        answer.end(`plain ${incoming.url}`);
      }),
    );
    secure = await listening(
      createTlsServer(
        { ...serverCertificate, requestCert: true, rejectUnauthorized: false },
        (incoming, answer) => {
          const { subject } = (incoming.socket as TLSSocket).getPeerCertificate(); // a TLS server has TLS sockets
          answer.end(`secure for ${String(subject?.CN ?? 'nobody')}`);
        },
      ),
    );
    proxy = await listening(proxyTo(plain));
    client = createHttpClient({
      userAgent: 'newsmill-test',
      resolve: (name) => {
        const address = names.get(name);
        return address === undefined
          ? Promise.reject(Object.assign(new Error(`no ${name}`), { code: 'ENOTFOUND' }))
          : Promise.resolve([address]);
      },
    });
  });
  afterAll(async () => {
    await client.close();
    for (const server of servers) {
      server.closeAllConnections?.();
      server.close();
    }
    setDefaultCACertificates(authorities);
  });
  const byProxy = (user = 'reader:s%3Acret') => `http://${user}@${proxy}`;
  async function get(url: string, request: Partial<HttpRequest>): Promise<string> {
    try {
      const { body } = await client.send({ url, ...limits, ...request });
      return Buffer.from(body).toString();
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      return error.message;
    }
  }

  it('shows a certificate where it has one', async () => {
    const allowPrivate = [secure];
    const access = { certificate: clientCertificate };
    expect(await get(`https://${secure}/`, { allowPrivate, access })).toBe('secure for newsmill test client');
    expect(await get(`https://${secure}/`, { allowPrivate })).toBe('secure for nobody');
    expect(await get(`https://${secure}/`, { allowPrivate: [], access })).toContain('address-blocked');
  });

  it('shows a certificate to no other origin than that which was asked for', async () => {
    const given: unknown[] = [];
    const pools = new AccessPools({
      resolve: () => Promise.resolve([]),
      connectTimeoutMs: 1_000,
      maxSockets: 1,
      direct: ({ certificate }) => {
        given.push(certificate);
        return { request: () => Promise.reject(new Error('not asked')), destroy: () => Promise.resolve() };
      },
    });
    const request = { url: 'https://paper.example/a', ...limits };
    const first = firstHop(request);
    const known = { first: first.url, allowPrivate: [] };
    for (const hop of [
      first,
      nextHop(first, '/b', request),
      nextHop(first, 'https://other.example/', request),
    ])
      await pools.senderFor(hop, { certificate: clientCertificate }, known);
    expect(given).toEqual([clientCertificate, undefined]);
  });

  it('goes by a proxy, to plain servers and through a tunnel', async () => {
    const access = { proxy: byProxy(), certificate: clientCertificate };
    asked.length = 0;
    expect(await get('http://paper.example.org/story', { allowPrivate: [proxy], access })).toBe(
      'plain /story',
    );
    expect(await get(`https://${secure}/`, { allowPrivate: [proxy, secure], access })).toBe(
      'secure for newsmill test client',
    );
    expect(asked.map(({ what }) => what)).toEqual([
      'GET http://paper.example.org/story',
      `CONNECT ${secure}`,
    ]);
  });

  it('asks neither for what is private nor by a proxy that is, unless they are named', async () => {
    const access = { proxy: byProxy() };
    const by = (url: string, allowPrivate = [proxy]) => get(url, { allowPrivate, access });
    asked.length = 0;
    expect(await by('http://paper.example.org/story', [])).toMatch(
      /^address-blocked: the proxy: 127\.0\.0\.1 /,
    );
    expect(await by('http://intranet.example.org/')).toContain('resolves to 10.0.0.1');
    expect(await by('http://10.0.0.1/')).toContain('address-blocked');
    expect(asked).toEqual([]);
    expect(await by('http://paper.example.org/away')).toContain('resolves to 10.0.0.1');
    // A name that only the proxy knows may be asked for, and not be redirected to.
    expect(await by('http://unknown.example.org/story')).toBe('plain /story');
    expect(await by('http://paper.example.org/nowhere')).toContain('nowhere.example.org is not known here');
    expect(asked.map(({ what }) => what)).toEqual([
      'GET http://paper.example.org/away',
      'GET http://unknown.example.org/story',
      'GET http://paper.example.org/nowhere',
    ]);
  });

  it('says that a proxy refuses its user', async () => {
    const access = { proxy: byProxy('reader:wrong') };
    expect(await get('http://paper.example.org/story', { allowPrivate: [proxy], access })).toContain('407');
    expect(await get(`https://${secure}/`, { allowPrivate: [proxy, secure], access })).toContain('407');
  });
});
