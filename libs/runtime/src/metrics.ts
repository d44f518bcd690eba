import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Buckets that the OpenTelemetry semantic conventions ask for, seconds. */
const seconds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** Everything that /metrics shows. One instance for each process. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    articles: new Counter({
      name: 'newsmill_articles_total',
      help: 'Messages by stage and outcome.',
      labelNames: ['stage', 'outcome'],
      registers,
    }),
    reasons: new Counter({
      name: 'newsmill_reasons_total',
      help: 'Drops and rejects by stage and reason.',
      labelNames: ['stage', 'reason'],
      registers,
    }),
    age: new Histogram({
      name: 'newsmill_article_age_seconds',
      help: 'From discovery to searchable.',
      buckets: [1, 2, 5, 10, 30, 60, 300, 900, 3_600, 21_600, 86_400],
      registers,
    }),
    stageSeconds: new Histogram({
      name: 'newsmill_stage_duration_seconds',
      help: 'Time for one batch of a stage.',
      labelNames: ['stage'],
      buckets: seconds,
      registers,
    }),
    fetchBytes: new Counter({
      name: 'newsmill_fetch_bytes_total',
      help: 'Bytes received, as they came over the wire.',
      registers,
    }),
    requests: new Counter({
      name: 'newsmill_fetch_requests_total',
      help: 'Requests by kind and status class.',
      labelNames: ['kind', 'status'],
      registers,
    }),
    notModified: new Counter({
      name: 'newsmill_fetch_not_modified_total',
      help: 'Answers 304.',
      labelNames: ['kind'],
      registers,
    }),
    guardBlocked: new Counter({
      name: 'newsmill_guard_blocked_total',
      help: 'Requests refused because of their address.',
      registers,
    }),
    deadLetters: new Counter({
      name: 'newsmill_dead_letters_total',
      help: 'Dead letters by stage and reason.',
      labelNames: ['stage', 'reason'],
      registers,
    }),
    budgetExceeded: new Counter({
      name: 'newsmill_parse_budget_exceeded_total',
      help: 'Pages whose cleaning, and articles whose enriching, was ended.',
      registers,
    }),
    advice: new Counter({
      name: 'newsmill_llm_answers_total',
      help: 'Questions to the language model by task and result (given, cached, or why there is none).',
      labelNames: ['task', 'result'],
      registers,
    }),
    adviceTokens: new Counter({
      name: 'newsmill_llm_tokens_total',
      help: 'Tokens that the language model was asked and answered with.',
      labelNames: ['task'],
      registers,
    }),
    adviceSeconds: new Histogram({
      name: 'newsmill_llm_duration_seconds',
      help: 'Time for one question to the language model.',
      labelNames: ['task'],
      buckets: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60, 120],
      registers,
    }),
    lag: new Gauge({
      name: 'newsmill_consumer_lag_messages',
      help: 'Messages that a consumer group has not acknowledged.',
      labelNames: ['group', 'topic'],
      registers,
    }),
    sources: new Gauge({
      name: 'newsmill_sources',
      help: 'Channels by state.',
      labelNames: ['state'],
      registers,
    }),
    notes: new Counter({
      name: 'newsmill_notes_total',
      help: 'Notes by name.',
      labelNames: ['note'],
      registers,
    }),
  };
}
export type Metrics = ReturnType<typeof createMetrics>;
