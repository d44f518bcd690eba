import { afterEach, expect, it } from '@jest/globals';
import { lieKey } from '@newsmill/fetch';
import { openFetcher, openSite, type Fetcher, type Site } from './testing/open-fetcher.ts';

let fetcher: Fetcher;
let site: Site;
afterEach(async () => {
  await fetcher.close();
  site.close();
});

/** A feed with as many entries as `count()` says; answers 304 to whoever names its ETag. */
async function open(count: () => number, etag: () => string): Promise<(string | undefined)[]> {
  const named: (string | undefined)[] = [];
  fetcher = await openFetcher();
  site = await openSite((request, answer) => {
    if (request.url !== '/feed.xml')
      return void answer.writeHead(200, { 'content-type': 'text/html' }).end('<p>A</p>');
    named.push(request.headers['if-none-match']);
    if (request.headers['if-none-match'] === etag()) return void answer.writeHead(304).end();
    const items = Array.from(
      { length: count() },
      (_, at) => `<item><title>${at}</title><link>/story/${at}</link></item>`,
    );
    return void answer
      .writeHead(200, { 'content-type': 'application/rss+xml', etag: etag() })
      .end(`<rss version="2.0"><channel><title>P</title>${items.join('')}</channel></rss>`);
  });
  await fetcher.add({
    id: 'paper',
    name: 'Paper',
    channels: [{ url: `${site.origin}/feed.xml`, interval: '5ms' }],
    allowPrivate: [new URL(site.origin).host],
    limits: { delay: '1ms' },
  });
  return named;
}
const isDistrusted = async () => {
  const key = lieKey(new URL(site.origin).host);
  return (await fetcher.state.read([key], Date.now())).has(key);
};

it('a feed whose ETag stays while its entries change is found out, and asked without it from then on', async () => {
  let entries = 2;
  const named = await open(
    () => entries,
    () => '"always"',
  );
  await fetcher.until(() => named.length > 5);
  expect(named.slice(1, 5)).toEqual(Array.from({ length: 4 }, () => '"always"'));
  entries = 4;
  await fetcher.until(() => site.asked.includes('/story/3'));
  expect(await isDistrusted()).toBe(true);
  const polls = named.length;
  await fetcher.until(() => named.length > polls + 5);
  expect(named.slice(polls)).toEqual(named.slice(polls).map(() => undefined));
});

it('an honest feed is asked for what has changed, and now and then for all of it, and stays trusted', async () => {
  const named = await open(
    () => 2,
    () => '"2"',
  );
  await fetcher.until(() => named.length > 205);
  expect(named.slice(0, 206).filter((etag) => etag === undefined)).toHaveLength(3);
  expect(await isDistrusted()).toBe(false);
});
