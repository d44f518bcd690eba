import { mkdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { allTopics } from '@newsmill/contracts';
import { openKafkaBus, openSqliteBus, type Bus, type KafkaReport } from '@newsmill/bus';
import {
  openDiskArchive,
  openElasticLibrary,
  openElasticRegistry,
  openRedisState,
  openS3Archive,
  openSqliteFile,
  openSqliteLibrary,
  openSqliteRegistry,
  openSqliteState,
  type Archive,
  type Library,
  type Registry,
  type SqliteFile,
  type State,
} from '@newsmill/store';
import type { Settings } from './settings.ts';

export interface OpenPorts {
  readonly bus: Bus;
  readonly state: State;
  readonly library: Library;
  readonly archive: Archive;
  readonly registry: Registry;
  close(): Promise<void>;
}

/** Whether the stages run over Kafka, Redis and Elasticsearch, each process by itself if wanted. */
export function isDistributed(settings: Pick<Settings, 'kafkaBrokers'>): boolean {
  return settings.kafkaBrokers.length > 0;
}

/**
 * Opens the form that the settings choose. Embedded: queue and state in <data>/mill.db, the library in a file and process of its own,
 * the registry in <data>/registry.db, raw pages under <data>/archive. Distributed: asks no server yet, so it does not fail when one is away; `report` is told what the bus
 * does by itself.
 */
export async function openPorts(
  settings: Settings,
  report?: (report: KafkaReport) => void,
): Promise<OpenPorts> {
  return isDistributed(settings) ? openDistributed(settings, report) : openEmbedded(settings.data);
}

/** The bus first: what it hands out needs the others. */
function closingInOrder(ports: Omit<OpenPorts, 'close'>, files: readonly SqliteFile[] = []): OpenPorts {
  return {
    ...ports,
    async close() {
      for (const port of [ports.bus, ports.state, ports.library, ports.archive, ports.registry, ...files])
        await port.close();
    },
  };
}

async function openEmbedded(data: string): Promise<OpenPorts> {
  mkdirSync(data, { recursive: true });
  const db = openSqliteFile(join(data, 'mill.db'));
  const bus = await openSqliteBus({ db });
  const state = await openSqliteState({ db });
  const library = await openSqliteLibrary({ path: join(data, 'library.db') });
  const archive = await openDiskArchive({ directory: join(data, 'archive') });
  const records = openSqliteFile(join(data, 'registry.db'));
  const registry = openSqliteRegistry({ db: records });
  await bus.createTopics(allTopics());
  return closingInOrder({ bus, state, library, archive, registry }, [db, records]);
}

function authority(file: string | undefined): { readonly ca?: string } {
  return file === undefined ? {} : { ca: readFileSync(file, 'utf8') };
}

/** Names the writer of archive files among all that share the folder: processes of one machine differ by pid, containers by host name. */
function shardOf(host: string, pid: number): string {
  return `${host
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]/g, '_')
    .slice(0, 30)}_${pid}`;
}

function openArchive(settings: Settings): Promise<Archive> {
  const { s3Endpoint, s3Bucket, s3AccessKey, s3SecretKey } = settings;
  if (
    s3Endpoint === undefined ||
    s3Bucket === undefined ||
    s3AccessKey === undefined ||
    s3SecretKey === undefined
  )
    return openDiskArchive({
      directory: join(settings.data, 'archive'),
      shard: shardOf(hostname(), process.pid),
    });
  return openS3Archive({
    endpoint: s3Endpoint,
    bucket: s3Bucket,
    region: settings.s3Region,
    accessKey: s3AccessKey,
    secretKey: s3SecretKey,
    prefix: settings.namespace,
  });
}

async function openDistributed(
  settings: Settings,
  report: ((report: KafkaReport) => void) | undefined,
): Promise<OpenPorts> {
  const {
    namespace,
    kafkaSaslMechanism: mechanism,
    kafkaSaslUsername,
    kafkaSaslPassword,
    elasticsearchUsername,
    elasticsearchPassword,
    elasticsearchApiKey,
  } = settings;
  const bus = openKafkaBus({
    brokers: settings.kafkaBrokers,
    namespace,
    replicationFactor: settings.kafkaReplication,
    report,
    tls: settings.kafkaTls ? authority(settings.kafkaCa) : undefined,
    sasl:
      mechanism === undefined
        ? undefined
        : { mechanism, username: kafkaSaslUsername ?? '', password: kafkaSaslPassword ?? '' },
  });
  const state = openRedisState({ url: settings.redisUrl ?? '', namespace, tls: authority(settings.redisCa) });
  const elastic = {
    url: settings.elasticsearchUrl,
    namespace,
    auth:
      elasticsearchApiKey !== undefined
        ? { apiKey: elasticsearchApiKey }
        : elasticsearchUsername === undefined
          ? undefined
          : { username: elasticsearchUsername, password: elasticsearchPassword ?? '' },
    tls: authority(settings.elasticsearchCa),
    shards: settings.elasticsearchShards,
    replicas: settings.elasticsearchReplicas,
    refreshInterval: settings.elasticsearchRefresh,
    codec: settings.elasticsearchCodec,
  };
  const library = openElasticLibrary(elastic);
  const registry = openElasticRegistry(elastic);
  const archive = await openArchive(settings);
  return closingInOrder({ bus, state, library, archive, registry });
}
