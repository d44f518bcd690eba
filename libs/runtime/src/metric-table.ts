/** What the labels of all metrics are called, and what each says: one word for one thing, in every metric. */
export const metricLabels = {
  stage: 'stage of the pipeline: `fetch`, `clean`, `enrich`, `index`; of dead letters also `alert`',
  outcome:
    'what became of it: of messages `accept`, `drop`, `reject`, `throw` and others; of deliveries `sent`, `later`, `dead`, `gone`',
  reason: 'why, a name of [reasons.md](reasons.md); of ended connections the limit that was met',
  source: 'id of a source, the name of its file',
  kind: 'what is asked for (`page`, `channel`, `robots`), by what an alert goes out (`webhook`, `mail`, `matrix`), or how ledger and library disagree',
  status: 'class of a status of HTTP (`2xx`), or the name of a failure',
  state: 'of a source, a channel, a saved search or a connection',
  operation: 'method and pattern of a route, such as `GET /api/v1/articles/:id`; never an address',
  group: 'consumer group of the queue',
  topic: 'topic of the queue',
  service: 'service, as `--role` names it',
  server:
    'server that the mill uses: `kafka`, `redis`, `elasticsearch`, `s3`, or `public` for NEWSMILL_PUBLIC_URL',
  of: 'what is measured: `state`, `library`, `registry`, `archive`, `data` (the disk of the data folder), `ledger`',
  host: 'machine, by the name that it has for itself',
  effect: 'what became of the sources of a file: `out`, `kept`',
  rule: 'rule of a source file',
  task: 'task of the language model',
  result: 'what the language model was good for',
  note: 'name of a [note](notes.md)',
  version: 'version of newsmill',
  node: 'version of Node',
  form: '`embedded` (the queue is in the data folder) or `distributed` (over Kafka)',
} as const;

export type MetricLabel = keyof typeof metricLabels;

/** A metric as /metrics shows it. docs/metrics.md is made from these. */
export interface DeclaredMetric<T extends 'counter' | 'gauge' | 'histogram', L extends MetricLabel> {
  readonly type: T;
  readonly name: string;
  readonly labels: readonly L[];
  readonly help: string;
  /** Upper bounds of a histogram. */
  readonly buckets?: readonly number[];
}

const counter = <const L extends MetricLabel = never>(
  name: string,
  labels: readonly L[],
  help: string,
): DeclaredMetric<'counter', L> => ({ type: 'counter', name, labels, help });
const gauge = <const L extends MetricLabel = never>(
  name: string,
  labels: readonly L[],
  help: string,
): DeclaredMetric<'gauge', L> => ({ type: 'gauge', name, labels, help });
const histogram = <const L extends MetricLabel = never>(
  name: string,
  labels: readonly L[],
  help: string,
  buckets: readonly number[],
): DeclaredMetric<'histogram', L> => ({ type: 'histogram', name, labels, help, buckets });

/** Buckets that the OpenTelemetry semantic conventions ask for, seconds. */
const seconds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** For what takes from a millisecond to ten seconds. */
const articleSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** For requests over the internet, which have time limits of up to a minute. */
const requestSeconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
/** For news on their way: from ten seconds to a week. */
const newsSeconds = [10, 30, 60, 120, 300, 600, 1_800, 3_600, 21_600, 86_400, 604_800];

