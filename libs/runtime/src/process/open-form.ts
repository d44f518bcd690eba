import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { allTopics } from '@newsmill/contracts';
import { openKafkaBus, openSqliteBus, type Bus, type KafkaReport } from '@newsmill/bus';
import { formsOf, type Forms, type PortName, type Settings } from '@newsmill/settings';
import {
  DamagedFile,
  isDamage,
  openDiskArchive,
  openElasticLibrary,
  openElasticRegistry,
  openRedisState,
  openS3Archive,
  openSqliteLibrary,
  openSqliteRegistry,
  openSqliteState,
  type Archive,
  type ElasticOptions,
  type Library,
  type LibraryDamage,
  type Registry,
  type SqliteFile,
  type State,
} from '@newsmill/store';

/** The ports of a mill, without their end. */
export interface Ports {
  readonly bus: Bus;
  readonly state: State;
  readonly library: Library;
  readonly archive: Archive;
  readonly registry: Registry;
}

/** What a form is opened with. */
export interface Opening {
  readonly settings: Settings;
  /** Whether other processes may open the same mill and work on it. */
  readonly isShared: boolean;
  /** A file of the data folder, the same one however often it is asked for. */
  readonly file: (name: string) => SqliteFile;
  readonly report: ((report: KafkaReport) => void) | undefined;
  readonly onDamage: ((damage: LibraryDamage) => void) | undefined;
}

/** Opens what lies in a file; one that is damaged is named with what can be done. */
async function named<T>(
  data: string,
  name: 'mill.db' | 'registry.db',
  open: () => T | Promise<T>,
): Promise<T> {
  const lost =
    name === 'mill.db'
      ? 'what is on its way and the ledger are lost then, pages are asked for again, the articles stay'
      : 'saved searches, keys and receipts of takedowns are lost then';
  const path = join(data, name);
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof Error) || !isDamage(error)) throw error;
    throw new DamagedFile(
      path,
      error.message,
      `restore a backup (./newsmill restore), or move ${name}, ${name}-wal and ${name}-shm away and start again: ${lost}`,
    );
  }
}

function authority(file: string | undefined): { readonly ca?: string } {
  return file === undefined ? {} : { ca: readFileSync(file, 'utf8') };
}

function openKafka({ settings, report }: Opening): Promise<Bus> {
  const {
    kafkaBrokers,
    namespace,
    kafkaReplication,
    kafkaPartitions: partitions,
    kafkaClient: client,
    kafkaTls,
    kafkaCa,
    kafkaSaslMechanism: mechanism,
    kafkaSaslUsername: username = '',
    kafkaSaslPassword: password = '',
  } = settings;
  return openKafkaBus({
    client,
    brokers: kafkaBrokers,
    namespace,
    replicationFactor: kafkaReplication,
    partitions,
    report,
    tls: kafkaTls ? authority(kafkaCa) : undefined,
    sasl: mechanism === undefined ? undefined : { mechanism, username, password },
  });
}

function elasticOptions({ settings }: Opening): ElasticOptions {
  const { elasticsearchUsername: username, elasticsearchPassword, elasticsearchApiKey: apiKey } = settings;
  return {
    url: settings.elasticsearchUrl,
    namespace: settings.namespace,
    auth:
      apiKey !== undefined
        ? { apiKey }
        : username === undefined
          ? undefined
          : { username, password: elasticsearchPassword ?? '' },
    tls: authority(settings.elasticsearchCa),
    shards: settings.elasticsearchShards,
    replicas: settings.elasticsearchReplicas,
    refreshInterval: settings.elasticsearchRefresh,
    codec: settings.elasticsearchCodec,
  };
}

/**
 * Names the writer of archive files among all that share the folder: processes of one machine differ by pid,
 * containers by host name.
 */
function shardOf(host: string, pid: number): string {
  return `${host
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]/g, '_')
    .slice(0, 30)}_${pid}`;
}

type Open<P extends PortName> = (opening: Opening) => Promise<Ports[P]>;

/** How each form of each port is opened. */
const openers: { readonly [P in PortName]: Readonly<Record<Forms[P], Open<P>>> } = {
  bus: {
    kafka: openKafka,
    sqlite: ({ settings, file }) =>
      named(settings.data, 'mill.db', async () => {
        const bus = await openSqliteBus({ db: file('mill.db') });
        await bus.createTopics(allTopics());
        return bus;
      }),
  },
  state: {
    redis: ({ settings }) =>
      openRedisState({
        url: settings.redisUrl ?? '',
        namespace: settings.namespace,
        tls: authority(settings.redisCa),
        sentinels: settings.redisSentinels,
        replicas: settings.redisReplicas,
      }),
    sqlite: ({ settings, file }) =>
      named(settings.data, 'mill.db', () => openSqliteState({ db: file('mill.db') })),
  },
  library: {
    elasticsearch: (opening) => openElasticLibrary(elasticOptions(opening)),
    sqlite: ({ settings, onDamage }) =>
      openSqliteLibrary({ path: join(settings.data, 'library.db'), onDamage }),
  },
  archive: {
    s3: ({
      settings: { s3Endpoint = '', s3Bucket = '', s3AccessKey = '', s3SecretKey = '', s3Region, namespace },
    }) =>
      openS3Archive({
        endpoint: s3Endpoint,
        bucket: s3Bucket,
        region: s3Region,
        accessKey: s3AccessKey,
        secretKey: s3SecretKey,
        prefix: namespace,
      }),
    disk: ({ settings, isShared }) =>
      openDiskArchive({
        directory: join(settings.data, 'archive'),
        ...(isShared ? { shard: shardOf(hostname(), process.pid) } : {}),
      }),
  },
  registry: {
    elasticsearch: (opening) => openElasticRegistry(elasticOptions(opening)),
    sqlite: ({ settings, file }) =>
      named(settings.data, 'registry.db', () => openSqliteRegistry({ db: file('registry.db') })),
  },
};

/** Opens the form of a port that the settings choose. Throws DamagedFile. */
export function openForm<P extends PortName>(port: P, opening: Opening): Promise<Ports[P]> {
  const forms: Readonly<Record<Forms[P], Open<P>>> = openers[port];
  return forms[formsOf(opening.settings)[port]](opening);
}
