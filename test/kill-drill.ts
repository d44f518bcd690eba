import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { urlKey } from '@newsmill/text';
import { judge } from './newsweb/judge.ts';
import { seededRandom } from './newsweb/seeded-random.ts';
import { startNewsWeb } from './newsweb/serve-news-web.ts';
import { readOutcome } from './read-outcome.ts';
import { startMill, untilAtRest, writeSources } from './start-mill.ts';

export interface KillDrill {
  readonly articles: number;
  readonly kills: number;
  readonly seed: number;
  readonly folder: string;
  /** Time between start and kill: uniform between these, milliseconds from the moment the mill listens. */
  readonly between: readonly [number, number];
  readonly limitMs: number;
}
export interface KillVerdict {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly wrong: readonly unknown[];
  readonly fateless: readonly string[];
  readonly unlinked: readonly string[];
  readonly unexpected: readonly string[];
  readonly problems: readonly string[];
  readonly exitCode: number | null;
  readonly documents: number;
  readonly seconds: number;
}

/** Lets a mill read a news web and kills its process at seeded random times; then lets it finish, and judges what it ended with. */
export async function killDrill(drill: KillDrill): Promise<KillVerdict> {
  const began = Date.now();
  const random = seededRandom(drill.seed);
  const web = await startNewsWeb({ articles: drill.articles, seed: drill.seed, delay: '0ms', interval: '3s' });
  const data = join(drill.folder, 'data');
  const sources = join(drill.folder, 'sources');
  writeSources(sources, web.sources);
  const settings = { NEWSMILL_RETRY_LADDER: '200ms,500ms,1s', NEWSMILL_POLL_MIN: '1s', NEWSMILL_REVISITS: '5s,10s,20s,40s,80s,160s,320s,640s', NEWSMILL_LOG_LEVEL: 'error' };
  let changedAt = began;
  try {
    for (let kill = 0; kill < drill.kills; kill += 1) {
      const mill = await startMill({ data, sources, settings });
      await sleep(drill.between[0] + random() * (drill.between[1] - drill.between[0]));
      if (kill === Math.floor(drill.kills / 2)) {
        web.phase(2);
        changedAt = Date.now();
      }
      await mill.kill();
    }
    const mill = await startMill({ data, sources, settings });
    await untilAtRest(mill.address, drill.articles * 0.9, drill.limitMs);
    // A list page does not tell of a change: only a revisit finds it. The ages double, so all are through by twice the time of the change.
    await sleep(Math.max(4_000, began + 2 * (changedAt - began) + 12_000 - Date.now()));
    await untilAtRest(mill.address, drill.articles * 0.9, drill.limitMs);
    const exitCode = await mill.stop();
    const outcome = await readOutcome(data);
    const verdict = judge(web.expected, outcome.documents, outcome.fates, (url) => urlKey(url) ?? url);
    return { ...verdict, problems: outcome.problems, exitCode, documents: outcome.documents.length, seconds: (Date.now() - began) / 1_000 };
  } finally {
    await web.close();
  }
}
