import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SourceInput } from '@newsmill/contracts';
import { openFetcher, openSite, type Fetcher, type Site } from './testing/open-fetcher.ts';

const page =
  '<!doctype html><html><head><title>The lighthouse</title></head><body><p>It burns.</p></body></html>';
const feed = (...paths: readonly string[]) =>
  `<rss version="2.0"><channel><title>News</title>${paths
    .map((path) => `<item><title>About ${path}</title><link>${path}</link></item>`)
    .join('')}</channel></rss>`;

describe('a page that several sources tell of', () => {
  let fetcher: Fetcher;
  let site: Site;
  let second = feed('/lighthouse', '/only-second');
  const source = (id: string, more: Partial<SourceInput> = {}): SourceInput => ({
    id,
    name: id,
    allowPrivate: [new URL(site.origin).host],
    limits: { delay: '0s' },
    channels: [{ url: `${site.origin}/${id}.xml`, interval: '1s' }],
    ...more,
  });
  const polls = (path: string) => site.asked.filter((asked) => asked === path).length;

  beforeEach(async () => {
    second = feed('/lighthouse', '/only-second');
    site = await openSite(({ url = '' }, answer) => {
      const isFeed = url.endsWith('.xml');
      answer
        .writeHead(200, { 'content-type': isFeed ? 'application/rss+xml' : 'text/html' })
        .end(url === '/first.xml' ? feed('/lighthouse', '/only-first') : isFeed ? second : page);
    });
    fetcher = await openFetcher();
  });
  afterEach(async () => {
    await fetcher.close();
    site.close();
  });

  it('is told to the library once for each source, under way or fetched', async () => {
    await fetcher.add(source('first'));
    await fetcher.until(async () => (await fetcher.pages()).length === 2);
    await fetcher.add(source('second'));
    await fetcher.until(async () => (await fetcher.told()).length === 1);
    await fetcher.until(() => polls('/second.xml') > 1);
    // It says something else, but names no page that it has not named before.
    second = feed('/only-second', '/lighthouse');
    const before = polls('/second.xml');
    await fetcher.until(() => polls('/second.xml') > before + 1);
    expect(await fetcher.told()).toMatchObject([
      { sourceId: 'second', sources: ['first', 'second'], url: `${site.origin}/lighthouse`, fetchedAt: 0 },
    ]);
  });

  it('is not told for a source whose rules leave it out', async () => {
    await fetcher.add(source('first'));
    await fetcher.until(async () => (await fetcher.pages()).length === 2);
    await fetcher.add(source('second', { exclude: [{ url: ['/lighthouse'] }] }));
    await fetcher.until(async () => (await fetcher.pages()).length === 3);
    expect(await fetcher.told()).toEqual([]);
  });

  it('is told with the article to which it leads, where the ledger knows it', async () => {
    await fetcher.add(source('first'));
    await fetcher.until(async () => (await fetcher.pages()).length === 2);
    const pages = (await fetcher.pages()).filter(({ url }) => url.endsWith('/lighthouse'));
    await fetcher.state.recordEvents(
      pages.map(({ item, url, fetchedAt: version, firstSeen }) => ({
        ...{ item, url, sourceId: 'first', version, attempt: 0, firstSeen, at: version },
        ...{ stage: 'index', fate: 'indexed', articleId: 'elsewhere' },
      })),
    );
    await fetcher.add(source('second'));
    await fetcher.until(async () => (await fetcher.told()).length === 1);
    expect(await fetcher.told()).toMatchObject([{ item: pages[0]?.item, articleId: 'elsewhere' }]);
  });
});

