import { hostname } from 'node:os';
import { join } from 'node:path';
import { allTopics, type ConnectionNames } from '@newsmill/contracts';
import { openKafkaBus, openSqliteBus, type Bus, type KafkaReport } from '@newsmill/bus';
import {
  formsOf,
  settings as table,
  type Credentials,
  type Forms,
  type PortName,
  type Settings,
} from '@newsmill/settings';
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
  readonly credentials: Credentials;
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
      `bring over what can be read of it (./newsmill recover), restore a backup (./newsmill restore), or move ${name}, ${name}-wal and ${name}-shm away and start again: ${lost}`,
    );
  }
}

/** How errors of a server call what people set about it. */
const names = {
  kafka: {
    address: table.kafkaBrokers.env,
    login: `${table.kafkaSaslMechanism.env}, ${table.kafkaSaslUsername.env} and ${table.kafkaSaslPassword.env}`,
    ca: table.kafkaCa.env,
    certificate: table.kafkaCertificate.env,
  },
  redis: {
    address: table.redisUrl.env,
    login: table.redisUrl.env,
    ca: table.redisCa.env,
    certificate: table.redisCertificate.env,
  },
  elasticsearch: {
    address: table.elasticsearchUrl.env,
    login: `${table.elasticsearchApiKey.env}, or ${table.elasticsearchUsername.env} and ${table.elasticsearchPassword.env}`,
    ca: table.elasticsearchCa.env,
    certificate: table.elasticsearchCertificate.env,
  },
  s3: {
    address: table.s3Endpoint.env,
    login: `${table.s3AccessKey.env} and ${table.s3SecretKey.env}`,
    ca: table.s3Ca.env,
    certificate: table.s3Certificate.env,
  },
} as const satisfies Record<string, ConnectionNames>;

function openKafka({ settings, credentials, report }: Opening): Promise<Bus> {
  const {
    kafkaBrokers,
    namespace,
    kafkaReplication,
    kafkaPartitions: partitions,
    kafkaTls,
    kafkaSaslMechanism: mechanism,
    kafkaSaslUsername: username = '',
  } = settings;
  return openKafkaBus({
    brokers: kafkaBrokers,
    namespace,
    replicationFactor: kafkaReplication,
    partitions,
    report,
    tls: kafkaTls ? credentials.tls('kafka') : undefined,
    sasl:
      mechanism === undefined
        ? undefined
        : {
            mechanism,
            username,
            get password() {
              return credentials.secret('kafkaSaslPassword') ?? '';
            },
          },
    names: names.kafka,
  });
}

/** User and password of an address. */
function loginIn(address: string): { readonly username?: string; readonly password?: string } {
  const { username, password } = new URL(address);
  return {
    ...(username === '' ? {} : { username: decodeURIComponent(username) }),
    ...(password === '' ? {} : { password: decodeURIComponent(password) }),
  };
}

function openRedis({ settings, credentials }: Opening): Promise<State> {
  const login = () => loginIn(credentials.secret('redisUrl') ?? '');
  return openRedisState({
    url: settings.redisUrl ?? '',
    namespace: settings.namespace,
    login: {
      get username() {
        return login().username;
      },
      get password() {
        return login().password;
      },
    },
    tls: credentials.tls('redis'),
    sentinels: settings.redisSentinels,
    replicas: settings.redisReplicas,
    names: names.redis,
  });
}

function elasticLogin({ settings, credentials }: Opening): ElasticOptions['auth'] {
  const { elasticsearchUsername: username, elasticsearchApiKey } = settings;
  if (elasticsearchApiKey !== undefined)
    return {
      get apiKey() {
        return credentials.secret('elasticsearchApiKey') ?? '';
      },
    };
  if (username === undefined) return undefined;
  return {
    username,
    get password() {
      return credentials.secret('elasticsearchPassword') ?? '';
    },
  };
}

function elasticOptions(opening: Opening): ElasticOptions {
  const { settings, credentials } = opening;
  return {
    url: settings.elasticsearchUrl,
    namespace: settings.namespace,
    auth: elasticLogin(opening),
    tls: credentials.tls('elasticsearch'),
    names: names.elasticsearch,
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
    redis: openRedis,
    sqlite: ({ settings, file }) =>
      named(settings.data, 'mill.db', () => openSqliteState({ db: file('mill.db') })),
  },
  library: {
    elasticsearch: (opening) => openElasticLibrary(elasticOptions(opening)),
    sqlite: ({ settings, onDamage }) =>
      openSqliteLibrary({
        path: join(settings.data, 'library.db'),
        onDamage,
        isLazy: onDamage === undefined,
      }),
  },
  archive: {
    s3: ({ settings: { s3Endpoint = '', s3Bucket = '', s3Region, namespace }, credentials }) =>
      openS3Archive({
        endpoint: s3Endpoint,
        bucket: s3Bucket,
        region: s3Region,
        get accessKey() {
          return credentials.secret('s3AccessKey') ?? '';
        },
        get secretKey() {
          return credentials.secret('s3SecretKey') ?? '';
        },
        tls: credentials.tls('s3'),
        names: names.s3,
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
