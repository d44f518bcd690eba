import { cpus, totalmem } from 'node:os';
import { tableOfSides, type Side } from '../newsweb/bench-peer.ts';
import { scrapyParts } from '../newsweb/scrapy-python.ts';
import { budgetOf, millMs, unprofiled, type Profiled } from '../profile/bench-profile.ts';

/** All that one run of the bench found. */
export interface Performance {
  readonly command: string;
  readonly articles: number;
  readonly hosts: number;
  readonly rounds: number;
  /** Load of the machine before the bench began. */
  readonly loadBefore: number;
  /** The mill and its peers. */
  readonly sides: readonly Side[];
  /** The mill over webs of several sizes, which are their names. */
  readonly growth: readonly Side[];
  readonly profiled: Profiled;
}

const mostParts = 15;
/** Above it the machine had other work. */
const quietLoad = 0.5;

const count = (value: number): string => value.toLocaleString('en');

/** Rows of figures with the share that each has of the whole. */
function sharesOf(
  rows: readonly (readonly [what: string, value: number])[],
  whole: number,
  digits: number,
): string[] {
  return rows.map(
    ([what, value]) => `| ${what} | ${value.toFixed(digits)} | ${((100 * value) / whole).toFixed(0)} % |`,
  );
}

/** What an article costs beyond the start of the mill: the difference between the smallest and the largest run. */
function costOfOne(growth: readonly Side[]): string {
  const [first, last] = [growth[0], growth.at(-1)];
  if (first === undefined || last === undefined || first === last) return '';
  const cpuMs = ({ name, cpuPer1000 }: Side): number => Number(name) * cpuPer1000;
  const each = (cpuMs(last) - cpuMs(first)) / (Number(last.name) - Number(first.name));
  return ` Between the first and the last row an article costs ${each.toFixed(1)} ms of CPU; the rest is what it takes to start and to compile.`;
}

/** Says what takes most: of all lines of the budget, and of the libraries of newsmill. */
function greatestPart(profiled: Profiled, each: (ms: number) => number): string {
  const budget = budgetOf(profiled);
  const whole = millMs(profiled);
  const libraries = new Map<string, number>();
  // Parts of newsmill are folders, such as `clean/metadata`; what else there is has words.
  for (const [part, ms] of budget.filter(([name]) => !name.includes(' '))) {
    const library = part.split('/')[0] ?? part;
    libraries.set(library, (libraries.get(library) ?? 0) + ms);
  }
  const [library = ['', 0] as const] = [...libraries].sort(([, a], [, b]) => b - a);
  const [line = ['', 0] as const] = budget;
  const told = ([, ms]: readonly [string, number]): string =>
    `${each(ms).toFixed(1)} ms, ${((100 * ms) / whole).toFixed(0)} %`;
  return `Of ${each(whole).toFixed(1)} ms of CPU an article, the greatest part that remains is **${line[0]}** (${told(line)}); of the libraries of newsmill, \`${library[0]}\` takes most (${told(library)}).`;
}

function cpuSection(profiled: Profiled): string[] {
  const each = (ms: number): number => ms / Math.max(1, profiled.articles);
  const whole = each(millMs(profiled));
  const rowsOf = (rows: readonly (readonly [string, number])[]) =>
    sharesOf(
      rows.map(([what, ms]) => [what, each(ms)] as const),
      whole,
      1,
    );
  const threads = profiled.threads.map(({ thread, cpuMs }) => [`thread ${thread}`, cpuMs] as const);
  const budget = budgetOf(profiled);
  const others = budget.slice(mostParts).reduce((sum, [, ms]) => sum + ms, 0);
  return [
    '## Where the CPU time goes',
    greatestPart(profiled, each),
    '',
    `A run of its own with the profilers of all threads on (\`npm run bench -- profile\`), which cost some time themselves: the shares count, not the sums. Time of Node's functions is that of the part which called them.`,
    '',
    '| by thread | ms an article | share |',
    '|---|---|---|',
    ...rowsOf([...threads, ...unprofiled(profiled)].sort(([, a], [, b]) => b - a)),
    '',
    '| by part of the code | ms an article | share |',
    '|---|---|---|',
    ...rowsOf([...budget.slice(0, mostParts), ['all others', others]]),
    '',
  ];
}

function memorySection({ memory, children }: Profiled): string[] {
  const { rssMb, filesMb, threads } = memory;
  const held = threads.reduce((sum, { takenMb, outsideMb }) => sum + takenMb + outsideMb, filesMb);
  const library = children.reduce((sum, one) => sum + one.rssMb, 0);
  return [
    '## Where the memory is',
    'In the run with profilers, when the process of the mill was greatest. Heaps hold garbage that is not collected yet.',
    '',
    '| MB | V8 heap, used | V8 heap, taken | buffers and the like | all |',
    '|---|---|---|---|---|',
    ...threads.map(
      ({ thread, heapMb, takenMb, outsideMb }) =>
        `| thread ${thread} | ${heapMb.toFixed(0)} | ${takenMb.toFixed(0)} | ${outsideMb.toFixed(0)} | ${(takenMb + outsideMb).toFixed(0)} |`,
    ),
    `| files in memory, such as Node itself | | | | ${filesMb.toFixed(0)} |`,
    `| the rest: models, SQLite, stacks, code, profilers | | | | ${(rssMb - held).toFixed(0)} |`,
    `| process of the mill | | | | ${rssMb.toFixed(0)} |`,
    `| process of the library, at most | | | | ${library.toFixed(0)} |`,
    '',
  ];
}

/** The page in Markdown. */
export function writePage(found: Performance): string {
  const { command, articles, hosts, rounds, loadBefore, sides, growth, profiled } = found;
  const machine = `${cpus()[0]?.model.trim() ?? 'a processor'}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.versions.node}`;
  const busy =
    loadBefore > quietLoad
      ? ` **The machine had other work (load ${loadBefore.toFixed(1)} before the bench began): the figures are worth little.**`
      : ` Load before it began: ${loadBefore.toFixed(1)}.`;
  return [
    '# Performance',
    '<!-- Written by `npm run bench -- performance`; run that instead of changing it. -->',
    '',
    `What the embedded form costs over a web on loopback addresses that is made of recorded news pages, and what its strongest peer costs beside it. Measured on ${new Date().toISOString().slice(0, 10)} by \`${command}\` on ${machine}.${busy}`,
    '',
    '## Beside Scrapy',
    `${count(articles)} articles of ${hosts} hosts in turns with ${scrapyParts} (\`bench/newsweb/scrapy_peer.py\`), ${rounds === 1 ? 'one round' : `${rounds} rounds`}: CPU and memory are the least of them, speed the median. Both sides count from the start of their processes; the web is not counted. \`npm run bench -- peer ${articles} ${hosts} ${rounds}\` measures this alone.`,
    '',
    tableOfSides(sides),
    '',
    'newsmill keeps each page, enriches, indexes for search and accounts for every page. Scrapy writes a file of titles, dates and texts; title and date are those of the feeds, which are right on this web by construction.',
    '',
    '## Growth',
    `One run each; that of ${count(articles)} is the one above.${costOfOne(growth)}`,
    '',
    '| articles | own CPU s per 1,000 | articles/s | peak MB |',
    '|---|---|---|---|',
    ...growth.map(
      ({ name, cpuPer1000, articlesPerSecond, peakRssMb }) =>
        `| ${count(Number(name))} | ${cpuPer1000.toFixed(1)} | ${articlesPerSecond.toFixed(1)} | ${peakRssMb} |`,
    ),
    '',
    ...cpuSection(profiled),
    ...memorySection(profiled),
  ].join('\n');
}
