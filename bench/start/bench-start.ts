import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { serviceNames } from '@newsmill/contracts';
import { freePort } from '../../test/servers/free-ports.ts';
import { startServers } from '../../test/servers/start-servers.ts';
import { settingsOf } from '../../test/servers/settings-of-servers.ts';
import { hearingOf, untilRunning } from '../../test/processes/watch-process.ts';
import { memoryEnvironment, memoryFlags } from '../../tools/setup.mjs';
import { mainThreadSeconds, usageOf } from '../process-tree.ts';

const house = fileURLToPath(new URL('../../', import.meta.url));
/** How long a process has nothing to do before its memory is read, milliseconds. */
const restMs = 3_000;

/** What one start took: seconds of CPU, megabytes. */
interface Start {
  /** Of the process and all that it started. */
  readonly cpu: number;
  /** Of its main thread alone. */
  readonly main?: number;
  readonly rss?: number;
}

type Environment = Readonly<Record<string, string>>;
type Measure = (root: string) => Promise<Start>;

/** Starts a process with a fresh data folder and no source, waits until it serves, and ends it. */
async function measureRun(root: string, words: readonly string[], environment: Environment): Promise<Start> {
  const data = mkdtempSync(join(tmpdir(), 'newsmill-start-'));
  const sources = join(data, 'none');
  mkdirSync(sources);
  const hearing = hearingOf([]);
  const { NODE_OPTIONS: _options, ...inherited } = process.env;
  const child = spawn(
    join(root, 'node_modules', '.bin', 'node'),
    [...memoryFlags, join(root, 'services', 'mill', 'dist', 'main.js'), 'run', ...words],
    {
      cwd: root,
      env: {
        ...inherited,
        ...memoryEnvironment,
        ...hearing.settings,
        NEWSMILL_DATA: data,
        NEWSMILL_SOURCES: sources,
        NEWSMILL_PORT: String(await freePort()),
        ...environment,
      },
      stdio: hearing.stdio,
    },
  );
  const { pid } = child;
  const gone = new Promise((done) => child.once('exit', done));
  try {
    const said: string[] = [];
    if ((await untilRunning(child, said, said)) === undefined || pid === undefined)
      throw new Error(`it ended before it served:\n${said.join('\n')}`);
    const start = { cpu: usageOf({ root: pid }).cpuSeconds, main: mainThreadSeconds(pid) };
    await sleep(restMs);
    return { ...start, rss: usageOf({ root: pid }).rssMb };
  } finally {
    child.kill();
    await gone;
    rmSync(data, { recursive: true, force: true });
  }
}

/** One run of a command, as the shell counts its children (POSIX, times). */
function measureCommand(root: string, words: readonly string[]): Start {
  const node = join(root, 'node_modules', '.bin', 'node');
  const main = join(root, 'services', 'mill', 'dist', 'main.js');
  const script = '"$@" > /dev/null; times';
  const out = execFileSync('/bin/sh', ['-c', script, 'sh', node, ...memoryFlags, main, ...words]).toString();
  const spent = [...(out.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  return {
    cpu: spent.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0),
  };
}

function figure(values: readonly (number | undefined)[], digits: number): string {
  const sorted = values.filter((value) => value !== undefined).toSorted((a, b) => a - b);
  const [least] = sorted;
  return least === undefined
    ? ''
    : `${least.toFixed(digits)} / ${(sorted[Math.floor(sorted.length / 2)] ?? least).toFixed(digits)}`;
}

/** Measures in turns, so that each checkout has the same neighbours on the machine. */
async function tell(name: string, roots: readonly string[], rounds: number, measure: Measure): Promise<void> {
  const starts = roots.map((root) => ({ root, of: [] as Start[] }));
  for (let round = 0; round < rounds; round += 1)
    for (const { root, of } of starts) of.push(await measure(root));
  for (const { root, of } of starts) {
    const cpu = figure(
      of.map((start) => start.cpu),
      2,
    );
    const main = figure(
      of.map((start) => start.main),
      2,
    );
    const rss = figure(
      of.map((start) => start.rss),
      0,
    );
    console.log(`| ${name}${roots.length > 1 ? `, ${root}` : ''} | ${cpu} | ${main} | ${rss} |`);
  }
}

/** `newsmill help`, and a command that reads the settings and a source file. */
const commands: readonly (readonly string[])[] = [['help'], ['validate', 'deploy/sources']];

/**
 * `npm run bench -- start [rounds] [kinds] [folders]`: CPU seconds until a process serves, and its memory at rest,
 * least and median of some rounds. Kinds are `embedded`, `roles` (over real servers) and `commands`; folders are
 * other checkouts, built, that are measured in turns with this one.
 */
export async function benchStart(words: readonly string[]): Promise<void> {
  const kinds = ['embedded', 'roles', 'commands'];
  const rounds = Number(words.find((word) => /^\d+$/.test(word)) ?? 5);
  const asked = words.filter((word) => kinds.includes(word));
  const others = words.filter((word) => !/^\d+$/.test(word) && !kinds.includes(word));
  const roots = [house, ...others.map((folder) => resolve(folder))];
  const isAsked = (kind: string) => asked.length === 0 || asked.includes(kind);
  console.log('| least / median | CPU s | of the main thread | MB at rest |');
  console.log('|---|---|---|---|');
  if (isAsked('commands'))
    for (const command of commands)
      await tell(`newsmill ${command.join(' ')}`, roots, rounds, (root) =>
        Promise.resolve(measureCommand(root, command)),
      );
  if (isAsked('embedded')) await tell('embedded', roots, rounds, (root) => measureRun(root, [], {}));
  if (!isAsked('roles')) return;
  const servers = await startServers(['kafka', 'redis', 'elasticsearch'], { own: true });
  try {
    const settings = settingsOf(servers);
    for (const role of serviceNames)
      await tell(role, roots, rounds, (root) => measureRun(root, ['--role', role], settings));
  } finally {
    await servers.close();
  }
}
