import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Source } from '@newsmill/contracts';
import { createHttpClient } from '@newsmill/http';
import { openReadingThread } from '@newsmill/reading';
import { previewUrl } from '../../libs/operate/src/sources/preview-url.ts';
import { runCommand } from '../processes/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsmill-own-'));
const text = 'The crane of the harbour was repaired on Tuesday by the volunteers of the town. '.repeat(8);
const story = `<!doctype html><html lang="en"><head><title>Crane</title></head><body><article><h1>The crane works again</h1><p class="pen">Ilse Marwick</p><p>${text}</p><p class="club">Members of the club may walk across the sands with a warden on any Sunday of this summer.</p><p>${text}</p></article></body></html>`;
const list = `<!doctype html><html><head><title>Post</title></head><body><p><a class="pick" href="/story/one">One</a> <a href="/other">Other</a></p></body></html>`;
const rss = (origin: string) =>
  `<rss version="2.0"><channel><title>Post</title><copyright>© Harbour Post</copyright><item><title>The crane works again</title><link>${origin}/story/one</link><description>${text}</description></item></channel></rss>`;

describe('the settings of a source, for an address that belongs to it', () => {
  const asked: string[] = [];
  let server: Server;
  let origin: string;
  const http = createHttpClient({ userAgent: 'newsmill-test' });
  const thread = openReadingThread({ budgetMs: 10_000 });
  const secrets = { NEWSMILL_SECRET_POST: 'open sesame' };
  const sourceOf = (more: object = {}) =>
    Source.parse({
      id: 'post',
      name: 'Harbour Post',
      channels: [{ url: `${origin}/feed.xml` }, { kind: 'list', url: `${origin}/list`, select: 'a.pick' }],
      headers: { 'X-Key': '${NEWSMILL_SECRET_POST}' },
      allowPrivate: [new URL(origin).host],
      rules: { remove: ['p.club'], authors: '.pen' },
      ...more,
    });
  const preview = (path: string, source: Source, given: Readonly<Record<string, string>> = secrets) =>
    previewUrl(http, `${origin}${path}`, {
      ...{ allowPrivate: [new URL(origin).host], now: Date.now(), articles: 10, thread },
      sources: [source],
      secrets: given,
    });

  beforeAll(async () => {
    server = createServer((request, reply) => {
      const { url = '/' } = request;
      asked.push(url);
      const isLet = request.headers['x-key'] === 'open sesame';
      const [type, body] =
        url === '/feed.xml'
          ? ['application/rss+xml', rss(origin)]
          : ['text/html', url === '/list' ? list : story];
      reply.writeHead(isLet ? 200 : 403, { 'content-type': type }).end(isLet ? body : 'no');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // a TCP server has an address and a port
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await thread.close();
    await http.close();
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('hold for extract: headers with secrets, private addresses and rules', async () => {
    mkdirSync(join(folder, 'sources'));
    writeFileSync(join(folder, 'sources', 'post.yaml'), JSON.stringify(sourceOf()));
    const words = [
      'extract',
      `${origin}/story/one`,
      '--format',
      'json',
      '--sources',
      join(folder, 'sources'),
    ];
    const { code, stdout } = await runCommand(words, secrets);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ sourceId: 'post', authors: ['Ilse Marwick'] });
    expect(stdout.split('"removals"')[0]).not.toContain('Members of the club');
    expect((await runCommand(words)).stderr).toContain('answered 403');
  });

  it('hold for previews of its channels and pages', async () => {
    const { kind, articles } = await preview('/feed.xml', sourceOf());
    expect([kind, articles.map(({ authors }) => authors)]).toEqual(['feed', [['Ilse Marwick']]]);
    expect((await preview('/story/one', sourceOf())).articles[0]?.text).not.toContain('Members of the club');
    expect((await preview('/feed.xml', sourceOf(), {})).problems.join()).toContain('answered 403');
  });

  it('believe the rights that a feed states of its own pages, and of no others', async () => {
    const noticesOf = async (of: string) => {
      const at = {
        allowPrivate: [new URL(origin).host, new URL(of).host],
        now: Date.now(),
        articles: 10,
        thread,
      };
      const { articles } = await previewUrl(http, `${of}/feed.xml`, {
        ...at,
        sources: [sourceOf()],
        secrets,
      });
      return articles.map(({ copyright }) => copyright);
    };
    expect(await noticesOf(origin)).toEqual(['© Harbour Post']);
    const copier = createServer((_, reply) =>
      reply.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss(origin)),
    );
    await new Promise<void>((resolve) => copier.listen(0, '127.0.0.1', resolve));
    try {
      // a TCP server has an address and a port
      expect(await noticesOf(`http://127.0.0.1:${(copier.address() as AddressInfo).port}`)).toEqual([
        undefined,
      ]);
    } finally {
      copier.close();
      copier.closeAllConnections();
    }
  });

  it('say how a page that lists articles is read', async () => {
    const { kind, entries, articles } = await preview('/list', sourceOf());
    expect([kind, entries, articles.length]).toEqual(['list', 1, 1]);
  });

  it('request no page where articles are made of entries alone', async () => {
    asked.splice(0);
    const { articles } = await preview('/feed.xml', sourceOf({ feedOnly: true }));
    expect(articles.map(({ title }) => title)).toEqual(['The crane works again']);
    expect(asked).toEqual(['/feed.xml']);
  });
});
