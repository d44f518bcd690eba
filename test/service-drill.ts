import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceName } from '@newsmill/contracts';
import { judgeDrill, untilThrough, untilWithdrawn, type DrillVerdict } from './oracle/judge-drill.ts';
import { drillSettings } from './kill-drill.ts';
import { seededRandom } from './newsweb/seeded-random.ts';
import { startNewsWeb } from './newsweb/serve-news-web.ts';
import { startServices } from './start-services.ts';
import { untilAtRest, writeSources } from './start-mill.ts';

/** Something bad that happens while the services work. */
export type Blow =
  | { readonly kill: ServiceName }
  | { readonly name: string; readonly strike: () => Promise<void> };

export interface ServiceDrill {
  readonly articles: number;
  readonly seed: number;
  readonly folder: string;
  /** Settings that name the servers. */
  readonly servers: Readonly<Record<string, string>>;
  readonly blows: readonly Blow[];
  /** Time before each blow: uniform between these, milliseconds. */
  readonly between: readonly [number, number];
  readonly limitMs: number;
}

export interface ServiceVerdict extends DrillVerdict {
  readonly exitCodes: Readonly<Record<string, readonly (number | null)[]>>;
  /** Of each blow, the time until what it struck serves again, milliseconds. */
  readonly stallsMs: readonly number[];
}

/**
 * Lets the five services read a news web while they are killed and their servers fall; then lets them finish,
 * and judges what they ended with.
 */
export async function serviceDrill(drill: ServiceDrill): Promise<ServiceVerdict> {
  const random = seededRandom(drill.seed);
  const web = await startNewsWeb({
    articles: drill.articles,
    seed: drill.seed,
    delay: '0ms',
    interval: '3s',
    life: true,
  });
  const sources = join(drill.folder, 'sources');
  writeSources(sources, web.sources);
  // Servers fall on purpose: what stalls meanwhile says so at the level of errors.
  const settings = {
    ...drillSettings,
    NEWSMILL_LOG_LEVEL: 'fatal',
    ...drill.servers,
    NEWSMILL_SOURCES: sources,
    NEWSMILL_DATA: join(drill.folder, 'data'),
    NEWSMILL_ADMIN_KEY: 'a-key-for-the-drill-alone',
  };
  const began = Date.now();
  let changedAt = began;
  const stallsMs: number[] = [];
  try {
    const services = await startServices(settings);
    try {
      for (const [number, blow] of drill.blows.entries()) {
        await sleep(drill.between[0] + random() * (drill.between[1] - drill.between[0]));
        if (number === Math.floor(drill.blows.length / 2)) {
          web.phase(2);
          changedAt = Date.now();
        }
        const struckAt = performance.now();
        if (!('kill' in blow)) await blow.strike();
        else {
          await services.kill(blow.kill);
          await services.start(blow.kill);
        }
        stallsMs.push(performance.now() - struckAt);
      }
      await untilThrough(services.address, drill, { began, changedAt });
      await untilWithdrawn(services.address, web);
    } catch (error) {
      await services.stop();
      throw error;
    }
    // Pages are revisited all the time: what is under way when all are stopped would be judged half done.
    const fetch = await services.end('fetch');
    await untilAtRest(services.address, drill.articles * 0.9, drill.limitMs);
    const exitCodes = { ...(await services.stop()), fetch };
    return { ...(await judgeDrill(web, settings, began)), exitCodes, stallsMs };
  } finally {
    await web.close();
  }
}
