import { numberOf, textOf } from '../../../sqlite/columns.ts';
import { mostTellers, type Telling } from '../../library.ts';
import { otherTellers } from '../../other-tellers.ts';
import type { LibraryStatement } from '../library-statement.ts';

/*
 * telling: which sources told of an item, or of an article; name is the key of the one or the id of the other,
 * which are hashes of the same kind. leads: the article to which the address of an item leads, where that is
 * not the one of the same id.
 */
export const tellingSchema = `
  CREATE TABLE IF NOT EXISTS telling (name TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (name, source)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS leads (name TEXT PRIMARY KEY, article TEXT NOT NULL) WITHOUT ROWID;
`;

interface Database {
  statement(sql: string): LibraryStatement;
}

function tellersOf(database: Database, name: string): string[] {
  return database
    .statement('SELECT source FROM telling WHERE name = ?')
    .all(name)
    .map((row) => textOf(row, 'source'));
}

/** The sources that told of an article besides its own. */
export function othersWhoTold(database: Database, id: string, sourceId: string): readonly string[] {
  return otherTellers(tellersOf(database, id), sourceId);
}

function add(database: Database, name: string, sources: readonly string[]): void {
  for (const source of sources)
    database
      .statement(
        'INSERT OR IGNORE INTO telling (name, source) SELECT ?1, ?2 WHERE (SELECT count(*) FROM telling WHERE name = ?1) < ?3',
      )
      .all(name, source, mostTellers);
}

/** Keeps one telling; answers the ids of the articles that may say something else by it. */
export function keepTelling(database: Database, { item, sources, articleId }: Telling): readonly string[] {
  add(database, item, sources);
  if (articleId !== undefined && articleId !== item)
    database
      .statement(
        'INSERT INTO leads (name, article) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET article = excluded.article',
      )
      .all(item, articleId);
  const lead = database.statement('SELECT article FROM leads WHERE name = ?').get(item);
  if (lead === undefined) return [item];
  const article = textOf(lead, 'article');
  add(database, article, tellersOf(database, item));
  return [item, article];
}

/** How many articles of others each source told of too. */
export function countTold(database: Database): readonly (readonly [source: string, count: number])[] {
  return database
    .statement(
      "SELECT told.value AS source, count(*) AS count FROM article a INDEXED BY article_told, json_each(a.told) told WHERE a.told <> '[]' GROUP BY told.value",
    )
    .all()
    .map((row) => [textOf(row, 'source'), numberOf(row, 'count')]);
}
