import { openKafkaBus } from '@newsmill/bus';
import type { ServiceName } from '@newsmill/contracts';
import { openLinks, type Links } from '../../test/network/open-links.ts';
import { seededRandom, type Random } from '../../test/newsweb/seeded-random.ts';
import {
  handledAgain,
  readHandlings,
  stillAfter,
  waysThrough,
  type Handling,
} from '../../test/faults/read-handlings.ts';
import { startServers, type Servers } from '../../test/servers/start-servers.ts';
import { serviceDrill, type Blow, type ServiceVerdict } from '../../test/faults/service-drill.ts';
import { settingsOf } from '../../test/servers/settings-of-servers.ts';
import { quantile } from '../quantile.ts';
import type { FaultFindings, FaultRun } from './fault.ts';

/** What a fault of the distributed form works with: servers of its own, and the network before them. */
export interface ServiceGround extends Pick<FaultRun, 'dose' | 'seed' | 'folder' | 'tell'> {
  readonly servers: Servers;
  readonly links: Links;
  readonly random: Random;
  /** Settings by which a command finds the servers past the links. */
  readonly direct: Readonly<Record<string, string>>;
}

/** How a fault goes about it. */
export interface ServicePlan {
  readonly articles: number;
  /** Time that the blows take with the pauses between them, about, seconds: articles come in as long. */
  readonly seconds: number;
  readonly copies?: Readonly<Partial<Record<ServiceName, number>>>;
  readonly between: readonly [number, number];
  readonly blows: readonly Blow[];
  /** What an operator does when all is quiet again. */
  readonly settle?: () => Promise<void>;
  /** Figures of its own, and what else must hold and does not; asked while the servers run. */
  readonly judge?: () =>
    | Promise<Pick<FaultFindings, 'extra' | 'broken'>>
    | Pick<FaultFindings, 'extra' | 'broken'>;
}

/** Sites of a news web of so many articles, as it makes them. */
const hostsOf = (articles: number): number => Math.min(200, Math.max(12, Math.ceil(articles / 50)));

/** Visits to each article during a run: the first, one after what changed in its middle, and some to spare. */
const visits = 3;
/**
 * The last visit of a page, which may be the one that finds its correction, comes within the time for which a drill
 * waits for it: at this age, in seconds, or at that of the whole drill.
 */
const lastVisit = 600;

/**
 * The pause between two requests to a host, milliseconds, with which articles come in for as long as the blows take;
 * and the ages at which they are visited again: what changes in the middle is found before the end.
 */
function paceOf({ articles, seconds }: ServicePlan): { readonly delay: number; readonly revisits: string } {
  const delay = Math.max(20, Math.round((seconds * 1_000 * hostsOf(articles)) / articles / visits));
  const last = Math.max(lastVisit, seconds);
  const ages = [0.5, 1, 2, 4, 8].map((share) => Math.min(last, Math.max(5, Math.round(seconds * share))));
  return { delay, revisits: [...new Set(ages)].map((age) => `${age}s`).join(',') };
}

/** Requests are timed where they arrive: what a busy machine sends late may come close before the next one. */
const mostTooSoon = 0.01;

function problemsOf({ exitCodes }: ServiceVerdict): string[] {
  const codes = Object.values(exitCodes).flat();
  return codes.every((code) => code === 0) ? [] : [`services ended with ${JSON.stringify(exitCodes)}`];
}

function hastyRequests({ haste }: ServiceVerdict): string[] {
  return haste.tooSoon <= haste.requests * mostTooSoon
    ? []
    : [`${haste.tooSoon} of ${haste.requests} requests came sooner than half the pause of their host`];
}

function figuresOf(
  verdict: ServiceVerdict,
  handlings: readonly Handling[],
  links: Links,
): Readonly<Record<string, string>> {
  const ways = waysThrough(handlings);
  const seconds = (share: number): string => `${(quantile(ways, share) / 1_000).toFixed(1)} s`;
  const memory = Object.entries(verdict.memoryMb).map(([name, all]) => `${name} ${Math.max(0, ...all)}`);
  const most = (['kafka', 'redis', 'elasticsearch'] as const).map(
    (server) => `${server} ${Math.max(...links.all(server).map((link) => link.mostOpen()))}`,
  );
  return {
    'handled again': `${(handledAgain(handlings) * 100).toFixed(1)} %`,
    'from fetch to library': `${seconds(0.5)} at the median, ${seconds(0.95)} at p95`,
    'resident memory': `${memory.join(', ')} MB`,
    'connections of a service at most': most.join(', '),
    'requests too soon': `${verdict.haste.tooSoon} of ${verdict.haste.requests}`,
  };
}

/**
 * Puts the five services, over servers of their own behind a network that can be spoilt, through the blows of a plan
 * while a news web is read; judges what they ended with. The stall of a blow: from its end until the library takes
 * something in again.
 */
export function faultServices(
  planOf: (ground: ServiceGround) => ServicePlan,
): (run: FaultRun) => Promise<FaultFindings> {
  return (run) => blowServices(run, planOf);
}

async function blowServices(
  run: FaultRun,
  planOf: (ground: ServiceGround) => ServicePlan,
): Promise<FaultFindings> {
  const servers = await startServers(['kafka', 'redis', 'elasticsearch'], { own: true });
  const links = await openLinks(servers, run.seed);
  try {
    const plan = planOf({
      dose: run.dose,
      seed: run.seed,
      folder: run.folder,
      tell: run.tell,
      servers,
      links,
      random: seededRandom(run.seed, 'blows'),
      direct: settingsOf(servers),
    });
    const verdict = await serviceDrill({
      articles: plan.articles,
      seed: run.seed,
      folder: run.folder,
      servers: links.settingsOf,
      copies: plan.copies,
      ...paceOf(plan),
      blows: plan.blows,
      between: plan.between,
      settle: plan.settle,
      limitMs: 900_000,
    });
    const bus = await openKafkaBus({ brokers: servers.kafka.brokers });
    const handlings = await readHandlings(bus).finally(() => bus.close());
    const judged = (await plan.judge?.()) ?? {};
    return {
      articles: plan.articles,
      verdict,
      stallsMs: stillAfter(
        handlings,
        verdict.struck.map(({ to }) => to),
      ),
      extra: { ...figuresOf(verdict, handlings, links), ...judged.extra },
      broken: [...problemsOf(verdict), ...(judged.broken ?? [])],
      late: hastyRequests(verdict),
    };
  } finally {
    await links.close();
    await servers.close();
  }
}
