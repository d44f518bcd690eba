import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import zlib from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createHttpClient } from './http-client.ts';
import { HttpFailure } from './http-failure.ts';
import type { HttpClient, HttpRequest } from './http-request.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

function listening(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`);
    });
  });
}

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  closers.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  );
  return await listening(server);
}

/** A server that does with each connection what it is told, once the request has come. */
async function serveRaw(speak: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('data', () => speak(socket));
  });
  closers.push(
    () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(resolve);
      }),
  );
  return await listening(server);
}

/** Writes a text again and again, every `everyMs`, until the connection is gone. */
function drip(socket: Socket, text: string, everyMs: number): void {
  const timer = setInterval(() => socket.write(text), everyMs);
  socket.on('close', () => clearInterval(timer));
}

function newClient(options: Partial<Parameters<typeof createHttpClient>[0]> = {}): HttpClient {
  const client = createHttpClient({ userAgent: 'newsmill-test/1', ...options });
  closers.push(() => client.close());
  return client;
}

/** A guard for what hangs: nothing here takes so long on a machine that is slow. */
const hangMs = 120_000;
const limits = { maxBytes: 1_000_000, totalTimeoutMs: hangMs };

async function failure(client: HttpClient, request: HttpRequest): Promise<HttpFailure> {
  try {
    await client.send(request);
  } catch (error) {
    if (error instanceof HttpFailure) return error;
    throw error;
  }
  throw new Error('the request was answered');
}

/** Text that gzip makes about three times smaller, so that it is large on the wire too. */
const large = Buffer.from(
  Array.from(
    { length: 60_000 },
    (_value, index) => `line ${(index * 7_919) % 100_003} ${(index * 104_729) % 99_991}`,
  ).join('\n'),
);
const encodings = [
  ['gzip', zlib.gzipSync(large)],
  ['br', zlib.brotliCompressSync(large, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 3 } })],
  ['zstd', zlib.zstdCompressSync(large)],
  ['deflate', zlib.deflateSync(large)],
  ['deflate', zlib.deflateRawSync(large)],
  ['gzip', large],
  ['identity', large],
] as const;

describe('large bodies', () => {
  it.each(encodings)('inflates %s while it comes and hands the wire bytes on', async (encoding, bytes) => {
    expect(bytes.length).toBeGreaterThan(200_000);
    const host = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding });
      for (let at = 0; at < bytes.length; at += 50_000) response.write(bytes.subarray(at, at + 50_000));
      response.end();
    });
    const request = { url: `http://${host}/`, allowPrivate: [host], ...limits, maxBytes: 3_000_000 };
    const [decoded, counted] = [
      await newClient().send({ ...request, decode: true }),
      await newClient().send(request),
    ];
    expect(Buffer.from(decoded.body).equals(bytes)).toBe(true);
    expect(Buffer.from(decoded.decoded ?? []).equals(large)).toBe(true);
    expect(counted.decoded).toBeUndefined();
    expect(decoded.decodedBytes).toBe(large.length);
  });

  it.each(encodings.slice(0, 5))(
    'ends %s at the limit of decoded bytes, or answers with the beginning',
    async (encoding, bytes) => {
      const host = await serve((_request, response) => {
        response.writeHead(200, { 'content-encoding': encoding });
        response.end(bytes);
      });
      const request = {
        url: `http://${host}/`,
        allowPrivate: [host],
        decode: true,
        ...limits,
        maxBytes: large.length - 1_000,
      };
      expect(await failure(newClient(), request)).toMatchObject({ kind: 'too-large' });
      const answer = await newClient().send({ ...request, onTooLarge: 'truncate' });
      expect(answer.truncated).toBe(true);
      expect(large.subarray(0, answer.decoded?.length).equals(Buffer.from(answer.decoded ?? []))).toBe(true);
      expect(answer.decoded?.length).toBeGreaterThan(limits.maxBytes / 2);
    },
  );

  it('calls a large stream that is cut incomplete', async () => {
    const cut = zlib.gzipSync(large).subarray(0, 250_000);
    const host = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': cut.length });
      response.end(cut);
    });
    expect(
      await failure(newClient(), {
        url: `http://${host}/`,
        allowPrivate: [host],
        ...limits,
        maxBytes: 3_000_000,
      }),
    ).toMatchObject({ kind: 'incomplete' });
  });

  it('ends an endless bomb while it still comes', async () => {
    let read = 0;
    // Each block stands alone, so that a bomb has as many as one likes.
    const block = zlib.deflateRawSync(Buffer.alloc(10_000_000), {
      finishFlush: zlib.constants.Z_FULL_FLUSH,
    });
    const host = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.write(zlib.gzipSync('').subarray(0, 10));
      const more = () => {
        while (!response.destroyed && response.write(block));
      };
      response.on('drain', more);
      more();
    });
    expect(
      await failure(newClient(), {
        url: `http://${host}/`,
        allowPrivate: [host],
        maxBytes: 1_000_000_000,
        totalTimeoutMs: hangMs,
        admit: (bytes) => {
          read += bytes;
          return undefined;
        },
      }),
    ).toMatchObject({ kind: 'too-large', retryable: false });
    // What the server has written besides waits in the buffers of the system.
    expect(read).toBeLessThan(1_000_000);
  });

  it('ends a body of crumbs without number long before its size is too large', async () => {
    const host = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
      const crumbs = Buffer.from('1\r\na\r\n'.repeat(5_000));
      const goOn = (): void => {
        while (!socket.destroyed && socket.write(crumbs));
      };
      socket.on('drain', goOn);
      goOn();
    });
    let bytes = 0;
    const request = {
      url: `http://${host}/`,
      allowPrivate: [host],
      ...limits,
      admit: (size: number) => void (bytes += size),
    };
    expect(await failure(newClient(), request)).toMatchObject({ kind: 'too-large' });
    expect(bytes).toBeLessThan(20_000);
  });

  it('refuses a small body that grows beyond the greatest ratio, but not one that merely repeats itself', async () => {
    const bodies: Record<string, Uint8Array> = {
      '/bomb': zlib.gzipSync(Buffer.alloc(20_000_000)),
      '/table': zlib.gzipSync('<tr><td>0</td></tr>'.repeat(50_000)),
    };
    const host = await serve((request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(bodies[request.url ?? '']);
    });
    const request = { allowPrivate: [host], maxBytes: 100_000_000, totalTimeoutMs: hangMs };
    expect(await failure(newClient(), { url: `http://${host}/bomb`, ...request })).toMatchObject({
      kind: 'too-large',
    });
    expect(await newClient().send({ url: `http://${host}/bomb`, ...request, maxRatio: 2_000 })).toMatchObject(
      { decodedBytes: 20_000_000 },
    );
    expect(await newClient().send({ url: `http://${host}/table`, ...request })).toMatchObject({
      decodedBytes: 950_000,
    });
  });
});

