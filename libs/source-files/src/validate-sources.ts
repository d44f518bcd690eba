import type { Source } from '@newsmill/contracts';
import { readSourceFile, type IsSecretSet, type SourceFile, type SourceReading } from './read-source-file.ts';
import type { Problem } from './source-problem.ts';

export interface ValidatedSources {
  /** Sources of the files without a mistake, in the order of the files. */
  readonly sources: Source[];
  /** Every mistake of every file. */
  readonly problems: Problem[];
}

/** The readings, in their order, where a file whose id an earlier file has gives no source. */
export function withoutDoubles(readings: readonly SourceReading[]): SourceReading[] {
  const owners = new Map<string, string>();
  return readings.map((reading) => {
    const { source, idPlace, ...rest } = reading;
    if (source === undefined) return reading;
    const owner = owners.get(source.id);
    if (owner === undefined) owners.set(source.id, reading.path);
    if (owner === undefined || idPlace === undefined) return reading;
    return {
      ...rest,
      idPlace,
      problems: [
        ...rest.problems,
        { ...idPlace, message: `the id is already that of ${owner}`, found: `"${source.id}"` },
      ],
    };
  });
}

/**
 * Reads source files and finds every mistake of all of them in one pass. A file with a mistake gives no
 * source.
 */
export function validateSources(files: readonly SourceFile[], isSecretSet?: IsSecretSet): ValidatedSources {
  const readings = withoutDoubles(files.map((file) => readSourceFile(file, isSecretSet)));
  return {
    sources: readings.flatMap(({ source }) => source ?? []),
    problems: readings.flatMap(({ problems }) => problems),
  };
}
