import type { ReplayRunView, TrialsView } from '@newsmill/operate';
import { openReadingThread } from '@newsmill/reading';
import { readSettings } from '@newsmill/settings';
import { defineCommand } from '../declare/define-command.ts';
import { data } from '../declare/mill-options.ts';
import { flag, wholeWithin } from '../declare/options.ts';
import { haltOnSignals } from '../halt-on-signals.ts';
import { exitCodes, millExits, complain, say } from '@newsmill/service';
import { withLetters } from '../with-letters.ts';
import { choiceGiven, choiceOptions, format } from './letter-options.ts';
import { userName } from '../user-name.ts';

function showTrials(view: TrialsView, isJson: boolean): void {
  if (isJson) return say(JSON.stringify(view));
  for (const { id, outcome, stage, reason, detail, article } of view.trials)
    say(
      `${id}  ${outcome.padEnd(7)}  ${stage.padEnd(6)}  ${[reason, detail, article?.title].filter((part) => part !== undefined).join('  ')}`,
    );
  say(
    `${view.passes} of ${view.tried} would pass now, ${view.dropped} would be left out, ${view.fails} would fail again, of ${view.untold} only a replay tells${view.tried < view.found ? ` (a sample of ${view.found})` : ''}; nothing was written`,
  );
}

function showEnd(run: ReplayRunView, isJson: boolean): void {
  if (isJson) return say(JSON.stringify(run));
  say(`${run.replayed} dead letter${run.replayed === 1 ? '' : 's'} sent on their way again`);
  if (run.lost > 0)
    complain(
      `${run.lost} stay: the frontier no longer knows their addresses; their channels will name them again`,
    );
  if (run.gone > 0) complain(`${run.gone} were taken by others meanwhile`);
  if (run.state !== 'done')
    complain(
      `${run.state}${run.problem === undefined ? '' : `: ${run.problem}`}; the rest stay dead letters`,
    );
}

/** Sends dead letters on their way again, at a rate; SIGINT stops it, and the rest stay. */
export const command = defineCommand({
  name: 'dead replay',
  description: 'try again, at a rate: by id, by what they have in common, or --all',
  words: '[ids...]',
  options: {
    ...choiceOptions,
    rate: wholeWithin('<number>', { least: 1, most: 10_000, fallback: 20 }, 'messages per second, at most'),
    dryRun: flag("only show what today's code would make of them, of many of a sample; write nothing"),
    sample: wholeWithin(
      '<number>',
      { least: 1, most: 100, fallback: 20 },
      'letters that a dry run tries at most',
    ),
    format,
    data,
  },
  examples: [
    'newsmill dead replay 01JDEADLETTER',
    'newsmill dead replay --group 94c764a40edc --dry-run',
    'newsmill dead replay --reason no-date --rate 100',
    'newsmill dead replay --all',
  ],
  exits: ['done', 'no', 'usage', ...millExits],
  async run([ids], { rate, dryRun, sample, format: form, data: folder, ...given }, environment) {
    const choice = await choiceGiven(ids, given);
    if (choice === undefined) return exitCodes.usage;
    const { startReplayRun, tryLetters } = await import('@newsmill/operate');
    const isJson = form === 'json';
    return withLetters(folder, async (ports) => {
      if (dryRun) {
        const thread = openReadingThread({ budgetMs: readSettings(environment).readBudget });
        try {
          showTrials(await tryLetters({ ...ports, thread }, choice, sample), isJson);
        } finally {
          await thread.close();
        }
        return exitCodes.done;
      }
      await ports.registry.prepare();
      const { run, ended } = await startReplayRun({ ...ports, now: Date.now }, choice, {
        rate,
        who: userName(),
        signal: haltOnSignals().signal,
        tell: ({ state, replayed, total }) => {
          if (state === 'running' && !isJson) complain(`${replayed} of ${total}`);
        },
      });
      if (run.total > rate && !isJson)
        complain(
          `${run.total} letters at ${rate} a second take ${Math.ceil(run.total / rate)} s; Ctrl+C stops, the rest stay`,
        );
      const last = await ended;
      showEnd(last, isJson);
      const isDone = last.state === 'done' && (last.replayed > 0 || ids.length === 0);
      return isDone || last.state === 'stopped' ? exitCodes.done : exitCodes.no;
    });
  },
});
