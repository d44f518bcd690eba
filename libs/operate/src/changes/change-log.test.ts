import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqliteFile, openSqliteRegistry, type Registry } from '@newsmill/store';
import type { Asker, Change } from './change.ts';
import { appendChange, changeHead, changesKeptMs, hashOfChange, listChanges } from './change-log.ts';
import { actAs, noteChange } from './note-change.ts';
import { faultsAmong, verifyChanges } from './verify-changes.ts';

const asker: Asker = { who: 'Ada', by: 'key', keyId: '0f3a9c5e71b2d846', from: '192.0.2.7' };
const start = Date.UTC(2026, 10, 29);
let now = start;
let folder = '';
let db: ReturnType<typeof openSqliteFile>;
let registry: Registry;
beforeEach(() => {
  now = start;
  folder = mkdtempSync(join(tmpdir(), 'newsmill-changes-'));
  db = openSqliteFile(join(folder, 'mill.sqlite'));
  registry = openSqliteRegistry({ db, now: () => now });
});
afterEach(async () => {
  await registry.close();
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

const append = (subject: string) =>
  appendChange(registry, asker, { what: 'source-paused', subject }, (now += 1_000));
const idOf = (seq: number) => String(1_000_000_000_000 - seq);
const put = (seq: number, value: Change) => registry.put('change', idOf(seq), value);
async function some(count: number): Promise<Change[]> {
  const made: Change[] = [];
  for (let turn = 1; turn <= count; turn += 1) made.push(await append(`source-${turn}`));
  return made;
}

describe('the log of changes', () => {
  it('keeps who changed what, when and from where, each entry with the hash of the one before', async () => {
    const [first, second] = await some(2);
    expect(second).toEqual({
      ...asker,
      seq: 2,
      when: '2026-11-29T00:00:02.000Z',
      what: 'source-paused',
      subject: 'source-2',
      keptUntil: new Date(start + 2_000 + changesKeptMs).toISOString(),
      previous: first?.hash,
      previousUntil: first?.keptUntil,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await verifyChanges(registry, now)).toEqual({
      entries: 2,
      head: { seq: 2, hash: second?.hash },
      faults: [],
    });
  });
  it('loses and doubles nothing where many write at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, turn) => append(`source-${turn}`)));
    const { changes } = await listChanges(registry, { limit: 100 });
    expect(changes.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, index) => 40 - index));
    expect(new Set(changes.map(({ subject }) => subject)).size).toBe(40);
    expect((await verifyChanges(registry, now)).faults).toEqual([]);
  });
  it('goes on where somebody died before the newest entry was told', async () => {
    await some(3);
    const head = await changeHead(registry);
    await append('source-4');
    await registry.put('change-head', 'head', head);
    expect((await verifyChanges(registry, now)).faults).toEqual([]);
    expect((await append('source-5')).seq).toBe(5);
    expect(await verifyChanges(registry, now)).toMatchObject({ entries: 5, faults: [] });
  });
  it('is read in pages, newest first', async () => {
    await some(5);
    const first = await listChanges(registry, { limit: 2 });
    const second = await listChanges(registry, { limit: 2, after: first.next });
    expect([...first.changes, ...second.changes].map(({ seq }) => seq)).toEqual([5, 4, 3, 2]);
    expect(faultsAmong(first.changes)).toEqual([]);
  });
  it('shortens what is long, and keeps no control characters', async () => {
    const entry = await appendChange(
      registry,
      asker,
      { what: 'article-taken-down', subject: 'a\u001b[31mb', detail: 'x'.repeat(9_000) },
      now,
    );
    expect([entry.subject, entry.detail?.length]).toEqual(['a [31mb', 500]);
  });
  it('forgets entries by their age alone', async () => {
    await some(2);
    now += changesKeptMs - 500;
    expect((await verifyChanges(registry, now)).entries).toBe(1);
    expect((await verifyChanges(registry, now)).faults).toEqual([]);
    now += 10_000;
    expect(await verifyChanges(registry, now)).toEqual({ entries: 0, faults: [] });
    expect((await append('source-3')).seq).toBe(3);
    expect((await verifyChanges(registry, now)).faults).toEqual([]);
  });
});

describe('a check of the log', () => {
  it('finds an entry that was changed', async () => {
    const [, second] = await some(3);
    if (second === undefined) throw new Error('there is no second entry');
    await put(2, { ...second, who: 'Eve' });
    expect((await verifyChanges(registry, now)).faults).toEqual(['entry 2 was changed: its hash is another']);
    const forged = { ...second, who: 'Eve' };
    await put(2, { ...forged, hash: hashOfChange(forged) });
    expect((await verifyChanges(registry, now)).faults).toEqual([
      'entry 2 is not the one that entry 3 was written after',
    ]);
    const { changes } = await listChanges(registry, { limit: 9 });
    expect(faultsAmong(changes)).toEqual(['entry 2 is not the one that entry 3 was written after']);
  });
  it.each([
    [2, 'entries between 1 and 3 are missing'],
    [1, 'entries before 2 are missing'],
    [4, 'entries after 3 are missing: the newest one was 4'],
  ])('finds that entry %i was removed', async (seq, fault) => {
    await some(4);
    await registry.remove('change', idOf(seq));
    expect((await verifyChanges(registry, now)).faults).toEqual([fault]);
  });
  it('finds that all of it was removed, or its head', async () => {
    await some(2);
    await registry.remove('change-head', 'head');
    expect((await verifyChanges(registry, now)).faults).toEqual([
      'the record of the newest entry is missing',
    ]);
    await registry.put('change-head', 'head', {
      seq: 2,
      hash: 'x',
      keptUntil: new Date(now + 1_000).toISOString(),
    });
    for (const seq of [1, 2]) await registry.remove('change', idOf(seq));
    expect((await verifyChanges(registry, now)).faults).toEqual(['all entries up to 2 are missing']);
  });
  it('finds a log that was written anew, by an entry that was kept elsewhere', async () => {
    const { head } = { head: (await some(3)).at(-1) };
    const known = { seq: 3, hash: head?.hash ?? '' };
    expect((await verifyChanges(registry, now, known)).faults).toEqual([]);
    for (const seq of [1, 2, 3]) await registry.remove('change', idOf(seq));
    await registry.remove('change-head', 'head');
    await some(2);
    expect((await verifyChanges(registry, now, known)).faults).toEqual([
      'entry 3, which was kept elsewhere, is missing',
    ]);
    await some(1);
    expect((await verifyChanges(registry, now, known)).faults).toEqual([
      'entry 3 is not the one that was kept elsewhere',
    ]);
  });
});

describe('noteChange', () => {
  it('is written by whoever acts, through all that is awaited, and by nobody else', async () => {
    const written: string[] = [];
    const writerOf = (name: string) => ({
      async write({ what }: { readonly what: string }) {
        written.push(`${name} ${what}`);
      },
    });
    const change = async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      await noteChange({ what: 'key-made' });
    };
    await Promise.all([actAs(writerOf('Ada'), change), actAs(writerOf('Bob'), change), change()]);
    expect(written.toSorted()).toEqual(['Ada key-made', 'Bob key-made']);
  });
});