/** Every metric of newsmill itself. Names stay: boards and rules of operators name them. */
export const metricTable = {
  articles: counter('newsmill_articles_total', ['stage', 'outcome'], 'Messages by stage and outcome.'),
  reasons: counter('newsmill_reasons_total', ['stage', 'reason'], 'Drops and rejects by stage and reason.'),
  leftOut: counter(
    'newsmill_left_out_total',
    ['source', 'rule'],
    'Entries and articles that a rule of their source file left out.',
  ),
  deadLetters: counter(
    'newsmill_dead_letters_total',
    ['stage', 'reason'],
    'Dead letters by stage and reason.',
  ),
  age: histogram(
    'newsmill_article_age_seconds',
    [],
    'From discovery to searchable, of articles of the first visit.',
    [1, 2, 5, 10, 30, 60, 300, 900, 3_600, 21_600, 86_400],
  ),
  discoveryDelay: histogram(
    'newsmill_discovery_delay_seconds',
    [],
    'From the date that the publisher gives, to the minute or finer, to discovery. Articles of the first visit that are no older than a week.',
    newsSeconds,
  ),
  publicationDelay: histogram(
    'newsmill_publication_delay_seconds',
    [],
    'From that date to searchable, of the same articles.',
    newsSeconds,
  ),
  stageSeconds: histogram(
    'newsmill_stage_duration_seconds',
    ['stage'],
    'Time for one batch of a stage.',
    seconds,
  ),
  articleSeconds: histogram(
    'newsmill_article_duration_seconds',
    ['stage'],
    'Time that one article took in a stage, without waiting for its turn; of index its share of the batch.',
    articleSeconds,
  ),
  lag: gauge(
    'newsmill_consumer_lag_messages',
    ['group', 'topic'],
    'Messages that a consumer group has not acknowledged.',
  ),
  queueAge: gauge(
    'newsmill_queue_age_seconds',
    ['group', 'topic'],
    'Age of the oldest message that a consumer group has not acknowledged; 0 where none waits.',
  ),
  frontierDue: gauge(
    'newsmill_frontier_due',
    [],
    'Pages and channels that are due, those that are being fetched among them.',
  ),
  frontierOldest: gauge(
    'newsmill_frontier_oldest_due_seconds',
    [],
    'For how long something has been due whose host may be asked: what waits longest. 0 where nothing waits.',
  ),
  archiveDamaged: gauge(
    'newsmill_archive_damaged_records',
    [],
    'Records of the archive that are not what was written, as the last look at their files found (`newsmill verify`).',
  ),
  deadWaiting: gauge('newsmill_dead_letters_waiting', [], 'Dead letters that nobody has replayed.'),
  unbalanced: gauge(
    'newsmill_audit_unbalanced_items',
    ['kind'],
    'Items on which ledger, library, dead letters, frontier and queues disagree, as the last comparison found; stranded ones among them.',
  ),
  auditedAt: gauge('newsmill_audit_timestamp_seconds', [], 'When all items were compared last.'),
  processes: gauge('newsmill_processes', ['service'], 'Processes that run a service, by what they announce.'),
  stuck: gauge(
    'newsmill_work_stuck_seconds',
    ['group', 'topic'],
    'For how long work has not moved, where that is longer than NEWSMILL_STUCK_AFTER.',
  ),
  roomBytes: gauge(
    'newsmill_room_bytes',
    ['of', 'host'],
    'What is taken of the memory of the state, and of the disk of the data folder.',
  ),
  roomLimit: gauge('newsmill_room_limit_bytes', ['of', 'host'], 'What there is of them.'),
  roomDaysLeft: gauge(
    'newsmill_room_days_left',
    ['of', 'host'],
    'Days until they are full at the rate of the last two weeks; absent where they do not grow.',
  ),
  storedBytes: gauge(
    'newsmill_stored_bytes',
    ['of'],
    'Size of what is stored. In the data folder queue and ledger are in the file of the state; what Kafka and Elasticsearch take, their own monitoring says.',
  ),
  storedItems: gauge(
    'newsmill_stored_items',
    ['of'],
    'Items that the ledger knows, articles in the library.',
  ),
  budgetExceeded: counter(
    'newsmill_parse_budget_exceeded_total',
    [],
    'Pages whose cleaning, and articles whose enriching, was ended.',
  ),
  fetchBytes: counter('newsmill_fetch_bytes_total', [], 'Bytes received, as they came over the wire.'),
  requests: counter(
    'newsmill_fetch_requests_total',
    ['kind', 'status'],
    'Requests by kind and status class.',
  ),
  requestSeconds: histogram(
    'newsmill_fetch_duration_seconds',
    ['kind', 'status'],
    'Time of one request, by kind and status class.',
    requestSeconds,
  ),
  notModified: counter('newsmill_fetch_not_modified_total', ['kind'], 'Answers 304.'),
  guardBlocked: counter('newsmill_guard_blocked_total', [], 'Requests refused because of their address.'),
  sources: gauge('newsmill_sources', ['state'], 'Channels by state.'),
  sourceStates: gauge(
    'newsmill_source_states',
    ['state'],
    'Sources by the state that the page Sources shows.',
  ),
  sourceTrouble: gauge(
    'newsmill_source_trouble',
    ['source', 'state'],
    '1 for each source that needs somebody, with its state; no series for the others.',
  ),
  sourceSuccess: gauge(
    'newsmill_source_last_success_timestamp_seconds',
    ['source'],
    'When a channel of the source was read with success last; absent where none ever was. As many sources as NEWSMILL_METRICS_SOURCES says.',
  ),
  sourceArticles: gauge(
    'newsmill_source_articles',
    ['source'],
    'Articles of the source among the items that were first seen in the last seven days. As many sources as NEWSMILL_METRICS_SOURCES says.',
  ),
  quarantined: counter(
    'newsmill_articles_quarantined_total',
    ['source'],
    'Articles that are held back, since the layout of their source broke.',
  ),
  sourcesBraked: gauge(
    'newsmill_sources_braked',
    ['stage'],
    'Sources that a stage handles no pages of for a while, because they cost too much.',
  ),
  sourcesOverQuota: gauge(
    'newsmill_sources_over_quota',
    [],
    'Sources whose pages wait for the next day, because they have used what they may use on one.',
  ),
  sourceProblems: gauge(
    'newsmill_source_problems',
    ['effect'],
    'Source files with mistakes, by what became of their sources: out, or kept as they were.',
  ),
  advice: counter(
    'newsmill_llm_answers_total',
    ['task', 'result'],
    'Questions to the language model by task and result (given, cached, or why there is none).',
  ),
  adviceTokens: counter(
    'newsmill_llm_tokens_total',
    ['task'],
    'Tokens that the language model was asked and answered with.',
  ),
  adviceSeconds: histogram(
    'newsmill_llm_duration_seconds',
    ['task'],
    'Time for one question to the language model.',
    [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60, 120],
  ),
  savedSearches: gauge(
    'newsmill_saved_searches',
    ['state'],
    'Saved searches whose alerts go out (active) or not (stopped); shown by the process that sends alerts.',
  ),
  searchMatches: counter('newsmill_saved_search_matches_total', [], 'Articles that saved searches found.'),
  deliveries: counter(
    'newsmill_alert_deliveries_total',
    ['kind', 'outcome'],
    'Tries to send alerts, by what became of the delivery.',
  ),
  apiRequests: counter(
    'newsmill_api_requests_total',
    ['operation', 'status'],
    'Requests to API and console.',
  ),
  apiSeconds: histogram(
    'newsmill_api_duration_seconds',
    ['operation'],
    'From a request to the beginning of its answer; without event streams.',
    seconds,
  ),
  connections: gauge(
    'newsmill_http_connections',
    ['state'],
    'Open connections to this process: reading a request, serving an answer, idle.',
  ),
  connectionsEnded: counter(
    'newsmill_http_connections_ended_total',
    ['reason'],
    'Connections ended or refused by reason: request-timeout, stalled, too-many-connections, no-room, headers-too-large, bad-request.',
  ),
  spans: counter(
    'newsmill_spans_total',
    ['outcome'],
    'Spans of traces by what became of them: sent; failed, where the receiver did not take them; dropped, where too many waited.',
  ),
  threads: gauge('newsmill_threads', ['stage'], 'Threads that a stage of this process may use at a time.'),
  memoryLimit: gauge(
    'newsmill_memory_limit_bytes',
    [],
    'Memory that this process reckons with: the limit of its control group, else half of the machine.',
  ),
  certificateExpiry: gauge(
    'newsmill_certificate_expiry_timestamp_seconds',
    ['server'],
    'When the certificate that a server shows ends to be valid; of several servers of a kind the first that does. Only servers that are asked over TLS.',
  ),
  clock: gauge(
    'newsmill_time_seconds',
    [],
    'The clock of this process when it is asked, to compare with that of the scraper.',
  ),
  buildInfo: gauge(
    'newsmill_build_info',
    ['version', 'node', 'form'],
    'Always 1; what runs is in the labels.',
  ),
  notes: counter('newsmill_notes_total', ['note'], 'Notes by name.'),
};
