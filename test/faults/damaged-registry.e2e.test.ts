import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SavedSearchInput } from '@newsmill/contracts';
import { actAs, addKey, addSavedSearch, appendChange } from '@newsmill/operate';
import { openSqliteFile, openSqliteRegistry } from '@newsmill/store';
import { runCommand } from '../processes/run-command.ts';

const keys = 60;
const changes = 500;
const asker = { who: 'Ada', by: 'key', keyId: '0f3a9c5e71b2d846', from: '192.0.2.7' } as const;

/** What is in a registry: kind and id of each record, and its text. */
type Records = ReadonlyMap<string, string>;

describe('a damaged registry', () => {
  let data = '';
  let path = '';
  let before: Records;

  beforeEach(async () => {
    data = mkdtempSync(join(tmpdir(), 'newsmill-damaged-registry-'));
    path = join(data, 'registry.db');
    await openSqliteFile(join(data, 'mill.db')).close();
    const db = openSqliteFile(path);
    const registry = openSqliteRegistry({ db });
    const settings = { maxSavedSearches: 100 };
    let at = Date.now() - changes;
    const writer = {
      write: async (change: Parameters<typeof appendChange>[2]) =>
        void (await appendChange(registry, asker, change, (at += 1))),
    };
    await actAs(writer, async () => {
      for (let n = 0; n < keys; n += 1)
        await addKey(registry, { name: `key ${n}`, scope: 'read' }, Date.now());
      for (let n = 0; n < 20; n += 1)
        await addSavedSearch(
          { registry, now: Date.now, settings },
          SavedSearchInput.parse({ name: `search ${n}`, q: `harbour ${n}` }),
        );
    });
    for (let n = keys + 20; n < changes; n += 1)
      await writer.write({ what: 'source-paused', subject: `paper-${n}`, detail: 'a reason of some words' });
    await registry.close();
    await db.close();
    before = recordsOf(path);
  }, 240_000);
  afterEach(() => rmSync(data, { recursive: true, force: true }));

  function recordsOf(file: string): Records {
    const database = new DatabaseSync(file, { readOnly: true });
    const rows = database.prepare('SELECT kind, id, value FROM record').all();
    database.close();
    return new Map(rows.map(({ kind, id, value }) => [`${String(kind)} ${String(id)}`, String(value)]));
  }
  /** Overwrites the pages of records that are chosen by what is on them; answers how many records that were. */
  function damagePages(isChosen: (names: readonly string[], place: number) => boolean): number {
    const database = new DatabaseSync(path);
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const pages = database
      .prepare(
        "SELECT pageno, pgsize, ncell FROM dbstat WHERE name = 'record' AND pagetype = 'leaf' ORDER BY path",
      )
      .all();
    database.close();
    const bytes = readFileSync(path);
    const damaged = pages
      .map(({ pageno, pgsize, ncell }) => {
        const [at, size] = [(Number(pageno) - 1) * Number(pgsize), Number(pgsize)];
        const page = bytes.subarray(at, at + size);
        return {
          at,
          size,
          rows: Number(ncell),
          names: [...before.keys()].filter((name) => page.includes(name.replace(' ', ''))),
        };
      })
      .filter(({ names }, place) => isChosen(names, place));
    for (const { at, size } of damaged) bytes.fill(0xa5, at, at + size);
    writeFileSync(path, bytes);
    return damaged.reduce((sum, { rows }) => sum + rows, 0);
  }
  /**
   * Overwrites bytes within the text of a record, where SQLite does not see it; answers which record. Pages that were
   * split keep old copies of a text in their free space, so that every copy is harmed.
   */
  function garble(kind: string, harm: (bytes: Buffer, at: number, text: string) => void): string {
    const [name = '', value = ''] = [...before].find(([one]) => one.startsWith(`${kind} `)) ?? [];
    const bytes = readFileSync(path);
    for (let at = bytes.indexOf(value); at >= 0; at = bytes.indexOf(value, at + value.length))
      harm(bytes, at, value);
    writeFileSync(path, bytes);
    return name;
  }
  const newsmill = (...words: string[]) => runCommand([...words, '--data', data]);
  const lost = () => [...before.keys()].filter((name) => !recordsOf(path).has(name)).toSorted();

  it('gives back every record that is on none of the damaged pages, and tells of the others', async () => {
    const damaged = damagePages((names, place) => place % 12 === 3 && !names.includes('change-head head'));
    const recovered = await newsmill('recover');
    expect(recovered).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/registry\.db was damaged .* [1-9]\d* places could not be read/),
    });
    expect(lost()).toHaveLength(damaged);
    expect(lost().some((name) => name.startsWith('change '))).toBe(true);
    const there = await newsmill('keys', 'list', '--json');
    const living = keys - lost().filter((name) => name.startsWith('api-key ')).length;
    expect(there.stdout.trim().split('\n')).toHaveLength(living);
    // The chain says where entries are missing, and goes on behind the newest.
    const verified = await newsmill('changes', 'verify');
    expect(verified).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(new RegExp(`^${changes + 1}:`)),
      stderr: expect.stringMatching(
        /^(?:entries (?:between \d+ and|before) \d+ are missing\n)+\d+ entries, the log is not whole/,
      ),
    });
    const newest = await newsmill('changes', '--limit', '1', '--json');
    expect(newest.stdout).toMatch(/"file-recovered".*registry\.db.*rows were brought over, and \d+ places/);
    expect(await newsmill('verify')).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^the log of changes: entries .* are missing/),
    });
  });

  it('goes on with the log of changes where the record of its newest entry is lost', async () => {
    damagePages((names) => names.includes('change-head head'));
    expect(await newsmill('recover')).toMatchObject({
      code: 0,
      stderr: expect.not.stringContaining('log of changes does not'),
    });
    const verified = await newsmill('changes', 'verify');
    expect(verified.stdout).toMatch(new RegExp(`^${changes + 1}:`));
  });

  it('is left as it is where none of its records can be read', async () => {
    damagePages(() => false);
    const database = new DatabaseSync(path);
    const [root] = database
      .prepare("SELECT pageno, pgsize FROM dbstat WHERE name = 'record' AND path = '/'")
      .all();
    database.close();
    const bytes = readFileSync(path);
    const size = Number(root?.['pgsize']);
    bytes.fill(0xa5, (Number(root?.['pageno']) - 1) * size, Number(root?.['pageno']) * size);
    writeFileSync(path, bytes);
    expect(await newsmill('recover')).toMatchObject({
      code: 66,
      stderr: expect.stringMatching(/none of its records can be read.*restore a backup/),
    });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it.each<[string, (bytes: Buffer, at: number, text: string) => void]>([
    ['bytes that are no text', (bytes, at) => void bytes.fill(0xa5, at, at + 6)],
    [
      'one bit, which leaves good JSON: the name of a key',
      (bytes, at, text) => {
        const place = at + text.indexOf('key ');
        bytes[place] = (bytes[place] ?? 0) ^ 1;
      },
    ],
  ])('is found and mended where SQLite sees nothing: %s', async (_, harm) => {
    damagePages(() => false);
    const name = garble('api-key', harm);
    const found = await newsmill('verify');
    expect([found.code, found.stderr]).toEqual([1, expect.stringContaining(`the ${name} cannot be read`)]);
    const refused = await newsmill('keys', 'list');
    expect([refused.code, refused.stderr]).toEqual([66, expect.stringContaining('newsmill recover')]);
    const recovered = await newsmill('recover');
    expect([recovered.code, recovered.stderr]).toEqual([0, expect.stringContaining(name)]);
    expect(lost()).toEqual([name]);
    expect(await newsmill('verify')).toMatchObject({ code: 0 });
    expect(await newsmill('changes', 'verify')).toMatchObject({ code: 0 });
  });
});
