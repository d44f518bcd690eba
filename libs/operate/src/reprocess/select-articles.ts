import type { ArticleDocument, QueryNode } from '@newsmill/contracts';
import type { Library } from '@newsmill/store';

/** Which articles are worked on again. */
export interface ReprocessFilter {
  readonly sourceId?: string;
  /** ISO 8601, inclusive, on the publication date. */
  readonly from?: string;
  /** ISO 8601, exclusive. */
  readonly to?: string;
  readonly query?: QueryNode;
}

/** Articles as they were written, newest first. `cursor`: goes on behind them; undefined with the last ones. */
export interface SelectedArticles {
  readonly documents: readonly ArticleDocument[];
  readonly cursor: string | undefined;
  /** About how many articles the filter takes in all. */
  readonly total: number;
}

const isoOf = (date: string | undefined): string | undefined =>
  date === undefined ? undefined : new Date(date).toISOString();

/**
 * The articles that a filter takes, by publication, newest first, `limit` (1 to 100) at a time; `cursor`: of
 * an earlier call with the same filter, to go on from there. What comes in meanwhile is left out. Throws as a
 * search.
 */
export async function* selectArticles(
  library: Pick<Library, 'search' | 'written' | 'refresh'>,
  { sourceId, from, to, query }: ReprocessFilter,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): AsyncGenerator<SelectedArticles> {
  await library.refresh();
  let next = cursor;
  do {
    const page = await library.search({
      query,
      sources: sourceId === undefined ? undefined : [sourceId],
      from: isoOf(from),
      to: isoOf(to),
      sort: 'newest',
      facets: [],
      limit,
      cursor: next,
    });
    const written = new Map(
      (await library.written(page.items.map(({ id }) => id))).map((document) => [document.id, document]),
    );
    next = page.next;
    yield {
      documents: page.items.flatMap(({ id }) => written.get(id) ?? []),
      cursor: next,
      total: page.total,
    };
  } while (next !== undefined);
}
