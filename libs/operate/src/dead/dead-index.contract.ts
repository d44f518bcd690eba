import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Bus, StoredMessage } from '@newsmill/bus';
import { articleCleaned, deadLetterHeader, deadLetters, type DeadLetterFacts } from '@newsmill/contracts';
import { DeadIndex, deadIndexOf, keepDeadIndex } from './dead-index.ts';
import { readDead, readDeadGroups, readLetters, takeLetters } from './read-dead.ts';

/** A bus in a place of its own, which several may open. */
export interface IndexPlace {
  open(): Promise<Bus>;
  destroy(): Promise<void>;
}

function letter(number: number, change: Partial<DeadLetterFacts> = {}) {
  const facts: DeadLetterFacts = {
    id: `letter-${String(number).padStart(5, '0')}`,
    stage: 'enrich',
    topic: articleCleaned.name,
    reason: 'tries-exhausted',
    detail: `answered ${500 + (number % 3)}`,
    attempts: 3,
    item: `item-${number}`,
    url: `https://paper.example/${number}`,
    sourceId: `source-${number % 3}`,
    at: 1_000_000 + number * 1_000,
    ...change,
  };
  return {
    topic: deadLetters.name,
    key: facts.item ?? '',
    value: new TextEncoder().encode(`message ${number}`),
    headers: { ce_id: `e${number}`, [deadLetterHeader]: JSON.stringify(facts) },
  };
}

