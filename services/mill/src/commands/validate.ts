import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { formatProblem, validateSources } from '@newsmill/fetch';
import { complain, say } from '../say.ts';

/** Exit code for a mistake in configuration (EX_CONFIG of sysexits.h). */
export const badConfiguration = 78;

/** Checks source files or folders of them: all mistakes in one pass. Answers the exit code: 0 or 78. */
export function validate(paths: readonly string[]): number {
  const files = paths
    .flatMap((path) =>
      statSync(path).isDirectory()
        ? readdirSync(path)
            .filter((name) => /\.ya?ml$/.test(name))
            .sort()
            .map((name) => join(path, name))
        : [path],
    )
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  const { sources, problems } = validateSources(files);
  for (const problem of problems) complain(formatProblem(problem));
  if (problems.length > 0) {
    complain(
      `${problems.length} mistake${problems.length === 1 ? '' : 's'} in ${new Set(problems.map((problem) => problem.file)).size} of ${files.length} files`,
    );
    return badConfiguration;
  }
  say(`${sources.length} sources in ${files.length} files: no mistake`);
  return 0;
}
