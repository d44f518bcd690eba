import { defineCommand } from '../declare/define-command.ts';
import { asJsonLines, data } from '../declare/mill-options.ts';
import { text } from '../declare/options.ts';
import { exitCodes, millExits, complain, say } from '@newsmill/service';
import { withPorts } from '../with-ports.ts';

/** One line for each delivery: those on their way, then the newest that are over. */
export const command = defineCommand({
  name: 'alerts deliveries',
  description: 'what was sent for a saved search, what waits and what failed; sends again what failed',
  words: '<id>',
  options: { retry: text('<delivery>', 'send this one again, which was given up'), json: asJsonLines, data },
  examples: [
    'newsmill alerts deliveries harbour-7f3a',
    'newsmill alerts deliveries harbour-7f3a --retry msg_2b7e',
  ],
  exits: ['done', 'no', ...millExits],
  async run([id], { retry, json, data: folder }) {
    const { alertRecords, retryDelivery } = await import('@newsmill/operate');
    return withPorts(folder, async (ports) => {
      await ports.registry.prepare();
      const state = (await alertRecords(ports.registry).states.get(id))?.value;
      if (state === undefined) {
        complain(`no saved search has the id ${id}; see ./newsmill alerts list`);
        return exitCodes.no;
      }
      if (retry !== undefined) {
        if (await retryDelivery(ports, id, retry, Date.now())) return exitCodes.done;
        complain(`no delivery ${retry} was given up; see ./newsmill alerts deliveries ${id}`);
        return exitCodes.no;
      }
      for (const { id: delivery, articles, attempt, dueAt, problem } of state.deliveries)
        say(
          json
            ? JSON.stringify({ id: delivery, articles: articles.length, attempts: attempt, dueAt, problem })
            : `${delivery}  ${articles.length} articles  on its way, tried ${attempt} times${problem === undefined ? '' : `: ${problem}`}`,
        );
      for (const past of state.past)
        say(
          json
            ? JSON.stringify(past)
            : `${past.id}  ${past.articles} articles  ${past.deadLetter === undefined ? 'sent' : 'given up'} ${new Date(past.at).toISOString()}${past.problem === undefined ? '' : `: ${past.problem}`}`,
        );
      return exitCodes.done;
    });
  },
});
