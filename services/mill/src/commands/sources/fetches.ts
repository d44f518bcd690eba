import { defineCommand } from '../declare/define-command.ts';
import { asJson, data, sources, sourcesFolder } from '../declare/mill-options.ts';
import { exitCodes, millExits, say } from '@newsmill/service';
import { withPorts } from '../with-ports.ts';
import { sourcesIn } from './sources-in.ts';

/** Beside a running mill. */
export const command = defineCommand({
  name: 'sources fetches',
  description: 'how the last polls of the channels of a source went, fifty of each, the newest first',
  words: '<id>',
  wordMeanings: { '<id>': 'id of a source' },
  options: { json: asJson, sources, data },
  examples: ['newsmill sources fetches herald'],
  exits: ['done', 'no', ...millExits],
  async run([id], options, environment) {
    const { readFetches } = await import('@newsmill/operate');
    const folder = sourcesIn(sourcesFolder(options, environment));
    const told = await withPorts(options.data, ({ state }) =>
      readFetches({ state, folder, now: Date.now }, id),
    );
    if (options.json) {
      say(JSON.stringify(told, null, 2));
      return exitCodes.done;
    }
    for (const { kind, url, fetches } of told.channels) {
      say(`${kind} ${url}${fetches.length === 0 ? ': not polled yet' : ''}`);
      for (const { at, ms, status, bytes, entries, fresh, error } of fetches)
        say(
          [
            `  ${new Date(at).toISOString().slice(0, 19)}Z`,
            status ?? 'no answer',
            `${ms} ms`,
            ...(bytes === undefined ? [] : [`${bytes} bytes`]),
            ...(entries === undefined ? [] : [`${entries} entries, ${fresh ?? 0} new`]),
            ...(error === undefined ? [] : [error]),
          ].join('  '),
        );
    }
    return exitCodes.done;
  },
});
