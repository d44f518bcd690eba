import { formatProblem, validateSources } from '@newsmill/source-files';
import { defineCommand } from '../declare/define-command.ts';
import { data, sources, sourcesFolder } from '../declare/mill-options.ts';
import { flag, text } from '../declare/options.ts';
import { editDraft } from '../edit-draft.ts';
import { exitCodes, millExits, answer, complain, say } from '@newsmill/service';
import { showPlan } from './show-plan.ts';
import { actOnFiles } from './act-on-files.ts';
import { sourcesIn } from './sources-in.ts';
import { withState } from './with-state.ts';

/** Needs no running mill; one that runs takes the file up by itself. */
export const command = defineCommand({
  name: 'sources edit',
  description:
    'change the file of a source in your editor ($VISUAL or $EDITOR), or take its text from another file; it is checked, what would change is shown, and only a file without mistakes is written',
  words: '<id>',
  wordMeanings: { '<id>': 'id of a source' },
  options: {
    from: text('<file>', 'file whose text it gets, in place of an editor'),
    dryRun: flag('show what would change; write nothing'),
    sources,
    data,
  },
  examples: ['newsmill sources edit herald', 'newsmill sources edit herald --from herald.yaml --dry-run'],
  exits: ['done', 'no', ...millExits],
  async run([id], options, environment) {
    const { editSource, planGiven, readSource, Refusal } = await import('@newsmill/operate');
    const { readSettings } = await import('@newsmill/settings');
    const ports = { folder: sourcesIn(sourcesFolder(options, environment)) };
    const before = (await readSource(ports, id))?.text;
    if (before === undefined)
      throw new Refusal('unknown-source', `There is no file of a source ${JSON.stringify(id)}.`);
    const draft = await editDraft(
      { name: `${id}.yaml`, text: before, from: options.from, result: 'nothing is changed' },
      environment,
    );
    if (draft === undefined) return exitCodes.no;
    const { text: after, path } = draft;
    const done = (said: string): typeof exitCodes.done => {
      draft.drop();
      say(said);
      return exitCodes.done;
    };
    const again = `newsmill sources edit ${id} --from ${path}`;
    if (after === before) {
      answer({ id, isWritten: false });
      return done('nothing is changed');
    }
    const { problems } = validateSources([{ path, text: after }]);
    if (problems.length > 0) {
      for (const problem of problems) complain(formatProblem(problem));
      complain(`nothing is written; mend the file, then: ${again}`);
      return exitCodes.configuration;
    }
    const settings = readSettings(environment);
    const plan = await withState(options.data, environment, ({ state }) =>
      planGiven({ ...ports, state, settings, now: Date.now }, { file: after, whole: false }),
    );
    answer({ id, plan, isWritten: !options.dryRun });
    showPlan(plan);
    if (options.dryRun) {
      say(`nothing is written; to write it: ${again}`);
      return exitCodes.done;
    }
    await actOnFiles(options.data, environment, () =>
      editSource(ports, { id, text: after }, (now) => {
        if (now?.text !== before)
          throw new Refusal(
            'precondition-failed',
            `The file of ${id} was changed by somebody else meanwhile; your text is in ${path}.`,
          );
      }),
    );
    return done(`${id} is changed; the running mill takes that up within seconds`);
  },
});
