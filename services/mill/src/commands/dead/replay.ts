import type { DeadLetterChoice } from '@newsmill/operate';
import { defineCommand } from '../declare/define-command.ts';
import { data } from '../declare/mill-options.ts';
import { flag, text } from '../declare/options.ts';
import { exitCodes, millExits } from '../telling/exit-codes.ts';
import { complain, say } from '../telling/say.ts';
import { withPorts } from '../with-ports.ts';

function choiceOf(
  ids: readonly string[],
  { reason, all }: { readonly reason?: string; readonly all: boolean },
): DeadLetterChoice | undefined {
  if (ids.length > 0) return { ids };
  if (reason !== undefined) return { reason };
  return all ? { all: true } : undefined;
}

export const command = defineCommand({
  name: 'dead replay',
  description: 'try again: by name, by --reason, or --all',
  words: '[ids...]',
  options: { reason: text('<reason>', 'all with this reason'), all: flag('all'), data },
  examples: [
    'newsmill dead replay 01JDEADLETTER',
    'newsmill dead replay --reason no-date',
    'newsmill dead replay --all',
  ],
  exits: ['done', 'no', ...millExits],
  async run([ids], options) {
    const choice = choiceOf(ids, options);
    if (choice === undefined) {
      complain('name the dead letters, or give --reason REASON or --all');
      return exitCodes.usage;
    }
    const { replayDeadLetters } = await import('@newsmill/operate');
    return withPorts(options.data, async (ports) => {
      const { replayed, lost } = await replayDeadLetters(ports, choice, Date.now());
      say(`${replayed} dead letter${replayed === 1 ? '' : 's'} sent on their way again`);
      for (const id of lost)
        complain(`${id}: the frontier no longer knows its address; its channel will name it again`);
      if ('ids' in choice && replayed + lost.length < choice.ids.length)
        complain('some names were not found; see ./newsmill dead list');
      return replayed > 0 || !('ids' in choice) ? exitCodes.done : exitCodes.no;
    });
  },
});
