import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { serverStartLimitMs, startServers, type Servers } from '../../../../../test/servers/start-servers.ts';
import { archiveContract } from '../archive.contract.ts';
import { ArchiveUnreachable, type Archive, type ArchivedPage } from '../archive.ts';
import { openS3Archive } from './s3-archive.ts';
import type { S3ArchiveOptions } from './s3-client.ts';

const noon = Date.UTC(2026, 10, 24, 12);
const page = (url: string, change: Partial<ArchivedPage> = {}): ArchivedPage => ({
  url,
  fetchedAt: noon,
  status: 200,
  encoding: 'identity',
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(url),
  ...change,
});

let servers: Servers;
beforeAll(async () => {
  servers = await startServers(['s3']);
}, serverStartLimitMs);
afterAll(() => servers.close());

archiveContract('s3', async () => {
  const options = { ...servers.s3, prefix: `contract/${randomUUID()}` };
  return { open: () => openS3Archive(options), destroy: () => empty(options) };
});

async function empty(options: S3ArchiveOptions): Promise<void> {
  const archive = await openS3Archive(options);
  await archive.prune({ now: noon, maxAgeMs: 0, maxBytes: 0 });
  await archive.close();
}

async function namesOf(archive: Archive): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of archive.files()) names.push(name);
  return names;
}

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

describe('s3 archive', () => {
  it('keeps to its folder of the bucket', async () => {
    const root = `folders/${randomUUID()}`;
    const places = await Promise.all(
      [root, `${root}/below`, `${root}x`].map((prefix) => openS3Archive({ ...servers.s3, prefix })),
    );
    const references = await Promise.all(
      places.map((archive, i) => archive.put(page(`https://a.example/${i}`))),
    );
    const [first] = places;
    if (first === undefined) throw new Error('three archives expected');
    expect(await namesOf(first)).toEqual([references[0]?.file]);
    expect((await first.prune({ now: noon, maxAgeMs: 0, maxBytes: 0 })).files).toBe(1);
    expect(await Promise.all(places.map(async (archive) => (await namesOf(archive)).length))).toEqual([
      0, 1, 1,
    ]);
    for (const archive of places.slice(1)) await archive.prune({ now: noon, maxAgeMs: 0, maxBytes: 0 });
    await Promise.all(places.map((archive) => archive.close()));
  });

  it('puts the pages of a burst into few objects, and several processes into different ones', async () => {
    const options = { ...servers.s3, prefix: `bursts/${randomUUID()}` };
    const archives = await Promise.all([openS3Archive(options), openS3Archive(options)]);
    const urls = Array.from({ length: 200 }, (_, i) => `https://a.example/${i}`);
    const references = await Promise.all(
      urls.map(async (url, i) => archives[i % 2]?.put(page(url, { body: Buffer.alloc(2_000, url) }))),
    );
    const files = await namesOf(await openS3Archive(options));
    expect(files.length).toBeLessThan(20);
    expect(files.length).toBeGreaterThan(1);
    for (const archive of archives)
      expect(
        await Promise.all(
          references.map(async (reference) =>
            reference === undefined ? undefined : (await archive.get(reference))?.url,
          ),
        ),
      ).toEqual(urls);
    await Promise.all(archives.map((archive) => archive.close()));
    await empty(options);
  });

  it('takes large files in parts, and pages out of the midst of them', async () => {
    const options = { ...servers.s3, prefix: `large/${randomUUID()}` };
    const source = await openS3Archive({ ...options, prefix: `${options.prefix}/source` });
    const body = Uint8Array.from({ length: 3_700_000 }, (_, i) => (i * 31 + (i >> 7)) & 0xff);
    const first = await source.put(page('https://a.example/', { body }));
    const archive = await openS3Archive(options);
    // The same record many times: what is in the file does not matter to its transport.
    const piece = await bytesOf(source.readFile(first.file));
    const name = '20261124-0-000000001.warc';
    await archive.writeFile(name, repeated(piece, 6));
    const references = Array.from({ length: 6 }, (_, i) => ({
      ...first,
      file: name,
      offset: i * piece.length + first.offset,
    }));
    await archive.remove(references.slice(1, 3), { at: noon, reason: 'asked by the author' });
    const found = await Promise.all(
      references.map(async (reference) => (await archive.get(reference))?.body.length),
    );
    expect(found).toEqual([body.length, undefined, undefined, body.length, body.length, body.length]);
    expect((await bytesOf(archive.readFile(name))).length).toBe(6 * piece.length);
    await Promise.all([source, archive].map((one) => one.close()));
    await empty(options);
    await empty({ ...options, prefix: `${options.prefix}/source` });
  });

  it('does not bring back what another process takes out of the same object at the same time', async () => {
    const inOrder = await oneAtATime(servers.s3.endpoint);
    const options = { ...servers.s3, endpoint: inOrder.endpoint, prefix: `takedown/${randomUUID()}` };
    const archives = await Promise.all([openS3Archive(options), openS3Archive(options)]);
    const references = await Promise.all(
      [1, 2, 3].map((i) => archives[0]?.put(page(`https://a.example/${i}`))),
    );
    await Promise.all(
      archives.map((archive, i) =>
        archive.remove(
          references.slice(i, i + 1).filter((one) => one !== undefined),
          { at: noon, reason: 'asked by the author' },
        ),
      ),
    );
    expect(
      await Promise.all(
        references.map(async (reference) =>
          reference === undefined ? undefined : (await archives[1]?.get(reference))?.url,
        ),
      ),
    ).toEqual([undefined, undefined, 'https://a.example/3']);
    await Promise.all(archives.map((archive) => archive.close()));
    await empty(options);
    await inOrder.close();
  });

  it('says that the bucket is missing', async () => {
    const archive = await openS3Archive({ ...servers.s3, bucket: 'there-is-no-such-bucket' });
    await expect(archive.ping('write')).rejects.toThrow(
      /bucket there-is-no-such-bucket cannot be used: .*; make the bucket/,
    );
    await expect(
      archive.get({ file: '20261124-0-000000001.warc', offset: 0, length: 10 }),
    ).rejects.toBeInstanceOf(ArchiveUnreachable);
    await archive.close();
  });

  it('refuses settings that cannot be', async () => {
    for (const wrong of [
      { endpoint: 'localhost' },
      { bucket: '' },
      { prefix: 'a/../b' },
      { prefix: 'ä' },
      { shard: 'A-1' },
    ])
      await expect(openS3Archive({ ...servers.s3, ...wrong })).rejects.toThrow(RangeError);
  });
});

