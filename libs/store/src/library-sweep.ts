import type { StatementSync } from 'node:sqlite';
import type { ArticleDocument } from '@newsmill/contracts';
import { numberOf, textOf, type Row } from './columns.ts';
import { everyVersion } from './library.ts';
import { livingOriginal, withOriginal } from './living-original.ts';
import { isExpired, type ExpiredArticle, type RetentionRule } from './retention.ts';

/** What of the library's file a sweep needs. */
interface Database {
  statement(sql: string): StatementSync;
  documentOf(row: Row): string;
}

/** Rows that one look for expired articles decodes at most: searches wait for it. */
const mostLooked = 500;

/** What stands in for the original of a copy. */
export function originalNow(database: Database, id: string, duplicateOf: string): string {
  const row = database
    .statement(
      'SELECT tombstone.version, link.original FROM tombstone LEFT JOIN link ON link.name = tombstone.name WHERE tombstone.name = ?',
    )
    .get(duplicateOf);
  if (row === undefined) return duplicateOf;
  const heir = row['original'];
  return livingOriginal(id, duplicateOf, {
    buried: numberOf(row, 'version'),
    link: typeof heir === 'string' ? { duplicateOf: heir } : undefined,
  });
}

/** The document with an original that is there. */
export function livingDocument(database: Database, document: ArticleDocument): ArticleDocument {
  return document.duplicateOf === undefined
    ? document
    : withOriginal(document, originalNow(database, document.id, document.duplicateOf));
}

/** Makes the first copy of an article that is gone the original of the others. Answers the names of articles that must be kept anew. */
export function promoteCopy(database: Database, id: string): string[] {
  const copies = database
    .statement(
      'SELECT link.name FROM link LEFT JOIN article ON article.name = link.name WHERE link.original = ? ORDER BY article.published IS NULL, article.published, link.name',
    )
    .all(id)
    .map((row) => textOf(row, 'name'));
  if (copies.length === 0) return [];
  const own = database.statement('SELECT original FROM link WHERE name = ?').get(id);
  const heir = own === undefined ? (copies[0] ?? id) : textOf(own, 'original');
  database.statement('DELETE FROM link WHERE name = ?').run(heir === id ? '' : heir);
  database.statement('UPDATE link SET original = ? WHERE original = ?').run(heir, id);
  database
    .statement(
      'INSERT INTO link (name, original, since, similarity) VALUES (?, ?, 0, 1) ON CONFLICT (name) DO NOTHING',
    )
    .run(id, heir);
  return copies;
}

export function liftTombstone(database: Database, id: string): void {
  database.statement('DELETE FROM tombstone WHERE name = ? AND version = ?').run(id, everyVersion);
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
    const document: ArticleDocument = JSON.parse(database.documentOf(row));
    if (!isExpired(document, rules)) continue;
    const { id, version, url, sourceId, firstSeen, ingest } = document;
    found.push({ id, version, url, sourceId, firstSeen, ingest });
    if (found.length >= limit) return { found, next: numberOf(row, 'id') };
  }
  const last = rows.at(-1);
  return rows.length < mostLooked || last === undefined ? { found } : { found, next: numberOf(last, 'id') };
}
