import type { TakedownPlan } from '@newsmill/operate';
import { defineCommand } from '../declare/define-command.ts';
import { data } from '../declare/mill-options.ts';
import { flag, text } from '../declare/options.ts';
import { confirm } from '../telling/confirm.ts';
import { exitCodes, millExits, answer, complain, say } from '@newsmill/service';
import { withPorts } from '../with-ports.ts';
import { receiptLine } from './receipt-line.ts';
import { userName } from '../user-name.ts';

/** What a takedown would take, in lines. */
function planLines({ id, url, title, versions, pages, unreadable, isDown }: TakedownPlan): string[] {
  const [first, ...others] = unreadable;
  return [
    `article ${id}${title === undefined ? '' : `: ${title}`}${url === undefined ? '' : `\n  ${url}`}`,
    isDown
      ? '  it is taken down already'
      : `  with ${versions} earlier version${versions === 1 ? '' : 's'}, and ${pages.length} page${pages.length === 1 ? '' : 's'} of the archive, which are overwritten`,
    ...(first === undefined
      ? []
      : [
          `  damaged places of the archive that may hold an earlier fetch of it, which nobody can tell, and stay as they are: ${unreadable.length} (${first.file}:${first.offset}${others.length === 0 ? '' : ' and others'}); newsmill verify --mend takes such places out`,
        ]),
  ];
}

export const command = defineCommand({
  name: 'takedown',
  description: 'take an article down for good: library, archive, and every version to come; a receipt stays',
  words: '[article]',
  wordMeanings: { '[article]': 'id or address of the article' },
  options: {
    reason: text('<text>', 'why; the receipt keeps it'),
    lift: flag('let it in again, and fetch it again'),
    yes: flag('do it without asking; needed where nobody can be asked'),
    dryRun: flag('only show what would go; not with --lift'),
    data,
  },
  examples: [
    "newsmill takedown https://paper.example/story --reason 'court order 12/26'",
    'newsmill takedown https://paper.example/story --dry-run',
    'newsmill takedown https://paper.example/story --lift',
  ],
  exits: ['done', 'no', ...millExits],
  async run([article], { reason, lift, yes, dryRun, data: folder }) {
    if (article === undefined) {
      complain('name the article by its id or address; newsmill takedown list shows what was taken down');
      return exitCodes.usage;
    }
    if (lift && dryRun) {
      complain('--dry-run shows what a takedown would take, and a lift takes nothing: give one of the two');
      return exitCodes.usage;
    }
    if (!lift && !dryRun && (reason === undefined || reason.trim() === '')) {
      complain('say why with --reason "…": the receipt keeps it');
      return exitCodes.usage;
    }
    const { liftTakedown, planTakedown, takeDown } = await import('@newsmill/operate');
    return withPorts(folder, async (ports) => {
      await ports.registry.prepare();
      const who = userName();
      if (!lift) {
        const plan = await planTakedown(ports, article);
        for (const line of planLines(plan)) complain(line);
        if (dryRun) {
          answer(plan);
          say('nothing is taken down: this is what would go');
          return exitCodes.done;
        }
        if (!yes && !(await confirm('Take it down for good?', '--yes'))) return exitCodes.no;
      }
      const receipt = lift
        ? await liftTakedown(ports, { article, who }, Date.now())
        : await takeDown(ports, { article, reason: reason ?? '', who }, Date.now());
      answer(receipt);
      say(receiptLine(receipt));
      if (!lift)
        complain(
          `${receipt.pages.length} pages of the archive were overwritten; other copies, such as backups, are not reached`,
        );
      return exitCodes.done;
    });
  },
});
