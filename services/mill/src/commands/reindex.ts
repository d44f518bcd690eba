import type { ReindexReport } from '@newsmill/store';
import { defineCommand } from './declare/define-command.ts';
import { data } from './declare/mill-options.ts';
import { flag } from './declare/options.ts';
import { haltOnSignals } from './halt-on-signals.ts';
import { exitCodes, millExits, answer, complain, say } from '@newsmill/service';
import { Progress } from './telling/progress.ts';
import { withPorts } from './with-ports.ts';

/** Tells how far each part of the index is. */
function partProgress(): { readonly report: (report: ReindexReport) => void; readonly end: () => void } {
  let [part, progress]: [string, Progress | undefined] = ['', undefined];
  const end = (): void => progress?.end();
  return {
    end,
    report(report) {
      if (report.part !== part || progress === undefined) {
        end();
        [part, progress] = [report.part, new Progress({ what: report.part, unit: 'articles' })];
      }
      if (report.kind !== 'swapped') return progress.at(report.copied, report.total);
      end();
      return complain(`${report.part}: searches use the new build`);
    },
  };
}

/** Ended by a signal or by force, the next one goes on. */
export const command = defineCommand({
  name: 'reindex',
  description:
    'rebuild the index from its articles with the mapping and analysis of this version; searches and the mill go on meanwhile',
  words: '',
  options: { abort: flag('give up what an ended reindex left instead of going on with it'), data },
  examples: ['newsmill reindex', 'newsmill reindex --abort'],
  exits: ['done', 'no', ...millExits],
  run: (_, { abort, data: folder }) =>
    withPorts(folder, async ({ library }) => {
      const { signal } = haltOnSignals(
        new Error('ended by a signal; run newsmill reindex again to go on, or newsmill reindex --abort'),
      );
      const start = performance.now();
      const { report, end } = partProgress();
      const { articles, parts } = await library.reindex({ report, signal, abort }).finally(end);
      const seconds = (performance.now() - start) / 1_000;
      const { noteChange } = await import('@newsmill/operate');
      await noteChange({ what: 'library-reindexed', detail: abort ? 'given up' : `${articles} articles` });
      answer({ articles, parts, seconds, isGivenUp: abort });
      say(
        abort
          ? 'what an ended reindex left is gone; searches use the builds of before'
          : `${articles} articles in ${parts} ${parts === 1 ? 'part' : 'parts'} rebuilt in ${seconds.toFixed(1)} s`,
      );
      return exitCodes.done;
    }),
});
