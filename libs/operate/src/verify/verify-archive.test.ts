import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArchiveReference, LedgerEvent } from '@newsmill/contracts';
import { openPorts, type OpenPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { itemOf } from '@newsmill/text';
import { listChanges } from '../changes/change-log.ts';
import { keepArchiveDamage, listArchiveDamage } from './archive-damage.ts';
import { takeArchiveTurn } from './archive-turn.ts';
import { carryOutVerification } from './carry-out-verification.ts';
import { findLostPages } from './find-lost-pages.ts';
import { keepArchiveLook, keepDatabaseLook } from './integrity-looks.ts';
import { lookAtArchive } from './look-at-archive.ts';
import { mendArchive } from './mend-archive.ts';
import { pruneArchiveFiles } from './prune-archive-files.ts';
import { readIntegrity } from './read-integrity.ts';
import {
  askVerification,
  beginVerification,
  stopVerification,
  takeVerification,
  tellVerification,
} from './verification.ts';
import { verifyArchive } from './verify-archive.ts';

const dayMs = 86_400_000;
const now = Date.parse('2026-03-12T10:00:00Z');
const urlOf = (page: number) => `https://paper.example/story/${page}`;
const discovered = (page: number): LedgerEvent => ({
  item: itemOf(urlOf(page)) ?? '',
  url: urlOf(page),
  sourceId: 'paper',
  stage: 'discover',
  fate: 'waiting',
  at: now,
  version: now,
  attempt: 1,
  firstSeen: now,
});

describe('the archive', () => {
  let folder: string;
  let ports: OpenPorts;
  let pages: ArchiveReference[];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-verify-'));
    ports = await openPorts(readSettings({ NEWSMILL_DATA: folder }));
    pages = [];
    // Two days: nobody writes into the file of the first any more.
    for (let page = 0; page < 8; page += 1) pages.push(await archivePage(page, now - (page < 4 ? dayMs : 0)));
  });
  const archivePage = (page: number, fetchedAt: number) =>
    ports.archive.put({
      url: urlOf(page),
      fetchedAt,
      status: 200,
      encoding: 'identity',
      headers: { 'content-type': 'text/html' },
      body: Buffer.from(`<p>Story ${page}. ${'The ferry sailed at noon. '.repeat(200)}`),
    });
  afterEach(async () => {
    await ports.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const pathOf = (file: string) => join(folder, 'archive', file);
  function overwrite({ file, offset }: ArchiveReference, at: number, text: string): void {
    const handle = openSync(pathOf(file), 'r+');
    writeSync(handle, text, offset + at);
    closeSync(handle);
  }
  const damagedPlaces = async () =>
    (await verifyArchive(ports.archive)).damaged.map(({ url, problem }) => [url, problem]);

  it('is whole as it was written', async () => {
    const verified = await verifyArchive(ports.archive);
    expect(verified).toMatchObject({ damaged: [], read: verified.there });
    expect(verified.there).toHaveLength(2);
    // Each file begins with a record of its own.
    expect(verified.records).toBe(pages.length + 2);
    const sizes = verified.there.map((name) => readFileSync(pathOf(name)).length);
    expect(verified.bytes).toBe(sizes.reduce((sum, size) => sum + size, 0));
  });

  it('tells a payload that lost a bit, and a mark that is gone', async () => {
    overwrite(pages[0]!, 900, 'X');
    overwrite(pages[2]!, 0, 'XXXX');
    overwrite(pages[5]!, 900, 'X');
    expect(await damagedPlaces()).toEqual([
      [urlOf(0), 'its payload is not what its digest says'],
      [undefined, 'these bytes are no record'],
      [urlOf(5), 'its payload is not what its digest says'],
    ]);
  });

  it('tells nothing of a record that is being written, but of one that an article refers to', async () => {
    const page = pages[7]!;
    const articles = async () => ({
      items: [
        { url: urlOf(7), ingest: { item: itemOf(urlOf(7)), archive: page } },
        { url: urlOf(1), ingest: {} },
      ] as never,
    });
    const find = () => findLostPages({ ...ports, library: { origins: articles }, damaged: [] });
    expect(await find()).toEqual([]);
    truncateSync(pathOf(page.file), page.offset + page.length - 50);
    expect(await damagedPlaces()).toEqual([]);
    expect(await find()).toMatchObject([{ url: urlOf(7), item: itemOf(urlOf(7)), ...page }]);
    // Of an archive that nobody has pruned by rule nobody knows what was pruned.
    rmSync(pathOf(page.file));
    expect(await find()).toEqual([]);
  });

  describe('of which whole files are gone', () => {
    const [first, last] = [1, 6];
    const origins = async () =>
      ({
        items: [first, last].map((n) => ({
          url: urlOf(n),
          ingest: { item: discovered(n).item, archive: pages[n] },
        })),
      }) as never;
    const find = async () =>
      (await findLostPages({ ...ports, library: { origins }, damaged: [] })).map(({ url }) => url);
    const prune = (maxAgeMs: number) =>
      pruneArchiveFiles(ports, { now: now + dayMs, maxAgeMs, maxBytes: 1e9 });

    it('says so, be it the oldest one or the newest', async () => {
      expect(await prune(9 * dayMs)).toEqual({ files: 0, bytes: 0 });
      rmSync(pathOf(pages[first]!.file));
      expect(await find()).toEqual([urlOf(first)]);
    });
    it('takes an archive of which most is gone for one that is away, and says so', async () => {
      await prune(9 * dayMs);
      rmSync(pathOf(pages[first]!.file));
      rmSync(pathOf(pages[last]!.file));
      await expect(find()).rejects.toThrow('is its folder mounted');
    });
    it('is pruned also where the registry cannot be written, which is told behind it', async () => {
      const registry = new Proxy(ports.registry, {
        get: (target, name) =>
          name === 'put'
            ? () => Promise.reject(new Error('the disk is full'))
            : Reflect.get(target, name).bind(target),
      });
      const full = { archive: ports.archive, registry };
      await expect(
        pruneArchiveFiles(full, { now: now + dayMs, maxAgeMs: dayMs, maxBytes: 1e9 }),
      ).rejects.toThrow('the disk is full');
      expect(existsSync(pathOf(pages[first]!.file))).toBe(false);
      // The next round tells what this one could not.
      await prune(dayMs);
      expect(await find()).toEqual([]);
    });
    it('says nothing of what was pruned, also where the pruning was killed, and of younger ones still', async () => {
      expect((await prune(dayMs)).files).toBe(1);
      expect(await find()).toEqual([]);
      await archivePage(9, now + dayMs);
      rmSync(pathOf(pages[last]!.file));
      expect(await find()).toEqual([urlOf(last)]);
    });
    it('says nothing of what has had its time and was deleted by others', async () => {
      await prune(9 * dayMs);
      rmSync(pathOf(pages[first]!.file));
      expect(await find()).toEqual([urlOf(first)]);
      expect(await prune(dayMs)).toEqual({ files: 0, bytes: 0 });
      expect(await find()).toEqual([]);
      await archivePage(9, now + dayMs);
      rmSync(pathOf(pages[last]!.file));
      expect(await find()).toEqual([urlOf(last)]);
    });
    it('has told what goes before it goes', async () => {
      const dying = {
        ...ports,
        archive: {
          ...ports.archive,
          files: () => ports.archive.files(),
          async prune(limits: Parameters<typeof ports.archive.prune>[0]) {
            await limits.announce?.(pages[first]!.file);
            rmSync(pathOf(pages[first]!.file));
            throw new Error('killed');
          },
        },
      };
      await expect(
        pruneArchiveFiles(dying, { now: now + dayMs, maxAgeMs: dayMs, maxBytes: 1e9 }),
      ).rejects.toThrow('killed');
      expect(await find()).toEqual([]);
    });
    it('is found by the look of a day, once a file, and told again by none that follows', async () => {
      await prune(9 * dayMs);
      rmSync(pathOf(pages[first]!.file));
      const all = async () =>
        ({
          items: pages.map((archive, n) => ({ url: urlOf(n), ingest: { item: `i${n}`, archive } })),
        }) as never;
      const look = (asked = all) =>
        lookAtArchive(
          { ...ports, library: { origins: asked }, now: () => now },
          { isTurn: () => false, pace: 1e9, signal: new AbortController().signal },
        );
      const known = async () => (await listArchiveDamage(ports.registry)).map(({ url }) => url);
      const { told, problem } = await look();
      expect([told, problem]).toEqual([
        [{ place: pages[first]!.file, problem: expect.stringContaining('is gone'), pagesLost: 4 }],
        undefined,
      ]);
      expect(await known()).toHaveLength(4);
      expect(await look()).toMatchObject({ told: [] });
      // Nothing is forgotten, and nothing told, where nobody can say what is gone.
      const deaf = () => Promise.reject(new Error('the library is away'));
      expect(await look(deaf)).toMatchObject({ told: [], problem: 'the library is away' });
      expect(await known()).toHaveLength(4);
      rmSync(pathOf(pages[last]!.file));
      expect(await look()).toMatchObject({
        told: [],
        problem: expect.stringContaining('is its folder mounted'),
      });
    });
    it('is told until it is asked for again', async () => {
      await prune(9 * dayMs);
      rmSync(pathOf(pages[last]!.file));
      const verified = await verifyArchive(ports.archive);
      const damaged = await findLostPages({ ...ports, library: { origins }, damaged: verified.damaged });
      await keepArchiveDamage(ports.registry, { ...verified, damaged }, now);
      // The look of a day reads files, and does not ask the library.
      await keepArchiveDamage(ports.registry, verified, now);
      expect((await listArchiveDamage(ports.registry)).map(({ url }) => url)).toEqual([urlOf(last)]);
      await ports.state.recordEvents([discovered(last)]);
      expect(await mendArchive(ports, damaged, now)).toBe(1);
      expect((await ports.state.getItems([discovered(last).item]))[0]).toMatchObject({ dueAt: now });
      expect(await listArchiveDamage(ports.registry)).toEqual([]);
      // What was asked for is told as lost no more, whatever its publisher still has.
      expect(await find()).toEqual([]);
    });
  });

  it('finds every place of a page, whatever byte is changed', async () => {
    const page = pages[1]!;
    const before = readFileSync(pathOf(page.file));
    const head = before.toString('latin1', page.offset, before.indexOf('\r\n\r\n', page.offset));
    // What proves nothing and is not needed: the number of the version and white space. And the name of the digest of
    // the heads: without it a record is one of before there was such a digest.
    const free = /(?<=^WARC\/)1\.1|\s+|newsmill-head-digest:/giu;
    const freeAt = new Set(
      [...head.matchAll(free)].flatMap(({ 0: text, index }) => [...text].map((_, i) => index + i)),
    );
    const heads = [...head].flatMap((_, at) => (at % 5 === 0 && !freeAt.has(at) ? [at] : []));
    const bodies = Array.from({ length: 40 }, (_, step) => head.length + 200 + step * 100);
    for (const at of [...heads, ...bodies]) {
      const handle = openSync(pathOf(page.file), 'r+');
      writeSync(handle, Buffer.from([(before[page.offset + at] ?? 0) ^ 1]), 0, 1, page.offset + at);
      const found = await damagedPlaces();
      expect({ at, isFound: found.length > 0 }).toEqual({ at, isFound: true });
      // Its neighbours are whole.
      expect(found.filter(([url]) => url !== undefined && url !== urlOf(1))).toEqual([]);
      writeSync(handle, before, page.offset + at, 1, page.offset + at);
      closeSync(handle);
    }
  });

  it('says which pages lie where heads are gone or changed, as the library knows them', async () => {
    const [gone, changed] = [pages[2]!, pages[5]!];
    overwrite(gone, 0, 'XXXX');
    const head = readFileSync(pathOf(changed.file)).toString('latin1', changed.offset);
    overwrite(changed, head.indexOf('/story/5'), '/story/8');
    const { damaged } = await verifyArchive(ports.archive);
    expect(damaged.map(({ url, problem }) => [url, problem])).toEqual([
      [undefined, 'these bytes are no record'],
      [undefined, 'its head is not what its digest says'],
    ]);
    const origins = async () =>
      ({
        items: [2, 5, 6].map((page) => ({
          url: urlOf(page),
          ingest: { item: itemOf(urlOf(page)), archive: pages[page] },
        })),
      }) as never;
    expect(await findLostPages({ ...ports, library: { origins }, damaged })).toEqual([
      { ...gone, url: urlOf(2), item: itemOf(urlOf(2)), problem: 'these bytes are no record' },
      { ...changed, url: urlOf(5), item: itemOf(urlOf(5)), problem: 'its head is not what its digest says' },
    ]);
    await expect(ports.archive.get(changed)).rejects.toThrow(/damaged/);
  });

  it('is read in turns, and stops when it is to', async () => {
    const halt = new AbortController();
    const some = await verifyArchive(ports.archive, {
      isTurn: (name) => name.startsWith('20260311'),
    });
    expect([some.read.length, some.there.length, some.records]).toEqual([1, 2, 5]);
    const stopped = await verifyArchive(ports.archive, {
      rest: async () => halt.abort(),
      signal: halt.signal,
    });
    expect(stopped).toMatchObject({ read: [], damaged: [], records: 1 });
  });

  it('keeps what was found until it is found no more, or its file is gone', async () => {
    overwrite(pages[0]!, 900, 'X');
    overwrite(pages[5]!, 900, 'X');
    const keep = async (isTurn?: (name: string) => boolean, at = now) =>
      keepArchiveDamage(ports.registry, await verifyArchive(ports.archive, { isTurn }), at);
    await keep();
    await keep(undefined, now + 5);
    const found = await listArchiveDamage(ports.registry);
    expect(found.map(({ url, foundAt }) => [url, foundAt])).toEqual([
      [urlOf(0), now],
      [urlOf(5), now],
    ]);
    overwrite(pages[0]!, 900, readFileSync(pathOf(pages[0]!.file)).toString('latin1', 0, 0));
    await ports.archive.prune({ now: now + dayMs, maxAgeMs: dayMs, maxBytes: 1e9 });
    await keep(() => false);
    expect((await listArchiveDamage(ports.registry)).map(({ url }) => url)).toEqual([urlOf(5)]);
  });

  it('is mended: the page leaves, and its publisher is asked again', async () => {
    const item = itemOf(urlOf(0)) ?? '';
    await ports.state.recordEvents([discovered(0)]);
    overwrite(pages[0]!, 900, 'X');
    const verified = await verifyArchive(ports.archive);
    const { damaged } = verified;
    await keepArchiveDamage(ports.registry, verified, now);
    expect(await listArchiveDamage(ports.registry)).toHaveLength(1);
    expect(await mendArchive(ports, damaged, now)).toBe(1);
    expect((await ports.state.getItems([item]))[0]).toMatchObject({ key: item, dueAt: now });
    expect(await damagedPlaces()).toEqual([]);
    expect(await listArchiveDamage(ports.registry)).toEqual([]);
    expect(await ports.archive.get(pages[0]!)).toBeUndefined();
    expect(readFileSync(pathOf(pages[0]!.file), 'latin1')).toContain('reason: damaged');
    expect(readdirSync(join(folder, 'archive'))).toHaveLength(2);
  });

  it('is verified by one process a day, by another where that one died', async () => {
    const ask = (at: number) =>
      takeArchiveTurn(ports.registry, { day: Math.floor(at / dayMs), now: at, patienceMs: 3_600_000 });
    const turn = await ask(now);
    expect(turn).toBeDefined();
    expect(await ask(now + 60_000)).toBeUndefined();
    const other = await ask(now + 3_600_000);
    expect(other).toBeDefined();
    await other?.done();
    expect(await ask(now + 2 * 3_600_000)).toBeUndefined();
    expect(await ask(now + dayMs)).toBeDefined();
  });

  describe('a verification that somebody asks for', () => {
    const asker = { who: 'ada', by: 'session', from: '192.0.2.1' } as const;
    const inspect = async () => [{ file: 'mill.db' }, { file: 'registry.db', problem: 'a page is torn' }];
    let clock = now;
    const mill = () => ({ ...ports, now: () => clock });
    beforeEach(async () => {
      clock = now;
      await ports.registry.prepare();
    });
    const begin = (mend = false) => beginVerification(mill(), { mend, asker, host: 'here' });

    it('is one at a time, taken by one process, and kept with what it found', async () => {
      overwrite(pages[0]!, 900, 'X');
      expect(await readIntegrity(mill())).toEqual({ damage: { total: 0, records: [] } });
      expect(await takeVerification(mill(), 'here')).toBeUndefined();
      await askVerification(mill(), { mend: false, asker });
      await expect(askVerification(mill(), { mend: true, asker })).rejects.toMatchObject({
        code: 'verification-runs',
        message: expect.stringContaining('ada'),
      });
      const taken = await Promise.all([takeVerification(mill(), 'here'), takeVerification(mill(), 'there')]);
      expect(taken.filter((one) => one !== undefined)).toHaveLength(1);
      const running = taken.find((one) => one !== undefined)!;
      expect((await readIntegrity(mill())).verification).toMatchObject({ state: 'running', who: 'ada' });
      const { damaged } = await carryOutVerification(mill(), running, { inspect, pace: 1e9 });
      expect(damaged.map(({ url }) => url)).toEqual([urlOf(0)]);
      expect(await readIntegrity(mill())).toMatchObject({
        verification: {
          state: 'done',
          databases: [{ file: 'mill.db' }, { file: 'registry.db', problem: 'a page is torn' }],
          archive: { files: 2, filesThere: 2, records: 10, whole: 9 },
          damaged: 1,
        },
        damage: { total: 1, records: [{ url: urlOf(0), foundAt: now }] },
      });
      expect(await damagedPlaces()).toHaveLength(1);
    });
    it('mends in the name of whoever asked, where that was asked for', async () => {
      overwrite(pages[0]!, 900, 'X');
      const { verification } = await carryOutVerification(mill(), await begin(true), { inspect });
      expect(verification).toMatchObject({ state: 'done', damaged: 1, askedAgain: 0 });
      expect(await damagedPlaces()).toEqual([]);
      expect((await readIntegrity(mill())).damage.total).toBe(0);
      const { changes } = await listChanges(ports.registry, { limit: 5 });
      expect(changes).toMatchObject([{ what: 'archive-mended', who: 'ada', by: 'session' }]);
    });
    it('stops when somebody says so, and another can be asked for then', async () => {
      await expect(stopVerification(mill(), 'bob')).rejects.toMatchObject({ code: 'no-verification' });
      await askVerification(mill(), { mend: false, asker });
      expect(await stopVerification(mill(), 'bob')).toMatchObject({ state: 'stopped', stopper: 'bob' });
      const begun = await begin();
      await stopVerification(mill(), 'bob');
      // So slow that it would take an hour.
      const { verification } = await carryOutVerification(mill(), begun, { inspect, pace: 10 });
      expect(verification).toMatchObject({ state: 'stopped', stopper: 'bob', archive: { files: 0 } });
      await expect(stopVerification(mill(), 'bob')).rejects.toMatchObject({ code: 'no-verification' });
    });
    it('tells that its process was stopped, killed, or met a fault', async () => {
      const signal = AbortSignal.abort();
      const stopped = await carryOutVerification(mill(), await begin(), { inspect, signal });
      expect(stopped.verification).toMatchObject({
        state: 'interrupted',
        problem: 'its process was stopped',
      });
      const killed = await begin();
      clock += 61_000;
      expect((await readIntegrity(mill())).verification).toMatchObject({ state: 'interrupted' });
      const next = await begin();
      // One that was taken for dead does not speak for another.
      expect(await tellVerification(mill(), killed.id, { damaged: 7 })).toBeUndefined();
      const failed = await carryOutVerification(mill(), next, {
        inspect: () => Promise.reject(new Error('no process could be started')),
      });
      expect(failed.verification).toMatchObject({ state: 'failed', problem: 'no process could be started' });
    });
    it('stands beside what the mill found by itself', async () => {
      const found = { files: 1, filesThere: 2, records: 5, whole: 5, bytes: 100 };
      await keepArchiveLook(ports.registry, { at: now, host: 'here', days: 7, ...found });
      await keepDatabaseLook(ports.registry, { at: now, host: 'here', files: [{ file: 'mill.db' }] });
      expect(await readIntegrity(mill())).toMatchObject({
        archive: { days: 7, records: 5 },
        databases: { files: [{ file: 'mill.db' }] },
      });
    });
  });
});
