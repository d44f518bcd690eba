import { z } from 'zod';
import { Duration, Extensions, ModelTasks } from '@newsmill/contracts';
import {
  address,
  addresses,
  addressRanges,
  brokers,
  durations,
  headerPairs,
  identityRules,
  issuer,
  licenceRetention,
  limitedTime,
  milliseconds,
  millisecondsOrNone,
  names,
  onOff,
  openReads,
  path,
  plainAddress,
  plainServer,
  share,
  text,
  vectorTable,
  traceTemplate,
  whole,
  wholeOrNone,
  yesNo,
} from './setting-values.ts';

/** One setting: how it is checked, its environment variable, one sentence. */
interface UngroupedSetting<T> {
  readonly schema: z.ZodType<T, string | undefined>;
  readonly env: string;
  readonly description: string;
  /** As it would be written in the environment; undefined: no default. */
  readonly fallback: string | undefined;
  /** No message shows its value; it may lie in a file, which the variable with _FILE behind its name says. */
  readonly secret: boolean;
}
export interface Setting<T> extends UngroupedSetting<T> {
  /** What it belongs to, as the documents have it. */
  readonly group: string;
}

function setting<T>(
  schema: z.ZodType<T, string | undefined>,
  env: string,
  fallback: string | undefined,
  description: string,
  { secret = false }: { readonly secret?: boolean } = {},
): UngroupedSetting<T> {
  return { schema, env, fallback, description, secret };
}

function inGroup<const S extends Readonly<Record<string, UngroupedSetting<unknown>>>>(
  group: string,
  entries: S,
): { readonly [K in keyof S]: S[K] & { readonly group: string } } {
  const grouped = Object.entries(entries).map(([name, entry]) => [name, { ...entry, group }]);
  // The same keys with the same settings, each with its group.
  return Object.fromEntries(grouped) as { readonly [K in keyof S]: S[K] & { readonly group: string } };
}

