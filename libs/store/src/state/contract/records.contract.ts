import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  event,
  hour,
  item,
  now,
  print,
  settlement,
  sighting,
  type StatePlace,
} from '../../testing/state-samples.ts';
import type { State, StateReader, StateRecord, StateWriter } from '../state.ts';

/** All records of a state. */
export async function recordsOf(state: StateReader): Promise<StateRecord[]> {
  const records: StateRecord[] = [];
  for await (const record of state.exportRecords()) records.push(record);
  return records;
}

/** Records in an order that does not tell forms apart; fingerprints keep theirs. */
export async function sortedRecordsOf(state: StateReader): Promise<StateRecord[]> {
  const records = await recordsOf(state);
  const prints = records.filter((record) => record.kind === 'fingerprint');
  const textOf = (record: StateRecord): string =>
    JSON.stringify(record, (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    );
  return [
    ...records
      .filter((record) => record.kind !== 'fingerprint')
      .toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1)),
    ...prints,
  ];
}

/** Something of everything. */
export async function fill(state: StateWriter): Promise<void> {
  const on = (host: string) => ({ host: `${host}:443`, domain: host });
  await state.addItems([
    item('a'),
    item('b', { dueAt: now - 5, priority: 3 }),
    item('resting', { ...on('rest.example'), dueAt: null, fetchedAt: 7, data: { etag: 'x' } }),
    item('later', { ...on('later.example'), dueAt: now + hour }),
    item('held', { ...on('held.example'), priority: 0 }),
    item('paused', on('paused.example')),
    item('channel:2', { ...on('rest.example'), kind: 'channel', dueAt: now + 5 }),
    item('channel:1', { ...on('rest.example'), kind: 'channel', dueAt: now + 6 }),
  ]);
  await state.claimItems({ now, limit: 10, leaseMs: 60_000 });
  await state.settleItems([
    settlement('a', { dueAt: now + 2_000, data: { etag: 'y' } }),
    settlement('paused', { dueAt: now, domainFreeAt: now + 5_000 }),
  ]);
  await state.write([
    { key: 'kept', value: '1' },
    { key: 'short', value: '金', expiresAt: now + 100 },
  ]);
  await state.claimArticles([
    { item: 'i1', ownId: 'own1', canonicalId: 'a' },
    { item: 'i2', ownId: 'own2', canonicalId: 'unseen' },
    { item: 'own3', ownId: 'own3' },
  ]);
  await state.matchFingerprints(
    [print('z', ['1', '2']), print('y', ['2']), print('x', ['1'], { expiresAt: now + 10 })],
    now,
  );
  await state.recordSightings(
    [sighting('i2'), sighting('i1'), sighting('j', { site: 'other.example' })],
    now,
  );
  await state.recordEvents([
    event({
      stage: 'discover',
      version: 0,
      fate: 'waiting',
      frontier: { stamp: 's', priority: 1, host: 'h:443', domain: 'h', entry: { title: 'T', list: [] } },
    }),
    event({ fate: 'retrying', detail: 'no answer', attempt: 1 }),
    event({ item: 'j', stage: 'index', fate: 'indexed', articleId: 'own1', firstSeen: now - hour }),
    event({ item: 'k', fate: 'dropped', reason: 'too-short', url: 'https://paper.example/金' }),
  ]);
}

