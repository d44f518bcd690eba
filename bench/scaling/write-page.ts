import { cpus } from 'node:os';
import { articleCleaned, articleEnriched, ledger, pageFetched } from '@newsmill/contracts';
import type { ReaderFigures } from '../newsweb/bench-newsweb.ts';
import { assumptions, capacityFor, type Capacity, type Costs } from './capacity.ts';
import type { Taken } from './services-taken.ts';

/** One run with so many copies of clean, enrich and index. */
export interface CopiesRun {
  readonly copies: number;
  readonly figures: ReaderFigures;
  readonly scores: Readonly<Record<string, unknown>>;
  readonly taken: Taken;
}

const services = ['fetch', 'clean', 'enrich', 'index', 'api'];
const servers = ['Kafka', 'Redis', 'Elasticsearch'];
const volumes = [10_000, 1_000_000, 100_000_000];

/** What one article took in a run. */
export function costsOf({ figures: { articles }, taken }: Pick<CopiesRun, 'figures' | 'taken'>): Costs {
  const each = (value: number): number => value / Math.max(1, articles);
  const busBytes = Object.values(taken.topics).reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    cpuMs: Object.fromEntries(
      [...services, ...servers].map((name) => [name, each(taken.seconds[name] ?? 0) * 1_000]),
    ),
    busBytes: each(busBytes),
    archiveBytes: each(taken.archiveBytes),
    stateBytes: each(taken.stateBytes),
    libraryBytes: each(taken.libraryBytes),
  };
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

const kb = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} KB`;
/** Two digits that tell, whatever the size. */
const short = (value: number): string =>
  value >= 100
    ? Math.round(value).toLocaleString('en')
    : value >= 10
      ? value.toFixed(0)
      : value.toFixed(value >= 1 ? 1 : 2);

function copiesTable(runs: readonly CopiesRun[]): string {
  return table(
    [
      'copies of clean, enrich, index',
      ...services.map((name) => `${name}, ms`),
      'all services, ms',
      'articles',
      'cleaned again',
      'sent behind others',
      'done twice',
      'lost',
    ],
    runs.map((run) => {
      const { cpuMs } = costsOf(run);
      const own = services.map((name) => cpuMs[name] ?? 0);
      const { messages = 0, keys = 0, again = 0 } = run.taken.topics[pageFetched.name] ?? {};
      const cleaned = run.taken.topics[articleCleaned.name] ?? { messages: 0, keys: 0 };
      return [
        run.copies,
        ...own.map((ms) => ms.toFixed(1)),
        own.reduce((sum, ms) => sum + ms, 0).toFixed(1),
        run.figures.articles,
        again,
        messages - again - keys,
        cleaned.messages - cleaned.keys - again,
        String(run.scores['lost'] ?? ''),
      ];
    }),
  );
}

function topicTable({ figures: { articles }, taken: { topics } }: CopiesRun): string {
  return table(
    ['topic', 'messages an article', 'bytes an article'],
    [pageFetched, articleCleaned, articleEnriched, ledger].map(({ name }) => {
      const { messages = 0, bytes = 0 } = topics[name] ?? {};
      return [`\`${name}\``, (messages / articles).toFixed(2), kb(bytes / articles)];
    }),
  );
}

function capacityTable(capacities: readonly Capacity[]): string {
  const line = (name: string, of: (capacity: Capacity) => string): readonly string[] => [
    name,
    ...capacities.map(of),
  ];
  return table(
    ['', ...volumes.map((volume) => `${volume.toLocaleString('en')} a day`)],
    [
      line('articles a second, busiest hour', ({ peakPerSecond }) => short(peakPerSecond)),
      ...[...services, ...servers].map((name) =>
        line(`cores: ${name}`, ({ cores }) => short(cores[name] ?? 0)),
      ),
      line('Kafka in, MB a second', ({ busMbPerSecond }) => short(busMbPerSecond)),
      line(`Kafka on disk, TB (${assumptions.busDays} days, ${assumptions.busCopies} copies)`, ({ busTb }) =>
        short(busTb),
      ),
      line(`archive, TB (${assumptions.archiveDays} days)`, ({ archiveTb }) => short(archiveTb)),
      line(`Redis, GB (${assumptions.stateDays} days)`, ({ stateGb }) => short(stateGb)),
      line(
        `Elasticsearch, TB (${assumptions.libraryDays} days, ${assumptions.libraryCopies} copies)`,
        ({ libraryTb }) => short(libraryTb),
      ),
      line(`machines of ${assumptions.cores} cores and ${assumptions.memoryGb} GB`, ({ machines }) =>
        short(machines),
      ),
    ],
  );
}

