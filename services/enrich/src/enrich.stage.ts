import { articleCleaned, articleEnriched, pipeline } from '@newsmill/contracts';
import { enrichArticle, lookUpFor } from '@newsmill/enrich';
import { defineStage, runStage, type Role } from '@newsmill/runtime';

export const enrichStage = defineStage({ step: pipeline[2], from: articleCleaned, to: articleEnriched, lookUp: lookUpFor, run: enrichArticle });

export const enrichRole: Role = {
  name: 'enrich',
  start: (ports) => runStage(enrichStage, ports, { batch: 32, parallel: 2, gatherMs: 5 }),
};
