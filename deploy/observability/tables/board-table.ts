/** One line (or number) of a panel. `legend`: how it is called, {{label}} standing for a label. */
interface Query {
  readonly expr: string;
  readonly legend?: string;
}

export type PanelKind = 'stat' | 'timeseries' | 'table' | 'bargauge';

/** A panel of a board of Grafana. */
export interface Panel {
  readonly title: string;
  /** What it shows, where the title does not say it. */
  readonly says?: string;
  readonly kind: PanelKind;
  /** Unit as Grafana names it. */
  readonly unit: string;
  readonly queries: readonly Query[];
  /** Values from which it is yellow and red; `less`: up to which. */
  readonly limits?: { readonly warn: number; readonly bad: number; readonly less?: true };
  /** Of 24 columns. */
  readonly width?: number;
  readonly stacked?: true;
}

interface Row {
  readonly title: string;
  readonly panels: readonly Panel[];
}

/** A board, and what its reader chooses from: the values that a label has. */
export interface Board {
  readonly uid: string;
  readonly title: string;
  readonly says: string;
  readonly choice?: { readonly name: 'source' | 'stage'; readonly metric: string };
  readonly rows: readonly Row[];
}

const quantile = (q: number, bucket: string, by = 'le') =>
  `histogram_quantile(${q}, sum by (${by}) (rate(${bucket}[$__rate_interval])))`;
const mill = 'job=~"newsmill.*"';

