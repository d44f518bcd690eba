import { numberOf, type Row } from '../../../sqlite/columns.ts';
import { openFields } from '../../query/open-fields.ts';
import { mostCounted, weekMs } from '../../query/search-request.ts';
import type { LibraryDatabase } from '../library-database.ts';
import { readLengths, readMeanLengths, type FieldLengths } from './field-lengths.ts';
import { stemColumns, textColumns } from './match-expression.ts';
import type { PageOfOrder, RankedRow } from './recent-orders.ts';
import type { Selection } from './select-articles.ts';
import { firstRowOf, rowsPerSecond } from './sql-condition.ts';

type Column = (typeof textColumns | typeof stemColumns)[number];

interface RankedField {
  readonly name: string;
  /** What a find in it weighs. */
  readonly weight: number;
  readonly columns: readonly Column[];
  /** The column by whose length a find weighs more or less. */
  readonly length?: Column;
}

/**
 * Each field is ranked by itself, so that many finds in one of them do not outweigh one in another; words and
 * their stems are phrases of their own.
 */
const rankedFields: readonly RankedField[] = [
  { name: 'title', weight: openFields.title, columns: ['title', 'title_stems'], length: 'title' },
  { name: 'summary', weight: openFields.summary, columns: ['summary', 'summary_stems'], length: 'summary' },
  { name: 'content', weight: openFields.content, columns: ['content', 'content_stems'], length: 'content' },
  { name: 'others', weight: 1, columns: ['authors', 'section', 'keywords', 'tags', 'url'] },
];
const columns: readonly Column[] = [...textColumns, ...stemColumns];
/** SQL of the rank of a row of `words` in a field: the smaller, the better. */
const bm25Of = ({ columns: of }: RankedField): string =>
  `bm25(words, ${columns.map((column) => (of.includes(column) ? 1 : 0)).join(', ')})`;
const ranks = rankedFields.map((field) => `${bm25Of(field)} AS ${field.name}`).join(', ');
/**
 * SQL of a rank in one pass over all fields, for choosing what is ranked with care: a find in any of them
 * counts once.
 */
const glanceRank = `bm25(words, ${columns.map((column) => rankedFields.find((field) => field.columns.includes(column))?.weight ?? 0).join(', ')})`;
/**
 * SQL that puts any number of rows of `words` in order, the best first: without the lengths of the fields.
 */
export const roughRank = rankedFields.map((field) => `${field.weight} * ${bm25Of(field)}`).join(' + ');

/** k1 and b of bm25 in FTS5, which are those of Lucene. */
const [saturation, lengthShare] = [1.2, 0.75];

/** What a find must outweigh in a text of so many words. */
function dampingOf(length: number, mean: number): number {
  return saturation * (1 - lengthShare + lengthShare * (mean === 0 ? 1 : length / mean));
}

const sum = (numbers: FieldLengths): number => numbers.reduce((total, number) => total + number, 0);

function bytesOf(row: Row | undefined, column: string): Uint8Array {
  const bytes = row?.[column];
  return bytes instanceof Uint8Array ? bytes : new Uint8Array();
}

/**
 * FTS5 takes the length of the whole row for that of each column. Set right, the rank of one find in a field
 * is what bm25 of that field alone gives; that of several finds is near to it.
 */
function rankOf(row: Row, means: FieldLengths, meanOfAll: number): number {
  const lengths = readLengths(bytesOf(row, 'lengths'));
  const taken = 1 + dampingOf(sum(lengths), meanOfAll);
  return rankedFields.reduce((rank, { name, weight, length: column }) => {
    const found = -numberOf(row, name) * weight;
    if (found === 0 || column === undefined) return rank + found;
    const at = columns.indexOf(column);
    return rank + (found * taken) / (1 + dampingOf(lengths[at] ?? 0, means[at] ?? 0));
  }, 0);
}

/**
 * SQL of a factor between 1 (now) and a half (long ago), a week halves the rest. How old an article is, its
 * row tells: see `rowsPerSecond`.
 */
const freshness = '(0.5 + 0.5 * pow(2, 1.0 * min(0, words.rowid - ?) / ?))';
const rowsPerWeek = (weekMs / 1_000) * rowsPerSecond;

/** Of so many matches, the newest, the best are chosen. A glance at a million would take seconds. */
const mostGlancedAt = 200_000;
/** So many of them are ranked with care. */
const mostChosen = 4_000;

/**
 * Words alone are matched again: which rows fulfil the other conditions is known. `+` keeps SQLite from
 * looking each of them up by itself.
 */
const rankSql = `SELECT words.rowid AS id, ${freshness} AS freshness, (SELECT sz FROM words_docsize s WHERE s.id = words.rowid) AS lengths, ${ranks}
  FROM words WHERE words MATCH ? AND words.rowid >= ? AND words.rowid <= ? AND +words.rowid IN (SELECT value FROM json_each(?))`;

interface Ranking extends PageOfOrder {
  /** The highest row that counts. */
  readonly top: number;
  /** The newest `mostCounted` matches, where they are known. */
  readonly newest?: readonly number[] | undefined;
}

/**
 * The matches up to a row, the best first; newer ones a little before older ones. Of `mostCounted` and more,
 * the best `mostChosen` of the newest `mostGlancedAt`. A later page gets the order of the first.
 */
export function rankRows(
  database: LibraryDatabase,
  selection: Selection,
  ranking: Ranking,
): readonly RankedRow[] {
  return database.orders.order(ranking, () => rankAnew(database, selection, ranking));
}

function rankAnew(
  database: LibraryDatabase,
  selection: Selection,
  { reference, top, newest }: Ranking,
): RankedRow[] {
  if (selection.ranked === undefined) return [];
  const matches = newest ?? newestRows(database, selection, top);
  const found = matches.length < mostCounted ? matches : chosenRows(database, selection, { reference, top });
  const [highest, lowest] = [found[0], found.at(-1)];
  if (highest === undefined || lowest === undefined) return [];
  const means = readMeanLengths(
    bytesOf(database.statement('SELECT block FROM words_data WHERE id = 1').get(), 'block'),
  );
  const meanOfAll = sum(means);
  return database
    .statement(rankSql)
    .all(firstRowOf(reference), rowsPerWeek, selection.ranked, lowest, highest, JSON.stringify(found))
    .map((row) => ({
      id: numberOf(row, 'id'),
      score: rankOf(row, means, meanOfAll) * numberOf(row, 'freshness'),
    }))
    .sort((a, b) => b.score - a.score || b.id - a.id);
}

function newestRows(database: LibraryDatabase, selection: Selection, top: number): number[] {
  return database
    .statement(
      `SELECT words.rowid AS id ${selection.rowsSql} AND words.rowid <= ? ORDER BY words.rowid DESC LIMIT ${mostCounted}`,
    )
    .all(...selection.values, top)
    .map((row) => numberOf(row, 'id'));
}

/** The best at a glance, the newest first. */
function chosenRows(
  database: LibraryDatabase,
  selection: Selection,
  { reference, top }: Pick<Ranking, 'reference' | 'top'>,
): number[] {
  const glances = `SELECT words.rowid AS id, ${glanceRank} * ${freshness} AS glance ${selection.rowsSql} AND words.rowid <= ? ORDER BY words.rowid DESC LIMIT ${mostGlancedAt}`;
  return database
    .statement(
      `SELECT id FROM (SELECT id FROM (${glances}) ORDER BY glance, id DESC LIMIT ${mostChosen}) ORDER BY id DESC`,
    )
    .all(firstRowOf(reference), rowsPerWeek, ...selection.values, top)
    .map((row) => numberOf(row, 'id'));
}
