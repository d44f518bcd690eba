import { defineCommand } from '../declare/define-command.ts';
import { data } from '../declare/mill-options.ts';
import { exitCodes, millExits, answer, complain } from '@newsmill/service';
import { withPorts } from '../with-ports.ts';

export const command = defineCommand({
  name: 'alerts remove',
  description: 'end a saved search',
  words: '<id>',
  options: { data },
  examples: ['newsmill alerts remove harbour-7f3a'],
  exits: ['done', 'no', ...millExits],
  async run([id], options) {
    const { removeSavedSearch } = await import('@newsmill/operate');
    return withPorts(options.data, async ({ registry }) => {
      await registry.prepare();
      const isRemoved = await removeSavedSearch(registry, id);
      answer({ id, isRemoved });
      if (isRemoved) return exitCodes.done;
      complain(`no saved search has the id ${id}; see ./newsmill alerts list`);
      return exitCodes.no;
    });
  },
});