/** Answers that differ when two states do not know the same. Changes what it asks. */
export async function behaviourOf(state: StateReader & StateWriter): Promise<unknown> {
  const claimedAt = async (at: number) =>
    (await state.claimItems({ now: at, limit: 10, leaseMs: 1_000 })).map(({ key }) => key);
  return {
    items: await state.getItems(['a', 'b', 'resting', 'later', 'held', 'paused', 'channel:1', 'missing']),
    channels: (await state.channels()).map(({ key }) => key),
    counts: [...(await state.frontierCounts())].map((count) => JSON.stringify(count)).sort(),
    next: await state.nextClaimAt(),
    claimed: [
      await claimedAt(now + 999),
      await claimedAt(now + 1_000),
      await claimedAt(now + 4_999),
      await claimedAt(now + 5_000),
      await claimedAt(now + 60_000),
      await claimedAt(now + hour),
    ],
    entries: [await state.read(['kept', 'short'], now), await state.read(['kept', 'short'], now + 100)],
    articles: await state.claimArticles([
      { item: 'i1', ownId: 'own1', canonicalId: 'a' },
      { item: 'i9', ownId: 'own2', canonicalId: 'unseen' },
      { item: 'i9', ownId: 'own3' },
      { item: 'own3', ownId: 'own3', canonicalId: 'a' },
    ]),
    prints: [
      await state.matchFingerprints([print('new', ['1', '2'])], now),
      await state.matchFingerprints([print('newer', ['1'])], now + 10),
    ],
    sites: await state.readSites(['paper.example', 'other.example', 'none.example']),
    fates: [
      await state.fateOf('i'),
      await state.fateOf('j'),
      await state.listFates({ limit: 10 }),
      await state.listFates({ limit: 10, fate: 'dropped' }),
      await state.countFates({}),
    ],
  };
}

