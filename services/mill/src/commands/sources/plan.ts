import { readFileSync, statSync } from 'node:fs';
import { formatProblem, openSourceFolder, validateSources, type Problem } from '@newsmill/source-files';
import type { WantedSources } from '@newsmill/operate';
import { readSettings } from '@newsmill/settings';
import { defineCommand } from '../declare/define-command.ts';
import { asJson, data, sources, sourcesFolder } from '../declare/mill-options.ts';
import { exitCodes, millExits, complain, say } from '@newsmill/service';
import { showPlan } from './show-plan.ts';
import { sourcesIn } from './sources-in.ts';
import { withState } from './with-state.ts';

/** The sources of a folder, which are all there would be, or that of one file, beside which the others stay. */
function readWanted(path: string): { readonly wanted: WantedSources; readonly problems: readonly Problem[] } {
  if (statSync(path).isDirectory()) {
    const folder = openSourceFolder(path);
    const wanted = { sources: folder.sources(), isWhole: true, isUnsure: folder.isUnsure };
    return { wanted, problems: folder.problems() };
  }
  const { sources: read, problems } = validateSources([{ path, text: readFileSync(path, 'utf8') }]);
  return { wanted: { sources: read, isWhole: false }, problems };
}

/** Needs no running mill, asks nobody, changes nothing. */
export const command = defineCommand({
  name: 'sources plan',
  description:
    'what changed source files would do: sources that come, go and change, and the requests a day that this asks of publishers; changes nothing',
  words: '[path]',
  wordMeanings: {
    '[path]':
      'folder of changed source files, or one file, compared with those of the mill; without it, those of the mill, compared with the sources as it took them up last',
  },
  options: { json: asJson, sources, data },
  examples: [
    'newsmill sources plan checkout/sources',
    'newsmill sources plan herald.yaml',
    'newsmill sources plan --json',
  ],
  exits: ['done', ...millExits],
  async run([named], options, environment) {
    const { planMill } = await import('@newsmill/operate');
    const { knownDemoSources } = await import('@newsmill/service-fetch');
    const folder = sourcesIn(sourcesFolder(options, environment));
    const { wanted, problems } =
      named === undefined ? { wanted: undefined, problems: folder.problems() } : readWanted(named);
    for (const problem of problems) complain(formatProblem(problem));
    const builtIn = new Set(knownDemoSources(options.data).map(({ id }) => id));
    const settings = readSettings(environment);
    const plan = await withState(options.data, environment, ({ state }) =>
      planMill({ folder, state, settings, now: Date.now }, { wanted, builtIn }),
    );
    if (options.json) say(JSON.stringify({ ...plan, problems }, null, 2));
    else showPlan(plan);
    return problems.length > 0 ? exitCodes.configuration : exitCodes.done;
  },
});
