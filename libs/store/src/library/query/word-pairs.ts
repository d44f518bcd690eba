import { planQuery, type QueryPlan } from './plan-query.ts';

const mostPairs = 8;

/**
 * Pairs of bare words that stand side by side in a query, by the first of them: where they do so in an
 * article too, it ranks higher.
 */
export function wordPairs(query: QueryPlan | undefined): ReadonlyMap<QueryPlan, QueryPlan> {
  const parts = query?.kind === 'and' ? query.parts : [];
  const pairs = parts.slice(1).flatMap((part, i): [QueryPlan, QueryPlan][] => {
    const before = parts[i];
    const [one, other] = [bareWord(before), bareWord(part)];
    return before === undefined || one === undefined || other === undefined
      ? []
      : [[before, planQuery({ kind: 'phrase', text: `${one} ${other}` })]];
  });
  return new Map(pairs.slice(0, mostPairs));
}

function bareWord(part: QueryPlan | undefined): string | undefined {
  return part?.kind === 'words' ? part.bare : undefined;
}
