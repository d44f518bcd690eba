/**
 * A series that a test feeds to a rule: its name with labels, and its values a minute each, as promtool writes them.
 */
type Series = Readonly<Record<string, string>>;

/** What a rule must say of some series after a while. */
interface Case {
  readonly series: Series;
  /** When it is asked, after the first value. */
  readonly at: string;
}

/** A rule of Prometheus with its runbook and its tests. */
export interface Alert {
  /** Unique; without the prefix Newsmill. */
  readonly name: string;
  readonly expr: string;
  readonly for: string;
  /** critical: news or answers are lost or stand still now; warning: they will, or some do. */
  readonly severity: 'critical' | 'warning';
  /** One line; {{ $labels.NAME }} stands for a label. */
  readonly summary: string;
  /** What it means for readers and operators. */
  readonly means: string;
  /** Commands that show the cause. */
  readonly look: readonly string[];
  /** What to do, one step a line. */
  readonly steps: readonly string[];
  readonly fires: Case & { readonly labels: Readonly<Record<string, string>> };
  readonly quiet: Case;
}

/** Topics of work, without those in which messages wait for their next try. */
const work = 'topic!~".*[.]retry[.].*"';
const mill = 'job=~"newsmill.*"';
const scraped = 'job="newsmill",instance="mill:8080"';

