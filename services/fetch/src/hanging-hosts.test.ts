import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { openFetcher, openSite, type Fetcher, type Site } from './testing/open-fetcher.ts';

const paths = Array.from({ length: 4 }, (_, number) => `/a-story-with-the-number-${number}`);
const page = `<!doctype html><html><head><title>The tide</title></head><body><p>${'It rises. '.repeat(400)}</p></body></html>`;

describe('a source with forty hosts that never answer', () => {
  let fetcher: Fetcher;
  let site: Site;
  /** Requests that hang, and how many ended. */
  let hanging: Set<ServerResponse>;
  let ended: number;
  let claims: number;
  const hung = () => site.asked.filter((path) => path.startsWith('/hangs')).length;
  const port = () => new URL(site.origin).port;

  beforeEach(async () => {
    [hanging, ended, claims] = [new Set(), 0, 0];
    site = await openSite(({ url = '' }, answer) => {
      if (url.startsWith('/hangs')) {
        hanging.add(answer);
        return void answer.on('close', () => {
          hanging.delete(answer);
          ended += 1;
        });
      }
      const isFeed = url === '/feed.xml';
      const links = paths.map((path) => `<item><title>${path}</title><link>${path}</link></item>`).join('');
      answer
        .writeHead(200, { 'content-type': isFeed ? 'application/rss+xml' : 'text/html' })
        .end(isFeed ? `<rss version="2.0"><channel>${links}</channel></rss>` : page);
    });
    fetcher = await openFetcher({
      resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
      around: (one, name) =>
        name !== 'state'
          ? one
          : new Proxy(one, {
              get(target, method) {
                if (method === 'claimItems') claims += 1;
                const value: unknown = Reflect.get(target, method);
                return typeof value === 'function' ? value.bind(target) : value;
              },
            }),
    });
    const hosts = Array.from({ length: 40 }, (_, number) => `h${number}.example:${port()}`);
    await fetcher.add({
      id: 'hanging',
      name: 'hanging',
      allowPrivate: hosts,
      channels: hosts.map((host, number) => ({ url: `http://${host}/hangs-${number}` })),
    });
    await fetcher.until(() => hanging.size >= 2);
  });
  afterEach(async () => {
    site.close();
    await fetcher.close();
  });

  it('lets the pages of another one through at once', async () => {
    await fetcher.add({
      id: 'honest',
      name: 'honest',
      allowPrivate: [`honest.example:${port()}`],
      limits: { delay: '0s' },
      channels: [{ url: `http://honest.example:${port()}/feed.xml` }],
    });
    await fetcher.until(() => paths.every((path) => site.asked.includes(path)));
    expect({ hanging: hanging.size, ended, hung: hung() }).toEqual({ hanging: 2, ended: 0, hung: 2 });
  });

  it('is not looked at again and again while it holds what it may', async () => {
    const [before, began] = [claims, performance.now()];
    await fetcher.until(() => performance.now() - began > 1_500);
    const looks = claims - before;
    expect(looks).toBeLessThan((performance.now() - began) / 50);
    expect(looks).toBeGreaterThan(0);
  });

  it('gets a slot for the next host as soon as one ends', async () => {
    for (let hosts = 3; hosts < 9; hosts += 1) {
      const [first] = hanging;
      first?.writeHead(404).end();
      await fetcher.until(() => hung() === hosts);
      expect(hanging.size).toBeLessThanOrEqual(2);
    }
    expect(ended).toBe(6);
  });
});
