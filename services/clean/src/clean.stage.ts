import {
  articleCleaned,
  pageFetched,
  pipeline,
  type Accepted,
  type CleanArticle,
  type FetchedPage,
  type LookUp,
} from '@newsmill/contracts';
import { driftNames, siteLookUp } from '@newsmill/clean';
import { defineRole, defineStage, messagesInSight, runStage, type WorkerEntry } from '@newsmill/runtime';
import { startAgainLane } from './again-lane.ts';
import { loadPage } from './load-page.ts';
import { cleanWorker, shareCleanModels } from './open-cleaner.ts';

/** What is asked of the state: what the source published before, the alarm that stands, and the paywall. */
function driftLookUp(page: FetchedPage): LookUp {
  const names = driftNames(page);
  return names === undefined
    ? {}
    : { memories: [names.usual, names.odd], keys: [names.alarm, names.paywall] };
}

/** Cleans pages, in threads, with what is remembered of their sources and sites. */
const cleanStage = defineStage({
  step: pipeline.clean,
  from: pageFetched,
  to: articleCleaned,
  lookUp: (page: FetchedPage): LookUp => ({ ...siteLookUp(page), ...driftLookUp(page) }),
  load: loadPage,
  isForgetful: true,
});

/** Cleans pages in threads of their own, each ended when a page takes longer than its budget. */
export const cleanRole = defineRole({
  name: 'clean',
  takes: ['cleanBudget', 'siteMemory'],
  async start(ports) {
    const worker: WorkerEntry = {
      module: cleanWorker,
      shared: shareCleanModels(),
      budgetMs: ports.settings.cleanBudget,
      threads: ports.plan.cleanThreads,
    };
    const workers = ports.threads.open(worker);
    const { siteMemory } = ports.settings;
    const lane = startAgainLane(ports, siteMemory);
    const running = await runStage(
      {
        ...cleanStage,
        ...(siteMemory ? {} : { lookUp: driftLookUp }),
        worker,
        tell: (page, cleaned: Accepted<CleanArticle>, known) => lane.tell(page, cleaned, known),
      },
      { ...ports, workers },
      { batch: 16, parallel: messagesInSight / 16, gatherMs: 0 },
    );
    return {
      async stop() {
        await lane.stop();
        await running.stop();
        await workers.close();
      },
    };
  },
});
