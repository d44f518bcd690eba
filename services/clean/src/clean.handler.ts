import { Controller, Inject, type OnApplicationShutdown } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  articleCleaned,
  pageFetched,
  pipeline,
  type CleanArticle,
  type FetchedPage,
  type LookUp,
  type Outcome,
} from '@newsmill/contracts';
import { cleaningModule, driftNames, siteLookUp } from '@newsmill/clean';
import { messagesInSight, type ProcessPorts, type Work, type WorkerPool } from '@newsmill/runtime';
import { PROCESS, Step } from '@newsmill/runtime/nest';
import type { Settings } from '@newsmill/settings';
import { AgainLane } from './again-lane.ts';
import { loadPage } from './load-page.ts';
import { shareCleanModels } from './open-cleaner.ts';

/** What is asked of the state: the site, what the source published before, the alarm that stands, the paywall. */
function lookUp(page: FetchedPage, { siteMemory }: Settings): LookUp {
  const site = siteMemory ? siteLookUp(page) : {};
  const names = driftNames(page);
  return names === undefined
    ? site
    : { ...site, memories: [names.usual, names.odd], keys: [names.alarm, names.paywall] };
}

/** Cleans pages in threads, each ended when a page takes longer than its budget. */
@Controller()
export class CleanHandler implements OnApplicationShutdown {
  readonly #cleaner: WorkerPool;

  constructor(
    @Inject(PROCESS) private readonly process: ProcessPorts,
    @Inject(AgainLane) private readonly lane: AgainLane,
  ) {
    const { settings, plan, threads } = process;
    this.#cleaner = threads.open({
      ...cleaningModule,
      shared: shareCleanModels(),
      budgetMs: settings.cleanBudget,
      threads: plan.cleanThreads,
    });
  }

  @Step({
    step: pipeline.clean,
    from: pageFetched,
    to: articleCleaned,
    lookUp,
    isForgetful: true,
    budget: ({ cleanBudget }, { cleanThreads }) => ({ ms: cleanBudget, threads: cleanThreads }),
    pace: { batch: 16, parallel: messagesInSight / 16, gatherMs: 0 },
  })
  async clean(@Payload() page: FetchedPage, @Ctx() work: Work): Promise<Outcome<CleanArticle>> {
    const loaded = await loadPage(page, this.process);
    if (loaded.kind !== 'accept') return loaded;
    const known = work.known();
    // what the threads load is chooseArticle
    const outcome = (await this.#cleaner.run(loaded.value, known, work.tellCost)) as Outcome<CleanArticle>;
    if (outcome.kind === 'accept') this.lane.tell(page, outcome, known);
    return outcome;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#cleaner.close();
  }
}
