import type { EnrichedArticle, Outcome } from '@newsmill/contracts';
import type { Note } from '@newsmill/contracts';
import type { WorkerPool } from '@newsmill/runtime';

/** A pool that also notes the enrichers that failed: their articles went on without their facts. */
export function tellProblems(workers: WorkerPool, note: Note): WorkerPool {
  return {
    ...workers,
    async run(input, known, tellCost) {
      // the worker module answers this
      const outcome = (await workers.run(input, known, tellCost)) as Outcome<EnrichedArticle>;
      if (outcome.kind === 'accept')
        for (const { name, value, by } of outcome.value.facts)
          if (name === 'problem')
            note('enricher.failed', { enricher: by, item: outcome.value.item, problem: String(value) });
      return outcome;
    },
  };
}
