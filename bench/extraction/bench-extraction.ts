import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchMemory } from './bench-memory.ts';
import { benchPeers } from './bench-peers.ts';
import { benchSpeed } from './bench-speed.ts';
import { raiseFloors, readFloors, writeFloors } from './floors.ts';
import { figuresOf, measureCleaner, type Measured } from './measure.ts';
import { openPack, packFolder, type Pack } from './pack.ts';
import { writeRun } from './run-cleaner.ts';
import { peers } from './peers.ts';
import { readRun, runPeers } from './run-peers.ts';
import { scoreNewsweb } from './score-newsweb.ts';
import { languagesOf } from './score-rows.ts';
import type { Figures } from './score-run.ts';
import { disagreements, scoreWithPython } from './score-with-python.ts';
import { measureSpeed } from './speed-of-peers.ts';
import { writeReport, type Report } from './write-report.ts';

/** Peers whose speed stands in the report; that of all others takes long. */
const timedWithUs = new Set(['trafilatura', 'readability_linkedom', 'resiliparse']);

/** Files of all runs, ours first, and what could not be run. */
interface Collected {
  readonly measured: Measured;
  readonly files: readonly string[];
  readonly figures: Readonly<Record<string, Figures>>;
  readonly problems: readonly string[];
}

async function collect(pack: Pack, out: string, withPeers: boolean): Promise<Collected> {
  const { runs, measured } = measureCleaner(pack);
  const own = { newsmill_out_of_fold: runs.outOfFold, newsmill_shipped: runs.shipped };
  const files = Object.entries(own).map(([name, run]) => {
    const file = join(out, 'extraction', `${name}.jsonl`);
    writeRun(run, file);
    return file;
  });
  const figures: Record<string, Figures> = {
    newsmill_out_of_fold: measured.outOfFold,
    newsmill_shipped: measured.shipped,
  };
  const problems: string[] = [];
  const languages = languagesOf(pack);
  for (const run of withPeers ? await runPeers(pack, out) : []) {
    if ('problem' in run) {
      problems.push(`${run.peer.name}: ${run.problem}`);
      continue;
    }
    files.push(run.file);
    figures[basename(run.file, '.jsonl')] = figuresOf(pack, readRun(run.file), languages);
  }
  return { measured, files, figures, problems };
}

/** Adds rows of the news web to the runs that have them; trafilatura's go to its version. */
function withNewsweb(
  figures: Readonly<Record<string, Figures>>,
  web: Readonly<Record<string, Figures>>,
): Record<string, Figures> {
  return Object.fromEntries(
    Object.entries(figures).map(([run, one]) => [
      run,
      { ...one, ...(web[run] ?? web[run.replace(/-[\d.]+$/, '')] ?? {}) },
    ]),
  );
}

/**
 * Measures the cleaner and its peers in one run; writes `report.md` and `report.json` to `out/extraction`.
 */
async function measureAll(
  pack: Pack,
  out: string,
  { withPeers, withWeb, withSpeed }: Readonly<Record<'withPeers' | 'withWeb' | 'withSpeed', boolean>>,
): Promise<{ readonly report: Report; readonly measured: Measured }> {
  const { measured, files, figures, problems } = await collect(pack, out, withPeers);
  const web = join(pack.folder, '..', 'newsweb');
  const hasWeb = existsSync(join(web, 'server.mjs'));
  const newsweb = withWeb && hasWeb ? await scoreNewsweb(pack, web, out, withPeers) : {};
  const speed = withSpeed
    ? measureSpeed(pack, out, withPeers ? peers.filter(({ name }) => timedWithUs.has(name)) : [])
    : {};
  const python = scoreWithPython(pack, files, join(out, 'extraction', 'score.json'));
  const report: Report = {
    corpus: pack.hash,
    pages: pack.pages.length,
    figures: withNewsweb(figures, newsweb),
    problems,
    table: python?.table,
    speed,
    disagreements: Object.entries(python?.figures ?? {}).flatMap(([run, theirs]) =>
      disagreements(run, figures[run] ?? {}, theirs),
    ),
    leftOut: [
      ...(withPeers ? [] : ['the peers: --quick']),
      ...(withSpeed ? [] : ['speed: --no-speed']),
      ...(withWeb ? [] : ['the news web: --no-newsweb']),
      ...(withWeb && !hasWeb ? ['the news web: it is not beside the pack'] : []),
      ...(python === undefined ? ["score.py's own table: there is no Python here"] : []),
    ],
  };
  return { report, measured };
}

/**
 * The whole table of article extraction, its floors raised, or one of its parts: `speed` of a page beside a
 * bare parse, `memory` of a worker over many pages, `peers` for the table in the docs. `out` is the folder for what the bench leaves behind.
 */
export async function benchExtraction(words: readonly string[], out: string): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      'no-newsweb': { type: 'boolean', default: false },
      'no-speed': { type: 'boolean', default: false },
      ours: { type: 'boolean', default: false },
      'raise-floors': { type: 'boolean', default: false },
    },
  });
  const folder = packFolder();
  if (folder === undefined) {
    console.log(
      'the public cases are not here: put them beside the project as ../shared/bench, or name them in NEWSMILL_BENCH',
    );
    process.exitCode = 1;
    return;
  }
  const [part, ...rest] = positionals;
  if (part === 'speed') return benchSpeed(folder);
  if (part === 'memory') return benchMemory(folder, rest);
  if (part === 'peers') return benchPeers(folder, out, values.ours);
  if (part !== undefined) throw new Error(`extraction has the parts speed, memory and peers, not ${part}`);
  const pack = openPack(folder);
  if (values['raise-floors']) {
    writeFloors(raiseFloors(readFloors(), pack.hash, measureCleaner(pack).measured));
    return void console.log('bench/extraction/floors.json holds what was measured');
  }
  const { report } = await measureAll(pack, out, {
    withPeers: !values.quick,
    withWeb: !values['no-newsweb'],
    withSpeed: !values['no-speed'],
  });
  mkdirSync(join(out, 'extraction'), { recursive: true });
  writeFileSync(join(out, 'extraction', 'report.json'), `${JSON.stringify(report, null, 1)}\n`);
  const text = writeReport(report);
  writeFileSync(join(out, 'extraction', 'report.md'), text);
  console.log(text);
}
