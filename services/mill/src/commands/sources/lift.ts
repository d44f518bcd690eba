import { defineCommand } from '../declare/define-command.ts';
import { data, sources, sourcesFolder } from '../declare/mill-options.ts';
import { exitCodes, millExits } from '../telling/exit-codes.ts';
import { answer, say } from '../telling/say.ts';
import { withPorts } from '../with-ports.ts';
import { sourcesIn } from './sources-in.ts';

/** Beside a running mill, which learns of it within seconds. */
export const command = defineCommand({
  name: 'sources lift',
  description:
    'lift the brake of a source whose pages took too much computing: its next page is handled at once',
  words: '<source>',
  wordMeanings: { '<source>': 'id of a source' },
  options: { sources, data },
  examples: ['newsmill sources lift herald'],
  exits: ['done', 'no', ...millExits],
  async run([named], options, environment) {
    const { liftBrake } = await import('@newsmill/operate');
    const folder = sourcesIn(sourcesFolder(options, environment));
    const told = await withPorts(options.data, ({ state }) =>
      liftBrake({ state, folder, now: Date.now }, named),
    );
    answer(told);
    say(
      told.lifted === undefined
        ? `${told.sourceId} is not braked: its pages are handled`
        : `${told.sourceId}: the brake of ${told.lifted.stages.join(' and ')} is lifted; it would have lasted until ${new Date(told.lifted.until).toISOString().slice(0, 19)}Z. What was buried meanwhile comes back with: ./newsmill dead replay --reason source-braked`,
    );
    return exitCodes.done;
  },
});
