import { defineCommand } from '../declare/define-command.ts';
import { data, sources, sourcesFolder } from '../declare/mill-options.ts';
import { exitCodes, millExits, answer, say } from '@newsmill/service';
import { withPorts } from '../with-ports.ts';
import { sourcesIn } from './sources-in.ts';

/** Beside a running mill, which asks. */
export const command = defineCommand({
  name: 'sources poll',
  description: 'let the running mill poll the channels of a source now, or one channel by its address',
  words: '<source>',
  wordMeanings: { '<source>': 'id of a source, or address of a channel' },
  options: { sources, data },
  examples: ['newsmill sources poll herald', 'newsmill sources poll https://paper.example/feed.xml'],
  exits: ['done', 'no', ...millExits],
  async run([named], options, environment) {
    const { pollNow } = await import('@newsmill/operate');
    const folder = sourcesIn(sourcesFolder(options, environment));
    const { sourceId, channels } = await withPorts(options.data, ({ state }) =>
      pollNow({ state, folder, now: Date.now }, named),
    );
    answer({ sourceId, channels });
    for (const { url, waitsUntil } of channels)
      say(
        waitsUntil === undefined
          ? `${url}: due now; the mill asks as soon as the host is free`
          : `${url}: due now; its domain asked for a pause until ${new Date(waitsUntil).toISOString().slice(0, 19)}Z`,
      );
    say(`see what came with: ./newsmill sources list (source ${sourceId})`);
    return exitCodes.done;
  },
});
