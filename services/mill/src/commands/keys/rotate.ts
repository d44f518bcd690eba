import { Duration, durationMs } from '@newsmill/contracts';
import { defineCommand } from '../declare/define-command.ts';
import { data } from '../declare/mill-options.ts';
import { text } from '../declare/options.ts';
import { exitCodes, millExits } from '../telling/exit-codes.ts';
import { answer, complain, say } from '../telling/say.ts';
import { withPorts } from '../with-ports.ts';

export const command = defineCommand({
  name: 'keys rotate',
  description: 'give a key another text, printed once on standard output; the one before opens for a while',
  words: '<id>',
  options: {
    overlap: text('<duration>', 'how long the text before still opens; 1d without it, 0s ends it at once'),
    data,
  },
  examples: ['newsmill keys rotate 0f3a9c5e71b2d846', 'newsmill keys rotate 0f3a9c5e71b2d846 --overlap 0s'],
  exits: ['done', 'no', ...millExits],
  async run([id], { overlap = '1d', data: folder }) {
    if (!Duration.safeParse(overlap).success) {
      complain(`${JSON.stringify(overlap)} is no duration; write it as 1d`);
      return exitCodes.usage;
    }
    const { rotateKey } = await import('@newsmill/operate');
    return withPorts(folder, async ({ registry }) => {
      await registry.prepare();
      const rotated = await rotateKey(registry, id, { overlapMs: durationMs(overlap), now: Date.now() });
      if (rotated === undefined) {
        complain(`no key that lasts has the id ${id}; see ./newsmill keys list`);
        return exitCodes.no;
      }
      answer({ id, key: rotated.key });
      say(rotated.key);
      complain(`This is the new text of the key ${id}; it is shown here and never again.`);
      return exitCodes.done;
    });
  },
});
