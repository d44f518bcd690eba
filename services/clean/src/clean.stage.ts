import { articleCleaned, pageFetched, pipeline, type CleanArticle } from '@newsmill/contracts';
import { chooseArticle, siteLookUp } from '@newsmill/clean';
import { createWorkerPool, defineRole, defineStage, runStage, type WorkerEntry } from '@newsmill/runtime';
import { startAgainLane } from './again-lane.ts';
import { loadPage } from './load-page.ts';
import { cleanWorker, shareCleanModels } from './open-cleaner.ts';

/** Cleans pages with what is remembered of their sites. */
const cleanStage = defineStage({
  step: pipeline.clean,
  from: pageFetched,
  to: articleCleaned,
  lookUp: siteLookUp,
  load: loadPage,
  isForgetful: true,
  run: chooseArticle,
});

/** Cleans pages in threads of their own, each ended when a page takes longer than its budget. */
export const cleanRole = defineRole({
  name: 'clean',
  takes: ['cleanBudget', 'siteMemory'],
  async start(ports) {
    const worker: WorkerEntry = {
      module: cleanWorker,
      budgetMs: ports.settings.cleanBudget,
      threads: ports.plan.cleanThreads,
    };
    shareCleanModels();
    const workers = createWorkerPool(worker, ports.plan.heap);
    const { lookUp: _, ...withoutMemory } = cleanStage;
    const lane = ports.settings.siteMemory ? startAgainLane(ports) : undefined;
    const running = await runStage(
      lane === undefined
        ? { ...withoutMemory, worker }
        : {
            ...cleanStage,
            worker,
            tell: (page, article: CleanArticle, known) => lane.tell(page, article, known),
          },
      { ...ports, workers },
      { batch: 16, parallel: 3, gatherMs: 0 },
    );
    return {
      async stop() {
        await lane?.stop();
        await running.stop();
        await workers.close();
      },
    };
  },
});
