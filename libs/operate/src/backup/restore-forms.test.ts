import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '@elastic/elasticsearch';
import { Redis } from 'ioredis';
import { openKafkaBus } from '@newsmill/bus';
import { openElasticLibrary, openElasticRegistry, openRedisState, openS3Archive } from '@newsmill/store';
import { serverStartLimitMs, startServers, type Servers } from '../../../../test/servers/start-servers.ts';
import { backupMill } from './backup-mill.ts';
import { contentOf, fill, now, openEmbedded, sampleKey, type TestMill } from './backup-samples.contract.ts';
import { checkBackup } from './check-backup.ts';
import { restoreMill } from './restore-mill.ts';
import { kafkajs } from '../../../bus/src/testing/kafkajs.ts';

/** An embedded mill moves to Kafka, Redis, Elasticsearch and S3, and back. */
describe('a backup moves a mill from one form to the other', () => {
  const root = mkdtempSync(join(tmpdir(), 'newsmill-forms-'));
  const namespace = `test-${randomBytes(6).toString('hex')}`;
  const mills: TestMill[] = [];
  let servers: Servers;

  async function openDistributed(): Promise<TestMill> {
    const bus = await openKafkaBus({ brokers: servers.kafka.brokers, namespace });
    const state = await openRedisState({ url: servers.redis.url, namespace });
    const library = await openElasticLibrary({
      url: servers.elasticsearch.url,
      namespace,
      searchLimitMs: 60_000,
    });
    const registry = await openElasticRegistry({ url: servers.elasticsearch.url, namespace });
    const archive = await openS3Archive({ ...servers.s3, prefix: namespace });
    return {
      bus,
      state,
      library,
      archive,
      registry,
      sources: join(root, 'distributed'),
      async close() {
        for (const port of [bus, state, library, archive, registry]) await port.close();
      },
    };
  }
  async function move(from: TestMill, to: TestMill, form: string): Promise<void> {
    const path = join(root, `${form}.backup`);
    await backupMill(from, {
      path,
      sources: from.sources,
      version: '0.1.0',
      form,
      withArchive: true,
      key: sampleKey,
      now,
    });
    const checked = await checkBackup(path, { signedBy: [sampleKey.fingerprint], unsigned: false });
    expect(
      (await restoreMill(to, { path, checked, withKeys: true, sources: to.sources, merge: false, now }))
        .rejected,
    ).toEqual([]);
  }
  async function deleteAll(): Promise<void> {
    const redis = new Redis(servers.redis.url);
    for await (const keys of redis.scanStream({ match: `${namespace}:*` }))
      if (keys.length > 0) await redis.unlink(keys);
    await redis.quit();
    const elastic = new Client({ node: servers.elasticsearch.url });
    await elastic.indices.delete({ index: `${namespace}-*`, ignore_unavailable: true });
    await elastic.indices.deleteIndexTemplate({ name: `${namespace}-*` }, { ignore: [404] });
    await elastic.cluster.deleteComponentTemplate({ name: `${namespace}-*` }, { ignore: [404] });
    await elastic.close();
    const kafka = new kafkajs.Kafka({
      brokers: [...servers.kafka.brokers],
      clientId: namespace,
      logLevel: 0,
    }).admin();
    await kafka.connect();
    await kafka.deleteTopics({
      topics: (await kafka.listTopics()).filter((name) => name.startsWith(`${namespace}.`)),
    });
    await kafka.disconnect();
  }

  beforeAll(async () => {
    servers = await startServers(['kafka', 'redis', 'elasticsearch', 's3']);
  }, serverStartLimitMs);
  afterAll(async () => {
    for (const { archive } of mills.slice(1, 2)) await archive.prune({ now, maxAgeMs: 0, maxBytes: 0 });
    for (const mill of mills) await mill.close();
    await deleteAll();
    await servers.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('with everything in it, there and back', async () => {
    const first = await openEmbedded(join(root, 'first'));
    const distributed = await openDistributed();
    const last = await openEmbedded(join(root, 'last'));
    mills.push(first, distributed, last);
    await fill(first);
    expect(await distributed.state.condition()).toBe('lost');
    await move(first, distributed, 'embedded');
    expect(await distributed.state.condition()).toBe('whole');
    expect(await contentOf(distributed)).toEqual(await contentOf(first));
    await move(distributed, last, 'distributed');
    expect(await contentOf(last)).toEqual(await contentOf(first));
  }, 240_000);
});
