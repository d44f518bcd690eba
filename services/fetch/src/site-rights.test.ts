import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { readSiteRights, siteRightsHeader, type FetchedPage, type SourceInput } from '@newsmill/contracts';
import { openFetcher, type Fetcher } from './testing/open-fetcher.ts';

type Replies = Readonly<Record<string, string | number>>;
let fetcher: Fetcher;
const servers: Server[] = [];
afterEach(async () => {
  await fetcher.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A site that answers these paths, and all others 404; a number is a status. */
async function serve(replies: Replies) {
  const asked: string[] = [];
  const server = createServer((request, answer) => {
    const path = request.url ?? '';
    asked.push(path);
    const reply = replies[path] ?? 404;
    if (typeof reply === 'number') return void answer.writeHead(reply).end();
    const type = path.startsWith('/story') ? 'text/html' : 'text/plain';
    return void answer
      .writeHead(200, { 'content-type': type, [siteRightsHeader]: '{"rules":[]}' })
      .end(reply);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server has an address and a port
  return { origin: `http://127.0.0.1:${port}`, pair: `127.0.0.1:${port}`, asked };
}

const story = `<!doctype html><html lang="en"><head><title>The crane</title></head><body><article><h1>The crane</h1><p>${'The crane was repaired on Tuesday. '.repeat(30)}</p></article></body></html>`;
const feed = (...links: string[]) =>
  `<rss version="2.0"><channel><title>P</title>${links.map((link) => `<item><title>${link}</title><link>${link}</link></item>`).join('')}</channel></rss>`;
const source = (channel: string, pairs: string[], more: Partial<SourceInput> = {}): SourceInput => ({
  id: 'paper',
  name: 'Paper',
  channels: [{ url: channel }],
  allowPrivate: pairs,
  limits: { delay: '1ms' },
  ...more,
});
async function pagesOf(count: number): Promise<FetchedPage[]> {
  await fetcher.until(async () => (await fetcher.pages()).length >= count);
  return fetcher.pages();
}
const saidOf = (page: FetchedPage | undefined) => readSiteRights(page?.httpHeaders[siteRightsHeader]);

it('each page carries what the files of its site say of it, which are asked for once', async () => {
  const site = await serve({
    '/feed': feed('/story/1', '/story/2'),
    '/story/1': story,
    '/story/2': story.replaceAll('Tuesday', 'Friday'),
    '/robots.txt':
      'User-agent: *\nContent-Signal: ai-train=no\nAllow: /\nUser-agent: GPTBot\nDisallow: /\nLicense: /rsl.xml',
    '/.well-known/tdmrep.json': '[{"location": "/story/", "tdm-reservation": 1, "tdm-policy": "/tdm"}]',
    '/ai.txt': 'User-Agent: *\nDisallow: *.html',
    '/rsl.xml':
      '<rsl xmlns="https://rslstandard.org/rsl"><content url="/story/2"><license><prohibits type="usage">ai-input</prohibits></license></content></rsl>',
  });
  fetcher = await openFetcher();
  await fetcher.add(source(`${site.origin}/feed`, [site.pair]));
  const pages = await pagesOf(2);
  const said = saidOf(pages.find(({ url }) => url.endsWith('/2')));
  expect(said).toEqual({
    contentSignal: 'ai-train=no',
    reservation: true,
    policy: `${site.origin}/tdm`,
    rules: [
      { name: 'ai-robots', source: 'robots.txt', words: 'gptbot: Disallow: /' },
      { name: 'ai.txt', source: 'ai.txt', words: 'Disallow: *.html' },
      { name: 'rsl-input', source: 'RSL licence', words: 'ai-input: prohibited' },
    ],
    licences: [`${site.origin}/rsl.xml`],
  });
  const files = ['/.well-known/tdmrep.json', '/ai.txt', '/rsl.xml', '/robots.txt'];
  expect(files.map((path) => site.asked.filter((one) => one === path).length)).toEqual([1, 1, 1, 1]);
});

it('a site without such files, or whose files fail, says nothing; what it sends itself does not count', async () => {
  const site = await serve({
    '/feed': feed('/story/1'),
    '/story/1': story,
    '/.well-known/tdmrep.json': 500,
  });
  fetcher = await openFetcher();
  await fetcher.add(source(`${site.origin}/feed`, [site.pair]));
  const [page] = await pagesOf(1);
  expect(page?.httpHeaders[siteRightsHeader]).toBeUndefined();
  const kept = await fetcher.state.read([`site-rights:${site.origin}`], Date.now() + 2 * 3_600_000);
  expect(kept.size).toBe(0);
});

it('robots.txt that the source ignores is not asked for its words on usage; tdmrep.json is', async () => {
  const site = await serve({
    '/feed': feed('/story/1'),
    '/story/1': story,
    '/robots.txt': 'User-agent: *\nContent-Signal: ai-train=no',
    '/.well-known/tdmrep.json': '[{"location": "/", "tdm-reservation": 1}]',
  });
  fetcher = await openFetcher();
  await fetcher.add(source(`${site.origin}/feed`, [site.pair], { robots: 'ignore' }));
  const [page] = await pagesOf(1);
  expect(saidOf(page)).toEqual({ reservation: true, rules: [], licences: [] });
  expect(site.asked).not.toContain('/robots.txt');
});

describe('the text of a feed entry', () => {
  const text = 'The crane was repaired on Tuesday. '.repeat(10);
  const rsl =
    '<rsl:content url=""><rsl:license><rsl:prohibits type="usage">ai-input</rsl:prohibits></rsl:license></rsl:content>';
  const feedOf = (...links: string[]) =>
    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:rsl="https://rslstandard.org/rsl"><channel><title>P</title>${links.map((link) => `<item><title>${link}</title>${link === '' ? '' : `<link>${link}</link>`}${rsl}<content:encoded><![CDATA[<p>${text}</p>]]></content:encoded></item>`).join('')}</channel></rss>`;
  const files = {
    '/robots.txt': 'User-agent: *\nContent-Signal: ai-train=no\nAllow: /',
    '/.well-known/tdmrep.json': '[{"location": "/story/", "tdm-reservation": 1}]',
    '/ai.txt': 'User-Agent: *\nDisallow: *.html',
  };
  const asks = (asked: readonly string[]) =>
    Object.keys(files).map((path) => asked.filter((one) => one === path).length);
  const trainingByFile = { name: 'ai.txt', source: 'ai.txt', words: 'Disallow: *.html' };

  it.each([
    ['of a source that asks for no page', { feedOnly: true }, ['/story/1', '/story/2'], {}],
    [
      'that stands in for a page that cannot be had',
      {},
      ['/story/1', '/story/2'],
      { '/story/1': 500, '/story/2': 500 },
    ],
  ])(
    '%s carries what the files of its site say, which are asked for once',
    async (_, more, links, replies) => {
      const site = await serve({ '/feed': feedOf(...links), ...files, ...replies });
      fetcher = await openFetcher();
      await fetcher.add(source(`${site.origin}/feed`, [site.pair], more));
      const pages = await pagesOf(2);
      for (const page of pages) {
        expect(page.fromEntry).toBe(true);
        expect(page.entry?.rights?.rules).toEqual([
          { name: 'rsl-input', source: 'RSL in feed', words: 'ai-input: prohibited' },
        ]);
        expect(saidOf(page)).toEqual({
          contentSignal: 'ai-train=no',
          reservation: true,
          rules: [trainingByFile],
          licences: [],
        });
      }
      expect(asks(site.asked)).toEqual([1, 1, 1]);
    },
  );

  it('that names no page has those of the site of its feed', async () => {
    const site = await serve({ '/feed': feedOf(''), ...files });
    fetcher = await openFetcher();
    await fetcher.add(source(`${site.origin}/feed`, [site.pair]));
    const [page] = await pagesOf(1);
    expect(saidOf(page)).toEqual({ contentSignal: 'ai-train=no', rules: [trainingByFile], licences: [] });
  });

  it('comes also where nothing answers, and its host rests after it was asked', async () => {
    const site = await serve({
      '/feed': feedOf('/story/1', '/story/2'),
      ...files,
      '/robots.txt': 500,
      '/ai.txt': 500,
    });
    fetcher = await openFetcher();
    const began = Date.now();
    await fetcher.add(
      source(`${site.origin}/feed`, [site.pair], { feedOnly: true, limits: { delay: '300ms' } }),
    );
    const pages = await pagesOf(2);
    expect(pages.map((page) => saidOf(page).reservation)).toEqual([true, true]);
    // Feed, robots.txt, tdmrep.json, ai.txt: three pauses.
    expect(Date.now() - began).toBeGreaterThanOrEqual(600);
  });
});
