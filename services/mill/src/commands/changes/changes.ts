import { defineCommand } from '../declare/define-command.ts';
import { asJsonLines, data } from '../declare/mill-options.ts';
import { wholeWithin } from '../declare/options.ts';
import { exitCodes, millExits, complain, say } from '@newsmill/service';
import { withPorts } from '../with-ports.ts';

/** Entries that are asked for at a time. */
const atATime = 500;

export const command = defineCommand({
  name: 'changes',
  description:
    'the log of changes (audit log), newest first: who changed what, when and from where, by API, console or command',
  words: '',
  options: {
    limit: wholeWithin('<n>', { least: 1, most: 1_000_000, fallback: 50 }, 'how many entries'),
    json: asJsonLines,
    data,
  },
  examples: ['newsmill changes', 'newsmill changes --limit 1000000 --json'],
  exits: ['done', ...millExits],
  async run(_, { limit, json, data: folder }) {
    const { changeKinds, listChanges } = await import('@newsmill/operate');
    return withPorts(folder, async ({ registry }) => {
      await registry.prepare();
      let [told, after]: [number, string | undefined] = [0, undefined];
      do {
        const page = await listChanges(registry, { limit: Math.min(atATime, limit - told), after });
        for (const change of page.changes) {
          const { seq, when, who, by, from, what, subject, detail, fields = [] } = change;
          if (json) {
            say(JSON.stringify(change));
            continue;
          }
          const about = [subject, detail].filter((part) => part !== undefined).join(': ');
          say(
            `${String(seq).padStart(6)}  ${when.slice(0, 19)}  ${who} (${by}, ${from}) ${changeKinds[what]}${about === '' ? '' : `  ${about}`}`,
          );
          for (const { path, before = '-', after: now = '-' } of fields)
            say(`${' '.repeat(8)}${path}: ${before} -> ${now}`);
        }
        told += page.changes.length;
        after = page.next;
      } while (after !== undefined && told < limit);
      if (told === 0) complain('nothing was changed by anybody in the last two years');
      return exitCodes.done;
    });
  },
});
