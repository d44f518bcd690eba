import type { Source } from '@newsmill/contracts';
import type { KnownFile } from './folder-files.ts';
import type { Problem } from './source-problem.ts';
import { withoutDoubles } from './validate-sources.ts';

/** A mistake in a source file, and what it means for the source. */
export interface FileProblem extends Problem {
  /**
   * `kept`: the source stays as the file had it before; `out`: there is no such source until the file is
   * mended.
   */
  readonly effect: 'kept' | 'out';
}

/** Sources and mistakes of all files together. */
export interface JoinedFiles {
  readonly sources: ReadonlyMap<string, Source>;
  readonly list: readonly Source[];
  readonly problems: readonly FileProblem[];
  /** Sources whose files have mistakes or are unsettled. */
  readonly unsure: ReadonlySet<string>;
  /** Whether there is such a file of which not even the id is known. */
  readonly isAnyUnsure: boolean;
}

export function joinFiles(files: readonly KnownFile[], builtIn: readonly Source[]): JoinedFiles {
  const kept = files.map(({ reading, good }) =>
    reading.source === undefined && good !== undefined ? { ...reading, source: good } : reading,
  );
  const joined = withoutDoubles(kept);
  const sources = new Map(
    [...builtIn, ...joined.flatMap(({ source }) => source ?? [])].map((source) => [source.id, source]),
  );
  const unsure = files
    .filter(({ reading, isUnsettled }) => isUnsettled || reading.source === undefined)
    .map(({ reading, good }) => [reading.id, good?.id].filter((id) => id !== undefined));
  return {
    sources,
    list: [...sources.values()],
    problems: joined.flatMap(({ problems, source }) =>
      problems.map((problem): FileProblem => ({ ...problem, effect: source === undefined ? 'out' : 'kept' })),
    ),
    unsure: new Set(unsure.flat()),
    isAnyUnsure: unsure.some((ids) => ids.length === 0),
  };
}

/** The sources that came, went or changed, or of which it is no longer as sure or unsure as it was. */
export function changedIds(before: JoinedFiles, after: JoinedFiles): Set<string> {
  const ids = [...before.sources.keys(), ...after.sources.keys(), ...before.unsure, ...after.unsure];
  return new Set(
    ids.filter(
      (id) =>
        before.sources.get(id) !== after.sources.get(id) || before.unsure.has(id) !== after.unsure.has(id),
    ),
  );
}
