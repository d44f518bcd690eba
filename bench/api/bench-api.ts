import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../test/servers/free-ports.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const version = '4.32.5';

/** Schemathesis in a Python environment of its own, kept for the next time. */
function schemathesis(): string {
  const folder = join(
    process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
    'newsmill',
    `schemathesis-${version}`,
  );
  const command = join(folder, 'bin', 'schemathesis');
  if (existsSync(command)) return command;
  mkdirSync(folder, { recursive: true });
  for (const [program, words] of [
    ['python3', ['-m', 'venv', folder]],
    [join(folder, 'bin', 'pip'), ['install', '--quiet', `schemathesis==${version}`]],
  ] as const) {
    if (spawnSync(program, words, { stdio: 'inherit' }).status !== 0)
      throw new Error(
        `${program} ${words.join(' ')} failed: the benchmark needs Python 3 with venv, and PyPI`,
      );
  }
  return command;
}

interface Mill {
  readonly address: string;
  readonly key: string;
  readonly child: ChildProcess;
}

/** An embedded mill with the demonstration paper, whose articles have arrived. */
async function startMill(data: string): Promise<Mill> {
  const [port, key] = [await freePort(), `nm_${randomBytes(24).toString('base64url')}`];
  const settings = {
    NEWSMILL_PORT: String(port),
    NEWSMILL_DATA: data,
    NEWSMILL_ADMIN_KEY: key,
    NEWSMILL_RATE_LIMIT: '0',
    NEWSMILL_DEMO: 'yes',
    NEWSMILL_VECTORS: 'on',
    NEWSMILL_SOURCES: join(data, 'sources'),
    NEWSMILL_LOG_LEVEL: 'error',
  };
  mkdirSync(join(data, 'sources'), { recursive: true });
  const child = spawn(join(root, 'newsmill'), ['run'], {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const address = `http://127.0.0.1:${port}`;
  for (let turn = 0; turn < 600; turn += 1) {
    await sleep(1_000);
    const answer = await fetch(`${address}/api/v1/search`).catch(() => undefined);
    if (answer?.ok === true && (await answer.json()).total >= 10) return { address, key, child };
  }
  child.kill();
  throw new Error('the mill had no articles after ten minutes');
}

interface Run {
  readonly cases: number;
  readonly failures: number;
}

/**
 * One run with one seed; every kind of data, right and wrong. Event streams never end, so they are left out.
 */
async function runSchemathesis(mill: Mill, examples: number, seed: number, out: string): Promise<Run> {
  const report = join(out, `schemathesis-${seed}.json`);
  const words = [
    'run',
    `${mill.address}/api/v1/openapi.json`,
    '--header',
    `Authorization: Bearer ${mill.key}`,
    '--checks',
    'not_a_server_error',
    '--phases',
    'examples,coverage,fuzzing',
    '--max-examples',
    String(examples),
    '--seed',
    String(seed),
    '--request-timeout',
    '120',
    '--workers',
    '4',
    '--exclude-path-regex',
    'events$',
    '--suppress-health-check',
    'all',
    '--warnings',
    'off',
    '--continue-on-failure',
    '--no-shrink',
    '--report-json-path',
    report,
    '--no-color',
  ];
  const child = spawn(schemathesis(), words, { cwd: out, stdio: ['ignore', 'inherit', 'inherit'] });
  await new Promise((resolve) => void child.on('close', resolve));
  return readReport(report);
}

/** Requests that got no answer count as failures too. */
function readReport(path: string): Run {
  const { generated, unique_failures: unique, errored } = JSON.parse(readFileSync(path, 'utf8')).test_cases;
  return { cases: Number(generated), failures: Number(unique) + Number(errored) };
}

/**
 * `npm run bench -- api [cases] [seed]`: schemathesis against the running API until so many requests were
 * made; counts answers with 5xx.
 */
export async function benchApi(words: readonly string[], out: string): Promise<void> {
  const [wanted, first] = [Number(words[0] ?? 10_000), Number(words[1] ?? 1)];
  const data = mkdtempSync(join(tmpdir(), 'newsmill-bench-api-'));
  mkdirSync(out, { recursive: true });
  const mill = await startMill(data);
  try {
    let [cases, failures] = [0, 0];
    for (let seed = first; cases < wanted; seed += 1) {
      const run = await runSchemathesis(mill, 100, seed, out);
      if (run.cases === 0) throw new Error('schemathesis made no requests; its output above says why');
      cases += run.cases;
      failures += run.failures;
      console.log(
        `seed ${seed}: ${run.cases} cases, ${run.failures} kinds of server errors; ${cases} in all`,
      );
    }
    const isUp = (await fetch(`${mill.address}/readyz`)).ok;
    console.log(
      `schemathesis ${version}: ${cases} cases, ${failures} server errors; the mill is ${isUp ? 'ready' : 'NOT ready'} after it`,
    );
    if (failures > 0 || !isUp) process.exitCode = 1;
  } finally {
    mill.child.kill('SIGTERM');
    await new Promise((resolve) => void mill.child.on('close', resolve));
    rmSync(data, { recursive: true, force: true });
  }
}