describe('slow servers', () => {
  const minRate = { bytesPerSecond: 1_000, seconds: 0.3 };

  it.each([
    ['from the start', ''],
    ['after a quick beginning', 'x'.repeat(20_000)],
  ])('ends a body that is too slow %s', async (_name, beginning) => {
    const host = await serve((_request, response) => {
      response.write(`${beginning}.`);
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    });
    expect(
      await failure(newClient(), { url: `http://${host}/`, allowPrivate: [host], minRate, ...limits }),
    ).toMatchObject({ kind: 'too-slow', retryable: true });
  });

  it('waits for a body that is slow but quick enough', async () => {
    // Each stretch has room for a machine that stands still for most of it.
    const stretches = { bytesPerSecond: 1_000, seconds: 1 };
    const host = await serve((_request, response) => {
      let count = 0;
      const timer = setInterval(() => {
        response.write('x'.repeat(500));
        count += 1;
        if (count < 60) return;
        clearInterval(timer);
        response.end();
      }, 40);
    });
    const request = { url: `http://${host}/`, allowPrivate: [host], minRate: stretches, ...limits };
    expect((await newClient().send(request)).body.length).toBe(30_000);
  });

  it('follows a redirect whose own body never ends', async () => {
    const host = await serve((request, response) => {
      if (request.url === '/new') return response.end('here');
      response.writeHead(302, { location: '/new' });
      const timer = setInterval(() => response.write('x'), 20);
      return response.on('close', () => clearInterval(timer));
    });
    expect(await newClient().send({ url: `http://${host}/`, allowPrivate: [host], ...limits })).toMatchObject(
      { status: 200, url: `http://${host}/new` },
    );
  });

  it('waits for no body where the status is all that is wanted, and takes a broken one for none', async () => {
    const host = await serve((request, response) => {
      response.writeHead(request.url === '/busy' ? 503 : 200, {
        'retry-after': '7',
        'content-length': '900',
      });
      response.write('x');
      if (request.url === '/broken') return setImmediate(() => response.destroy());
      const timer = setInterval(() => response.write('x'), 20);
      return response.on('close', () => clearInterval(timer));
    });
    const client = newClient();
    const send = async (path: string) =>
      client.send({
        url: `http://${host}${path}`,
        allowPrivate: [host],
        skipsBody: true,
        method: 'POST',
        ...limits,
      });
    for (const path of ['/', '/broken', '/'])
      expect(await send(path)).toMatchObject({ status: 200, body: new Uint8Array(), truncated: false });
    expect(await send('/busy')).toMatchObject({ status: 503, headers: { 'retry-after': '7' } });
  });

  it('ends chunks that carry nothing but extensions', async () => {
    const host = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1;a=');
      drip(socket, 'y'.repeat(200), 10);
    });
    expect(['too-slow', 'protocol']).toContain(
      (await failure(newClient(), { url: `http://${host}/`, allowPrivate: [host], minRate, ...limits })).kind,
    );
  });

  it('ends headers that drip at the deadline for headers, and at that for everything', async () => {
    const host = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      drip(socket, 'x: y\r\n', 50);
    });
    expect(
      await failure(newClient(), {
        url: `http://${host}/`,
        allowPrivate: [host],
        headersTimeoutMs: 200,
        ...limits,
      }),
    ).toMatchObject({ kind: 'timeout', retryable: true });
    expect(
      await failure(newClient(), {
        url: `http://${host}/`,
        allowPrivate: [host],
        ...limits,
        totalTimeoutMs: 300,
      }),
    ).toMatchObject({ kind: 'timeout', retryable: true });
  });
});

