import { createServer, type Server } from 'node:http';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHttpClient, type HttpClient } from '@newsmill/http';
import { openReadingThread, type ReadingThread } from '@newsmill/reading';
import { openSourceFolder } from '@newsmill/source-files';
import { formatOf, importGiven, type GivenList } from './import-given.ts';

const feed = (title: string) =>
  `<rss version="2.0"><channel><title>${title}</title>${[1, 2, 3]
    .map((n) => `<item><title>${title} ${n}</title><link>https://paper.example/${n}</link></item>`)
    .join('')}</channel></rss>`;
const home = `<html lang="en"><head><title>The Paper</title>
<link rel="alternate" type="application/rss+xml" title="News" href="/news.xml"></head><body><p>Hello</p></body></html>`;

let server: Server;
let http: HttpClient;
let thread: ReadingThread;
let folder: string;
let origin: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const pages: Readonly<Record<string, readonly [string, string]>> = {
      '/': ['text/html', home],
      '/news.xml': ['application/rss+xml', feed('The Paper')],
      '/sport.xml': ['application/rss+xml', feed('Sport')],
    };
    const [type, body] = pages[request.url ?? ''] ?? ['text/plain', ''];
    response.writeHead(body === '' ? 404 : 200, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server of node:net that listens on a port has an address of this form.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  http = createHttpClient({ userAgent: 'newsmill' });
  thread = openReadingThread({ budgetMs: 10_000 });
});
afterAll(async () => {
  await thread.close();
  await http.close();
  server.close();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsmill-import-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pair = () => origin.slice('http://'.length);
function importHere(given: Partial<GivenList> & Pick<GivenList, 'list'>) {
  return importGiven(
    { folder: openSourceFolder(folder), http, thread, now: Date.now },
    { allowPrivate: [pair()], dryRun: false, ...given },
  );
}
const filesIn = () => readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe('formatOf', () => {
  it('tells OPML by its element, a table by the column url, and else takes addresses', () => {
    expect(formatOf('\uFEFF<?xml version="1.0"?><opml/>')).toBe('opml');
    expect(formatOf('id;"URL";name\na;b;c')).toBe('table');
    expect(formatOf('paper.example\nhttps://b.example/a,url')).toBe('addresses');
  });
});

describe('importGiven', () => {
  it('asks the publishers of addresses, and makes one source of each', async () => {
    const { lines, format } = await importHere({
      list: `# my papers\n${origin}/\n\n${origin}/sport.xml\n${origin}/nothing\nnot an address\n`,
    });
    expect(format).toBe('addresses');
    expect(lines.map(({ address, outcome }) => [address, outcome])).toEqual([
      [`${origin}/`, 'new'],
      [`${origin}/sport.xml`, 'new'],
      [`${origin}/nothing`, 'refused'],
      ['not an address', 'refused'],
    ]);
    expect(new Set(lines.flatMap(({ id }) => id ?? [])).size).toBe(2);
    expect(filesIn()).toHaveLength(2);
    expect(
      filesIn()
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .join(''),
    ).toContain(pair());
    const again = await importHere({ list: `${origin}/\n${origin}/sport.xml` });
    expect(again.lines.map(({ outcome }) => outcome)).toEqual(['known', 'known']);
  });

  it('asks nobody for OPML and tables, and writes nothing in a dry run', async () => {
    const opml = `<opml version="2.0"><body><outline text="A"><outline text="One" xmlUrl="https://one.example/feed"/></outline></body></opml>`;
    const dry = await importHere({ list: opml, dryRun: true });
    expect(dry.lines).toEqual([expect.objectContaining({ outcome: 'new', id: 'one-example', name: 'One' })]);
    expect(filesIn()).toEqual([]);
    await importHere({ list: opml });
    expect(filesIn()).toEqual(['one-example.yaml']);
    const table = await importHere({
      list: 'name,url,kind\nTwo,https://two.example/feed,\nThree,https://three.example/,spoon\n',
    });
    expect(table.lines.map(({ outcome, name }) => [outcome, name])).toEqual([['new', 'Two']]);
    expect(table.problems).toEqual([expect.objectContaining({ line: 3, path: 'kind' })]);
  });

  it('reads OPML in the charset that its bytes declare, and a text whatever it declares', async () => {
    const opml = (title: string) =>
      `<?xml version="1.0" encoding="windows-1251"?><opml><body><outline text="${title}" xmlUrl="https://one.example/feed"/></body></opml>`;
    const [before, after] = opml('#').split('#');
    // "Мир" in windows-1251.
    const bytes = Buffer.concat([
      Buffer.from(before ?? ''),
      Buffer.from([0xcc, 0xe8, 0xf0]),
      Buffer.from(after ?? ''),
    ]);
    for (const list of [bytes, opml('Мир')])
      expect((await importHere({ list, dryRun: true })).lines).toEqual([
        expect.objectContaining({ name: 'Мир' }),
      ]);
  });

  it('leaves out what stands in a file with a mistake', async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'broken.yaml'),
      'id: broken\nname: Broken\nchanels: [{ url: https://held.example/feed }]\n',
    );
    const { lines } = await importHere({ list: 'https://held.example/feed' });
    expect(lines).toEqual([
      { address: 'https://held.example/feed', outcome: 'held', reason: expect.stringContaining('mistake') },
    ]);
  });

  it('refuses a list of too many addresses, and OPML without feeds', async () => {
    const text = Array.from({ length: 26 }, (_, n) => `https://p${n}.example/`).join('\n');
    await expect(importHere({ list: text })).rejects.toThrow('at most 25 at once');
    await expect(importHere({ list: '<opml/>' })).rejects.toThrow('holds no feeds');
  });
});
