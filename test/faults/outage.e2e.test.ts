import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sourceIdOf } from '../newsweb/expectation.ts';
import { startNewsWeb, type NewsWeb } from '../newsweb/serve-news-web.ts';
import { startMill, writeSources, type MillProcess } from '../processes/start-mill.ts';
import { untilWithin } from '../processes/until.ts';

/** A paper whose pages all answer 404 for a while, although its feed goes on. */
describe('the mill when a whole host is away', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-outage-'));
  const perHost = 20;
  let web: NewsWeb;
  let mill: MillProcess;
  let looks: number;
  const least: Record<'away' | 'sound', number> = { away: perHost, sound: perHost };
  let afterwards: number;

  async function articlesOf(site: number): Promise<number> {
    const answer = await fetch(`${mill.address}/api/v1/search?limit=1&source=${sourceIdOf(site)}`);
    const page: { total: number } = await answer.json();
    return page.total;
  }
  async function watch(seconds: number, isOver: () => Promise<boolean>): Promise<void> {
    for (const end = Date.now() + seconds * 1_000; Date.now() < end && !(await isOver()); await sleep(250)) {
      least.away = Math.min(least.away, await articlesOf(0));
      least.sound = Math.min(least.sound, await articlesOf(1));
    }
  }

  beforeAll(async () => {
    web = await startNewsWeb({
      articles: 2 * perHost,
      hosts: 2,
      faults: false,
      seed: 5,
      delay: '20ms',
      interval: '1s',
    });
    writeSources(join(folder, 'sources'), web.sources);
    mill = await startMill({
      data: join(folder, 'data'),
      sources: join(folder, 'sources'),
      settings: {
        NEWSMILL_RETRY_LADDER: '200ms,1s',
        // Often: what has gone is noticed by visits.
        NEWSMILL_REVISITS: '6s,10s,15s,22s,33s,55s,90s,150s,270s,480s',
        NEWSMILL_POLL_MIN: '1s',
        NEWSMILL_LOG_LEVEL: 'error',
      },
    });
    const asked = (wanted: number) =>
      web
        .requests()
        .filter(({ host, status, path }) => host === '127.0.0.1' && status === wanted && isPage(path));
    const isPage = (path: string) => pages.has(path);
    const pages = new Set(web.expected.map(({ finalUrl }) => new URL(finalUrl).pathname));
    const missing = () => asked(404).length;
    // Before the pages are asked for again, however slow the machine is: a mill that finds them unchanged a few times
    // leaves out such visits.
    const isRead = () => new Set(asked(200).map(({ path }) => path)).size === perHost;
    await untilWithin(200_000, 50)('all pages are read', async () => isRead());
    web.away([0]);
    const isWhole = async () => (await articlesOf(0)) >= perHost - 4 && (await articlesOf(1)) === perHost;
    await untilWithin(200_000, 250)('all articles are there', isWhole);
    // Every page has been asked for twice and more: each had its chance to be taken out.
    await watch(400, async () => missing() >= 4 * perHost);
    looks = missing();
    web.away([]);
    await watch(200, async () => (await articlesOf(0)) === perHost);
    afterwards = await articlesOf(0);
  }, 900_000);
  afterAll(async () => {
    await mill?.stop();
    await web?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps the library: all but a handful of the articles stay, and those of others are not touched', () => {
    expect(looks).toBeGreaterThanOrEqual(4 * perHost);
    expect(least.away).toBeGreaterThanOrEqual(perHost - 4);
    expect(least.sound).toBe(perHost);
  });
  it('has them all again when the host is back', () => {
    expect(afterwards).toBe(perHost);
  });
});
