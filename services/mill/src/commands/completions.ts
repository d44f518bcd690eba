import { shells } from './choices.ts';
import { defineCommand } from './declare/define-command.ts';
import { exitCodes, complain, say } from '@newsmill/service';

/** Written from the declarations of all commands. */
export const command = defineCommand({
  name: 'completions',
  description: 'write a script that lets a shell (bash, zsh or fish) complete commands and options',
  words: '<shell>',
  options: {},
  examples: ['newsmill completions bash', 'newsmill completions fish'],
  hasOwnForm: true,
  exits: ['done'],
  isWithoutSettings: true,
  async run([name]) {
    const shell = shells.find((one) => one === name);
    if (shell === undefined) {
      complain(`there are no completions for ${JSON.stringify(name)}: say ${shells.join(', ')}`);
      return exitCodes.usage;
    }
    const [{ readCommandWords }, { completeBash }, { completeZsh }, { completeFish }] = await Promise.all([
      import('./shell/command-words.ts'),
      import('./shell/complete-bash.ts'),
      import('./shell/complete-zsh.ts'),
      import('./shell/complete-fish.ts'),
    ]);
    const write = { bash: completeBash, zsh: completeZsh, fish: completeFish }[shell];
    say(write(await readCommandWords()).trimEnd());
    return exitCodes.done;
  },
});
