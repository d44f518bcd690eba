import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { urlKey } from '@newsmill/text';
import { judge } from './newsweb/judge.ts';
import { startNewsWeb, type NewsWeb } from './newsweb/serve-news-web.ts';
import { readOutcome, type Outcome } from './read-outcome.ts';
import { startMill, untilAtRest, writeSources, type MillProcess } from './start-mill.ts';

/** One run of the mill from feeds to search hits, over all kinds of channels and faults. */
describe('the embedded mill over a news web', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-e2e-'));
  let web: NewsWeb;
  let mill: MillProcess;
  let exitCode: number | null;
  let outcome: Outcome;
  const found: Record<string, number> = {};

  async function total(query: string): Promise<number> {
    const answer = await fetch(`${mill.address}/api/v1/search?limit=1&${query}`);
    const page: { total: number } = await answer.json();
    return page.total;
  }

  beforeAll(async () => {
    web = await startNewsWeb({ articles: 60, seed: 11, delay: '20ms', interval: '2s' });
    writeSources(join(folder, 'sources'), web.sources);
    const settings = { NEWSMILL_RETRY_LADDER: '300ms,1s,2s', NEWSMILL_POLL_MIN: '1s', NEWSMILL_LOG_LEVEL: 'error' };
    mill = await startMill({ data: join(folder, 'data'), sources: join(folder, 'sources'), settings });
    await untilAtRest(mill.address, 60, 90_000);
    for (const { token, fate } of web.expected) if (fate === 'indexed') found[token] = await total(`q=${token}`);
    web.phase(2);
    await sleep(3_000);
    await untilAtRest(mill.address, 60, 60_000);
    exitCode = await mill.stop();
    outcome = await readOutcome({ NEWSMILL_DATA: join(folder, 'data') });
  }, 240_000);
  afterAll(async () => {
    await mill?.kill();
    await web?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('finds every article by a word of its text, while it runs', () => {
    expect(Object.entries(found).filter(([, count]) => count === 0)).toEqual([]);
  });
  it('loses nothing, doubles nothing, and gives every address the right fate', () => {
    const verdict = judge(web.expected, outcome.documents, outcome.fates, (url) => urlKey(url) ?? url);
    expect(verdict).toMatchObject({ lost: [], doubled: [], wrong: [], unexpected: [], unlinked: [], fateless: [] });
  });
  it('balances', () => {
    expect(outcome.problems).toEqual([]);
  });
  it('ends with exit code 0 on SIGTERM', () => {
    expect(exitCode).toBe(0);
  });
  it('keeps its manners: robots.txt before the first page of a host, and no request under a denied path', () => {
    const requests = web.requests();
    const denied = web.expected.filter(({ fate }) => fate === 'denied').map(({ url }) => url);
    expect(denied.length).toBeGreaterThan(0);
    expect(requests.filter(({ path }) => denied.some((url) => url.endsWith(path)))).toEqual([]);
    const byHost = new Map<string, string[]>();
    for (const { host, path } of requests) byHost.set(host, [...(byHost.get(host) ?? []), path]);
    for (const paths of byHost.values()) {
      const firstPage = paths.findIndex((path) => path !== '/robots.txt' && !/feed|atom|rss|rdf|sitemap|latest|section|json|tagged|more/.test(path));
      const robots = paths.indexOf('/robots.txt');
      if (firstPage >= 0) expect(robots === -1 ? 'no robots.txt' : robots < firstPage).toBe(true);
    }
  });
  it('asks conditionally when it polls again', () => {
    const polls = web.requests().filter(({ isConditional }) => isConditional);
    expect(polls.filter(({ status }) => status === 304).length).toBeGreaterThan(10);
  });
});
