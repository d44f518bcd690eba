import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { untilChanged } from '../oracle/judge-drill.ts';
import { judge, unharmed } from '../oracle/judge.ts';
import { startNewsWeb, type NewsWeb } from '../newsweb/serve-news-web.ts';
import { readOutcome, type Outcome } from '../oracle/read-outcome.ts';
import { runCommand } from '../processes/run-command.ts';
import { startMill, untilAtRest, writeSources } from '../processes/start-mill.ts';
import { serverStartLimitMs, startServers } from './start-servers.ts';
import { settingsOf } from './settings-of-servers.ts';
import { startServices, type Services } from '../processes/start-services.ts';

/** Overwrites some bytes of the first page of an address that is in the archive. */
function damagePage(archive: string, url: string): void {
  for (const name of readdirSync(archive)) {
    const path = join(archive, name);
    const bytes = readFileSync(path);
    const head = bytes.indexOf(`WARC-Target-URI: ${url}\r\n`);
    if (head < 0) continue;
    // Behind the head of the record comes that of the answer, then the page.
    const page = bytes.indexOf('\r\n\r\n', bytes.indexOf('\r\n\r\n', head) + 4) + 4;
    const handle = openSync(path, 'r+');
    writeSync(handle, '####', page + 40);
    closeSync(handle);
    return;
  }
  throw new Error(`no page of ${url} is in ${archive}`);
}

/**
 * One run of the five services from feeds to search hits, beside a run of the embedded mill over the same
 * news web.
 */
describe('the services over a news web', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-services-'));
  const pace = { NEWSMILL_RETRY_LADDER: '300ms,1s,2s', NEWSMILL_POLL_MIN: '1s', NEWSMILL_LOG_LEVEL: 'error' };
  let web: NewsWeb;
  let services: Services;
  let embedded: Outcome;
  let first: Outcome;
  let outcome: Outcome;
  let exitCodes: Awaited<ReturnType<Services['stop']>>;
  const found: Record<string, number> = {};
  /** What was said of the archive: before a page was damaged, then, with `--mend`, and when that was done. */
  const verified: Awaited<ReturnType<typeof runCommand>>[] = [];

  async function total(query: string): Promise<number> {
    const answer = await fetch(`${services.address}/api/v1/search?limit=1&${query}`);
    const page: { total: number } = await answer.json();
    return page.total;
  }

  beforeAll(async () => {
    web = await startNewsWeb({ articles: 48, seed: 12, delay: '20ms', interval: '2s', life: true });
    const sources = join(folder, 'sources');
    writeSources(sources, web.sources);
    const mill = await startMill({ data: join(folder, 'embedded'), sources, settings: pace });
    await untilAtRest(mill.address, 48, 200_000);
    await mill.stop();
    embedded = await readOutcome({ NEWSMILL_DATA: join(folder, 'embedded') });

    const servers = await startServers(['kafka', 'redis', 'elasticsearch']);
    const settings = {
      ...pace,
      ...settingsOf(servers),
      NEWSMILL_NAMESPACE: `e2e-${randomBytes(4).toString('hex')}`,
      NEWSMILL_DATA: join(folder, 'services'),
      NEWSMILL_SOURCES: sources,
      NEWSMILL_ADMIN_KEY: 'a-key-for-this-test-alone',
    };
    services = await startServices(settings);
    await Promise.all([services.start('clean'), services.start('fetch')]);
    await untilAtRest(services.address, 48, 200_000);
    await sleep(1_500); // Elasticsearch shows what was written within a second
    for (const { token, fate } of web.expected)
      if (fate === 'indexed') found[token] = await total(`q=${token}`);
    first = await readOutcome(settings);
    web.phase(2);
    await sleep(3_000);
    await untilAtRest(services.address, 48, 200_000);
    // A 404 is asked again before it is believed, and leaves nothing under way meanwhile.
    await untilChanged(services.address, web);
    const kept = web.expected.find(({ fate, fault }) => fate === 'indexed' && fault === undefined);
    const verify = async (...words: string[]) =>
      verified.push(await runCommand(['verify', ...words], services.settings));
    await verify();
    damagePage(join(folder, 'services', 'archive'), kept?.url ?? '');
    await verify();
    await verify('--mend');
    await sleep(2_000);
    await untilAtRest(services.address, 48, 200_000);
    await verify();
    exitCodes = await services.stop();
    outcome = await readOutcome(settings, web.expected);
  }, serverStartLimitMs);
  afterAll(async () => {
    await services?.stop();
    await web?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('ends with the same articles as the embedded mill', () => {
    const ids = ({ documents }: Outcome) => documents.map(({ id }) => id).sort();
    expect(ids(first)).toEqual(ids(embedded));
    expect(first.documents.length).toBeGreaterThan(30);
  });
  it('finds every article by a word of its text, while it runs', () => {
    expect(Object.entries(found).filter(([, count]) => count === 0)).toEqual([]);
  });
  it('loses nothing, doubles nothing, and gives every address the right fate', () => {
    const verdict = judge(web.expected, outcome);
    expect(verdict).toMatchObject(unharmed);
  });
  it('verifies what it keeps: a page that is damaged is asked for again over Kafka', () => {
    expect(verified.map(({ code }) => code)).toEqual([0, 1, 1, 0]);
    const [whole, damaged, mended] = verified;
    expect(whole?.stdout).toMatch(/^0 of 0 files of SQLite and (\d\d+) of \1 records of the archive/);
    expect(damaged?.stderr).toMatch(/in the archive: .*; the page of http:/);
    expect(mended?.stderr).toContain('1 of the pages are asked for again');
  });
  it('asks no host twice at a time, however many fetchers there are', () => {
    expect(web.busiest()).toBe(1);
  });
  it('balances', () => {
    expect(outcome.problems).toEqual([]);
  });
  it('ends every service with exit code 0 on SIGTERM', () => {
    expect(exitCodes).toEqual({ fetch: [0, 0], clean: [0, 0], enrich: [0], index: [0], api: [0] });
  });
});
