import { fork, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { SourceInput } from '@newsmill/contracts';
import { writeSources } from '../../test/start-mill.ts';
import { memoryEnvironment, memoryFlags } from '../../tools/setup.mjs';
import { usageOf } from '../process-tree.ts';
import { limitMemory } from './limit-memory.ts';
import { storyPath } from './serve-hostile.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** One look at the mill. */
interface Look {
  readonly seconds: number;
  readonly rssMb: number;
  /**
   * How old the newest story of the honest paper is that can be searched, seconds; while there is none, the time
   * since the run began; undefined where the search gave no answer.
   */
  readonly newestAge: number | undefined;
  /** Greatest and 99th percentile delay of the event loop since the last look, milliseconds. */
  readonly lagMs: { readonly p99: number; readonly most: number } | undefined;
}

const percentile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

/** The mill as the image runs it, in the control group where one can be made. */
async function startLimited(
  data: string,
  procs: string | undefined,
): Promise<{ readonly child: ChildProcess; readonly address: string }> {
  const joinGroup = procs === undefined ? '' : `echo $$ > ${procs}; `;
  const node = join(root, 'node_modules/.bin/node');
  const { NODE_OPTIONS: _options, ...environment } = process.env;
  const settings = {
    NEWSMILL_DATA: data,
    NEWSMILL_SOURCES: join(data, 'sources'),
    NEWSMILL_DEMO: 'no',
    NEWSMILL_WELCOME: 'yes',
    NEWSMILL_POLL_MIN: '1s',
    NEWSMILL_RETRY_LADDER: '5s,20s,60s',
  };
  const child = spawn(
    'sh',
    ['-c', `${joinGroup}exec ${node} ${memoryFlags.join(' ')} services/mill/dist/main.js run --port 0`],
    {
      cwd: root,
      env: { ...environment, ...memoryEnvironment, ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let address: string | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    console.log(`  ${line}`);
    address = /console and search:\s+(http\S+?)\/$/.exec(line)?.[1];
    if (address !== undefined) break;
  }
  if (address === undefined) throw new Error('the mill ended before it listened');
  child.stdout.resume();
  return { child, address };
}

async function look(address: string, pid: number, began: number, source: string): Promise<Look> {
  const answer = async (path: string) => {
    const response = await fetch(`${address}${path}`, { signal: AbortSignal.timeout(20_000) });
    return response.ok ? response : undefined;
  };
  const search = await answer(`/api/v1/search?q=source:${source}&sort=newest&limit=1`).catch(() => undefined);
  const found: { readonly items?: readonly { readonly url: string }[] } =
    search === undefined ? {} : await search.json();
  const time = storyPath.exec(found.items?.[0]?.url ?? '')?.[1];
  const metrics = (await (await answer('/metrics').catch(() => undefined))?.text()) ?? '';
  const gauge = (name: string) => new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1];
  const [p99, most] = [gauge('nodejs_eventloop_lag_p99_seconds'), gauge('nodejs_eventloop_lag_max_seconds')];
  return {
    seconds: (Date.now() - began) / 1_000,
    rssMb: Math.round(usageOf({ root: pid }).rssMb),
    newestAge: search === undefined ? undefined : (Date.now() - Number(time ?? began)) / 1_000,
    lagMs:
      p99 === undefined || most === undefined
        ? undefined
        : { p99: Number(p99) * 1_000, most: Number(most) * 1_000 },
  };
}

/** The web in a process of its own, so that serving large bodies takes no time of the measuring. */
async function startWeb(
  isHostile: boolean,
): Promise<{ readonly web: ChildProcess; readonly sources: readonly SourceInput[] }> {
  const web = fork(
    fileURLToPath(new URL('./web-process.ts', import.meta.url)),
    [isHostile ? 'hostile' : 'calm'],
    { execArgv: ['--conditions=newsmill-source', '--disable-warning=ExperimentalWarning'] },
  );
  const sources = await new Promise<readonly SourceInput[]>((resolve, reject) => {
    web.once('message', (message: readonly SourceInput[]) => resolve(message));
    web.once('exit', () => reject(new Error('the web ended before it was there')));
  });
  return { web, sources };
}

/** What is kept of a run, and printed in docs/reliability.md; times of the event loop are milliseconds. */
interface HostileRecord {
  readonly day: string;
  readonly cores: number;
  readonly minutes: number;
  readonly sources: number;
  /** What the mill may use, megabytes; null where it could not be limited. */
  readonly limitMb: number | null;
  readonly isAlive: boolean;
  readonly isBalanced: boolean;
  /** Of the mill and its library, megabytes. */
  readonly rssMb: { readonly median: number; readonly most: number; readonly group: number | null };
  /** How old the newest honest story is that can be searched, seconds. */
  readonly ageS: { readonly median: number; readonly p95: number; readonly most: number };
  /** Of the 99th percentiles of two seconds each. */
  readonly loopP99Ms: { readonly median: number; readonly p95: number; readonly most: number };
  /** Looks at which the search or the metrics gave no answer within twenty seconds. */
  readonly unanswered: number;
  readonly looks: number;
  /** Promises that were not kept, each in a sentence. */
  readonly late: readonly string[];
}

/** What a mill keeps to under such sources: p95 of the age, seconds; p99 of the event loop, milliseconds. */
const promised = { ageS: 15, loopMs: 50 };

const round = (value: number): number => Math.round(value * 10) / 10;
function spread(values: readonly number[]): { median: number; p95: number; most: number } {
  return {
    median: round(percentile(values, 0.5) ?? Infinity),
    p95: round(percentile(values, 0.95) ?? Infinity),
    most: round(Math.max(...values)),
  };
}

/** Promises that a run did not keep; its memory is judged also where no control group limits it. */
function lateOf(
  { ageS, loopP99Ms, rssMb, unanswered, looks }: Omit<HostileRecord, 'late'>,
  mostMb: number,
): string[] {
  return [
    ...(unanswered * 100 <= looks ? [] : ['it did not answer at times']),
    ...(ageS.p95 < promised.ageS ? [] : [`the newest honest story was older than ${promised.ageS} s`]),
    ...(loopP99Ms.median < promised.loopMs
      ? []
      : [`the event loop was held for more than ${promised.loopMs} ms`]),
    ...(rssMb.most < mostMb ? [] : [`it used more than its ${mostMb} MB`]),
  ];
}

/**
 * `npm run bench -- hostile [minutes] [megabytes] [calm] [--write]`: an embedded mill under some twenty hostile sources
 * and one honest paper, in a control group where one can be made (root). Says resident memory, delay of the
 * event loop, and how old the newest honest story is. Exit code 1 when the mill died, does not balance, or kept a
 * promise of time or memory not; `--write` keeps the record that docs/reliability.md is made of.
 */
export async function benchHostile(words: readonly string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { write: { type: 'boolean', default: false } },
  });
  const [minutes = '10', megabytes = '1024', mood = 'hostile'] = positionals;
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-hostile-'));
  const data = join(folder, 'data');
  mkdirSync(data);
  const { web, sources } = await startWeb(mood !== 'calm');
  writeSources(join(data, 'sources'), sources);
  const group = limitMemory(`newsmill-hostile-${process.pid}`, Number(megabytes));
  if (group.problem !== undefined)
    console.log(`no control group here (${group.problem}): memory is watched, not limited`);
  const { child, address } = await startLimited(data, group.procs);
  const looks: Look[] = [];
  const began = Date.now();
  try {
    for (
      const end = began + Number(minutes) * 60_000;
      Date.now() < end && child.exitCode === null && child.signalCode === null;
      await sleep(2_000)
    ) {
      const seen = await look(address, child.pid ?? 0, began, 'honest-post');
      looks.push(seen);
      if (looks.length % 15 === 0) console.log(JSON.stringify(seen));
    }
    const isAlive = child.exitCode === null && child.signalCode === null;
    const memory = looks.map(({ rssMb }) => rssMb);
    const told = async (path: string) =>
      isAlive ? (await fetch(`${address}${path}`, { headers: { connection: 'close' } })).json() : undefined;
    const audit = await told('/api/v1/audit');
    const dead = await told('/api/v1/dead-letters?limit=1');
    const seen: Omit<HostileRecord, 'late'> = {
      day: new Date().toISOString().slice(0, 10),
      cores: availableParallelism(),
      minutes: Number(minutes),
      sources: sources.length,
      limitMb: group.problem === undefined ? Number(megabytes) : null,
      isAlive,
      isBalanced: audit?.balanced === true,
      rssMb: {
        median: percentile(memory, 0.5) ?? 0,
        most: Math.max(...memory),
        group: group.peak() ?? null,
      },
      ageS: spread(looks.flatMap(({ newestAge }) => newestAge ?? [])),
      loopP99Ms: spread(looks.flatMap(({ lagMs }) => lagMs?.p99 ?? [])),
      unanswered: looks.filter(({ lagMs, newestAge }) => lagMs === undefined || newestAge === undefined)
        .length,
      looks: looks.length,
    };
    const record: HostileRecord = { ...seen, late: lateOf(seen, Number(megabytes)) };
    const loopMs = Math.max(...looks.flatMap(({ lagMs }) => lagMs?.most ?? []));
    const more = { exit: child.exitCode ?? child.signalCode, loopMs, totals: audit?.totals };
    console.log(JSON.stringify({ ...record, ...more, deadGroups: dead?.groups }, null, 1));
    if (!isAlive || !record.isBalanced || record.late.length > 0) process.exitCode = 1;
    if (values.write)
      writeFileSync(new URL('./record.json', import.meta.url), `${JSON.stringify(record, null, 2)}\n`);
  } finally {
    child.kill('SIGTERM');
    await Promise.race([new Promise((resolve) => child.once('exit', resolve)), sleep(25_000)]);
    web.kill();
    rmSync(folder, { recursive: true, force: true });
    await group.remove();
  }
}
