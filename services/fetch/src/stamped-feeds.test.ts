import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openFetcher, openSite, type Fetcher, type Site } from './testing/open-fetcher.ts';

const numbers = Array.from({ length: 12 }, (_, number) => number);
const page = (number: string) =>
  `<!doctype html><html><head><title>${number}</title></head><body><p>Story ${number} at ${Math.random()}</p></body></html>`;

describe('a feed that stamps its entries with the time of the request', () => {
  let fetcher: Fetcher;
  let site: Site;
  let polls = 0;

  beforeEach(async () => {
    polls = 0;
    fetcher = await openFetcher();
  });
  afterEach(async () => {
    await fetcher.close();
    site.close();
  });
  const open = async (entry: (number: number, poll: number) => string) => {
    site = await openSite((request, answer) => {
      if (request.url !== '/feed.xml')
        return void answer.writeHead(200, { 'content-type': 'text/html' }).end(page(request.url ?? ''));
      polls += 1;
      return void answer
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end(
          `<rss version="2.0"><channel><title>P</title>${numbers.map((number) => `<item>${entry(number, polls)}</item>`).join('')}</channel></rss>`,
        );
    });
    // Polls come faster than the pages of one can be fetched.
    await fetcher.add({
      id: 'paper',
      name: 'Paper',
      channels: [{ url: `${site.origin}/feed.xml`, interval: '300ms' }],
      allowPrivate: [new URL(site.origin).host],
      limits: { delay: '100ms' },
    });
  };
  const pagesAsked = () => site.asked.filter((path) => path !== '/feed.xml');

  it('has every page fetched, and each once', async () => {
    // An hour a poll: dates move at each of them, also for a mill that takes dates near the poll for its
    // time.
    await open(
      (number, poll) =>
        `<title>Story ${number}</title><link>/story/${number}</link><guid isPermaLink="false">${number}</guid><pubDate>${new Date(Date.now() - 86_400_000 + poll * 3_600_000).toUTCString()}</pubDate>`,
    );
    await fetcher.until(() => polls >= 20 && new Set(pagesAsked()).size === numbers.length);
    expect(pagesAsked().toSorted()).toEqual(numbers.map((number) => `/story/${number}`).toSorted());
    expect(await fetcher.pages()).toHaveLength(numbers.length);
  });

  it('is one document a guid, whatever session its links carry', async () => {
    await open(
      (number) =>
        `<title>Story ${number}</title><link>/story/${number}?sid=${Math.random()}</link><guid isPermaLink="false">${number}</guid>`,
    );
    await fetcher.until(() => polls >= 20 && new Set(pagesAsked()).size >= numbers.length);
    expect(pagesAsked()).toHaveLength(numbers.length);
  });

  it('is one document a guid also where the session stands in the path', async () => {
    await open(
      (number) =>
        `<title>Story ${number}</title><link>/${Math.random()}/story/${number}</link><guid isPermaLink="false">${number}</guid>`,
    );
    await fetcher.until(() => polls >= 20 && new Set(pagesAsked()).size >= numbers.length);
    expect(pagesAsked()).toHaveLength(numbers.length);
  });

  it('lets no title that changes at every poll keep the others from their turn', async () => {
    await open(
      (number, poll) =>
        `<title>Story ${number}, edition ${poll}</title><link>/story/${number}</link><guid isPermaLink="false">${number}</guid>`,
    );
    await fetcher.until(() => new Set(pagesAsked()).size === numbers.length);
    // Each had its turn before any had a third one.
    const counts = new Map<string, number>();
    for (const path of pagesAsked()) counts.set(path, (counts.get(path) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(2);
  });
});
