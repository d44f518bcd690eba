import { defineCommand } from '../declare/define-command.ts';
import { asJson, data } from '../declare/mill-options.ts';
import { text } from '../declare/options.ts';
import { exitCodes, millExits, complain, say } from '@newsmill/service';
import { withPorts } from '../with-ports.ts';

/** Ends with `no` where the log is not whole. */
export const command = defineCommand({
  name: 'changes verify',
  description:
    'read the whole log of changes and check its chain of hashes: exit code 1 where an entry was changed, removed or put in; prints the newest entry, to be kept elsewhere',
  words: '',
  options: {
    head: text(
      '<entry>',
      'an entry that was kept elsewhere, as this command printed it; it must be in the log',
    ),
    json: asJson,
    data,
  },
  examples: ['newsmill changes verify', `newsmill changes verify --head 214:${'9f'.repeat(32)}`],
  exits: ['done', 'no', ...millExits],
  async run(_, { head, json, data: folder }) {
    const [, seq, hash] = /^(\d{1,12}):([0-9a-f]{64})$/.exec(head ?? '') ?? [];
    if (head !== undefined && (seq === undefined || hash === undefined)) {
      complain(
        `${JSON.stringify(head)} is no entry; give what newsmill changes verify printed: its number, a colon, its hash`,
      );
      return exitCodes.usage;
    }
    const { verifyChanges } = await import('@newsmill/operate');
    return withPorts(folder, async ({ registry }) => {
      await registry.prepare();
      const known = hash === undefined ? undefined : { seq: Number(seq), hash };
      const found = await verifyChanges(registry, Date.now(), known);
      if (json) say(JSON.stringify(found));
      else if (found.head !== undefined) say(`${found.head.seq}:${found.head.hash}`);
      for (const fault of found.faults) complain(fault);
      complain(
        found.faults.length === 0
          ? `${found.entries} entries, the log is whole`
          : `${found.entries} entries, the log is not whole`,
      );
      return found.faults.length === 0 ? exitCodes.done : exitCodes.no;
    });
  },
});
