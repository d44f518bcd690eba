import type { DatabaseSync } from 'node:sqlite';
import { numberOf } from '../../sqlite/columns.ts';
import { editSchema } from './write/edits.ts';
import { tellingSchema } from './write/tellings.ts';
import { vocabularySchema } from './write/vocabulary.ts';

/*
 * article is narrow: filters and facets walk it. The document lies compressed in article_document; the index
 * of words (word-table.ts) keeps no text. month is that of firstSeen, as the monthly indices of the
 * distributed form have it. told: the sources that told of it besides its own, as JSON;
 * edits: what its publisher changed of it, as JSON; found: from publication to discovery, ms, where that is
 * known; entered: when it was taken in for the first time, epoch ms, 0 where that is not known.
 */
const schema = `
  CREATE TABLE IF NOT EXISTS article (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, published INTEGER NOT NULL, month TEXT NOT NULL,
    source TEXT NOT NULL, language TEXT NOT NULL, section TEXT NOT NULL, authors TEXT NOT NULL, duplicate INTEGER NOT NULL, named TEXT NOT NULL DEFAULT '{}', indexed INTEGER NOT NULL DEFAULT 0, told TEXT NOT NULL DEFAULT '[]', edits TEXT NOT NULL DEFAULT '[]', spelled INTEGER NOT NULL DEFAULT 0, found INTEGER, entered INTEGER NOT NULL DEFAULT 0);
  CREATE TABLE IF NOT EXISTS article_document (id INTEGER PRIMARY KEY, document BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS article_vector (id INTEGER PRIMARY KEY, vector BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS link (name TEXT PRIMARY KEY, original TEXT NOT NULL, since INTEGER NOT NULL, similarity REAL NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tombstone (name TEXT PRIMARY KEY, version INTEGER NOT NULL, indexed INTEGER NOT NULL DEFAULT 0, reason TEXT) WITHOUT ROWID;
  ${tellingSchema}${editSchema}
  ${vocabularySchema}`;

/** Columns that files of an earlier version lack. */
const laterColumns = [
  ['article', 'named', "TEXT NOT NULL DEFAULT '{}'"],
  ['article', 'indexed', 'INTEGER NOT NULL DEFAULT 0'],
  ['tombstone', 'indexed', 'INTEGER NOT NULL DEFAULT 0'],
  ['tombstone', 'reason', 'TEXT'],
  ['article', 'told', "TEXT NOT NULL DEFAULT '[]'"],
  ['article', 'edits', "TEXT NOT NULL DEFAULT '[]'"],
  ['article', 'spelled', 'INTEGER NOT NULL DEFAULT 0'],
  ['article', 'found', 'INTEGER'],
  ['article', 'entered', 'INTEGER NOT NULL DEFAULT 0'],
] as const;
/** After the columns are there. */
const indices = `
  CREATE INDEX IF NOT EXISTS article_by_indexed ON article (indexed, name);
  CREATE INDEX IF NOT EXISTS article_told ON article (told) WHERE told <> '[]';
  CREATE INDEX IF NOT EXISTS link_by_original ON link (original);
  CREATE INDEX IF NOT EXISTS tombstone_by_indexed ON tombstone (indexed, name);
`;

/**
 * Lays out the tables of a new file. One of an earlier version lacks columns that came later; articles get
 * their values when they are written again, the time they were taken in is told from their version.
 */
export function layOutTables(database: DatabaseSync): void {
  database.exec(schema);
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const [table, column, type] of laterColumns) {
      const has = database
        .prepare('SELECT count(*) AS count FROM pragma_table_info(?) WHERE name = ?')
        .get(table, column);
      if (numberOf(has ?? {}, 'count') > 0) continue;
      database.exec(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`);
      if (column === 'indexed')
        database.prepare(`UPDATE ${table} SET indexed = min(version, ?)`).run(Date.now());
    }
    database.exec(indices);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