/** What every form of the State must do with records. */
export function stateRecordsContract(name: string, makePlace: () => Promise<StatePlace>): void {
  describe(`${name}: records of a state`, () => {
    const places: StatePlace[] = [];
    const states: State[] = [];
    const openNew = async (): Promise<State> => {
      const place = await makePlace();
      places.push(place);
      const state = await place.open();
      states.push(state);
      return state;
    };
    let full: State;

    beforeEach(async () => {
      full = await openNew();
      await fill(full);
    });
    afterEach(async () => {
      for (const state of states.splice(0)) await state.close();
      for (const place of places.splice(0)) await place.destroy();
    });

    it('behaves after an import as before the export', async () => {
      const copy = await openNew();
      await copy.importRecords(await recordsOf(full));
      expect(await sortedRecordsOf(copy)).toEqual(await sortedRecordsOf(full));
      expect(await behaviourOf(copy)).toEqual(await behaviourOf(full));
    });

    it('changes nothing when the same records come again, in other pieces', async () => {
      const copy = await openNew();
      const records = await recordsOf(full);
      await copy.importRecords(records);
      const once = await sortedRecordsOf(copy);
      for (const record of records.toReversed()) await copy.importRecords([record]);
      expect(await sortedRecordsOf(copy)).toEqual(once);
      expect(await behaviourOf(copy)).toEqual(await behaviourOf(full));
    });

    it('keeps what is there, folds events, and takes the later time of a host', async () => {
      const copy = await openNew();
      await copy.addItems([item('a', { stamp: 'mine', dueAt: now + 1 })]);
      await copy.write([{ key: 'kept', value: 'mine' }]);
      await copy.claimArticles([{ item: 'mine', ownId: 'own3' }]);
      await copy.recordSightings([sighting('mine')], now);
      await copy.recordEvents([event({ stage: 'index', fate: 'indexed' })]);
      await copy.importRecords([
        ...(await recordsOf(full)),
        { kind: 'host', host: 'paper.example:443', domain: 'paper.example', freeAt: now + 9_000 },
        { kind: 'host', host: 'paper.example:443', domain: 'paper.example', freeAt: 1, domainFreeAt: 1 },
      ]);
      expect(await copy.getItems(['a', 'b'])).toMatchObject([{ stamp: 'mine' }, { key: 'b' }]);
      expect(await copy.read(['kept'], now)).toEqual(new Map([['kept', 'mine']]));
      expect(await copy.claimArticles([{ item: 'i9', ownId: 'own3' }])).toEqual([
        { articleId: 'own3', owner: 'mine' },
      ]);
      expect(await copy.readSites(['paper.example', 'other.example'])).toEqual(
        new Map([
          ['paper.example', [{ item: 'mine', lines: 'lines of mine' }]],
          ['other.example', [{ item: 'j', lines: 'lines of j' }]],
        ]),
      );
      expect((await copy.fateOf('i'))?.current).toMatchObject({ stage: 'index', fate: 'indexed' });
      expect((await copy.fateOf('i'))?.events).toHaveLength(3);
      expect(
        (await copy.claimItems({ now: now + 8_999, limit: 10, leaseMs: 1 })).map(({ host }) => host),
      ).not.toContain('paper.example:443');
      expect(
        (await copy.claimItems({ now: now + 9_000, limit: 10, leaseMs: 1 })).map(({ host }) => host),
      ).toContain('paper.example:443');
    });

    it('holds a host for the item that is being asked for, until its lease ends or it is settled', async () => {
      const copy = await openNew();
      await copy.importRecords([
        { kind: 'item', item: item('a') },
        { kind: 'item', item: item('b', { priority: 2 }) },
        {
          kind: 'host',
          host: 'paper.example:443',
          domain: 'paper.example',
          freeAt: now,
          holder: 'a',
          lease: now + 1_000,
        },
      ]);
      expect(await copy.nextClaimAt()).toBe(now + 1_000);
      expect(await copy.claimItems({ now, limit: 10, leaseMs: 1_000 })).toEqual([]);
      await copy.settleItems([settlement('a', { hostFreeAt: now + 10 })]);
      expect(
        (await copy.claimItems({ now: now + 10, limit: 10, leaseMs: 1_000 })).map(({ key }) => key),
      ).toEqual(['b']);
    });

    it('gives a schedule to an item that has none, and to no other', async () => {
      const copy = await openNew();
      await copy.importRecords([
        { kind: 'item', item: item('a', { dueAt: null }) },
        { kind: 'item', item: item('b', { dueAt: now + hour }) },
        { kind: 'item', item: item('c', { dueAt: null, fetchedAt: 5 }) },
      ]);
      const schedules = ['a', 'b', 'c', 'unknown'].map(
        (key): StateRecord => ({ kind: 'schedule', key, dueAt: now - 1, attempt: 2, fetchedAt: 7 }),
      );
      await copy.importRecords(schedules);
      await copy.importRecords(schedules.map((record) => ({ ...record, dueAt: now + 9 })));
      expect(await copy.getItems(['a', 'b', 'c', 'unknown'])).toMatchObject([
        { dueAt: now - 1, attempt: 2, fetchedAt: 7 },
        { dueAt: now + hour, fetchedAt: 0 },
        { dueAt: null, fetchedAt: 5 },
        undefined,
      ]);
      expect((await copy.claimItems({ now, limit: 5, leaseMs: 1_000 })).map(({ key }) => key)).toEqual(['a']);
    });
    it('lets an owner keep its own id after an import without claim records', async () => {
      const copy = await openNew();
      await full.claimArticles([{ item: 'i5', ownId: 'own5', canonicalId: 'later-known' }]);
      await copy.importRecords((await recordsOf(full)).filter((record) => record.kind !== 'claim'));
      await copy.addItems([item('later-known')]);
      expect(await copy.claimArticles([{ item: 'i5', ownId: 'own5', canonicalId: 'later-known' }])).toEqual([
        { articleId: 'own5', owner: 'i5' },
      ]);
    });

    it('gives more records than a page has, each once', async () => {
      const copy = await openNew();
      const keys = Array.from({ length: 1_203 }, (_, i) => `n${i}`);
      await copy.importRecords(keys.map((key) => ({ kind: 'item', item: item(key) })));
      await copy.importRecords(keys.map((key) => ({ kind: 'entry', entry: { key, value: key } })));
      await copy.importRecords(
        keys.map((key) => ({ kind: 'claim', ownId: key, canonicalId: `of-${key}`, articleId: key })),
      );
      await copy.importRecords(keys.map((key) => ({ kind: 'fingerprint', entry: print(key, [key]) })));
      const found = await recordsOf(copy);
      expect(found).toHaveLength(4 * keys.length + 1);
      expect(new Set(found.flatMap((record) => (record.kind === 'item' ? [record.item.key] : []))).size).toBe(
        keys.length,
      );
      expect(found.flatMap((record) => (record.kind === 'fingerprint' ? [record.entry.id] : []))).toEqual(
        keys,
      );
    });

    it('is whole, and takes nobody on for a rebuilding', async () => {
      expect(await full.condition()).toBe('whole');
      expect(await full.beginRebuild({ owner: 'me', leaseMs: 1_000 })).toBe(false);
      expect(await full.endRebuild({ owner: 'me', quietUntil: now + hour })).toBe(false);
      expect(await full.knows(['a'])).toEqual([true]);
    });
  });
}
