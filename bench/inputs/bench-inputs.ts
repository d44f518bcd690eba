import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** An input as its suite writes it down: `test` names the one that carries it through its door elsewhere. */
interface InputRecord {
  readonly row: number;
  readonly input: string;
  readonly door: string;
  readonly outcome: string;
  readonly why?: string;
  readonly test?: { readonly file: string; readonly name: string };
  readonly cpuMs: number | null;
  readonly peakRssMb: number | null;
  readonly loopLagMs: number | null;
}
interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

/** Runs suites one after the other; answers the titles of what passed and of what did not. */
function runSuites(
  files: readonly string[],
  environment: Readonly<Record<string, string>>,
): { readonly passed: readonly string[]; readonly failed: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-input-tests-'));
  const report = join(folder, 'report.json');
  const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--forceExit', '--runInBand'];
  spawnSync(process.execPath, [...jest, '--json', `--outputFile=${report}`, ...files], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    const { testResults }: Report = JSON.parse(readFileSync(report, 'utf8'));
    const all = testResults.flatMap(({ assertionResults }) => assertionResults);
    const of = (status: string) => all.filter((one) => one.status === status).map(({ title }) => title);
    return { passed: of('passed'), failed: of('failed') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether a title is that of a test whose name has places for what its table says. */
function isOf(title: string, name: string): boolean {
  return name.split(/%[a-z]|\$\w+/).every((word) => title.includes(word));
}

/**
 * `npm run bench -- inputs`: carries every bad input of `test/inputs` through its door, one after the other,
 * measures CPU time, memory and event loop, and writes `bench/inputs/records.json`. Those that suites of their own
 * carry are run there, and have no figures. Ends with 1, and writes nothing, where an outcome is another.
 */
export async function benchInputs(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-inputs-'));
  const path = join(folder, 'records.json');
  try {
    const own = runSuites(['test/inputs/'], { INPUT_RECORDS: path });
    const records: InputRecord[] = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];
    const named = records.flatMap(({ test }) => test ?? []);
    const others = runSuites([...new Set(named.map(({ file }) => file))], {});
    const wrong = [
      ...own.failed,
      ...named
        .map(({ name }) => name)
        .filter(
          (name) =>
            !others.passed.some((title) => isOf(title, name)) ||
            others.failed.some((title) => isOf(title, name)),
        ),
    ];
    const measured = records.filter(({ cpuMs }) => cpuMs !== null);
    const most = (key: 'cpuMs' | 'peakRssMb' | 'loopLagMs') =>
      measured.toSorted((a, b) => (b[key] ?? 0) - (a[key] ?? 0)).slice(0, 3);
    for (const key of ['cpuMs', 'peakRssMb', 'loopLagMs'] as const)
      for (const one of most(key)) console.log(`${key} ${one[key]}: row ${one.row}, ${one.input}`);
    console.log(
      `${records.length} inputs, ${measured.length} of them measured; ${wrong.length} came out otherwise`,
    );
    for (const title of wrong) console.log(`  ${title}`);
    if (wrong.length > 0 || records.length === 0) process.exitCode = 1;
    else
      writeFileSync(
        new URL('./records.json', import.meta.url),
        `${JSON.stringify(
          {
            day: new Date().toISOString().slice(0, 10),
            inputs: records.map(({ test, ...one }) => ({
              ...one,
              ...(test === undefined ? {} : { test: `${test.file}: ${test.name}` }),
            })),
          },
          null,
          1,
        )}\n`,
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
