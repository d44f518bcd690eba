import { newsMs, type FiguresRequest, type SourceFigures } from '@newsmill/contracts';
import { numberOf, textOf, type Row } from '../../../sqlite/columns.ts';
import { addBuckets, countDelay, delayFigures, type DelayBuckets } from '../../query/delay-buckets.ts';
import type { LibraryStatement } from '../library-statement.ts';
import { firstRowOf } from './sql-condition.ts';

interface Database {
  statement(sql: string): LibraryStatement;
}

/** Articles that one call goes through: others wait for it. */
const mostInPiece = 20_000;
const dayMs = 86_400_000;

/** What was counted of a source in one piece of the articles. */
interface PieceOfSource {
  readonly sourceId: string;
  readonly articles: number;
  readonly copies: number;
  /** Days since 1970. */
  readonly days: readonly number[];
  /** Epoch milliseconds. */
  readonly newest: number;
  readonly found: readonly (readonly [bucket: number, count: number])[];
  readonly searchable: readonly (readonly [bucket: number, count: number])[];
}

/** One piece of the articles of a span; `next`: give it as `after` for the next. */
export interface FiguresPiece {
  readonly sources: readonly PieceOfSource[];
  readonly next?: number;
}

class Counted {
  articles = 0;
  copies = 0;
  newest = Number.MIN_SAFE_INTEGER;
  readonly days = new Set<number>();
  readonly found: DelayBuckets = new Map();
  readonly searchable: DelayBuckets = new Map();

  addRow(row: Row): void {
    const published = numberOf(row, 'published');
    this.articles += 1;
    this.copies += numberOf(row, 'duplicate');
    this.newest = Math.max(this.newest, published);
    this.days.add(Math.floor(published / dayMs));
    if (row['found'] === null) return;
    const found = numberOf(row, 'found');
    countDelay(this.found, found);
    const took = numberOf(row, 'entered') - published;
    if (took <= found + newsMs && numberOf(row, 'entered') > 0) countDelay(this.searchable, took);
  }

  addPiece(piece: PieceOfSource): void {
    this.articles += piece.articles;
    this.copies += piece.copies;
    this.newest = Math.max(this.newest, piece.newest);
    for (const day of piece.days) this.days.add(day);
    addBuckets(this.found, piece.found);
    addBuckets(this.searchable, piece.searchable);
  }
}

function countedOf(all: Map<string, Counted>, sourceId: string): Counted {
  const known = all.get(sourceId) ?? new Counted();
  all.set(sourceId, known);
  return known;
}

/** Goes through up to 20,000 articles of a span, in the order of publication, after a row. */
export function countFiguresPiece(
  database: Database,
  { from, to, sources = [], after }: FiguresRequest & { readonly after: number | undefined },
): FiguresPiece {
  const [begin, end] = [Date.parse(from), Date.parse(to)];
  const ofSources = sources.length === 0 ? '' : `AND a.source IN (${sources.map(() => '?').join(', ')})`;
  const first = after === undefined ? firstRowOf(begin) : after + 1;
  const counted = new Map<string, Counted>();
  let rows = 0;
  let last = first;
  for (const row of database
    .statement(
      `SELECT a.id, a.source, a.published, a.duplicate, a.found, a.entered FROM article a WHERE a.id >= ? AND a.id < ? AND a.published >= ? AND a.published < ? ${ofSources} ORDER BY a.id LIMIT ${mostInPiece}`,
    )
    .iterate(first, firstRowOf(end + 999), begin, end, ...sources)) {
    rows += 1;
    last = numberOf(row, 'id');
    countedOf(counted, textOf(row, 'source')).addRow(row);
  }
  const pieces = [...counted].map(([sourceId, { articles, copies, days, newest, found, searchable }]) => ({
    sourceId,
    articles,
    copies,
    days: [...days],
    newest,
    found: [...found],
    searchable: [...searchable],
  }));
  return rows < mostInPiece ? { sources: pieces } : { sources: pieces, next: last };
}

/** The figures of all pieces together, by the id of the source. */
export async function addFigures(
  pieceAfter: (after: number | undefined) => Promise<FiguresPiece>,
): Promise<readonly SourceFigures[]> {
  const all = new Map<string, Counted>();
  let piece = await pieceAfter(undefined);
  for (;;) {
    for (const one of piece.sources) countedOf(all, one.sourceId).addPiece(one);
    if (piece.next === undefined) break;
    piece = await pieceAfter(piece.next);
  }
  return [...all]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([sourceId, { articles, copies, days, newest, found, searchable }]) => {
      const [foundFigures, searchableFigures] = [delayFigures(found), delayFigures(searchable)];
      return {
        sourceId,
        articles,
        copies,
        days: days.size,
        newest: new Date(newest).toISOString(),
        ...(foundFigures !== undefined && { found: foundFigures }),
        ...(searchableFigures !== undefined && { searchable: searchableFigures }),
      };
    });
}
