import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startMill, writeSources, type MillProcess } from '../processes/start-mill.ts';

const story =
  'The lighthouse of the harbour was repaired on Tuesday by the volunteers of the town, who had waited for the tide since the morning. '.repeat(
    8,
  );
const page = `<!doctype html><html lang="en"><head><title>About the lighthouse</title><meta property="article:published_time" content="2026-11-20T08:00:00Z"></head><body><article><h1>About the lighthouse</h1><p>${story}</p><p>${story.replaceAll('Tuesday', 'Thursday')}</p></article></body></html>`;
const lie = `<p>${'The mayor of the harbour has sold the lighthouse to a bank. '.repeat(12)}</p>`;
const feedOf = (link: string, more = '') =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title><item><title>About the lighthouse</title><link>${link}</link>${more}</item></channel></rss>`;

async function serve(
  reply: (path: string) => {
    readonly status: number;
    readonly type: string;
    readonly body: string;
    readonly headers?: Record<string, string>;
  },
): Promise<{ readonly server: Server; readonly host: string }> {
  const server = createServer((request, answer) => {
    const { status, type, body, headers } = reply(request.url ?? '/');
    answer.writeHead(status, { 'content-type': type, ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server has an address and a port
  return { server, host: `127.0.0.1:${port}` };
}

describe('an article that a stranger told of first', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-owners-'));
  const sources = join(folder, 'sources');
  const servers: Server[] = [];
  let mill: MillProcess;
  let victim: string;
  let forger: string;
  let isUp = false;

  const search = async (query: string) => {
    const answer = await fetch(`${mill.address}/api/v1/search?q=${encodeURIComponent(query)}`);
    const { items }: { items: { id: string; url: string; published?: string }[] } = await answer.json();
    return items.map(({ id, url, published }) => ({ id, path: new URL(url).pathname, published }));
  };
  const until = async (query: string, count: number) => {
    for (let turn = 0; turn < 1_200; turn += 1) {
      const items = await search(query);
      if (items.length === count) return items;
      await sleep(150);
    }
    throw new Error(`${query}: ${JSON.stringify(await search(query))}`);
  };

  beforeAll(async () => {
    const house = await serve((path) => {
      if (path === '/feed.xml')
        return { status: 200, type: 'application/rss+xml', body: feedOf('/lighthouse') };
      if (path === '/robots.txt') return { status: 404, type: 'text/plain', body: '' };
      return { status: isUp ? 200 : 503, type: 'text/html', body: page, headers: { etag: '"1"' } };
    });
    const stranger = await serve(() => ({
      status: 200,
      type: 'application/rss+xml',
      body: feedOf(
        `http://${house.host}/lighthouse`,
        `<pubDate>Mon, 02 Nov 2020 10:00:00 GMT</pubDate><description>${isUp}</description><content:encoded><![CDATA[${lie}]]></content:encoded>`,
      ),
    }));
    servers.push(house.server, stranger.server);
    [victim, forger] = [house.host, stranger.host];
    writeSources(sources, [
      {
        id: 'forger',
        name: 'Forger',
        tags: ['rumour'],
        allowPrivate: [victim, forger],
        limits: { delay: '0s' },
        channels: [{ url: `http://${forger}/feed.xml`, interval: '1s' }],
      },
    ]);
    mill = await startMill({
      data: join(folder, 'data'),
      sources,
      settings: { NEWSMILL_RETRY_LADDER: '200ms', NEWSMILL_POLL_MIN: '1s', NEWSMILL_LOG_LEVEL: 'error' },
    });
  });
  afterAll(async () => {
    await mill?.kill();
    for (const server of servers) server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is not made of the text of the stranger while its page fails', async () => {
    const fate = async (): Promise<string | undefined> => {
      const answer = await fetch(
        `${mill.address}/api/v1/ledger?url=${encodeURIComponent(`http://${victim}/lighthouse`)}`,
      );
      const { fate: now }: { fate?: string } = await answer.json();
      return now;
    };
    for (let turn = 0; turn < 1_800 && (await fate()) !== 'dead'; turn += 1) await sleep(100);
    expect([await fate(), await search('lighthouse')]).toEqual(['dead', []]);
  });

  it('is what the page says once that can be had, and goes over to the source of its site', async () => {
    isUp = true;
    expect(await until('source:forger lighthouse', 1)).toMatchObject([
      { path: '/lighthouse', published: '2026-11-20T08:00:00.000Z' },
    ]);
    writeSources(sources, [
      {
        id: 'victim',
        name: 'Victim',
        allowPrivate: [victim],
        limits: { delay: '0s' },
        channels: [{ url: `http://${victim}/feed.xml`, interval: '1s' }],
      },
    ]);
    expect(await until('source:victim lighthouse', 1)).toMatchObject([{ path: '/lighthouse' }]);
    expect(await search('bank')).toEqual([]);
    // Both told of it, and it is that of the one whose site it is of.
    const [{ id } = { id: '' }] = await until('source:forger lighthouse', 1);
    const article = async (): Promise<{ sourceId: string; sources?: string[] }> =>
      (await fetch(`${mill.address}/api/v1/articles/${id}`)).json();
    for (let turn = 0; turn < 1_800 && (await article()).sourceId !== 'victim'; turn += 1) await sleep(100);
    expect(await article()).toMatchObject({ sourceId: 'victim', sources: ['victim', 'forger'] });
    const listed = await fetch(`${mill.address}/api/v1/sources`);
    const { sources: all }: { sources: { id: string; shared: number }[] } = await listed.json();
    expect(all.map(({ id: name, shared }) => [name, shared]).sort()).toEqual([
      ['forger', 1],
      ['victim', 0],
    ]);
  });
});
