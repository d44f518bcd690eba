import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../../tools/find-chromium.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Figures {
  readonly cpuMs: number | null;
  readonly peakRssMb: number | null;
  readonly loopLagMs: number | null;
}
/** An input as its suite writes it down: `test` names the one that carries it through its door elsewhere. */
interface InputRecord extends Figures {
  readonly row: number;
  readonly input: string;
  readonly door: string;
  readonly outcome: string;
  readonly why?: string;
  readonly test?: { readonly file: string; readonly name: string };
}
interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

/** Runs a suite in a process of its own; answers the titles of what passed and of what did not. */
function runSuite(
  path: string,
  environment: Readonly<Record<string, string>>,
  options: readonly string[] = [],
): { readonly passed: readonly string[]; readonly failed: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-input-tests-'));
  const report = join(folder, 'report.json');
  const chromium = findChromium();
  const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--forceExit', '--runInBand'];
  spawnSync(process.execPath, [...jest, '--json', `--outputFile=${report}`, path, ...options], {
    cwd: root,
    env: { ...process.env, ...(chromium === undefined ? {} : { TEST_CHROMIUM: chromium }), ...environment },
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

const greatest = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>(
    (most, value) => (Number(value) > Number(most) ? value : (most ?? value)),
    null,
  );

/** Runs the suites that carry inputs elsewhere; answers the inputs with figures, and what came out otherwise. */
function measureTested(
  records: readonly InputRecord[],
  folder: string,
): { readonly measured: readonly InputRecord[]; readonly wrong: readonly string[] } {
  const wrong: string[] = [];
  const figures = new Map<InputRecord, Figures>();
  for (const [file, inputs = []] of Map.groupBy(records, ({ test }) => test?.file)) {
    if (file === undefined) continue;
    const path = join(folder, 'figures');
    writeFileSync(path, '');
    // One after the other in processes of their own: none holds the memory of those before it.
    const { passed, failed } = runSuite(file, { TEST_FIGURES: path }, [
      `--setupFilesAfterEnv=${fileURLToPath(new URL('./measure-tests.ts', import.meta.url))}`,
    ]);
    const tests: readonly (Figures & { readonly test: string })[] = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
    for (const input of inputs) {
      const { name = '' } = input.test ?? {};
      const own = tests.filter(({ test }) => isOf(test, name));
      if (
        own.length === 0 ||
        !passed.some((title) => isOf(title, name)) ||
        failed.some((one) => isOf(one, name))
      )
        wrong.push(name);
      figures.set(input, {
        cpuMs: greatest(own.map(({ cpuMs }) => cpuMs)),
        peakRssMb: greatest(own.map(({ peakRssMb }) => peakRssMb)),
        loopLagMs: greatest(own.map(({ loopLagMs }) => loopLagMs)),
      });
    }
  }
  return { measured: records.map((one) => ({ ...one, ...figures.get(one) })), wrong };
}

/**
 * `npm run bench -- inputs`: carries every bad input of `test/inputs` through its door, one after the other,
 * measures CPU time, memory and event loop, and writes `bench/inputs/records.json`. Those that suites of their own
 * carry are run there, and their figures are those of the test. Ends with 1, and writes nothing, where an outcome is
 * another.
 */
export async function benchInputs(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-inputs-'));
  const path = join(folder, 'records.json');
  try {
    const own = runSuite('test/inputs/inputs.test', { INPUT_RECORDS: path });
    const taken: InputRecord[] = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];
    const { measured: records, wrong: ofOthers } = measureTested(taken, folder);
    const wrong = [...own.failed, ...ofOthers];
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
