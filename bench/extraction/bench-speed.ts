import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const rounds = 5;
/** Passes until the compilers have settled: until then a fifth of the time is theirs, and it falls from pass to pass. */
const settling = 28;
const passes = settling + 12;

/** CPU time of one page, milliseconds, all threads of the process together. */
export interface PageTime {
  readonly what: 'cleaner' | 'parser';
  /** First pass after one over the same pages, best round: compilers are still at work. */
  readonly coldMs: number;
  /** Best and median of the passes of all rounds after the compilers have settled. */
  readonly warmMs: number;
  readonly warmMedianMs: number;
  /** Mean size of a page, thousand characters. */
  readonly kilobytes: number;
}

interface Pass {
  readonly pass: number;
  readonly ms: number;
  readonly kilobytes: number;
}

function runOnce(folder: string, what: PageTime['what']): Pass[] {
  const script = fileURLToPath(new URL('./time-pages.ts', import.meta.url));
  const run = spawnSync(process.execPath, [...process.execArgv, script, folder, what, String(passes)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (run.status !== 0) throw new Error(`${script} ended with ${run.status ?? run.signal}`);
  return run.stdout
    .trim()
    .split('\n')
    .map((line): Pass => JSON.parse(line));
}

/**
 * Times the cleaner and a bare parse by htmlparser2 over the same pages, in turns, so that slow spells of the
 * machine hit both.
 */
function measurePageTimes(folder: string): PageTime[] {
  const runs: Record<PageTime['what'], Pass[][]> = { cleaner: [], parser: [] };
  for (let round = 0; round < rounds; round += 1)
    for (const what of ['cleaner', 'parser'] as const) runs[what].push(runOnce(folder, what));
  return (['cleaner', 'parser'] as const).map((what) => {
    const timed = runs[what]
      .flat()
      .filter((pass) => pass.pass > settling)
      .map((pass) => pass.ms)
      .sort((a, b) => a - b);
    const cold = runs[what]
      .flat()
      .filter((pass) => pass.pass === 1)
      .map((pass) => pass.ms);
    return {
      what,
      coldMs: Math.min(...cold),
      warmMs: timed[0] ?? 0,
      warmMedianMs: timed[Math.floor(timed.length / 2)] ?? 0,
      kilobytes: runs[what][0]?.[0]?.kilobytes ?? 0,
    };
  });
}

/** Prints what a page costs, warm and cold, beside the parse alone. `folder` is the extraction pack. */
export function benchSpeed(folder: string): void {
  const times = measurePageTimes(folder);
  for (const { what, coldMs, warmMs, warmMedianMs, kilobytes } of times) {
    const name = what === 'cleaner' ? 'newsmill, body and all metadata' : 'htmlparser2, parse alone';
    console.log(
      `${name}: ${warmMs.toFixed(2)} CPU ms a page of ${kilobytes} KB warm (median ${warmMedianMs.toFixed(2)}), ${coldMs.toFixed(2)} cold`,
    );
  }
  const [own, parse] = times;
  if (own !== undefined && parse !== undefined)
    console.log(
      `as a multiple of the parse: ${(own.warmMs / parse.warmMs).toFixed(2)} warm (medians ${(own.warmMedianMs / parse.warmMedianMs).toFixed(2)}), ${(own.coldMs / parse.coldMs).toFixed(2)} cold`,
    );
}

if (import.meta.main) benchSpeed(process.argv[2] ?? '');
