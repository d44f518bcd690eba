import { Controller, Inject, type OnApplicationShutdown } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  articleCleaned,
  articleEnriched,
  pipeline,
  type CleanArticle,
  type EnrichedArticle,
  type Outcome,
} from '@newsmill/contracts';
import { enrichLookUp, nextStop } from '@newsmill/enrich';
import { messagesInSight, type Work, type WorkerPool } from '@newsmill/runtime';
import { Step } from '@newsmill/runtime/nest';
import { ModelAdvice } from './model-advice.ts';
import { ENRICHING } from './open-enriching.ts';

/** Enriches articles in threads, each ended when an article takes longer than its budget. */
@Controller()
export class EnrichHandler implements OnApplicationShutdown {
  constructor(@Inject(ENRICHING) private readonly enriching: WorkerPool) {}

  @Step({
    step: pipeline.enrich,
    from: articleCleaned,
    to: articleEnriched,
    lookUp: enrichLookUp,
    handOver: (article: EnrichedArticle, { extensions }) => nextStop(article, extensions),
    adviser: ModelAdvice,
    budget: ({ enrichBudget }, { enrichThreads }) => ({ ms: enrichBudget, threads: enrichThreads }),
    pace: { batch: 32, parallel: messagesInSight / 32, gatherMs: 5 },
  })
  async enrich(@Payload() article: CleanArticle, @Ctx() work: Work): Promise<Outcome<EnrichedArticle>> {
    // the worker module answers this
    return (await this.enriching.run(article, work.known(), work.tellCost)) as Outcome<EnrichedArticle>;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.enriching.close();
  }
}
