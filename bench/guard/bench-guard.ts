import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import {
  calmRun,
  cleanAlone,
  runMillOverWeb,
  runTrafilatura,
  type NewsWebRun,
} from '../newsweb/bench-newsweb.ts';

const Figures = z.object({
  /** CPU seconds of the mill for 1,000 articles. */
  cpuPer1000: z.number(),
  peakRssMb: z.number(),
  /** The same over what trafilatura needs to clean these pages in the same run: it hardly depends on the machine. */
  overTrafilatura: z.number(),
  /** Cleaning alone, over the same. */
  cleanOverTrafilatura: z.number(),
});
type Figures = z.output<typeof Figures>;
/** By the class of the machine. */
const Committed = z.record(z.string(), Figures);

const file = fileURLToPath(new URL('./figures.json', import.meta.url));
/** A figure may grow by so much. */
const tolerance = 0.1;

const machine = (): string => `${cpus()[0]?.model.trim() ?? 'unknown'}, ${cpus().length} cores`;

const per1000 = ({ cpuSeconds }: { readonly cpuSeconds: number }, pages: number) =>
  (cpuSeconds / Math.max(1, pages)) * 1_000;

async function measureOnce(run: NewsWebRun): Promise<Figures> {
  const { figures, scores } = await runMillOverWeb(run);
  if (figures.articles < run.articles)
    throw new Error(`${figures.articles} of ${run.articles} articles came: ${JSON.stringify(scores)}`);
  const alone = await cleanAlone(run);
  const peer = await runTrafilatura(run);
  if (peer === undefined) throw new Error('there is no Python with trafilatura here, nor can one be made');
  const [mill, clean, other] = [
    per1000(figures, figures.articles),
    per1000(alone, alone.pages),
    per1000(peer, peer.pages),
  ];
  return {
    cpuPer1000: mill,
    peakRssMb: figures.peakRssMb,
    overTrafilatura: mill / other,
    cleanOverTrafilatura: clean / other,
  };
}

/** The least of each figure: what else the machine does only adds to one. */
function leastOf(runs: readonly Figures[]): Figures {
  const least = (key: keyof Figures): number =>
    Math.round(Math.min(...runs.map((one) => one[key])) * 1_000) / 1_000;
  return {
    cpuPer1000: least('cpuPer1000'),
    peakRssMb: least('peakRssMb'),
    overTrafilatura: least('overTrafilatura'),
    cleanOverTrafilatura: least('cleanOverTrafilatura'),
  };
}

/** What the figures are held against: those of this class of machine, else the ratios of any. */
function wantedOn(committed: z.output<typeof Committed>, here: string): Partial<Figures> {
  const own = committed[here];
  if (own !== undefined) return own;
  const [any] = Object.values(committed);
  return any === undefined
    ? {}
    : { overTrafilatura: any.overTrafilatura, cleanOverTrafilatura: any.cleanOverTrafilatura };
}

/**
 * `npm run bench -- guard [articles] [rounds] [--write]`: measures the embedded mill over the news web and fails where
 * a figure is a tenth above the committed one. `--write` commits what was measured as that of this class of machine.
 */
export async function benchGuard(words: readonly string[], web: string, out: string): Promise<void> {
  const [articles = '1000', rounds = '2'] = words.filter((word) => !word.startsWith('--'));
  const run = calmRun({ articles: Number(articles), hosts: 100, web, out });
  const runs: Figures[] = [];
  for (let round = 0; round < Number(rounds); round += 1) runs.push(await measureOnce(run));
  const found = leastOf(runs);
  const here = machine();
  const committed = existsSync(file) ? Committed.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
  if (words.includes('--write')) {
    writeFileSync(file, `${JSON.stringify({ ...committed, [here]: found }, null, 2)}\n`);
    return console.log(`${here}: ${JSON.stringify(found)} is written to ${file}`);
  }
  const wanted = wantedOn(committed, here);
  console.log(`${here}, ${articles} articles, least of ${rounds}`);
  for (const [key, now] of Object.entries(found)) {
    const before = wanted[key as keyof Figures]; // the keys of one shape
    const change = before === undefined ? undefined : now / before - 1;
    const isWorse = change !== undefined && change > tolerance;
    if (isWorse) process.exitCode = 1;
    const told = change === undefined ? 'not committed for this class' : `${(change * 100).toFixed(1)} %`;
    console.log(`${isWorse ? 'WORSE' : 'ok   '} ${key.padEnd(22)} ${now.toFixed(3).padStart(9)} ${told}`);
  }
}
