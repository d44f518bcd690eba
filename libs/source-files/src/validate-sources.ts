import type { Source } from '@newsmill/contracts';
import { readSourceFile, type IsSecretSet, type SourceFile, type SourceReading } from './read-source-file.ts';
import { readSourceAt } from './read-source-files.ts';
import type { Problem } from './source-problem.ts';

export interface ValidatedSources {
  /** Sources of the files without a mistake, in the order of the files. */
  readonly sources: Source[];
  /** Every mistake of every file. */
  readonly problems: Problem[];
}

/** Which file has each id first. */
type Owners = Map<string, string>;

/** Of a file whose id an earlier file has: the mistake. */
function doubleOf({ path, source, idPlace }: SourceReading, owners: Owners): Problem | undefined {
  if (source === undefined) return undefined;
  const owner = owners.get(source.id);
  if (owner === undefined) owners.set(source.id, path);
  return owner === undefined || idPlace === undefined
    ? undefined
    : { ...idPlace, message: `the id is already that of ${owner}`, found: `"${source.id}"` };
}

/** The readings, in their order, where a file whose id an earlier file has gives no source. */
export function withoutDoubles(readings: readonly SourceReading[]): SourceReading[] {
  const owners: Owners = new Map();
  return readings.map((reading) => {
    const double = doubleOf(reading, owners);
    if (double === undefined) return reading;
    const { source: _, problems, ...rest } = reading;
    return { ...rest, problems: [...problems, double] };
  });
}

/**
 * Every mistake of the files at these paths, one file after the other; nothing else of them is kept, so that
 * any number of files can be read.
 */
export function mistakesIn(paths: readonly string[], isSecretSet?: IsSecretSet): Problem[] {
  const owners: Owners = new Map();
  return paths.flatMap((path) => {
    const reading = readSourceAt(path, isSecretSet);
    const double = doubleOf(reading, owners);
    return double === undefined ? reading.problems : [...reading.problems, double];
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