/** What the index of dead letters must do over every form of the bus. */
export function deadIndexContract(name: string, makePlace: () => Promise<IndexPlace>): void {
  describe(`${name}: index of dead letters`, () => {
    let place: IndexPlace;
    let bus: Bus;
    beforeEach(async () => {
      place = await makePlace();
      bus = await place.open();
      await bus.createTopics([{ ...deadLetters, groups: [] }]);
    });
    afterEach(async () => {
      await bus.close();
      await place.destroy();
    });
    const idsOf = async (on: Bus = bus) =>
      (await readDead({ bus: on }, { limit: 500 })).letters.map(({ id }) => id);
    const stored = async (): Promise<StoredMessage[]> => {
      const found: StoredMessage[] = [];
      for await (const message of bus.browse(deadLetters.name)) found.push(message);
      return found;
    };

    it('says what is there, newest first, page by page', async () => {
      await bus.publish(Array.from({ length: 7 }, (_, i) => letter(i)));
      const first = await readDead({ bus }, { limit: 3 });
      expect(first).toMatchObject({ total: 7, found: 7, reasons: [{ reason: 'tries-exhausted', count: 7 }] });
      expect(first.letters.map(({ id }) => id)).toEqual(['letter-00006', 'letter-00005', 'letter-00004']);
      // What comes meanwhile does not shift the pages.
      await bus.publish([letter(7)]);
      const second = await readDead({ bus }, { limit: 3, cursor: first.next });
      expect(second.letters.map(({ id }) => id)).toEqual(['letter-00003', 'letter-00002', 'letter-00001']);
      const last = await readDead({ bus }, { limit: 3, cursor: second.next });
      expect([last.letters.length, last.next]).toEqual([1, undefined]);
      expect(first.letters[0]).toMatchObject({ bytes: 9, sourceId: 'source-0', group: expect.any(String) });
    });

    it('groups by cause, and narrows by source, stage, reason, cause and time', async () => {
      await bus.publish([
        ...Array.from({ length: 6 }, (_, i) => letter(i)),
        letter(6, { reason: 'bad-page', stage: 'clean', detail: 'gzip: unexpected end' }),
        letter(7, { sourceId: undefined, detail: 'TypeError: x\n    at readTree (a.js:1:2)' }),
      ]);
      const { groups, found, total, stages, sources } = await readDeadGroups({ bus }, {});
      expect([found, total, stages, sources]).toEqual([
        8,
        8,
        ['clean', 'enrich'],
        ['source-0', 'source-1', 'source-2'],
      ]);
      const [most] = groups;
      expect(most).toMatchObject({
        count: 6,
        title: 'answered #',
        sources: 3,
        firstSeen: 1_000_000,
        lastSeen: 1_005_000,
        topSources: [
          { source: 'source-0', count: 2 },
          { source: 'source-1', count: 2 },
          { source: 'source-2', count: 2 },
        ],
        example: { id: 'letter-00005' },
      });
      expect(most?.overTime.reduce((sum, part) => sum + part, 0)).toBe(6);
      expect(groups.find(({ frame }) => frame === 'readTree')).toMatchObject({ count: 1, topSources: [] });
      const count = async (filter: object) => (await readDead({ bus }, { ...filter, limit: 1 })).found;
      expect(await count({ group: most?.id })).toBe(6);
      expect(await count({ source: 'source-1' })).toBe(2);
      expect(await count({ stage: 'clean' })).toBe(1);
      expect(await count({ reason: 'bad-page' })).toBe(1);
      expect(await count({ from: 1_002_000, to: 1_004_000 })).toBe(2);
      expect((await readDeadGroups({ bus }, { source: 'source-1' })).groups.map(({ count: n }) => n)).toEqual(
        [2],
      );
    });

    it('is right after letters came, were removed, by itself or by another process, and after a restart', async () => {
      await bus.publish([letter(0), letter(1), letter(2)]);
      expect(await idsOf()).toEqual(['letter-00002', 'letter-00001', 'letter-00000']);
      const [zero] = await stored();
      if (zero === undefined) throw new Error('no letter is there');
      await bus.remove(deadLetters.name, [zero]);
      expect(await idsOf()).toEqual(['letter-00002', 'letter-00001']);
      const other = await place.open();
      try {
        expect(await idsOf(other)).toEqual(['letter-00002', 'letter-00001']);
        const [one] = await stored();
        if (one === undefined) throw new Error('no letter is there');
        await other.publish([letter(3)]);
        await other.remove(deadLetters.name, [one]);
        expect(await idsOf()).toEqual(['letter-00003', 'letter-00002']);
        expect(await idsOf(other)).toEqual(['letter-00003', 'letter-00002']);
      } finally {
        await other.close();
      }
      await bus.close();
      bus = await place.open();
      expect(await idsOf()).toEqual(['letter-00003', 'letter-00002']);
      expect(await readLetters(bus)).toEqual({ total: 2, items: new Set(['item-2', 'item-3']) });
    });

    it('counts a letter once that was written twice, until both are gone', async () => {
      await bus.publish([letter(0), letter(1), letter(0)]);
      expect(await idsOf()).toEqual(['letter-00000', 'letter-00001']);
      const [copy, , again] = await stored();
      if (copy === undefined || again === undefined) throw new Error('a letter is missing');
      expect((await takeLetters(bus, ['letter-00000']))[0]?.copies).toHaveLength(2);
      await bus.remove(deadLetters.name, [copy]);
      expect(await idsOf()).toEqual(['letter-00000', 'letter-00001']);
      await bus.remove(deadLetters.name, [again]);
      expect(await idsOf()).toEqual(['letter-00001']);
    });

    it('shows a letter whose header cannot be read under its place', async () => {
      await bus.publish([{ ...letter(0), headers: { [deadLetterHeader]: '{' } }]);
      const [id] = await idsOf();
      expect(id).toMatch(/^at-0-\d+$/);
      const [found] = await takeLetters(bus, [id ?? '']);
      expect(new TextDecoder().decode(found?.message.value)).toBe('message 0');
    });

    it('keeps what it knew when reading fails in the middle, and reads on when that is over', async () => {
      let isBroken = false;
      const index = new DeadIndex({
        async *changes(topic, since) {
          for await (const change of bus.changes(topic, since)) {
            const [first, ...rest] = change.added;
            const broken = first === undefined ? [] : [first, { ...first, bytes: Number.NaN }, ...rest];
            yield isBroken ? { ...change, added: broken } : change;
          }
        },
      });
      await bus.publish([letter(0)]);
      await index.refresh();
      await bus.publish([letter(1)]);
      isBroken = true;
      await expect(index.refresh()).rejects.toThrow('NOT NULL');
      expect(index.ids({})).toEqual(['letter-00000']);
      isBroken = false;
      await index.refresh();
      expect(index.ids({})).toEqual(['letter-00000', 'letter-00001']);
    });

    it('is kept in a file, which two processes share, and reads only what is new', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'newsmill-dead-file-'));
      const file = join(folder, 'dead-letters.db');
      const told: number[] = [];
      const counting = (on: Bus) => ({
        async *changes(topic: string, since?: string) {
          for await (const change of on.changes(topic, since)) {
            told.push(change.added.length);
            yield change;
          }
        },
      });
      try {
        await bus.publish(Array.from({ length: 250 }, (_, i) => letter(i)));
        const index = new DeadIndex(counting(bus), file);
        await index.refresh();
        expect([index.count(), told.reduce((sum, n) => sum + n, 0)]).toEqual([250, 250]);
        await bus.publish([letter(250)]);
        const other = new DeadIndex(counting(bus), file);
        told.length = 0;
        await other.refresh();
        expect([other.count(), told]).toEqual([251, [1]]);
        // What the other process read is nobody's to read again.
        expect(index.count()).toBe(250);
        told.length = 0;
        await index.refresh();
        expect([index.count(), told]).toEqual([251, [0]]);
        await bus.remove(deadLetters.name, (await stored()).slice(0, 2));
        await Promise.all([index.refresh(), other.refresh()]);
        expect([index.count(), other.count(), index.groups({}).groups[0]?.count]).toEqual([249, 249, 249]);
        expect((await stat(file)).mode & 0o077).toBe(0);
        const damaged = join(folder, 'damaged.db');
        await writeFile(damaged, 'no database '.repeat(1_000));
        const mended = new DeadIndex(bus, damaged);
        await mended.refresh();
        expect(mended.count()).toBe(249);
        const nowhere = new DeadIndex(bus, join(folder, 'absent', 'dead-letters.db'));
        await nowhere.refresh();
        expect(nowhere.count()).toBe(249);
        const unwritable = new DeadIndex(bus, join(damaged, 'below', 'dead-letters.db'));
        await unwritable.refresh();
        expect(unwritable.count()).toBe(249);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });

    it('is made anew where its file turns out to be damaged behind its head', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'newsmill-dead-damage-'));
      const file = join(folder, 'dead-letters.db');
      try {
        await bus.publish(Array.from({ length: 120 }, (_, i) => letter(i)));
        await new DeadIndex(bus, file).refresh();
        const database = new DatabaseSync(file);
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
        database.close();
        const bytes = await readFile(file);
        const garbled = join(folder, 'garbled.db');
        await writeFile(garbled, Buffer.concat([bytes.subarray(0, 4_096), bytes.subarray(4_096).fill('?')]));
        const own = { changes: bus.changes.bind(bus) };
        keepDeadIndex(own, garbled);
        expect((await deadIndexOf(own)).count()).toBe(120);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });

    it('tells the newest letters first while it reads, and how many are unread', async () => {
      await bus.publish(Array.from({ length: 450 }, (_, i) => letter(i)));
      const held = Promise.withResolvers<void>();
      const slow = {
        async *changes(topic: string, since?: string) {
          for await (const change of bus.changes(topic, since)) {
            yield change;
            await held.promise;
          }
        },
      };
      const view = await readDead({ bus: { ...bus, ...slow } }, { limit: 3, isPageEnough: true });
      expect(view.letters.map(({ id }) => id)).toEqual(['letter-00449', 'letter-00448', 'letter-00447']);
      expect(view.unread).toBe(450 - view.total);
      const impatient = { bus: { ...bus, ...slow } };
      const groups = await readDeadGroups(impatient, { waitMs: 1 });
      expect([groups.unread, groups.found]).toEqual([450 - groups.total, groups.total]);
      held.resolve();
      const whole = await readDeadGroups(impatient, {});
      expect([whole.unread, whole.found, whole.groups[0]?.overTime.length]).toEqual([undefined, 450, 24]);
    });

    it('answers many who ask at the same time, each with what was there before the question', async () => {
      await Promise.all(
        Array.from({ length: 20 }, async (_, i) => {
          await bus.publish([letter(i)]);
          expect((await deadIndexOf(bus)).placesOf(`letter-${String(i).padStart(5, '0')}`)).toHaveLength(1);
        }),
      );
      expect((await idsOf()).length).toBe(20);
    });
  });
}
