import { readSettings } from '@newsmill/settings';
import { defineCommand } from '../declare/define-command.ts';
import { data, webOf } from '../declare/mill-options.ts';
import { exitCodes, millExits, answer, complain, say } from '@newsmill/service';
import { withPorts } from '../with-ports.ts';

/** Ends with `no` when the receiver does not take the test. */
export const command = defineCommand({
  name: 'alerts test',
  description: 'send a test to the webhook, the mail address or the room now',
  words: '<id>',
  options: { data },
  examples: ['newsmill alerts test harbour-7f3a'],
  exits: ['done', 'no', ...millExits],
  async run([id], options, environment) {
    const { testAlert } = await import('@newsmill/operate');
    const { createHttpClient } = await import('@newsmill/http');
    return withPorts(options.data, async ({ registry }) => {
      await registry.prepare();
      const http = createHttpClient(webOf(environment));
      try {
        const { ok, detail } = await testAlert(
          { registry, http, now: Date.now, settings: readSettings(environment) },
          id,
        );
        answer({ id, ok, detail });
        if (ok) say(detail);
        else complain(detail);
        return ok ? exitCodes.done : exitCodes.no;
      } finally {
        await http.close();
      }
    });
  },
});
