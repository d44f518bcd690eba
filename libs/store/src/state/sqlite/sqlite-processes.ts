import type { Announcement } from '@newsmill/contracts';
import { textOf } from '../../sqlite/columns.ts';
import type { SqliteFile } from '../../sqlite/sqlite-file.ts';
import { readAnnouncement } from '../read-announcement.ts';

const schema =
  'CREATE TABLE IF NOT EXISTS process (id TEXT PRIMARY KEY, text TEXT NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID';

/** The part of the state that knows which processes live. */
export class SqliteProcesses {
  readonly #file: SqliteFile;

  constructor(file: SqliteFile) {
    this.#file = file;
    file.execute(schema);
  }

  announce(announcement: Announcement, expiresAt: number): void {
    this.#file
      .statement('INSERT OR REPLACE INTO process (id, text, expires_at) VALUES (?, ?, ?)')
      .run(announcement.id, JSON.stringify(announcement), expiresAt);
    this.#file.statement('DELETE FROM process WHERE expires_at <= ?').run(announcement.seenAt);
  }

  withdraw(id: string): void {
    this.#file.statement('DELETE FROM process WHERE id = ?').run(id);
  }

  list(now: number): Announcement[] {
    return this.#file
      .statement('SELECT text FROM process WHERE expires_at > ?')
      .all(now)
      .flatMap((row) => readAnnouncement(textOf(row, 'text')));
  }

  clear(): void {
    this.#file.statement('DELETE FROM process').run();
  }
}
