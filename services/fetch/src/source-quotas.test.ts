import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { nextQuotaDay, quotaDay, quotaLiftKey, readUse, useKeys } from '@newsmill/contracts';
import { openFetcher, openSite, type Fetcher, type Site } from './testing/open-fetcher.ts';

const minute = 60_000;
const paths = Array.from({ length: 8 }, (_, number) => `/a-story-with-the-number-${number}`);
const page = `<!doctype html><html><head><title>The tide</title></head><body><p>${'It rises. '.repeat(400)}</p></body></html>`;

describe('the quotas of a source', () => {
  let fetcher: Fetcher;
  let site: Site;
  let notes: (readonly [string, object])[];
  /** The clock of the fetcher, which begins at noon of a day. */
  let ahead: number;
  const noon = Date.parse('2026-11-29T12:00:00Z') - Date.now();
  const now = () => Date.now() + noon + ahead;
  const asked = (path: string) => site.asked.filter((one) => one === path).length;
  const fetched = () => paths.filter((path) => asked(path) > 0).length;
  const used = async (id: string) => {
    const day = quotaDay(now());
    return readUse(await fetcher.state.read(useKeys(id, day), now()), id, day);
  };
  const told = () => notes.filter(([name]) => name === 'source.quota-used').map(([, fields]) => fields);
  const add = (id: string, quota?: object) =>
    fetcher.add({
      id,
      name: id,
      allowPrivate: [new URL(site.origin).host],
      limits: { delay: '0s' },
      channels: [{ url: `${site.origin}/feed.xml`, interval: '1h' }],
      ...(quota === undefined ? {} : { quota }),
    });
  /** Moves the clock on until that is so. */
  const untilLater = async (isThere: () => boolean, stepMs: number) => {
    await fetcher.until(() => {
      ahead += stepMs;
      fetcher.wake();
      return isThere();
    });
  };

  beforeEach(async () => {
    [ahead, notes] = [0, []];
    site = await openSite(({ url = '' }, answer) => {
      const isFeed = url === '/feed.xml';
      const links = paths.map((path) => `<item><title>${path}</title><link>${path}</link></item>`).join('');
      answer
        .writeHead(200, { 'content-type': isFeed ? 'application/rss+xml' : 'text/html' })
        .end(isFeed ? `<rss version="2.0"><channel>${links}</channel></rss>` : page);
    });
    fetcher = await openFetcher({
      note: (name, fields) => void notes.push([name, fields]),
      now,
      policy: { revisits: [30 * 24 * 60 * minute] },
      quota: { pages: 1_000 },
    });
  });
  afterEach(async () => {
    await fetcher.close();
    site.close();
  });

  it('have its pages wait when they are used up, and nothing else', async () => {
    await add('paper', { pages: 3 });
    await fetcher.until(() => told().length > 0);
    await untilLater(() => asked('/feed.xml') > 1, minute);
    expect(fetched()).toBe(3);
    expect((await fetcher.events()).filter(({ fate }) => fate === 'dead' || fate === 'dropped')).toEqual([]);
    expect(told()).toEqual([
      { source: 'paper', quota: 'pages', used: 3, most: 3, until: '2026-11-30T00:00:00.000Z' },
    ]);
    expect(await used('paper')).toMatchObject({ pages: 3, bytes: expect.any(Number) });
    expect((await used('paper')).bytes).toBeGreaterThan(3 * page.length);
  });
  it('count what reading its channels costs', async () => {
    await add('paper');
    await fetcher.until(async () => {
      ahead += minute;
      fetcher.wake();
      return (await used('paper')).cpuMs > 0;
    });
    expect((await used('paper')).cpuMs).toBeLessThan(60_000);
  });
  it('let all of them through on the days that follow', async () => {
    await add('paper', { pages: 3 });
    await fetcher.until(() => told().length > 0);
    for (const day of [2, 3]) {
      ahead = nextQuotaDay(now()) + minute - Date.now() - noon;
      fetcher.wake();
      await fetcher.until(() => fetched() === Math.min(8, 3 * day) && told().length >= Math.min(2, day));
    }
    expect(paths.map(asked)).toEqual(paths.map(() => 1));
    expect(told().map((fields) => 'until' in fields && fields.until)).toEqual([
      '2026-11-30T00:00:00.000Z',
      '2026-12-01T00:00:00.000Z',
    ]);
  });
  it('are lifted for a day by whoever says so', async () => {
    await add('paper', { bytes: 5_000 });
    await fetcher.until(() => told().length > 0);
    expect(fetched()).toBeLessThan(3);
    await fetcher.state.write([{ key: quotaLiftKey('paper'), value: '2026-11-29' }]);
    await untilLater(() => fetched() === 8, minute);
    expect(quotaDay(now())).toBe('2026-11-29');
  });
  it('are those of the mill where its file says nothing, and count what others used', async () => {
    await fetcher.state.addTo(
      [{ key: useKeys('paper', '2026-11-29')[1] ?? '', amount: 998, expiresAt: now() + 86_400_000 }],
      now(),
    );
    await add('paper');
    await fetcher.until(() => told().length > 0);
    expect(fetched()).toBe(2);
  });
});
