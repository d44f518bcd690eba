import { setTimeout as sleep } from 'node:timers/promises';
import {
  pageFetched,
  writeMessage,
  type Accepted,
  type CleanArticle,
  type FetchedPage,
  type Known,
} from '@newsmill/contracts';
import { giveWay, publishDurably, type Running, type StagePorts } from '@newsmill/runtime';
import { DriftPages } from './drift-pages.ts';
import { YoungSites } from './young-sites.ts';

/** Pages that wait for their turn at most; of more, the first articles stay as they are. */
const mostWaiting = 2_000;
/** How often it is looked whether there is something to do, milliseconds. */
const lookEveryMs = 500;

/**
 * The lane in which pages are cleaned again, behind all that is new: the first of a site, those that came
 * before an alarm of their source, and those that were held back.
 */
export interface AgainLane extends Running {
  /** Told of each page that was cleaned, what came of it, and what was known of its site. */
  tell(page: FetchedPage, cleaned: Accepted<CleanArticle>, known: Known): void;
}

type LanePorts = Pick<StagePorts, 'bus' | 'health' | 'note' | 'now' | 'metrics'>;

/** Hands a page to the clean stage once more; its bytes are in the archive. */
async function handOn(page: FetchedPage, ports: LanePorts, signal: AbortSignal): Promise<void> {
  const { item: key } = page;
  const wire = writeMessage(pageFetched, page, { key, source: 'clean', time: ports.now() });
  await publishDurably([{ topic: pageFetched.name, ...wire }], ports, () => signal.aborted);
}

/**
 * Starts the lane; `hasSiteMemory`: whether sites are remembered (NEWSMILL_SITE_MEMORY). What waits in it
 * is in the memory of this process: when that ends, the articles stay as they are.
 */
export function startAgainLane(ports: LanePorts, hasSiteMemory: boolean): AgainLane {
  const halt = new AbortController();
  const sites = hasSiteMemory ? new YoungSites() : undefined;
  const drift = new DriftPages();
  const waiting: FetchedPage[] = [];
  const pause = () => sleep(lookEveryMs, undefined, { signal: halt.signal }).catch(() => undefined);
  async function step(): Promise<void> {
    const [page] = waiting;
    if (page === undefined) return pause();
    await giveWay(ports, halt.signal);
    if (halt.signal.aborted) return;
    await handOn(page, ports, halt.signal);
    waiting.shift();
  }
  const loop = (async () => {
    // A bus that is away for a while is told of by the stage itself.
    while (!halt.signal.aborted) await step().catch(pause);
  })();
  return {
    tell(page, cleaned, known) {
      const { value: article, remember = [] } = cleaned;
      const change = drift.tell(page, article, known, remember);
      const { sourceId: source } = page;
      if (article.flags.includes('quarantined')) ports.metrics.quarantined.inc({ source });
      if (change.turn === 'drifting')
        ports.note('source.drifting', { source, site: change.site, says: change.says });
      if (change.turn === 'steady') ports.note('source.steady', { source, site: change.site });
      const again = [...(sites?.tell(page, cleaned, known) ?? []), ...change.again];
      if (waiting.length + again.length <= mostWaiting) waiting.push(...again);
    },
    async stop() {
      halt.abort();
      await loop;
    },
  };
}
