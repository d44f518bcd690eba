import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readRevisits, revisitKeys } from '@newsmill/fetch';
import { itemOf } from '@newsmill/text';
import { openFetcher, openSite, type Fetcher, type Site } from './testing/open-fetcher.ts';

const live = '<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Tide"}</script>';
const pageOf = (head: string) =>
  `<!doctype html><html><head><title>The tide</title>${head}</head><body><p>It rises.</p></body></html>`;
const minute = 60_000;
const day = 24 * 60 * minute;
const ages = [10 * minute, 40 * minute, 100 * minute, 60 * 60 * minute] as const;

describe('revisits', () => {
  let fetcher: Fetcher;
  let site: Site;
  /** From the time now to the noon of the day: visits of a live blog are counted by day. */
  const untilNoon = (Math.floor(Date.now() / day) + 0.5) * day - Date.now();
  /** How far the clock of the fetcher has gone on since, beside what goes by itself, milliseconds. */
  let ahead = 0;
  const now = () => Date.now() + untilNoon + ahead;
  const paths = ['/the-steady-old-story', '/the-tide-as-it-rises'] as const;
  const itemsOf = () => fetcher.state.getItems(paths.map((path) => itemOf(`${site.origin}${path}`) ?? ''));

  beforeEach(async () => {
    ahead = 0;
    site = await openSite(({ url = '' }, answer) => {
      const isFeed = url === '/feed.xml';
      const links = paths
        .map((path) => `<item><title>About ${path}</title><link>${path}</link></item>`)
        .join('');
      answer
        .writeHead(200, { 'content-type': isFeed ? 'application/rss+xml' : 'text/html' })
        .end(
          isFeed
            ? `<rss version="2.0"><channel>${links}</channel></rss>`
            : pageOf(url === paths[1] ? live : ''),
        );
    });
    fetcher = await openFetcher({ policy: { revisits: ages }, now });
    await fetcher.add({
      id: 'paper',
      name: 'Paper',
      allowPrivate: [new URL(site.origin).host],
      limits: { delay: '0s' },
      channels: [{ url: `${site.origin}/feed.xml`, interval: '1h' }],
    });
  });
  afterEach(async () => {
    await fetcher.close();
    site.close();
  });

  it('are counted for their source, and a live blog is followed as one', async () => {
    const countOf = async () => {
      const values = await fetcher.state.read(revisitKeys('paper'), now());
      return readRevisits('paper', values)[0];
    };
    await fetcher.until(async () => (await itemsOf()).every((item) => (item?.fetchedAt ?? 0) > 0));
    ahead = ages[0];
    fetcher.wake();
    const hasLooked = (item: Awaited<ReturnType<typeof itemsOf>>[number]) =>
      item !== undefined && item.fetchedAt > 0 && item.data['plannedAt'] !== item.firstSeen + ages[0];
    await fetcher.until(
      async () => ((await countOf())?.looked ?? 0) >= 2 && (await itemsOf()).every(hasLooked),
    );
    expect((await countOf())?.changed).toBe(0);
    const [steady, tide] = await itemsOf();
    expect(steady?.data['liveUntil']).toBeUndefined();
    expect(tide?.data['liveVisits']).toBeGreaterThan(1);
    expect((tide?.dueAt ?? 0) - now()).toBeLessThan(2 * 60 * minute);
  });
});
