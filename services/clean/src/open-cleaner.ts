import {
  reject,
  type CleanArticle,
  type FetchedPage,
  type Outcome,
  type SiteArticle,
} from '@newsmill/contracts';
import { cleaningModule } from '@newsmill/clean';
import { shareModels, type SharedMemory } from '@newsmill/models';
import { createWorkerPool, isTooMuch } from '@newsmill/runtime';

/** What is known of the site of a page, and of what its source published before. */
export interface CleanKnown {
  readonly site: readonly SiteArticle[];
  readonly memories?: ReadonlyMap<string, readonly SiteArticle[]>;
}

/** The cleaner of the stage, for pages that come from elsewhere than the bus. */
export interface Cleaner {
  /** A page that takes longer than its budget is rejected. */
  clean(page: FetchedPage, known: CleanKnown): Promise<Outcome<CleanArticle>>;
  close(): Promise<void>;
}

/** Makes the models ready that all threads read. */
export function shareCleanModels(): readonly SharedMemory[] {
  return shareModels(['page-body', 'page-metadata', 'page-kind']);
}

/** Starts threads that clean; `budgetMs`: CPU time for one page. */
export function openCleaner(options: { readonly budgetMs: number; readonly threads: number }): Cleaner {
  const workers = createWorkerPool({ ...cleaningModule, shared: shareCleanModels(), ...options });
  return {
    async clean(page, known) {
      try {
        // what the threads load is chooseArticle
        return (await workers.run(page, known)) as Outcome<CleanArticle>;
      } catch (error) {
        if (!isTooMuch(error)) throw error;
        return reject('budget-exceeded', error.message);
      }
    },
    close: () => workers.close(),
  };
}
