import type { ArticleDocument, FacetName, SearchPage, SearchRequest } from '@newsmill/contracts';
import { countedLanguage } from '@newsmill/text';
import { numberOf, textOf, type Row } from '../../../sqlite/columns.ts';
import { readCursor, writeCursor } from '../../cursor.ts';
import type { ChangeFilter } from '../../library.ts';
import { topFacets } from '../../query/count-facets.ts';
import { hitOf, listName, mostCounted } from '../../query/search-request.ts';
import { cutHighlights, soughtWords } from '../../rank/cut-highlights.ts';
import { fusedPage, fusedPlace, isHybrid } from '../../rank/fused-page.ts';
import { cosineOf, directionOf, isOfTable, mostCompared, mostFused } from '../../rank/nearness.ts';
import type { LibraryDatabase } from '../library-database.ts';
import { sourcesIn } from './count-articles.ts';
import { rankRows } from './rank-rows.ts';
import { rowColumn, selectArticles, type Selection } from './select-articles.ts';

/**
 * Searches; synchronous, may take long: the parent process ends it. Throws BadCursor, and RangeError for a
 * query beyond all measure.
 */
export function searchLibrary(database: LibraryDatabase, request: SearchRequest, now: number): SearchPage {
  if (isHybrid(request)) return searchHybrid(database, request, now);
  const selection = selectArticles(database.stemmed, request, now);
  const { total, facets, newest } = countMatches(database, selection, request.facets);
  const ordered =
    request.sort === 'relevance' && selection.ranked !== undefined
      ? byRelevance(database, selection, request, { now, isFirst: request.cursor === undefined, newest })
      : newestFirst(database, selection, request, newest);
  const sought = soughtWords(request.query);
  const items = ordered.rows.flatMap((row) => {
    const json = database.at(row);
    if (json === undefined) return [];
    const document: ArticleDocument = JSON.parse(json);
    return hitOf(document, cutHighlights(document, sought));
  });
  const page = {
    total: Math.min(total, mostCounted),
    totalIsExact: total <= mostCounted,
    facetsAreExact: total <= mostCounted || request.facets.length === 0,
    items,
    facets,
  };
  return ordered.next === undefined ? page : { ...page, next: ordered.next };
}

/**
 * The best by words and the nearest, fused. Exact: the query is compared with each of the newest articles
 * that fulfil its conditions.
 */
function searchHybrid(database: LibraryDatabase, request: SearchRequest, now: number): SearchPage {
  const place = fusedPlace(request, now);
  const selection = selectArticles(database.stemmed, request, now);
  const words =
    selection.ranked === undefined
      ? []
      : byRelevance(
          database,
          selection,
          { ...request, cursor: undefined, limit: mostFused },
          { now: place.reference, isFirst: request.cursor === undefined },
        ).rows;
  return fusedPage(
    request,
    {
      byWords: documentsAt(database, words),
      byNearness: documentsAt(
        database,
        nearestRows(database, request, place.reference).map(({ id }) => id),
      ).filter((document) => isOfTable(document, request.near?.by)),
    },
    place,
  );
}

/** The documents of rows, in their order. */
export function documentsAt(database: LibraryDatabase, rows: readonly number[]): ArticleDocument[] {
  return rows.flatMap((row): ArticleDocument[] => {
    const json = database.at(row);
    return json === undefined ? [] : [JSON.parse(json)];
  });
}

/** Articles are walked past, so many for each that is compared: some have no vector. */
const walkedForOne = 3;

/** A row whose article is near to a vector, and how near: the cosine. */
export interface NearRow {
  readonly id: number;
  readonly nearness: number;
}

/** The nearest first, so many. */
export function nearestFirst(rows: readonly NearRow[], most: number): NearRow[] {
  return rows.toSorted((a, b) => b.nearness - a.nearness || b.id - a.id).slice(0, most);
}

/**
 * Of the newest articles with a vector that fulfil the conditions of a request (its `must` in place of its query) those
 * that are at least so near to its vector, the nearest first. `isOldest`: of the oldest. `compared`: of so many.
 */
export function nearestRows(
  database: LibraryDatabase,
  request: Pick<SearchRequest, 'near' | 'sources' | 'languages' | 'from' | 'to' | 'withoutFlags'>,
  now: number,
  { most = mostFused, compared = mostCompared, isOldest = false } = {},
): NearRow[] {
  const { near } = request;
  const wanted = directionOf(near?.vector);
  if (near === undefined || wanted === undefined) return [];
  const selection = selectArticles(database.stemmed, { ...request, query: near.must }, now);
  const column = rowColumn(selection);
  // Read from the inside: rows in order, of which those with a vector are compared.
  const walked = `SELECT ${column} AS row ${selection.rowsSql} ORDER BY ${column} ${isOldest ? '' : 'DESC'} LIMIT ${walkedForOne * compared}`;
  const found: NearRow[] = [];
  for (const row of database
    .statement(
      `SELECT v.id, v.vector FROM (${walked}) AS walked CROSS JOIN article_vector v ON v.id = walked.row LIMIT ${compared}`,
    )
    .iterate(...selection.values)) {
    const bytes = row['vector'];
    const nearness =
      bytes instanceof Uint8Array
        ? cosineOf(wanted, new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))
        : 0;
    if (nearness >= near.least) found.push({ id: numberOf(row, 'id'), nearness });
  }
  return nearestFirst(found, most);
}

/** Which of these rows fulfil the conditions of a search. */
export function matchingRows(
  database: LibraryDatabase,
  conditions: ChangeFilter,
  rows: readonly number[],
  now: number,
): ReadonlySet<number> {
  const selection = selectArticles(database.stemmed, conditions, now);
  const column = rowColumn(selection);
  const found = database
    .statement(
      `SELECT ${column} AS id ${selection.rowsSql} AND ${column} IN (SELECT value FROM json_each(?))`,
    )
    .all(...selection.values, JSON.stringify(rows));
  return new Set(found.map((row) => numberOf(row, 'id')));
}