/** Every setting of newsmill. docs/settings.md and deploy/settings.env.example are made from this table. */
export const settings = {
  ...inGroup('API and console', {
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
    trustedProxies: setting(
      addressRanges,
      'NEWSMILL_TRUSTED_PROXIES',
      '',
      'Addresses and ranges (CIDR) of the proxies in front of the API, comma-separated, such as 127.0.0.1,10.0.0.0/8: what they say of their visitors (address, TLS, host) is believed. Nobody who comes through a proxy is this machine, with or without it.',
    ),
    proxyHeaders: setting(
      z.enum(['x-forwarded', 'forwarded']),
      'NEWSMILL_PROXY_HEADERS',
      'x-forwarded',
      'Which headers these proxies set: x-forwarded (X-Forwarded-For, -Proto and -Host) or forwarded (RFC 7239). The other form is ignored, since visitors could write it.',
    ),
    publicUrl: setting(
      address('http:', 'https:').optional(),
      'NEWSMILL_PUBLIC_URL',
      undefined,
      'Address under which the API of this mill is reached from outside. Set: feeds that name a hub are pushed by it (WebSub), to <address>/websub/….',
    ),
    openReads: setting(
      openReads,
      'NEWSMILL_OPEN_READS',
      'no',
      'Whether other machines may read without the key: no; yes, where NEWSMILL_HOST is a loopback address; everybody, at any address. This machine always may.',
    ),
    adminKey: setting(
      z.string().min(16, 'at least 16 characters').optional(),
      'NEWSMILL_ADMIN_KEY',
      undefined,
      'Key that changes need; without it one is made at the first start and kept in <data>/admin.key. Set it where several copies of the API run.',
      { secret: true },
    ),
    oidcIssuer: setting(
      issuer.optional(),
      'NEWSMILL_OIDC_ISSUER',
      undefined,
      'Issuer of OpenID Connect where people log in to the console, such as https://id.example/realms/news. Keys go on working.',
    ),
    oidcClientId: setting(
      text.optional(),
      'NEWSMILL_OIDC_CLIENT_ID',
      undefined,
      'Id under which newsmill is registered there, with the redirect address <address of the console>/login/oidc/callback, and <address of the console>/login/oidc/ended for after a log-out.',
    ),
    oidcClientSecret: setting(
      text.optional(),
      'NEWSMILL_OIDC_CLIENT_SECRET',
      undefined,
      'Secret of that client; none for a public one, which PKCE alone protects.',
      { secret: true },
    ),
    oidcScopes: setting(
      text,
      'NEWSMILL_OIDC_SCOPES',
      'openid profile email',
      'Scopes that the issuer is asked for; some tell groups only where one more is asked for.',
    ),
    oidcRules: setting(
      identityRules,
      'NEWSMILL_OIDC_RULES',
      '',
      'Who may do what: claim=value:scope rules, comma-separated, such as `groups=desk:write,groups=ops:admin,*:read`. The greatest scope counts; whom no rule fits is not let in.',
    ),
    oidcSession: setting(
      milliseconds.refine((ms) => ms >= 60_000, 'at least 1m'),
      'NEWSMILL_OIDC_SESSION',
      '4h',
      'How long a log-in there is believed: then the issuer is asked again, so nobody whom it has shut out, or given other groups, goes on for longer. A session lasts twelve hours at most.',
    ),
    rateLimit: setting(
      whole(0, 1_000_000),
      'NEWSMILL_RATE_LIMIT',
      '3000',
      'Requests per minute that one key, or one address without key, may make; 0: as many as it likes. Each API process counts for itself.',
    ),
    metricsToken: setting(
      z.string().min(16, 'at least 16 characters').regex(/^\S+$/, 'no spaces').optional(),
      'NEWSMILL_METRICS_TOKEN',
      undefined,
      'Bearer token with which other machines read /metrics and the reasons of /readyz of every role; a key of the API does that too. This machine needs none.',
      { secret: true },
    ),
    openMetrics: setting(
      yesNo,
      'NEWSMILL_OPEN_METRICS',
      'no',
      'Whether other machines may read /metrics without token and under any host name: yes or no.',
    ),
    healthPort: setting(
      whole(0, 65_535).optional(),
      'NEWSMILL_HEALTH_PORT',
      undefined,
      'Port for /livez, /readyz, /startupz and /metrics of a role without API; without it a free one.',
    ),
    metricsPort: setting(
      whole(0, 65_535).optional(),
      'NEWSMILL_METRICS_PORT',
      undefined,
      'Port of its own for /metrics, in every role; the other port then has none. Who may read them stays the same. 0 picks a free one.',
    ),
    metricsHost: setting(
      text.optional(),
      'NEWSMILL_METRICS_HOST',
      undefined,
      'Address that the port of NEWSMILL_METRICS_PORT listens on; without it that of NEWSMILL_HOST.',
    ),
    metricsSources: setting(
      whole(0, 100_000),
      'NEWSMILL_METRICS_SOURCES',
      '5000',
      'Greatest number of sources with metrics of their own: where there are more, those with most articles. Sources that fail have them besides. 0: none but those.',
    ),
    eventStreams: setting(
      whole(0, 10_000),
      'NEWSMILL_EVENT_STREAMS',
      '50',
      'Greatest number of open event streams (Server-Sent Events) of one API process.',
    ),
    mcp: setting(
      onOff,
      'NEWSMILL_MCP',
      'on',
      'Whether agents are served at /mcp of the API (Model Context Protocol, reading only, under the same guards): on or off.',
    ),
  }),
  ...inGroup('Connections to this process', {
    httpHeadersTimeout: setting(
      limitedTime,
      'NEWSMILL_HTTP_HEADERS_TIMEOUT',
      '10s',
      'Greatest time for the headers of a request to this process; then its connection is ended (408).',
    ),
    httpRequestTimeout: setting(
      limitedTime,
      'NEWSMILL_HTTP_REQUEST_TIMEOUT',
      '60s',
      'Greatest time for a request with its body to come; then its connection is ended (408). Answers may take as long as they like.',
    ),
    httpIdleTimeout: setting(
      limitedTime,
      'NEWSMILL_HTTP_IDLE_TIMEOUT',
      '75s',
      'How long a connection without a request is kept open; set it longer than the proxy in front does.',
    ),
    httpStallTimeout: setting(
      limitedTime,
      'NEWSMILL_HTTP_STALL_TIMEOUT',
      '60s',
      'A reader that takes nothing of its answer for so long is cut off; a slow one is not.',
    ),
    httpUnfinished: setting(
      whole(1, 100_000),
      'NEWSMILL_HTTP_UNFINISHED',
      '200',
      'Connections of one address (IPv6: one /64) whose request has not come whole; of more the oldest is ended (429). Behind a proxy all visitors have one address: it counts connections, not visitors.',
    ),
    httpConnections: setting(
      whole(16, 100_000),
      'NEWSMILL_HTTP_CONNECTIONS',
      '4000',
      'Greatest number of connections to this process, and never more than half of the files that it may have open (ulimit -n). Beyond it idle and unfinished ones are ended; where there are none, new ones are refused (503), probes excepted.',
    ),
  }),
  ...inGroup('The mill', {
    data: setting(
      text,
      'NEWSMILL_DATA',
      './data',
      'Folder of what lies in no server: queue, state, library, archive; and of keys.',
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
      'Whether the demonstration papers are served and read: yes or no; without it yes unless a folder of sources is given. No also removes the articles that they brought before, and stays in force until it is yes.',
    ),
    stuckAfter: setting(
      milliseconds,
      'NEWSMILL_STUCK_AFTER',
      '10m',
      'Work whose oldest message has not moved for so long is told as stuck, by name, in /readyz, API and console.',
    ),
    logLevel: setting(
      z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']),
      'NEWSMILL_LOG_LEVEL',
      'warn',
      'Least level of log lines on standard error: trace, debug, info, warn, error or fatal.',
    ),
    welcome: setting(
      yesNo.optional(),
      'NEWSMILL_WELCOME',
      undefined,
      'Whether the start also tells people in words where the mill is and what is missing: yes or no; without it yes at a terminal. With no, every line of the process is a line of the log.',
    ),
    namespace: setting(
      z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and -, at most 40'),
      'NEWSMILL_NAMESPACE',
      'newsmill',
      'First part of the names of topics, consumer groups, keys and indices: several mills can share servers.',
    ),
    backupKey: setting(
      path,
      'NEWSMILL_BACKUP_KEY',
      undefined,
      'File with the key (PEM, Ed25519) that signs backups; without it <data>/backup.key, which the first backup makes. Name one that lasts where the data folder does not, as in the distributed form.',
    ),
  }),
  ...inGroup('Traces', {
    otlpEndpoint: setting(
      plainAddress.optional(),
      'OTEL_EXPORTER_OTLP_ENDPOINT',
      undefined,
      'Base address of a receiver of OpenTelemetry traces by OTLP over HTTP, such as http://collector:4318; spans go to <address>/v1/traces. Without it there are no traces.',
    ),
    otlpHeaders: setting(
      headerPairs.optional(),
      'OTEL_EXPORTER_OTLP_HEADERS',
      undefined,
      'Headers of each request to that receiver, name=value, comma-separated, values percent-encoded.',
      { secret: true },
    ),
    traceShare: setting(
      share,
      'OTEL_TRACES_SAMPLER_ARG',
      '0.05',
      'Share of articles, and of polls, whose traces are sent, 0 to 1; chosen by the id of the trace, so that all processes choose the same. What fails is always sent.',
    ),
    otelServiceName: setting(
      text,
      'OTEL_SERVICE_NAME',
      'newsmill',
      'Name under which the spans of this process are told; OTEL_RESOURCE_ATTRIBUTES adds attributes.',
    ),
    traceViewer: setting(
      traceTemplate.optional(),
      'NEWSMILL_TRACE_VIEWER',
      undefined,
      'Address of a trace in your viewer, with {traceId} in it, such as http://127.0.0.1:16686/trace/{traceId}; the console and newsmill trace then lead there.',
    ),
  }),
  ...inGroup('Cores and memory', {
    cores: setting(
      whole(1, 1_024).optional(),
      'NEWSMILL_CORES',
      undefined,
      'Cores that this process may use; without it those of the machine, or the quota of its control group.',
    ),
    memory: setting(
      whole(256, 4_000_000).optional(),
      'NEWSMILL_MEMORY',
      undefined,
      'Memory that this process may use, MB; without it the limit of its control group, else half of the machine. Threads and bytes in flight follow from it.',
    ),
    bytesInFlight: setting(
      whole(100_000, 1_000_000_000).optional(),
      'NEWSMILL_BYTES_IN_FLIGHT',
      undefined,
      'Greatest sum of bytes that a stage works on at a time; without it 1 to 8 MB, a 128th of the memory.',
    ),
  }),
  ...inGroup('Fetching', {
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
      'Greatest number of requests in flight, one for each host. A source has no more than half of them, rounded up.',
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
      'Ages at which an article is asked for again, comma-separated. What such visits find of a source makes them fewer or more.',
    ),
    settledAfter: setting(
      milliseconds,
      'NEWSMILL_SETTLED_AFTER',
      '3d',
      'Of what is at rest and has had no event for so long, the state keeps only what it takes to know it again: some 40 bytes an item. Library and ledger know the rest.',
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
    readBudget: setting(
      milliseconds,
      'NEWSMILL_READ_BUDGET',
      '3s',
      'Most CPU time for reading one feed, sitemap, list, robots.txt or archived record, or one page of a preview (by the clock thirty times that), in a thread of its own; then the thread is ended and the channel counts as failing.',
    ),
    maxQueuedPages: setting(
      whole(1, 1_000_000),
      'NEWSMILL_MAX_QUEUED_PAGES',
      '256',
      'Fetched pages waiting to be cleaned above which only pages of sources that take little of cleaning are fetched, as while some wait for two seconds; above twice as many, none.',
    ),
    sourceBytes: setting(
      wholeOrNone(1, 1_000_000_000_000_000),
      'NEWSMILL_SOURCE_BYTES_A_DAY',
      '20000000000',
      'Bytes that may be downloaded of one source a day (UTC), as they come over the wire, or none: without end. Above it its pages wait for the next day. `quota` of a source file goes before.',
    ),
    sourcePages: setting(
      wholeOrNone(1, 1_000_000_000),
      'NEWSMILL_SOURCE_PAGES_A_DAY',
      '100000',
      'Requests for pages of one source a day, or none. `quota` of a source file goes before.',
    ),
    sourceCpu: setting(
      millisecondsOrNone,
      'NEWSMILL_SOURCE_CPU_A_DAY',
      '4h',
      'CPU time that reading the channels of one source, and cleaning and enriching its pages, may take a day, or none. `quota` of a source file goes before.',
    ),
  }),
  ...inGroup('Cleaning', {
    cleanWorkers: setting(
      whole(1, 64).optional(),
      'NEWSMILL_CLEAN_WORKERS',
      undefined,
      'How many threads clean pages at a time; without it as many as cores and memory allow. In one process the same threads clean and enrich.',
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
  }),
  ...inGroup('Enriching', {
    enrichers: setting(
      names,
      'NEWSMILL_ENRICHERS',
      '',
      'Changes to the usual enrichers, comma-separated: `summary` switches one on, `-entities` off, `none` and `all` all of them; a path such as /etc/newsmill/fuel-prices.mjs adds one of your own. See docs/enrich.md.',
    ),
    extensions: setting(
      names.pipe(Extensions),
      'NEWSMILL_EXTENSIONS',
      '',
      'Services of your own, comma-separated and in their order, to which each article goes over Kafka before it is indexed, to get facts from them: `tone` waits for an extension of this name, `-tone` lets go on without it what waits for it. In the distributed form only, and the same for all services. See docs/extensions.md.',
    ),
    enrichWorkers: setting(
      whole(1, 64).optional(),
      'NEWSMILL_ENRICH_WORKERS',
      undefined,
      'How many threads enrich articles at a time; without it as many as cores and memory allow. In one process the same threads clean and enrich.',
    ),
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
    vectors: setting(
      vectorTable,
      'NEWSMILL_VECTORS',
      'off',
      'Whether articles get a vector, so that mode=hybrid finds those near in meaning too: on (or english: articles in English alone), multilingual (articles in 62 languages, which find each other), or off.',
    ),
  }),
  ...inGroup('Language model', {
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
      { secret: true },
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
  }),
  ...inGroup('How long things are kept', {
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
    archiveVerify: setting(
      milliseconds,
      'NEWSMILL_ARCHIVE_VERIFY',
      '7d',
      'Time in which every page of the archive is read once and compared with its digest, a part of it each day; `0s` for never.',
    ),
    retention: setting(
      licenceRetention,
      'NEWSMILL_RETENTION',
      '',
      'How long articles are kept after they were first seen, by licence: licence=duration pairs, comma-separated, such as `all rights reserved=30d,*=365d`; `*` for all others, `forever` for ever. `retention` of a source file holds besides: the shorter time counts.',
    ),
  }),
  ...inGroup('Saved searches and alerts', {
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
    smtpUrl: setting(
      plainServer('smtp:', 'smtps:').optional(),
      'NEWSMILL_SMTP_URL',
      undefined,
      'Server that sends the mail of alerts: smtps://host:465 with TLS from the start, smtp://host:587 with STARTTLS, which must be there unless the host is a loopback one.',
    ),
    smtpUser: setting(
      text.optional(),
      'NEWSMILL_SMTP_USER',
      undefined,
      'User of that server; without it nobody logs in.',
    ),
    smtpPassword: setting(text.optional(), 'NEWSMILL_SMTP_PASSWORD', undefined, 'Password of that user.', {
      secret: true,
    }),
    mailFrom: setting(
      z.email({ error: 'a mail address' }).optional(),
      'NEWSMILL_MAIL_FROM',
      undefined,
      'Address from which alerts are sent as mail.',
    ),
    matrixUrl: setting(
      plainAddress.optional(),
      'NEWSMILL_MATRIX_URL',
      undefined,
      'Server of Matrix that takes alerts for rooms, such as https://matrix.example; it may be a private one.',
    ),
    matrixToken: setting(
      z
        .string()
        .regex(/^[\x21-\x7e]{1,1000}$/, 'printable ASCII without spaces')
        .optional(),
      'NEWSMILL_MATRIX_TOKEN',
      undefined,
      'Access token of the user who writes into the rooms.',
      { secret: true },
    ),
  }),
  ...inGroup('Kafka', {
    kafkaBrokers: setting(
      brokers,
      'NEWSMILL_KAFKA_BROKERS',
      '',
      'Kafka brokers, host:port, comma-separated. Set: the distributed form, in which services run apart; it needs Redis and Elasticsearch too. Empty: the queue lies in <data>, and one process does all of the work.',
    ),
    kafkaTls: setting(yesNo, 'NEWSMILL_KAFKA_TLS', 'no', 'Whether the brokers speak TLS: yes or no.'),
    kafkaCa: setting(
      path,
      'NEWSMILL_KAFKA_CA',
      undefined,
      "File (PEM) with the authority of the brokers' certificates, where it is a private one.",
    ),
    kafkaCertificate: setting(
      path,
      'NEWSMILL_KAFKA_CERTIFICATE',
      undefined,
      'File (PEM) with the certificate by which newsmill says who it is, where the brokers want it (mutual TLS), with those up to its authority.',
    ),
    kafkaKey: setting(
      path,
      'NEWSMILL_KAFKA_KEY',
      undefined,
      'File (PEM) with the private key of that certificate, without a passphrase.',
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
    kafkaSaslPassword: setting(
      text.optional(),
      'NEWSMILL_KAFKA_SASL_PASSWORD',
      undefined,
      'Password for Kafka.',
      { secret: true },
    ),
    kafkaPartitions: setting(
      whole(2, 1_000).optional(),
      'NEWSMILL_KAFKA_PARTITIONS',
      undefined,
      'Partitions of each topic that has several: so many copies of a stage can work at a time. Without it 6 for new topics. A greater number is given to topics that are there at the next start of a service; a smaller one changes nothing (docs/scale.md#partitions).',
    ),
    kafkaReplication: setting(
      whole(1, 15),
      'NEWSMILL_KAFKA_REPLICATION',
      '1',
      'Copies of each new topic among the brokers; 3 where there are three brokers or more.',
    ),
  }),
  ...inGroup('Redis', {
    redisUrl: setting(
      address('redis:', 'rediss:').optional(),
      'NEWSMILL_REDIS_URL',
      undefined,
      'Address of Redis, redis:// or rediss:// (TLS), with user and password where it needs them. Without it the state lies in <data>.',
      { secret: true },
    ),
    redisCa: setting(
      path,
      'NEWSMILL_REDIS_CA',
      undefined,
      "File (PEM) with the authority of Redis' certificate, where it is a private one.",
    ),
    redisCertificate: setting(
      path,
      'NEWSMILL_REDIS_CERTIFICATE',
      undefined,
      'File (PEM) with the certificate by which newsmill says who it is, where Redis wants it (mutual TLS), with those up to its authority.',
    ),
    redisKey: setting(
      path,
      'NEWSMILL_REDIS_KEY',
      undefined,
      'File (PEM) with the private key of that certificate, without a passphrase.',
    ),
    redisSentinels: setting(
      brokers,
      'NEWSMILL_REDIS_SENTINELS',
      '',
      'Sentinels, host:port, comma-separated, that know which Redis is the primary. The address of Redis then has the name that they know it by in place of the host; its user, password and TLS hold for them too.',
    ),
    redisReplicas: setting(
      whole(0, 5),
      'NEWSMILL_REDIS_REPLICAS',
      '0',
      'Replicas of Redis that must have a change before it counts; 1 where a replica takes the place of a primary that is lost.',
    ),
  }),
  ...inGroup('Elasticsearch', {
    elasticsearchUrl: setting(
      addresses,
      'NEWSMILL_ELASTICSEARCH_URL',
      '',
      'Addresses of Elasticsearch 8.19, comma-separated. Without it library and registry lie in <data>.',
    ),
    elasticsearchUsername: setting(
      text.optional(),
      'NEWSMILL_ELASTICSEARCH_USERNAME',
      undefined,
      'User name for Elasticsearch; the writer, not a superuser.',
    ),
    elasticsearchPassword: setting(
      text.optional(),
      'NEWSMILL_ELASTICSEARCH_PASSWORD',
      undefined,
      'Password for Elasticsearch.',
      { secret: true },
    ),
    elasticsearchApiKey: setting(
      text.optional(),
      'NEWSMILL_ELASTICSEARCH_API_KEY',
      undefined,
      'API key for Elasticsearch, instead of user name and password.',
      { secret: true },
    ),
    elasticsearchCa: setting(
      path,
      'NEWSMILL_ELASTICSEARCH_CA',
      undefined,
      "File (PEM) with the authority of Elasticsearch's certificate, where it is a private one.",
    ),
    elasticsearchCertificate: setting(
      path,
      'NEWSMILL_ELASTICSEARCH_CERTIFICATE',
      undefined,
      'File (PEM) with the certificate by which newsmill says who it is, where Elasticsearch or a proxy in front of it wants it (mutual TLS), with those up to its authority.',
    ),
    elasticsearchKey: setting(
      path,
      'NEWSMILL_ELASTICSEARCH_KEY',
      undefined,
      'File (PEM) with the private key of that certificate, without a passphrase.',
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
  }),
  ...inGroup('Object store (S3)', {
    s3Endpoint: setting(
      address('http:', 'https:').optional(),
      'NEWSMILL_S3_ENDPOINT',
      undefined,
      'Address of an S3-compatible store for raw pages; without it they lie on disk, in <data>/archive, which services that run apart must share.',
    ),
    s3Bucket: setting(
      text.optional(),
      'NEWSMILL_S3_BUCKET',
      undefined,
      'Bucket for raw pages; it must exist.',
    ),
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
      { secret: true },
    ),
    s3SecretKey: setting(
      text.optional(),
      'NEWSMILL_S3_SECRET_KEY',
      undefined,
      'Secret key of the S3-compatible store.',
      { secret: true },
    ),
    s3Ca: setting(
      path,
      'NEWSMILL_S3_CA',
      undefined,
      "File (PEM) with the authority of the S3-compatible store's certificate, where it is a private one.",
    ),
    s3Certificate: setting(
      path,
      'NEWSMILL_S3_CERTIFICATE',
      undefined,
      'File (PEM) with the certificate by which newsmill says who it is, where the S3-compatible store or a proxy in front of it wants it (mutual TLS), with those up to its authority.',
    ),
    s3Key: setting(
      path,
      'NEWSMILL_S3_KEY',
      undefined,
      'File (PEM) with the private key of that certificate, without a passphrase.',
    ),
  }),
} satisfies Record<string, Setting<unknown>>;

/**
 * The values of all settings; `fetchConcurrency: number`, `retryLadder: number[]` in milliseconds, and so on.
 */
export type Settings = {
  readonly [K in keyof typeof settings]: (typeof settings)[K] extends Setting<infer T> ? T : never;
};
