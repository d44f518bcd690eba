import { defineCommand } from '../declare/define-command.ts';
import { asJsonLines, data } from '../declare/mill-options.ts';
import { exitCodes, millExits, complain, say } from '@newsmill/service';
import { withPorts } from '../with-ports.ts';
import { receiptLine } from './receipt-line.ts';

export const command = defineCommand({
  name: 'takedown list',
  description: 'the receipts',
  words: '',
  options: { json: asJsonLines, data },
  examples: ['newsmill takedown list'],
  exits: ['done', ...millExits],
  async run(_, { json, data: folder }) {
    const { listTakedowns } = await import('@newsmill/operate');
    return withPorts(folder, async ({ registry }) => {
      await registry.prepare();
      const receipts = await listTakedowns(registry);
      for (const receipt of receipts) say(json ? JSON.stringify(receipt) : receiptLine(receipt));
      if (receipts.length === 0) complain('nothing was taken down');
      return exitCodes.done;
    });
  },
});
