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
