import { parseArgs } from 'node:util';
import { calmRun, runMillOverWeb, type NewsWebRun, type ReaderFigures } from './bench-newsweb.ts';
import { runScrapyOverWeb } from './run-scrapy.ts';

/** A reader of the news web, measured in every round. */
export interface Side {
  readonly name: string;
  readonly articlesPerSecond: number;
  /** CPU seconds of all its own processes for 1,000 articles. */
  readonly cpuPer1000: number;
  readonly peakRssMb: number;
  readonly scores: Readonly<Record<string, unknown>>;
}

const least = (values: readonly number[]): number => Math.min(...values);
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

interface Read {
  readonly figures: ReaderFigures;
  readonly scores: Readonly<Record<string, unknown>>;
}

/** Of CPU and memory the least of the rounds, since what else the machine does only adds to them; of speed the median. */
export function sideOf(name: string, runs: readonly Read[]): Side {
  const of = (figure: (figures: ReaderFigures) => number) => runs.map(({ figures }) => figure(figures));
  return {
    name,
    articlesPerSecond: median(of(({ articles, seconds }) => articles / Math.max(1, seconds))),
    cpuPer1000: least(of(({ articles, cpuSeconds }) => (cpuSeconds / Math.max(1, articles)) * 1_000)),
    peakRssMb: least(of(({ peakRssMb }) => peakRssMb)),
    scores: runs.at(-1)?.scores ?? {},
  };
}

/** What the mill is held against. */
export interface Beside {
  readonly run: NewsWebRun;
  readonly rounds: number;
  readonly elastic?: string | undefined;
}

/** Lets the mill and Scrapy with one and with two processes read the same web in turns; the mill is the first. */
export async function measureBeside({ run, rounds, elastic }: Beside): Promise<readonly Side[]> {
  const reads: Record<string, Read[]> = {};
  async function read(name: string, work: () => Promise<Read>): Promise<void> {
    const done = await work();
    (reads[name] ??= []).push(done);
    const { articles, seconds, cpuSeconds, peakRssMb } = done.figures;
    process.stderr.write(
      `${name}: ${articles} articles, ${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} CPU s, ${peakRssMb} MB\n`,
    );
  }
  for (let round = 0; round < rounds; round += 1)
    for (const processes of [1, 2]) {
      await read('newsmill', () => runMillOverWeb(run));
      await read(`Scrapy, ${processes === 1 ? 'one process' : 'two processes'}`, () =>
        runScrapyOverWeb(run, { processes, elastic }),
      );
    }
  return Object.entries(reads).map(([name, runs]) => sideOf(name, runs));
}

/** The sides in Markdown, and under them what the mill takes of what each peer takes. */
export function tableOfSides(sides: readonly Side[]): string {
  const [mill, ...peers] = sides;
  const score = ({ scores }: Side, key: string): string => String(scores[key] ?? '–');
  const rows = sides.map((side) =>
    [
      side.name,
      side.articlesPerSecond.toFixed(1),
      side.cpuPer1000.toFixed(1),
      side.peakRssMb,
      ...['lost', 'wrongDocs', 'f90ofExpectedPct', 'titleOkPct', 'dateOkPct'].map((key) => score(side, key)),
    ].join(' | '),
  );
  return [
    '| | articles/s | own CPU s per 1,000 | peak MB | lost | wrong | text F1 > 0.9, % | title, % | date, % |',
    `|${'---|'.repeat(9)}`,
    ...rows.map((row) => `| ${row} |`),
    '',
    ...peers.map((peer) =>
      mill === undefined
        ? ''
        : `- Beside ${peer.name}: newsmill takes ${(mill.cpuPer1000 / peer.cpuPer1000).toFixed(2)} of its CPU time and ${(mill.peakRssMb / peer.peakRssMb).toFixed(1)} times its memory, at ${(mill.articlesPerSecond / peer.articlesPerSecond).toFixed(2)} times its speed.`,
    ),
  ].join('\n');
}

/** `npm run bench -- peer [articles] [hosts] [rounds] [--elastic URL]`: the mill and Scrapy in turns over the news web. */
export async function benchPeer(words: readonly string[], web: string, out: string): Promise<void> {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { elastic: { type: 'string' } },
  });
  const [articles = '2000', hosts = '100', rounds = '2'] = positionals;
  const run = calmRun({ articles: Number(articles), hosts: Number(hosts), web, out });
  const sides = await measureBeside({ run, rounds: Number(rounds), elastic: values.elastic });
  console.log(`${articles} articles, ${hosts} hosts; CPU and memory: least of the rounds, speed: median`);
  console.log(tableOfSides(sides));
}
