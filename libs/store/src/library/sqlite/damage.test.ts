import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DamagedFile } from '../../sqlite/damage.ts';
import { inspectFiles, type FileInspected } from '../../sqlite/inspect-files.ts';
import { garbleIndex } from '../../testing/garble-index.ts';
import { sampleArticle } from '../../testing/sample-article.ts';
import type { Library } from '../library.ts';
import { openSqliteLibrary, type LibraryDamage } from './sqlite-library.ts';
import { packJson } from './stored-document.ts';

describe('a library whose file is damaged', () => {
  let folder: string;
  let path: string;
  let library: Library | undefined;
  const told: LibraryDamage[] = [];
  const onDamage = (damage: LibraryDamage) => void told.push(damage);
  const fill = async () => {
    library = await openSqliteLibrary({ path });
    await library.write(
      Array.from({ length: 200 }, (_, i) =>
        sampleArticle(`a${i}`, { content: `${'harbour '.repeat(i)}${i}` }),
      ),
    );
    await library.close();
    library = undefined;
    // What still lies in the log would hide what is done to the file.
    const database = new DatabaseSync(path);
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
  };
  const overwrite = (places: number) => {
    const { size } = statSync(path);
    const file = openSync(path, 'r+');
    for (let i = 0, seed = 3; i < places; i += 1) {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      writeSync(file, Buffer.alloc(16, 0xa5), 0, 16, Math.floor((seed / 2 ** 31) * (size - 16)));
    }
    closeSync(file);
  };
  const aside = () =>
    readdirSync(folder).filter(
      (name) => name.startsWith('library.db.damaged-') && !/-(?:wal|shm)$/.test(name),
    );
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-damage-'));
    path = join(folder, 'library.db');
    told.length = 0;
  });
  afterEach(async () => {
    await library?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['garbage', 'header'],
    ['a broken schema', 'schema'],
  ])('is set aside at the start: %s', async (_name, kind) => {
    await fill();
    if (kind === 'header') writeFileSync(path, Buffer.alloc(8_192, 0x5a));
    else {
      const file = openSync(path, 'r+');
      writeSync(file, Buffer.alloc(3_000, 0x5a), 0, 3_000, 100);
      closeSync(file);
    }
    await expect(openSqliteLibrary({ path })).rejects.toBeInstanceOf(DamagedFile);
    library = await openSqliteLibrary({ path, onDamage });
    expect([await library.count(), told.length, aside().length]).toEqual([0, 1, 1]);
    expect(existsSync(told[0]?.aside ?? '')).toBe(true);
    expect(await library.write([sampleArticle('new')])).toEqual([{ kind: 'written' }]);
  });
  it('is set aside when work meets the damage, and the work is done on the fresh one', async () => {
    await fill();
    overwrite(400);
    library = await openSqliteLibrary({ path, onDamage });
    for (let i = 0; i < 200 && told.length === 0; i += 1) await library.get(`a${i}`);
    expect([told.length, aside().length, await library.count()]).toEqual([1, 1, 0]);
  });
  it('is found to be damaged before any search meets it', async () => {
    await fill();
    const whole: FileInspected[] = [];
    await inspectFiles([path], 'sliced', (inspected) => whole.push(inspected));
    expect(whole).toEqual([{ path }]);
    library = await openSqliteLibrary({ path, onDamage });
    await library.inspect();
    expect([told.length, await library.count()]).toEqual([0, 200]);
    await library.close();
    overwrite(400);
    library = await openSqliteLibrary({ path, onDamage });
    await library.inspect();
    expect([told.length, aside().length, await library.count()]).toEqual([1, 1, 0]);
  });
  it.each(['sliced', 'whole'] as const)(
    'is found to be damaged by an index that does not say what its table says: %s',
    async (extent) => {
      await fill();
      expect(garbleIndex(path, 'article_by_indexed', 'a17')).toBeGreaterThan(0);
      const database = new DatabaseSync(path);
      expect(database.prepare('PRAGMA quick_check').get()).toEqual({ quick_check: 'ok' });
      database.close();
      const found: FileInspected[] = [];
      await inspectFiles([path], extent, (inspected) => found.push(inspected));
      expect(found).toEqual([{ path, problem: expect.stringContaining('article_by_indexed') }]);
      library = await openSqliteLibrary({ path, onDamage });
      await library.inspect();
      expect([told.length, aside().length, await library.count()]).toEqual([1, 1, 0]);
    },
  );
  it('is told by its path among other files, and those that are not there are not', async () => {
    await fill();
    const other = join(folder, 'other.db');
    copyFileSync(path, other);
    overwrite(400);
    const told: FileInspected[] = [];
    await inspectFiles([other, join(folder, 'none.db'), path], 'sliced', (inspected) => told.push(inspected));
    expect(told).toEqual([{ path: other }, { path, problem: expect.any(String) }]);
  });
  it.each([
    ['a document', 'article_document', 'document'],
    ['an earlier version', 'earlier', 'kept'],
  ])('is found to be damaged by one bit of %s, which leaves a good file', async (_, table, column) => {
    await fill();
    const database = new DatabaseSync(path);
    const kept = packJson(JSON.stringify({ title: 'The ferry is back' }));
    database.prepare('INSERT INTO earlier (name, version, kept) VALUES (?, 1, ?)').run('a1', kept);
    const [row] = database.prepare(`SELECT ${column} AS json FROM ${table} LIMIT 1`).all();
    const json = row?.['json'];
    if (!(json instanceof Uint8Array)) throw new Error('nothing is there');
    const [whole, spoiled] = [Buffer.from(json), Buffer.from(json)];
    spoiled[json.length >> 1] = (json[json.length >> 1] ?? 0) ^ 4;
    database.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`).run(spoiled, whole);
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    library = await openSqliteLibrary({ path, onDamage });
    await library.inspect();
    expect([told.length, aside().length]).toEqual([1, 1]);
  });
  it('does not take a log that was left alone for its own', async () => {
    await fill();
    rmSync(path);
    writeFileSync(`${path}-wal`, Buffer.alloc(4_096, 1));
    library = await openSqliteLibrary({ path, onDamage });
    expect([await library.count(), told[0]?.detail]).toEqual([0, 'only its log is there']);
  });
});
