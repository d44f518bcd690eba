import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';
import zlib from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createHttpClient } from './http-client.ts';
import { HttpFailure } from './http-failure.ts';
import type { HttpClient, HttpRequest } from './http-request.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? (address satisfies AddressInfo).port : 0);
    });
  });
}

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  const port = await listening(server);
  closers.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  );
  return `127.0.0.1:${port}`;
}

/** A server that writes raw bytes whatever is asked. */
async function serveRaw(text: string, end: boolean): Promise<string> {
  const sockets = new Set<{ destroy(): unknown }>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('data', () => {
      socket.write(text);
      if (end) socket.end();
    });
  });
  const port = await listening(server);
  closers.push(
    () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(resolve);
      }),
  );
  return `127.0.0.1:${port}`;
}

function newClient(resolve?: Parameters<typeof createHttpClient>[0]['resolve']): HttpClient {
  const client = createHttpClient({
    userAgent: 'newsmill-test/1',
    ...(resolve === undefined ? {} : { resolve }),
  });
  closers.push(() => client.close());
  return client;
}

const limits = { maxBytes: 1_000_000, totalTimeoutMs: 120_000 };

async function failure(client: HttpClient, request: HttpRequest): Promise<HttpFailure> {
  try {
    await client.send(request);
  } catch (error) {
    if (error instanceof HttpFailure) return error;
    throw error;
  }
  throw new Error('the request was answered');
}

