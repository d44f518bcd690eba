import { z } from 'zod';
import { Duration, durationMs, ModelTasks } from '@newsmill/contracts';
import { editDistance } from '@newsmill/text';

/** One setting: how it is checked, its environment variable, one sentence. */
export interface Setting<T> {
  readonly schema: z.ZodType<T, string | undefined>;
  readonly env: string;
  readonly description: string;
  /** As it would be written in the environment; undefined: no default. */
  readonly fallback: string | undefined;
}

function setting<T>(
  schema: z.ZodType<T, string | undefined>,
  env: string,
  fallback: string | undefined,
  description: string,
): Setting<T> {
  return { schema, env, fallback, description };
}

const text = z.string().min(1);
const whole = (min: number, max: number) =>
  z.string().regex(/^\d+$/, 'a whole number').transform(Number).pipe(z.number().min(min).max(max));
const onOff = z.enum(['on', 'off']).transform((word) => word === 'on');
const yesNo = z.enum(['yes', 'no']).transform((word) => word === 'yes');
const milliseconds = Duration.transform(durationMs);
const durations = z
  .string()
  .transform((list) => list.split(',').map((part) => part.trim()))
  .pipe(z.array(Duration).min(1).max(10))
  .transform((list) => list.map(durationMs));
const secret = text.optional();
const path = text.optional();
const names = z.string().transform((list) =>
  list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

const address = (...protocols: readonly string[]) =>
  text.refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    abort: true,
  });
/** Without user and password, which messages would show. */
const plainAddress = address('http:', 'https:').refine(
  (value) =>
    new URL(value).username === '' &&
    new URL(value).password === '' &&
    new URL(value).search === '' &&
    new URL(value).hash === '',
  'an address without user, password, query and fragment',
);
const addresses = names.refine(
  (list) => list.every((entry) => address('http:', 'https:').safeParse(entry).success),
  'addresses that start with http:// or https://, comma-separated',
);
const brokers = names.refine(
  (list) => list.every((entry) => /^[^\s:/]+:\d{1,5}$/.test(entry)),
  'host:port pairs, comma-separated',
);

/** How long articles of a licence are kept; `*`: of all others; without `ms` for ever. */
export interface LicenceRetention {
  readonly licence: string;
  readonly ms?: number;
}
const licenceRetention = names
  .refine(
    (list) => list.every((part) => /^[^=]+=(forever|\d+(\.\d+)?(ms|s|m|h|d))$/.test(part)),
    'licence=duration pairs such as CC BY 4.0=forever,*=365d',
  )
  .transform((list) =>
    list.map((part): LicenceRetention => {
      const [licence = '', time = ''] = part.split('=');
      return time === 'forever' ? { licence } : { licence, ms: durationMs(time) };
    }),
  );

