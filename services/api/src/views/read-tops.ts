import type { CountScope } from '@newsmill/contracts';
import type { TopName, TodayView } from '@newsmill/service-console';
import type { Library } from '@newsmill/store';

/** The most frequent values of each field that has a list on a page. */
export async function readTops(
  library: Pick<Library, 'top'>,
  scope: CountScope,
  limit: number,
): Promise<TodayView['top']> {
  const top = (field: TopName) => library.top({ ...scope, field, limit });
  const [source, person, organisation, place, topic] = await Promise.all([
    top('source'),
    top('person'),
    top('organisation'),
    top('place'),
    top('topic'),
  ]);
  return { source, person, organisation, place, topic };
}
