import { afterEach, expect, it } from '@jest/globals';
import { openFetcher, openSite, type Fetcher, type Site } from './testing/open-fetcher.ts';

let fetcher: Fetcher;
let site: Site;
afterEach(async () => {
  await fetcher.close();
  site.close();
});

it('a channel that lists more than one poll takes has every page fetched once, over several polls', async () => {
  const numbers = Array.from({ length: 11 }, (_, number) => number);
  fetcher = await openFetcher();
  site = await openSite((request, answer) =>
    request.url === '/sitemap.xml'
      ? void answer
          .writeHead(200, { 'content-type': 'application/xml', etag: '"1"' })
          .end(
            `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${numbers.map((number) => `<url><loc>${site.origin}/${number}</loc></url>`).join('')}</urlset>`,
          )
      : void answer
          .writeHead(200, { 'content-type': 'text/html' })
          .end(`<!doctype html><title>Story ${request.url}</title><p>It is foggy.</p>`),
  );
  await fetcher.add({
    id: 'paper',
    name: 'Paper',
    channels: [{ kind: 'sitemap', url: `${site.origin}/sitemap.xml`, interval: '200ms' }],
    allowPrivate: [new URL(site.origin).host],
    limits: { delay: '10ms', maxItemsPerPoll: 4 },
  });
  const waiting: unknown[] = [];
  const look = async () => {
    const [channel] = await fetcher.state.channels();
    if (channel?.data['waiting'] !== waiting.at(-1)) waiting.push(channel?.data['waiting']);
    return new Set(site.asked.filter((path) => path !== '/sitemap.xml')).size === numbers.length;
  };
  await fetcher.until(look);
  await fetcher.until(async () => (await look()) && waiting.at(-1) === 0);
  expect(site.asked.filter((path) => path !== '/sitemap.xml').toSorted()).toEqual(
    numbers.map((number) => `/${number}`).toSorted(),
  );
  expect(waiting.some((count) => Number(count) > 0)).toBe(true);
});
