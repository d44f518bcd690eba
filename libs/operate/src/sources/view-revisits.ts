import { describeVisits, readRevisits, type VisitsAtAge } from '@newsmill/fetch';
import type { RevisitsView } from './source-view.ts';
import { spanWords } from './sentences.ts';

function ageWords({ fromMs, toMs }: VisitsAtAge): string {
  if (toMs === undefined) return `over ${spanWords(fromMs)}`;
  return fromMs === 0 ? `up to ${spanWords(toMs)}` : `${spanWords(fromMs)} to ${spanWords(toMs)}`;
}

function listOf(ages: readonly VisitsAtAge[], plan: VisitsAtAge['plan']): string {
  return ages
    .filter((age) => age.plan === plan)
    .map(ageWords)
    .join(', ');
}

/** What was found, and what follows from it for the visits of other pages. */
function sayRevisits({ observed, changed, byAge }: Omit<RevisitsView, 'says'>): string {
  const shares = byAge
    .filter((age) => age.observed > 0)
    .map((age) => `${ageWords(age)}: ${age.changed} of ${age.observed}`)
    .join('; ');
  const [fewer, more] = [listOf(byAge, 'left-out'), listOf(byAge, 'added')];
  return [
    `${changed} of ${observed} ${observed === 1 ? 'visit' : 'visits'} to known pages found another text (by age of the page: ${shares}).`,
    ...(fewer === ''
      ? []
      : [`At these ages one page in eight is visited again: ${fewer}; all are once more at the last age.`]),
    ...(more === '' ? [] : [`After a visit at these ages, but the last, comes another one: ${more}.`]),
  ].join(' ');
}

/** What later visits of the pages of a source found, from the entries of the state; undefined where none is counted. */
export function viewRevisits(
  sourceId: string,
  values: ReadonlyMap<string, string>,
): RevisitsView | undefined {
  const byAge = describeVisits(readRevisits(sourceId, values));
  const sum = (pick: (age: VisitsAtAge) => number) => byAge.reduce((total, age) => total + pick(age), 0);
  const counted = {
    observed: sum(({ observed }) => observed),
    changed: sum(({ changed }) => changed),
    byAge,
  };
  return counted.observed === 0 ? undefined : { ...counted, says: sayRevisits(counted) };
}
