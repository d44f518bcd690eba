import type { FetchItem, Source, HttpAnswer } from '@newsmill/contracts';
import type { Running } from '@newsmill/runtime';
import type { StateRecord } from '@newsmill/store';
import { answerQuestion } from './answer-question.ts';
import { claimItems, renewClaims } from './claim-items.ts';
import { leaseMs, momentOf, openCrawl, type Crawl } from './crawl.ts';
import type { CrawlPorts } from './crawl-ports.ts';
import { publishVisit } from './publish-visit.ts';
import { readAnswer } from './read-answer.ts';

export interface RunningCrawl extends Running {
  /** Something may have become due: look now. */
  wake(): void;
  /** Takes in what a hub sent for a channel, as if a poll had brought it; answers the number of entries. */
  takeIn(item: FetchItem, source: Source, answer: HttpAnswer): Promise<number>;
  /** Hosts that this process has asked and that must not be asked yet, for a state that was rebuilt. */
  hosts(): readonly StateRecord[];
}

/** Runs the fetch stage: claims due items, asks for them, carries out what follows. */
export function runCrawl(ports: CrawlPorts): RunningCrawl {
  const halt = new AbortController();
  const crawl = openCrawl(ports, halt.signal);
  const loops = [claimItems(crawl), crawl.intake.watch(ports, halt.signal), renewClaims(crawl)];
  ports.note('stage.started', { stage: 'fetch' });
  return {
    wake: () => crawl.alarm.ring(),
    takeIn: (item, source, answer) => takeIn(crawl, { item, source }, answer),
    hosts: () => crawl.hosts.records(ports.now(), ports.now() + leaseMs),
    async stop() {
      halt.abort();
      await Promise.all(loops);
      await Promise.all(Array.from(crawl.inFlight.values(), ({ done }) => done));
      ports.note('stage.stopped', { stage: 'fetch' });
    },
  };
}

async function takeIn(
  crawl: Crawl,
  { item, source }: { readonly item: FetchItem; readonly source: Source },
  answer: HttpAnswer,
): Promise<number> {
  const visit = await answerQuestion(
    crawl,
    item,
    await readAnswer({ item, source, moment: momentOf(crawl) }, answer, crawl.ports),
  );
  await publishVisit(crawl, item, visit);
  if (visit.found.length > 0) crawl.alarm.ring();
  return visit.found.length;
}
