import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { copyReadable } from './copy-readable.ts';

const pageBytes = 4_096;
const schema = `
  CREATE TABLE message (id INTEGER PRIMARY KEY, topic TEXT NOT NULL, value BLOB NOT NULL);
  CREATE TABLE place (topic TEXT NOT NULL, name TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (topic, name)) WITHOUT ROWID;
`;
const idOf = (place: number): number => (place < 1_000 ? place : 2 ** 40 + place);

describe('copyReadable', () => {
  let folder = '';
  let damaged = '';
  let fresh = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-readable-'));
    damaged = join(folder, 'damaged.db');
    fresh = join(folder, 'fresh.db');
    const from = new DatabaseSync(damaged);
    from.exec(`${schema} CREATE TABLE other (id INTEGER); BEGIN`);
    for (let place = 0; place < 2_000; place += 1) {
      from
        .prepare('INSERT INTO message VALUES (?, ?, ?)')
        .run(idOf(place), 'page.fetched', Buffer.alloc(300, place % 251));
      from
        .prepare('INSERT INTO place VALUES (?, ?, ?)')
        .run('page.fetched', `group-${String(place).padStart(5, '0')}`, place);
    }
    from.exec('COMMIT');
    from.close();
    const into = new DatabaseSync(fresh);
    into.exec(`${schema} INSERT INTO message VALUES (7, 'of a fresh file', x'')`);
    into.close();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** The pages of a table that have rows, in the order of its tree, and how many rows each has. */
  function leavesOf(table: string): { readonly page: number; readonly rows: number }[] {
    const file = new DatabaseSync(damaged, { readOnly: true });
    const pages = file
      .prepare("SELECT pageno, ncell FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path")
      .all(table)
      .map(({ pageno, ncell }) => ({ page: Number(pageno), rows: Number(ncell) }));
    file.close();
    return pages;
  }
  const rowsOf = (leaves: readonly { readonly rows: number }[]): number =>
    leaves.reduce((sum, { rows }) => sum + rows, 0);
  function garble(leaves: readonly { readonly page: number }[]): void {
    const handle = openSync(damaged, 'r+');
    for (const { page } of leaves)
      writeSync(handle, Buffer.alloc(pageBytes, 0x5a), 0, pageBytes, (page - 1) * pageBytes);
    closeSync(handle);
  }
  function all<T>(sql: string): T[] {
    const file = new DatabaseSync(fresh, { readOnly: true });
    const rows = file
      .prepare(sql)
      .all()
      .map((row) => Object.values(row)[0] as T);
    file.close();
    return rows;
  }

  it('leaves a column empty that a file of an earlier version lacks', () => {
    const into = new DatabaseSync(fresh);
    into.exec('ALTER TABLE message ADD COLUMN sum INTEGER');
    into.close();
    const tables = copyReadable(damaged, fresh);
    expect(tables.find(({ table }) => table === 'message')).toMatchObject({ rows: 2_000, gaps: 0 });
    const read = new DatabaseSync(fresh, { readOnly: true });
    expect(read.prepare('SELECT count(*) AS rows FROM message WHERE sum IS NULL').get()).toEqual({
      rows: 2_000,
    });
    read.close();
  });

  it('copies all of a file that is whole, in place of what was there', () => {
    expect(copyReadable(damaged, fresh)).toEqual([
      { table: 'message', rows: 2_000, gaps: 0 },
      { table: 'place', rows: 2_000, gaps: 0 },
    ]);
    expect(all<number>('SELECT id FROM message ORDER BY id')).toEqual(
      Array.from({ length: 2_000 }, (_, place) => idOf(place)),
    );
    expect(all<string>('SELECT hex(value) FROM message WHERE id = 3')).toEqual(['03'.repeat(300)]);
  });

  it('loses of a table with numbers the rows of the damaged pages alone', () => {
    const leaves = leavesOf('message');
    const lost = [...leaves.slice(0, 1), ...leaves.slice(20, 23), ...leaves.slice(70, 71)];
    garble(lost);
    const [message] = copyReadable(damaged, fresh);
    expect(message).toEqual({ table: 'message', rows: 2_000 - rowsOf(lost), gaps: 3 });
    expect(all<number>('SELECT id FROM message')).toHaveLength(2_000 - rowsOf(lost));
  });

  it('loses of a table with words the rows of the damaged pages alone', () => {
    const leaves = leavesOf('place');
    const lost = [...leaves.slice(0, 1), ...leaves.slice(5, 7), ...leaves.slice(9, 10), ...leaves.slice(-1)];
    garble(lost);
    const [, place] = copyReadable(damaged, fresh);
    // Between the two that lie side by side there was one row.
    expect(place).toEqual({ table: 'place', rows: 2_000 - rowsOf(lost) - 1, gaps: 4 });
  });

  it('brings no row back that was removed, from no page that is not used any more', () => {
    const file = new DatabaseSync(damaged);
    file.exec("DELETE FROM place WHERE name > 'group-00800'");
    file.close();
    garble(leavesOf('place').slice(1, 2));
    const [, place] = copyReadable(damaged, fresh);
    expect(place?.gaps).toBe(1);
    expect(all<string>('SELECT max(name) FROM place')).toEqual(['group-00800']);
  });

  it('changes nothing of the damaged file, and throws where it is none of SQLite', () => {
    const { mtimeMs } = statSync(damaged);
    const copy = join(folder, 'copy.db');
    copyFileSync(fresh, copy);
    copyReadable(damaged, copy);
    expect(statSync(damaged).mtimeMs).toBe(mtimeMs);
    writeFileSync(damaged, Buffer.alloc(65_536, 0x5a));
    expect(() => copyReadable(damaged, fresh)).toThrow(/not a database/);
    expect(all('SELECT id FROM message')).toEqual([7]);
  });
});
