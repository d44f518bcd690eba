import { fork, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { SourceInput } from '@newsmill/contracts';
import type { Expectation } from '../../test/newsweb/expectation.ts';
import { readOutcome } from '../../test/oracle/read-outcome.ts';
import { writeSources } from '../../test/processes/start-mill.ts';
import { memoryEnvironment, memoryFlags } from '../../tools/setup.mjs';
import { parse } from 'yaml';
import { usageOf } from '../process-tree.ts';
import { storyPath } from './honest-paper.ts';
import { judgeHonest, lateOf, sumAsked, type HostileRecord } from './judge-run.ts';
import { limitMemory } from './limit-memory.ts';
import type { Asked } from './serve-hostile.ts';

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
  /** Greatest delay of the event loop since the last look, milliseconds; undefined where the metrics gave no answer. */
  readonly lagMs: number | undefined;
}

const percentile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

/** The mill as the image runs it, in the control group where one can be made. */
async function startLimited(
  data: string,
  loopFile: string,
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
    BENCH_LOOP: loopFile,
  };
  const flags = [...memoryFlags, '--import', fileURLToPath(new URL('./record-loop.ts', import.meta.url))];
  const child = spawn(
    'sh',
    ['-c', `${joinGroup}exec ${node} ${flags.join(' ')} services/mill/dist/main.js run --port 0`],
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
  const most = /^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(metrics)?.[1];
  return {
    seconds: (Date.now() - began) / 1_000,
    rssMb: Math.round(usageOf({ root: pid }).rssMb),
    newestAge: search === undefined ? undefined : (Date.now() - Number(time ?? began)) / 1_000,
    lagMs: most === undefined ? undefined : Math.round(Number(most) * 1_000),
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

const round = (value: number): number => Math.round(value * 10) / 10;
function spread(values: readonly number[]): { median: number; p95: number; most: number } {
  return {
    median: round(percentile(values, 0.5) ?? Infinity),
    p95: round(percentile(values, 0.95) ?? Infinity),
    most: round(Math.max(...values)),
  };
}

/** What the web says to a word. */
function askWeb<T>(web: ChildProcess, word: 'asked' | 'rest'): Promise<T> {
  return new Promise((resolve) => {
    web.once('message', (answer: T) => resolve(answer));
    web.send(word);
  });
}

/** Waits until each of the last stories is found, no longer than a minute: what is late is judged as lost. */
async function untilTold(address: string, told: readonly Expectation[]): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(1_000)) {
    const counts = await Promise.all(
      told.slice(0, 25).map(async ({ token }) => {
        const answer = await fetch(`${address}/api/v1/search?limit=1&q=${token}`).catch(() => undefined);
        const page: { readonly total?: number } = answer?.ok === true ? await answer.json() : {};
        return page.total ?? 0;
      }),
    );
    if (counts.every((count) => count > 0)) return;
  }
}

/** What the image gives a mill, megabytes: `mem_limit` of docker-compose.yml. */
function composeLimitMb(): number {
  const { services } = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'));
  const [, count, unit] = /^(\d+)([mg])$/.exec(services.mill.mem_limit) ?? [];
  if (count === undefined) throw new Error(`docker-compose.yml gives the mill ${services.mill.mem_limit}`);
  return Number(count) * (unit === 'g' ? 1_024 : 1);
}

/** Ends the mill, and says how it ended: null where it has not after 25 seconds. */
async function stopMill(child: ChildProcess): Promise<number | NodeJS.Signals | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await Promise.race([ended, sleep(25_000)]);
  }
  return child.exitCode ?? child.signalCode;
}

/**
 * `npm run bench -- hostile [minutes] [megabytes] [calm] [--write]`: an embedded mill under some thirty hostile sources
 * and one honest paper, in a control group where one can be made (root), with the memory of docker-compose.yml. Says
 * resident memory, delay of the event loop, what was asked of each source, and how old the newest honest story is.
 * Exit code 1 when the mill died, does not balance, kept a promise of time or memory not, or harmed an honest story (the
 * oracle judges all that were told); `--write` keeps the
 * record that docs/reliability.md is made of.
 */
export async function benchHostile(words: readonly string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { write: { type: 'boolean', default: false } },
  });
  const [minutes = '10', megabytes = composeLimitMb()] = positionals.filter((word) => word !== 'calm');
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-hostile-'));
  const data = join(folder, 'data');
  mkdirSync(data);
  const { web, sources } = await startWeb(!positionals.includes('calm'));
  writeSources(join(data, 'sources'), sources);
  const group = limitMemory(`newsmill-hostile-${process.pid}`, Number(megabytes));
  if (group.problem !== undefined)
    console.log(`no control group here (${group.problem}): memory is watched, not limited`);
  const loopFile = join(folder, 'loop.json');
  const { child, address } = await startLimited(data, loopFile, group.procs);
  child.kill('SIGUSR2');
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
    const asked = await askWeb<readonly Asked[]>(web, 'asked');
    const memory = looks.map(({ rssMb }) => rssMb);
    const told = async (path: string) =>
      isAlive ? (await fetch(`${address}${path}`, { headers: { connection: 'close' } })).json() : undefined;
    const audit = await told('/api/v1/audit');
    const dead = await told('/api/v1/dead-letters?limit=1');
    const stories = await askWeb<readonly Expectation[]>(web, 'rest');
    if (isAlive) await untilTold(address, stories);
    const exit = await stopMill(child);
    const honest = judgeHonest(stories, await readOutcome({ NEWSMILL_DATA: data }, stories));
    const seen: Omit<HostileRecord, 'late'> = {
      day: new Date().toISOString().slice(0, 10),
      cores: availableParallelism(),
      minutes: Number(minutes),
      sources: sources.length,
      asked: sumAsked(asked),
      limitMb: group.problem === undefined ? Number(megabytes) : null,
      isAlive,
      isBalanced: audit?.balanced === true,
      rssMb: {
        median: percentile(memory, 0.5) ?? 0,
        most: Math.max(...memory),
        group: group.peak() ?? null,
      },
      oomKills: group.kills() ?? null,
      ageS: spread(looks.flatMap(({ newestAge }) => newestAge ?? [])),
      loopMs: JSON.parse(readFileSync(loopFile, 'utf8')),
      honest,
      unanswered: looks.filter(({ lagMs, newestAge }) => lagMs === undefined || newestAge === undefined)
        .length,
      looks: looks.length,
    };
    const record: HostileRecord = { ...seen, late: lateOf(seen, Number(megabytes)) };
    const more = { exit, totals: audit?.totals, requests: asked };
    console.log(JSON.stringify({ ...record, ...more, deadGroups: dead?.groups }, null, 1));
    if (!isAlive || !record.isBalanced || record.late.length > 0 || honest.harms.length > 0)
      process.exitCode = 1;
    if (values.write)
      writeFileSync(new URL('./record.json', import.meta.url), `${JSON.stringify(record, null, 2)}\n`);
  } finally {
    await stopMill(child);
    web.kill();
    rmSync(folder, { recursive: true, force: true });
    await group.remove();
  }
}
