import { defineCommand } from '../declare/define-command.ts';
import { data, sources, sourcesFolder } from '../declare/mill-options.ts';
import { exitCodes, answer, say } from '@newsmill/service';
import { actOnFiles } from './act-on-files.ts';
import { sourcesIn } from './sources-in.ts';

/** Needs no running mill; one that runs takes the file up by itself. */
export const command = defineCommand({
  name: 'sources pause',
  description:
    'stop polling a source until `sources resume`: writes enabled: false into its file and keeps all else; pages that it told of before are still fetched',
  words: '<id>',
  wordMeanings: { '<id>': 'id of a source' },
  options: { sources, data },
  examples: ['newsmill sources pause herald'],
  exits: ['done', 'no', 'path', 'configuration'],
  async run([id], options, environment) {
    const { switchSource } = await import('@newsmill/operate');
    const folder = sourcesIn(sourcesFolder(options, environment));
    const { source } = await actOnFiles(options.data, environment, () => switchSource({ folder }, id, false));
    answer({ id: source.id, enabled: false });
    say(
      `${source.name} (${source.id}) paused: the running mill polls it no more, from now or within seconds`,
    );
    return exitCodes.done;
  },
});
