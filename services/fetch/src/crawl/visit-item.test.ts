import { afterEach, describe, expect, it } from '@jest/globals';
import { openFetcher, openSite, type Fetcher, type Site } from '../testing/open-fetcher.ts';
import { leaseMs } from './crawl.ts';

/** Calls of the state that a full disk refuses. */
const writes: ReadonlySet<PropertyKey> = new Set(['settleItems', 'releaseItems', 'renewClaims', 'addItems']);

describe('a visit whose outcome cannot be written down', () => {
  let site: Site | undefined;
  let fetcher: Fetcher | undefined;
  afterEach(async () => {
    await fetcher?.close();
    site?.close();
  });

  it('is made again as soon as the state takes in anything, not when its claim has ended', async () => {
    site = await openSite((_, answer) =>
      answer
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end('<rss version="2.0"><channel><title>Paper</title></channel></rss>'),
    );
    let isFull = false;
    let refused = 0;
    const around = <T extends object>(port: T, name: string): T =>
      new Proxy(port, {
        get(target, property) {
          const value: unknown = Reflect.get(target, property, target);
          if (typeof value !== 'function') return value;
          return (...words: unknown[]): unknown => {
            if (name !== 'state' || !isFull || !writes.has(property))
              return Reflect.apply(value, target, words);
            refused += 1;
            return Promise.reject(new Error('database or disk is full'));
          };
        },
      });
    fetcher = await openFetcher({ around });
    await fetcher.add({
      id: 'paper',
      name: 'Paper',
      channels: [{ kind: 'feed', url: `${site.origin}/feed`, interval: '1h' }],
      allowPrivate: [new URL(site.origin).host],
      limits: { delay: '0ms' },
    });
    isFull = true;
    await fetcher.until(() => refused >= 2);
    isFull = false;
    const [from, askedBefore] = [Date.now(), site.asked.length];
    await fetcher.until(() => (site?.asked.length ?? 0) > askedBefore);
    expect(Date.now() - from).toBeLessThan(leaseMs / 2);
  });
});
