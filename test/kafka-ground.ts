import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import type { Admin, Kafka } from 'kafkajs';
import { kafkajs } from '../libs/bus/src/testing/kafka-clients.ts';
import { deleteNamespace } from '../libs/store/src/testing/delete-namespace.ts';
import { drillSettings } from './kill-drill.ts';
import { startNewsWeb, type NewsWeb, type NewsWebOptions } from './newsweb/serve-news-web.ts';
import { startServers } from './servers/start-servers.ts';
import { settingsOf } from './settings-of-servers.ts';
import { writeSources } from './start-mill.ts';

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

/**
 * `ground`: a broker of its own that lets everybody do everything, in whose namespace no other suite is; one of its own
 * with users and access lists, here as its administrator; or the shared one. What is shared is used in a namespace that
 * nobody else has.
 */
export async function openKafkaGround(
  ground: 'kafka' | 'guardedKafka' | 'shared',
  options: NewsWebOptions,
): Promise<KafkaGround> {
  const broker = ground === 'shared' ? 'kafka' : ground;
  const isAlone = ground === 'kafka';
  const namespace = isAlone ? 'newsmill' : `ground-${randomBytes(4).toString('hex')}`;
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-kafka-'));
  const servers = await startServers(isAlone ? [broker, 'redis'] : [broker], { own: ground !== 'shared' });
  const { elasticsearch } = await startServers(['elasticsearch']);
  const { redis } = isAlone ? servers : await startServers(['redis']);
  const elastic = new Client({ node: elasticsearch.url });
  const forget = () => deleteNamespace(elastic, namespace);
  // Of a run that was ended.
  await forget();
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
      await forget();
      await elastic.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
