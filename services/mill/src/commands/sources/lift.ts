import type { LiftedBrake } from '@newsmill/operate';
import { readSettings, settings } from '@newsmill/settings';
import { defineCommand } from '../declare/define-command.ts';
import { data, sources, sourcesFolder } from '../declare/mill-options.ts';
import { exitCodes, millExits, answer, say } from '@newsmill/service';
import { withPorts } from '../with-ports.ts';
import { sourcesIn } from './sources-in.ts';

function tell({ sourceId, lifted, liftedQuotas }: LiftedBrake): string {
  const said = [
    ...(lifted === undefined
      ? []
      : [
          `${sourceId}: the brake of ${lifted.stages.join(' and ')} is lifted; it would have lasted until ${new Date(lifted.until).toISOString().slice(0, 19)}Z. What was buried meanwhile comes back with: ./newsmill dead replay --reason source-braked`,
        ]),
    ...(liftedQuotas === undefined
      ? []
      : [
          `${sourceId}: its quotas are lifted for the rest of the day (UTC); its pages go on within five minutes`,
        ]),
  ];
  return said.length > 0
    ? said.join('\n')
    : `${sourceId} is neither braked nor over a quota: its pages are handled`;
}

/** Beside a running mill, which learns of it within seconds. */
export const command = defineCommand({
  name: 'sources lift',
  description:
    'let a source go on that is braked, since its pages took too much computing, or has used its quotas of the day',
  words: '<source>',
  wordMeanings: { '<source>': 'id of a source' },
  options: { sources, data },
  examples: ['newsmill sources lift herald'],
  exits: ['done', 'no', ...millExits],
  async run([named], options, environment) {
    const { liftBrake } = await import('@newsmill/operate');
    const folder = sourcesIn(sourcesFolder(options, environment));
    const quotas = readSettings({ ...environment, [settings.data.env]: options.data });
    const told = await withPorts(options.data, ({ state }) =>
      liftBrake({ state, folder, settings: quotas, now: Date.now }, named),
    );
    answer(told);
    say(tell(told));
    return exitCodes.done;
  },
});
