import { defineCommand } from '../declare/define-command.ts';
import { data } from '../declare/mill-options.ts';
import { exitCodes, millExits, answer, complain } from '@newsmill/service';
import { withPorts } from '../with-ports.ts';

export const command = defineCommand({
  name: 'keys revoke',
  description: 'end a key, at once',
  words: '<id>',
  options: { data },
  examples: ['newsmill keys revoke k_4f8a'],
  exits: ['done', 'no', ...millExits],
  async run([id], options) {
    const { revokeKey } = await import('@newsmill/operate');
    return withPorts(options.data, async ({ registry }) => {
      await registry.prepare();
      const isRevoked = await revokeKey(registry, id);
      answer({ id, isRevoked });
      if (isRevoked) return exitCodes.done;
      complain(`no key has the id ${id}; see ./newsmill keys list`);
      return exitCodes.no;
    });
  },
});
