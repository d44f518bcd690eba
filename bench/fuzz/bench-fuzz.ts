import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hash } from '../../test/newsweb/seeded-random.ts';
import { longestInput } from '../../test/fuzz/mutate-text.ts';
import { runFuzz, type FuzzReport } from '../../test/fuzz/run-fuzz.ts';
import { targets } from '../../test/fuzz/targets.ts';

const longestShown = 120;
const shown = (input: string): string =>
  input.length > longestShown
    ? `${JSON.stringify(input.slice(0, longestShown))}… (${input.length} characters)`
    : JSON.stringify(input);

function report(name: string, { executions, seconds, ways, slowest, findings, seed }: FuzzReport): void {
  console.log(
    `${name}: ${executions} executions in ${seconds.toFixed(1)} s of CPU, ${ways} ways, slowest ${slowest.milliseconds.toFixed(0)} ms (${slowest.input.length} characters), ${findings.length} findings, seed ${seed}`,
  );
}

/** Writes each finding as a case, and says where. */
function keep(name: string, { findings }: FuzzReport, out: string): void {
  for (const { input, problem } of findings) {
    const folder = join(out, name);
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${hash(input).toString(16)}.json`);
    writeFileSync(path, `${JSON.stringify(input)}\n`);
    console.log(
      `  ${problem}\n  ${shown(input)}\n  in ${path}; mend it, then keep it in test/fuzz/cases/${name}`,
    );
  }
}

/** What is kept of a target. Milliseconds of CPU, for each 100 KB of inputs that are longer. */
const recordOf = (name: string, { executions, ways, slowest, findings }: FuzzReport) => ({
  target: name,
  executions,
  ways,
  slowestMs: Math.round(slowest.milliseconds / Math.max(1, slowest.input.length / longestInput)),
  findings: findings.length,
});

/**
 * `npm run bench -- fuzz TARGET|all [--seconds 60] [--seed N] [--write]`: feeds readers with hostile inputs; findings
 * are written to `out`, one file each, and the exit code is 1. With `--write` a run of all keeps the record that
 * docs/reliability.md is made of.
 */
export async function benchFuzz(words: readonly string[], out: string): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: {
      seconds: { type: 'string', default: '60' },
      seed: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const seconds = Number(values.seconds);
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const [which = 'all'] = positionals;
  const chosen = Object.entries(targets).filter(([name]) => which === 'all' || name === which);
  const isPart = chosen.length < Object.keys(targets).length;
  if (chosen.length === 0 || !(seconds > 0) || !Number.isSafeInteger(seed) || (values.write && isPart)) {
    console.error(
      `npm run bench -- fuzz TARGET|all [--seconds 60] [--seed N] [--write: of all]; the targets are ${Object.keys(targets).join(', ')}`,
    );
    process.exitCode = 64;
    return;
  }
  const records: ReturnType<typeof recordOf>[] = [];
  for (const [name, target] of chosen) {
    const done = await runFuzz([name, target], { seconds, seed });
    report(name, done);
    console.log(`  slowest: ${shown(done.slowest.input)}`);
    keep(name, done, out);
    records.push(recordOf(name, done));
    if (done.findings.length > 0) process.exitCode = 1;
  }
  if (values.write)
    writeFileSync(
      new URL('./records.json', import.meta.url),
      `${JSON.stringify({ day: new Date().toISOString().slice(0, 10), seconds, seed, targets: records }, null, 1)}\n`,
    );
}
