import type { ArticleDocument, SearchPage, SearchRequest } from '@newsmill/contracts';
import { numberOf, textOf, type Row } from '../../../sqlite/columns.ts';
import type { CountedDocument } from '../../query/count-facets.ts';
import { hitOf, listName, mostCounted } from '../../query/search-request.ts';
import { cutHighlights, soughtWords } from '../../rank/cut-highlights.ts';
import { fuseRanks } from '../../rank/fuse-ranks.ts';
import {
  collapseOf,
  isFused,
  listedPage,
  listPlace,
  mostListed,
  type Listed,
} from '../../rank/ranked-list.ts';
import type { LibraryDatabase } from '../library-database.ts';
import { sourcesIn } from './count-articles.ts';
import { rankRows } from './rank-rows.ts';
import { countMatches } from './search-library.ts';
import { narrowed, selectArticles, type Selection } from './select-articles.ts';

interface ListedRow extends Listed {
  readonly row: number;
  readonly published: number;
}

/**
 * Searches whose answer is a list that is fused or collapsed: of the first `mostListed` of each order. Throws
 * as searchLibrary.
 */
export function searchListed(database: LibraryDatabase, request: SearchRequest, now: number): SearchPage {
  const place = listPlace(request, now);
  const whole = selectArticles(database.stemmed, request, place.reference);
  const selection =
    place.newest === undefined ? whole : narrowed(whole, { sql: 'a.published <= ?', values: [place.newest] });
  const by = collapseOf(request);
  const {
    total,
    facets,
    newest: found,
  } = countMatches(database, selection, by === undefined ? request.facets : []);
  const list = orderedRows(database, selection, request, { reference: place.reference, found }).flatMap(
    (row) => listedRow(database, row, by !== undefined && request.facets.length > 0) ?? [],
  );
  const newest = list.reduce((most, { published }) => Math.max(most, published), Number.MIN_SAFE_INTEGER);
  const { shown, page } = listedPage(
    request,
    { list, total: Math.min(total, mostCounted), totalIsExact: total <= mostCounted, facets, newest },
    place,
  );
  const sought = soughtWords(request.query);
  const items = shown.flatMap(({ article, others }) => {
    const json = database.at(article.row);
    if (json === undefined) return [];
    const document: ArticleDocument = JSON.parse(json);
    const hit = hitOf(document, cutHighlights(document, sought));
    return by === undefined ? hit : { ...hit, others };
  });
  return { ...page, items };
}

/** `found`: the newest matches. */
function orderedRows(
  database: LibraryDatabase,
  selection: Selection,
  request: SearchRequest,
  { reference, found }: { readonly reference: number; readonly found: readonly number[] },
): readonly number[] {
  const isRanked = request.sort !== 'newest' && selection.ranked !== undefined;
  const byRank = isRanked
    ? rankRows(database, selection, {
        list: listName(request),
        reference,
        isFirst: request.cursor === undefined,
        top: Number.MAX_SAFE_INTEGER,
        newest: found,
      })
        .slice(0, mostListed)
        .map(({ id }) => id)
    : [];
  if (isRanked && !isFused(request)) return byRank;
  const byTime = found.slice(0, mostListed);
  return isRanked ? fuseRanks([byRank, byTime]) : byTime;
}

function listedRow(database: LibraryDatabase, row: number, isCounted: boolean): ListedRow | undefined {
  const found = database
    .statement(
      'SELECT a.name, a.published, a.source, a.told, a.language, a.section, a.authors, a.named, a.duplicate, f.family, f.story FROM article a LEFT JOIN article_fact f ON f.id = a.id WHERE a.id = ?',
    )
    .get(row);
  if (found === undefined) return undefined;
  const id = textOf(found, 'name');
  const nameOf = (column: string): string => (typeof found[column] === 'string' ? textOf(found, column) : id);
  const listed = {
    id,
    row,
    published: numberOf(found, 'published'),
    family: nameOf('family'),
    story: nameOf('story'),
    isCopy: numberOf(found, 'duplicate') === 1,
  };
  return isCounted ? { ...listed, counted: countedOf(found) } : listed;
}

function countedOf(row: Row): CountedDocument {
  const authors: string[] = JSON.parse(textOf(row, 'authors'));
  const {
    person: people,
    organisation: organisations,
    place: places,
    topic: topics,
    subtopic: subtopics,
    fact: extensionFacts,
  }: Partial<Record<string, string[]>> = JSON.parse(textOf(row, 'named'));
  return {
    sourceId: textOf(row, 'source'),
    sources: sourcesIn(row),
    language: textOf(row, 'language'),
    section: textOf(row, 'section'),
    authors,
    published: new Date(numberOf(row, 'published')).toISOString(),
    people,
    organisations,
    places,
    topics,
    subtopics,
    extensionFacts,
  };
}