describe('a page that the rules of one source leave out', () => {
  let fetcher: Fetcher;
  let site: Site;
  let abroad: Site;
  let ahead = 0;
  const replies = new Map<string, string>();
  beforeEach(async () => {
    ahead = 0;
    replies.clear();
    const serve = () =>
      openSite(({ url = '' }, answer) => {
        const found = replies.get(url);
        return void answer
          .writeHead(200, { 'content-type': found === undefined ? 'text/html' : 'application/xml' })
          .end(found ?? page);
      });
    [site, abroad] = await Promise.all([serve(), serve()]);
    replies.set('/strict.xml', feed('/lighthouse', '/only-strict'));
    replies.set('/broad.xml', feed(`${site.origin}/lighthouse`));
    fetcher = await openFetcher({
      now: () => Date.now() + ahead,
      policy: { retryLadder: [120_000], revisits: [86_400_000] },
    });
  });
  afterEach(async () => {
    await fetcher.close();
    site.close();
    abroad.close();
  });
  const strict = (more: Partial<SourceInput> = {}): SourceInput => ({
    id: 'strict',
    name: 'Strict',
    allowPrivate: [site, abroad].map(({ origin }) => new URL(origin).host),
    limits: { delay: '0s' },
    channels: [{ url: `${site.origin}/strict.xml`, interval: '1s' }],
    exclude: [{ url: ['/lighthouse'] }],
    ...more,
  });
  const broad = (from: Site, more: Partial<SourceInput> = {}) =>
    strict({
      id: 'broad',
      channels: [{ url: `${from.origin}/broad.xml`, interval: '1s' }],
      exclude: [],
      ...more,
    });
  const pagesOf = async () =>
    (await fetcher.pages()).map(({ sourceId, url }) => [sourceId, new URL(url).pathname]).toSorted();
  const polls = (path: string) => [...site.asked, ...abroad.asked].filter((asked) => asked === path).length;
  const polled = async (path: string, times = 2) => {
    const before = polls(path);
    await fetcher.until(() => polls(path) >= before + times);
  };
  const both = [
    ['broad', '/lighthouse'],
    ['strict', '/only-strict'],
  ];

  it.each([
    ['of the same site', () => site],
    ['of another site', () => abroad],
  ])('comes by a source %s that tells of it later', async (_, from) => {
    await fetcher.add(strict());
    await fetcher.until(async () => (await fetcher.events()).some(({ reason }) => reason === 'left-out'));
    await fetcher.add(broad(from()));
    await fetcher.until(async () => (await fetcher.pages()).length === 2);
    await polled('/strict.xml');
    expect(await pagesOf()).toEqual(both);
    // Who leaves it out has not told of it.
    expect(await fetcher.told()).toEqual([]);
  });

  it.each([
    ['of the same site', () => site],
    ['of another site', () => abroad],
  ])('stays with a source %s that told of it first', async (_, from) => {
    await fetcher.add(broad(from()));
    await fetcher.until(async () => (await fetcher.pages()).length === 1);
    await fetcher.add(strict());
    await fetcher.until(async () => (await fetcher.pages()).length === 2);
    await polled('/strict.xml');
    expect(await pagesOf()).toEqual(both);
    expect(await fetcher.told()).toEqual([]);
    expect(site.asked.filter((path) => path === '/lighthouse')).toHaveLength(1);
  });

  it('is left out where the rules of both leave it out, and comes once one of them takes it', async () => {
    await fetcher.add(strict());
    await fetcher.add(broad(site, { exclude: [{ title: ['*lighthouse*'] }] }));
    await fetcher.until(async () => (await fetcher.pages()).length === 1);
    await polled('/broad.xml');
    expect(await pagesOf()).toEqual([['strict', '/only-strict']]);
    replies.set('/broad.xml', feed(`${site.origin}/lighthouse`).replace('About', 'All of'));
    await fetcher.add(broad(site));
    await fetcher.until(async () => (await fetcher.pages()).length === 2);
    expect(await pagesOf()).toEqual(both);
  });

  /** What the page itself says is judged by the stage that reads it. */
  const judged = async () => {
    const [found] = (await fetcher.pages()).filter(
      ({ sourceId, url }) => sourceId === 'strict' && url.endsWith('house'),
    );
    if (found === undefined) throw new Error('the page has not been handed on');
    const { item, url, fetchedAt: version, firstSeen } = found;
    await fetcher.state.recordEvents([
      {
        ...{ item, url, sourceId: 'strict', version, attempt: 0, firstSeen, at: version },
        ...{ stage: 'clean', fate: 'dropped', reason: 'left-out', detail: 'exclude[0]' },
      },
    ]);
  };
  const wordy = { exclude: [{ fewerWords: 100 }] };

  it('is looked at in the ledger, and not requested once more, when another channel has named it since', async () => {
    replies.set('/map.xml', feed('/nothing'));
    const channels = ['strict', 'map'].map((name) => ({
      url: `${site.origin}/${name}.xml`,
      interval: '1s',
    }));
    await fetcher.add(strict({ ...wordy, channels }));
    await fetcher.until(async () => (await fetcher.pages()).length === 3);
    await judged();
    replies.set('/map.xml', feed('/lighthouse'));
    await polled('/map.xml');
    const asked = () => site.asked.filter((path) => path === '/lighthouse').length;
    ahead = 61_000;
    fetcher.wake();
    await polled('/map.xml', 3);
    expect(asked()).toBe(1);
  });

  it.each([
    ['of the same site', () => site],
    ['of another site', () => abroad],
  ])('by what it says itself, comes by a source %s that tells of it later', async (_, from) => {
    await fetcher.add(strict(wordy));
    await fetcher.until(async () => (await fetcher.pages()).length === 2);
    await judged();
    await fetcher.add(broad(from()));
    await fetcher.until(async () => (await fetcher.pages()).length === 3);
    expect(await pagesOf()).toEqual([
      ...both.slice(0, 1),
      ['strict', '/lighthouse'],
      ['strict', '/only-strict'],
    ]);
  });

  it.each([
    ['of the same site', () => site],
    ['of another site', () => abroad],
  ])(
    'by what it says itself, comes by a source %s that told of it before that was known',
    async (_, from) => {
      await fetcher.add(strict(wordy));
      await fetcher.until(async () => (await fetcher.pages()).length === 2);
      await fetcher.add(broad(from()));
      await fetcher.until(async () => (await fetcher.told()).length === 1);
      await polled('/broad.xml');
      await judged();
      // Nothing is new in either channel.
      ahead = 61_000;
      fetcher.wake();
      await fetcher.until(async () => (await fetcher.pages()).length === 3);
      expect(await pagesOf()).toEqual([
        ...both.slice(0, 1),
        ['strict', '/lighthouse'],
        ['strict', '/only-strict'],
      ]);
      ahead = 122_000;
      fetcher.wake();
      await polled('/broad.xml');
      expect(await fetcher.pages()).toHaveLength(3);
    },
  );
});

