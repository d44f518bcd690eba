import { fork, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
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
   * How old the newest story of the honest paper is that can be searched, seconds; undefined while there is
   * none.
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
    newestAge: time === undefined ? undefined : (Date.now() - Number(time)) / 1_000,
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

/**
 * `npm run bench -- hostile [minutes] [megabytes] [calm]`: an embedded mill under some twenty hostile sources
 * and one honest paper, in a control group where one can be made (root). Says resident memory, delay of the
 * event loop, and how old the newest honest story is.
 */
export async function benchHostile([
  minutes = '10',
  megabytes = '1024',
  mood = 'hostile',
]: readonly string[]): Promise<void> {
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
    const ages = looks.flatMap(({ newestAge }) => (newestAge === undefined ? [] : [newestAge]));
    const lags = looks.flatMap(({ lagMs }) => (lagMs === undefined ? [] : [lagMs]));
    const told = async (path: string) =>
      isAlive ? (await fetch(`${address}${path}`, { headers: { connection: 'close' } })).json() : undefined;
    const audit = await told('/api/v1/audit');
    const dead = await told('/api/v1/dead-letters?limit=1');
    console.log(
      JSON.stringify(
        {
          minutes: Number(minutes),
          sources: sources.length,
          isAlive,
          exit: child.exitCode ?? child.signalCode,
          rssMb: {
            most: Math.max(...looks.map(({ rssMb }) => rssMb)),
            median: percentile(
              looks.map(({ rssMb }) => rssMb),
              0.5,
            ),
            groupPeak: group.peak(),
          },
          newestStoryAgeS: {
            median: percentile(ages, 0.5),
            p95: percentile(ages, 0.95),
            most: Math.max(...ages),
            last: ages.at(-1),
          },
          loopLagMs: {
            medianOfP99: percentile(
              lags.map(({ p99 }) => p99),
              0.5,
            ),
            p95OfP99: percentile(
              lags.map(({ p99 }) => p99),
              0.95,
            ),
            worstP99: Math.max(...lags.map(({ p99 }) => p99)),
            most: Math.max(...lags.map(({ most }) => most)),
          },
          looksWithoutAnswer: looks.filter(({ lagMs }) => lagMs === undefined).length,
          totals: audit?.totals,
          balanced: audit?.balanced,
          deadGroups: dead?.groups,
        },
        null,
        1,
      ),
    );
    if (!isAlive) process.exitCode = 1;
  } finally {
    child.kill('SIGTERM');
    await Promise.race([new Promise((resolve) => child.once('exit', resolve)), sleep(25_000)]);
    web.kill();
    rmSync(folder, { recursive: true, force: true });
    await group.remove();
  }
}