/** Every setting of newsmill. docs/settings.md and deploy/settings.env.example are made from this table. */
export const settings = {
  host: setting(text, 'NEWSMILL_HOST', '127.0.0.1', 'Address that the API and the console listen on.'),
  port: setting(
    whole(0, 65_535),
    'NEWSMILL_PORT',
    '8080',
    'Port of the API and the console; 0 picks a free one.',
  ),
  allowedHosts: setting(
    names,
    'NEWSMILL_ALLOWED_HOSTS',
    '',
    'Host names, besides loopback ones, under which the API may be asked, comma-separated.',
  ),
  publicUrl: setting(
    address('http:', 'https:').optional(),
    'NEWSMILL_PUBLIC_URL',
    undefined,
    'Address under which the API of this mill is reached from outside. Set: feeds that name a hub are pushed by it (WebSub), to <address>/websub/….',
  ),
  openReads: setting(
    yesNo,
    'NEWSMILL_OPEN_READS',
    'no',
    'Whether other machines may read without the key: yes or no; this machine always may.',
  ),
  rateLimit: setting(
    whole(0, 1_000_000),
    'NEWSMILL_RATE_LIMIT',
    '3000',
    'Requests per minute that one key, or one address without key, may make; 0: as many as it likes. Each API process counts for itself.',
  ),
  data: setting(
    text,
    'NEWSMILL_DATA',
    './data',
    'Folder of the embedded form: queue, state, library, archive, keys.',
  ),
  sources: setting(
    text.optional(),
    'NEWSMILL_SOURCES',
    undefined,
    'Folder of the source files (*.yaml); without it <data>/sources, which starts with a list of well-known feeds.',
  ),
  demo: setting(
    yesNo.optional(),
    'NEWSMILL_DEMO',
    undefined,
    'Whether the demonstration paper is served and read: yes or no; without it yes unless a folder of sources is given.',
  ),
  logLevel: setting(
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']),
    'NEWSMILL_LOG_LEVEL',
    'warn',
    'Least level of log lines on standard error: trace, debug, info, warn, error or fatal.',
  ),
  userAgent: setting(
    text,
    'NEWSMILL_USER_AGENT',
    'newsmill/0.1 (+https://newsmill.example/bot)',
    'User-Agent of every request; its first word is looked up in robots.txt.',
  ),
  fetchConcurrency: setting(
    whole(1, 1_000),
    'NEWSMILL_FETCH_CONCURRENCY',
    '32',
    'Greatest number of requests in flight, one for each host.',
  ),
  retryLadder: setting(
    durations,
    'NEWSMILL_RETRY_LADDER',
    '30s,5m,1h',
    'Waits between tries of a failing request or message, comma-separated; after the last one it goes to the dead letters.',
  ),
  revisits: setting(
    durations,
    'NEWSMILL_REVISITS',
    '1h,6h,1d,7d',
    'Ages at which an article is asked for again, comma-separated.',
  ),
  pollMin: setting(
    milliseconds,
    'NEWSMILL_POLL_MIN',
    '5m',
    'Shortest interval between two polls of a channel.',
  ),
  pollMax: setting(
    milliseconds,
    'NEWSMILL_POLL_MAX',
    '12h',
    'Longest interval between two polls of a channel, failing ones included.',
  ),
  cleanWorkers: setting(
    whole(1, 64).optional(),
    'NEWSMILL_CLEAN_WORKERS',
    undefined,
    'Threads that clean pages; without it the number of cores less one, at least one.',
  ),
  cleanBudget: setting(
    milliseconds,
    'NEWSMILL_CLEAN_BUDGET',
    '2s',
    'Most CPU time for cleaning one page (by the clock thirty times that); then its thread is ended and the page goes to the dead letters.',
  ),
  siteMemory: setting(
    yesNo,
    'NEWSMILL_SITE_MEMORY',
    'yes',
    'Whether lines that article after article of a site repeats are taken for boilerplate: yes or no.',
  ),
  enrichers: setting(
    names,
    'NEWSMILL_ENRICHERS',
    '',
    'Changes to the usual enrichers, comma-separated: `summary` switches one on, `-entities` off, `none` and `all` all of them; a path such as /etc/newsmill/fuel-prices.mjs adds one of your own. See docs/enrich.md.',
  ),
  enrichWorkers: setting(whole(1, 64), 'NEWSMILL_ENRICH_WORKERS', '1', 'Threads that enrich articles.'),
  enrichBudget: setting(
    milliseconds,
    'NEWSMILL_ENRICH_BUDGET',
    '2s',
    'Most CPU time for enriching one article (by the clock thirty times that); then its thread is ended and the article goes to the dead letters.',
  ),
  topicModel: setting(
    path,
    'NEWSMILL_TOPIC_MODEL',
    undefined,
    'File of a topic model that `newsmill train topics` wrote; it is used instead of the model that comes with newsmill.',
  ),
  bytesInFlight: setting(
    whole(100_000, 1_000_000_000),
    'NEWSMILL_BYTES_IN_FLIGHT',
    '8000000',
    'Greatest sum of bytes that a stage works on at a time.',
  ),
  maxQueuedPages: setting(
    whole(1, 1_000_000),
    'NEWSMILL_MAX_QUEUED_PAGES',
    '256',
    'Fetched pages waiting to be cleaned above which fetching pauses.',
  ),
  archiveMaxAge: setting(
    milliseconds,
    'NEWSMILL_ARCHIVE_MAX_AGE',
    '30d',
    'Age at which archived pages are deleted.',
  ),
  archiveMaxBytes: setting(
    whole(0, 1e15),
    'NEWSMILL_ARCHIVE_MAX_BYTES',
    '20000000000',
    'Size of the archive above which the oldest files are deleted.',
  ),
  retention: setting(
    licenceRetention,
    'NEWSMILL_RETENTION',
    '',
    'How long articles are kept after they were first seen, by licence: licence=duration pairs, comma-separated, such as `all rights reserved=30d,*=365d`; `*` for all others, `forever` for ever. `retention` of a source file holds besides: the shorter time counts.',
  ),
  adminKey: setting(
    z.string().min(16, 'at least 16 characters').optional(),
    'NEWSMILL_ADMIN_KEY',
    undefined,
    'Key that changes need; without it one is made at the first start and kept in <data>/admin.key. Set it where several copies of the API run.',
  ),
  namespace: setting(
    z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and -, at most 40'),
    'NEWSMILL_NAMESPACE',
    'newsmill',
    'First part of the names of topics, consumer groups, keys and indices: several mills can share servers.',
  ),
  kafkaBrokers: setting(
    brokers,
    'NEWSMILL_KAFKA_BROKERS',
    '',
    'Kafka brokers, host:port, comma-separated. Set: the distributed form, which needs Redis and Elasticsearch too. Empty: the embedded form.',
  ),
  kafkaTls: setting(yesNo, 'NEWSMILL_KAFKA_TLS', 'no', 'Whether the brokers speak TLS: yes or no.'),
  kafkaCa: setting(
    path,
    'NEWSMILL_KAFKA_CA',
    undefined,
    "File (PEM) with the authority of the brokers' certificates, where it is a private one.",
  ),
  kafkaSaslMechanism: setting(
    z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).optional(),
    'NEWSMILL_KAFKA_SASL_MECHANISM',
    undefined,
    'How to log in to Kafka: plain, scram-sha-256 or scram-sha-512; without it there is no login.',
  ),
  kafkaSaslUsername: setting(
    text.optional(),
    'NEWSMILL_KAFKA_SASL_USERNAME',
    undefined,
    'User name for Kafka.',
  ),
  kafkaSaslPassword: setting(secret, 'NEWSMILL_KAFKA_SASL_PASSWORD', undefined, 'Password for Kafka.'),
  kafkaReplication: setting(
    whole(1, 15),
    'NEWSMILL_KAFKA_REPLICATION',
    '1',
    'Copies of each new topic among the brokers; 3 where there are three brokers or more.',
  ),
  redisUrl: setting(
    address('redis:', 'rediss:').optional(),
    'NEWSMILL_REDIS_URL',
    undefined,
    'Address of Redis, redis:// or rediss:// (TLS), with user and password where it needs them.',
  ),
  redisCa: setting(
    path,
    'NEWSMILL_REDIS_CA',
    undefined,
    "File (PEM) with the authority of Redis' certificate, where it is a private one.",
  ),
  elasticsearchUrl: setting(
    addresses,
    'NEWSMILL_ELASTICSEARCH_URL',
    '',
    'Addresses of Elasticsearch 8.19, comma-separated.',
  ),
  elasticsearchUsername: setting(
    text.optional(),
    'NEWSMILL_ELASTICSEARCH_USERNAME',
    undefined,
    'User name for Elasticsearch; the writer, not a superuser.',
  ),
  elasticsearchPassword: setting(
    secret,
    'NEWSMILL_ELASTICSEARCH_PASSWORD',
    undefined,
    'Password for Elasticsearch.',
  ),
  elasticsearchApiKey: setting(
    secret,
    'NEWSMILL_ELASTICSEARCH_API_KEY',
    undefined,
    'API key for Elasticsearch, instead of user name and password.',
  ),
  elasticsearchCa: setting(
    path,
    'NEWSMILL_ELASTICSEARCH_CA',
    undefined,
    "File (PEM) with the authority of Elasticsearch's certificate, where it is a private one.",
  ),
  elasticsearchShards: setting(
    whole(1, 64),
    'NEWSMILL_ELASTICSEARCH_SHARDS',
    '1',
    'Primary shards of each new monthly index.',
  ),
  elasticsearchReplicas: setting(
    whole(0, 10),
    'NEWSMILL_ELASTICSEARCH_REPLICAS',
    '0',
    'Copies of each shard; 1 or more where there are several nodes.',
  ),
  elasticsearchRefresh: setting(
    Duration,
    'NEWSMILL_ELASTICSEARCH_REFRESH',
    '1s',
    'How soon searches find what was written, such as 1s or 30s; a longer time writes more articles per second. For existing months from the next reindex on.',
  ),
  elasticsearchCodec: setting(
    z.enum(['best_compression', 'default']),
    'NEWSMILL_ELASTICSEARCH_CODEC',
    'best_compression',
    'How months lie on disk: best_compression (smaller) or default (reads documents faster). For existing months from the next reindex on.',
  ),
  s3Endpoint: setting(
    address('http:', 'https:').optional(),
    'NEWSMILL_S3_ENDPOINT',
    undefined,
    'Address of an S3-compatible store for raw pages; without it they lie on disk, in <data>/archive, which all services must then share.',
  ),
  s3Bucket: setting(text.optional(), 'NEWSMILL_S3_BUCKET', undefined, 'Bucket for raw pages; it must exist.'),
  s3Region: setting(
    text,
    'NEWSMILL_S3_REGION',
    'us-east-1',
    'Region that requests to the S3-compatible store are signed for.',
  ),
  s3AccessKey: setting(
    text.optional(),
    'NEWSMILL_S3_ACCESS_KEY',
    undefined,
    'Access key of the S3-compatible store.',
  ),
  s3SecretKey: setting(secret, 'NEWSMILL_S3_SECRET_KEY', undefined, 'Secret key of the S3-compatible store.'),
  vectors: setting(
    onOff,
    'NEWSMILL_VECTORS',
    'off',
    'Whether articles in English get a vector, so that mode=hybrid finds those near in meaning too: on or off.',
  ),
  mcp: setting(
    onOff,
    'NEWSMILL_MCP',
    'on',
    'Whether agents are served at /mcp of the API (Model Context Protocol, reading only, under the same guards): on or off.',
  ),
  llmUrl: setting(
    plainAddress.optional(),
    'NEWSMILL_LLM_URL',
    undefined,
    'Base address of an OpenAI-compatible endpoint, such as http://127.0.0.1:11434/v1; it may be a private one. Without it no language model is asked.',
  ),
  llmKey: setting(
    z
      .string()
      .regex(/^[\x21-\x7e]{1,1000}$/, 'printable ASCII without spaces')
      .optional(),
    'NEWSMILL_LLM_KEY',
    undefined,
    'Key that the endpoint of the language model wants, sent as Bearer token.',
  ),
  llmModel: setting(
    z.string().min(1).max(100).optional(),
    'NEWSMILL_LLM_MODEL',
    undefined,
    'Name of the language model at that endpoint.',
  ),
  llmTasks: setting(
    ModelTasks,
    'NEWSMILL_LLM_TASKS',
    'summary',
    'What the language model is asked for each article: summary, translation:<language tag>, classification:<label>|<label>|…, comma-separated.',
  ),
  llmBudget: setting(
    whole(0, 1e12),
    'NEWSMILL_LLM_BUDGET',
    '1000000',
    'Tokens (asked and answered) that the language model may cost in one day, UTC.',
  ),
  llmTimeout: setting(
    milliseconds,
    'NEWSMILL_LLM_TIMEOUT',
    '30s',
    'Greatest time for one answer of the language model. Articles wait a few seconds at most; what comes later is kept for the next time.',
  ),
  llmParallel: setting(
    whole(1, 64),
    'NEWSMILL_LLM_PARALLEL',
    '2',
    'Questions to the language model at a time, of each enrich process.',
  ),
  maxSavedSearches: setting(
    whole(0, 10_000),
    'NEWSMILL_MAX_SAVED_SEARCHES',
    '200',
    'Greatest number of saved searches.',
  ),
  alertInterval: setting(
    milliseconds,
    'NEWSMILL_ALERT_INTERVAL',
    '5s',
    'Pause between two rounds in which what has arrived is matched against the saved searches.',
  ),
  webhookRetries: setting(
    durations,
    'NEWSMILL_WEBHOOK_RETRIES',
    '5s,1m,5m,30m,2h,5h,10h',
    'Waits between tries of a webhook that fails, comma-separated; after the last one it goes to the dead letters.',
  ),
  eventStreams: setting(
    whole(0, 10_000),
    'NEWSMILL_EVENT_STREAMS',
    '50',
    'Greatest number of open event streams (Server-Sent Events) of one API process.',
  ),
  healthPort: setting(
    whole(0, 65_535).optional(),
    'NEWSMILL_HEALTH_PORT',
    undefined,
    'Port for /livez, /readyz, /startupz and /metrics of a role without API; without it a free one.',
  ),
} satisfies Record<string, Setting<unknown>>;

