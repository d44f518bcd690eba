import { version, exitCodes, say } from '@newsmill/service';
import { defineCommand } from './declare/define-command.ts';

/** Written from the declarations of all commands. */
export const command = defineCommand({
  name: 'man',
  description: 'write the manual page of all commands, for man(1)',
  words: '',
  options: {},
  examples: ['newsmill man'],
  hasOwnForm: true,
  exits: ['done'],
  isWithoutSettings: true,
  async run() {
    const [{ readCommandWords }, { manPage }] = await Promise.all([
      import('./shell/command-words.ts'),
      import('./shell/man-page.ts'),
    ]);
    say(manPage(await readCommandWords(), version).trimEnd());
    return exitCodes.done;
  },
});
