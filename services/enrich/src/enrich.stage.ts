import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { articleCleaned, articleEnriched, pipeline, type EnrichedArticle } from '@newsmill/contracts';
import { BadEnrichers, enrichLookUp, nextStop, usualModels } from '@newsmill/enrich';
import { shareModels } from '@newsmill/models';
import { defineStage, defineRole, messagesInSight, runStage, type WorkerEntry } from '@newsmill/runtime';
import { runExtensions } from './extension-stages.ts';
import type { EnricherChoice } from './load-enrichers.ts';
import { modelSettings } from './model-settings.ts';
import { tellProblems } from './tell-problems.ts';

const enrichStage = defineStage({
  step: pipeline.enrich,
  from: articleCleaned,
  to: articleEnriched,
  lookUp: enrichLookUp,
});

/** The models of a choice; loads the enrichers, which is why nobody asks who has not chosen. */
async function modelsFor({ enrichers, topicModel, vectors }: EnricherChoice) {
  const { modelsOf } = await import('@newsmill/enrich');
  return modelsOf(enrichers, { vectors, ownTopics: topicModel !== undefined });
}

const workerModule = new URL('./enrich.worker.ts', import.meta.url);

/**
 * Enriches articles in threads of their own, each ended when an article takes longer than its budget. A
 * mistake in the choice of enrichers ends the start.
 */
export const enrichRole = defineRole({
  name: 'enrich',
  takes: ['enrichers', 'extensions', 'topicModel', 'vectors', 'enrichBudget', ...modelSettings],
  async start(ports) {
    const { enrichers, extensions, topicModel, vectors, enrichBudget } = ports.settings;
    // A file that is not there is told by its name, before any thread looks for it.
    if (topicModel !== undefined) await access(topicModel, constants.R_OK);
    const choice: EnricherChoice = { enrichers, topicModel, vectors };
    const isChosen = enrichers.length > 0 || topicModel !== undefined || vectors !== undefined;
    const worker: WorkerEntry = {
      module: workerModule,
      options: choice,
      shared: shareModels(isChosen ? await modelsFor(choice) : usualModels),
      budgetMs: enrichBudget,
      threads: ports.plan.enrichThreads,
    };
    const workers = tellProblems(ports.threads.open(worker), ports.note);
    // A choice is read in the threads alone: the first of them says what is wrong with it. Where nothing was chosen
    // nothing can be wrong, and threads and models wait for the first article.
    if (isChosen)
      await workers.ready().catch((error: unknown) => {
        const text = error instanceof Error ? error.message : String(error);
        throw new BadEnrichers([text.replace(/^the choice of enrichers cannot be used: /, '')]);
      });
    const adviser =
      ports.settings.llmUrl === undefined
        ? undefined
        : (await import('./model-adviser.ts')).createModelAdviser(ports.settings, ports.now);
    const running = await runStage(
      {
        ...enrichStage,
        worker,
        adviser,
        handOver: (article: EnrichedArticle) => nextStop(article, extensions),
      },
      { ...ports, workers },
      { batch: 32, parallel: messagesInSight / 32, gatherMs: 5 },
    );
    const extending = await runExtensions(extensions, ports);
    return {
      async stop() {
        await Promise.all([running.stop(), extending.stop()]);
        await Promise.all([workers.close(), adviser?.close()]);
      },
    };
  },
});