describe('createHttpClient', () => {
  it('hands the wire bytes on as they came', async () => {
    const page = zlib.gzipSync('<p>hello</p>');
    const host = await serve((request, response) => {
      response.writeHead(200, {
        'content-encoding': 'gzip',
        'content-type': 'text/html',
        etag: '"a"',
        'set-cookie': 'a=b',
        'x-agent': request.headers['user-agent'],
      });
      response.end(page);
    });
    const answer = await newClient().send({
      url: `http://${host}/page#part`,
      allowPrivate: [host],
      decode: true,
      ...limits,
    });
    expect(answer).toMatchObject({
      status: 200,
      url: `http://${host}/page`,
      encoding: 'gzip',
      truncated: false,
      redirects: [],
    });
    expect(Buffer.from(answer.body).equals(page)).toBe(true);
    expect(Buffer.from(answer.decoded ?? []).toString()).toBe('<p>hello</p>');
    expect(answer.headers).toMatchObject({ etag: '"a"', 'x-agent': 'newsmill-test/1' });
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('sends a conditional request and answers 304', async () => {
    const host = await serve((request, response) => {
      response.writeHead(request.headers['if-none-match'] === '"a"' ? 304 : 200);
      response.end();
    });
    const answer = await newClient().send({
      url: `http://${host}/`,
      headers: { 'If-None-Match': '"a"' },
      allowPrivate: [host],
      ...limits,
    });
    expect(answer.status).toBe(304);
  });

  it.each([
    'http://127.0.0.1:1234/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/',
    'http://localhost./',
    'http://[64:ff9b::7f00:1]/',
    'http://100.64.0.1/',
    'http://1.1.1.1:6379/',
  ])('blocks %s before a byte is sent', async (url) => {
    expect(await failure(newClient(), { url, ...limits })).toMatchObject({
      kind: 'address-blocked',
      retryable: false,
    });
  });

  it.each([
    ['a private answer', [{ address: '127.0.0.1', family: 4 }]],
    [
      'one public and one private answer',
      [
        { address: '93.184.216.34', family: 4 },
        { address: '10.0.0.1', family: 4 },
      ],
    ],
    ['a mapped answer', [{ address: '::ffff:10.0.0.1', family: 6 }]],
  ])('blocks a name with %s', async (_name, addresses) => {
    const client = newClient(() => Promise.resolve(addresses));
    expect(await failure(client, { url: 'http://news.example.org/', ...limits })).toMatchObject({
      kind: 'address-blocked',
    });
  });

  it('asks the resolver at connect time alone, so that a second answer cannot be smuggled in', async () => {
    let asked = 0;
    const client = newClient(() => {
      asked += 1;
      return Promise.resolve([{ address: asked === 1 ? '10.1.2.3' : '127.0.0.1', family: 4 }]);
    });
    expect(await failure(client, { url: 'http://rebind.example.org/', ...limits })).toMatchObject({
      kind: 'address-blocked',
    });
    expect(asked).toBe(1);
  });

  it('does not follow a redirect from an allowed host to another private one', async () => {
    let hits = 0;
    const secret = await serve((_request, response) => {
      hits += 1;
      response.end('secret');
    });
    const host = await serve((_request, response) => {
      response.writeHead(302, { location: `http://${secret}/` });
      response.end();
    });
    expect(
      await failure(newClient(), { url: `http://${host}/`, allowPrivate: [host, secret], ...limits }),
    ).toMatchObject({ kind: 'address-blocked', url: `http://${secret}/` });
    expect(hits).toBe(0);
  });

  it('reaches no other port of a host of which one was allowed, asked for or by a redirect', async () => {
    const host = await serve((_request, response) => {
      response.writeHead(302, { location: 'http://127.0.0.1:6379/' });
      response.end();
    });
    for (const url of [`http://${host}/`, 'http://127.0.0.1:6379/', 'http://127.0.0.1:25/'])
      expect(await failure(newClient(), { url, allowPrivate: [host], ...limits })).toMatchObject({
        kind: 'address-blocked',
        message: expect.stringMatching(/port (?:6379|25) is never asked/),
      });
  });

  it('asks no server of the mill at a public name, unless the request allows it', async () => {
    const own = await serve((_request, response) => response.end('an index'));
    const asked: string[] = [];
    const client = createHttpClient({
      userAgent: 'newsmill-test/1',
      ownServers: ['search.mill.example:443', 'mill.example:80', own],
      resolve: async (name) => {
        asked.push(name);
        throw Object.assign(new Error(`there is no ${name}`), { code: 'ENOTFOUND' });
      },
    });
    closers.push(() => client.close());
    const leading = await serve((request, response) => {
      response.writeHead(302, {
        location: request.url === '/a' ? 'https://search.mill.example/_search' : '/a',
      });
      response.end();
    });
    for (const url of [
      'https://search.mill.example/_search',
      'https://SEARCH.mill.example.:443/',
      'http://mill.example/api/v1/search',
      `http://${leading}/`,
    ])
      expect(await failure(client, { url, allowPrivate: [leading], ...limits })).toMatchObject({
        kind: 'address-blocked',
        message: expect.stringContaining('is a server of this mill'),
      });
    expect(asked).toEqual([]);
    // Other ports are other servers.
    expect(await failure(client, { url: 'http://search.mill.example/', ...limits })).toMatchObject({
      kind: 'dns',
    });
    expect(asked).toEqual(['search.mill.example']);
    const answer = await client.send({ url: `http://${own}/`, allowPrivate: [own], ...limits });
    expect(answer.status).toBe(200);
  });

  it('does not lend an allowed connection to a request that was not allowed', async () => {
    const host = await serve((_request, response) => response.end('ok'));
    const client = newClient();
    await client.send({ url: `http://${host}/`, allowPrivate: [host], ...limits });
    expect(await failure(client, { url: `http://${host}/`, ...limits })).toMatchObject({
      kind: 'address-blocked',
    });
  });

  it('follows redirects on the same host and names them', async () => {
    const host = await serve((request, response) => {
      if (request.url === '/new') return response.end('here');
      response.writeHead(301, { location: '/new' });
      return response.end();
    });
    const answer = await newClient().send({ url: `http://${host}/old`, allowPrivate: [host], ...limits });
    expect(answer).toMatchObject({ url: `http://${host}/new`, redirects: [`http://${host}/old`] });
  });

  it('follows where a page itself leads, as a redirect', async () => {
    const host = await serve((request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(request.url === '/go' ? 'to /story' : 'the story');
    });
    const answer = await newClient().send({
      url: `http://${host}/go`,
      allowPrivate: [host],
      leadsTo: async ({ body }) => /^to (.*)/.exec(Buffer.from(body).toString())?.[1],
      ...limits,
    });
    expect(answer).toMatchObject({ url: `http://${host}/story`, redirects: [`http://${host}/go`] });
  });

  it('holds where a page leads to the rules of redirects', async () => {
    const host = await serve((request, response) => {
      response.writeHead(200).end(String(Number(request.url?.slice(1)) + 1));
    });
    const client = newClient();
    const leading = (to: (body: string) => string) => ({
      url: `http://${host}/1`,
      allowPrivate: [host],
      leadsTo: async ({ body }: { readonly body: Uint8Array }) => to(Buffer.from(body).toString()),
      ...limits,
    });
    expect(
      await failure(
        client,
        leading((count) => `/${count}`),
      ),
    ).toMatchObject({ kind: 'too-many-redirects' });
    expect(
      await failure(
        client,
        leading(() => '/1'),
      ),
    ).toMatchObject({ kind: 'too-many-redirects' });
    expect(
      await failure(
        client,
        leading(() => 'http://127.0.0.1:9/'),
      ),
    ).toMatchObject({ kind: 'address-blocked' });
    expect(
      await failure(
        client,
        leading(() => 'file:///etc/hosts'),
      ),
    ).toMatchObject({ kind: 'bad-address' });
  });

  it('sends the cookies that were set on the way, and asks an address again with new ones', async () => {
    const seen: (string | undefined)[] = [];
    const host = await serve((request, response) => {
      seen.push(request.headers.cookie);
      if (request.headers.cookie?.includes('pass=1') === true)
        return void response.writeHead(200).end('the story');
      response.writeHead(302, { location: request.url, 'set-cookie': ['pass=1; Path=/', 'a=2'] }).end();
    });
    const client = newClient();
    const request = { url: `http://${host}/story`, allowPrivate: [host], ...limits };
    expect((await client.send({ ...request, headers: { Cookie: 'own=3' } })).status).toBe(200);
    expect(seen).toEqual(['own=3', 'own=3; pass=1; a=2']);
    await client.send(request);
    expect(seen.slice(2)).toEqual([undefined, 'pass=1; a=2']);
  });

  it('ends where a server sets a cookie and leads to itself without end', async () => {
    let count = 0;
    const host = await serve((request, response) => {
      count += 1;
      response.writeHead(302, { location: request.url, 'set-cookie': `n=${count}` }).end();
    });
    expect(
      await failure(newClient(), { url: `http://${host}/story`, allowPrivate: [host], ...limits }),
    ).toMatchObject({ kind: 'too-many-redirects' });
    expect(count).toBe(6);
  });

  it('follows five redirects and no sixth', async () => {
    const host = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) return response.end('here');
      response.writeHead(301, { location: `/${left - 1}` });
      return response.end();
    });
    expect(
      (await newClient().send({ url: `http://${host}/5`, allowPrivate: [host], ...limits })).redirects,
    ).toHaveLength(5);
    expect(
      await failure(newClient(), { url: `http://${host}/6`, allowPrivate: [host], ...limits }),
    ).toMatchObject({ kind: 'too-many-redirects' });
  });

  it.each([
    ['/loop', '/loop'],
    ['/long', ''],
  ])('ends the redirects of %s', async (path, target) => {
    let count = 0;
    const host = await serve((_request, response) => {
      count += 1;
      response.writeHead(302, { location: target === '' ? `/long?${count}` : target });
      response.end();
    });
    expect(
      await failure(newClient(), { url: `http://${host}${path}`, allowPrivate: [host], ...limits }),
    ).toMatchObject({ kind: 'too-many-redirects', retryable: false });
    expect(count).toBeLessThanOrEqual(6);
  });

  it.each(['file:///etc/passwd', 'gopher://x.example.org/', 'javascript:alert(1)', 'http://'])(
    'refuses a redirect to %s',
    async (location) => {
      const host = await serve((_request, response) => {
        response.writeHead(302, { location });
        response.end();
      });
      expect(
        await failure(newClient(), { url: `http://${host}/`, allowPrivate: [host], ...limits }),
      ).toMatchObject({ kind: 'bad-address', retryable: false });
    },
  );

  it.each([
    ['gzip', zlib.gzipSync(Buffer.alloc(30_000_000))],
    [
      'br',
      zlib.brotliCompressSync(Buffer.alloc(30_000_000), {
        params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 },
      }),
    ],
    ['zstd', zlib.zstdCompressSync(Buffer.alloc(30_000_000))],
    ['deflate', zlib.deflateRawSync(Buffer.alloc(30_000_000))],
  ])('ends a %s bomb at the limit', async (encoding, bomb) => {
    const host = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding });
      response.end(bomb);
    });
    expect(
      await failure(newClient(), { url: `http://${host}/`, allowPrivate: [host], ...limits }),
    ).toMatchObject({ kind: 'too-large', retryable: false });
  });

  it('ends an endless body at the limit, or answers with its beginning', async () => {
    let sent = 0;
    const host = await serve((_request, response) => {
      const more = () => {
        while (!response.destroyed && sent < 200_000_000) {
          sent += 65_536;
          if (!response.write(Buffer.alloc(65_536, 97))) return void response.once('drain', more);
        }
      };
      more();
    });
    const client = newClient();
    expect(await failure(client, { url: `http://${host}/`, allowPrivate: [host], ...limits })).toMatchObject({
      kind: 'too-large',
    });
    const answer = await client.send({
      url: `http://${host}/`,
      allowPrivate: [host],
      onTooLarge: 'truncate',
      ...limits,
    });
    expect(answer).toMatchObject({ truncated: true });
    expect(answer.body.length).toBe(limits.maxBytes);
    expect(sent).toBeLessThan(100_000_000);
  });

  it('ends a body that drips, and a server that is silent, at the deadline', async () => {
    const host = await serve((request, response) => {
      if (request.url === '/silent') return;
      const timer = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(timer));
    });
    const client = newClient();
    for (const path of ['/drip', '/silent']) {
      expect(
        await failure(client, {
          url: `http://${host}${path}`,
          allowPrivate: [host],
          maxBytes: 1_000,
          totalTimeoutMs: 400,
        }),
      ).toMatchObject({ kind: 'timeout', retryable: true });
    }
  });

  it.each([
    ['a short body', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhello'],
    ['a cut chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n50\r\nhello'],
    ['chunks without their end', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n'],
  ])('calls %s incomplete', async (_name, text) => {
    const host = await serveRaw(text, true);
    expect(
      await failure(newClient(), { url: `http://${host}/`, allowPrivate: [host], ...limits }),
    ).toMatchObject({ kind: 'incomplete', retryable: true });
  });

  it('calls a cut gzip stream incomplete although its length is as promised', async () => {
    const cut = zlib
      .gzipSync(Array.from({ length: 5_000 }, (_value, index) => `line ${index * 7919}`).join('\n'))
      .subarray(0, 9_000);
    const host = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': cut.length });
      response.end(cut);
    });
    expect(
      await failure(newClient(), { url: `http://${host}/`, allowPrivate: [host], ...limits }),
    ).toMatchObject({ kind: 'incomplete' });
  });

  it('sees through a header that says gzip of plain text', async () => {
    const host = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end('plain after all');
    });
    const answer = await newClient().send({
      url: `http://${host}/`,
      allowPrivate: [host],
      decode: true,
      ...limits,
    });
    expect(Buffer.from(answer.decoded ?? []).toString()).toBe('plain after all');
  });

  it.each([
    ['closed before the headers', '', 'reset'],
    ['nonsense', 'what is this\r\n\r\n', 'protocol'],
    ['a flood of headers', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`, 'protocol'],
    [
      'a stack of encodings',
      'HTTP/1.1 200 OK\r\ncontent-encoding: gzip, gzip, gzip\r\ncontent-length: 0\r\n\r\n',
      'protocol',
    ],
  ])('names the fault of %s', async (_name, text, kind) => {
    const host = await serveRaw(text, true);
    expect(
      await failure(newClient(), { url: `http://${host}/`, allowPrivate: [host], ...limits }),
    ).toMatchObject({ kind });
  });

  it('names refused connections, unknown names and bad headers', async () => {
    const server = createTcpServer();
    const port = await listening(server);
    await new Promise((resolve) => server.close(resolve));
    const host = `127.0.0.1:${port}`;
    const client = newClient(() =>
      Promise.reject(Object.assign(new Error('unknown'), { code: 'ENOTFOUND' })),
    );
    expect(await failure(client, { url: `http://${host}/`, allowPrivate: [host], ...limits })).toMatchObject({
      kind: 'reset',
      retryable: true,
    });
    expect(await failure(client, { url: 'http://nowhere.example.org/', ...limits })).toMatchObject({
      kind: 'dns',
      retryable: true,
    });
    expect(
      await failure(client, {
        url: `http://${host}/`,
        headers: { etag: 'a\r\nx: y' },
        allowPrivate: [host],
        ...limits,
      }),
    ).toMatchObject({ kind: 'bad-request', retryable: false });
    expect(await failure(client, { url: 'ftp://x.example.org/', ...limits })).toMatchObject({
      kind: 'bad-address',
    });
  });

  it('says in words that a server speaks no TLS', async () => {
    const host = await serveRaw('HTTP/1.1 400 Bad Request\r\n\r\n', true);
    expect(
      await failure(newClient(), { url: `https://${host}/`, allowPrivate: [host], ...limits }),
    ).toMatchObject({
      kind: 'tls',
      code: 'ERR_SSL_WRONG_VERSION_NUMBER',
      message: expect.stringMatching(/wrong version number$/),
    });
  });

  it('keeps secrets at the origin they were meant for', async () => {
    let seen: string | undefined = 'none';
    const host = await serve((request, response) => {
      if (request.headers.host?.startsWith('localhost') === true) {
        seen = request.headers.authorization;
        return response.end('there');
      }
      response.writeHead(302, { location: `http://localhost:${host.split(':')[1]}/` });
      return response.end();
    });
    const client = newClient(() => Promise.resolve([{ address: '127.0.0.1', family: 4 }]));
    const request = {
      url: `http://${host}/`,
      headers: { authorization: 'Bearer x' },
      allowPrivate: [host],
      ...limits,
    };
    expect(await failure(client, request)).toMatchObject({ kind: 'address-blocked' });
    expect(seen).toBe('none');
  });

  it('gives up when the caller does', async () => {
    const host = await serve(() => undefined);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    expect(
      await failure(newClient(), {
        url: `http://${host}/`,
        allowPrivate: [host],
        signal: controller.signal,
        ...limits,
      }),
    ).toMatchObject({ kind: 'aborted' });
  });
});
