import { createHttpClient } from '@newsmill/http';
import { openReadingThread } from '@newsmill/reading';
import { formatProblem } from '@newsmill/source-files';
import { withSecrets } from '@newsmill/settings';
import { defineCommand } from '../declare/define-command.ts';
import { data, sources, sourcesFolder, webOf } from '../declare/mill-options.ts';
import { exitCodes, answer, complain, say } from '@newsmill/service';
import { sourcesIn } from './sources-in.ts';

/** Most CPU time for reading one answer, milliseconds: somebody waits. */
const readingMs = 10_000;

export const command = defineCommand({
  name: 'sources try',
  description:
    'request the channels of a source and say what each of its rules (include, exclude) would leave out of their entries now; keeps nothing',
  words: '<id>',
  options: { sources, data },
  examples: ['newsmill sources try herald'],
  exits: ['done', 'no', 'path', 'configuration'],
  async run([id], options, environment) {
    const directory = sourcesFolder(options, environment);
    const folder = sourcesIn(directory);
    const source = folder.sourceOf(id);
    if (source === undefined) {
      const problems = folder.problems();
      for (const problem of problems) complain(formatProblem(problem));
      complain(`there is no sound source ${id} in ${directory}`);
      return problems.length > 0 ? exitCodes.configuration : exitCodes.no;
    }
    const { previewRules } = await import('@newsmill/operate');
    const http = createHttpClient(webOf(environment));
    const thread = openReadingThread({ budgetMs: readingMs });
    try {
      const secrets = withSecrets(environment);
      const channels = await previewRules({ http, thread, now: Date.now, secrets }, source);
      answer({ id, channels });
      for (const { channel, entries, rules, problem } of channels) {
        if (problem === undefined) say(`${channel}: ${entries} ${entries === 1 ? 'entry' : 'entries'}`);
        else complain(`${channel}: ${problem}`);
        for (const { rule, leftOut, examples } of rules)
          say(
            `  ${rule}: ${leftOut} left out${examples.length === 0 ? '' : `, such as ${examples.join(' | ')}`}`,
          );
      }
      if (channels.every(({ rules }) => rules.length === 0))
        say('the source has no rules: everything is taken (docs/add-sources.md, "Take only some articles")');
      return channels.every(({ problem }) => problem !== undefined) ? exitCodes.no : exitCodes.done;
    } finally {
      await thread.close();
      await http.close();
    }
  },
});
