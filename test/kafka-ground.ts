import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import kafkajs, { type Admin, type Kafka } from 'kafkajs';
import { drillSettings } from './kill-drill.ts';
import { startNewsWeb, type NewsWeb, type NewsWebOptions } from './newsweb/serve-news-web.ts';
import { startServers } from './servers/start-servers.ts';
import { settingsOf } from './settings-of-servers.ts';
import { writeSources } from './start-mill.ts';

/** Servers of its own, a news web, and the settings of services that read it over them. */
export interface KafkaGround {
  /** A stranger's client of the broker. */
  readonly client: Kafka;
  readonly admin: Admin;
  readonly brokers: readonly string[];
  readonly web: NewsWeb;
  readonly settings: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** `broker`: one that lets everybody do everything, or one with users and access lists, here as its administrator. */
export async function openKafkaGround(
  broker: 'kafka' | 'guardedKafka',
  options: NewsWebOptions,
): Promise<KafkaGround> {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-kafka-'));
  const servers = await startServers([broker, 'redis', 'elasticsearch'], { own: true });
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
    settings: {
      ...drillSettings,
      ...settingsOf({ kafka: servers[broker], redis: servers.redis, elasticsearch: servers.elasticsearch }),
      NEWSMILL_DATA: join(folder, 'data'),
      NEWSMILL_SOURCES: sources,
      NEWSMILL_ADMIN_KEY: 'a-key-for-the-drill-alone',
    },
    async close() {
      await admin.disconnect();
      await web.close();
      await servers.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
