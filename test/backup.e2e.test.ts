import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { urlKey } from '@newsmill/text';
import { judge } from './newsweb/judge.ts';
import { startNewsWeb, type NewsWeb } from './newsweb/serve-news-web.ts';
import { readOutcome, type Outcome } from './read-outcome.ts';
import { serverStartLimitMs, startServers } from './servers/start-servers.ts';
import { settingsOf } from './settings-of-servers.ts';
import { startServices } from './start-services.ts';
import { startMill, untilAtRest, writeSources, type MillProcess } from './start-mill.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const run = promisify(execFile);
/** As an operator calls it. */
async function newsmill(
  words: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { NODE_OPTIONS: _options, ...environment } = process.env;
  await run(join(root, 'node_modules/.bin/node'), ['services/mill/dist/main.js', ...words], {
    cwd: root,
    env: { ...environment, ...settings },
  });
}

/** A mill is moved three times: while it works, when it is done, and to Kafka, Redis and Elasticsearch. */
describe('a mill that is backed up and restored into another', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-move-'));
  const place = (name: string) => ['--data', join(folder, name)];
  const settings = {
    NEWSMILL_RETRY_LADDER: '300ms,1s,2s',
    NEWSMILL_POLL_MIN: '1s',
    NEWSMILL_LOG_LEVEL: 'error',
    NEWSMILL_DEMO: 'no',
  };
  let web: NewsWeb;
  let mill: MillProcess | undefined;
  const outcomes: Record<string, Outcome> = {};
  const pagesAsked: Record<string, string[]> = {};

  async function runUntilRest(
    name: string,
    start: () => Promise<{ readonly address: string; stop(): Promise<unknown> }>,
    settings: Readonly<Record<string, string>>,
  ): Promise<void> {
    const before = web.requests().length;
    const running = await start();
    await untilAtRest(running.address, 60, 90_000);
    // Channels are polled again and again; pages must not be.
    await sleep(2_000);
    await untilAtRest(running.address, 60, 60_000);
    await running.stop();
    outcomes[name] = await readOutcome(settings);
    const articles = new Set(
      web.expected
        .flatMap(({ url, alsoAs, finalUrl }) => [url, ...alsoAs, finalUrl])
        .map((url) => new URL(url).pathname),
    );
    pagesAsked[name] = web
      .requests()
      .slice(before)
      .map(({ path }) => path)
      .filter((path) => articles.has(path.split('?')[0] ?? ''));
  }

  async function runEmbedded(name: string): Promise<void> {
    const data = join(folder, name);
    await runUntilRest(name, async () => (mill = await startMill({ data, settings })), {
      NEWSMILL_DATA: data,
    });
  }
  async function runDistributed(name: string, backup: string): Promise<void> {
    const servers = settingsOf(await startServers(['kafka', 'redis', 'elasticsearch']));
    const whole = {
      ...settings,
      ...servers,
      NEWSMILL_NAMESPACE: `moved-${randomBytes(4).toString('hex')}`,
      NEWSMILL_DATA: join(folder, name),
      NEWSMILL_SOURCES: join(folder, name, 'sources'),
      NEWSMILL_ADMIN_KEY: 'a-key-for-this-test-alone',
    };
    await newsmill(['restore', backup], whole);
    await runUntilRest(name, () => startServices(whole), whole);
  }

  beforeAll(async () => {
    web = await startNewsWeb({ articles: 60, seed: 12, delay: '600ms', interval: '2s' });
    writeSources(join(folder, 'first', 'sources'), web.sources);
    mill = await startMill({ data: join(folder, 'first'), settings });
    await sleep(1_500);
    await newsmill(['backup', join(folder, 'working.backup'), ...place('first')]);
    await mill.kill();
    await newsmill(['restore', join(folder, 'working.backup'), ...place('second')]);
    await runEmbedded('second');
    await newsmill(['backup', join(folder, 'rest.backup'), ...place('second')]);
    await newsmill(['restore', join(folder, 'rest.backup'), ...place('third')]);
    outcomes['restored'] = await readOutcome({ NEWSMILL_DATA: join(folder, 'third') });
    await runEmbedded('third');
    await runDistributed('services', join(folder, 'rest.backup'));
  }, serverStartLimitMs);
  afterAll(async () => {
    await mill?.kill();
    await web?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('loses nothing and doubles nothing when it is moved while it works', () => {
    const { documents = [], fates = new Map<string, never>(), problems } = outcomes['second'] ?? {};
    expect(judge(web.expected, documents, fates, (url) => urlKey(url) ?? url)).toMatchObject({
      lost: [],
      doubled: [],
      wrong: [],
      unexpected: [],
      unlinked: [],
      fateless: [],
    });
    expect(problems).toEqual([]);
  });
  it('has the same articles, versions and fates when it is moved at rest', () => {
    const versions = (outcome: Outcome | undefined) =>
      outcome?.documents.map(({ id, version }) => `${id} ${version}`).sort();
    expect(versions(outcomes['restored'])?.length).toBeGreaterThan(30);
    for (const name of ['restored', 'third', 'services']) {
      expect(versions(outcomes[name])).toEqual(versions(outcomes['second']));
      expect(outcomes[name]?.fates).toEqual(outcomes['second']?.fates);
      expect(outcomes[name]?.problems).toEqual([]);
    }
  });
  it('asks for no page again', () => {
    expect(pagesAsked['second']?.length).toBeGreaterThan(0);
    expect(pagesAsked).toMatchObject({ third: [], services: [] });
  });
});
