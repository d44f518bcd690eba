import { ApiProblem } from '../api-problem.ts';
import type { ApiPorts } from '../api-ports.ts';
import { SearchQuery } from '../shapes/parameters.ts';
import { readSearch } from '../views/read-search.ts';
import { lookUp } from '../views/read-ledger.ts';
import { readSources } from '../views/read-sources.ts';
import { toSearchAnswer } from '../views/search-answer.ts';
import type { AgentDesk } from './agent-desk.ts';

/** What reading needs of a mill. */
export type ReadPorts = Pick<ApiPorts, 'library' | 'state' | 'sources' | 'sourceProblems'>;

/** The desk inside a mill, or beside one on its files or servers. */
export function millDesk(ports: ReadPorts): AgentDesk {
  const defaults = SearchQuery.parse({});
  return {
    async search(query) {
      const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
      const outcome = await readSearch(ports.library, { ...defaults, ...given }, []);
      if (outcome.ok) return toSearchAnswer(outcome.page);
      const { message, position, suggestion } = outcome.problem;
      throw new ApiProblem('bad-query', `query: ${message} (at character ${position}${suggestion === undefined ? '' : `; did you mean ${suggestion}`})`);
    },
    article: async (id) => (id === '' ? undefined : ports.library.get(id)),
    sources: () => readSources(ports),
    async lookUp(url) {
      try {
        return await lookUp(ports, url);
      } catch (error) {
        if (error instanceof ApiProblem && error.code === 'unknown-item') return undefined;
        throw error;
      }
    },
  };
}
