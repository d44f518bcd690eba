import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { startMill, untilAtRest, writeSources, type MillProcess } from '../processes/start-mill.ts';
import { untilWithin } from '../processes/until.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const text = (word: string) =>
  `The ${word} of the harbour was repaired on Tuesday by volunteers of the town, who had waited for the tide since morning. `.repeat(
    8,
  );
const page = (title: string, word: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${text(word)}</p><p>${text(word)}</p></article></body></html>`;

describe('the embedded mill and archives of old pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-backfill-e2e-'));
  const sources = join(folder, 'sources');
  const data = join(folder, 'data');
  let paper: Server;
  let origin: string;
  let mill: MillProcess;

  function record(path: string, title: string, word: string): Buffer {
    const body = Buffer.from(page(title, word));
    const http = Buffer.concat([
      Buffer.from(
        `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n`,
      ),
      body,
      Buffer.from('\r\n0\r\n\r\n'),
    ]);
    return gzipSync(
      Buffer.concat([
        Buffer.from(
          `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${origin}/${path}\r\nWARC-Date: 2019-03-04T05:06:07Z\r\nContent-Type: application/http\r\nContent-Length: ${http.length}\r\n\r\n`,
        ),
        http,
        Buffer.from('\r\n\r\n'),
      ]),
    );
  }
  async function hits(word: string): Promise<{ title: string; url: string }[]> {
    const answer = await fetch(`${mill.address}/api/v1/search?limit=10&q=${word}`);
    return ((await answer.json()) as { items: { title: string; url: string }[] }).items;
  }
  const until = untilWithin(180_000);
  const newsmill = (...words: string[]) =>
    promisify(execFile)(
      join(root, 'node_modules/.bin/node'),
      [join(root, 'services/mill/dist/main.js'), ...words, '--data', data],
      { cwd: root },
    );

  beforeAll(async () => {
    paper = createServer((request, reply) => {
      if (request.url === '/feed.xml')
        return void reply
          .writeHead(200, { 'content-type': 'application/rss+xml' })
          .end(
            `<rss version="2.0"><channel><title>Harbour Post</title><item><title>Now</title><link>${origin}/both</link></item></channel></rss>`,
          );
      if (request.url === '/both')
        return void reply
          .writeHead(200, { 'content-type': 'text/html' })
          .end(page('As it is now', 'lighthouse'));
      return void reply.writeHead(404).end();
    });
    await new Promise<void>((resolve) => paper.listen(0, '127.0.0.1', resolve));
    // a TCP server has an address and a port
    origin = `http://127.0.0.1:${(paper.address() as AddressInfo).port}`;
    const first = join(folder, 'first.warc.gz');
    writeFileSync(
      first,
      Buffer.concat([record('old', 'An old story', 'windlass'), record('both', 'As it was then', 'capstan')]),
    );
    writeSources(sources, [
      {
        id: 'harbour-post',
        name: 'Harbour Post',
        channels: [{ url: `${origin}/feed.xml` }, { kind: 'warc', url: pathToFileURL(first).href }],
        allowPrivate: [new URL(origin).host],
        limits: { delay: '10ms' },
      },
    ]);
    mill = await startMill({ data, sources, settings: { NEWSMILL_LOG_LEVEL: 'error' } });
    await untilAtRest(mill.address, 2, 200_000);
  });
  afterAll(async () => {
    await mill?.kill();
    paper?.closeAllConnections();
    paper?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('finds old pages, and lets the newer live version win', async () => {
    await until('old story', async () => (await hits('windlass')).length === 1);
    await until('live story', async () => (await hits('lighthouse')).length === 1);
    expect((await hits('lighthouse'))[0]).toMatchObject({ title: 'As it is now', url: `${origin}/both` });
    expect(await hits('capstan')).toEqual([]);
  });
  it('takes a file from the command line, beside its live work', async () => {
    const second = join(folder, 'second.warc.gz');
    writeFileSync(
      second,
      Buffer.concat([record('older', 'An older story', 'barometer'), record('sport/x', 'A game', 'regatta')]),
    );
    const { stdout } = await newsmill(
      'backfill',
      second,
      '--source',
      'harbour-post',
      '--sources',
      sources,
      '--within',
      `${origin}/old`,
      '--wait',
    );
    expect(stdout).toContain('read to its end: 2 records, 1 pages, 0 without use, 1 not of this source');
    await until('older story', async () => (await hits('barometer')).length === 1);
    expect(await hits('regatta')).toEqual([]);
    const again = await newsmill('backfill', second, '--source', 'harbour-post', '--sources', sources);
    expect(again.stdout).toContain('--again');
  });
  it('refuses what cannot be read, in words', async () => {
    await expect(
      newsmill('backfill', join(folder, 'none.warc'), '--source', 'harbour-post', '--sources', sources),
    ).rejects.toMatchObject({ stderr: expect.stringContaining('there is no') });
    await expect(
      newsmill('backfill', join(folder, 'first.warc.gz'), '--source', 'nobody', '--sources', sources),
    ).rejects.toMatchObject({ stderr: expect.stringContaining('known are harbour-post') });
  });
  it('balances', async () => {
    await untilAtRest(mill.address, 3, 30_000);
    const audit = await newsmill('audit', '--json');
    expect(JSON.parse(audit.stdout)).toMatchObject({ balanced: true, unbalanced: [] });
    expect(await mill.stop()).toBe(0);
  });
});
