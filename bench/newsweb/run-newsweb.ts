import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Channel, type SourceInput, ledgerGroup, stages } from '@newsmill/contracts';
import { sourceToYaml } from '@newsmill/source-files';
import { openPorts, type OpenPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import type { Expectation } from '../../test/newsweb/expectation.ts';
import { outcomeOf } from '../../test/oracle/read-outcome.ts';
import { startServers } from '../../test/servers/start-servers.ts';
import { startMill } from '../../test/processes/start-mill.ts';
import { startServices } from '../../test/processes/start-services.ts';
import { memoryEnvironment, memoryFlags } from '../../tools/setup.mjs';
import { childrenOf, secondsByThread, watchUsage } from '../process-tree.ts';
import { watchTaken, type Taken } from '../scaling/services-taken.ts';
import { harmsOverWeb } from './told-of-web.ts';

/** One feed as the news web lists it. */
interface ListedFeed {
  readonly host: number;
  readonly origin: string;
  readonly kind: string;
  readonly url: string;
}

function channelOf(feed: ListedFeed): Partial<Channel> & { url: string } {
  if (feed.kind === 'sitemap') return { kind: 'news-sitemap', url: feed.url, interval: '1d' };
  if (feed.kind === 'list') return { kind: 'list', url: feed.url, select: 'main a', interval: '1d' };
  return { kind: 'feed', url: feed.url, interval: '1d' };
}

function writeSources(feeds: readonly ListedFeed[], directory: string): void {
  const sources = new Map<string, SourceInput & { channels: (Partial<Channel> & { url: string })[] }>();
  for (const feed of feeds) {
    const id = `host-${feed.host}`;
    // Some recorded pages say noindex: their publishers meant the addresses that they had, and the score asks
    // for all of them.
    const source = sources.get(id) ?? {
      id,
      name: `News ${feed.host}`,
      robots: 'robots-txt',
      channels: [],
      allowPrivate: [new URL(feed.origin).host],
      limits: { delay: '0ms', timeout: '10s', maxBytes: 20_000_000 },
    };
    source.channels.push(channelOf(feed));
    sources.set(id, source);
  }
  mkdirSync(directory, { recursive: true });
  for (const source of sources.values())
    writeFileSync(join(directory, `${source.id}.yaml`), sourceToYaml(source));
}

/** A mill at work, in either form. */
interface Work {
  /** When its processes were started. */
  readonly began: number;
  readonly ports: Pick<OpenPorts, 'bus' | 'state' | 'library'>;
  /** CPU seconds and memory of newsmill alone: this process asks and samples from outside. */
  readonly usage: ReturnType<typeof watchUsage>;
  /** Of the mill, where it is one process. */
  readonly pid?: number;
  /** What services and servers take, where they are apart and `--taken` asks for it. */
  readonly taken?: { end(): Promise<Taken> };
  /** Ends it; the ports stay open until `close`. */
  stop(): Promise<unknown>;
  close(): Promise<void>;
}

type Environment = Readonly<Record<string, string>>;

async function workEmbedded(settings: Environment): Promise<Work> {
  const { profile } = values;
  const recorder = fileURLToPath(new URL('../profile/record-mill.ts', import.meta.url));
  if (profile !== undefined) rmSync(profile, { force: true });
  const began = Date.now();
  const mill = await startMill({
    data,
    sources,
    flags: [...memoryFlags, ...(profile === undefined ? [] : ['--import', recorder])],
    settings: {
      ...settings,
      NEWSMILL_DEMO: 'no',
      ...(profile === undefined ? {} : { BENCH_PROFILE: profile }),
    },
  });
  const { pid = 0 } = mill.process;
  const usage = watchUsage({ root: pid });
  const ports = await openPorts(readSettings(settings));
  return { began, pid, usage, ports, stop: mill.stop, close: ports.close };
}

/**
 * Five processes over the servers that are named, or over servers of its own. A namespace of its own keeps
 * runs apart.
 */
async function workDistributed(settings: Environment): Promise<Work> {
  const given = { kafka: values.kafka, redis: values.redis, elastic: values.elastic };
  const own = Object.values(given).includes(undefined)
    ? await startServers(['kafka', 'redis', 'elasticsearch'], { own: true })
    : undefined;
  const namespace = `run-${randomBytes(4).toString('hex')}`;
  const whole = {
    ...settings,
    NEWSMILL_NAMESPACE: namespace,
    NEWSMILL_KAFKA_PARTITIONS: '12',
    NEWSMILL_KAFKA_BROKERS: given.kafka ?? own?.kafka.brokers.join(',') ?? '',
    NEWSMILL_REDIS_URL: given.redis ?? own?.redis.url ?? '',
    NEWSMILL_ELASTICSEARCH_URL: given.elastic ?? own?.elasticsearch.url ?? '',
  };
  const began = Date.now();
  const usage = watchUsage({ root: process.pid, isRootOut: true, except: own?.keeper });
  const ports = await openPorts(readSettings(whole));
  const services = await startServices({ ...whole, NEWSMILL_ADMIN_KEY: randomBytes(12).toString('hex') });
  for (let copy = 1; copy < Number(values.copies); copy += 1)
    await Promise.all((['clean', 'enrich', 'index'] as const).map(services.start));
  // Reads every message again and merges the indices: for those who ask for it alone.
  const taken = values.taken
    ? await watchTaken({
        bus: ports.bus,
        redis: whole.NEWSMILL_REDIS_URL,
        elastic: whole.NEWSMILL_ELASTICSEARCH_URL,
        namespace,
        archive: join(data, 'archive'),
      })
    : undefined;
  return {
    began,
    ...(taken !== undefined && { taken }),
    usage,
    ports,
    stop: async () => void (await services.stop()),
    async close() {
      await ports.close();
      await own?.close();
    },
  };
}

/** Nothing is due within 30 s, nothing is claimed, and every group has lag 0. */
async function isIdle({ ports }: Work): Promise<boolean> {
  const counts = await ports.state.frontierCounts();
  if (counts.some((count) => count.claimed > 0)) return false;
  const next = await ports.state.nextClaimAt();
  if (next !== undefined && next < Date.now() + 30_000) return false;
  for (const group of [...stages.map((stage) => stage.group), ledgerGroup])
    if ((await ports.bus.lag(group)).some((lag) => lag.messages > 0)) return false;
  return true;
}

async function dump({ ports }: Work, path: string): Promise<number> {
  const file = createWriteStream(path);
  let after: string | undefined;
  let count = 0;
  do {
    const page = await ports.library.list({ after, limit: 200 });
    for (const { url, title, content, published, publishedSource, duplicateOf } of page.items) {
      count += 1;
      file.write(
        `${JSON.stringify({ url, title, body: content, published: publishedSource === 'first-seen' ? undefined : published, duplicateOf })}\n`,
      );
    }
    after = page.next;
  } while (after !== undefined);
  await new Promise((resolve) => file.end(resolve));
  return count;
}

/** What the oracle finds in what a stopped mill ended with, by a file of what it was told. */
async function judged({ ports }: Work, path: string): Promise<readonly string[]> {
  const told: readonly Expectation[] = JSON.parse(readFileSync(path, 'utf8'));
  return harmsOverWeb(told, await outcomeOf(ports, told));
}

const { values } = parseArgs({
  options: {
    form: { type: 'string', default: 'embedded' },
    feeds: { type: 'string' },
    dump: { type: 'string' },
    // What the web tells, as the oracle knows it, in JSON: it judges the run, and the answer names each harm.
    told: { type: 'string' },
    profile: { type: 'string' },
    work: { type: 'string' },
    kafka: { type: 'string' },
    redis: { type: 'string' },
    elastic: { type: 'string' },
    'limit-seconds': { type: 'string', default: '900' },
    copies: { type: 'string', default: '1' },
    taken: { type: 'boolean', default: false },
  },
});
if (values.feeds === undefined || values.dump === undefined || values.work === undefined)
  throw new Error('newsweb needs --feeds FILE --dump FILE --work DIR');
if (values.form !== 'embedded' && values.form !== 'distributed')
  throw new Error(`--form is embedded or distributed, not ${values.form}`);

const data = join(values.work, 'data');
const sources = join(data, 'sources');
rmSync(data, { recursive: true, force: true });
writeSources(JSON.parse(readFileSync(values.feeds, 'utf8')), sources);
const settings = {
  ...memoryEnvironment,
  NEWSMILL_DATA: data,
  NEWSMILL_SOURCES: sources,
  NEWSMILL_RETRY_LADDER: '1s,5s,20s',
  NEWSMILL_FETCH_CONCURRENCY: '64',
  NEWSMILL_LOG_LEVEL: process.env['NEWSMILL_LOG_LEVEL'] ?? 'warn',
};
/** Lets the mill write its profile, and adds what the system knows of its threads and processes. */
async function takeProfile(pid: number, file: string): Promise<object> {
  const [seconds, children] = [secondsByThread(pid), childrenOf(pid)];
  process.kill(pid, 'SIGUSR2');
  while (!existsSync(file)) await sleep(100);
  return { ...JSON.parse(readFileSync(file, 'utf8')), seconds, children };
}

const work = values.form === 'embedded' ? await workEmbedded(settings) : await workDistributed(settings);
const { began } = work;
let count = 0;
let lastRise = began;
for (let idle = 0; idle < 3 && Date.now() - began < Number(values['limit-seconds']) * 1_000; ) {
  await sleep(500);
  const now = await work.ports.library.count();
  if (now > count) lastRise = Date.now();
  count = now;
  idle = (await isIdle(work)) ? idle + 1 : 0;
}
const { cpuSeconds, rssMb } = work.usage.stop();
const taken = await work.taken?.end();
const profile =
  values.profile === undefined || work.pid === undefined
    ? undefined
    : await takeProfile(work.pid, values.profile);
await work.stop();
await work.ports.library.refresh();
const articles = await dump(work, values.dump);
const harms = values.told === undefined ? undefined : await judged(work, values.told);
await work.close();
if (values.profile !== undefined)
  writeFileSync(values.profile, JSON.stringify({ articles, cpuSeconds, ...profile }));
process.stdout.write(
  `${JSON.stringify({ articles, seconds: (lastRise - began) / 1_000, cpuSeconds: Math.round(cpuSeconds * 100) / 100, peakRssMb: Math.round(rssMb), taken, harms })}\n`,
);
process.exit(0);
