import { describe, expect, it } from '@jest/globals';
import { faultTable } from '../../bench/fault/fault-table.ts';
import { runFault } from '../../bench/fault/run-fault.ts';
import { unsyncedAcknowledgements } from '../../bench/fault/faults/unsynced-acknowledgements.ts';
import { unharmed } from '../oracle/judge.ts';
import { shortDoses } from './short-doses.ts';

await shortDoses('embedded', [
  'power-loss',
  'failing-call',
  'failing-fetch',
  'failing-alert',
  'sequences',
  'queue-sequences',
  'slow',
  'poison',
  'schemas',
]);

describe('the faults', () => {
  it('have names and numbers of their own, and a short dose that is the smaller one', () => {
    expect(new Set(faultTable.map(({ name }) => name)).size).toBe(faultTable.length);
    for (const { doses } of faultTable)
      for (const { short, full } of Object.values(doses)) expect(short).toBeLessThanOrEqual(full);
  });
});

describe('runFault', () => {
  it('tells a promise of time that was not kept apart from the harms', async () => {
    const found = { articles: 1, verdict: unharmed, stallsMs: [6_000], late: ['polls came in bunches'] };
    const fault = {
      name: 'planted',
      id: 'F0',
      does: 'nothing',
      unit: 'blows',
      doses: { embedded: { short: 1, full: 1 } },
      promisedMs: { embedded: 5_000 },
      load: () => Promise.resolve(() => Promise.resolve(found)),
    };
    const choice = { form: 'embedded', dose: 1, seed: 1, tell: () => undefined } as const;
    const late = ['a stall in twenty was longer than the 5 s promised', 'polls came in bunches'];
    expect(await runFault(fault, choice)).toMatchObject({ harms: [], record: { passed: true, late } });
    const kept = { ...fault, promisedMs: { embedded: 6_000 } };
    expect(await runFault(kept, choice)).toMatchObject({ record: { late: ['polls came in bunches'] } });
  });
});

describe('runFault on a machine that cannot do all', () => {
  const fault = {
    ...{ name: 'planted', id: 'F0', does: 'nothing', unit: 'blows' },
    doses: { embedded: { short: 1, full: 1 } },
    load: () => Promise.resolve(() => Promise.resolve({ articles: 1, verdict: unharmed })),
  };
  const choice = { form: 'embedded', dose: 1, seed: 1, tell: () => undefined } as const;

  it('does nothing of a fault that it cannot do, and says why', async () => {
    const load = () => Promise.reject(new Error('it was loaded'));
    const hindered = { ...fault, hindrance: () => Promise.resolve({ why: 'no right to mount' }), load };
    expect(await runFault(hindered, choice)).toEqual({ skipped: 'no right to mount' });
  });
  it('does the rest of one of which it cannot do a part', async () => {
    const hindrance = () => Promise.resolve({ part: 'system calls', why: 'no strace' });
    expect(await runFault({ ...fault, hindrance }, choice)).toMatchObject({ harms: [] });
  });
});

describe('unsyncedAcknowledgements', () => {
  const write = '10 pwrite64(22</data/mill.db-wal>, "...", 4096, 8192) = 4096';
  const sync = '11 fdatasync(24</data/mill.db-wal>) = 0';
  const told = (number: number) => `10 write(1</out>, "acknowledged mill ${number}\\n", 20) = 20`;
  const unsynced = (...calls: string[]) => unsyncedAcknowledgements(calls.join('\n'));

  it('is content where each acknowledgement comes after the end of the sync of all before it', () => {
    expect(unsynced(write, sync, told(0), write, write, sync, told(1))).toEqual({
      acknowledged: 2,
      unsynced: [],
    });
    const halves = ['11 fdatasync(24</data/mill.db-wal> <unfinished ...>', '11 <... fdatasync resumed>) = 0'];
    expect(unsynced(write, ...halves, told(0)).unsynced).toEqual([]);
  });
  it('finds one that came before the sync, during it, or after a sync of less or of another file', () => {
    const early = ['acknowledgement 0 came before the sync of mill.db-wal'];
    expect(unsynced(write, told(0), sync).unsynced).toEqual(early);
    expect(
      unsynced(
        write,
        '11 fdatasync(24</data/mill.db-wal> <unfinished ...>',
        told(0),
        '11 <... fdatasync resumed>) = 0',
      ).unsynced,
    ).toEqual(early);
    expect(
      unsynced(
        write,
        '11 fdatasync(24</data/mill.db-wal> <unfinished ...>',
        write,
        '11 <... fdatasync resumed>) = 0',
        told(0),
      ).unsynced,
    ).toEqual(early);
    expect(unsynced(write, '12 fsync(23</data/library.db-wal>) = 0', told(0)).unsynced).toEqual(early);
  });
});
