import { spawnSync } from 'node:child_process';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServers } from '../test/servers/start-servers.ts';
import { loadSource } from '../tools/load-source.mjs';
import { benchSiteMemory } from './newsweb/bench-site-memory.ts';
import {
  benchFolder,
  cleanAlone,
  runMillOverWeb,
  runTrafilatura,
  type NewsWebRun,
} from './newsweb/bench-newsweb.ts';

const out = fileURLToPath(new URL('./out/', import.meta.url));
const per1000 = (seconds: unknown, pages: unknown) => (Number(seconds) / Math.max(1, Number(pages))) * 1_000;

function webFolder(): string | undefined {
  const folder = benchFolder();
  if (folder !== undefined) return join(folder, 'newsweb');
  console.log(
    'the public cases are not here: put them beside the project as ../shared/bench, or name them in NEWSMILL_BENCH',
  );
  process.exitCode = 1;
  return undefined;
}

/** Hostile texts in every way out. They are shown by the API, whose sources have decorators. */
async function payloads(words: readonly string[]): Promise<void> {
  registerHooks({ load: loadSource });
  await (await import('./payloads/bench-payloads.ts')).benchPayloads(words);
}

/** The mill over the news web, and the same pages cleaned by trafilatura beside it. */
async function newsweb(words: readonly string[]): Promise<void> {
  const web = webFolder();
  if (web === undefined) return;
  const [profile = 'calm', articles = '2000', hosts = '100', seed = '7', form = 'embedded'] = words;
  if (form !== 'embedded' && form !== 'distributed')
    throw new Error(`the form is embedded or distributed, not ${form}`);
  if (profile !== 'calm' && profile !== 'storm')
    throw new Error(`the profile is calm or storm, not ${profile}`);
  const run: NewsWebRun = {
    form,
    profile,
    articles: Number(articles),
    hosts: Number(hosts),
    seed: Number(seed),
    web,
    out: join(out, `${profile}-${articles}`),
  };
  const { figures, scores, manners } = await runMillOverWeb(run);
  console.log(`\n${profile}, ${articles} articles, ${hosts} hosts, seed ${seed}, ${form}`);
  console.log(
    `newsmill: ${(figures.articles / figures.seconds).toFixed(1)} articles/s, ${per1000(figures.cpuSeconds, figures.articles).toFixed(1)} CPU s per 1,000 articles, ${figures.peakRssMb} MB at most`,
  );
  console.log(JSON.stringify(scores, null, 1));
  const {
    requests,
    maxInflightPerHost,
    privateHits,
    hostsPageBeforeRobots,
    articlesFetchedMoreThanOnce,
    status,
  } = manners;
  console.log(
    'manners',
    JSON.stringify({
      requests,
      maxInflightPerHost,
      privateHits,
      hostsPageBeforeRobots,
      articlesFetchedMoreThanOnce,
      status,
    }),
  );
  const alone = await cleanAlone(run);
  console.log(
    `cleaning alone: newsmill ${per1000(alone.cpuSeconds, alone.pages).toFixed(1)} CPU s per 1,000 pages`,
  );
  const peer = await runTrafilatura(run);
  if (peer === undefined)
    return void console.log('trafilatura: not measured, there is no Python with it here');
  console.log(
    `cleaning alone: trafilatura ${per1000(peer.cpuSeconds, peer.pages).toFixed(1)} CPU s per 1,000 pages, body F1 > 0.9 on ${String(peer.scores['f90ofFoundPct'])} % (newsmill ${String(scores['f90ofFoundPct'])} %), mean ${String(peer.scores['meanF1Found'])} (${String(scores['meanF1Found'])})`,
  );
}

/** What the Kafka bus costs, in a process of its own on a broker of its own. */
async function busSpeed([count = '20000', bytes = '5000']: readonly string[]): Promise<void> {
  const servers = await startServers(['kafka'], { own: true });
  try {
    spawnSync(
      process.execPath,
      [
        ...process.execArgv,
        fileURLToPath(new URL('./bus-speed.ts', import.meta.url)),
        servers.kafka.brokers.join(','),
        count,
        bytes,
      ],
      { stdio: 'inherit' },
    );
  } finally {
    await servers.close();
  }
}

