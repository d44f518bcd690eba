import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { judgeDrill, untilThrough, type DrillVerdict } from '../oracle/judge-drill.ts';
import { seededRandom } from '../newsweb/seeded-random.ts';
import { startNewsWeb } from '../newsweb/serve-news-web.ts';
import { startMill, writeSources, type MillProcess } from '../processes/start-mill.ts';

/** What a blow is given. */
export interface MillGround {
  readonly mill: MillProcess;
  /**
   * Starts a process on the same folder, from another built checkout of the project where one is named; `log` takes
   * what it writes.
   */
  readonly start: (how?: { readonly checkout?: string; readonly log?: string[] }) => Promise<MillProcess>;
}

/** Something bad that happens to a mill at work; answers the mill that works when it is over. */
export type MillBlow = (ground: MillGround) => Promise<MillProcess>;

export interface MillDrill {
  readonly articles: number;
  readonly seed: number;
  readonly folder: string;
  readonly blows: readonly MillBlow[];
  /** Time before each blow: uniform between these, milliseconds. */
  readonly between: readonly [number, number];
  readonly limitMs: number;
}

/** Fast ladders and revisits, so that a drill ends within minutes. */
export const drillSettings = {
  NEWSMILL_RETRY_LADDER: '200ms,500ms,1s',
  NEWSMILL_POLL_MIN: '1s',
  NEWSMILL_REVISITS: '5s,10s,20s,40s,80s,160s,320s,640s',
  NEWSMILL_LOG_LEVEL: 'error',
};

export interface MillVerdict extends DrillVerdict {
  readonly exitCode: number | null;
}

/**
 * Lets a mill read a news web while blows come at seeded random times; then lets it finish, and judges what it ended
 * with.
 */
export async function millDrill(drill: MillDrill): Promise<MillVerdict> {
  const began = Date.now();
  const random = seededRandom(drill.seed);
  const web = await startNewsWeb({
    articles: drill.articles,
    seed: drill.seed,
    delay: '0ms',
    interval: '3s',
    life: true,
  });
  const [data, sources] = [join(drill.folder, 'data'), join(drill.folder, 'sources')];
  writeSources(sources, web.sources);
  const start: MillGround['start'] = (how) => startMill({ data, sources, settings: drillSettings, ...how });
  let mill: MillProcess | undefined;
  try {
    mill = await start();
    for (const [number, blow] of drill.blows.entries()) {
      await sleep(drill.between[0] + random() * (drill.between[1] - drill.between[0]));
      if (number === Math.floor(drill.blows.length / 2)) web.phase(2);
      mill = await blow({ mill, start });
    }
    await untilThrough(mill.address, drill, web);
    const exitCode = await mill.stop();
    return { ...(await judgeDrill(web, { NEWSMILL_DATA: data }, began)), exitCode };
  } finally {
    await mill?.kill();
    await web.close();
  }
}
