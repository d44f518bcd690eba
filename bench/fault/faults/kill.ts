import { serviceNames } from '@newsmill/contracts';
import { killDrill } from '../../../test/faults/kill-drill.ts';
import { seededRandom } from '../../../test/newsweb/seeded-random.ts';
import { startServers } from '../../../test/servers/start-servers.ts';
import { serviceDrill } from '../../../test/faults/service-drill.ts';
import { settingsOf } from '../../../test/servers/settings-of-servers.ts';
import type { FaultFindings, FaultRun } from '../fault.ts';

/** Enough that there is work at every kill. */
const articlesFor = (kills: number): number => Math.max(300, Math.min(2_000, kills * 20));

async function killServices({ dose, seed, folder }: FaultRun): Promise<FaultFindings> {
  const servers = await startServers(['kafka', 'redis', 'elasticsearch'], { own: true });
  const random = seededRandom(seed + 1);
  // Each service gets its share; which of them is next is a matter of chance.
  const blows = Array.from({ length: dose }, (_, number) => ({
    kill: serviceNames[number % serviceNames.length] ?? 'fetch',
    at: random(),
  })).sort((a, b) => a.at - b.at);
  try {
    const articles = articlesFor(dose);
    const verdict = await serviceDrill({
      articles,
      seed,
      folder,
      servers: settingsOf(servers),
      blows,
      between: [200, 2_000],
      limitMs: 900_000,
    });
    const codes = Object.values(verdict.exitCodes).flat();
    return {
      articles,
      verdict,
      stallsMs: verdict.stallsMs,
      broken: codes.every((code) => code === 0)
        ? []
        : [`services ended with ${JSON.stringify(verdict.exitCodes)}`],
    };
  } finally {
    await servers.close();
  }
}

async function killMill({ dose, seed, folder }: FaultRun): Promise<FaultFindings> {
  const articles = articlesFor(dose);
  const drill = { articles, kills: dose, seed, folder, between: [150, 2_500], limitMs: 900_000 } as const;
  const verdict = await killDrill(drill);
  return {
    articles,
    verdict,
    stallsMs: verdict.stallsMs,
    broken: verdict.exitCode === 0 ? [] : [`the mill ended with ${verdict.exitCode} on SIGTERM`],
  };
}

/** F1: SIGKILL. */
export function kill(run: FaultRun): Promise<FaultFindings> {
  return run.form === 'embedded' ? killMill(run) : killServices(run);
}