/** The values of all settings; `fetchConcurrency: number`, `retryLadder: number[]` in milliseconds, and so on. */
export type Settings = {
  readonly [K in keyof typeof settings]: (typeof settings)[K] extends Setting<infer T> ? T : never;
};

/** Settings that mean something together only. */
const companions: readonly { readonly when: keyof Settings; readonly needs: readonly (keyof Settings)[] }[] =
  [
    { when: 'kafkaBrokers', needs: ['redisUrl', 'elasticsearchUrl'] },
    { when: 'redisUrl', needs: ['kafkaBrokers', 'elasticsearchUrl'] },
    { when: 'elasticsearchUrl', needs: ['kafkaBrokers', 'redisUrl'] },
    { when: 'kafkaSaslMechanism', needs: ['kafkaSaslUsername', 'kafkaSaslPassword'] },
    { when: 'kafkaSaslUsername', needs: ['kafkaSaslMechanism'] },
    { when: 'elasticsearchUsername', needs: ['elasticsearchPassword'] },
    { when: 'elasticsearchPassword', needs: ['elasticsearchUsername'] },
    { when: 's3Endpoint', needs: ['s3Bucket', 's3AccessKey', 's3SecretKey', 'kafkaBrokers'] },
    { when: 'llmUrl', needs: ['llmModel'] },
    { when: 'llmModel', needs: ['llmUrl'] },
    { when: 'llmKey', needs: ['llmUrl'] },
    { when: 's3Bucket', needs: ['s3Endpoint'] },
  ];

