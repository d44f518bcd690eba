import { writeFileSync } from 'node:fs';
import { defineCommand } from '../declare/define-command.ts';
import { data } from '../declare/mill-options.ts';
import { text } from '../declare/options.ts';
import { exitCodes, millExits, complain, say } from '@newsmill/service';
import { withLetters } from '../with-letters.ts';
import { format } from './letter-options.ts';

/** Facts, headers, what the schema says, and the original bytes as text when they are text. */
export const command = defineCommand({
  name: 'dead show',
  description: 'all of one dead letter, with its original bytes',
  words: '<id>',
  options: { to: text('<file>', 'write the exact bytes into this file'), format, data },
  examples: ['newsmill dead show 01JDEADLETTER', 'newsmill dead show 01JDEADLETTER --to letter.bin'],
  exits: ['done', 'no', ...millExits],
  async run([id], options) {
    const { readDeadLetter, readLetterBytes } = await import('@newsmill/operate');
    return withLetters(options.data, async (ports) => {
      const letter = await readDeadLetter(ports, id);
      if (options.to !== undefined)
        writeFileSync(options.to, await readLetterBytes(ports, id), { mode: 0o600, flag: 'wx' });
      if (options.format === 'json') {
        say(JSON.stringify(letter));
        return exitCodes.done;
      }
      const { text: shown, base64, editable: _, ...facts } = letter;
      say(JSON.stringify(base64 === undefined ? facts : { ...facts, base64 }, null, 2));
      if (shown !== undefined) say(shown);
      for (const { pointer, detail } of letter.faults) complain(`${pointer}: ${detail}`);
      if (options.to !== undefined) complain(`${letter.bytes} bytes are in ${options.to}`);
      return exitCodes.done;
    });
  },
});
