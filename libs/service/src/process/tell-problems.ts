import { formatProblem, type FileProblem, type SourceFolder } from '@newsmill/source-files';
import type { ProcessPorts } from '@newsmill/runtime';

/** Mistakes that a log or `/readyz?verbose` names; the API has all of them. */
const mostTold = 20;

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

function filesOf(problems: readonly FileProblem[], effect: FileProblem['effect']): number {
  return new Set(problems.filter((problem) => problem.effect === effect).map(({ file }) => file)).size;
}

/**
 * Says everywhere what the files of the folder hold now: note, metric, `/readyz?verbose`. Mistakes do not
 * make a mill unready: everything else goes on.
 */
export function tellProblems(
  folder: Pick<SourceFolder, 'sources' | 'problems'>,
  { note, metrics, health }: Pick<ProcessPorts, 'note' | 'metrics' | 'health'>,
): void {
  const problems = folder.problems();
  const [kept, out] = [filesOf(problems, 'kept'), filesOf(problems, 'out')];
  metrics.sourceProblems.set({ effect: 'kept' }, kept);
  metrics.sourceProblems.set({ effect: 'out' }, out);
  note('sources.loaded', { count: folder.sources().length, problems: problems.length });
  for (const problem of problems.slice(0, mostTold))
    note('source.refused', {
      place: `${problem.file}:${problem.line}:${problem.column}`,
      effect: problem.effect,
      problem: formatProblem(problem),
    });
  if (problems.length === 0) return void health.clearRemark('sources');
  const more = problems.length > mostTold ? [`and ${problems.length - mostTold} more`] : [];
  health.remark(
    'sources',
    [
      `${counted(out, 'source file')} left out, ${counted(kept, 'file')} with a mistake whose last good state stays in force:`,
      ...problems.slice(0, mostTold).map(formatProblem),
      ...more,
    ].join('\n  '),
  );
}
