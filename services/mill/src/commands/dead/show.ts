import { defineCommand } from '../declare/define-command.ts';
import { data } from '../declare/mill-options.ts';
import { exitCodes, millExits } from '../telling/exit-codes.ts';
import { say } from '../telling/say.ts';
import { withPorts } from '../with-ports.ts';

/** Facts, headers, and the original bytes as text when they are text. */
export const command = defineCommand({
  name: 'dead show',
  description: 'all of one dead letter, with its original bytes',
  words: '<id>',
  options: { data },
  examples: ['newsmill dead show 01JDEADLETTER'],
  exits: ['done', 'no', ...millExits],
  async run([id], options) {
    const { readDeadLetter } = await import('@newsmill/operate');
    return withPorts(options.data, async (ports) => {
      const { text, base64, ...letter } = await readDeadLetter(ports, id);
      say(JSON.stringify(base64 === undefined ? letter : { ...letter, base64 }, null, 2));
      if (text !== undefined) say(text);
      return exitCodes.done;
    });
  },
});
