import { readSettings } from '@newsmill/settings';
import { defineCommand } from './declare/define-command.ts';
import { data } from './declare/mill-options.ts';
import { flag, oneOf, wholeWithin } from './declare/options.ts';
import { exitCodes, millExits, complain, say } from '@newsmill/service';
import { showAgain } from './top/show-again.ts';
import { topLine, topTable } from './top/top-table.ts';
import { withPorts } from './with-ports.ts';

/** With `--once` it ends with `no` where no process lives, or somebody must look after something. */
export const command = defineCommand({
  name: 'top',
  description:
    'how the mill stands, again and again: stages with rates, lag and errors, requests, memory, disks, and what somebody must look after; q ends it',
  words: '',
  options: {
    once: flag('show it once and end; exit code 1 where somebody must look after something'),
    every: wholeWithin('<seconds>', { least: 1, most: 3_600, fallback: 2 }, 'how often it is shown'),
    format: oneOf(
      '<format>',
      ['text', 'json'],
      'text',
      'text: a table, or a line each time where the output is no terminal; json: an object, one a line',
    ),
    data,
  },
  examples: [
    'newsmill top',
    'newsmill top --once',
    'newsmill top --once --format json',
    'newsmill top --every 60',
  ],
  exits: ['done', 'no', ...millExits],
  async run(_, { once, every, format, data: folder }) {
    const { readMillNow } = await import('@newsmill/operate');
    const settings = readSettings(process.env);
    return withPorts(folder, async ({ state }) => {
      const read = () => readMillNow({ state, settings, now: Date.now });
      if (once) {
        const now = await read();
        say(format === 'json' ? JSON.stringify(now, null, 2) : topTable(now).join('\n'));
        if (now.resources.processes === 0)
          complain('no process of this mill has announced itself: none runs');
        return now.resources.processes === 0 || now.warnings.length > 0 ? exitCodes.no : exitCodes.done;
      }
      await showAgain({
        everyMs: every * 1_000,
        read,
        asText: format === 'json' ? (now) => JSON.stringify(now) : topLine,
        ...(format === 'text' && { asTable: topTable }),
      });
      return exitCodes.done;
    });
  },
});