/** Every board: deploy/observability/grafana/boards is made from these. */
export const boardTable: readonly Board[] = [
  {
    uid: 'newsmill-overview',
    title: 'newsmill overview',
    says: 'Whether news arrive, how fast, and what is in their way.',
    rows: [
      {
        title: 'Now',
        panels: [
          {
            title: 'New articles in an hour',
            kind: 'stat',
            unit: 'short',
            queries: [{ expr: 'sum(increase(newsmill_article_age_seconds_count[1h]))' }],
          },
          {
            title: 'Discovery to search, p95',
            kind: 'stat',
            unit: 's',
            queries: [
              {
                expr: 'histogram_quantile(0.95, sum by (le) (rate(newsmill_article_age_seconds_bucket[1h])))',
              },
            ],
            limits: { warn: 300, bad: 900 },
          },
          {
            title: 'Oldest message',
            kind: 'stat',
            unit: 's',
            queries: [{ expr: 'max(newsmill_queue_age_seconds{topic!~".*[.]retry[.].*"})' }],
            limits: { warn: 300, bad: 900 },
          },
          {
            title: 'Dead letters waiting',
            kind: 'stat',
            unit: 'short',
            queries: [{ expr: 'max(newsmill_dead_letters_waiting)' }],
            limits: { warn: 1, bad: 100 },
          },
          {
            title: 'Items out of balance',
            says: 'Ledger, library, dead letters, frontier and queues disagree on so many.',
            kind: 'stat',
            unit: 'short',
            queries: [{ expr: 'sum(max by (kind) (newsmill_audit_unbalanced_items))' }],
            limits: { warn: 1, bad: 1 },
          },
          {
            title: 'Sources that need somebody',
            kind: 'stat',
            unit: 'short',
            queries: [
              {
                expr: 'sum(max by (state) (newsmill_source_states{state=~"blocked|gone|invalid|failing|drifting|silent"}))',
              },
            ],
            limits: { warn: 1, bad: 10 },
          },
          {
            title: 'Services without a process',
            kind: 'stat',
            unit: 'short',
            queries: [{ expr: 'count(max by (service) (newsmill_processes) == 0) or vector(0)' }],
            limits: { warn: 1, bad: 1 },
          },
          {
            title: 'Days until something is full',
            kind: 'stat',
            unit: 'd',
            queries: [{ expr: 'min(newsmill_room_days_left)' }],
            limits: { warn: 30, bad: 14, less: true },
          },
        ],
      },
      {
        title: 'The way of an article',
        panels: [
          {
            title: 'Messages by stage and outcome',
            kind: 'timeseries',
            unit: 'cps',
            queries: [
              {
                expr: 'sum by (stage, outcome) (rate(newsmill_articles_total[$__rate_interval]))',
                legend: '{{stage}} {{outcome}}',
              },
            ],
          },
          {
            title: 'How long an article takes, p95',
            kind: 'timeseries',
            unit: 's',
            queries: [
              {
                expr: quantile(0.95, 'newsmill_discovery_delay_seconds_bucket'),
                legend: 'published to discovered',
              },
              {
                expr: quantile(0.95, 'newsmill_article_age_seconds_bucket'),
                legend: 'discovered to searchable',
              },
              {
                expr: quantile(0.95, 'newsmill_publication_delay_seconds_bucket'),
                legend: 'published to searchable',
              },
            ],
          },
          {
            title: 'Age of the oldest message',
            kind: 'timeseries',
            unit: 's',
            queries: [
              {
                expr: 'max by (topic) (newsmill_queue_age_seconds{topic!~".*[.]retry[.].*"})',
                legend: '{{topic}}',
              },
            ],
            limits: { warn: 300, bad: 900 },
          },
          {
            title: 'Messages that wait',
            kind: 'timeseries',
            unit: 'short',
            queries: [
              {
                expr: 'max by (group, topic) (newsmill_consumer_lag_messages)',
                legend: '{{group}} {{topic}}',
              },
            ],
          },
          {
            title: 'Work that does not move',
            kind: 'timeseries',
            unit: 's',
            queries: [{ expr: 'max by (topic) (newsmill_work_stuck_seconds)', legend: '{{topic}}' }],
          },
          {
            title: 'Time of one article by stage, p95',
            kind: 'timeseries',
            unit: 's',
            queries: [
              {
                expr: quantile(0.95, 'newsmill_article_duration_seconds_bucket', 'le, stage'),
                legend: '{{stage}}',
              },
            ],
          },
          {
            title: 'Drops and rejects by reason',
            kind: 'timeseries',
            unit: 'cps',
            queries: [
              {
                expr: 'topk(10, sum by (stage, reason) (rate(newsmill_reasons_total[$__rate_interval])))',
                legend: '{{stage}} {{reason}}',
              },
            ],
          },
          {
            title: 'New dead letters by reason',
            kind: 'timeseries',
            unit: 'short',
            queries: [
              {
                expr: 'sum by (stage, reason) (increase(newsmill_dead_letters_total[$__rate_interval]))',
                legend: '{{stage}} {{reason}}',
              },
            ],
          },
        ],
      },
      {
        title: 'Publishers',
        panels: [
          {
            title: 'Requests by kind and status',
            kind: 'timeseries',
            unit: 'reqps',
            queries: [
              {
                expr: 'sum by (kind, status) (rate(newsmill_fetch_requests_total[$__rate_interval]))',
                legend: '{{kind}} {{status}}',
              },
            ],
          },
          {
            title: 'Time of a request, p95',
            kind: 'timeseries',
            unit: 's',
            queries: [
              {
                expr: quantile(0.95, 'newsmill_fetch_duration_seconds_bucket', 'le, kind'),
                legend: '{{kind}}',
              },
            ],
          },
          {
            title: 'Pages and channels that are due',
            kind: 'timeseries',
            unit: 'short',
            queries: [{ expr: 'max(newsmill_frontier_due)', legend: 'due' }],
          },
          {
            title: 'Longest wait although the host is free',
            kind: 'timeseries',
            unit: 's',
            queries: [{ expr: 'max(newsmill_frontier_oldest_due_seconds)', legend: 'oldest' }],
            limits: { warn: 600, bad: 1_800 },
          },
          {
            title: 'Sources by state',
            kind: 'timeseries',
            unit: 'short',
            queries: [{ expr: 'max by (state) (newsmill_source_states)', legend: '{{state}}' }],
            stacked: true,
          },
          {
            title: 'Bytes received',
            kind: 'timeseries',
            unit: 'Bps',
            queries: [
              { expr: 'sum(rate(newsmill_fetch_bytes_total[$__rate_interval]))', legend: 'received' },
            ],
          },
          {
            title: 'Channels that say nothing new (304)',
            kind: 'timeseries',
            unit: 'reqps',
            queries: [
              {
                expr: 'sum by (kind) (rate(newsmill_fetch_not_modified_total[$__rate_interval]))',
                legend: '{{kind}}',
              },
            ],
          },
          {
            title: 'Source files with mistakes',
            kind: 'timeseries',
            unit: 'short',
            queries: [{ expr: 'max by (effect) (newsmill_source_problems)', legend: '{{effect}}' }],
          },
        ],
      },
      {
        title: 'Readers',
        panels: [
          {
            title: 'Requests by status',
            kind: 'timeseries',
            unit: 'reqps',
            queries: [
              {
                expr: 'sum by (status) (rate(newsmill_api_requests_total[$__rate_interval]))',
                legend: '{{status}}',
              },
            ],
          },
          {
            title: 'Slowest operations, p95',
            kind: 'timeseries',
            unit: 's',
            queries: [
              {
                expr: `topk(10, ${quantile(0.95, 'newsmill_api_duration_seconds_bucket', 'le, operation')})`,
                legend: '{{operation}}',
              },
            ],
          },
          {
            title: 'Most asked operations',
            kind: 'timeseries',
            unit: 'reqps',
            queries: [
              {
                expr: 'topk(10, sum by (operation) (rate(newsmill_api_requests_total[$__rate_interval])))',
                legend: '{{operation}}',
              },
            ],
          },
          {
            title: 'Connections',
            kind: 'timeseries',
            unit: 'short',
            queries: [
              { expr: 'sum by (state) (newsmill_http_connections)', legend: '{{state}}' },
              {
                expr: 'sum by (reason) (rate(newsmill_http_connections_ended_total[$__rate_interval]))',
                legend: 'ended: {{reason}}',
              },
            ],
          },
          {
            title: 'Saved searches',
            kind: 'timeseries',
            unit: 'short',
            queries: [
              { expr: 'max by (state) (newsmill_saved_searches)', legend: '{{state}}' },
              {
                expr: 'sum(rate(newsmill_saved_search_matches_total[$__rate_interval]))',
                legend: 'matches a second',
              },
            ],
          },
          {
            title: 'Alerts by what became of them',
            kind: 'timeseries',
            unit: 'short',
            queries: [
              {
                expr: 'sum by (kind, outcome) (increase(newsmill_alert_deliveries_total[$__rate_interval]))',
                legend: '{{kind}} {{outcome}}',
              },
            ],
          },
        ],
      },
      {
        title: 'Room and processes',
        panels: [
          {
            title: 'Taken of what there is',
            kind: 'timeseries',
            unit: 'percentunit',
            queries: [
              {
                expr: 'max by (of, host) (newsmill_room_bytes / newsmill_room_limit_bytes)',
                legend: '{{of}} {{host}}',
              },
            ],
            limits: { warn: 0.8, bad: 0.9 },
          },
          {
            title: 'Days left',
            kind: 'timeseries',
            unit: 'd',
            queries: [{ expr: 'min by (of, host) (newsmill_room_days_left)', legend: '{{of}} {{host}}' }],
          },
          {
            title: 'Stored bytes',
            kind: 'timeseries',
            unit: 'bytes',
            queries: [{ expr: 'max by (of) (newsmill_stored_bytes)', legend: '{{of}}' }],
          },
          {
            title: 'Stored items',
            kind: 'timeseries',
            unit: 'short',
            queries: [{ expr: 'max by (of) (newsmill_stored_items)', legend: '{{of}}' }],
          },
          {
            title: 'Memory of its limit',
            kind: 'timeseries',
            unit: 'percentunit',
            queries: [
              {
                expr: `process_resident_memory_bytes{${mill}} / on (job, instance) newsmill_memory_limit_bytes`,
                legend: '{{instance}}',
              },
            ],
            limits: { warn: 0.8, bad: 0.9 },
          },
          {
            title: 'CPU',
            kind: 'timeseries',
            unit: 'percentunit',
            queries: [
              { expr: `rate(process_cpu_seconds_total{${mill}}[$__rate_interval])`, legend: '{{instance}}' },
            ],
          },
          {
            title: 'Event loop held, p99',
            kind: 'timeseries',
            unit: 's',
            queries: [{ expr: `nodejs_eventloop_lag_p99_seconds{${mill}}`, legend: '{{instance}}' }],
          },
          {
            title: 'Processes of each service',
            kind: 'timeseries',
            unit: 'short',
            queries: [{ expr: 'max by (service) (newsmill_processes)', legend: '{{service}}' }],
          },
          {
            title: 'What runs',
            kind: 'table',
            unit: 'short',
            queries: [{ expr: 'max by (instance, version, node, form) (newsmill_build_info)' }],
          },
          {
            title: 'Uptime',
            kind: 'table',
            unit: 's',
            queries: [{ expr: `max by (instance) (time() - process_start_time_seconds{${mill}})` }],
          },
          {
            title: 'Certificates end in',
            kind: 'table',
            unit: 's',
            queries: [{ expr: 'min by (server) (newsmill_certificate_expiry_timestamp_seconds) - time()' }],
          },
          {
            title: 'Time since the last audit',
            kind: 'stat',
            unit: 's',
            queries: [{ expr: 'time() - max(newsmill_audit_timestamp_seconds)' }],
            limits: { warn: 43_200, bad: 86_400 },
            width: 6,
          },
        ],
      },
    ],
  },
  {
    uid: 'newsmill-source',
    title: 'newsmill source',
    says: 'One source: what comes from it, and which sources have most or need somebody.',
    choice: { name: 'source', metric: 'newsmill_source_articles' },
    rows: [
      {
        title: '$source',
        panels: [
          {
            title: 'Articles of seven days',
            kind: 'stat',
            unit: 'short',
            queries: [{ expr: 'max(newsmill_source_articles{source="$source"})' }],
          },
          {
            title: 'Since its last success',
            kind: 'stat',
            unit: 's',
            queries: [
              { expr: 'time() - max(newsmill_source_last_success_timestamp_seconds{source="$source"})' },
            ],
            limits: { warn: 7_200, bad: 86_400 },
          },
          {
            title: 'What is the matter',
            says: 'Empty where it delivers.',
            kind: 'table',
            unit: 'short',
            queries: [{ expr: 'max by (state) (newsmill_source_trouble{source="$source"})' }],
          },
          {
            title: 'Held back, since its layout broke',
            kind: 'stat',
            unit: 'short',
            queries: [
              {
                expr: 'sum(increase(newsmill_articles_quarantined_total{source="$source"}[1d])) or vector(0)',
              },
            ],
            limits: { warn: 1, bad: 10 },
          },
          {
            title: 'Articles of seven days, over time',
            kind: 'timeseries',
            unit: 'short',
            queries: [{ expr: 'max(newsmill_source_articles{source="$source"})', legend: 'articles' }],
          },
          {
            title: 'Left out by a rule of its file',
            kind: 'timeseries',
            unit: 'short',
            queries: [
              {
                expr: 'sum by (rule) (increase(newsmill_left_out_total{source="$source"}[1h]))',
                legend: '{{rule}}',
              },
            ],
          },
        ],
      },
      {
        title: 'All sources',
        panels: [
          {
            title: 'Most articles in seven days',
            kind: 'bargauge',
            unit: 'short',
            queries: [{ expr: 'topk(25, max by (source) (newsmill_source_articles))', legend: '{{source}}' }],
          },
          {
            title: 'Longest without a success',
            kind: 'bargauge',
            unit: 's',
            queries: [
              {
                expr: 'topk(25, time() - max by (source) (newsmill_source_last_success_timestamp_seconds))',
                legend: '{{source}}',
              },
            ],
          },
          {
            title: 'Sources that need somebody',
            kind: 'table',
            unit: 'short',
            queries: [{ expr: 'max by (source, state) (newsmill_source_trouble)' }],
          },
          {
            title: 'Sources that a stage brakes',
            kind: 'timeseries',
            unit: 'short',
            queries: [{ expr: 'max by (stage) (newsmill_sources_braked)', legend: '{{stage}}' }],
          },
          {
            title: 'Sources that wait for the next day',
            kind: 'timeseries',
            unit: 'short',
            queries: [{ expr: 'max(newsmill_sources_over_quota)', legend: 'over a quota' }],
          },
        ],
      },
    ],
  },
  {
    uid: 'newsmill-stage',
    title: 'newsmill stage',
    says: 'One stage: how much it takes, how long that takes, and what it refuses.',
    choice: { name: 'stage', metric: 'newsmill_articles_total' },
    rows: [
      {
        title: '$stage',
        panels: [
          {
            title: 'Messages by outcome',
            kind: 'timeseries',
            unit: 'cps',
            queries: [
              {
                expr: 'sum by (outcome) (rate(newsmill_articles_total{stage="$stage"}[$__rate_interval]))',
                legend: '{{outcome}}',
              },
            ],
            stacked: true,
          },
          {
            title: 'Share that fails',
            kind: 'timeseries',
            unit: 'percentunit',
            queries: [
              {
                expr: 'sum(rate(newsmill_articles_total{stage="$stage",outcome=~"reject|throw"}[$__rate_interval])) / sum(rate(newsmill_articles_total{stage="$stage"}[$__rate_interval]))',
                legend: 'fails',
              },
            ],
            limits: { warn: 0.05, bad: 0.1 },
          },
          {
            title: 'Drops and rejects by reason',
            kind: 'timeseries',
            unit: 'cps',
            queries: [
              {
                expr: 'sum by (reason) (rate(newsmill_reasons_total{stage="$stage"}[$__rate_interval]))',
                legend: '{{reason}}',
              },
            ],
          },
          {
            title: 'Time of one article',
            kind: 'timeseries',
            unit: 's',
            queries: [0.5, 0.95, 0.99].map((q) => ({
              expr: quantile(q, 'newsmill_article_duration_seconds_bucket{stage="$stage"}'),
              legend: `p${q * 100}`,
            })),
          },
          {
            title: 'Time of one batch, p95',
            kind: 'timeseries',
            unit: 's',
            queries: [
              {
                expr: quantile(0.95, 'newsmill_stage_duration_seconds_bucket{stage="$stage"}'),
                legend: 'p95',
              },
            ],
          },
          {
            title: 'Age of its oldest message',
            kind: 'timeseries',
            unit: 's',
            queries: [
              {
                expr: 'max by (topic) (newsmill_queue_age_seconds{group="newsmill-$stage"})',
                legend: '{{topic}}',
              },
            ],
            limits: { warn: 300, bad: 900 },
          },
          {
            title: 'Messages that wait for it',
            kind: 'timeseries',
            unit: 'short',
            queries: [
              {
                expr: 'max by (topic) (newsmill_consumer_lag_messages{group="newsmill-$stage"})',
                legend: '{{topic}}',
              },
            ],
          },
          {
            title: 'Its dead letters by reason',
            kind: 'timeseries',
            unit: 'short',
            queries: [
              {
                expr: 'sum by (reason) (increase(newsmill_dead_letters_total{stage="$stage"}[1h]))',
                legend: '{{reason}}',
              },
            ],
          },
          {
            title: 'Threads',
            kind: 'timeseries',
            unit: 'short',
            queries: [
              { expr: 'sum by (instance) (newsmill_threads{stage="$stage"})', legend: '{{instance}}' },
            ],
          },
          {
            title: 'Sources that it brakes',
            kind: 'timeseries',
            unit: 'short',
            queries: [{ expr: 'max(newsmill_sources_braked{stage="$stage"})', legend: 'braked' }],
          },
          {
            title: 'Ended for taking too long',
            says: 'Of clean and enrich together.',
            kind: 'timeseries',
            unit: 'short',
            queries: [{ expr: 'sum(increase(newsmill_parse_budget_exceeded_total[1h]))', legend: 'ended' }],
          },
          {
            title: 'Language model',
            kind: 'timeseries',
            unit: 'short',
            queries: [
              {
                expr: 'sum by (task, result) (rate(newsmill_llm_answers_total[$__rate_interval]))',
                legend: '{{task}} {{result}}',
              },
              {
                expr: 'sum by (task) (rate(newsmill_llm_tokens_total[$__rate_interval]))',
                legend: 'tokens: {{task}}',
              },
            ],
          },
        ],
      },
    ],
  },
];
