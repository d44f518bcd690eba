import { defineCommand } from '../declare/define-command.ts';
import { data, sources, sourcesFolder } from '../declare/mill-options.ts';

/** Not in a file `test.ts`: tools take one of that name for a test. */
export const command = defineCommand({
  name: 'sources test',
  description:
    'read the recorded pages of a source, or of all, with the code and rules of now, against their articles and `tests` of the source file; exit code 1 when one differs',
  words: '[id]',
  options: { sources, data },
  examples: ['newsmill sources test', 'newsmill sources test herald'],
  exits: ['done', 'no', 'path', 'configuration'],
  async run([id], options, environment) {
    const { testSources } = await import('./recorded.ts');
    return testSources(id, sourcesFolder(options, environment));
  },
});
