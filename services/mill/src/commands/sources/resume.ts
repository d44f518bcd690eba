import { defineCommand } from '../declare/define-command.ts';
import { data, sources, sourcesFolder } from '../declare/mill-options.ts';
import { exitCodes, answer, say } from '@newsmill/service';
import { actOnFiles } from './act-on-files.ts';
import { sourcesIn } from './sources-in.ts';

/** Needs no running mill; one that runs takes the file up by itself. */
export const command = defineCommand({
  name: 'sources resume',
  description: 'poll a source again that was paused: writes enabled: true into its file and keeps all else',
  words: '<id>',
  wordMeanings: { '<id>': 'id of a source' },
  options: { sources, data },
  examples: ['newsmill sources resume herald'],
  exits: ['done', 'no', 'path', 'configuration'],
  async run([id], options, environment) {
    const { switchSource } = await import('@newsmill/operate');
    const folder = sourcesIn(sourcesFolder(options, environment));
    const { source } = await actOnFiles(options.data, environment, () => switchSource({ folder }, id, true));
    answer({ id: source.id, enabled: true });
    say(`${source.name} (${source.id}) goes on: the running mill polls it within seconds`);
    return exitCodes.done;
  },
});
