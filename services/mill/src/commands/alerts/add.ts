import { settings } from '@newsmill/settings';
import { defineCommand } from '../declare/define-command.ts';
import { data } from '../declare/mill-options.ts';
import { exitCodes, millExits, answer, complain, say } from '@newsmill/service';
import { withPorts } from '../with-ports.ts';
import { searchOf, searchOptions } from './search-options.ts';

export const command = defineCommand({
  name: 'alerts add',
  description: 'save a search; shows its id and the secret of its webhook, once',
  words: '<name> <query>',
  options: { ...searchOptions, data },
  examples: [
    'newsmill alerts add Harbour \'"harbour master" OR ferry\'',
    'newsmill alerts add Ferries ferry --webhook https://desk.example/hook --throttle 600 --language en de',
    'newsmill alerts add Ferries ferry --mail desk@paper.example --digest daily --at 07:30 --zone Europe/Berlin',
  ],
  exits: ['done', 'no', ...millExits],
  async run([name, q], { data: folder, ...options }, environment) {
    const input = searchOf({ name, q }, options);
    if (input === undefined) return exitCodes.usage;
    const maxSavedSearches = Number(
      environment[settings.maxSavedSearches.env] ?? settings.maxSavedSearches.fallback,
    );
    const { addSavedSearch } = await import('@newsmill/operate');
    return withPorts(folder, async ({ registry }) => {
      await registry.prepare();
      const { record, secret } = await addSavedSearch(
        { registry, now: Date.now, settings: { maxSavedSearches } },
        input,
      );
      say(record.id);
      if (secret !== undefined) say(secret);
      answer({ id: record.id, ...(secret === undefined ? {} : { secret }) });
      complain(
        `This is the saved search ${record.id}; its feeds are /api/v1/saved-searches/${record.id}.rss, .atom and .json${secret === undefined ? '' : '; the secret of its webhook is shown here and never again'}.`,
      );
      return exitCodes.done;
    });
  },
});
