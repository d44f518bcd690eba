import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { Redis } from 'ioredis';
import type { Admin, Kafka } from 'kafkajs';
import { kafkajs } from '../../libs/bus/src/testing/kafkajs.ts';
import { deleteNamespace } from '../../libs/store/src/testing/delete-namespace.ts';
import { drillSettings } from '../faults/mill-drill.ts';
import { startNewsWeb, type NewsWeb, type NewsWebOptions } from '../newsweb/serve-news-web.ts';
import type { Addresses } from './servers.ts';
import { startServers } from './start-servers.ts';
import { settingsOf } from './settings-of-servers.ts';
import { writeSources } from '../processes/start-mill.ts';

/** Servers, a news web, and the settings of services that read it over them. */
export interface KafkaGround {
  /** A stranger's client of the broker. */
  readonly client: Kafka;
  readonly admin: Admin;
  readonly brokers: readonly string[];
  readonly web: NewsWeb;
  /** The name in the broker of a topic of the mill. */
  topic(name: string): string;
  readonly settings: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Who comes next to this namespace of the shared servers finds it empty. */
async function leaveNothing(
  { redis, elasticsearch }: Pick<Addresses, 'redis' | 'elasticsearch'>,
  namespace: string,
): Promise<void> {
  const elastic = new Client({ node: elasticsearch.url });
  await deleteNamespace(elastic, namespace);
  await elastic.close();
  const state = new Redis(redis.url);
  const keys = await state.keys(`${namespace}:*`);
  if (keys.length > 0) await state.del(keys);
  state.disconnect();
}

/**
 * `ground`: a broker of its own that lets everybody do everything, in the namespace of a mill that is told of none; one
 * of its own with users and access lists, here as its administrator; or the shared one. The other servers are the
 * shared ones, and those two grounds have a namespace of their own.
 */
export async function openKafkaGround(
  ground: 'kafka' | 'guardedKafka' | 'shared',
  options: NewsWebOptions,
): Promise<KafkaGround> {
  const broker = ground === 'shared' ? 'kafka' : ground;
  const isAlone = ground === 'kafka';
  const namespace = isAlone ? 'newsmill' : `ground-${randomBytes(4).toString('hex')}`;
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-kafka-'));
  const servers = await startServers([broker], { own: ground !== 'shared' });
  const { redis, elasticsearch } = await startServers(['redis', 'elasticsearch']);
  const { brokers } = servers[broker];
  const client = new kafkajs.Kafka({
    brokers: [...brokers],
    logLevel: 0,
    ...(broker === 'guardedKafka' && {
      sasl: { mechanism: 'plain', username: 'admin', password: 'admin-secret' },
    }),
  });
  const admin = client.admin();
  await admin.connect();
  const web = await startNewsWeb(options);
  const sources = join(folder, 'sources');
  writeSources(sources, web.sources);
  return {
    client,
    admin,
    brokers,
    web,
    topic: (name) => name.replace(/^newsmill/, namespace),
    settings: {
      ...drillSettings,
      ...settingsOf({ kafka: servers[broker], redis, elasticsearch }),
      NEWSMILL_NAMESPACE: namespace,
      NEWSMILL_DATA: join(folder, 'data'),
      NEWSMILL_SOURCES: sources,
      NEWSMILL_ADMIN_KEY: 'a-key-for-the-drill-alone',
    },
    async close() {
      await admin.disconnect();
      await web.close();
      await servers.close();
      if (isAlone) await leaveNothing({ redis, elasticsearch }, namespace);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
