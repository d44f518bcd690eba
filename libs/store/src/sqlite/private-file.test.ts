import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDiskArchive } from '../archive/disk/disk-archive.ts';
import { openSqliteLibrary } from '../library/sqlite/sqlite-library.ts';
import { keepPrivate } from './private-file.ts';
import { openSqliteFile } from './sqlite-file.ts';

const before = process.umask(0o000);
afterAll(() => {
  process.umask(before);
});
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsmill-modes-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const modeOf = (...names: string[]) => (statSync(join(folder, ...names)).mode & 0o777).toString(8);
const page = {
  url: 'https://a.example/one',
  fetchedAt: Date.UTC(2026, 10, 24),
  status: 200,
  encoding: 'identity',
  headers: {},
  body: Buffer.from('old'),
} as const;

describe('what a mill keeps', () => {
  it('is made for its owner alone, whatever the process would allow', async () => {
    const file = openSqliteFile(join(folder, 'mill.db'));
    file.execute('CREATE TABLE t (a)');
    const library = await openSqliteLibrary({ path: join(folder, 'library.db') });
    const archive = await openDiskArchive({ directory: join(folder, 'archive') });
    const { file: name } = await archive.put(page);
    async function* pieces() {
      yield readFileSync(join(folder, 'archive', name));
    }
    const other = await openDiskArchive({ directory: join(folder, 'other') });
    await other.writeFile(name, pieces());
    for (const database of ['mill.db', 'library.db'])
      for (const end of ['', '-wal', '-shm'])
        expect([database + end, modeOf(database + end)]).toEqual([database + end, '600']);
    expect([modeOf('archive'), modeOf('archive', name), modeOf('other', name)]).toEqual([
      '700',
      '600',
      '400',
    ]);
    for (const port of [file, library, archive, other]) await port.close();
  });
  it('is closed to others where an earlier version left it open, but for source files', async () => {
    mkdirSync(join(folder, 'archive'), { mode: 0o755 });
    mkdirSync(join(folder, 'sources'), { mode: 0o755 });
    const names = [
      'mill.db',
      'mill.db-wal',
      'library.db',
      'registry.db',
      'admin.key',
      join('archive', '20261124-0-000000000.warc'),
    ];
    for (const name of [...names, join('sources', 'a.yaml')])
      writeFileSync(join(folder, name), 'x', { mode: 0o664 });
    chmodSync(folder, 0o755);
    expect(await keepPrivate(folder, { folder: true, archive: true })).toEqual([]);
    expect(names.map((name) => modeOf(name))).toEqual(names.map(() => '600'));
    expect([modeOf('.'), modeOf('archive'), modeOf('sources'), modeOf('sources', 'a.yaml')]).toEqual([
      '700',
      '700',
      '755',
      '664',
    ]);
    expect(await keepPrivate(join(folder, 'nothing'), { folder: true, archive: true })).toEqual([]);
  });
  it('is named with the reason where it cannot be closed', async () => {
    // A file whose mode nobody can change: Linux has one for each process, other systems are asked for
    // nothing here.
    if (process.platform !== 'linux') return;
    symlinkSync('/proc/self/status', join(folder, 'registry.db'));
    expect(await keepPrivate(folder, { folder: true, archive: true })).toEqual([
      { path: join(folder, 'registry.db'), mode: '444', reason: expect.stringContaining('EPERM') },
    ]);
  });
});
