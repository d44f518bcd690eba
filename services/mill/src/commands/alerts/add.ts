import { alertUnits, SavedSearchInput } from '@newsmill/contracts';
import { settings } from '@newsmill/settings';
import { defineCommand } from '../declare/define-command.ts';
import { data } from '../declare/mill-options.ts';
import { flag, oneOf, several, text, whole } from '../declare/options.ts';
import { exitCodes, millExits } from '../telling/exit-codes.ts';
import { complain, say } from '../telling/say.ts';
import { withPorts } from '../with-ports.ts';

export const command = defineCommand({
  name: 'alerts add',
  description: 'save a search; shows its id and the secret of its webhook, once',
  words: '<name> <query>',
  options: {
    webhook: text(
      '<url>',
      'address that takes the matches, signed as Standard Webhooks says; without it feed and events only',
    ),
    allowPrivate: flag('the webhook may be at a private address'),
    throttle: whole('<seconds>', 0, 'seconds between two deliveries at least'),
    collapse: oneOf('<unit>', alertUnits, 'family', 'what is told once'),
    source: several('<id...>', 'only these sources'),
    language: several('<tag...>', 'only these languages'),
    data,
  },
  examples: [
    'newsmill alerts add Harbour \'"harbour master" OR ferry\'',
    'newsmill alerts add Ferries ferry --webhook https://desk.example/hook --throttle 600 --language en de',
  ],
  exits: ['done', 'no', ...millExits],
  async run(
    [name, q],
    { webhook, allowPrivate, throttle, collapse, source, language, data: folder },
    environment,
  ) {
    const parsed = SavedSearchInput.safeParse({
      name,
      q,
      collapse,
      throttle,
      ...(source.length === 0 ? {} : { source }),
      ...(language.length === 0 ? {} : { language }),
      ...(webhook === undefined ? {} : { webhook: { url: webhook, allowPrivate } }),
    });
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues) complain(`${path.join('.')}: ${message}`);
      return exitCodes.usage;
    }
    const maxSavedSearches = Number(
      environment[settings.maxSavedSearches.env] ?? settings.maxSavedSearches.fallback,
    );
    const { addSavedSearch } = await import('@newsmill/operate');
    return withPorts(folder, async ({ registry }) => {
      await registry.prepare();
      const { record, secret } = await addSavedSearch(
        { registry, now: Date.now, settings: { maxSavedSearches } },
        parsed.data,
      );
      say(record.id);
      if (secret !== undefined) say(secret);
      complain(
        `This is the saved search ${record.id}; its feeds are /api/v1/saved-searches/${record.id}.rss, .atom and .json${secret === undefined ? '' : '; the secret of its webhook is shown here and never again'}.`,
      );
      return exitCodes.done;
    });
  },
});