const [what = 'newsweb', ...words] = process.argv.slice(2);
const benches: Readonly<Record<string, () => Promise<void>>> = {
  newsweb: () => newsweb(words),
  profile: async () => {
    const web = webFolder();
    if (web !== undefined)
      await (await import('./profile/bench-profile.ts')).benchProfile(words, web, join(out, 'profile'));
  },
  peer: async () => {
    const web = webFolder();
    if (web !== undefined)
      await (await import('./newsweb/bench-peer.ts')).benchPeer(words, web, join(out, 'peer'));
  },
  performance: async () => {
    const web = webFolder();
    if (web !== undefined)
      await (await import('./performance/bench-performance.ts')).benchPerformance(
        words,
        web,
        join(out, 'performance'),
      );
  },
  scaling: async () => {
    const web = webFolder();
    if (web !== undefined)
      await (await import('./scaling/bench-scaling.ts')).benchScaling(words, web, join(out, 'scaling'));
  },
  guard: async () => {
    const web = webFolder();
    if (web !== undefined)
      await (await import('./guard/bench-guard.ts')).benchGuard(words, web, join(out, 'guard'));
  },
  tracing: async () => {
    const web = webFolder();
    if (web !== undefined)
      await (await import('./tracing/bench-tracing.ts')).benchTracing(words, web, join(out, 'tracing'));
  },
  fault: async () => (await import('./fault/bench-fault.ts')).benchFault(words, join(out, 'fault')),
  bus: () => busSpeed(words),
  dead: async () => (await import('./dead/bench-dead.ts')).benchDead(words),
  feeds: async () => void (await import('./feed-speed.ts')),
  start: async () => (await import('./start/bench-start.ts')).benchStart(words),
  restarts: async () => (await import('./restarts/bench-restarts.ts')).benchRestarts(words),
  fuzz: async () => (await import('./fuzz/bench-fuzz.ts')).benchFuzz(words, join(out, 'fuzz')),
  payloads: () => payloads(words),
  inputs: async () => (await import('./inputs/bench-inputs.ts')).benchInputs(),
  hostile: async () => (await import('./hostile/bench-hostile.ts')).benchHostile(words),
  reindex: async () => (await import('./reindex/bench-reindex.ts')).benchReindex(words),
  spelling: async () => (await import('./spelling/bench-spelling.ts')).benchSpelling(),
  ranking: async () => (await import('./ranking/bench-ranking.ts')).benchRanking(words),
  alerts: async () => (await import('./alerts/bench-alerts.ts')).benchAlerts(words),
  library: async () => (await import('./library/bench-library.ts')).benchLibrary(words),
  engines: async () => (await import('./engines/bench-engines.ts')).benchEngines(words),
  scheduler: async () => (await import('./scheduler/bench-scheduler.ts')).benchScheduler(words),
  state: async () => (await import('./state/simulate-state.ts')).simulateState(words),
  sites: async () => (await import('./sites/bench-sites.ts')).benchSites(words, join(out, 'sites')),
  metrics: async () => (await import('./metrics-cost.ts')).benchMetrics(words),
  store: async () => void (await import('./store-speed.ts')),
  validate: async () => (await import('./validate-speed.ts')).benchValidate(words),
  memory: () => benchSiteMemory(Number(words[0] ?? 600), Number(words[1] ?? 30), Number(words[2] ?? 7)),
  api: async () => (await import('./api/bench-api.ts')).benchApi(words, join(out, 'api')),
  enrichment: async () => (await import('./enrichment/bench-enrichment.ts')).benchEnrichment(words, out),
  copies: async () => (await import('./copies/bench-copies.ts')).benchCopies(words),
  extraction: async () => (await import('./extraction/bench-extraction.ts')).benchExtraction(words, out),
};
const bench = benches[what];
if (bench === undefined) {
  console.error(`there is no bench called ${what}; there are: ${Object.keys(benches).join(', ')}`);
  process.exitCode = 2;
} else await bench();
