import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '@elastic/elasticsearch';
import { startNewsWeb, type NewsWeb } from '../newsweb/serve-news-web.ts';
import { readOutcome } from '../oracle/read-outcome.ts';
import { runCommand } from '../processes/run-command.ts';
import { serverStartLimitMs, startServers, type Servers } from './start-servers.ts';
import { settingsOf } from './settings-of-servers.ts';
import { untilAtRest, writeSources } from '../processes/start-mill.ts';
import { startServices, type Services } from '../processes/start-services.ts';

describe('articles whose index in Elasticsearch was deleted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-lost-index-'));
  const stranger = 'an-article-of-nobody';
  const namespace = `lost-${randomBytes(4).toString('hex')}`;
  const sources = join(folder, 'sources');
  let web: NewsWeb;
  let servers: Servers;
  let services: Services;
  let elastic: Client;
  let settings: Readonly<Record<string, string>>;
  let before: readonly string[];

  const facts = async () =>
    (await readOutcome(settings)).documents
      .map(({ id, version, firstSeen, title, content, keywords, ingest }) =>
        JSON.stringify({ id, version, firstSeen, title, content, keywords, archive: ingest.archive }),
      )
      .sort();
  async function deleteArticles(): Promise<void> {
    const names = (await elastic.cat.indices({ index: `${namespace}*`, format: 'json' })).flatMap(
      ({ index }) => (index?.includes('articles') === true ? [index] : []),
    );
    expect(names.length).toBeGreaterThan(0);
    await elastic.indices.delete({ index: names });
  }
  /** The index is lost, and comes back with one article less and one that nobody asked for. */
  async function exchangeOne(): Promise<void> {
    const alias = `${namespace}-articles`;
    const { hits } = await elastic.search<{ id: string }>({ index: alias, size: 1_000, version: true });
    await deleteArticles();
    const months = new Set(hits.hits.map(({ _index: month }) => month));
    for (const index of months) await elastic.indices.create({ index });
    const [left] = hits.hits;
    for (const hit of hits.hits) {
      const { _index: index, _id, _version: version = 0, _source } = hit;
      const id = hit === left ? stranger : (_id ?? '');
      await elastic.index({ index, id, version, version_type: 'external', document: { ..._source, id } });
    }
    await elastic.indices.refresh({ index: alias });
  }
  async function removeStranger(): Promise<void> {
    const query = { ids: { values: [stranger] } };
    const { hits } = await elastic.search({ index: `${namespace}-articles`, query });
    for (const { _index: index } of hits.hits) await elastic.delete({ index, id: stranger, refresh: true });
  }
  /** An index that is just being made is no place to count in yet. */
  async function counted(): Promise<number> {
    const { count } = await elastic.count(
      { index: `${namespace}-articles`, ignore_unavailable: true },
      { ignore: [404, 503] },
    );
    return count ?? 0;
  }
  /** A hang guard: what is missing then is told by what follows. */
  async function untilBack(): Promise<void> {
    for (let turn = 0; turn < 600 && (await counted()) < before.length; turn += 1) await sleep(300);
    await untilAtRest(services.address, before.length, 200_000);
  }

  beforeAll(async () => {
    web = await startNewsWeb({ articles: 40, seed: 21, delay: '0ms', interval: '10m', life: false });
    writeSources(sources, web.sources);
    servers = await startServers(['kafka', 'redis', 'elasticsearch']);
    elastic = new Client({ node: servers.elasticsearch.url });
    settings = {
      NEWSMILL_POLL_MIN: '10m',
      NEWSMILL_REVISITS: '',
      NEWSMILL_RETRY_LADDER: '300ms,1s',
      NEWSMILL_LOG_LEVEL: 'fatal',
      ...settingsOf(servers),
      NEWSMILL_NAMESPACE: namespace,
      NEWSMILL_DATA: join(folder, 'data'),
      NEWSMILL_SOURCES: sources,
      NEWSMILL_ADMIN_KEY: 'a-key-for-this-test-alone',
    };
    services = await startServices(settings);
    await untilAtRest(services.address, 36, 200_000);
    await services.end('fetch');
    before = await facts();
    expect(before.length).toBeGreaterThan(20);
    // Nobody answers for what is brought back but the archive.
    await web.close();
  }, serverStartLimitMs);
  afterAll(async () => {
    await services?.stop();
    await elastic?.close();
    await servers?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('come back from the archive by `audit --mend`: same ids, versions, first sights', async () => {
    await deleteArticles();
    const { code, stderr } = await runCommand(['audit', '--mend'], settings);
    expect(stderr).toContain(
      `of ${before.length} missing articles ${before.length} are brought back from the archive`,
    );
    expect(code).toBe(1);
    await untilBack();
    expect(await facts()).toEqual(before);
  }, 180_000);
  it('come back by `audit --mend` also where the counts are equal', async () => {
    await exchangeOne();
    const { stderr } = await runCommand(['audit', '--mend'], settings);
    expect(stderr).toContain('of 1 missing articles 1 are brought back from the archive');
    await removeStranger();
    await untilBack();
    expect(await facts()).toEqual(before);
  }, 180_000);
  it('come back by themselves when the mill is started', async () => {
    await deleteArticles();
    await services.start('fetch');
    await untilBack();
    expect(await facts()).toEqual(before);
    const { code, stderr } = await runCommand(['audit'], settings);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  }, 180_000);
});
