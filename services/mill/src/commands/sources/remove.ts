import { defineCommand } from '../declare/define-command.ts';
import { data, sources, sourcesFolder } from '../declare/mill-options.ts';
import { flag } from '../declare/options.ts';
import { exitCodes, millExits, answer, complain, say } from '@newsmill/service';
import { showPlan } from './show-plan.ts';
import { actOnFiles } from './act-on-files.ts';
import { sourcesIn } from './sources-in.ts';
import { withState } from './with-state.ts';

/** Needs no running mill; one that runs takes the change up by itself. */
export const command = defineCommand({
  name: 'sources remove',
  description:
    'remove the file of a source; without --yes it shows what that leaves behind, and changes nothing; its articles stay (`takedown` and `retention` remove articles)',
  words: '<id>',
  wordMeanings: { '<id>': 'id of a source' },
  options: { yes: flag('remove it'), sources, data },
  examples: ['newsmill sources remove herald', 'newsmill sources remove herald --yes'],
  exits: ['done', 'no', ...millExits],
  async run([id], options, environment) {
    const { planMill, readSource, removeSource, Refusal } = await import('@newsmill/operate');
    const { readSettings } = await import('@newsmill/settings');
    const folder = sourcesIn(sourcesFolder(options, environment));
    const settings = readSettings(environment);
    if ((await readSource({ folder }, id)) === undefined)
      throw new Refusal('unknown-source', `There is no source ${JSON.stringify(id)}.`);
    const others = folder.sources().filter((source) => source.id !== id);
    const plan = await withState(options.data, environment, ({ state }) =>
      planMill(
        { folder, state, settings, now: Date.now },
        {
          wanted: {
            sources: others,
            isWhole: true,
            isUnsure: (other) => other !== id && folder.isUnsure(other),
          },
        },
      ),
    );
    answer({ id, plan, isRemoved: options.yes });
    showPlan(plan);
    if (!options.yes) {
      complain('nothing is removed yet: say --yes to remove it');
      return exitCodes.no;
    }
    await actOnFiles(options.data, environment, () => removeSource({ folder }, id, () => undefined));
    say(`${id} is removed; the running mill takes that up within seconds`);
    return exitCodes.done;
  },
});
