import { defineCommand } from '../declare/define-command.ts';
import { asJsonLines, data } from '../declare/mill-options.ts';
import { exitCodes, millExits, complain, oneLine, say } from '@newsmill/service';
import { withPorts } from '../with-ports.ts';

/** One line for each saved search, with how its alerts stand. */
export const command = defineCommand({
  name: 'alerts list',
  description: 'all saved searches, with how their alerts stand',
  words: '',
  options: { json: asJsonLines, data },
  examples: ['newsmill alerts list'],
  exits: ['done', ...millExits],
  async run(_, { json, data: folder }) {
    const { alertRecords, shownTarget } = await import('@newsmill/operate');
    return withPorts(folder, async ({ registry }) => {
      await registry.prepare();
      const { searches, states } = alertRecords(registry);
      let count = 0;
      for await (const { id, value } of searches.all()) {
        count += 1;
        const state = (await states.get(id))?.value;
        const standing =
          value.stopped?.reason ??
          (value.enabled
            ? `sent ${state?.sent ?? 0}, waiting ${(state?.gathered.length ?? 0) + (state?.deliveries.length ?? 0)}${state?.problem === undefined ? '' : `, ${state.problem}`}`
            : 'off');
        say(
          json
            ? JSON.stringify({ id, ...value, sent: state?.sent ?? 0, problem: state?.problem })
            : oneLine(
                `${id}  ${value.name}  ${JSON.stringify(value.q)}  ${shownTarget(value) ?? 'feed only'}  ${standing}`,
              ),
        );
      }
      if (count === 0) complain('no saved searches; add one: ./newsmill alerts add NAME QUERY');
      return exitCodes.done;
    });
  },
});
