import type { ReindexReport } from '@newsmill/store';
import { defineCommand } from './declare/define-command.ts';
import { data } from './declare/mill-options.ts';
import { flag } from './declare/options.ts';
import { exitCodes, millExits } from './telling/exit-codes.ts';
import { complain, say } from './telling/say.ts';
import { withPorts } from './with-ports.ts';

/** How often the progress is told, milliseconds. */
const tellEveryMs = 5_000;

function progress(): (report: ReindexReport) => void {
  let next = performance.now() + tellEveryMs;
  return (report) => {
    if (report.kind === 'swapped') return complain(`${report.part}: searches use the new build`);
    if (performance.now() < next) return;
    next = performance.now() + tellEveryMs;
    complain(`${report.part}: ${report.copied} articles of about ${report.total}`);
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
      const halt = new AbortController();
      const stop = (): void =>
        halt.abort(
          new Error('ended by a signal; run newsmill reindex again to go on, or newsmill reindex --abort'),
        );
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
      const start = performance.now();
      const { articles, parts } = await library.reindex({ report: progress(), signal: halt.signal, abort });
      const seconds = (performance.now() - start) / 1_000;
      say(
        abort
          ? 'what an ended reindex left is gone; searches use the builds of before'
          : `${articles} articles in ${parts} ${parts === 1 ? 'part' : 'parts'} rebuilt in ${seconds.toFixed(1)} s`,
      );
      return exitCodes.done;
    }),
});
