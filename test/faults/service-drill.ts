import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serviceNames, type ServiceName } from '@newsmill/contracts';
import { memoryOf } from '../../bench/process-tree.ts';
import { judgeDrill, untilThrough, type DrillVerdict } from '../oracle/judge-drill.ts';
import { drillSettings } from './mill-drill.ts';
import { seededRandom } from '../newsweb/seeded-random.ts';
import { startNewsWeb, type LoggedRequest, type NewsWeb } from '../newsweb/serve-news-web.ts';
import { startServices, type Services } from '../processes/start-services.ts';
import { untilAtRest, writeSources } from '../processes/start-mill.ts';

/** Something bad that happens while the services work; `strike` ends when it is over. */
export type Blow =
  | { readonly kill: ServiceName }
  | { readonly name: string; readonly strike: (services: Services) => Promise<void> };

/** When a blow began and ended, epoch milliseconds. */
export interface Struck {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

type Environment = Readonly<Record<string, string>>;

export interface ServiceDrill {
  readonly articles: number;
  readonly seed: number;
  readonly folder: string;
  /** Settings that name the servers, of all services or of each. */
  readonly servers: Environment | ((name: ServiceName) => Environment);
  /** Copies of services that have more than one. */
  readonly copies?: Readonly<Partial<Record<ServiceName, number>>>;
  /** Pause between two requests to one host that the sources ask for, milliseconds; none without it. */
  readonly delay?: number;
  /** Ages at which articles are visited again; those of all drills without it. */
  readonly revisits?: string;
  readonly blows: readonly Blow[];
  /** Time before each blow: uniform between these, milliseconds. */
  readonly between: readonly [number, number];
  readonly limitMs: number;
  /** What an operator does when all is quiet again. */
  readonly settle?: () => Promise<void>;
}

export interface ServiceVerdict extends DrillVerdict {
  readonly exitCodes: Readonly<Record<string, readonly (number | null)[]>>;
  /** Of each blow, the time until it was over and what it struck ran again, milliseconds. */
  readonly stallsMs: readonly number[];
  readonly struck: readonly Struck[];
  /** Greatest resident memory of each process that lived to the end, megabytes. */
  readonly memoryMb: Readonly<Record<string, readonly number[]>>;
  /** Whether the web was asked more often than its sources allow; see `hasteOf`. */
  readonly haste: Haste;
}

/** How the hosts of a web were treated. */
export interface Haste {
  /** Greatest number of requests that one host had open at a time. */
  readonly atOnce: number;
  /** Requests that came after less than half of the pause that the sources ask for. */
  readonly tooSoon: number;
  readonly requests: number;
}

const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Judges requests; `pauseMs` is what the sources ask for. Requests for robots.txt belong to no queue, and the next
 * hop of a redirect to the visit that began before.
 */
export function hasteOf(web: Pick<NewsWeb, 'requests' | 'busiest'>, pauseMs: number): Haste {
  const last = new Map<string, LoggedRequest>();
  let tooSoon = 0;
  const requests = web.requests().filter(({ path }) => path !== '/robots.txt');
  for (const request of requests) {
    const before = last.get(request.host);
    last.set(request.host, request);
    if (before === undefined || redirects.has(before.status)) continue;
    if (request.time - before.time < pauseMs / 2) tooSoon += 1;
  }
  return { atOnce: web.busiest(), tooSoon, requests: requests.length };
}

async function strike(blow: Blow, services: Services): Promise<Struck> {
  const from = Date.now();
  if ('strike' in blow) await blow.strike(services);
  else {
    await services.kill(blow.kill);
    await services.start(blow.kill);
  }
  return { name: 'strike' in blow ? blow.name : `${blow.kill} killed`, from, to: Date.now() };
}

function peaksOf(services: Services): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(
    serviceNames.map((name) => [
      name,
      services.processes(name).map((pid) => Math.round(memoryOf(pid, 'VmHWM'))),
    ]),
  );
}

/** Lines of the log that a drill which failed tells, the last ones. */
const toldLines = 100;

/** What services know of themselves, for whoever asks why a drill stood still. */
async function whatServicesSay(services: Services, log: readonly string[]): Promise<string> {
  const ask = async (name: ServiceName, path: string): Promise<string> => {
    try {
      const answer = await fetch(`${services.addressOf(name)}${path}`, {
        signal: AbortSignal.timeout(5_000),
      });
      return `${answer.status} ${await answer.text()}`;
    } catch (error) {
      return String(error);
    }
  };
  const parts: string[] = [];
  for (const name of serviceNames) {
    const counts = (await ask(name, '/metrics'))
      .split('\n')
      .filter((line) => /^newsmill_(?:articles_total|consumer_lag_messages)/.test(line));
    parts.push(
      `${name}, processes ${services.processes(name).join(', ')}: ${await ask(name, '/readyz?verbose')}`,
      ...counts,
    );
  }
  return [...parts, ...log.slice(-toldLines)].join('\n');
}

/**
 * Lets the five services read a news web while they are killed and their servers fall; then lets them finish,
 * and judges what they ended with.
 */
export async function serviceDrill(drill: ServiceDrill): Promise<ServiceVerdict> {
  const random = seededRandom(drill.seed);
  const delay = drill.delay ?? 0;
  const web = await startNewsWeb({
    articles: drill.articles,
    seed: drill.seed,
    delay: `${delay}ms`,
    interval: drill.delay === undefined ? '3s' : '10s',
    life: true,
  });
  const sources = join(drill.folder, 'sources');
  writeSources(sources, web.sources);
  const { servers } = drill;
  // Servers fall on purpose, so what services log is told only where the drill itself fails.
  const log: string[] = [];
  const settingsOf = (name: ServiceName): Environment => ({
    ...drillSettings,
    ...(drill.revisits !== undefined && { NEWSMILL_REVISITS: drill.revisits }),
    NEWSMILL_LOG_LEVEL: 'info',
    ...(typeof servers === 'function' ? servers(name) : servers),
    NEWSMILL_SOURCES: sources,
    NEWSMILL_DATA: join(drill.folder, 'data'),
    NEWSMILL_ADMIN_KEY: 'a-key-for-the-drill-alone',
  });
  const began = Date.now();
  const struck: Struck[] = [];
  try {
    const services = await startServices(settingsOf, serviceNames, log);
    try {
      for (const [name, count] of Object.entries(drill.copies ?? {}))
        for (let copy = 1; copy < count; copy += 1) await services.start(name as ServiceName); // the keys of copies
      for (const [number, blow] of drill.blows.entries()) {
        await sleep(drill.between[0] + random() * (drill.between[1] - drill.between[0]));
        if (number === Math.floor(drill.blows.length / 2)) web.phase(2);
        struck.push(await strike(blow, services));
      }
      await untilThrough(services.address, drill, web);
      await drill.settle?.();
    } catch (error) {
      const said = await whatServicesSay(services, log);
      await services.stop();
      throw new Error(`${error instanceof Error ? error.message : String(error)}\n${said}`, { cause: error });
    }
    const memoryMb = peaksOf(services);
    // Pages are revisited all the time: what is under way when all are stopped would be judged half done.
    const fetch = await services.end('fetch');
    await untilAtRest(services.address, drill.articles * 0.9, drill.limitMs);
    const exitCodes = { ...(await services.stop()), fetch };
    const stallsMs = struck.map(({ from, to }) => to - from);
    const haste = hasteOf(web, delay);
    return {
      ...(await judgeDrill(web, settingsOf('api'), began)),
      exitCodes,
      stallsMs,
      struck,
      memoryMb,
      haste,
    };
  } finally {
    await web.close();
  }
}
