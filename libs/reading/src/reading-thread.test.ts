import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Channel, Source } from '@newsmill/contracts';
import { channelItem } from '@newsmill/fetch';
import { openReadingThread, Unreadable, type ReadingThread } from './reading-thread.ts';
import type { Given } from './readings.ts';

const url = 'https://news.example/channel';
const source = Source.parse({ id: 'news', name: 'News', channels: [{ url }] });
const policy = {
  retryLadder: [1_000],
  revisits: [1_000],
  pollMin: 1_000,
  pollMax: 60_000,
  agent: 'newsmill-test',
};

function channel(text: string | Uint8Array, kind: 'feed' | 'sitemap' | 'list' = 'feed'): Given<'channel'> {
  const body = Buffer.from(text);
  const item = channelItem(source, Channel.parse({ kind, url }), 0);
  const head = {
    status: 200,
    url,
    redirects: [],
    headers: { 'content-type': kind === 'list' ? 'text/html' : 'text/xml' },
    encoding: 'identity' as const,
    truncated: false,
  };
  return { body, head, item, source, policy, moment: { now: Date.now(), chance: 0, delayMs: 0 } };
}
const times = (count: number, one: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => one(index)).join('');
const entry = (index: number) =>
  `<item><title>Story ${index}</title><link>/story/${index}</link><description>${'Words &amp; more. '.repeat(15)}</description></item>`;
const fetched = {
  item: 'i',
  sourceId: 'news',
  url: 'https://news.example/',
  finalUrl: 'https://news.example/',
  redirects: [],
  fetchedAt: 1,
  firstSeen: 1,
  status: 200,
  contentType: 'text/html',
  encoding: 'identity' as const,
};
const page = (html: string) => ({
  body: Buffer.from(html),
  encoding: 'identity' as const,
  contentType: 'text/html',
  url: 'https://news.example/',
});

/**
 * Bytes that cost a reader much: each took the main thread for half a second and more, or hundreds of
 * megabytes.
 */
const costly: readonly (readonly [string, (thread: ReadingThread) => Promise<unknown>])[] = [
  [
    'a feed of 10 MB',
    (thread) => thread.read('channel', channel(`<rss><channel>${times(30_000, entry)}</channel></rss>`)),
  ],
  [
    'a feed of one endless text',
    (thread) =>
      thread.read(
        'channel',
        channel(`<rss><channel><item><link>/1</link><description>${'&lt;b&gt;<i>x</i>'.repeat(600_000)}`),
      ),
  ],
  [
    'a sitemap of 10 MB',
    (thread) =>
      thread.read(
        'channel',
        channel(
          `<urlset>${times(120_000, (index) => `<url><loc>https://news.example/story/${index}/long-name-of-it</loc></url>`)}</urlset>`,
          'sitemap',
        ),
      ),
  ],
  [
    'a packed sitemap that unpacks to 48 MB',
    (thread) =>
      thread.read(
        'channel',
        channel(
          gzipSync(`<urlset>${'<url><loc>https://news.example/1</loc></url>'.repeat(1_100_000)}</urlset>`),
          'sitemap',
        ),
      ),
  ],
  [
    'a list of 10 MB',
    (thread) =>
      thread.read(
        'channel',
        channel(
          `<html><body>${times(100_000, (index) => `<div class="c${index}"><a href="/news/${index}">A headline of some length ${index}</a></div>`)}`,
          'list',
        ),
      ),
  ],
  [
    'a page of 10 MB that names feeds',
    (thread) =>
      thread.read('offered', {
        ...page(
          `<html><head>${'<link rel="alternate" type="application/rss+xml" href="/f">'.repeat(170_000)}`,
        ),
        link: undefined,
        now: 0,
      }),
  ],
  [
    'a page of 5 MB without feeds',
    (thread) =>
      thread.read('listed', {
        ...page(
          `<html>${times(50_000, (index) => `<div><a href="/news/${index}">A headline of some length ${index}</a></div>`)}`,
        ),
        page: fetched,
        isFront: false,
      }),
  ],
];

describe('the thread that reads what others send', () => {
  const thread = openReadingThread({ budgetMs: 20_000 });
  afterAll(() => thread.close());

  it.each(costly)('keeps the cost of %s away from the main thread', async (_name, read) => {
    await thread.read('robots', { body: Buffer.from('User-agent: *'), encoding: 'identity', status: 200 });
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 5);
    const [whole, main] = [process.cpuUsage(), process.threadCpuUsage()];
    // What cannot be read within the bounds is an outcome too.
    await read(thread).catch((error: unknown) => expect(error).toBeInstanceOf(Unreadable));
    const spent = process.cpuUsage(whole);
    const own = process.threadCpuUsage(main);
    clearInterval(timer);
    const [all, here] = [spent.user + spent.system, own.user + own.system];
    expect(ticks).toBeGreaterThan(0);
    expect(here / 1_000).toBeLessThan(Math.max(300, all / 2_000));
  });

  it('refuses brackets in brackets without building them, and answers on', async () => {
    const before = process.memoryUsage().rss;
    const visit = await thread.read(
      'channel',
      channel(`{"items":[{"id":"1","tags":${'['.repeat(4_000_000)}`),
    );
    expect(visit.settlement.data.lastError).toBe('the feed nests deeper than 100 levels');
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });

  it('does not stumble over comments in front of a page', async () => {
    const html = '<html><link rel="alternate" type="application/rss+xml" href="/feed">';
    for (const comments of ['<!---->'.repeat(40), '<!---->'.repeat(200_000), '<!-- '.repeat(100_000)]) {
      expect(
        await thread.read('offered', {
          ...page(comments + html),
          contentType: undefined,
          link: undefined,
          now: 0,
        }),
      ).toMatchObject(
        comments.length < 1_000 ? { kind: 'page', feeds: [{ url: 'https://news.example/feed' }] } : {},
      );
    }
  });

  it('reads what is small while it reads what is large, and of what is large the smaller first', async () => {
    const fresh = openReadingThread({ budgetMs: 20_000 });
    const order: string[] = [];
    const read = async (name: string, entries: number) => {
      await fresh.read('channel', channel(`<rss><channel>${times(entries, entry)}</channel></rss>`));
      order.push(name);
    };
    await read('ready', 1);
    await Promise.all([
      read('first', 20_000),
      read('large', 9_000),
      ...['a', 'b', 'c'].map((name) => read(name, 1)),
      ...['m', 'n'].map((name) => read(name, 5_000)),
    ]);
    expect(order).toEqual(['ready', 'a', 'b', 'c', 'first', 'm', 'n', 'large']);
    await fresh.close();
  });
});

describe('a reading that passes its bounds', () => {
  it('is refused in words, and the next one is read', async () => {
    const thread = openReadingThread({ budgetMs: 100 });
    const long = thread.read(
      'channel',
      channel(`<rss><channel><item><link>/1</link><description>${'&lt;b&gt;<i>x</i>'.repeat(600_000)}`),
    );
    await expect(long).rejects.toThrow(
      /^reading it took longer than \d+ ms (?:of computing|by the clock) and was ended$/,
    );
    await expect(long).rejects.toBeInstanceOf(Unreadable);
    expect(
      (
        await thread.read('robots', {
          body: Buffer.from('Sitemap: https://news.example/map'),
          encoding: 'identity',
          status: 200,
        })
      ).sitemaps,
    ).toEqual(['https://news.example/map']);
    await thread.close();
    await expect(
      thread.read('robots', { body: Buffer.from(''), encoding: 'identity', status: 200 }),
    ).rejects.toBeInstanceOf(Unreadable);
  });
});
