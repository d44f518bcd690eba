import { defineCommand } from '../declare/define-command.ts';
import { asJsonLines, data } from '../declare/mill-options.ts';
import { text, whole } from '../declare/options.ts';
import { exitCodes, millExits } from '../telling/exit-codes.ts';
import { complain, say } from '../telling/say.ts';
import { withPorts } from '../with-ports.ts';

/** One line for each dead letter, the newest first; says how many there are beyond them. */
export const command = defineCommand({
  name: 'dead list',
  description: 'the newest dead letters, one line for each',
  words: '',
  options: {
    reason: text('<reason>', 'only those with this reason'),
    limit: whole('<number>', 200, 'at most so many'),
    json: asJsonLines,
    data,
  },
  examples: ['newsmill dead list', 'newsmill dead list --reason no-date --limit 20 --json'],
  exits: ['done', ...millExits],
  async run(_, { data: folder, ...options }) {
    const { readDead } = await import('@newsmill/operate');
    return withPorts(folder, async (ports) => {
      const { letters, reasons, total } = await readDead(ports, options);
      for (const letter of letters)
        say(
          options.json
            ? JSON.stringify(letter)
            : `${letter.id}  ${new Date(letter.at).toISOString()}  ${letter.stage.padEnd(6)}  ${letter.reason.padEnd(18)}  ${letter.url ?? letter.item ?? ''}`,
        );
      const meant =
        options.reason === undefined
          ? total
          : (reasons.find(({ reason }) => reason === options.reason)?.count ?? 0);
      if (meant === 0)
        complain(
          options.reason === undefined
            ? 'no dead letters'
            : `no dead letters with the reason ${options.reason}${total > 0 ? `; there are ${reasons.map(({ reason, count }) => `${reason} (${count})`).join(', ')}` : ''}`,
        );
      if (meant > letters.length)
        complain(`these are the newest ${letters.length} of ${meant}; --limit ${meant} shows them all`);
      return exitCodes.done;
    });
  },
});