/** Every rule: deploy/observability/rules.yml, its tests and docs/runbooks.md are made from these. */
export const alertTable: readonly Alert[] = [
  {
    name: 'Down',
    expr: `up{${mill}} == 0`,
    for: '2m',
    severity: 'critical',
    summary: '{{ $labels.instance }} does not answer Prometheus.',
    means:
      'A process of the mill is down, its port cannot be reached, or Prometheus may not read its metrics (a wrong token gives 401).',
    look: ['docker compose --profile full ps', './newsmill processes'],
    steps: [
      'Open `/targets` of Prometheus: the error beside the target says whether it is refused, times out or answers 401.',
      'With 401 compare NEWSMILL_METRICS_TOKEN of the mill and of Prometheus.',
      'Where the process is down, its last lines say why: `docker compose --profile full logs --tail 50 SERVICE`. [Exit codes](troubleshoot.md) name the cause; start it again with `docker compose --profile full up -d`.',
    ],
    fires: {
      series: { [`up{${scraped}}`]: '1 0x10' },
      at: '5m',
      labels: { job: 'newsmill', instance: 'mill:8080' },
    },
    quiet: { series: { [`up{${scraped}}`]: '1 0 1x10' }, at: '5m' },
  },
  {
    name: 'Absent',
    expr: 'absent(newsmill_build_info)',
    for: '5m',
    severity: 'critical',
    summary: 'Prometheus has metrics of no process of newsmill.',
    means: 'No process is found or answers: the whole mill is down, or Prometheus looks in the wrong place.',
    look: ['docker compose --profile full ps', 'curl -s http://127.0.0.1:8080/readyz?verbose'],
    steps: [
      'Where the mill answers, correct the targets of Prometheus (`deploy/observability/prometheus.yml`).',
      'Where it does not, start it: `docker compose --profile full up -d`, or `./newsmill run`.',
    ],
    fires: { series: { up: '1x20' }, at: '10m', labels: {} },
    quiet: { series: { 'newsmill_build_info{version="0.1.0"}': '1x20' }, at: '10m' },
  },
  {
    name: 'ServiceMissing',
    expr: 'max by (service) (newsmill_processes) == 0',
    for: '2m',
    severity: 'critical',
    summary: 'No process runs {{ $labels.service }}.',
    means:
      'The other services go on, but nothing passes this one: its queue grows, and no page is lost. Without api nobody searches.',
    look: ['./newsmill processes', 'docker compose --profile full ps'],
    steps: [
      'Read why it ended: `docker compose --profile full logs --tail 50 SERVICE`.',
      'Start it: `docker compose --profile full up -d SERVICE`. It takes up its queue by itself.',
    ],
    fires: {
      series: { 'newsmill_processes{service="clean"}': '1 0x10' },
      at: '5m',
      labels: { service: 'clean' },
    },
    quiet: {
      series: {
        'newsmill_processes{service="clean",instance="a"}': '0x10',
        'newsmill_processes{service="clean",instance="b"}': '1x10',
      },
      at: '5m',
    },
  },
  {
    name: 'Restarting',
    expr: `changes(process_start_time_seconds{${mill}}[30m]) > 3`,
    for: '0m',
    severity: 'warning',
    summary: '{{ $labels.instance }} has restarted more than three times in half an hour.',
    means: 'A process dies again and again: most often memory, a damaged file, or a server that refuses it.',
    look: ['docker compose --profile full logs --tail 100 SERVICE', './newsmill processes'],
    steps: [
      'An exit code of 137 is the kernel that ended it for its memory: raise `mem_limit`, see [cores and memory](run-in-production.md#cores-and-memory).',
      'Other codes are in [troubleshoot.md](troubleshoot.md), with what to do.',
    ],
    fires: {
      series: { [`process_start_time_seconds{${scraped}}`]: '1 2 3 4 5 6 6x10' },
      at: '10m',
      labels: { job: 'newsmill', instance: 'mill:8080' },
    },
    quiet: { series: { [`process_start_time_seconds{${scraped}}`]: '1 2 3 3x20' }, at: '10m' },
  },
  {
    name: 'MixedVersions',
    expr: 'count(count by (version) (newsmill_build_info)) > 1',
    for: '1h',
    severity: 'warning',
    summary: 'Processes of different versions of newsmill run together.',
    means: 'An upgrade has stopped half way. Versions that follow each other work together, others need not.',
    look: ['./newsmill processes'],
    steps: [
      'Finish [the upgrade](upgrade.md), or take it back: `docker compose --profile full up -d` with one NEWSMILL_IMAGE.',
    ],
    fires: {
      series: {
        'newsmill_build_info{version="0.1.0",instance="a"}': '1x90',
        'newsmill_build_info{version="0.2.0",instance="b"}': '1x90',
      },
      at: '70m',
      labels: {},
    },
    quiet: {
      series: {
        'newsmill_build_info{version="0.1.0",instance="a"}': '1x90',
        'newsmill_build_info{version="0.1.0",instance="b"}': '1x90',
      },
      at: '70m',
    },
  },
  {
    name: 'WorkStuck',
    expr: 'max by (group, topic) (newsmill_work_stuck_seconds) > 0',
    for: '1m',
    severity: 'critical',
    summary: 'Nothing moves in {{ $labels.topic }} for {{ $labels.group }}.',
    means:
      'The oldest message has waited for longer than NEWSMILL_STUCK_AFTER and the queue does not shrink. What waits is safe; news do not arrive.',
    look: ['./newsmill processes', 'curl -s http://127.0.0.1:8080/readyz?verbose'],
    steps: [
      'Where no process runs the service of that group, start it (see ServiceMissing).',
      'Where one runs, `/readyz?verbose` of it says what is in its way: a server that is away, a full disk, memory.',
      'Restart it when it says nothing: `docker compose --profile full restart SERVICE`. Nothing is lost by that.',
    ],
    fires: {
      series: {
        'newsmill_work_stuck_seconds{group="newsmill-clean",topic="newsmill.page.fetched"}': '_ 400x10',
      },
      at: '5m',
      labels: { group: 'newsmill-clean', topic: 'newsmill.page.fetched' },
    },
    quiet: { series: { up: '1x10' }, at: '5m' },
  },
  {
    name: 'QueueOld',
    expr: `max by (group, topic) (newsmill_queue_age_seconds{${work}}) > 900`,
    for: '10m',
    severity: 'warning',
    summary: 'The oldest message of {{ $labels.topic }} has waited for more than a quarter of an hour.',
    means:
      'The stage behind that topic takes less than comes. Articles arrive late, in order, and none is lost.',
    look: ['./newsmill processes', './newsmill audit'],
    steps: [
      'After a stop or a `reprocess` it works off what has gathered: the board newsmill stage shows whether the age falls.',
      'Where it does not, give the stage more copies (`docker compose --profile full up -d --scale clean=3`) or more memory, which means more threads ([scale.md](scale.md)).',
      'Where one source sends very much, brake it: `limits` in its file ([add-sources.md](add-sources.md)).',
    ],
    fires: {
      series: {
        'newsmill_queue_age_seconds{group="newsmill-clean",topic="newsmill.page.fetched"}': '0+120x30',
      },
      at: '25m',
      labels: { group: 'newsmill-clean', topic: 'newsmill.page.fetched' },
    },
    quiet: {
      series: {
        'newsmill_queue_age_seconds{group="newsmill-clean",topic="newsmill.clean.retry.3"}': '5000x30',
        'newsmill_queue_age_seconds{group="newsmill-clean",topic="newsmill.page.fetched"}': '30x30',
      },
      at: '25m',
    },
  },
  {
    name: 'Lag',
    expr: `sum by (group) (max by (group, topic) (newsmill_consumer_lag_messages{${work}})) > 10000`,
    for: '30m',
    severity: 'warning',
    summary: 'More than 10,000 messages wait for {{ $labels.group }}.',
    means:
      'The stage is far behind. Kafka keeps messages for the time of its retention; pages that expire there are fetched again.',
    look: ['./newsmill processes'],
    steps: [
      'See QueueOld: more copies, more memory, or a source that sends too much.',
      'A `reprocess` or an archive of old pages may do this on purpose: then wait.',
    ],
    fires: {
      series: {
        'newsmill_consumer_lag_messages{group="newsmill-index",topic="newsmill.article.enriched",instance="a"}':
          '20000x60',
        'newsmill_consumer_lag_messages{group="newsmill-index",topic="newsmill.article.enriched",instance="b"}':
          '20000x60',
      },
      at: '40m',
      labels: { group: 'newsmill-index' },
    },
    quiet: {
      series: {
        'newsmill_consumer_lag_messages{group="newsmill-index",topic="newsmill.article.enriched",instance="a"}':
          '6000x60',
        'newsmill_consumer_lag_messages{group="newsmill-index",topic="newsmill.article.enriched",instance="b"}':
          '6000x60',
      },
      at: '40m',
    },
  },
  {
    name: 'FrontierBehind',
    expr: 'max(newsmill_frontier_oldest_due_seconds) > 1800',
    for: '15m',
    severity: 'warning',
    summary: 'Pages wait for more than half an hour for their fetch although their hosts are free.',
    means:
      'The fetch service takes less than is due, or waits for the stages behind it (NEWSMILL_MAX_QUEUED_PAGES), or has no network.',
    look: ['curl -s http://127.0.0.1:8080/readyz?verbose', './newsmill sources list'],
    steps: [
      'Look first whether a stage behind is late (QueueOld): the fetch service waits for it on purpose.',
      'Without such, raise NEWSMILL_FETCH_CONCURRENCY, or run one more fetch service ([scale.md](scale.md)).',
    ],
    fires: { series: { newsmill_frontier_oldest_due_seconds: '3600x40' }, at: '20m', labels: {} },
    quiet: { series: { newsmill_frontier_oldest_due_seconds: '3600x10 0x40' }, at: '20m' },
  },
  {
    name: 'SlowToSearch',
    expr: 'histogram_quantile(0.95, sum by (le) (rate(newsmill_article_age_seconds_bucket[30m]))) > 900',
    for: '15m',
    severity: 'warning',
    summary: 'One article in twenty takes longer than a quarter of an hour from discovery to search.',
    means:
      'News are found and can be searched late. Waiting in a queue, for a host that asks for pauses, or for retries does this.',
    look: ['./newsmill processes', './newsmill trace URL'],
    steps: [
      'The board newsmill overview shows where the time goes: ages of queues, time of each stage, frontier.',
      '`trace` of a late article says when it passed which stage.',
      'Then see QueueOld or FrontierBehind.',
    ],
    fires: {
      series: {
        'newsmill_article_age_seconds_bucket{le="300"}': '0x60',
        'newsmill_article_age_seconds_bucket{le="3600"}': '0+10x60',
        'newsmill_article_age_seconds_bucket{le="+Inf"}': '0+10x60',
      },
      at: '50m',
      labels: {},
    },
    quiet: {
      series: {
        'newsmill_article_age_seconds_bucket{le="300"}': '0+10x60',
        'newsmill_article_age_seconds_bucket{le="3600"}': '0+10x60',
        'newsmill_article_age_seconds_bucket{le="+Inf"}': '0+10x60',
      },
      at: '50m',
    },
  },
  {
    name: 'Rejects',
    expr: 'sum by (stage) (rate(newsmill_articles_total{outcome=~"reject|throw"}[15m])) / sum by (stage) (rate(newsmill_articles_total[15m])) > 0.1',
    for: '15m',
    severity: 'warning',
    summary: 'More than a tenth of what {{ $labels.stage }} handles fails.',
    means: 'Messages are tried again and then become dead letters, from which they can be replayed.',
    look: ['./newsmill dead list', './newsmill audit'],
    steps: [
      'The board newsmill stage shows the reasons; [reasons.md](reasons.md) explains each.',
      'Mend the cause, then `./newsmill dead replay --all`.',
    ],
    fires: {
      series: {
        'newsmill_articles_total{stage="clean",outcome="reject"}': '0+5x60',
        'newsmill_articles_total{stage="clean",outcome="accept"}': '0+20x60',
      },
      at: '40m',
      labels: { stage: 'clean' },
    },
    quiet: {
      series: {
        'newsmill_articles_total{stage="clean",outcome="reject"}': '0+1x60',
        'newsmill_articles_total{stage="clean",outcome="accept"}': '0+20x60',
      },
      at: '40m',
    },
  },
  {
    name: 'DeadLetters',
    expr: 'max(newsmill_dead_letters_waiting) > 0',
    for: '15m',
    severity: 'warning',
    summary: 'Dead letters wait for somebody to look at them.',
    means:
      'Messages could not be handled for good. Their bytes are kept; their articles are missing until they are replayed.',
    look: ['./newsmill dead list', './newsmill dead show ID'],
    steps: [
      'Each names its reason and what was tried; [reasons.md](reasons.md) explains it.',
      'Mend the cause, then replay: `./newsmill dead replay ID`, or `./newsmill dead replay --all`.',
    ],
    fires: { series: { newsmill_dead_letters_waiting: '0 3x30' }, at: '20m', labels: {} },
    quiet: { series: { newsmill_dead_letters_waiting: '0 3x5 0x30' }, at: '20m' },
  },
  {
    name: 'AuditBroken',
    expr: 'max by (kind) (newsmill_audit_unbalanced_items{kind!="stranded"}) > 0',
    for: '30m',
    severity: 'critical',
    summary: 'Ledger and library disagree ({{ $labels.kind }}).',
    means:
      'An article is missing that the ledger calls indexed, one is there that should not be, or a dead letter is gone. That must not happen; the mill mends what it can by itself.',
    look: ['./newsmill audit --json', './newsmill trace URL'],
    steps: [
      '`audit` names the items. Articles that are missing are brought back from the archive by themselves within minutes (note `library.rebuilt`).',
      'What stays: `./newsmill reprocess` of the source, or a [restore](run-in-production.md#backup-and-restore).',
      'Please report it with the output of `./newsmill audit --json`.',
    ],
    fires: {
      series: { 'newsmill_audit_unbalanced_items{kind="missing"}': '0 2x60' },
      at: '40m',
      labels: { kind: 'missing' },
    },
    quiet: {
      series: {
        'newsmill_audit_unbalanced_items{kind="missing"}': '0x60',
        'newsmill_audit_unbalanced_items{kind="stranded"}': '4x60',
      },
      at: '40m',
    },
  },
  {
    name: 'Stranded',
    expr: 'max by (kind) (newsmill_audit_unbalanced_items{kind="stranded"}) > 0',
    for: '30m',
    severity: 'warning',
    summary: 'Items are on their way, but nothing carries them on.',
    means:
      'Their messages expired in Kafka before they were read, or a topic was emptied. Their articles do not come by themselves.',
    look: ['./newsmill audit'],
    steps: [
      '`./newsmill audit --mend` fetches them again.',
      'Where it comes back, lengthen the retention of the topics in Kafka ([topics.md](topics.md)).',
    ],
    fires: {
      series: { 'newsmill_audit_unbalanced_items{kind="stranded"}': '0 2x60' },
      at: '40m',
      labels: { kind: 'stranded' },
    },
    quiet: { series: { 'newsmill_audit_unbalanced_items{kind="stranded"}': '0 2x10 0x60' }, at: '40m' },
  },
  {
    name: 'AuditOld',
    expr: 'time() - max(newsmill_audit_timestamp_seconds) > 86400',
    for: '1h',
    severity: 'warning',
    summary: 'For more than a day nobody has compared ledger and library.',
    means: 'The comparison fails or never ends, so AuditBroken and Stranded say nothing.',
    look: ['./newsmill audit', 'curl -s http://127.0.0.1:8080/readyz?verbose'],
    steps: [
      '`/readyz?verbose` of the index service names what is in its way (`measures`).',
      'A very large library is compared the more rarely: `./newsmill audit` does it now.',
    ],
    fires: { series: { newsmill_audit_timestamp_seconds: '-90000x90' }, at: '70m', labels: {} },
    quiet: { series: { newsmill_audit_timestamp_seconds: '0+60x90' }, at: '70m' },
  },
  {
    name: 'SourceSilent',
    expr: 'max by (source) (newsmill_source_trouble{state="silent"}) == 1',
    for: '6h',
    severity: 'warning',
    summary: '{{ $labels.source }} has been silent for longer than its own rhythm explains.',
    means: 'It answers, and has nothing new. A publisher pauses, or the channel is not filled any more.',
    look: ['./newsmill sources doctor ID'],
    steps: [
      'Look at its page in a browser: where news are there, the channel is dead. `./newsmill sources add URL --dry-run` with the front page looks for another.',
      'Where the publisher pauses, nothing: it ends by itself with the next article.',
    ],
    fires: {
      series: { 'newsmill_source_trouble{source="herald",state="silent"}': '1x400' },
      at: '370m',
      labels: { source: 'herald' },
    },
    quiet: {
      series: { 'newsmill_source_trouble{source="herald",state="silent"}': '1x300 _x100' },
      at: '370m',
    },
  },
  {
    name: 'SourceBroken',
    expr: 'max by (source, state) (newsmill_source_trouble{state=~"blocked|gone|invalid|failing|drifting"}) == 1',
    for: '6h',
    severity: 'warning',
    summary: '{{ $labels.source }} is {{ $labels.state }}.',
    means:
      'No articles come from it any more, or such that cannot be trusted. [source-states.md](source-states.md) explains each state.',
    look: ['./newsmill sources doctor ID', './newsmill sources list'],
    steps: [
      '`doctor` says the cause and the next step.',
      'Where the publisher has ended it, switch it off: `enabled: false` in its file.',
    ],
    fires: {
      series: { 'newsmill_source_trouble{source="herald",state="blocked"}': '1x400' },
      at: '370m',
      labels: { source: 'herald', state: 'blocked' },
    },
    quiet: {
      series: {
        'newsmill_source_trouble{source="herald",state="moved"}': '1x400',
        'newsmill_source_trouble{source="post",state="failing"}': '1x200 _x200',
      },
      at: '370m',
    },
  },
  {
    name: 'ManySourcesBroken',
    expr: 'sum(max by (state) (newsmill_source_states{state=~"blocked|gone|failing"})) / sum(max by (state) (newsmill_source_states{state!="off"})) > 0.5',
    for: '15m',
    severity: 'critical',
    summary: 'More than half of the sources cannot be read.',
    means:
      'It is not they: the network, the name servers, or the address of this machine, which publishers may refuse.',
    look: ['./newsmill sources list', 'curl -sI https://www.example.com/'],
    steps: [
      'The note `network.away` says that the mill found no way out: mend the network, it goes on by itself.',
      'Where all are `blocked`, see whether the user agent (NEWSMILL_USER_AGENT) or the address of this machine has changed.',
    ],
    fires: {
      series: {
        'newsmill_source_states{state="failing"}': '7x30',
        'newsmill_source_states{state="delivering"}': '5x30',
        'newsmill_source_states{state="off"}': '90x30',
      },
      at: '20m',
      labels: {},
    },
    quiet: {
      series: {
        'newsmill_source_states{state="failing"}': '5x30',
        'newsmill_source_states{state="delivering"}': '7x30',
      },
      at: '20m',
    },
  },
  {
    name: 'AllSilent',
    expr: `(sum(increase(newsmill_article_age_seconds_count[6h])) == 0) and on () (sum(max by (state) (newsmill_source_states{state!="off"})) > 0) and on () (time() - min(process_start_time_seconds{${mill}}) > 21600)`,
    for: '30m',
    severity: 'critical',
    summary: 'No new article has become searchable for six hours.',
    means:
      'All sources are silent at once, which hardly happens, or something between them and the library is broken.',
    look: ['./newsmill processes', './newsmill audit', './newsmill sources list'],
    steps: [
      'Follow the way: are channels read (ManySourcesBroken), do queues move (WorkStuck), do stages reject (Rejects)?',
      '`./newsmill trace URL` of an article that should be there names the stage at which it is.',
      'Mills with few sources that sleep at night: lengthen the window in a rule of your own.',
    ],
    fires: {
      series: {
        newsmill_article_age_seconds_count: '50x500',
        'newsmill_source_states{state="silent"}': '5x500',
        [`process_start_time_seconds{${scraped}}`]: '0x500',
      },
      at: '420m',
      labels: {},
    },
    quiet: {
      series: {
        newsmill_article_age_seconds_count: '0x200 0+1x300',
        'newsmill_source_states{state="delivering"}': '5x500',
        [`process_start_time_seconds{${scraped}}`]: '0x500',
      },
      at: '420m',
    },
  },
  {
    name: 'SourceFiles',
    expr: 'max by (effect) (newsmill_source_problems) > 0',
    for: '10m',
    severity: 'warning',
    summary: 'Source files have mistakes; their sources are {{ $labels.effect }}.',
    means: 'out: these sources are not read. kept: they are read as their files were before.',
    look: ['./newsmill validate'],
    steps: ['`validate` names file, line and remedy. A mended file is taken up by itself.'],
    fires: {
      series: { 'newsmill_source_problems{effect="out"}': '0 1x30' },
      at: '15m',
      labels: { effect: 'out' },
    },
    quiet: { series: { 'newsmill_source_problems{effect="out"}': '1x5 0x30' }, at: '15m' },
  },
  {
    name: 'FetchErrors',
    expr: 'sum(rate(newsmill_fetch_requests_total{status!~"[234]xx"}[15m])) / sum(rate(newsmill_fetch_requests_total[15m])) > 0.5',
    for: '15m',
    severity: 'warning',
    summary: 'More than half of all requests to publishers fail.',
    means:
      'Connections are refused, time out or names are not found: most often the network of this machine.',
    look: ['./newsmill sources list', 'curl -sI https://www.example.com/'],
    steps: [
      'The board newsmill overview shows the kinds of failure.',
      'dns: look at the name servers; timeout: at the way out; tls: at the clock of this machine.',
    ],
    fires: {
      series: {
        'newsmill_fetch_requests_total{kind="channel",status="dns"}': '0+9x60',
        'newsmill_fetch_requests_total{kind="page",status="2xx"}': '0+1x60',
      },
      at: '40m',
      labels: {},
    },
    quiet: {
      series: {
        'newsmill_fetch_requests_total{kind="channel",status="dns"}': '0+1x60',
        'newsmill_fetch_requests_total{kind="page",status="4xx"}': '0+9x60',
      },
      at: '40m',
    },
  },
  {
    name: 'RoomShort',
    expr: 'min by (of, host) (newsmill_room_days_left) < 14',
    for: '1h',
    severity: 'warning',
    summary: 'At the rate of two weeks {{ $labels.of }} is full in less than 14 days ({{ $labels.host }}).',
    means:
      '`data` is the disk of a data folder, `state` the memory of Redis. When they are full the mill stops taking news.',
    look: ['./newsmill processes', 'df -h'],
    steps: [
      'Disk: shorten NEWSMILL_ARCHIVE_MAX_AGE or set NEWSMILL_ARCHIVE_MAX_BYTES, set a [retention](run-in-production.md#retention), or take a larger disk.',
      'State: give Redis more memory ([memory of the state](run-in-production.md#memory-of-the-state)), or shorten NEWSMILL_SETTLED_AFTER.',
    ],
    fires: {
      series: { 'newsmill_room_days_left{of="data",host="one"}': '9x90' },
      at: '70m',
      labels: { of: 'data', host: 'one' },
    },
    quiet: { series: { 'newsmill_room_days_left{of="data",host="one"}': '90x90' }, at: '70m' },
  },
  {
    name: 'RoomFull',
    expr: 'max by (of, host) (newsmill_room_bytes / newsmill_room_limit_bytes) > 0.9',
    for: '15m',
    severity: 'critical',
    summary: 'More than nine tenths of {{ $labels.of }} are taken ({{ $labels.host }}).',
    means: 'Soon nothing can be written: fetching stops, searching goes on.',
    look: ['df -h', './newsmill processes'],
    steps: [
      'See RoomShort, today.',
      'To make room on a disk at once: NEWSMILL_ARCHIVE_MAX_BYTES below what the archive has (`newsmill_stored_bytes{of="archive"}`), and restart fetch.',
    ],
    fires: {
      series: {
        'newsmill_room_bytes{of="data",host="one"}': '95x30',
        'newsmill_room_limit_bytes{of="data",host="one"}': '100x30',
      },
      at: '20m',
      labels: { of: 'data', host: 'one' },
    },
    quiet: {
      series: {
        'newsmill_room_bytes{of="data",host="one"}': '80x30',
        'newsmill_room_limit_bytes{of="data",host="one"}': '100x30',
      },
      at: '20m',
    },
  },
  {
    name: 'CertificateExpiresSoon',
    expr: 'min by (server) (newsmill_certificate_expiry_timestamp_seconds) - time() < 1209600',
    for: '1h',
    severity: 'warning',
    summary: 'The certificate of {{ $labels.server }} ends in less than 14 days.',
    means:
      'What renews it has not done so. `public` is that of NEWSMILL_PUBLIC_URL; the others are servers that the mill uses.',
    look: ['openssl s_client -connect HOST:PORT </dev/null 2>/dev/null | openssl x509 -noout -enddate'],
    steps: [
      'Renew it where it was issued. Certificates of `deploy/make-env --cluster`: remove the folder of that server in `certificates`, run it again, restart the server.',
    ],
    fires: {
      series: { 'newsmill_certificate_expiry_timestamp_seconds{server="redis"}': '1000000x90' },
      at: '70m',
      labels: { server: 'redis' },
    },
    quiet: {
      series: { 'newsmill_certificate_expiry_timestamp_seconds{server="redis"}': '9000000x90' },
      at: '70m',
    },
  },
  {
    name: 'CertificateExpires',
    expr: 'min by (server) (newsmill_certificate_expiry_timestamp_seconds) - time() < 172800',
    for: '5m',
    severity: 'critical',
    summary: 'The certificate of {{ $labels.server }} ends in less than two days.',
    means:
      'When it has ended, nothing connects to that server any more: the mill stands still, or nobody reaches it.',
    look: ['openssl s_client -connect HOST:PORT </dev/null 2>/dev/null | openssl x509 -noout -enddate'],
    steps: ['See CertificateExpiresSoon, now.'],
    fires: {
      series: { 'newsmill_certificate_expiry_timestamp_seconds{server="kafka"}': '100000x30' },
      at: '10m',
      labels: { server: 'kafka' },
    },
    quiet: {
      series: { 'newsmill_certificate_expiry_timestamp_seconds{server="kafka"}': '1000000x30' },
      at: '10m',
    },
  },
  {
    name: 'ClockSkew',
    expr: 'max by (instance) (abs(newsmill_time_seconds - timestamp(newsmill_time_seconds))) > 5',
    for: '5m',
    severity: 'warning',
    summary: 'The clock of {{ $labels.instance }} and that of Prometheus differ by more than five seconds.',
    means:
      'Versions of articles are times of machines: with a clock that is wrong an older page may win, leases end early, and TLS fails.',
    look: ['date -u', 'chronyc tracking'],
    steps: [
      'Let that machine follow a time server (chrony, systemd-timesyncd).',
      'It may be the clock of Prometheus: then all instances are named.',
    ],
    fires: {
      series: { 'newsmill_time_seconds{instance="mill:8080"}': '30+60x20' },
      at: '10m',
      labels: { instance: 'mill:8080' },
    },
    quiet: { series: { 'newsmill_time_seconds{instance="mill:8080"}': '1+60x20' }, at: '10m' },
  },
  {
    name: 'MemoryNearLimit',
    expr: `max by (instance) (process_resident_memory_bytes{${mill}} / on (job, instance) newsmill_memory_limit_bytes) > 0.9`,
    for: '10m',
    severity: 'warning',
    summary: '{{ $labels.instance }} uses more than nine tenths of its memory.',
    means:
      'The kernel may end the process, which restarts; what was in flight is done again, and nothing is lost.',
    look: ['docker stats --no-stream', './newsmill processes'],
    steps: [
      'Give it more memory (`mem_limit`), or fewer threads: NEWSMILL_CLEAN_WORKERS, NEWSMILL_ENRICH_WORKERS ([cores and memory](run-in-production.md#cores-and-memory)).',
    ],
    fires: {
      series: {
        [`process_resident_memory_bytes{${scraped}}`]: '95x30',
        [`newsmill_memory_limit_bytes{${scraped}}`]: '100x30',
      },
      at: '15m',
      labels: { instance: 'mill:8080' },
    },
    quiet: {
      series: {
        [`process_resident_memory_bytes{${scraped}}`]: '50x30',
        [`newsmill_memory_limit_bytes{${scraped}}`]: '100x30',
      },
      at: '15m',
    },
  },
  {
    name: 'ApiErrors',
    expr: 'sum(rate(newsmill_api_requests_total{status="5xx"}[5m])) / sum(rate(newsmill_api_requests_total[5m])) > 0.05',
    for: '10m',
    severity: 'critical',
    summary: 'More than one answer of the API in twenty is an error of the server.',
    means: 'Readers get errors: most often the library or the state is away.',
    look: [
      'curl -s http://127.0.0.1:8080/readyz?verbose',
      'docker compose --profile full logs --tail 50 api',
    ],
    steps: [
      '`/readyz?verbose` names the server that is away; the note `outage.began` says since when.',
      'Mend that server; the API goes on by itself.',
    ],
    fires: {
      series: {
        'newsmill_api_requests_total{operation="GET /api/v1/search",status="5xx"}': '0+10x30',
        'newsmill_api_requests_total{operation="GET /api/v1/search",status="2xx"}': '0+90x30',
      },
      at: '20m',
      labels: {},
    },
    quiet: {
      series: {
        'newsmill_api_requests_total{operation="GET /api/v1/search",status="4xx"}': '0+90x30',
        'newsmill_api_requests_total{operation="GET /api/v1/search",status="5xx"}': '0+1x30',
        'newsmill_api_requests_total{operation="GET /api/v1/search",status="2xx"}': '0+90x30',
      },
      at: '20m',
    },
  },
  {
    name: 'ApiSlow',
    expr: 'histogram_quantile(0.95, sum by (le) (rate(newsmill_api_duration_seconds_bucket{operation=~"GET /api/v1/.*"}[10m]))) > 2',
    for: '15m',
    severity: 'warning',
    summary: 'One answer of the API in twenty takes longer than two seconds.',
    means: 'Searching is slow: the library has too little memory or too much to do.',
    look: ['docker stats --no-stream', './newsmill processes'],
    steps: [
      'The board newsmill overview names the operations that are slow.',
      'Elasticsearch: more memory or more nodes ([scale.md](scale.md)). SQLite: above some hundred thousand articles take Elasticsearch.',
    ],
    fires: {
      series: {
        'newsmill_api_duration_seconds_bucket{operation="GET /api/v1/search",le="1"}': '0x60',
        'newsmill_api_duration_seconds_bucket{operation="GET /api/v1/search",le="5"}': '0+10x60',
        'newsmill_api_duration_seconds_bucket{operation="GET /api/v1/search",le="+Inf"}': '0+10x60',
      },
      at: '30m',
      labels: {},
    },
    quiet: {
      series: {
        'newsmill_api_duration_seconds_bucket{operation="GET /api/v1/search",le="1"}': '0+10x60',
        'newsmill_api_duration_seconds_bucket{operation="GET /api/v1/search",le="5"}': '0+10x60',
        'newsmill_api_duration_seconds_bucket{operation="GET /api/v1/search",le="+Inf"}': '0+10x60',
      },
      at: '30m',
    },
  },
  {
    name: 'AlertsUndelivered',
    expr: 'sum by (kind) (increase(newsmill_alert_deliveries_total{outcome=~"dead|gone"}[1h])) > 0',
    for: '0m',
    severity: 'warning',
    summary: 'Alerts of saved searches could not be delivered by {{ $labels.kind }}.',
    means: 'Somebody who waits for alerts has not got them. They are dead letters, and can be sent again.',
    look: ['./newsmill dead list', './newsmill alerts list'],
    steps: [
      '`./newsmill alerts deliveries ID` says what the receiver answered.',
      'When it takes them again: `./newsmill dead replay --all`. A receiver that answered 410 has stopped the search; save it again.',
    ],
    fires: {
      series: { 'newsmill_alert_deliveries_total{kind="webhook",outcome="dead"}': '0x10 1x60' },
      at: '20m',
      labels: { kind: 'webhook' },
    },
    quiet: {
      series: {
        'newsmill_alert_deliveries_total{kind="webhook",outcome="sent"}': '0+1x60',
        'newsmill_alert_deliveries_total{kind="webhook",outcome="dead"}': '1x60',
      },
      at: '40m',
    },
  },
];
