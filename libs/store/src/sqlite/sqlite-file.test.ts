import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqliteFile, type SqliteFile } from './sqlite-file.ts';

describe('SqliteFile', () => {
  let directory: string;
  let file: SqliteFile;
  const add = (text: string) =>
    file.write(() => file.statement('INSERT INTO line (text) VALUES (?)').run(text).changes);
  const lines = () =>
    file
      .statement('SELECT text FROM line ORDER BY id')
      .all()
      .map((row) => row['text']);

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'newsmill-file-'));
    file = openSqliteFile(join(directory, 'mill.db'));
    file.execute('CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT UNIQUE)');
  });
  afterEach(async () => {
    await file.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('leaves the sync of each commit to the file, which does it before it answers', () => {
    expect(file.statement('PRAGMA synchronous').get()).toEqual({ synchronous: 1 });
    expect(file.statement('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  });

  it('undoes what failed, and not its neighbours', async () => {
    const failing = file.write(() => {
      file.statement('INSERT INTO line (text) VALUES (?)').run('half');
      throw new Error('second thoughts');
    });
    const outcomes = await Promise.allSettled([add('a'), failing, add('b'), add('a'), add('c')]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(lines()).toEqual(['a', 'b', 'c']);
    await expect(add('a')).rejects.toThrow(/UNIQUE/);
    await add('d');
    expect(lines()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('writes nothing of a group that finds the disk full, and goes on when there is room', async () => {
    await add('before');
    file.execute('PRAGMA max_page_count = 8');
    const outcomes = await Promise.allSettled([add('small'), add('x'.repeat(100_000)), add('other')]);
    expect(
      outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason.errcode : 'written')),
    ).toEqual([13, 13, 13]);
    expect(lines()).toEqual(['before']);
    file.execute('PRAGMA max_page_count = 1000000');
    await Promise.all([add('small'), add('x'.repeat(100_000))]);
    expect(lines()).toHaveLength(3);
  });

  it('commits what is queued before it closes, and takes nothing after', async () => {
    const added = add('last');
    await file.close();
    expect(await added).toBe(1);
    await expect(file.write(() => 1)).rejects.toThrow(/closed/);
    file = openSqliteFile(join(directory, 'mill.db'));
    expect(lines()).toEqual(['last']);
  });

  it('sees that another connection has written', async () => {
    const version = file.foreignVersion();
    await add('own');
    expect(file.foreignVersion()).toBe(version);
    const other = openSqliteFile(join(directory, 'mill.db'));
    await other.write(() => other.statement('INSERT INTO line (text) VALUES (?)').run('foreign'));
    await other.close();
    expect(file.foreignVersion()).not.toBe(version);
  });
});
