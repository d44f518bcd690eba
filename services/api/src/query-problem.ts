import type { QueryProblem } from '@newsmill/search';
import { ApiProblem } from './api-problem.ts';

/** The refusal of a query that cannot be read: what is wrong, where, and a query that can be. */
export function queryProblem({ message, position, suggestion }: QueryProblem): ApiProblem {
  return new ApiProblem('bad-query', `q: ${message}`, [
    { pointer: '#/q', detail: message, position, suggestion },
  ]);
}
