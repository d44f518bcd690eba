import {
  periodStart,
  type CountedField,
  type CountScope,
  type Timeline,
  type TimelineRequest,
  type TopRequest,
  type TopValues,
  type TrendField,
  type Trends,
  type TrendsRequest,
} from '@newsmill/contracts';
import { countedLanguage } from '@newsmill/text';
import { numberOf, textOf, type Row } from '../../../sqlite/columns.ts';
import { timelineOf } from '../../query/timeline-periods.ts';
import { joinTrends, rankTrends } from '../../query/trend-score.ts';
import type { LibraryDatabase } from '../library-database.ts';
import { narrowed, rowColumn, selectArticles, type Selection } from './select-articles.ts';

/** Articles that are looked at, the newest first: more take too long. */
const most = { timeline: 200_000, top: 20_000, window: 10_000, background: 40_000 } as const;

/** The column that holds the values of a field, and the name of the list in it where it is JSON. */
// biome-ignore format: a table, read by its rows
const columns: Readonly<Record<CountedField, 'source' | 'language' | 'section' | 'authors' | 'named' | 'lists'>> = {
  source: 'source', language: 'language', section: 'section', author: 'authors', person: 'named',
  organisation: 'named', place: 'named', topic: 'named', subtopic: 'named', keyPhrase: 'lists',
  keyword: 'lists', country: 'lists', domain: 'lists', fact: 'named',
};

function columnsFor(fields: readonly CountedField[]): string {
  const names = new Set(fields.map((field) => columns[field]));
  return [...names]
    .map((name) =>
      name === 'lists'
        ? "coalesce((SELECT f.lists FROM article_fact f WHERE f.id = a.id), '{}') AS lists"
        : name === 'source'
          ? 'a.source, a.told'
          : `a.${name}`,
    )
    .join(', ');
}

/** The values of fields in a row; JSON that several of them share is read once. */
function valuesReader(row: Row): (field: CountedField) => readonly string[] {
  const read = new Map<string, Partial<Record<string, readonly string[]>>>();
  return (field) => {
    const column = columns[field];
    const text = textOf(row, column);
    if (column === 'language') return text === '' ? [] : [countedLanguage(text)];
    if (column === 'source') return sourcesIn(row);
    if (column === 'section') return text === '' ? [] : [text];
    let lists = read.get(column);
    if (lists === undefined) {
      // Written by us: a list of authors, or lists by field.
      const json: Partial<Record<string, readonly string[]>> | readonly string[] = JSON.parse(text);
      lists = isList(json) ? { [field]: json } : json;
      read.set(column, lists);
    }
    return lists[field] ?? [];
  };
}

/** All sources that told of the article in a row with `source` and `told`. */
export function sourcesIn(row: Row): string[] {
  const source = textOf(row, 'source');
  const told = textOf(row, 'told');
  return told === '[]' ? [source] : [source, ...JSON.parse(told)];
}

function newest(selection: Selection, what: string, limit: number): string {
  return `SELECT ${what} ${selection.sql} ORDER BY ${rowColumn(selection)} DESC LIMIT ${limit + 1}`;
}

export function countTimeline(database: LibraryDatabase, request: TimelineRequest, now: number): Timeline {
  const selection = selectOf(database, request, now);
  const counts = new Map<number, number>();
  let total = 0;
  for (const row of database
    .statement(newest(selection, 'a.published', most.timeline))
    .iterate(...selection.values)) {
    if (total === most.timeline) return timelineOf(counts, request.interval, { total, isCut: true });
    total += 1;
    const start = periodStart(numberOf(row, 'published'), request.interval);
    counts.set(start, (counts.get(start) ?? 0) + 1);
  }
  return timelineOf(counts, request.interval, { total, isCut: false });
}

interface Counted {
  readonly total: number;
  readonly isCut: boolean;
  readonly counts: ReadonlyMap<CountedField, ReadonlyMap<string, number>>;
}

/** Counts values of the newest `limit` articles. `only`: the values that are counted; without it all are. */
function countValues(
  database: LibraryDatabase,
  selection: Selection,
  fields: readonly CountedField[],
  limit: number,
  only?: ReadonlyMap<CountedField, ReadonlyMap<string, number>>,
): Counted {
  const counts = new Map(fields.map((field) => [field, new Map<string, number>()]));
  let total = 0;
  for (const row of database
    .statement(newest(selection, columnsFor(fields), limit))
    .iterate(...selection.values)) {
    if (total === limit) return { total, isCut: true, counts };
    total += 1;
    const valuesOf = valuesReader(row);
    for (const [field, values] of counts) countRow(valuesOf(field), values, only?.get(field));
  }
  return { total, isCut: false, counts };
}

function isList(
  json: Partial<Record<string, readonly string[]>> | readonly string[],
): json is readonly string[] {
  return Array.isArray(json);
}

/** Counts each value of an article once. */
function countRow(
  found: readonly string[],
  counts: Map<string, number>,
  only: ReadonlyMap<string, number> | undefined,
): void {
  for (const [index, value] of found.entries()) {
    if ((only === undefined || only.has(value)) && (index === 0 || found.indexOf(value) === index))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  }
}

export function countTop(database: LibraryDatabase, request: TopRequest, now: number): TopValues {
  const { total, isCut, counts } = countValues(
    database,
    selectOf(database, request, now),
    [request.field],
    most.top,
  );
  const items = [...(counts.get(request.field) ?? [])]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, request.limit);
  return { total, items, approximate: isCut };
}

export function countTrends(database: LibraryDatabase, request: TrendsRequest, now: number): Trends {
  const originals = (from: string): Selection => {
    const selection = selectOf(database, { ...request, from }, now);
    return narrowed(selection, { sql: 'a.duplicate = 0', values: [] });
  };
  const window = countValues(database, originals(request.from), request.fields, most.window);
  const frequent = new Map(
    [...window.counts].map(([field, values]) => [
      field,
      new Map([...values].filter(([, count]) => count >= request.least)),
    ]),
  );
  const background = countValues(
    database,
    originals(request.since),
    request.fields,
    most.background,
    frequent,
  );
  const totals = { total: window.total, backgroundTotal: background.total };
  const ranked = request.fields.map((field: TrendField) => {
    const counts = new Map(
      [...(frequent.get(field) ?? [])].map(([value, count]) => [
        value,
        { count, background: background.counts.get(field)?.get(value) ?? 0 },
      ]),
    );
    return rankTrends(field, counts, totals, request);
  });
  return {
    ...totals,
    items: joinTrends(ranked, request.limit),
    approximate: window.isCut || background.isCut,
  };
}

function selectOf(
  database: LibraryDatabase,
  { query, sources, languages, from, to, withoutFlags }: CountScope,
  now: number,
): Selection {
  return selectArticles(database.stemmed, { query, sources, languages, from, to, withoutFlags }, now);
}
