import { defineCommand } from '../declare/define-command.ts';
import { data } from '../declare/mill-options.ts';
import { exitCodes, millExits, complain, say } from '@newsmill/service';
import { withLetters } from '../with-letters.ts';
import { filterGiven, filterOptions, format, noLetters } from './letter-options.ts';

/** One line for each cause of dead letters, those with most letters first. */
export const command = defineCommand({
  name: 'dead groups',
  description: 'the causes of the dead letters: how many of each, since when, of which sources',
  words: '',
  options: { ...filterOptions, format, data },
  examples: ['newsmill dead groups', 'newsmill dead groups --source herald --format json'],
  exits: ['done', 'usage', ...millExits],
  async run(_, { data: folder, format: form, ...given }) {
    const { readDeadGroups } = await import('@newsmill/operate');
    const filter = await filterGiven(given);
    return withLetters(folder, async (ports) => {
      const { groups, more, total } = await readDeadGroups(ports, filter);
      for (const group of groups) {
        const { id, count, stage, reason, title, lastSeen, sources } = group;
        say(
          form === 'json'
            ? JSON.stringify(group)
            : `${id}  ${String(count).padStart(7)}  ${new Date(lastSeen).toISOString().slice(0, 16)}  ${stage.padEnd(6)}  ${reason.padEnd(18)}  ${sources === 1 ? '1 source ' : `${sources} sources`}  ${title}`,
        );
      }
      if (groups.length === 0) complain(noLetters(total));
      if (more > 0) complain(`${more} further causes have fewer letters`);
      return exitCodes.done;
    });
  },
});
