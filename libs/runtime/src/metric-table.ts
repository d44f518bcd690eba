/** A metric as /metrics shows it. docs/metrics.md is made from these. */
export interface DeclaredMetric<T extends 'counter' | 'gauge' | 'histogram', L extends string> {
  readonly type: T;
  readonly name: string;
  readonly labels: readonly L[];
  readonly help: string;
  /** Upper bounds of a histogram. */
  readonly buckets?: readonly number[];
}

const counter = <const L extends string = never>(
  name: string,
  labels: readonly L[],
  help: string,
): DeclaredMetric<'counter', L> => ({ type: 'counter', name, labels, help });
const gauge = <const L extends string = never>(
  name: string,
  labels: readonly L[],
  help: string,
): DeclaredMetric<'gauge', L> => ({ type: 'gauge', name, labels, help });
const histogram = <const L extends string = never>(
  name: string,
  labels: readonly L[],
  help: string,
  buckets: readonly number[],
): DeclaredMetric<'histogram', L> => ({ type: 'histogram', name, labels, help, buckets });

/** Buckets that the OpenTelemetry semantic conventions ask for, seconds. */
const seconds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** Every metric of newsmill itself. */
// biome-ignore format: a table, read by its rows
export const metricTable = {
  articles: counter('newsmill_articles_total', ['stage', 'outcome'], 'Messages by stage and outcome.'),
  reasons: counter('newsmill_reasons_total', ['stage', 'reason'], 'Drops and rejects by stage and reason.'),
  leftOut: counter('newsmill_left_out_total', ['source', 'rule'], 'Entries and articles that a rule of their source file left out.'),
  deadLetters: counter('newsmill_dead_letters_total', ['stage', 'reason'], 'Dead letters by stage and reason.'),
  age: histogram('newsmill_article_age_seconds', [], 'From discovery to searchable.', [1, 2, 5, 10, 30, 60, 300, 900, 3_600, 21_600, 86_400]),
  stageSeconds: histogram('newsmill_stage_duration_seconds', ['stage'], 'Time for one batch of a stage.', seconds),
  lag: gauge('newsmill_consumer_lag_messages', ['group', 'topic'], 'Messages that a consumer group has not acknowledged.'),
  processes: gauge('newsmill_processes', ['service'], 'Processes that run a service, by what they announce.'),
  stuck: gauge('newsmill_work_stuck_seconds', ['group', 'topic'], 'For how long work has not moved, where that is longer than NEWSMILL_STUCK_AFTER.'),
  roomBytes: gauge('newsmill_room_bytes', ['of', 'host'], 'What is taken of the memory of the state, and of the disk of the data folder.'),
  roomLimit: gauge('newsmill_room_limit_bytes', ['of', 'host'], 'What there is of them.'),
  roomDaysLeft: gauge('newsmill_room_days_left', ['of', 'host'], 'Days until they are full at the rate of the last two weeks; absent where they do not grow.'),
  budgetExceeded: counter('newsmill_parse_budget_exceeded_total', [], 'Pages whose cleaning, and articles whose enriching, was ended.'),
  fetchBytes: counter('newsmill_fetch_bytes_total', [], 'Bytes received, as they came over the wire.'),
  requests: counter('newsmill_fetch_requests_total', ['kind', 'status'], 'Requests by kind and status class.'),
  notModified: counter('newsmill_fetch_not_modified_total', ['kind'], 'Answers 304.'),
  guardBlocked: counter('newsmill_guard_blocked_total', [], 'Requests refused because of their address.'),
  sources: gauge('newsmill_sources', ['state'], 'Channels by state.'),
  quarantined: counter('newsmill_articles_quarantined_total', ['source'], 'Articles that are held back, since the layout of their source broke.'),
  sourcesBraked: gauge('newsmill_sources_braked', ['stage'], 'Sources that a stage handles no pages of for a while, because they cost too much.'),
  sourceProblems: gauge('newsmill_source_problems', ['effect'], 'Source files with mistakes, by what became of their sources: out, or kept as they were.'),
  advice: counter('newsmill_llm_answers_total', ['task', 'result'], 'Questions to the language model by task and result (given, cached, or why there is none).'),
  adviceTokens: counter('newsmill_llm_tokens_total', ['task'], 'Tokens that the language model was asked and answered with.'),
  adviceSeconds: histogram('newsmill_llm_duration_seconds', ['task'], 'Time for one question to the language model.', [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60, 120]),
  connections: gauge('newsmill_http_connections', ['state'], 'Open connections to this process: reading a request, serving an answer, idle.'),
  connectionsEnded: counter('newsmill_http_connections_ended_total', ['reason'], 'Connections ended or refused by reason: request-timeout, stalled, too-many-connections, no-room, headers-too-large, bad-request.'),
  threads: gauge('newsmill_threads', ['stage'], 'Threads that a stage of this process may use at a time.'),
  memoryLimit: gauge('newsmill_memory_limit_bytes', [], 'Memory that this process reckons with: the limit of its control group, else half of the machine.'),
  notes: counter('newsmill_notes_total', ['note'], 'Notes by name.'),
};
