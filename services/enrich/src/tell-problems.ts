import type { EnrichedArticle, Outcome } from '@newsmill/contracts';
import type { Note, WorkerPool } from '@newsmill/runtime';

/** A pool that also notes the enrichers that failed: their articles went on without their facts. */
export function tellProblems(workers: WorkerPool, note: Note): WorkerPool {
  return {
    async run(input, known) {
      const outcome = (await workers.run(input, known)) as Outcome<EnrichedArticle>; // the worker module answers this
      if (outcome.kind === 'pass')
        for (const { name, value, by } of outcome.value.facts)
          if (name === 'problem')
            note('enricher.failed', { enricher: by, item: outcome.value.item, problem: String(value) });
      return outcome;
    },
    close: () => workers.close(),
  };
}
