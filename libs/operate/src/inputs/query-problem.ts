import type { QueryProblem } from '@newsmill/search';
import { Refusal } from '../refusal.ts';

/** The refusal of a query that cannot be read: what is wrong, where, and a query that can be. */
export function queryProblem({ message, position, suggestion }: QueryProblem): Refusal {
  return new Refusal('bad-query', `q: ${message}`, [
    { pointer: '#/q', detail: message, position, suggestion },
  ]);
}
