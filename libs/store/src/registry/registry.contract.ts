import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { longestRecord, recordsOf, RegistryConflict, type Registry } from './registry.ts';

/** A place where a registry keeps its records; opened again, they are still there. */
export interface RegistryPlace {
  /** With this clock, epoch milliseconds. */
  open(now: () => number): Promise<Registry>;
  destroy(): Promise<void>;
}

/** What every form of the Registry must do. `makePlace` is called once for each test. */
export function registryContract(name: string, makePlace: () => Promise<RegistryPlace>): void {
  describe(`${name}: registry contract`, () => {
    let place: RegistryPlace;
    let registry: Registry;
    let now = 1_000_000;
    beforeEach(async () => {
      now = 1_000_000;
      place = await makePlace();
      registry = await place.open(() => now);
    });
    afterEach(async () => {
      await registry.close();
      await place.destroy();
    });

    it('reads at once what was put, of that kind alone, and after being opened again', async () => {
      expect(await registry.get('note', 'a')).toBeUndefined();
      const revision = await registry.put('note', 'a', { text: 'größe', list: [1, null] });
      expect(await registry.get('note', 'a')).toEqual({
        id: 'a',
        value: { text: 'größe', list: [1, null] },
        revision,
      });
      expect(await registry.get('other', 'a')).toBeUndefined();
      await registry.close();
      registry = await place.open(() => now);
      await registry.prepare();
      await registry.prepare();
      expect(await registry.get('note', 'a')).toEqual({
        id: 'a',
        value: { text: 'größe', list: [1, null] },
        revision,
      });
    });

    it('replaces under a revision that holds alone', async () => {
      const first = await registry.put('note', 'a', 1, { ifRevision: null });
      await expect(registry.put('note', 'a', 2, { ifRevision: null })).rejects.toBeInstanceOf(
        RegistryConflict,
      );
      const second = await registry.put('note', 'a', 2, { ifRevision: first });
      expect(second).not.toBe(first);
      await expect(registry.put('note', 'a', 3, { ifRevision: first })).rejects.toBeInstanceOf(
        RegistryConflict,
      );
      await expect(registry.put('note', 'a', 3, { ifRevision: 'nonsense' })).rejects.toBeInstanceOf(
        RegistryConflict,
      );
      await expect(registry.put('note', 'gone', 3, { ifRevision: first })).rejects.toBeInstanceOf(
        RegistryConflict,
      );
      await expect(registry.remove('note', 'a', { ifRevision: first })).rejects.toBeInstanceOf(
        RegistryConflict,
      );
      expect((await registry.get('note', 'a'))?.value).toBe(2);
      expect(await registry.remove('note', 'a', { ifRevision: second })).toBe(true);
      await expect(registry.remove('note', 'a', { ifRevision: second })).rejects.toBeInstanceOf(
        RegistryConflict,
      );
      expect(await registry.remove('note', 'a')).toBe(false);
    });

    it('never takes a record that was made again for the old one', async () => {
      const old = await registry.put('note', 'a', 1);
      await registry.remove('note', 'a');
      const young = await registry.put('note', 'a', 1, { ifRevision: null });
      expect(young).not.toBe(old);
      await expect(registry.put('note', 'a', 2, { ifRevision: old })).rejects.toBeInstanceOf(
        RegistryConflict,
      );
    });

    it('lets one of many win', async () => {
      const tries = await Promise.allSettled(
        Array.from({ length: 8 }, (_, i) => registry.put('lease', 'one', i, { ifRevision: null })),
      );
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const start = await registry.get('lease', 'one');
      const next = await Promise.allSettled(
        Array.from({ length: 8 }, (_, i) => registry.put('lease', 'one', i, { ifRevision: start?.revision })),
      );
      expect(next.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('lists a kind in pages, in the order of ids, every change seen', async () => {
      const ids = ['b', 'a', 'Z', 'ä', 'c', '0'];
      await Promise.all(ids.map((id) => registry.put('note', id, { id })));
      await registry.put('other', 'a', 1);
      await registry.remove('note', 'c');
      const first = await registry.list('note', { limit: 3 });
      expect(first.items.map(({ id }) => id)).toEqual(['0', 'Z', 'a']);
      const rest = await registry.list('note', { limit: 3, after: first.next });
      expect(rest.items.map(({ id }) => id)).toEqual(['b', 'ä']);
      expect(rest.next).toBeUndefined();
      const [record] = first.items;
      await registry.put('note', '0', 'changed', { ifRevision: record?.revision });
      expect((await registry.list('note', { limit: 1 })).items[0]?.value).toBe('changed');
      expect((await registry.list('nothing', { limit: 10 })).items).toEqual([]);
    });

    it('forgets what has expired', async () => {
      const revision = await registry.put('session', 'a', 1, { expiresAt: now + 10 });
      await registry.put('session', 'b', 2, { expiresAt: now + 1_000 });
      await registry.put('note', 'a', 3);
      expect(await registry.get('session', 'a')).toMatchObject({ expiresAt: now + 10 });
      now += 10;
      expect(await registry.get('session', 'a')).toBeUndefined();
      expect((await registry.list('session', { limit: 10 })).items.map(({ id }) => id)).toEqual(['b']);
      expect(await registry.remove('session', 'a')).toBe(false);
      await expect(registry.put('session', 'a', 1, { ifRevision: revision })).rejects.toBeInstanceOf(
        RegistryConflict,
      );
      expect(await registry.prune(now)).toBe(1);
      expect(await registry.prune(now)).toBe(0);
      await registry.put('session', 'c', 1, { expiresAt: now + 5 });
      now += 5;
      await registry.put('session', 'c', 2, { ifRevision: null });
      expect((await registry.get('session', 'c'))?.value).toBe(2);
    });

    it('exports everything that is there', async () => {
      for (let i = 0; i < 5; i += 1) await registry.put(i % 2 === 0 ? 'even' : 'odd', `n${i}`, i);
      await registry.put('even', 'old', 1, { expiresAt: now });
      const found: unknown[] = [];
      for await (const { kind, id, value } of registry.exportRecords()) found.push([kind, id, value]);
      expect(found).toEqual([
        ['even', 'n0', 0],
        ['even', 'n2', 2],
        ['even', 'n4', 4],
        ['odd', 'n1', 1],
        ['odd', 'n3', 3],
      ]);
    });

    it('refuses names and values beyond measure', async () => {
      await expect(registry.put('Bad Kind', 'a', 1)).rejects.toBeInstanceOf(RangeError);
      await expect(registry.put('note', '', 1)).rejects.toBeInstanceOf(RangeError);
      await expect(registry.put('note', 'x'.repeat(201), 1)).rejects.toBeInstanceOf(RangeError);
      await expect(registry.put('note', 'a', 'x'.repeat(longestRecord))).rejects.toBeInstanceOf(RangeError);
      await expect(registry.put('note', 'a', undefined)).rejects.toBeInstanceOf(RangeError);
      await registry.put('note', 'a', 'x'.repeat(longestRecord - 2));
      expect((await registry.get('note', 'a'))?.value).toHaveLength(longestRecord - 2);
    });

    it('reads a kind through its schema and names the record that does not fit', async () => {
      const numbers = recordsOf(registry, 'number', {
        parse: (value: unknown) => {
          if (typeof value !== 'number') throw new TypeError('no number');
          return value;
        },
      });
      for (let i = 0; i < 120; i += 1) await numbers.put(`n${String(i).padStart(3, '0')}`, i);
      const all: number[] = [];
      for await (const { value } of numbers.all()) all.push(value);
      expect(all).toEqual(Array.from({ length: 120 }, (_, i) => i));
      await registry.put('number', 'bad', 'word');
      await expect(numbers.get('bad')).rejects.toThrow(/"bad".*no number/);
    });

    it('does nothing after close, which may be repeated', async () => {
      await registry.close();
      await registry.close();
      await expect(registry.get('note', 'a')).rejects.toThrow(/closed/);
    });
  });
}
