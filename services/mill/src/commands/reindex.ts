import { ReindexRefused, ReindexRunning, type ReindexReport } from '@newsmill/store';
import { complain, say } from '../say.ts';
import { withPorts } from './with-ports.ts';

/** How often the progress is told, milliseconds. */
const tellEveryMs = 5_000;

/** What stands in the way of a reindex; the message says what to do. */
export const reindexErrors = [ReindexRunning, ReindexRefused];

function progress(): (report: ReindexReport) => void {
  let next = performance.now() + tellEveryMs;
  return (report) => {
    if (report.kind === 'swapped') return complain(`${report.part}: searches use the new build`);
    if (performance.now() < next) return;
    next = performance.now() + tellEveryMs;
    complain(`${report.part}: ${report.copied} articles of about ${report.total}`);
  };
}

/** `newsmill reindex`: builds the index anew from the articles in it, with the mapping and analysis of this version; the mill may run meanwhile. Ended by a signal or by force, the next one goes on. */
export function reindex(data: string, { abort }: { readonly abort: boolean }): Promise<number> {
  return withPorts(data, async ({ library }) => {
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
        : `${articles} articles in ${parts} ${parts === 1 ? 'part' : 'parts'} built anew in ${seconds.toFixed(1)} s`,
    );
    return 0;
  });
}
