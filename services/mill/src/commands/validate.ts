import { statSync } from 'node:fs';
import { defineCommand } from './declare/define-command.ts';
import { data, sourcesFolder } from './declare/mill-options.ts';
import { exitCodes } from './telling/exit-codes.ts';
import { complain, say } from './telling/say.ts';

/**
 * Checks source files or folders of them as a mill does that starts here: all mistakes in one pass, unset
 * secrets too.
 */
export const command = defineCommand({
  name: 'validate',
  description: 'check source files: all mistakes in one pass; exit code 78 when there are any',
  words: '[paths...]',
  options: { data },
  examples: ['newsmill validate', 'newsmill validate sources/herald.yaml /etc/newsmill/sources'],
  exits: ['done', 'path', 'configuration'],
  async run([given], options, environment) {
    const { formatProblem, readSourceAt, secretsOf, sourceFilesIn, withoutDoubles } = await import(
      '@newsmill/source-files'
    );
    const paths = given.length > 0 ? given : [sourcesFolder(options, environment)];
    const files = paths.flatMap((path) => (statSync(path).isDirectory() ? sourceFilesIn(path) : [path]));
    const readings = withoutDoubles(files.map((path) => readSourceAt(path, secretsOf(environment))));
    const problems = readings.flatMap((reading) => reading.problems);
    for (const problem of problems) complain(formatProblem(problem));
    if (problems.length > 0) {
      complain(
        `${problems.length} mistake${problems.length === 1 ? '' : 's'} in ${new Set(problems.map((problem) => problem.file)).size} of ${files.length} files; a mill leaves these out and goes on with the others`,
      );
      return exitCodes.configuration;
    }
    say(`${readings.length} sources in ${files.length} files: no mistake`);
    return exitCodes.done;
  },
});
