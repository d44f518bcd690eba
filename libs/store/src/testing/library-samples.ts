import type { ArticleDocument, QueryNode, SearchRequest } from '@newsmill/contracts';
import type { Library } from '../library/library.ts';
import { sampleArticle } from './sample-article.ts';

/** A place where a library keeps its articles; opened again, they are still there. */
export interface LibraryPlace {
  open(): Promise<Library>;
  destroy(): Promise<void>;
}

export const minute = 60_000;
export const start = Date.UTC(2026, 9, 20);

/** Documents lie in two monthly indices: what was first seen in October, and what in November. */
export const october = '2026-10-20T00:00:00.000Z';
export const november = '2026-11-20T00:00:00.000Z';

/**
 * An article; with an even number it was first seen in October, else in November. Greater numbers were
 * published later.
 */
export function article(number: number, change: Partial<ArticleDocument> = {}): ArticleDocument {
  const id = change.id ?? `id${String(number).padStart(4, '0')}`;
  return sampleArticle(id, {
    version: 1_000,
    title: `Report ${number}`,
    content: `Plain words about number ${number}.`,
    published: new Date(start + number * minute).toISOString(),
    firstSeen: number % 2 === 0 ? october : november,
    wordCount: 5,
    ingest: {
      item: `item-${id}`,
      discoveredUrl: `https://paper.example/news/${id}`,
      fetchedAt: 1_000,
      pipelineVersion: '1',
    },
    ...change,
  });
}

/** How the chapters of the contract ask a library and write to it; `library` answers the one that is open. */
export function libraryWords(library: () => Library) {
  const ask = (change: Partial<SearchRequest> = {}) =>
    library().search({ sort: 'newest', limit: 100, facets: [], ...change });
  return {
    ask,
    found: async (query: QueryNode | undefined, change: Partial<SearchRequest> = {}) =>
      (await ask({ query, ...change })).items.map(({ id }) => id).sort(),
    put: async (...documents: ArticleDocument[]) => {
      const results = await library().write(documents);
      await library().refresh();
      return results.map(({ kind }) => kind);
    },
    allIds: async (
      change: Partial<SearchRequest> = {},
      between: () => Promise<void> = async () => undefined,
    ) => {
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await ask({ limit: 40, ...change, cursor });
        ids.push(...page.items.map(({ id }) => id));
        cursor = page.next;
        await between();
      } while (cursor !== undefined);
      return ids;
    },
  };
}

export const term = (text: string, field?: Extract<QueryNode, { kind: 'term' }>['field']): QueryNode => ({
  kind: 'term',
  text,
  field,
});
export const phrase = (text: string, slop?: number): QueryNode => ({ kind: 'phrase', text, slop });
export const prefix = (text: string): QueryNode => ({ kind: 'prefix', text });
export const not = (node: QueryNode): QueryNode => ({ kind: 'not', node });
export const and = (...nodes: QueryNode[]): QueryNode => ({ kind: 'and', nodes });
export const or = (...nodes: QueryNode[]): QueryNode => ({ kind: 'or', nodes });
