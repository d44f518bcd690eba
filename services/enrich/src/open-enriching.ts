import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import type { Note } from '@newsmill/contracts';
import { BadEnrichers, usualModels } from '@newsmill/enrich';
import { shareModels } from '@newsmill/models';
import type { ThreadPlan, WorkerPool, WorkerThreads } from '@newsmill/runtime';
import type { Settings } from '@newsmill/settings';
import type { EnricherChoice } from './load-enrichers.ts';
import { tellProblems } from './tell-problems.ts';

/** The threads that enrich (WorkerPool). */
export const ENRICHING = Symbol('Enriching');

const enrichWorker = new URL('./enrich.worker.ts', import.meta.url);

/** The models of a choice; loads the enrichers, which is why nobody asks who has not chosen. */
async function modelsFor({ enrichers, topicModel, vectors }: EnricherChoice) {
  const { modelsOf } = await import('@newsmill/enrich');
  return modelsOf(enrichers, { vectors, ownTopics: topicModel !== undefined });
}

/** Opens the threads that enrich as the settings choose. Throws BadEnrichers with what is wrong with the choice. */
export async function openEnriching(
  { enrichers, topicModel, vectors, enrichBudget }: Settings,
  plan: ThreadPlan,
  threads: WorkerThreads,
  note: Note,
): Promise<WorkerPool> {
  // A file that is not there is told by its name, before any thread looks for it.
  if (topicModel !== undefined) await access(topicModel, constants.R_OK);
  const choice: EnricherChoice = { enrichers, topicModel, vectors };
  const isChosen = enrichers.length > 0 || topicModel !== undefined || vectors !== undefined;
  const pool = threads.open({
    module: enrichWorker,
    options: choice,
    shared: shareModels(isChosen ? await modelsFor(choice) : usualModels),
    budgetMs: enrichBudget,
    threads: plan.enrichThreads,
  });
  // A choice is read in the threads alone: the first of them says what is wrong with it. Where nothing was chosen
  // nothing can be wrong, and threads and models wait for the first article.
  if (isChosen)
    await pool.ready().catch(async (error: unknown) => {
      await pool.close();
      const text = error instanceof Error ? error.message : String(error);
      throw new BadEnrichers([text.replace(/^the choice of enrichers cannot be used: /, '')]);
    });
  return tellProblems(pool, note);
}
