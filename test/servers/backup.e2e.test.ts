import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { judge, unharmed } from '../oracle/judge.ts';
import { startNewsWeb, type NewsWeb } from '../newsweb/serve-news-web.ts';
import { readOutcome, type Outcome } from '../oracle/read-outcome.ts';
import { serverStartLimitMs, startServers } from './start-servers.ts';
import { settingsOf } from './settings-of-servers.ts';
import { startServices } from '../processes/start-services.ts';
import { startMill, untilAtRest, writeSources, type MillProcess } from '../processes/start-mill.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);
/** As an operator calls it; answers what it said. */
async function newsmill(
  words: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { NODE_OPTIONS: _options, ...environment } = process.env;
  const { stdout } = await run(
    join(root, 'node_modules/.bin/node'),
    ['services/mill/dist/main.js', ...words],
    { cwd: root, env: { ...environment, ...settings } },
  );
  return stdout;
}
/** Answers who has signed it. */
async function backUp(path: string, place: readonly string[]): Promise<string> {
  return /signed by (SHA256:\S+?);/.exec(await newsmill(['backup', path, ...place]))?.[1] ?? 'nobody';
}

/**
 * A mill is moved three times: while it works, when it is done, and to Kafka, Redis and Elasticsearch. Its
 * sources ask private addresses, so they come with its keys.
 */
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
    await untilAtRest(running.address, 48, 200_000);
    // Channels are polled again and again; pages must not be.
    await sleep(2_000);
    await untilAtRest(running.address, 48, 200_000);
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
  async function runDistributed(
    name: string,
    { backup, signer }: { readonly backup: string; readonly signer: string },
  ): Promise<void> {
    const servers = settingsOf(await startServers(['kafka', 'redis', 'elasticsearch']));
    const whole = {
      ...settings,
      ...servers,
      NEWSMILL_NAMESPACE: `moved-${randomBytes(4).toString('hex')}`,
      NEWSMILL_DATA: join(folder, name),
      NEWSMILL_SOURCES: join(folder, name, 'sources'),
      NEWSMILL_ADMIN_KEY: 'a-key-for-this-test-alone',
    };
    await newsmill(['restore', backup, '--with-keys', '--signed-by', signer], whole);
    await runUntilRest(name, () => startServices(whole), whole);
  }

  beforeAll(async () => {
    web = await startNewsWeb({ articles: 48, hosts: 4, seed: 12, delay: '2s', interval: '20s' });
    writeSources(join(folder, 'first', 'sources'), web.sources);
    mill = await startMill({ data: join(folder, 'first'), settings });
    await sleep(1_500);
    const first = await backUp(join(folder, 'working.backup'), place('first'));
    await mill.kill();
    await newsmill([
      'restore',
      join(folder, 'working.backup'),
      '--with-keys',
      '--signed-by',
      first,
      ...place('second'),
    ]);
    await runEmbedded('second');
    const second = await backUp(join(folder, 'rest.backup'), place('second'));
    await newsmill([
      'restore',
      join(folder, 'rest.backup'),
      '--with-keys',
      '--signed-by',
      second,
      ...place('third'),
    ]);
    outcomes['restored'] = await readOutcome({ NEWSMILL_DATA: join(folder, 'third') });
    await runEmbedded('third');
    await runDistributed('services', { backup: join(folder, 'rest.backup'), signer: second });
  }, serverStartLimitMs);
  afterAll(async () => {
    await mill?.kill();
    await web?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('loses nothing and doubles nothing when it is moved while it works', () => {
    expect(judge(web.expected, outcomes['second'] ?? { documents: [] })).toMatchObject(unharmed);
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
  it('restores what it has signed itself by itself, names what it leaves out, and nothing of a stranger', async () => {
    const settings = {
      NEWSMILL_DATA: join(folder, 'keys'),
      NEWSMILL_SOURCES: join(folder, 'keys', 'sources'),
    };
    const path = join(folder, 'keys.backup');
    await newsmill([
      'restore',
      join(folder, 'rest.backup'),
      '--trust-unsigned',
      '--data',
      join(folder, 'keys'),
    ]).then(
      () => expect('restored').toBe('refused'),
      (error: unknown) =>
        expect(error).toMatchObject({
          code: 1,
          stderr: expect.stringMatching(
            /is signed by SHA256:\S+, but this mill has no key yet; nothing was changed\..*--signed-by/,
          ),
        }),
    );
    expect(existsSync(join(folder, 'keys'))).toBe(false);
    const third = await backUp(path, place('third'));
    await newsmill(['keys', 'add', 'reader', '--data', join(folder, 'third')]);
    await rm(path);
    expect(await backUp(path, place('third'))).toBe(third);
    expect(await newsmill(['restore', path, '--check', ...place('third')])).toMatch(
      new RegExp(
        `signed by ${third}:[^]*with --with-keys: API key "reader" \\(scope read, id [^]*nothing was changed`,
      ),
    );
    expect(await newsmill(['restore', path, '--signed-by', third], settings)).toMatch(/^backup of/);
    expect(await newsmill(['keys', 'list', '--json'], settings)).toBe('');
    expect(
      await newsmill(['restore', path, '--merge', '--with-keys', '--signed-by', third], settings),
    ).toContain('restored: API key "reader"');
    expect(JSON.parse(await newsmill(['keys', 'list', '--json'], settings))).toMatchObject({
      name: 'reader',
      scope: 'read',
    });
  });
});
