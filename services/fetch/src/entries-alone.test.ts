import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { foldFate } from '@newsmill/contracts';
import { openFetcher, openSite, type Fetcher, type Site } from './testing/open-fetcher.ts';

const guid = (id: string) => `<guid isPermaLink="false">${id}</guid>`;

describe('articles that are made of feed entries alone', () => {
  let fetcher: Fetcher;
  let site: Site;
  let items = '';
  beforeEach(async () => {
    fetcher = await openFetcher();
    site = await openSite(
      (request, answer) =>
        void answer
          .writeHead(200, { 'content-type': 'application/rss+xml' })
          .end(`<rss version="2.0"><channel><title>Notes</title>${items}</channel></rss>`),
    );
  });
  afterEach(async () => {
    await fetcher.close();
    site.close();
  });
  const add = (over: object = {}) =>
    fetcher.add({
      id: 'notes',
      name: 'Notes',
      channels: [{ url: `${site.origin}/feed.xml`, interval: '200ms' }],
      allowPrivate: [new URL(site.origin).host],
      limits: { delay: '10ms' },
      ...over,
    });
  const fates = async () => {
    const events = await fetcher.events();
    return [...new Set(events.map(({ item }) => item))].map((item) =>
      foldFate(events.filter((event) => event.item === item)),
    );
  };

  it('come of entries without a link, each once, and again when their text changes', async () => {
    items = ['One', 'Two']
      .map((word) => `<item><description>${word} boat is late.</description>${guid(word)}</item>`)
      .join('');
    await add();
    await fetcher.until(async () => (await fetcher.pages()).length === 2);
    items = items.replace('One boat is late.', 'One boat has come.');
    await fetcher.until(async () => (await fetcher.pages()).length === 3);
    const pages = await fetcher.pages();
    expect(pages.map(({ fromEntry, entry }) => [fromEntry, entry?.title])).toEqual([
      [true, 'One boat is late.'],
      [true, 'Two boat is late.'],
      [true, 'One boat has come.'],
    ]);
    expect(pages[2]?.item).toBe(pages[0]?.item);
    expect(new Set(site.asked)).toEqual(new Set(['/feed.xml']));
  });

  it('come of every entry of a feed-only source, each with a fate, and no page is asked for', async () => {
    items = `<item><title>A</title><link>/a</link><description>The boat is late.</description></item><item><title>B</title><link>/b</link></item><item><title>C</title><link>javascript:open()</link></item>`;
    await add({ feedOnly: true });
    await fetcher.until(async () => (await fates()).filter((event) => event?.stage === 'fetch').length === 2);
    expect(
      (await fates()).map((event) => [new URL(event?.url ?? '').pathname, event?.fate, event?.reason]),
    ).toEqual([
      ['/a', 'passed', undefined],
      ['/b', 'dropped', 'no-entry-text'],
    ]);
    expect(new Set(site.asked)).toEqual(new Set(['/feed.xml']));
    const [channel] = await fetcher.state.channels();
    expect(channel?.data['leftOut']).toEqual({
      'no-web-address': { count: 1, example: 'javascript:open()' },
    });
  });
});
