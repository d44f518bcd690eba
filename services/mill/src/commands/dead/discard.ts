import { defineCommand } from '../declare/define-command.ts';
import { data } from '../declare/mill-options.ts';
import { text } from '../declare/options.ts';
import { exitCodes, millExits, complain, say } from '@newsmill/service';
import { withLetters } from '../with-letters.ts';
import { choiceGiven, choiceOptions, format } from './letter-options.ts';
import { userName } from '../user-name.ts';

/** Gives dead letters up for good; ledger and receipt say who did, and why. */
export const command = defineCommand({
  name: 'dead discard',
  description: 'give dead letters up for good: by id, by what they have in common, or --all; a receipt stays',
  words: '[ids...]',
  options: { ...choiceOptions, why: text('<text>', 'why; ledger and receipt keep it'), format, data },
  examples: [
    "newsmill dead discard 01JDEADLETTER --why 'the page is gone'",
    "newsmill dead discard --source herald --why 'the paper has closed'",
  ],
  exits: ['done', 'no', 'usage', ...millExits],
  async run([ids], { why = '', format: form, data: folder, ...given }) {
    const choice = await choiceGiven(ids, given);
    if (choice === undefined) return exitCodes.usage;
    if (why.trim() === '') {
      complain('say why with --why "…": ledger and receipt keep it');
      return exitCodes.usage;
    }
    const { discardLetters } = await import('@newsmill/operate');
    return withLetters(folder, async (ports) => {
      await ports.registry.prepare();
      const receipt = await discardLetters(ports, choice, {
        who: userName(),
        reason: why.trim().slice(0, 300),
        now: Date.now(),
      });
      say(
        form === 'json'
          ? JSON.stringify(receipt)
          : `${receipt.letters} dead letter${receipt.letters === 1 ? '' : 's'} discarded`,
      );
      return exitCodes.done;
    });
  },
});
