import { SavedSearchInput } from '@newsmill/contracts';
import { defineCommand } from '../declare/define-command.ts';
import { data } from '../declare/mill-options.ts';
import { flag, text } from '../declare/options.ts';
import { exitCodes, millExits, answer, complain, say } from '@newsmill/service';
import { withPorts } from '../with-ports.ts';
import { searchOf, searchOptions } from './search-options.ts';

/** What is not named stays as it is. */
export const command = defineCommand({
  name: 'alerts edit',
  description: 'change a saved search; what is not named stays',
  words: '<id>',
  options: {
    name: text('<name>', 'its name'),
    query: text('<query>', 'its query'),
    ...searchOptions,
    on: flag('send its matches, from now on'),
    off: flag('send nothing until it is on again'),
    withoutDigest: flag('no digest any more'),
    data,
  },
  examples: [
    'newsmill alerts edit harbour-7f3a --query "harbour OR ferry"',
    'newsmill alerts edit harbour-7f3a --mail desk@paper.example --digest weekly --weekday friday',
  ],
  exits: ['done', 'no', ...millExits],
  async run([id], { data: folder, name, query, on, off, withoutDigest, ...options }) {
    const { alertRecords, replaceSavedSearch } = await import('@newsmill/operate');
    return withPorts(folder, async ({ registry }) => {
      await registry.prepare();
      const before = await alertRecords(registry).searches.get(id);
      if (before === undefined) {
        complain(`no saved search has the id ${id}; see ./newsmill alerts list`);
        return exitCodes.no;
      }
      const fields = Object.keys(SavedSearchInput.shape);
      const kept = Object.fromEntries(Object.entries(before.value).filter(([key]) => fields.includes(key)));
      const changed = {
        ...kept,
        ...(name === undefined ? {} : { name }),
        ...(query === undefined ? {} : { q: query }),
        ...(on ? { enabled: true } : {}),
        ...(off ? { enabled: false } : {}),
        ...(withoutDigest ? { digest: undefined } : {}),
      };
      const input = searchOf(changed, options);
      if (input === undefined) return exitCodes.usage;
      const { secret } = await replaceSavedSearch({ registry, now: Date.now }, before, input);
      answer({ id, ...(secret === undefined ? {} : { secret }) });
      if (secret !== undefined) {
        say(secret);
        complain('This is the secret of its webhook; it is shown here and never again.');
      }
      return exitCodes.done;
    });
  },
});
