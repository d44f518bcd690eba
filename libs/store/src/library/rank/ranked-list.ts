import type { CollapseName, SearchPage, SearchRequest } from '@newsmill/contracts';
import { readCursor, writeCursor } from '../cursor.ts';
import { facetsOf, type CountedDocument } from '../query/count-facets.ts';
import { listName } from '../query/search-request.ts';

/** Articles, of each order, that a list is made of that is fused or collapsed. */
export const mostListed = 2_000;

/** What the list needs of an article. */
export interface Listed {
  readonly id: string;
  /** Names its family of near copies: the id of the original; its own when it stands alone. */
  readonly family: string;
  /** Names its story; its own id when it stands alone. */
  readonly story: string;
  readonly isCopy: boolean;
  /** What facets are counted from; absent where none are asked for. */
  readonly counted?: CountedDocument;
}

/** By what hits are collapsed. */
export function collapseOf({ collapse }: Pick<SearchRequest, 'collapse'>): CollapseName | undefined {
  if (collapse === true) return 'family';
  return collapse === false ? undefined : collapse;
}

/** Whether a request is answered from a list of bounded length: one that is fused or collapsed. */
export function isListed(request: SearchRequest): boolean {
  return isFused(request) || collapseOf(request) !== undefined;
}

/** Whether the orders by time and by relevance are fused. */
export function isFused(request: SearchRequest): boolean {
  return request.sort === 'both' && request.query !== undefined;
}

/**
 * Where a list goes on: the clock of its first page, the time of its newest article, how many were shown, and
 * the last of them.
 */
export interface ListPlace {
  readonly reference: number;
  /** Later pages leave out what was published after it, so that the order stays. */
  readonly newest: number | undefined;
  readonly shown: number;
  readonly last: string;
}

/** The place that the cursor of a request names; its beginning without one. Throws BadCursor. */
export function listPlace(request: SearchRequest, now: number): ListPlace {
  if (request.cursor === undefined) return { reference: now, newest: undefined, shown: 0, last: '' };
  const [reference, newest, shown, last] = readCursor(request.cursor, listName(request), [
    'number',
    'number',
    'number',
    'string',
  ]);
  return { reference: Number(reference), newest: Number(newest), shown: Number(shown), last: String(last) };
}

export interface Shown<T> {
  readonly article: T;
  /** How many more of its group are in the list. */
  readonly others: number;
}

/**
 * One article of each group, each in its own place: of a family the original where it is among them, else the
 * first.
 */
export function groupListed<T extends Listed>(list: readonly T[], by: CollapseName): Shown<T>[] {
  const groups = new Map<string, { head: T; count: number }>();
  for (const article of list) {
    const group = groups.get(article[by]);
    if (group === undefined) groups.set(article[by], { head: article, count: 1 });
    else {
      group.count += 1;
      if (by === 'family' && group.head.isCopy && !article.isCopy) group.head = article;
    }
  }
  return list.flatMap((article) => {
    const group = groups.get(article[by]);
    return group?.head === article ? [{ article, others: group.count - 1 }] : [];
  });
}

/** What was found besides the list itself. */
export interface ListedFind<T> {
  /** In the order asked for. */
  readonly list: readonly T[];
  readonly total: number;
  readonly totalIsExact: boolean;
  readonly facets: SearchPage['facets'];
  /** Publication of the newest article of the list, epoch ms. */
  readonly newest: number;
}

/**
 * The articles of one page, and the page without its hits. Collapsed, total and facets are those of the
 * groups.
 */
export function listedPage<T extends Listed>(
  request: SearchRequest,
  { list, total, totalIsExact, facets, newest }: ListedFind<T>,
  place: ListPlace,
): { readonly shown: readonly Shown<T>[]; readonly page: Omit<SearchPage, 'items'> } {
  const by = collapseOf(request);
  const all = by === undefined ? list.map((article) => ({ article, others: 0 })) : groupListed(list, by);
  const at = place.last === '' ? -1 : all.findIndex(({ article }) => article.id === place.last);
  const start = at < 0 ? place.shown : at + 1;
  const shown = all.slice(start, start + request.limit);
  const isWhole = totalIsExact && total <= list.length;
  const counts =
    by === undefined
      ? { total, totalIsExact, facetsAreExact: totalIsExact || request.facets.length === 0, facets }
      : {
          total: all.length,
          totalIsExact: isWhole,
          facetsAreExact: isWhole || request.facets.length === 0,
          facets: facetsOf(
            request.facets,
            all.flatMap(({ article }) => article.counted ?? []),
          ),
        };
  const last = shown.at(-1);
  if (last === undefined || start + shown.length >= all.length) return { shown, page: counts };
  return {
    shown,
    page: {
      ...counts,
      next: writeCursor(listName(request), [
        place.reference,
        place.newest ?? newest,
        start + shown.length,
        last.article.id,
      ]),
    },
  };
}
