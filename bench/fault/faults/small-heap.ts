import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { finalFates, serviceNames } from '@newsmill/contracts';
import { drillSettings } from '../../../test/faults/mill-drill.ts';
import { judge } from '../../../test/oracle/judge.ts';
import { readOutcome, type Outcome } from '../../../test/oracle/read-outcome.ts';
import { startNewsWeb } from '../../../test/newsweb/serve-news-web.ts';
import { startServers } from '../../../test/servers/start-servers.ts';
import { settingsOf } from '../../../test/servers/settings-of-servers.ts';
import { startMill, untilAtRest, writeSources } from '../../../test/processes/start-mill.ts';
import { startServices } from '../../../test/processes/start-services.ts';
import { hostilePapers } from '../../hostile/hostile-papers.ts';
import type { FaultFindings, FaultRun } from '../fault.ts';

/** Old space of the mill's own thread, and the largest page that the source may send. */
const heapMb = 128;
const pageMb = 10;
const host = '127.0.3.1';
/** Papers whose pages are as large as they may be, each in another way. */
const names = ['long-pages', 'many-blocks', 'deep-page', 'many-spaces', 'comments', 'attributes', 'table'];
const papers = hostilePapers.filter(({ name }) => names.includes(name));

/** A paper of which every page is huge; `count` of them. */
async function serveHuge(count: number): Promise<{ readonly origin: string; close(): void }> {
  const server = createServer((request, reply) => {
    const number = /^\/huge\/(\d+)$/.exec(request.url ?? '')?.[1];
    if (request.url === '/feed')
      return void reply
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end(
          `<rss version="2.0"><channel><title>Huge Post</title>${Array.from({ length: count }, (_, n) => `<item><title>Huge ${n}</title><link>/huge/${n}</link></item>`).join('')}</channel></rss>`,
        );
    const answer = papers[Number(number) % papers.length]?.page?.(`/${String(number)}`, '');
    if (answer === undefined) return void reply.writeHead(404).end();
    return void reply
      .writeHead(200, {
        'content-type': answer.type,
        ...(answer.gzip === true ? { 'content-encoding': 'gzip' } : {}),
      })
      .end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo; // a TCP server has an address and a port
  return {
    origin: `http://${host}:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A mill of either form with a small heap. */
interface SmallMill {
  readonly address: string;
  /** By which anyone can open what it works on. */
  readonly settings: Readonly<Record<string, string>>;
  /** SIGTERM; answers what ended otherwise than it should have. */
  stop(): Promise<readonly string[]>;
  kill(): Promise<void>;
  /** What has died by itself. */
  died(): readonly string[];
}

interface Folders {
  readonly data: string;
  readonly sources: string;
}

const smallSettings = { ...drillSettings, NEWSMILL_REVISITS: '' };
const flag = `--max-old-space-size=${heapMb}`;

async function startSmall({ data, sources }: Folders): Promise<SmallMill> {
  const mill = await startMill({ data, sources, settings: smallSettings, flags: [flag] });
  let hasEnded = false;
  mill.process.once('exit', () => {
    hasEnded = true;
  });
  return {
    address: mill.address,
    settings: { NEWSMILL_DATA: data },
    async stop() {
      const code = await mill.stop();
      return code === 0 ? [] : [`the mill ended with ${code} on SIGTERM`];
    },
    kill: () => mill.kill(),
    died: () => (hasEnded ? ['the mill has died'] : []),
  };
}

/** Over servers of its own; the clean service has the small heap. */
async function startSmallServices({ data, sources }: Folders): Promise<SmallMill> {
  const servers = await startServers(['kafka', 'redis', 'elasticsearch'], { own: true });
  const settings = {
    ...smallSettings,
    ...settingsOf(servers),
    NEWSMILL_DATA: data,
    NEWSMILL_SOURCES: sources,
    NEWSMILL_ADMIN_KEY: 'a-key-for-the-drill-alone',
  };
  try {
    const services = await startServices((name) =>
      name === 'clean' ? { ...settings, NODE_OPTIONS: flag } : settings,
    );
    return {
      address: services.address,
      settings,
      async stop() {
        const codes = await services.stop();
        return Object.values(codes)
          .flat()
          .every((code) => code === 0)
          ? []
          : [`services ended with ${JSON.stringify(codes)}`];
      },
      async kill() {
        await services.stop();
        await servers.close();
      },
      died: () =>
        serviceNames
          .filter((name) => services.processes(name).length === 0)
          .map((name) => `${name} has died`),
    };
  } catch (error) {
    await servers.close();
    throw error;
  }
}

/**
 * F16: pages of ten megabytes for a mill with a small heap. It lives, each of them has a fate, and the articles of
 * others do not suffer.
 */
export async function smallHeap({ dose, seed, folder, form }: FaultRun): Promise<FaultFindings> {
  const articles = dose < papers.length ? 60 : 100;
  const huge = await serveHuge(dose);
  const web = await startNewsWeb({ articles, seed, delay: '0ms', interval: '30s', life: false });
  const [data, sources] = [join(folder, 'data'), join(folder, 'sources')];
  writeSources(sources, [
    ...web.sources,
    {
      id: 'huge-post',
      name: 'Huge Post',
      channels: [{ kind: 'feed', url: `${huge.origin}/feed`, interval: '1h' }],
      allowPrivate: [new URL(huge.origin).host],
      limits: { delay: '0ms', maxBytes: pageMb * 1_048_576 },
    },
  ]);
  const broken: string[] = [];
  const mill = await (form === 'embedded' ? startSmall : startSmallServices)({ data, sources });
  let outcome: Outcome;
  try {
    try {
      await untilAtRest(mill.address, articles * 0.9 + dose, 600_000);
    } catch (error) {
      broken.push(String(error));
    }
    broken.push(...mill.died(), ...(await mill.stop()));
    outcome = await readOutcome(mill.settings, web.expected);
  } finally {
    huge.close();
    await mill.kill();
    await web.close();
  }
  const isHuge = (url: string): boolean => url.startsWith(huge.origin);
  const fates = [...outcome.fates]
    .filter(([url]) => isHuge(url))
    .map(([, { fate, reason }]) => ({ fate, reason }));
  if (fates.length < dose) broken.push(`the ledger knows of ${fates.length} of ${dose} huge pages`);
  for (const { fate } of fates)
    if (![...finalFates].some((one) => one === fate)) broken.push(`a huge page is still ${fate}`);
  const became = Map.groupBy(fates, ({ fate, reason }) => reason ?? fate);
  return {
    articles: articles + dose,
    verdict: judge(web.expected, {
      ...outcome,
      documents: outcome.documents.filter(({ url }) => !isHuge(url)),
      fates: new Map([...outcome.fates].filter(([url]) => !isHuge(url))),
      letters: outcome.letters.filter(({ url }) => !isHuge(url)),
    }),
    extra: {
      'huge pages became': [...became].map(([what, { length }]) => `${length} ${what}`).join(', '),
    },
    broken,
  };
}
