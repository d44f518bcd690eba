import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/**
 * Changes a bit of every entry of an index that holds this text, so that it names another row than there is. The
 * pages stay as SQLite builds them: its quick check finds nothing.
 */
export function garbleIndex(path: string, index: string, text: string): number {
  const database = new DatabaseSync(path);
  // What still lies in the log would hide what is done to the file.
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const pages = database.prepare('SELECT pageno, pgsize FROM dbstat WHERE name = ?').all(index);
  database.close();
  const bytes = readFileSync(path);
  const file = openSync(path, 'r+');
  let changed = 0;
  for (const { pageno, pgsize } of pages) {
    const [end, size] = [Number(pageno) * Number(pgsize), Number(pgsize)];
    for (
      let at = bytes.indexOf(text, end - size);
      at !== -1 && at < end;
      at = bytes.indexOf(text, at + text.length)
    ) {
      writeSync(file, Buffer.from([(bytes[at] ?? 0) ^ 1]), 0, 1, at);
      changed += 1;
    }
  }
  closeSync(file);
  return changed;
}
