import { defineCommand } from '../declare/define-command.ts';
import { data } from '../declare/mill-options.ts';
import { whole } from '../declare/options.ts';
import { exitCodes, millExits, complain, say } from '@newsmill/service';
import { withLetters } from '../with-letters.ts';
import { filterGiven, format } from './letter-options.ts';

/** One cause: what its letters have in common, and the newest of them. */
export const command = defineCommand({
  name: 'dead group',
  description: 'one cause of dead letters: what they have in common, and the newest of them',
  words: '<group>',
  wordMeanings: { '<group>': 'id of a cause, as newsmill dead groups shows it' },
  options: { limit: whole('<number>', 20, 'at most so many letters'), format, data },
  examples: ['newsmill dead group 94c764a40edc', 'newsmill dead group 94c764a40edc --format json'],
  exits: ['done', 'no', 'usage', ...millExits],
  async run([group], { data: folder, limit, format: form }) {
    const { readDead, readDeadGroups } = await import('@newsmill/operate');
    const filter = await filterGiven({ group });
    return withLetters(folder, async (ports) => {
      const [found] = (await readDeadGroups(ports, filter)).groups;
      if (found === undefined) {
        complain(`no dead letter is of the group ${group}; see newsmill dead groups`);
        return exitCodes.no;
      }
      const { letters } = await readDead(ports, { ...filter, limit });
      if (form === 'json') {
        say(JSON.stringify({ ...found, letters }));
        return exitCodes.done;
      }
      const time = (at: number) => new Date(at).toISOString();
      say(`${found.title === '' ? found.reason : found.title}`);
      say(
        `${found.count} letters, ${found.reason} at ${found.stage}, ${time(found.firstSeen)} to ${time(found.lastSeen)}`,
      );
      for (const { source, count } of found.topSources) say(`  ${String(count).padStart(7)}  ${source}`);
      for (const letter of letters)
        say(`${letter.id}  ${time(letter.at)}  ${letter.url ?? letter.item ?? ''}`);
      return exitCodes.done;
    });
  },
});
