import { articleCleaned, articleEnriched, pipeline } from '@newsmill/contracts';
import { addVector, enrichArticle, loadVectors, lookUpFor } from '@newsmill/enrich';
import { defineStage, runStage, type Role } from '@newsmill/runtime';
import { createModelAdviser } from './model-adviser.ts';

export const enrichStage = defineStage({ step: pipeline[2], from: articleCleaned, to: articleEnriched, lookUp: lookUpFor, run: enrichArticle });

/** The same, with a vector for each article. */
async function withVectors(): Promise<typeof enrichStage> {
  const vectors = await loadVectors();
  return { ...enrichStage, run: (article, known) => addVector(enrichArticle(article, known), vectors) };
}

export const enrichRole: Role = {
  name: 'enrich',
  async start(ports) {
    const adviser = createModelAdviser(ports.settings, ports.now);
    const stage = ports.settings.vectors ? await withVectors() : enrichStage;
    const running = await runStage(adviser === undefined ? stage : { ...stage, adviser }, ports, { batch: 32, parallel: 2, gatherMs: 5 });
    return {
      async stop() {
        await running.stop();
        await adviser?.close();
      },
    };
  },
};
