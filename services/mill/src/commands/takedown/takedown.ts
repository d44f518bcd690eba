import { userInfo } from 'node:os';
import { defineCommand } from '../declare/define-command.ts';
import { data } from '../declare/mill-options.ts';
import { flag, text } from '../declare/options.ts';
import { exitCodes, millExits } from '../telling/exit-codes.ts';
import { complain, say } from '../telling/say.ts';
import { withPorts } from '../with-ports.ts';
import { receiptLine } from './receipt-line.ts';

export const command = defineCommand({
  name: 'takedown',
  description: 'take an article down for good: library, archive, and every version to come; a receipt stays',
  words: '[article]',
  wordMeanings: { '[article]': 'id or address of the article' },
  options: {
    reason: text('<text>', 'why; the receipt keeps it'),
    lift: flag('let it in again, and fetch it again'),
    data,
  },
  examples: [
    "newsmill takedown https://paper.example/story --reason 'court order 12/26'",
    'newsmill takedown https://paper.example/story --lift',
  ],
  exits: ['done', 'no', ...millExits],
  async run([article], { reason, lift, data: folder }) {
    if (article === undefined) {
      complain('name the article by its id or address; newsmill takedown list shows what was taken down');
      return exitCodes.usage;
    }
    if (!lift && (reason === undefined || reason.trim() === '')) {
      complain('say why with --reason "…": the receipt keeps it');
      return exitCodes.usage;
    }
    const { liftTakedown, takeDown } = await import('@newsmill/operate');
    return withPorts(folder, async (ports) => {
      await ports.registry.prepare();
      const who = userInfo().username;
      const receipt = lift
        ? await liftTakedown(ports, { article, who }, Date.now())
        : await takeDown(ports, { article, reason: reason ?? '', who }, Date.now());
      say(receiptLine(receipt));
      if (!lift)
        complain(
          `${receipt.pages.length} pages of the archive were overwritten; other copies, such as backups, are not reached`,
        );
      return exitCodes.done;
    });
  },
});
