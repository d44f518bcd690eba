import { articleCleaned, pageFetched, pipeline } from '@newsmill/contracts';
import { cleanArticle, siteLookUp } from '@newsmill/clean';
import {
  cleanThreads,
  createWorkerPool,
  defineStage,
  runStage,
  type Role,
  type WorkerEntry,
} from '@newsmill/runtime';

/** Cleans pages with what is remembered of their sites. */
export const cleanStage = defineStage({
  step: pipeline[1],
  from: pageFetched,
  to: articleCleaned,
  lookUp: siteLookUp,
  isForgetful: true,
  run: cleanArticle,
});

const workerModule = new URL(
  import.meta.url.endsWith('.ts') ? './clean.worker.ts' : './clean.worker.js',
  import.meta.url,
);

/** Cleans pages in threads of their own, each ended when a page takes longer than its budget. */
export const cleanRole: Role = {
  name: 'clean',
  async start(ports) {
    const worker: WorkerEntry = {
      module: workerModule,
      budgetMs: ports.settings.cleanBudget,
      threads: cleanThreads(ports.settings),
    };
    const workers = createWorkerPool(worker);
    const { lookUp: _, ...withoutMemory } = cleanStage;
    const running = await runStage(
      { ...(ports.settings.siteMemory ? cleanStage : withoutMemory), worker },
      { ...ports, workers },
      { batch: 16, parallel: 3, gatherMs: 0 },
    );
    return {
      async stop() {
        await running.stop();
        await workers.close();
      },
    };
  },
};
