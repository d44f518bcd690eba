import type { ArticleDocument, SearchPage, SearchRequest } from '@newsmill/contracts';
import { readCursor, writeCursor } from '../cursor.ts';
import { facetsOf } from '../query/count-facets.ts';
import { groupsOf } from '../query/related-articles.ts';
import { hitOf, listName, type HitDocument } from '../query/search-request.ts';
import { cutHighlights, soughtWords } from './cut-highlights.ts';
import { fuseRanks } from './fuse-ranks.ts';
import { collapseOf, groupListed } from './ranked-list.ts';

/** What a fused list needs of an article. */
export type FusedDocument = HitDocument &
  Pick<
    ArticleDocument,
    'content' | 'section' | 'people' | 'organisations' | 'places' | 'topics' | 'subtopics'
  >;

/**
 * Where a fused list goes on: the time that freshness is measured from, how many were shown, and the last of
 * them.
 */
export interface FusedPlace {
  readonly reference: number;
  readonly shown: number;
  readonly last: string;
}

/** The place that the cursor of a request names; its beginning without one. Throws BadCursor. */
export function fusedPlace(request: SearchRequest, now: number): FusedPlace {
  if (request.cursor === undefined) return { reference: now, shown: 0, last: '' };
  const [reference, shown, last] = readCursor(request.cursor, listName(request), [
    'number',
    'number',
    'string',
  ]);
  return { reference: Number(reference), shown: Number(shown), last: String(last) };
}

/** Whether a request wants articles that are near too. */
export function isHybrid(request: SearchRequest): boolean {
  return request.near !== undefined && request.query !== undefined && request.sort === 'relevance';
}

/**
 * One page of the fused list of those found by words and those that are near. Total and facets are those of
 * the whole list.
 */
export function fusedPage(
  request: SearchRequest,
  lists: { readonly byWords: readonly FusedDocument[]; readonly byNearness: readonly FusedDocument[] },
  place: FusedPlace,
): SearchPage {
  const documents = new Map(
    [...lists.byWords, ...lists.byNearness].map((document) => [document.id, document]),
  );
  const all = fuseRanks([lists.byWords.map(({ id }) => id), lists.byNearness.map(({ id }) => id)]).flatMap(
    (id) => documents.get(id) ?? [],
  );
  const by = collapseOf(request);
  const fused =
    by === undefined
      ? all
      : groupListed(
          all.map((document) => ({ ...groupsOf(document), document })),
          by,
        ).map(({ article }) => article.document);
  const at = place.last === '' ? -1 : fused.findIndex(({ id }) => id === place.last);
  const start = at < 0 ? place.shown : at + 1;
  const page = fused.slice(start, start + request.limit);
  const sought = soughtWords(request.query);
  const items = page.map((document) => hitOf(document, cutHighlights(document, sought)));
  const facets = facetsOf(request.facets, fused);
  const answer = { total: fused.length, totalIsExact: true, facetsAreExact: true, items, facets };
  const last = page.at(-1);
  if (last === undefined || start + page.length >= fused.length) return answer;
  return { ...answer, next: writeCursor(listName(request), [place.reference, start + page.length, last.id]) };
}
