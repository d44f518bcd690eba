import type { ArticleVersion } from '@newsmill/contracts';
import type { Row } from '../../../sqlite/columns.ts';
import type { EditHistory } from '../../edit-history.ts';
import { packJson, unpackJson } from '../stored-document.ts';
import type { LibraryStatement } from '../library-statement.ts';

/* earlier: the versions of articles that their publishers replaced; each lies compressed, as documents do. */
export const editSchema = `
  CREATE TABLE IF NOT EXISTS earlier (name TEXT NOT NULL, version INTEGER NOT NULL, kept BLOB NOT NULL, PRIMARY KEY (name, version));
`;

interface Database {
  statement(sql: string): LibraryStatement;
}

/** The version in a row of `earlier`. */
export function readVersion(row: Row): ArticleVersion {
  return unpackJson(row['kept'], 'an earlier version', (json): ArticleVersion => JSON.parse(json));
}

/** The earlier versions of an article, the oldest first. */
export function historyOf(database: Database, name: string): EditHistory {
  return database
    .statement('SELECT kept FROM earlier WHERE name = ? ORDER BY version')
    .all(name)
    .map(readVersion);
}

/** Puts what differs between two histories of an article into the file. Answers whether anything did. */
export function keepHistory(
  database: Database,
  name: string,
  { before, after }: { readonly before: EditHistory; readonly after: EditHistory },
): boolean {
  if (before === after) return false;
  const left = new Set(after.map(({ version }) => version));
  for (const { version } of before)
    if (!left.has(version))
      database.statement('DELETE FROM earlier WHERE name = ? AND version = ?').all(name, version);
  const known = new Set<ArticleVersion>(before);
  for (const version of after)
    if (!known.has(version))
      database
        .statement('INSERT OR REPLACE INTO earlier (name, version, kept) VALUES (?, ?, ?)')
        .all(name, version.version, packJson(JSON.stringify(version)));
  return true;
}

/** Deletes what is not newer than a tombstone. Answers whether there was anything. */
export function forgetVersions(database: Database, name: string, upTo: number): boolean {
  return (
    database
      .statement('DELETE FROM earlier WHERE name = ? AND version <= ? RETURNING version')
      .all(name, upTo).length > 0
  );
}
