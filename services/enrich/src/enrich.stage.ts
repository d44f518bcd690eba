import { articleCleaned, articleEnriched, pipeline } from '@newsmill/contracts';
import { enrichArticle, lookUpFor } from '@newsmill/enrich';
import { createWorkerPool, defineStage, runStage, type Role, type WorkerEntry } from '@newsmill/runtime';
import { loadEnrichers, type EnricherChoice } from './load-enrichers.ts';
import { createModelAdviser } from './model-adviser.ts';
import { tellProblems } from './tell-problems.ts';

export const enrichStage = defineStage({
  step: pipeline[2],
  from: articleCleaned,
  to: articleEnriched,
  lookUp: lookUpFor,
  run: enrichArticle,
});

const workerModule = new URL(
  import.meta.url.endsWith('.ts') ? './enrich.worker.ts' : './enrich.worker.js',
  import.meta.url,
);

/** Enriches articles in threads of their own, each ended when an article takes longer than its budget. A mistake in the choice of enrichers ends the start. */
export const enrichRole: Role = {
  name: 'enrich',
  async start(ports) {
    const { enrichers, topicModel, vectors, enrichBudget, enrichWorkers } = ports.settings;
    const choice: EnricherChoice = { enrichers, topicModel, vectors };
    // Only to say what is wrong with it; the table of vectors is loaded in the threads.
    await loadEnrichers({ ...choice, vectors: false });
    const worker: WorkerEntry = {
      module: workerModule,
      options: choice,
      budgetMs: enrichBudget,
      threads: enrichWorkers,
    };
    const workers = tellProblems(createWorkerPool(worker), ports.note);
    const adviser = createModelAdviser(ports.settings, ports.now);
    const running = await runStage(
      { ...enrichStage, worker, adviser },
      { ...ports, workers },
      { batch: 32, parallel: 2, gatherMs: 5 },
    );
    return {
      async stop() {
        await running.stop();
        await Promise.all([workers.close(), adviser?.close()]);
      },
    };
  },
};
