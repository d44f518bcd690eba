import { statSync } from 'node:fs';
import type { Problem } from '@newsmill/source-files';
import { version, exitCodes, complain, say } from '@newsmill/service';
import { mistakeFormats } from './choices.ts';
import { defineCommand } from './declare/define-command.ts';
import { data, sourcesFolder } from './declare/mill-options.ts';
import { oneOf } from './declare/options.ts';

interface Checked {
  readonly problems: readonly Problem[];
  /** How many were read. */
  readonly files: number;
}

function tellText({ problems, files }: Checked, format: (problem: Problem) => string): void {
  for (const problem of problems) complain(format(problem));
  if (problems.length === 0) return say(`${files} sources in ${files} files: no mistake`);
  complain(
    `${problems.length} mistake${problems.length === 1 ? '' : 's'} in ${new Set(problems.map(({ file }) => file)).size} of ${files} files; a mill leaves these out and goes on with the others`,
  );
}

async function tell(format: (typeof mistakeFormats)[number], checked: Checked): Promise<void> {
  const { formatProblem, githubLines, sarifLog } = await import('@newsmill/source-files');
  const { problems } = checked;
  const folder = process.cwd();
  if (format === 'text') tellText(checked, formatProblem);
  else if (format === 'github') for (const line of githubLines(problems, folder)) say(line);
  else say(JSON.stringify(format === 'json' ? checked : sarifLog(problems, { folder, version }), null, 2));
}

/**
 * Checks source files or folders of them as a mill does that starts here: all mistakes in one pass, unset
 * secrets too.
 */
export const command = defineCommand({
  name: 'validate',
  description: 'check source files: all mistakes in one pass; exit code 78 when there are any',
  words: '[paths...]',
  options: {
    format: oneOf(
      '<format>',
      mistakeFormats,
      'text',
      'form of the mistakes; sarif (SARIF 2.1.0) and github (workflow commands) show them in pull requests',
    ),
    data,
  },
  examples: [
    'newsmill validate',
    'newsmill validate sources --format github',
    'newsmill validate sources/herald.yaml /etc/newsmill/sources',
  ],
  exits: ['done', 'path', 'configuration'],
  async run([given], options, environment) {
    const { mistakesIn, secretsOf, sourceFilesIn } = await import('@newsmill/source-files');
    const paths = given.length > 0 ? given : [sourcesFolder(options, environment)];
    const files = paths.flatMap((path) => (statSync(path).isDirectory() ? sourceFilesIn(path) : [path]));
    const problems = mistakesIn(files, secretsOf(environment));
    await tell(options.format, { problems, files: files.length });
    return problems.length > 0 ? exitCodes.configuration : exitCodes.done;
  },
});
