import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../processes/run-command.ts';
import { startMill, untilAtRest, writeSources, type MillProcess } from '../processes/start-mill.ts';

const text = (subject: string) =>
  Array.from(
    { length: 6 },
    (_, part) =>
      `<p>The council spoke about the ${subject} for ${part + 2} hours on Monday, and ${part * 17 + 30} people who live beside the ${subject} came to hear what would become of it.</p>`,
  ).join('');
const page = (subject: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>News of the ${subject}</title></head><body><article><h1>News of the ${subject}</h1>${body}</article></body></html>`;
const pages: Readonly<Record<string, string>> = {
  '/harbour': page('harbour', text('harbour')),
  '/lido': page('lido', '<p>The lido opens on Monday at nine, and the first hundred swimmers get tea.</p>'),
};
const item = (title: string, link: string, more = '') =>
  `<item><title>${title}</title>${link === '' ? '' : `<link>${link}</link>`}${more}</item>`;
const described = (words: string) => `<description><![CDATA[${words}]]></description>`;
const feeds: Readonly<Record<string, string>> = {
  '/chosen.xml': [
    item('News of the harbour', '/harbour'),
    item('Live blog: the fair', '/fair'),
    item('Chess', '/sport/chess', '<category>Sport</category>'),
    item('News of the lido', '/lido'),
    item('Write to us', 'mailto:desk@courier.example'),
    item('Notes of the tides', '', described(text('tide'))),
  ].join(''),
  '/whole.xml': item('News of the quarry', '/quarry', described(text('quarry'))),
};

const filesOfSite: readonly string[] = ['/robots.txt', '/.well-known/tdmrep.json', '/ai.txt'];

describe('a mill that takes a part of what its feeds tell, and makes articles of entries alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-choose-'));
  const [data, sources] = [join(folder, 'data'), join(folder, 'sources')];
  const asked: string[] = [];
  const server = createServer(({ url = '/' }, reply) => {
    asked.push(url);
    const feed = feeds[url];
    if (feed !== undefined)
      return void reply
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end(`<rss version="2.0"><channel><title>Courier</title>${feed}</channel></rss>`);
    const found = pages[url];
    if (found === undefined) return void reply.writeHead(404).end();
    reply.writeHead(200, { 'content-type': 'text/html' }).end(found);
  });
  let mill: MillProcess;
  let origin: string;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // a TCP server has an address and a port
    origin = `http://127.0.0.1:${port}`;
    const common = { allowPrivate: [`127.0.0.1:${port}`], limits: { delay: '0s' } };
    writeSources(sources, [
      {
        ...common,
        id: 'chosen',
        name: 'Chosen',
        channels: [{ url: `${origin}/chosen.xml`, exclude: [{ category: ['sport'] }] }],
        exclude: [
          { name: 'no-live-blogs', title: ['live blog*'] },
          { name: 'short', fewerWords: 60 },
        ],
      },
      { ...common, id: 'whole', name: 'Whole', feedOnly: true, channels: [{ url: `${origin}/whole.xml` }] },
    ]);
    mill = await startMill({ data, sources, settings: { NEWSMILL_LOG_LEVEL: 'error' } });
    await untilAtRest(mill.address, 6, 200_000);
  });
  afterAll(async () => {
    await mill.stop();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const run = (...words: string[]) => runCommand([...words, '--data', data]);

  it('has the articles that are taken, and no page was asked for that is not', async () => {
    const answer = await fetch(`${mill.address}/api/v1/search?limit=10`);
    const { items }: { items: readonly { title: string; flags?: readonly string[] }[] } = JSON.parse(
      await answer.text(),
    );
    expect(items.map(({ title }) => title).toSorted()).toEqual([
      'News of the harbour',
      'News of the quarry',
      'Notes of the tides',
    ]);
    expect(asked.filter((url) => !filesOfSite.includes(url) && feeds[url] === undefined).toSorted()).toEqual([
      '/harbour',
      '/lido',
    ]);
  });
  it('names the rule in the trace, and counts by rule and by what has no address', async () => {
    for (const [path, rule] of [
      ['/fair', 'no-live-blogs'],
      ['/sport/chess', 'channels[0].exclude[0]'],
      ['/lido', 'short'],
    ] as const)
      expect((await run('trace', `${origin}${path}`)).stdout).toContain(`dropped (left-out): ${rule}`);
    const metrics = await (await fetch(`${mill.address}/metrics`)).text();
    expect(metrics).toContain('newsmill_left_out_total{source="chosen",rule="short"} 1');
    expect((await run('sources', 'list', '--sources', sources)).stdout).toContain(
      'left out: 1 no-web-address, such as mailto:desk@courier.example',
    );
  });
  it('tells beforehand what each rule would leave out', async () => {
    const { stdout } = await run('sources', 'try', 'chosen', '--sources', sources);
    expect(stdout).toContain('chosen.xml: 5 entries');
    expect(stdout).toContain('no-live-blogs: 1 left out, such as Live blog: the fair');
    expect(stdout).toContain('channels[0].exclude[0]: 1 left out, such as Chess');
    expect(stdout).toContain('short: 0 left out');
  });
  it('balances: every entry that became an item has one fate', async () => {
    const { code, stdout } = await run('audit');
    expect(stdout).toContain('3 dropped');
    expect(code).toBe(0);
  });
});