describe('a long channel that lists pages of another source', () => {
  let site: Site;
  let fetcher: Fetcher;
  afterEach(async () => {
    await fetcher.close();
    site.close();
  });

  it('tells of each once, wherever it stands, and writes nothing when nothing is new', async () => {
    const paths = Array.from({ length: 12 }, (_, number) => `/story-${number}`);
    const dated = (path: string, number: number) =>
      `<url><loc>${path}</loc><lastmod>2026-01-${String(number + 1).padStart(2, '0')}</lastmod></url>`;
    let note = '';
    site = await openSite(({ url = '' }, answer) =>
      url === '/feed.xml'
        ? void answer.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed(...paths))
        : url === '/map.xml'
          ? void answer
              .writeHead(200, { 'content-type': 'application/xml' })
              .end(
                `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths.map((path, number) => dated(`${site.origin}${path}`, number)).join('')}<!-- ${note} --></urlset>`,
              )
          : void answer
              .writeHead(200, { 'content-type': 'text/html' })
              .end(page.replaceAll('lighthouse', url)),
    );
    fetcher = await openFetcher();
    const common = { allowPrivate: [new URL(site.origin).host] };
    await fetcher.add({
      ...common,
      id: 'first',
      name: 'First',
      channels: [{ url: `${site.origin}/feed.xml`, interval: '1h' }],
      limits: { delay: '0s' },
    });
    await fetcher.until(async () => (await fetcher.pages()).length === paths.length);
    await fetcher.add({
      ...common,
      id: 'map',
      name: 'Map',
      channels: [{ kind: 'sitemap', url: `${site.origin}/map.xml`, interval: '200ms' }],
      limits: { delay: '0s', maxItemsPerPoll: 4 },
    });
    const toldPaths = async () => (await fetcher.told()).map(({ url }) => new URL(url).pathname).toSorted();
    await fetcher.until(async () => new Set(await toldPaths()).size === paths.length);
    const items = async () => {
      const known = (await fetcher.pages()).map(({ item }) => item);
      const keys = known.map((item) => `told:${item}:map`);
      return JSON.stringify([
        await fetcher.state.getItems(known),
        [...(await fetcher.state.read(keys, Date.now()))],
      ]);
    };
    const polls = () => site.asked.filter((path) => path === '/map.xml').length;
    // What was said is remembered after it was said.
    const saidAt = polls();
    await fetcher.until(() => polls() > saidAt + 2);
    const before = { items: await items(), told: (await fetcher.told()).length, polls: polls() };
    // Another answer begins another round through all entries.
    note = 'served at noon';
    await fetcher.until(() => polls() > before.polls + 10);
    expect((await fetcher.told()).length).toBe(before.told);
    expect(await toldPaths()).toEqual(paths.toSorted());
    expect(await items()).toBe(before.items);
  });
});