function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

/** What is missing beside what was given. */
function lonely(values: Readonly<Record<string, unknown>>): string[] {
  return companions.flatMap(({ when, needs }) => {
    const missing = isGiven(values[when]) ? needs.filter((need) => !isGiven(values[need])) : [];
    return missing.length === 0
      ? []
      : [
          `${settings[when].env} is set, so ${missing.map((need) => settings[need].env).join(' and ')} must be set too`,
        ];
  });
}

/** All mistakes in the settings, together. */
export class BadSettings extends Error {
  override readonly name = 'BadSettings';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(
      `${problems.length} mistake${problems.length === 1 ? '' : 's'} in the settings:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
    this.problems = problems;
  }
}

/** Values that no message may show. */
const secretSettings: ReadonlySet<string> = new Set<keyof Settings>([
  'adminKey',
  'kafkaSaslPassword',
  'redisUrl',
  'elasticsearchPassword',
  'elasticsearchApiKey',
  's3AccessKey',
  's3SecretKey',
  'llmKey',
]);

function unknownNames(environment: Readonly<Record<string, string | undefined>>): string[] {
  const known: string[] = Object.values(settings).map((entry) => entry.env);
  return Object.keys(environment)
    .filter(
      (name) =>
        name.startsWith('NEWSMILL_') &&
        !known.includes(name) &&
        !name.startsWith('NEWSMILL_SECRET_') &&
        name !== 'NEWSMILL_BENCH',
    )
    .map((name) => {
      const nearest = [...known].sort((a, b) => editDistance(name, a) - editDistance(name, b))[0];
      return `${name} is no setting${nearest !== undefined && editDistance(name, nearest) <= 4 ? `; did you mean ${nearest}?` : '; see docs/settings.md'}`;
    });
}

/** Reads all settings from environment variables. Throws BadSettings with every mistake at once. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const problems = unknownNames(environment);
  const values: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries<Setting<unknown>>(settings)) {
    const given = environment[entry.env];
    const parsed = entry.schema.safeParse(given === undefined || given === '' ? entry.fallback : given);
    if (parsed.success) values[name] = parsed.data;
    else
      problems.push(
        `${entry.env}=${secretSettings.has(name) ? '…' : JSON.stringify(given)}: ${parsed.error.issues.map((issue) => issue.message).join('; ')} (${entry.description})`,
      );
  }
  problems.push(...lonely(values));
  if (problems.length > 0) throw new BadSettings(problems);
  return values as Settings; // every key of the table was parsed by its own schema above
}
