import type { ArticleDocument } from '@newsmill/contracts';
import { numberOf, textOf, textOrNullOf } from '../../../sqlite/columns.ts';
import { everyVersion } from '../../library.ts';
import { livingOriginal, withOriginal, type OriginalMarks } from '../../living-original.ts';
import { isExpired, type ExpiredArticle, type RetentionRule } from '../../retention.ts';
import { readDocument } from '../stored-document.ts';
import type { LibraryStatement } from '../library-statement.ts';

/** What of the library's file a sweep needs. */
interface Database {
  statement(sql: string): LibraryStatement;
}

/** Rows that one look for expired articles decodes at most: searches wait for it. */
const mostLooked = 500;

/** What is known of an article that others are copies of. */
function marksOf(database: Database, name: string): OriginalMarks {
  const row =
    database
      .statement(
        'SELECT (SELECT original FROM link WHERE name = ?1) AS heir, EXISTS (SELECT 1 FROM tombstone WHERE name = ?1) AND NOT EXISTS (SELECT 1 FROM article WHERE name = ?1) AS gone',
      )
      .get(name) ?? {};
  const heir = textOrNullOf(row, 'heir');
  return { isGone: numberOf(row, 'gone') === 1, link: heir === null ? undefined : { duplicateOf: heir } };
}

/** The head of the family of which `id` is a copy; its own id: it is that itself. */
export function originalNow(database: Database, id: string, duplicateOf: string): string {
  return livingOriginal(id, duplicateOf, (name) => marksOf(database, name));
}

/** The document with an original that is there. */
export function livingDocument(database: Database, document: ArticleDocument): ArticleDocument {
  return document.duplicateOf === undefined
    ? document
    : withOriginal(document, originalNow(database, document.id, document.duplicateOf));
}

/** The names of all whose links lead to an article, directly or by others. */
export function descendantsOf(database: Database, name: string): string[] {
  return database
    .statement(
      'WITH RECURSIVE copy (name) AS (SELECT name FROM link WHERE original = ?1 UNION SELECT link.name FROM link JOIN copy ON link.original = copy.name) SELECT name FROM copy WHERE name <> ?1',
    )
    .all(name)
    .map((row) => textOf(row, 'name'));
}

/**
 * Names the heir of an article that is gone: the given one, or else the first of its copies. Answers the
 * names of articles whose head is another now.
 */
export function promoteCopy(database: Database, id: string, named?: string): string[] {
  const copies = descendantsOf(database, id);
  const own = database.statement('SELECT original FROM link WHERE name = ?').get(id);
  const head = own === undefined ? id : originalNow(database, id, textOf(own, 'original'));
  if (head !== id && isThere(database, head)) return [];
  const heir = named ?? firstOf(database, copies);
  if (heir === undefined || heir === id) return [];
  nameHeir(database, id, heir);
  return [...new Set([...copies, heir])];
}

/** Links from an article that is gone to the one that stands for it; `since` is before all others. */
export function nameHeir(database: Database, id: string, heir: string): void {
  database
    .statement(
      'INSERT INTO link (name, original, since, similarity) VALUES (?, ?, 0, 1) ON CONFLICT (name) DO UPDATE SET original = excluded.original, since = 0',
    )
    .all(id, heir);
}

function isThere(database: Database, name: string): boolean {
  return database.statement('SELECT 1 FROM article WHERE name = ?').get(name) !== undefined;
}

/** The first of these articles by publication; those that are not there come last. */
function firstOf(database: Database, names: readonly string[]): string | undefined {
  const published = (name: string): number => {
    const row = database.statement('SELECT published FROM article WHERE name = ?').get(name);
    return row === undefined ? Number.POSITIVE_INFINITY : numberOf(row, 'published');
  };
  return names
    .map((name) => ({ name, at: published(name) }))
    .toSorted((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1))[0]?.name;
}

/** An article that comes back takes its place again. Answers whether somebody had it. */
export function reclaimPlace(database: Database, name: string): boolean {
  return (
    database
      .statement(
        'DELETE FROM link WHERE name = ? AND since = 0 AND EXISTS (SELECT 1 FROM tombstone WHERE tombstone.name = link.name) RETURNING name',
      )
      .all(name).length > 0
  );
}

/** Whether an article left the library and has not come back, and no other stands for it. */
export function hasNoHeir(database: Database, name: string): boolean {
  const { isGone, link } = marksOf(database, name);
  return isGone && link === undefined;
}

export function liftTombstone(database: Database, id: string): void {
  database.statement('DELETE FROM tombstone WHERE name = ? AND version = ?').all(id, everyVersion);
}

/** Expired articles among the next rows after one; `next`: the row to go on after. */
export function expiredRows(
  database: Database,
  rules: readonly RetentionRule[],
  after: number,
  limit: number,
): { readonly found: readonly ExpiredArticle[]; readonly next?: number } {
  const before = rules.reduce((latest, rule) => Math.max(latest, rule.before), Number.MIN_SAFE_INTEGER);
  const sources = rules.every(({ sourceId }) => sourceId !== undefined)
    ? [...new Set(rules.flatMap(({ sourceId }) => sourceId ?? []))]
    : [];
  const ofSources = sources.length === 0 ? '' : `AND a.source IN (${sources.map(() => '?').join(', ')})`;
  const rows = database
    .statement(
      `SELECT a.id, a.name, d.document FROM article a JOIN article_fact f ON f.id = a.id JOIN article_document d ON d.id = a.id WHERE a.id > ? AND f.firstSeen < ? ${ofSources} ORDER BY a.id LIMIT ?`,
    )
    .all(after, before, ...sources, mostLooked);
  const found: ExpiredArticle[] = [];
  for (const row of rows) {
    const document: ArticleDocument = JSON.parse(readDocument(row));
    if (!isExpired(document, rules)) continue;
    const { id, version, url, sourceId, firstSeen, ingest } = document;
    found.push({ id, version, url, sourceId, firstSeen, ingest });
    if (found.length >= limit) return { found, next: numberOf(row, 'id') };
  }
  const last = rows.at(-1);
  return rows.length < mostLooked || last === undefined ? { found } : { found, next: numberOf(last, 'id') };
}
