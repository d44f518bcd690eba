import type { SearchPage } from '@newsmill/contracts';
import type { Suggestion } from './did-you-mean.ts';
import type { SearchAnswer } from '../shapes/answers.ts';

/** What a search found, as the API tells it. */
export function toSearchAnswer(
  { total, totalIsExact, facetsAreExact, items, facets, next }: SearchPage,
  didYouMean: Suggestion | undefined,
): SearchAnswer {
  const counted = Object.fromEntries(Object.entries(facets).map(([name, values]) => [name, [...values]]));
  return {
    total,
    totalIsExact,
    facetsAreExact,
    items: items.map(({ sourceId, highlights, ...hit }) => ({ ...hit, source: sourceId, highlights })),
    facets: counted,
    didYouMean,
    next,
  };
}
