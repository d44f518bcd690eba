import { TimelineQuery } from '../shapes/counts.ts';
import {
  type MillPorts,
  Refusal,
  SearchQuery,
  lookUp,
  pickSources,
  readHistory,
  readSources,
  SourcesQuery,
  servedLibrary,
  type SourcePorts,
} from '@newsmill/operate';
import { didYouMean } from '../views/did-you-mean.ts';
import { readTimeline } from '../views/read-counts.ts';
import { readSearch } from '../views/read-search.ts';
import { toSearchAnswer } from '../views/search-answer.ts';
import type { AgentDesk } from './agent-desk.ts';
import { orNothing } from './or-nothing.ts';

/** What reading needs of a mill. */
export type ReadPorts = Pick<MillPorts, 'library' | 'state' | 'now'> & {
  readonly folder: SourcePorts['folder'] & Pick<MillPorts['folder'], 'sourceOf'>;
};

/** Without what is left open, which the defaults fill. */
function given<T extends object>(query: T): T {
  // the same without keys that hold nothing
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as T;
}

/** The desk inside a mill, or beside one on its files or servers. */
export function millDesk(ports: ReadPorts): AgentDesk {
  const defaults = SearchQuery.parse({});
  const library = servedLibrary(ports, 'agents');
  return {
    async search(query) {
      const asked = { ...defaults, ...given(query) };
      const outcome = await readSearch(library, asked, []);
      if (outcome.ok) return toSearchAnswer(outcome.page, await didYouMean(library, asked, outcome.page));
      const { message, position, suggestion } = outcome.problem;
      throw new Refusal(
        'bad-query',
        `query: ${message} (at character ${position}${suggestion === undefined ? '' : `; did you mean ${suggestion}`})`,
      );
    },
    article: async (id) => (id === '' ? undefined : library.get(id)),
    history: (id) => orNothing(readHistory(ports, id, 'agents'), 'unknown-article'),
    async related(id, limit, languages = 'any') {
      const related = await library.related({ id, limit, languages });
      return related === undefined
        ? undefined
        : { items: related.items.map(({ sourceId, ...hit }) => ({ ...hit, source: sourceId })) };
    },
    timeline: (query) => readTimeline(ports.library, { ...TimelineQuery.parse({}), ...given(query) }),
    sources: async () => pickSources(await readSources(ports), SourcesQuery.parse({})),
    lookUp: (url) => orNothing(lookUp(ports, url), 'unknown-item'),
  };
}