describe('answers that break the rules', () => {
  it.each([
    ['headers without end', 'HTTP/1.1 200 OK\r\n', 'x: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n'.repeat(50)],
    ['one header without end', 'HTTP/1.1 200 OK\r\nx: ', 'y'.repeat(2_000)],
    [
      'trailers without end',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\n',
      'x: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n'.repeat(50),
    ],
  ])('ends %s', async (_name, beginning, more) => {
    let sent = 0;
    const host = await serveRaw((socket) => {
      socket.write(beginning);
      const timer = setInterval(() => {
        sent += more.length;
        socket.write(more);
      }, 2);
      socket.on('close', () => clearInterval(timer));
    });
    expect(['protocol', 'incomplete']).toContain(
      (
        await failure(newClient(), {
          url: `http://${host}/`,
          allowPrivate: [host],
          ...limits,
        })
      ).kind,
    );
    expect(sent).toBeLessThan(1_000_000);
  });

  it('ends interim answers without end at the deadline', async () => {
    const host = await serveRaw((socket) =>
      drip(socket, 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n', 5),
    );
    expect(['timeout', 'protocol']).toContain(
      (
        await failure(newClient(), {
          url: `http://${host}/`,
          allowPrivate: [host],
          ...limits,
          totalTimeoutMs: 400,
        })
      ).kind,
    );
  });

  it('ends interim answers that come in a flood, long before the deadline', async () => {
    const host = await serveRaw((socket) =>
      drip(socket, 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'.repeat(20), 5),
    );
    const ended = await failure(newClient(), { url: `http://${host}/`, allowPrivate: [host], ...limits });
    expect([ended.kind, ended.message]).toEqual(['protocol', expect.stringContaining('interim answers')]);
  });

  it('reads no more than a short content-length promises, and nothing of it into the next answer', async () => {
    const host = await serveRaw((socket) =>
      socket.write(
        'HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhelloHTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nevil',
      ),
    );
    const client = newClient();
    const request = { url: `http://${host}/`, allowPrivate: [host], ...limits };
    expect(Buffer.from((await client.send(request)).body).toString()).toBe('hello');
    expect(Buffer.from((await client.send(request)).body).toString()).toBe('hello');
  });

  it.each([
    ['two lengths', 'content-length: 5\r\ncontent-length: 6\r\n\r\nhello'],
    ['a length and chunks', 'content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n'],
    ['a length that is no number', 'content-length: five\r\n\r\nhello'],
    ['a chunk whose size is no number', 'transfer-encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n'],
  ])('refuses %s', async (_name, rest) => {
    const host = await serveRaw((socket) => socket.end(`HTTP/1.1 200 OK\r\n${rest}`));
    expect(['protocol', 'incomplete']).toContain(
      (await failure(newClient(), { url: `http://${host}/`, allowPrivate: [host], ...limits })).kind,
    );
  });
});

describe('addresses that lead elsewhere', () => {
  it.each([
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::a00:1]/',
    '//169.254.169.254/latest/',
    'http://user@10.0.0.1/',
    'http://localhost/',
    'http://news.example.org:22/',
    'http://news.example.org:0/',
    'http://inside.example.org/',
  ])('does not follow a redirect to %s', async (location) => {
    const host = await serve((_request, response) => {
      response.writeHead(307, { location });
      response.end();
    });
    const client = newClient({ resolve: () => Promise.resolve([{ address: '10.9.8.7', family: 4 }]) });
    expect(await failure(client, { url: `http://${host}/`, allowPrivate: [host], ...limits })).toMatchObject({
      kind: 'address-blocked',
      retryable: false,
    });
  });

  it('connects to the address that it checked: a name that turns private later is neither asked again nor reached', async () => {
    let hits = 0;
    const host = await serve((_request, response) => {
      hits += 1;
      response.end('inside');
    });
    const answers = ['3ffe::1', '127.0.0.1'];
    let asked = 0;
    const resolve = () => {
      const address = answers[asked] ?? '127.0.0.1';
      asked += 1;
      return Promise.resolve([{ address, family: address.includes(':') ? 6 : 4 }]);
    };
    const client = newClient({ resolve, connectTimeoutMs: 300 });
    const request = { url: `http://rebind.example.org:${host.split(':')[1]}/`, ...limits };
    expect(['reset', 'timeout']).toContain((await failure(client, request)).kind);
    expect(asked).toBe(1);
    expect(await failure(client, request)).toMatchObject({ kind: 'address-blocked' });
    expect([asked, hits]).toEqual([2, 0]);
  });

  it('sends no userinfo and names none', async () => {
    let seen: string | undefined;
    const host = await serve((request, response) => {
      seen = request.headers.authorization;
      response.end();
    });
    expect(
      await newClient().send({ url: `http://user:secret@${host}/`, allowPrivate: [host], ...limits }),
    ).toMatchObject({ status: 200, url: `http://${host}/` });
    expect(seen).toBeUndefined();
  });

  it('waits with a body while there is no room for it, and does not call its sender slow', async () => {
    const body = Buffer.alloc(3_000_000, 'x');
    const host = await serve((_request, response) => response.end(body));
    let bytes = 0;
    let isFull = true;
    let waits = 0;
    const admit = (size: number): Promise<void> | undefined => {
      bytes += size;
      if (!isFull) return undefined;
      isFull = false;
      waits += 1;
      return new Promise((resolve) => setTimeout(resolve, 2_500));
    };
    const http = createHttpClient({ userAgent: 'newsmill-test' });
    closers.push(() => http.close());
    const answer = await http.send({
      url: `http://${host}/`,
      allowPrivate: [host],
      maxBytes: 10_000_000,
      totalTimeoutMs: hangMs,
      minRate: { bytesPerSecond: 1_000, seconds: 1 },
      admit,
    });
    expect(answer.body.byteLength).toBe(body.byteLength);
    expect([bytes, waits]).toEqual([body.byteLength, 1]);
  });
});