/**
 * Counts one more than `mostCounted` at most; facets are those of the newest `mostCounted`. `newest`: their
 * rows, so that nobody looks for them again.
 */
export function countMatches(
  database: LibraryDatabase,
  selection: Selection,
  names: readonly FacetName[],
): { readonly total: number; readonly facets: SearchPage['facets']; readonly newest: readonly number[] } {
  const order = `ORDER BY ${rowColumn(selection)} DESC LIMIT ${mostCounted + 1}`;
  const counts = new Map(names.map((name) => [name, new Map<string, number>()]));
  const columns = [`${rowColumn(selection)} AS id`, ...new Set(names.map((name) => facetColumns[name]))].join(
    ', ',
  );
  const newest: number[] = [];
  let total = 0;
  for (const row of database
    .statement(`SELECT ${columns} ${names.length === 0 ? selection.rowsSql : selection.sql} ${order}`)
    .iterate(...selection.values)) {
    total += 1;
    if (total > mostCounted) break;
    newest.push(numberOf(row, 'id'));
    for (const [name, values] of counts)
      for (const value of facetValues(row, name)) values.set(value, (values.get(value) ?? 0) + 1);
  }
  return {
    total,
    newest,
    facets: Object.fromEntries([...counts].map(([name, values]) => [name, topFacets(name, values)])),
  };
}

const facetColumns: Readonly<Record<FacetName, string>> = {
  source: 'a.source, a.told',
  language: 'a.language',
  section: 'a.section',
  author: 'a.authors',
  day: 'a.published',
  person: 'a.named',
  organisation: 'a.named',
  place: 'a.named',
  topic: 'a.named',
  subtopic: 'a.named',
  fact: 'a.named',
};

function facetValues(row: Row, name: FacetName): string[] {
  if (name === 'day') return [dayOf(numberOf(row, 'published'))];
  if (facetColumns[name] === 'a.named') {
    const named: Partial<Record<FacetName, string[]>> = JSON.parse(textOf(row, 'named'));
    return onceEach(named[name] ?? []);
  }
  if (name === 'author') {
    const authors: string[] = JSON.parse(textOf(row, 'authors'));
    return onceEach(authors);
  }
  if (name === 'source') return sourcesIn(row);
  const value = textOf(row, name);
  if (value === '') return [];
  return [name === 'language' ? countedLanguage(value) : value];
}

/** An article that names a value twice counts once. */
function onceEach(values: string[]): string[] {
  return values.length < 2 ? values : [...new Set(values)];
}

/** Neighbours in order of time lie on the same day mostly. */
let lastDay = { number: 0, text: '1970-01-01' };

function dayOf(time: number): string {
  const number = Math.floor(time / 86_400_000);
  if (lastDay.number !== number) lastDay = { number, text: new Date(time).toISOString().slice(0, 10) };
  return lastDay.text;
}

interface Ordered {
  readonly rows: readonly number[];
  readonly next?: string;
}

function newestFirst(
  database: LibraryDatabase,
  selection: Selection,
  request: SearchRequest,
  newest: readonly number[],
): Ordered {
  const list = listName(request);
  const rows =
    request.cursor === undefined
      ? newest.slice(0, request.limit + 1)
      : rowsBefore(database, selection, request.limit + 1, readCursor(request.cursor, list, ['number']));
  const page = rows.slice(0, request.limit);
  const last = page.at(-1);
  return rows.length > request.limit && last !== undefined
    ? { rows: page, next: writeCursor(list, [last]) }
    : { rows: page };
}

function rowsBefore(
  database: LibraryDatabase,
  selection: Selection,
  limit: number,
  before: readonly (number | string)[],
): number[] {
  const column = rowColumn(selection);
  return database
    .statement(
      `SELECT ${column} AS id ${selection.rowsSql} AND ${column} < ? ORDER BY ${column} DESC LIMIT ?`,
    )
    .all(...selection.values, ...before, limit)
    .map((row) => numberOf(row, 'id'));
}

/**
 * The best of the matches, of very many those that rankRows ranks. The cursor carries the time of the first
 * page, and the newest article there was, so that later pages go on with the same order.
 */
function byRelevance(
  database: LibraryDatabase,
  selection: Selection,
  request: SearchRequest,
  {
    now,
    isFirst,
    newest: first,
  }: { readonly now: number; readonly isFirst: boolean; readonly newest?: readonly number[] },
): Ordered {
  const list = listName(request);
  const [score, row, time, ceiling] =
    request.cursor === undefined
      ? []
      : readCursor(request.cursor, list, ['number', 'number', 'number', 'number']).map(Number);
  const reference = time ?? now;
  const top = ceiling ?? Number.MAX_SAFE_INTEGER;
  const ranked = rankRows(database, selection, {
    list,
    reference,
    isFirst,
    top,
    newest: ceiling === undefined ? first : undefined,
  });
  const rest =
    score === undefined || row === undefined
      ? ranked
      : ranked.filter((found) => found.score < score || (found.score === score && found.id < row));
  const page = rest.slice(0, request.limit);
  const last = page.at(-1);
  const rows = page.map(({ id }) => id);
  if (rest.length <= request.limit || last === undefined) return { rows };
  const newest = ceiling ?? ranked.reduce((most, { id }) => Math.max(most, id), Number.MIN_SAFE_INTEGER);
  return { rows, next: writeCursor(list, [last.score, last.id, reference, newest]) };
}