/** The page in Markdown. */
export function writePage({
  command,
  load,
  runs,
}: {
  readonly command: string;
  /** Of the machine before the bench. */
  readonly load: number;
  readonly runs: readonly CopiesRun[];
}): string {
  const [first] = runs;
  if (first === undefined) throw new RangeError('no run to write of');
  const costs = costsOf(first);
  const capacities = volumes.map((volume) => capacityFor(volume, costs));
  const model = cpus()[0]?.model.trim() ?? 'a processor';
  return [
    '# Scaling',
    '<!-- Written by `npm run bench -- scaling`; run that instead of changing it. -->',
    '',
    `What the distributed form takes at ten thousand, a million and a hundred million articles a day, by what an article was measured to take. Measured on ${new Date().toISOString().slice(0, 10)} by \`${command}\` on ${cpus().length} cores of ${model} (load before ${load.toFixed(1)}), services and servers on the same machine, over a web of recorded news pages on loopback addresses.`,
    '',
    '## What an article takes',
    `CPU from the moment at which all services ran, what they compile on the way included, in milliseconds an article; twelve partitions. More copies share the work (\`done twice\` counts the articles of which that is not so): what the sum grows by is what each further process compiles for itself, which weighs in a run of ${first.figures.articles.toLocaleString('en')} articles and not in one of days. The first articles of a site are cleaned, and as a rule enriched and indexed, once more when more of it is known; on a web with twenty articles a host that is a large part of all, and next to nothing where a site has thousands. A page that waits for its turn longer than two seconds is sent behind the others of its partition: bytes, not work.`,
    '',
    copiesTable(runs),
    '',
    `The servers took ${servers.map((name) => `${name} ${(costs.cpuMs[name] ?? 0).toFixed(1)} ms`).join(', ')} an article in the run with one copy; a fresh Elasticsearch and a fresh broker compile a good part of that.`,
    '',
    topicTable(first),
    '',
    `Besides: ${kb(costs.archiveBytes)} in the archive (the page as it came), ${kb(costs.stateBytes)} in Redis while the article is fresh, ${kb(costs.libraryBytes)} in Elasticsearch.`,
    '',
    '## What a day takes',
    capacityTable(capacities),
    '',
    'How it is reckoned:',
    `- The busiest hour has ${assumptions.peak} times the mean of the day, and a core is planned with at ${assumptions.use * 100} %. Cores are those of the machine above.`,
    `- Searches are not in it: they add to \`api\` and Elasticsearch ([their cost](scale.md#how-far-one-process-goes)).`,
    `- Redis keeps what it knows of an article for ${assumptions.stateDays} days as if it were fresh; after that some 40 bytes.`,
    '- Machines are counted by cores and by the memory of Redis alone; disks are told apart from them.',
    '',
    '## Where it ends',
    '- **Partitions** bound the copies of a stage: set `NEWSMILL_KAFKA_PARTITIONS` above the number of copies that the table needs ([Partitions](scale.md#partitions)).',
    '- **Redis** is one primary: its commands run in one thread, so its cores cannot pass one, nor its memory that of one machine. Where the table shows more, run several mills over a part of the sources each, with a namespace and a Redis of their own; clients of Elasticsearch search all of them as `*-articles`. Copies of texts are then found within each of them alone.',
    '- **Fetching** is bounded by manners, not by machines: a host is asked one page at a time, with its delay.',
    '',
  ].join('\n');
}