/**
 * The server of the tests asked one request at a time: between the question and the write of its conditional
 * writes others get in, which S3 does not allow.
 */
async function oneAtATime(endpoint: string): Promise<{ readonly endpoint: string; close(): Promise<void> }> {
  const hopByHop = new Set([
    'host',
    'connection',
    'content-length',
    'transfer-encoding',
    'expect',
    'keep-alive',
  ]);
  async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = Object.entries(request.headersDistinct).flatMap(([name, values]) =>
      values === undefined || hopByHop.has(name) ? [] : [[name, values.join(', ')] as [string, string]],
    );
    const sent = await buffer(request);
    const answer = await fetch(new URL(request.url ?? '/', endpoint), {
      method: request.method ?? 'GET',
      headers,
      ...(sent.length === 0 ? {} : { body: sent }),
    });
    const body = Buffer.from(await answer.arrayBuffer());
    response
      .writeHead(
        answer.status,
        Object.fromEntries([...answer.headers].filter(([name]) => !hopByHop.has(name))),
      )
      .end(body);
  }
  let last: Promise<void> = Promise.resolve();
  const server = createServer((request, response) => {
    last = last.then(() => forward(request, response)).catch(() => void response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}

/** A server that answers as the test says, in turn; the last answer stays. */
async function scripted(
  answers: readonly ((request: IncomingMessage, response: ServerResponse) => void)[],
): Promise<{ readonly options: S3ArchiveOptions; readonly asked: string[]; readonly server: Server }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push(request.url ?? '');
    request.resume().on('end', () => answer?.(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    options: {
      endpoint: `http://user:hunter2@127.0.0.1:${port}`,
      bucket: 'pages',
      region: 'eu-central-1',
      accessKey: 'AKIAEXAMPLE',
      secretKey: 'top-secret',
      prefix: 'mill',
    },
    asked,
    server,
  };
}
const refusing = (status: number, code: string) => (_: IncomingMessage, response: ServerResponse) =>
  response
    .writeHead(status)
    .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>It &amp; that</Message></Error>`);
const done = (_: IncomingMessage, response: ServerResponse) => response.writeHead(200).end();

describe('s3 archive before a server in trouble', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });
  async function before(answers: Parameters<typeof scripted>[0], change: Partial<S3ArchiveOptions> = {}) {
    const script = await scripted(answers);
    server = script.server;
    return { ...script, archive: await openS3Archive({ ...script.options, ...change }) };
  }

  it('tries again what passes by itself', async () => {
    const { archive, asked } = await before([
      refusing(503, 'SlowDown'),
      (request) => request.socket.destroy(),
      refusing(500, 'InternalError'),
      done,
    ]);
    await archive.put(page('https://a.example/'));
    expect(asked).toHaveLength(4);
    expect(new Set(asked).size).toBe(1);
  });

  it('fails at once when trying again would not help, and tells no secret', async () => {
    const { archive, asked } = await before([refusing(403, 'SignatureDoesNotMatch')]);
    const error = await archive.put(page('https://a.example/')).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ArchiveUnreachable);
    expect(String(error)).toMatch(
      /127\.0\.0\.1:\d+, bucket pages cannot be used: it answered 403 SignatureDoesNotMatch \(It & that\); check the access key/,
    );
    expect(JSON.stringify([String(error), error])).not.toMatch(/top-secret|hunter2|AKIAEXAMPLE/);
    expect(asked).toHaveLength(1);
  });

  it('gives up a request that is not answered, and says so', async () => {
    const { archive, asked } = await before([() => undefined], { timeoutMs: 1_000, attempts: 2 });
    await expect(archive.ping('write')).rejects.toThrow(
      /no answer within 1000 ms \(2 tries\); check that the server runs/,
    );
    expect(asked).toHaveLength(2);
  });

  it('says when nobody listens', async () => {
    const { archive, server: script } = await before([done], { attempts: 1 });
    await new Promise((resolve) => script.close(resolve));
    await expect(archive.ping('write')).rejects.toThrow(/cannot be used: .*ECONNREFUSED/);
  });

  it('reads a listing to its end', async () => {
    const list = (name: string, next?: string) => (_: IncomingMessage, response: ServerResponse) =>
      response.end(
        `<ListBucketResult><Name>pages</Name><Contents><Key>mill/${name}</Key><Size>10</Size><Owner><ID>x</ID></Owner></Contents><CommonPrefixes><Prefix>mill/below/</Prefix></CommonPrefixes>${next === undefined ? '' : `<NextContinuationToken>${next}</NextContinuationToken>`}</ListBucketResult>`,
      );
    const { archive, asked } = await before([
      list('20261124-a-000000002.warc', '1/a+b&amp;c'),
      list('20261124-b-000000001.warc', 'two'),
      list('20261125-a-000000000.warc', 'three'),
      list('notes.txt'),
    ]);
    expect(await namesOf(archive)).toEqual([
      '20261124-b-000000001.warc',
      '20261124-a-000000002.warc',
      '20261125-a-000000000.warc',
    ]);
    expect(new URL(asked[1] ?? '', 'http://x').searchParams.get('continuation-token')).toBe('1/a+b&c');
    expect(asked).toHaveLength(4);
  });

  it('says which objects could not be deleted', async () => {
    const { archive } = await before([
      (_, response) =>
        response.end(
          '<ListBucketResult><Contents><Key>mill/20261124-a-000000001.warc</Key><Size>10</Size></Contents></ListBucketResult>',
        ),
      (_, response) =>
        response.end(
          '<ListBucketResult><Contents><Key>mill/20261124-a-000000001.warc</Key><Size>10</Size></Contents></ListBucketResult>',
        ),
      (_, response) =>
        response.end(
          '<DeleteResult><Error><Key>mill/20261124-a-000000001.warc</Key><Code>AccessDenied</Code><Message>no</Message></Error></DeleteResult>',
        ),
    ]);
    await expect(archive.prune({ now: noon, maxAgeMs: 0, maxBytes: 0 })).rejects.toThrow(
      /1 objects could not be deleted, the first because of AccessDenied/,
    );
  });
});

async function* repeated(piece: Uint8Array, times: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < times; i += 1) yield piece;
}
