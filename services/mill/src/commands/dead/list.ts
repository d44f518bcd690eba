import { defineCommand } from '../declare/define-command.ts';
import { data } from '../declare/mill-options.ts';
import { plainFlag, text, whole } from '../declare/options.ts';
import { exitCodes, millExits, complain, say } from '@newsmill/service';
import { withLetters } from '../with-letters.ts';
import { filterGiven, filterOptions, format, noLetters } from './letter-options.ts';

/** One line for each dead letter, the newest first; says how many there are beyond them. */
export const command = defineCommand({
  name: 'dead list',
  description: 'the newest dead letters, one line for each',
  words: '',
  options: {
    ...filterOptions,
    limit: whole('<number>', 200, 'at most so many'),
    cursor: text('<cursor>', 'where the page before ended'),
    format,
    json: plainFlag('the same as --format json'),
    data,
  },
  examples: ['newsmill dead list', 'newsmill dead list --reason no-date --limit 20 --format json'],
  exits: ['done', 'usage', ...millExits],
  async run(_, { data: folder, limit, cursor, format: form, json, ...given }) {
    const { readDead } = await import('@newsmill/operate');
    const filter = await filterGiven(given);
    return withLetters(folder, async (ports) => {
      const asked = { ...filter, limit, cursor, isPageEnough: true };
      const { letters, found, reasons, total, next, unread } = await readDead(ports, asked);
      for (const letter of letters)
        say(
          form === 'json' || json === true
            ? JSON.stringify(letter)
            : `${letter.id}  ${new Date(letter.at).toISOString()}  ${letter.stage.padEnd(6)}  ${letter.reason.padEnd(18)}  ${letter.url ?? letter.item ?? ''}`,
        );
      if (found === 0)
        complain(
          given.reason === undefined || reasons.length === 0
            ? noLetters(total)
            : `no dead letters with the reason ${given.reason}; there are ${reasons.map(({ reason, count }) => `${reason} (${count})`).join(', ')}`,
        );
      if (next !== undefined)
        complain(
          unread === undefined
            ? `these are the newest ${letters.length} of ${found}; --limit ${found} shows them all, --cursor ${next} the next`
            : `these are the newest ${letters.length}; --cursor ${next} shows the next; newsmill dead groups counts them all`,
        );
      return exitCodes.done;
    });
  },
});
