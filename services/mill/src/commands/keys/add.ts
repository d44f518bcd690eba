import { Duration, durationMs, scopes } from '@newsmill/contracts';
import { settings } from '@newsmill/settings';
import { defineCommand } from '../declare/define-command.ts';
import { data } from '../declare/mill-options.ts';
import { oneOf, text } from '../declare/options.ts';
import { exitCodes, millExits, answer, complain, say } from '@newsmill/service';
import { withPorts } from '../with-ports.ts';

export const command = defineCommand({
  name: 'keys add',
  description: 'make a key; it is printed once, on standard output',
  words: '<name>',
  options: {
    scope: oneOf('<scope>', scopes, 'read', 'what it may do; each scope holds those before it'),
    expires: text('<duration>', 'how long it lasts, such as 90d; without it, for ever'),
    rateLimit: text('<number>', `requests per minute, instead of those of ${settings.rateLimit.env}`),
    data,
  },
  examples: ["newsmill keys add 'The newsroom'", 'newsmill keys add monitor --scope read --expires 90d'],
  exits: ['done', ...millExits],
  async run([name], { scope, expires, rateLimit: written, data: folder }) {
    const rateLimit = written === undefined ? undefined : Number(written);
    if (expires !== undefined && !Duration.safeParse(expires).success) {
      complain(`${JSON.stringify(expires)} is no duration; write it as 90d`);
      return exitCodes.usage;
    }
    if (rateLimit !== undefined && !(Number.isInteger(rateLimit) && rateLimit > 0)) {
      complain(`${JSON.stringify(written)} is no number of requests`);
      return exitCodes.usage;
    }
    const { addKey } = await import('@newsmill/operate');
    return withPorts(folder, async ({ registry }) => {
      await registry.prepare();
      const now = Date.now();
      const { key, apiKey } = await addKey(
        registry,
        { name, scope, expiresAt: expires === undefined ? undefined : now + durationMs(expires), rateLimit },
        now,
      );
      answer({ id: apiKey.id, key, scope });
      say(key);
      complain(`This is the key ${apiKey.id} (${scope}); it is shown here and never again.`);
      return exitCodes.done;
    });
  },
});
