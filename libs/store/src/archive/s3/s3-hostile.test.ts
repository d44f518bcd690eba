import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ArchiveUnreachable, type Archive } from '../archive.ts';
import { writeResponseRecord } from '../warc/warc-record.ts';
import { openS3Archive } from './s3-archive.ts';
import type { S3ArchiveOptions } from './s3-client.ts';

const noon = Date.UTC(2026, 10, 24, 12);
const name = (number: number): string => `20261124-a-${String(number).padStart(9, '0')}.warc`;
const entry = (number: number, size = '<Size>10</Size>'): string =>
  `<Contents><Key>${name(number)}</Key>${size}</Contents>`;
const listOf = (inner: string): string => `<ListBucketResult>${inner}</ListBucketResult>`;
const more = (token: number | string): string =>
  `<IsTruncated>true</IsTruncated><NextContinuationToken>${token}</NextContinuationToken>`;

type Answer = (response: ServerResponse, count: number, request: IncomingMessage) => void;

/** A store that lies, over real sockets. */
describe('an S3 server that is broken or hostile', () => {
  let server: Server | undefined;
  let archive: Archive | undefined;
  let methods: string[] = [];
  afterEach(async () => {
    await archive?.close();
    server?.closeAllConnections();
    server?.close();
    methods = [];
  });
  async function open(answer: Answer, limits: Partial<S3ArchiveOptions> = {}): Promise<Archive> {
    server = createServer((request, response) => {
      methods.push(request.method ?? '');
      response.on('error', () => undefined);
      request.resume().on('end', () => answer(response, methods.length, request));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    archive = await openS3Archive({
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'bucket',
      region: 'r',
      accessKey: 'key',
      secretKey: 'secret',
      attempts: 2,
      ...limits,
    });
    return archive;
  }
  const prune = (of: Archive) => of.prune({ now: noon, maxAgeMs: 1e15, maxBytes: 1e15 });
  async function read(of: Archive): Promise<number> {
    let bytes = 0;
    for await (const piece of of.readFile(name(1))) bytes += piece.length;
    return bytes;
  }
  function flood(response: ServerResponse): void {
    const piece = Buffer.alloc(65_536, 'x');
    const goOn = (): void => {
      while (!response.destroyed && response.write(piece));
    };
    response.on('drain', goOn);
    goOn();
  }

  it.each<[string, Answer]>([
    ['its body has no end', (response) => flood(response)],
    ['it is cut, though of the length it says', (response) => response.end(`<ListBucketResult>${entry(1)}`)],
    ['it is another document', (response) => response.end('<html><body>Welcome</body></html>')],
    ['it is a heap of open elements', (response) => response.end(`<ListBucketResult>${'<a>'.repeat(1e6)}`)],
    ['a token leads back', (response) => response.end(listOf(entry(1) + more('t')))],
    ['tokens lead nowhere', (response, count) => response.end(listOf(more(count)))],
    ['pages repeat', (response, count) => response.end(listOf(entry(1) + more(count)))],
    ['no token leads on', (response) => response.end(listOf(`${entry(1)}<IsTruncated>true</IsTruncated>`))],
    ['sizes are missing', (response) => response.end(listOf(entry(1, '') + entry(2, '')))],
    ['sizes are none', (response) => response.end(listOf(entry(1, '<Size>1e30</Size>') + entry(2)))],
  ])('deletes nothing by a list where %s', async (_what, answer) => {
    await expect(prune(await open(answer))).rejects.toThrow(ArchiveUnreachable);
    expect(new Set(methods)).toEqual(new Set(['GET']));
  });

  it.each<[string, (count: number) => string]>([
    ['names', (count) => [0, 1, 2].map((place) => entry(3 * count + place)).join('')],
    [
      'names of other programs',
      (count) => `<Contents><Key>${String(count).padStart(9, '0')}.txt</Key><Size>1</Size></Contents>`,
    ],
    [
      'folders',
      (count) => `<CommonPrefixes><Prefix>${String(count).padStart(9, '0')}/</Prefix></CommonPrefixes>`,
    ],
  ])('deletes nothing by a list of %s that goes on and on, each behind the last one', async (_what, page) => {
    // A page of few counts as a hundred.
    const opened = await open((response, count) => response.end(listOf(page(count) + more(count))), {
      mostObjects: 650,
    });
    await expect(prune(opened)).rejects.toThrow(ArchiveUnreachable);
    expect(methods).toEqual(Array.from({ length: 7 }, () => 'GET'));
    await expect(prune(opened)).rejects.toThrow(
      /its list of objects does not end: it has more than 650; check/,
    );
  });

  it('is read in parts where it has very many objects of a day, so that they fill no memory', async () => {
    const list = listOf([1, 2, 3, 4, 5].map((number) => entry(number)).join(''));
    const deleted: string[] = [];
    const opened = await open(
      (response, _count, request) => {
        deleted.push(...(request.method === 'POST' ? ['deleted'] : []));
        response.end(request.method === 'POST' ? '<DeleteResult/>' : list);
      },
      { mostInOrder: 2 },
    );
    const files = [];
    for await (const file of opened.files()) files.push(file.name);
    expect(files).toEqual([1, 2, 3, 4, 5].map((number) => name(number)));
    expect(await opened.prune({ now: noon, maxAgeMs: 1e15, maxBytes: 25 })).toEqual({ files: 3, bytes: 30 });
    expect(deleted).toHaveLength(2);
  });

  it.each<[string, Answer]>([
    ['without its size', (response) => response.writeHead(206, { etag: '"e"' }).end('x')],
    [
      'of another place',
      (response, count) =>
        response
          .writeHead(206, { etag: '"e"', 'content-range': `bytes 0-${2 ** 23 - 1}/${2 ** 23 + 5}` })
          .end(Buffer.alloc(count === 1 ? 2 ** 23 : 5)),
    ],
    [
      'shorter than it says',
      (response) => response.writeHead(206, { etag: '"e"', 'content-range': 'bytes 0-0/1000' }).end('x'),
    ],
    ['without an ETag', (response) => response.writeHead(206, { 'content-range': 'bytes 0-0/1' }).end('x')],
    [
      'without end',
      (response) => flood(response.writeHead(206, { etag: '"e"', 'content-range': 'bytes 0-9/10' })),
    ],
  ])('takes no piece of a file %s', async (_what, answer) => {
    await expect(read(await open(answer))).rejects.toThrow(ArchiveUnreachable);
  });

  it('writes nothing over a file of which it got a part', async () => {
    const body = Buffer.from('x'.repeat(600));
    const record = writeResponseRecord({
      url: 'https://a.example/',
      fetchedAt: noon,
      status: 200,
      encoding: 'identity',
      headers: {},
      body,
    });
    const opened = await open((response) =>
      response.writeHead(206, { etag: '"e"' }).end(Buffer.concat(record.pieces)),
    );
    const reference = { file: name(1), offset: 0, length: record.length };
    await expect(opened.remove([reference], { at: noon, reason: 'asked' })).rejects.toThrow(
      ArchiveUnreachable,
    );
    expect(methods).not.toContain('PUT');
  });

  it('tells one short line of what it says', async () => {
    const opened = await open((response) =>
      response
        .writeHead(403)
        .end(`<Error><Code>No</Code><Message>${'\u001b[31m\nred '.repeat(2_000)}</Message></Error>`),
    );
    const message = await opened.ping('read').then(String, String);
    expect(message).toContain('it answered 403 No');
    expect(message.length).toBeLessThan(700);
    expect(message).not.toMatch(/\p{Cc}/u);
  });

  it('follows it nowhere', async () => {
    const opened = await open((response) =>
      response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
    );
    await expect(opened.ping('read')).rejects.toThrow('it answered 307');
    expect(methods).toHaveLength(1);
  });
});
