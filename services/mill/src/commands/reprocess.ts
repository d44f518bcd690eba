import { defineCommand } from './declare/define-command.ts';
import { data } from './declare/mill-options.ts';
import { flag, text } from './declare/options.ts';
import { exitCodes, millExits } from './telling/exit-codes.ts';
import { complain } from './telling/say.ts';

export const command = defineCommand({
  name: 'reprocess',
  description:
    'run the named enrichers, or all that are switched on, over every article of the library; the mill may run meanwhile',
  words: '[enrichers...]',
  options: {
    source: text('<id>', 'only articles of this source'),
    from: text('<date>', 'only articles published then or later'),
    to: text('<date>', 'only articles published before'),
    llm: flag('ask the language model of the settings too; without names it alone'),
    dryRun: flag('say how many articles would change'),
    data,
  },
  examples: [
    'newsmill reprocess entities topics --dry-run',
    'newsmill reprocess --source herald --from 2026-11-01',
  ],
  exits: ['done', ...millExits],
  async run([names], { source, from, to, llm, dryRun, data: folder }) {
    const bad = [from, to].find((date) => date !== undefined && Number.isNaN(Date.parse(date)));
    if (bad !== undefined) {
      complain(`${JSON.stringify(bad)} is no date; write it as 2026-11-24`);
      return exitCodes.usage;
    }
    const { reprocessArticles } = await import('./reprocess-articles.ts');
    return reprocessArticles(folder, {
      names,
      sourceId: source,
      from,
      to,
      isDryRun: dryRun,
      asksModel: llm,
    });
  },
});
