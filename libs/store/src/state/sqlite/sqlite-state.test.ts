import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteFile, type SqliteFile } from '../../sqlite/sqlite-file.ts';
import { item } from '../../testing/state-samples.ts';
import { stateContract } from '../contract/state.contract.ts';
import type { State } from '../state.ts';
import { openSqliteState } from './sqlite-state.ts';

stateContract('SQLite', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'newsmill-state-'));
  return {
    open: async () => {
      const file = openSqliteFile(join(directory, 'mill.db'));
      const state = await openSqliteState({ db: file });
      const close = state.close.bind(state);
      return Object.assign(state, {
        close: async () => {
          await close();
          await file.close();
        },
      });
    },
    destroy: () => rm(directory, { recursive: true, force: true }),
  };
});

describe('a jump of the clock of the machine', () => {
  let directory: string;
  let file: SqliteFile;
  let state: State;
  const open = async () => {
    file = openSqliteFile(join(directory, 'mill.db'));
    state = await openSqliteState({ db: file });
  };
  const close = async () => {
    await state.close();
    await file.close();
  };
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'newsmill-clock-'));
    await open();
  });
  afterEach(async () => {
    await close();
    await rm(directory, { recursive: true, force: true });
  });

  describe('the frontier when the clock of the machine is set back', () => {
    const hour = 3_600_000;
    const now = Date.UTC(2026, 10, 1);

    const claim = async (at: number) =>
      (await state.claimItems({ now: at, limit: 10, leaseMs: 1_000 })).map(({ key }) => key);
    const settle = (key: string, at: number) =>
      state.settleItems([
        { key, dueAt: at + 600_000, attempt: 0, fetchedAt: at, data: {}, hostFreeAt: at + 100 },
      ]);
    beforeEach(async () => {
      await state.addItems([
        item('a', { host: 'a.example', dueAt: now }),
        item('b', { host: 'b.example', dueAt: now }),
      ]);
      expect(await claim(now + 25 * hour)).toEqual(['a', 'b']);
      for (const key of ['a', 'b']) await settle(key, now + 25 * hour);
    });

    it('asks again as soon as it would have, neither at once nor a day later', async () => {
      expect(await claim(now)).toEqual([]);
      expect(await claim(now + 599_000)).toEqual([]);
      expect(await claim(now + 601_000)).toEqual(['a', 'b']);
      for (const key of ['a', 'b']) await settle(key, now + 601_000);
      expect(await claim(now + 602_000)).toEqual([]);
    });
    it('notices it also when it was set back while nothing ran', async () => {
      await close();
      await open();
      expect(await claim(now + 50_000)).toEqual([]);
      expect(await claim(now + 651_000)).toEqual(['a', 'b']);
    });
    it('visits a page again that was too old for that only while the clock was ahead', async () => {
      const later = now + 25 * hour;
      const rest = (key: string, doneAt: number | undefined) =>
        state.settleItems([
          { key, dueAt: null, attempt: 0, fetchedAt: now, data: { doneAt }, hostFreeAt: later },
        ]);
      await state.addItems([item('c', { host: 'c.example', dueAt: now })]);
      await rest('a', later);
      await rest('b', now - hour);
      await rest('c', undefined);
      expect(await claim(later + 1_000)).toEqual([]);
      expect(await claim(now)).toEqual(['a']);
    });
    it('takes no notice of a clock that is put right by seconds', async () => {
      const later = now + 25 * hour;
      expect(await claim(later - 30_000)).toEqual([]);
      expect(await claim(later + 599_000)).toEqual([]);
      expect(await claim(later + 600_000)).toEqual(['a', 'b']);
    });
  });

  describe('near copies when the clock of the machine jumps', () => {
    const day = 86_400_000;
    const now = Date.UTC(2026, 10, 1);

    /** Ids of the articles that resemble a new one. */
    const like = async (id: string, at: number) => {
      const print = { id, bands: ['1'], payload: `payload of ${id}`, expiresAt: at + 14 * day };
      const [found] = await state.matchFingerprints([print], at);
      return found?.map((candidate) => candidate.id);
    };

    it('are found on both sides of every jump, also of one while nothing ran', async () => {
      expect(await like('a', now)).toEqual([]);
      expect(await like('in-2100', Date.UTC(2100, 0, 1))).toEqual(['a']);
      expect(await like('back', now + 6_000)).toEqual(['a', 'in-2100']);
      expect(await like('in-1970', day)).toEqual(['a', 'in-2100', 'back']);
      await close();
      await open();
      expect(await like('right', now + 12_000)).toEqual(['a', 'in-2100', 'back', 'in-1970']);
    });
    it('are forgotten after the time that they were remembered for, jumps or not', async () => {
      await like('a', now);
      await like('in-2100', Date.UTC(2100, 0, 1));
      const days = Array.from({ length: 14 }, (_, number) => now + (number + 1) * day);
      for (const at of days) expect(await like('b', at)).toContain('in-2100');
      expect(await like('b', now + 15 * day + 1)).not.toContain('in-2100');
    });
    it('keep their time in a backup', async () => {
      await like('a', now);
      await like('b', Date.UTC(2100, 0, 1));
      await like('c', now);
      const expiries: number[] = [];
      for await (const record of state.exportRecords())
        if (record.kind === 'fingerprint') expiries.push((record.entry.expiresAt - now) / day);
      expect(expiries).toEqual([13, 14, 14]);
    });
  });
});
