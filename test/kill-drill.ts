import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { judgeDrill, untilThrough, type DrillVerdict } from './oracle/judge-drill.ts';
import { seededRandom } from './newsweb/seeded-random.ts';
import { startNewsWeb } from './newsweb/serve-news-web.ts';
import { startMill, writeSources } from './start-mill.ts';

export interface KillDrill {
  readonly articles: number;
  readonly kills: number;
  readonly seed: number;
  readonly folder: string;
  /** Time between start and kill: uniform between these, milliseconds from the moment the mill listens. */
  readonly between: readonly [number, number];
  readonly limitMs: number;
  /** SIGTERM instead of SIGKILL. */
  readonly isGentle?: boolean;
}
/** Fast ladders and revisits, so that a drill ends within minutes. */
export const drillSettings = {
  NEWSMILL_RETRY_LADDER: '200ms,500ms,1s',
  NEWSMILL_POLL_MIN: '1s',
  NEWSMILL_REVISITS: '5s,10s,20s,40s,80s,160s,320s,640s',
  NEWSMILL_LOG_LEVEL: 'error',
};

export interface KillVerdict extends DrillVerdict {
  readonly exitCode: number | null;
  /** Of each kill, the time until a process serves again, milliseconds. */
  readonly stallsMs: readonly number[];
  /** Of each kill, how long the process took to end, milliseconds, and its exit code. */
  readonly ends: readonly { readonly ms: number; readonly code: number | null }[];
}

/**
 * Lets a mill read a news web and kills its process at seeded random times; then lets it finish, and judges
 * what it ended with.
 */
export async function killDrill(drill: KillDrill): Promise<KillVerdict> {
  const began = Date.now();
  const random = seededRandom(drill.seed);
  const web = await startNewsWeb({
    articles: drill.articles,
    seed: drill.seed,
    delay: '0ms',
    interval: '3s',
    life: true,
  });
  const data = join(drill.folder, 'data');
  const sources = join(drill.folder, 'sources');
  writeSources(sources, web.sources);
  const settings = drillSettings;
  const stallsMs: number[] = [];
  const ends: { ms: number; code: number | null }[] = [];
  try {
    let mill = await startMill({ data, sources, settings });
    for (let kill = 0; kill < drill.kills; kill += 1) {
      await sleep(drill.between[0] + random() * (drill.between[1] - drill.between[0]));
      if (kill === Math.floor(drill.kills / 2)) web.phase(2);
      const killedAt = performance.now();
      const code = drill.isGentle === true ? await mill.stop() : await mill.kill().then(() => null);
      ends.push({ ms: performance.now() - killedAt, code });
      mill = await startMill({ data, sources, settings });
      stallsMs.push(performance.now() - killedAt);
    }
    await untilThrough(mill.address, drill, web);
    const exitCode = await mill.stop();
    return { ...(await judgeDrill(web, { NEWSMILL_DATA: data }, began)), exitCode, stallsMs, ends };
  } finally {
    await web.close();
  }
}
