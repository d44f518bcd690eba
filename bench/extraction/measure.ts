import { chooseOutOfFold, chooseShipped } from './fold-models.ts';
import type { Pack } from './pack.ts';
import { runCleaner } from './run-cleaner.ts';
import { languagesOf, scoreRows } from './score-rows.ts';
import { scoreRun, type Figures, type Run } from './score-run.ts';

/**
 * Figures of the cleaner: by models that have not seen the page's site, and by the shipped ones, which have.
 */
export interface Measured {
  readonly outOfFold: Figures;
  readonly shipped: Figures;
}

/** All rows of the table for a run. */
export function figuresOf(
  pack: Pack,
  run: Run,
  languages: ReadonlyMap<string, string> = languagesOf(pack),
): Figures {
  return { ...scoreRun(pack.gold, run), ...scoreRows(pack.gold, languages, run) };
}

/** Lets the cleaner read the pack once with each kind of models; answers the runs and their figures. */
export function measureCleaner(pack: Pack): {
  readonly runs: Readonly<Record<keyof Measured, Run>>;
  readonly measured: Measured;
} {
  const [outOfFold = new Map(), shipped = new Map()] = runCleaner(pack, [chooseOutOfFold(), chooseShipped]);
  const languages = languagesOf(pack);
  return {
    runs: { outOfFold, shipped },
    measured: {
      outOfFold: figuresOf(pack, outOfFold, languages),
      shipped: figuresOf(pack, shipped, languages),
    },
  };
}
