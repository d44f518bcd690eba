import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { longestSighting, mostSiteArticles, type FrontierItem } from '@newsmill/contracts';
import { BadCursor } from './library.ts';
import {
  event,
  hour,
  item,
  now,
  print,
  settlement,
  sighting,
  type StatePlace,
} from './testing/state-samples.ts';
import { stateRecordsContract } from './state-records.contract.ts';
import type { FingerprintEntry, State } from './state.ts';

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((first, i) => permutations(list.toSpliced(i, 1)).map((rest) => [first, ...rest]));
}

/** What every form of the State must do. `makePlace` answers an empty, whole place of its own each time. */
export function stateContract(name: string, makePlace: () => Promise<StatePlace>): void {
  describe(`${name}: state contract`, () => {
    let place: StatePlace;
    let state: State;
    const claim = (change: Partial<Parameters<State['claimItems']>[0]> = {}) =>
      state.claimItems({ now, limit: 10, leaseMs: 60_000, ...change });
    const keysOf = async (claimed: Promise<readonly FrontierItem[]>) =>
      (await claimed).map((found) => found.key);

    beforeEach(async () => {
      place = await makePlace();
      state = await place.open();
    });
    afterEach(async () => {
      await state.close();
      await place.destroy();
    });

    it('opens and closes twice, and keeps what it knows', async () => {
      await state.addItems([item('a')]);
      await state.close();
      await state.close();
      state = await place.open();
      expect(await state.knows(['a', 'b'])).toEqual([true, false]);
    });

    it('does nothing after close', async () => {
      await state.close();
      await expect(state.addItems([item('a')])).rejects.toThrow();
      await expect(state.knows(['a'])).rejects.toThrow();
    });

    it('takes new items once, and gives them back as they were', async () => {
      expect(await state.addItems([item('a'), item('b'), item('a')])).toEqual(['new', 'new', 'known']);
      expect(await state.addItems([item('b')])).toEqual(['known']);
      const kept = item('c', { dueAt: null, data: { entry: { title: '金' }, nested: [1, null, 'x'] } });
      await state.addItems([kept]);
      expect(await state.getItems(['c', 'missing'])).toEqual([kept, undefined]);
    });

    it('makes a known page due again when the channel tells of a change', async () => {
      await state.addItems([
        item('a', { dueAt: null, fetchedAt: 5, data: { entry: { title: 'old' }, etag: 'x' } }),
      ]);
      expect(
        await state.addItems([
          item('a', { stamp: 's2', dueAt: now - 5, firstSeen: now, data: { entry: { title: 'new' } } }),
        ]),
      ).toEqual(['changed']);
      const [changed] = await state.getItems(['a']);
      expect(changed).toEqual(
        item('a', {
          stamp: 's2',
          dueAt: now - 5,
          fetchedAt: 5,
          data: { entry: { title: 'new' }, etag: 'x' },
        }),
      );
      expect(await keysOf(claim())).toEqual(['a']);
    });

    it('leaves channels as they are', async () => {
      await state.addItems([item('channel:1', { kind: 'channel' })]);
      expect(await state.addItems([item('channel:1', { kind: 'channel', stamp: 's2' })])).toEqual(['known']);
      expect((await state.channels()).map((channel) => channel.stamp)).toEqual(['s1']);
    });

    it('makes a page that changes while it is claimed due right after', async () => {
      await state.addItems([item('a')]);
      await claim();
      expect(
        await state.addItems([item('a', { stamp: 's2', dueAt: now, data: { entry: { title: 'new' } } })]),
      ).toEqual(['changed']);
      expect(await keysOf(claim())).toEqual([]);
      await state.settleItems([
        settlement('a', { dueAt: null, data: { entry: { title: 'old' }, etag: 'y' } }),
      ]);
      const again = await claim({ now: now + 1_000 });
      expect(again.map(({ key, data }) => ({ key, data }))).toEqual([
        { key: 'a', data: { entry: { title: 'new' }, etag: 'y' } },
      ]);
      await state.settleItems([settlement('a', { hostFreeAt: now + 2_000 })]);
      expect(await state.nextClaimAt()).toBeUndefined();
    });

    it('claims one item a host: due ones, by priority, then by time', async () => {
      const on = (host: string, key: string, change: Partial<FrontierItem>) =>
        item(key, { host: `${host}:443`, domain: host, ...change });
      await state.addItems([
        on('one.example', 'one-later', { priority: 1, dueAt: now - 5 }),
        on('one.example', 'one-first', { priority: 1, dueAt: now - 50 }),
        on('one.example', 'one-not-due', { priority: 0, dueAt: now + 1 }),
        on('two.example', 'two-urgent', { priority: 0, dueAt: now }),
        on('two.example', 'two-old', { priority: 1, dueAt: now - 999 }),
        on('three.example', 'three', { priority: 1, dueAt: now - 60 }),
        on('four.example', 'four-resting', { dueAt: null }),
      ]);
      expect(await keysOf(claim())).toEqual(['two-urgent', 'three', 'one-first']);
      expect(await keysOf(claim())).toEqual([]);
    });

    it('claims no more than asked, and only the kinds asked', async () => {
      await state.addItems([
        item('p1', { host: 'a:80' }),
        item('p2', { host: 'b:80' }),
        item('p3', { host: 'c:80' }),
        item('channel:1', { kind: 'channel', host: 'a:80', priority: 0 }),
      ]);
      expect(await keysOf(claim({ kinds: ['channel'] }))).toEqual(['channel:1']);
      expect(await claim({ limit: 1, kinds: ['page'] })).toHaveLength(1);
      expect(await claim({ kinds: ['page'] })).toHaveLength(1);
      await state.releaseItems(['channel:1']);
      expect(await keysOf(claim())).toEqual(['channel:1']);
    });

    it('never lets two claimers hold one host', async () => {
      const other = await place.open();
      try {
        await state.addItems(
          Array.from({ length: 300 }, (_, i) =>
            item(`i${i}`, { host: `h${i % 30}:80`, domain: `h${i % 30}` }),
          ),
        );
        const claims = await Promise.all(
          Array.from({ length: 12 }, (_, i) =>
            (i % 2 === 0 ? state : other).claimItems({ now, limit: 7, leaseMs: 60_000 }),
          ),
        );
        const hosts = claims.flat().map((claimed) => claimed.host);
        expect(hosts).toHaveLength(30);
        expect(new Set(hosts).size).toBe(30);
      } finally {
        await other.close();
      }
    });

    it('frees the host at the time that the settlement names', async () => {
      await state.addItems([item('a', { dueAt: now - 2 }), item('b', { dueAt: now - 1 })]);
      expect(await keysOf(claim())).toEqual(['a']);
      await state.settleItems([
        settlement('a', { hostFreeAt: now + 1_000, attempt: 2, fetchedAt: 7, data: { etag: 'z' } }),
      ]);
      expect(await state.getItems(['a'])).toMatchObject([
        { dueAt: null, attempt: 2, fetchedAt: 7, data: { etag: 'z' } },
      ]);
      expect(await state.nextClaimAt()).toBe(now + 1_000);
      expect(await keysOf(claim({ now: now + 999 }))).toEqual([]);
      expect(await keysOf(claim({ now: now + 1_000 }))).toEqual(['b']);
    });

    it('slows all hosts of a domain, also those that come later', async () => {
      await state.addItems([
        item('a', { host: 'a.x.example:443', domain: 'x.example' }),
        item('b', { host: 'b.x.example:443', domain: 'x.example' }),
        item('c', { host: 'y.example:443', domain: 'y.example' }),
      ]);
      await claim({ limit: 1 });
      const [first] = (await state.getItems(['a', 'b', 'c'])).flatMap((found) => found ?? []);
      expect(first).toBeDefined();
      await state.endClaims();
      await claim();
      await state.settleItems([
        settlement('a', { dueAt: now, domainFreeAt: now + 5_000 }),
        settlement('b', { dueAt: now }),
        settlement('c', { dueAt: now }),
      ]);
      await state.addItems([item('d', { host: 'd.x.example:443', domain: 'x.example' })]);
      expect(await keysOf(claim({ now: now + 1_000 }))).toEqual(['c']);
      expect((await keysOf(claim({ now: now + 5_000 }))).sort()).toEqual(['a', 'b', 'd']);
    });

    it('lets no host of a thousand due items keep others waiting', async () => {
      await state.addItems(
        Array.from({ length: 1_000 }, (_, index) =>
          item(`big${index}`, { host: 'big.example:443', domain: 'big.example', dueAt: now - 5_000 + index }),
        ),
      );
      const others = Array.from({ length: 5 }, (_, index) => `other${index}`);
      await state.addItems(
        others.map((key) =>
          item(key, { host: `${key}.example:443`, domain: `${key}.example`, dueAt: now - 1 }),
        ),
      );
      const served: string[] = [];
      for (let round = 0; round < 3; round += 1) {
        const keys = await keysOf(claim({ limit: 2, now: now + round }));
        served.push(...keys);
        await state.settleItems(keys.map((key) => settlement(key, { hostFreeAt: now + 60_000 })));
      }
      expect(served).toHaveLength(6);
      expect(served.filter((key) => key.startsWith('big'))).toHaveLength(1);
      expect(others.filter((key) => !served.includes(key))).toEqual([]);
    });

    it('asks nothing of a domain that has asked for a pause, of a thousand due items on many hosts, and lets others pass', async () => {
      const many = Array.from({ length: 1_000 }, (_, index) =>
        item(`x${index}`, {
          host: `h${index % 50}.x.example:443`,
          domain: 'x.example',
          dueAt: now - 5_000 + index,
        }),
      );
      await state.addItems(many);
      const [first] = await claim({ limit: 1 });
      await state.settleItems([settlement(first?.key ?? '', { dueAt: now, domainFreeAt: now + 60_000 })]);
      await state.addItems([item('y', { host: 'y.example:443', domain: 'y.example' })]);
      expect(await keysOf(claim({ now: now + 1_000, limit: 100 }))).toEqual(['y']);
      await state.settleItems([settlement('y')]);
      expect(await keysOf(claim({ now: now + 59_999, limit: 100 }))).toEqual([]);
      expect(await state.nextClaimAt()).toBe(now + 60_000);
      // Afterwards one item of each host at a time, as ever.
      expect(await keysOf(claim({ now: now + 60_000, limit: 100 }))).toHaveLength(50);
    });

    it('keeps the pause of a domain when a claim of a sibling host is given back', async () => {
      await state.addItems([
        item('a', { host: 'a.x.example:443', domain: 'x.example' }),
        item('b', { host: 'b.x.example:443', domain: 'x.example' }),
      ]);
      await claim();
      await state.settleItems([settlement('a', { domainFreeAt: now + 5_000 })]);
      await state.releaseItems(['b']);
      expect(await keysOf(claim())).toEqual([]);
      expect(await keysOf(claim({ now: now + 5_000 }))).toEqual(['b']);
    });

    it('gives an item out again when its lease ends', async () => {
      await state.addItems([item('a')]);
      await claim({ leaseMs: 1_000 });
      expect(await state.nextClaimAt()).toBe(now + 1_000);
      expect(await keysOf(claim({ now: now + 999 }))).toEqual([]);
      expect(await keysOf(claim({ now: now + 1_000 }))).toEqual(['a']);
    });

    it('does not free a host for one that lost its claim', async () => {
      await state.addItems([item('slow', { priority: 5 })]);
      await claim({ leaseMs: 1_000 });
      await state.addItems([item('urgent', { priority: 0 }), item('third', { priority: 9 })]);
      expect(await keysOf(claim({ now: now + 1_000, leaseMs: 60_000 }))).toEqual(['urgent']);
      await state.settleItems([settlement('slow', { hostFreeAt: now + 1_001 })]);
      expect(await keysOf(claim({ now: now + 2_000 }))).toEqual([]);
    });

    it('gives claims back: one by one, or all', async () => {
      await state.addItems([item('a', { host: 'a:80' }), item('b', { host: 'b:80' })]);
      await claim();
      await state.releaseItems(['a', 'missing']);
      expect(await keysOf(claim())).toEqual(['a']);
      await state.endClaims();
      expect((await keysOf(claim())).sort()).toEqual(['a', 'b']);
    });

    it('lengthens a claim that still holds, and no other', async () => {
      await state.addItems([item('a', { host: 'a:80' }), item('b', { host: 'b:80' })]);
      expect(await keysOf(claim({ leaseMs: 1_000 }))).toHaveLength(2);
      await state.settleItems([settlement('b', { dueAt: now })]);
      await state.renewClaims(['a', 'b', 'missing'], now + 9_000);
      await state.renewClaims(['a'], now + 1);
      expect(await keysOf(claim({ now: now + 8_999 }))).toEqual(['b']);
      expect(await keysOf(claim({ now: now + 9_000 }))).toEqual(['a']);
    });

    it('knows when something can be claimed next', async () => {
      expect(await state.nextClaimAt()).toBeUndefined();
      await state.addItems([item('rest', { dueAt: null })]);
      expect(await state.nextClaimAt()).toBeUndefined();
      await state.addItems([item('later', { dueAt: now + 500 })]);
      expect(await state.nextClaimAt()).toBe(now + 500);
      await claim();
      expect(await state.nextClaimAt()).toBe(now + 500);
      await state.addItems([item('soon', { dueAt: now + 100, host: 'b:80' })]);
      expect(await state.nextClaimAt()).toBe(now + 100);
    });

    it('forgets channels that are taken away, and their claims', async () => {
      await state.addItems([
        item('channel:1', { kind: 'channel' }),
        item('channel:2', { kind: 'channel', host: 'b:80' }),
        item('a'),
      ]);
      expect((await state.channels()).map((channel) => channel.key)).toEqual(['channel:1', 'channel:2']);
      await claim({ kinds: ['channel'] });
      await state.removeItems(['channel:1', 'missing']);
      expect(await state.knows(['channel:1', 'channel:2'])).toEqual([false, true]);
      expect(await keysOf(claim())).toEqual(['a']);
      await state.settleItems([settlement('channel:1')]);
      expect(await state.getItems(['channel:1'])).toEqual([undefined]);
    });

    it('counts what waits and what is claimed for each source', async () => {
      await state.addItems([
        item('a'),
        item('b'),
        item('rest', { dueAt: null }),
        item('channel:1', { kind: 'channel', host: 'b:80' }),
        item('z', { sourceId: 'other', host: 'z:80', dueAt: now + hour }),
      ]);
      await claim();
      const counts = [...(await state.frontierCounts())].sort((x, y) =>
        `${x.sourceId}${x.kind}`.localeCompare(`${y.sourceId}${y.kind}`),
      );
      expect(counts).toEqual([
        { sourceId: 'other', kind: 'page', waiting: 1, claimed: 0 },
        { sourceId: 'paper', kind: 'channel', waiting: 0, claimed: 1 },
        { sourceId: 'paper', kind: 'page', waiting: 1, claimed: 1 },
      ]);
    });

    it('reads what was written until it expires or is deleted', async () => {
      await state.write([
        { key: 'a', value: '1' },
        { key: 'b', value: '2', expiresAt: now + 100 },
        { key: 'c', value: '3' },
      ]);
      expect(await state.read(['a', 'b', 'c', 'd'], now)).toEqual(
        new Map([
          ['a', '1'],
          ['b', '2'],
          ['c', '3'],
        ]),
      );
      await state.write([
        { key: 'a', value: 'one' },
        { key: 'c', value: null },
        { key: 'd', value: null },
      ]);
      expect(await state.read(['a', 'b', 'c', 'd'], now + 100)).toEqual(new Map([['a', 'one']]));
    });

    it('counts in entries, also when many count at once', async () => {
      const expiresAt = now + 100;
      const sums = await Promise.all(
        Array.from({ length: 20 }, () => state.addTo([{ key: 'spent', amount: 5, expiresAt }], now)),
      );
      expect(sums.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => 5 * (i + 1)));
      expect(
        await state.addTo(
          [
            { key: 'spent', amount: -40, expiresAt },
            { key: 'other', amount: 7, expiresAt },
            { key: 'spent', amount: 1, expiresAt },
          ],
          now,
        ),
      ).toEqual([60, 7, 61]);
      expect(await state.read(['spent', 'other'], now)).toEqual(
        new Map([
          ['spent', '61'],
          ['other', '7'],
        ]),
      );
      await state.write([{ key: 'word', value: 'no number', expiresAt }]);
      expect(await state.addTo([{ key: 'word', amount: 2, expiresAt }], now)).toEqual([2]);
      expect(await state.addTo([{ key: 'spent', amount: 3, expiresAt: now + 300 }], now + 100)).toEqual([3]);
    });

    it('names an article after its canonical address when the frontier knows that as a page', async () => {
      await state.addItems([item('canon'), item('channel:canon', { kind: 'channel' })]);
      expect(
        await state.claimArticles([
          { item: 'i1', ownId: 'own1', canonicalId: 'canon' },
          { item: 'i2', ownId: 'own2', canonicalId: 'unseen' },
          { item: 'i3', ownId: 'own3', canonicalId: 'channel:canon' },
          { item: 'i4', ownId: 'own4' },
          { item: 'i5', ownId: 'canon' },
        ]),
      ).toEqual([
        { articleId: 'canon', owner: 'i1' },
        { articleId: 'own2', owner: 'i2' },
        { articleId: 'own3', owner: 'i3' },
        { articleId: 'own4', owner: 'i4' },
        { articleId: 'canon', owner: 'i1' },
      ]);
    });

    it('answers the same claim the same way, also when the canonical address becomes known later', async () => {
      const claimed = { item: 'i1', ownId: 'own1', canonicalId: 'canon' };
      expect(await state.claimArticles([claimed])).toEqual([{ articleId: 'own1', owner: 'i1' }]);
      await state.addItems([item('canon')]);
      expect(await state.claimArticles([claimed, { ...claimed, item: 'i2' }])).toEqual([
        { articleId: 'own1', owner: 'i1' },
        { articleId: 'own1', owner: 'i1' },
      ]);
    });

    it('lets an item keep its own id when the canonical address becomes known later, also for a claim that was never made before', async () => {
      expect(
        await state.claimArticles([
          { item: 'i1', ownId: 'own1' },
          { item: 'i2', ownId: 'own2', canonicalId: 'own2' },
        ]),
      ).toEqual([
        { articleId: 'own1', owner: 'i1' },
        { articleId: 'own2', owner: 'i2' },
      ]);
      await state.addItems([item('canon')]);
      expect(
        await state.claimArticles([
          { item: 'i1', ownId: 'own1', canonicalId: 'canon' },
          { item: 'i3', ownId: 'own3', canonicalId: 'canon' },
        ]),
      ).toEqual([
        { articleId: 'own1', owner: 'i1' },
        { articleId: 'canon', owner: 'i3' },
      ]);
    });

    it('finds the other fingerprints that share a band, in the order of recording', async () => {
      const idsOf = async (entries: readonly FingerprintEntry[], at = now) =>
        (await state.matchFingerprints(entries, at)).map((found) => found.map((candidate) => candidate.id));
      expect(
        await idsOf([
          print('a', ['1', '2']),
          print('b', ['2', '3']),
          print('c', ['3', '1']),
          print('d', ['9']),
        ]),
      ).toEqual([['b', 'c'], ['a', 'c'], ['a', 'b'], []]);
      expect(await state.matchFingerprints([print('e', ['9'])], now)).toEqual([
        [{ id: 'd', payload: 'payload of d', isEarlier: true }],
      ]);
      expect(
        (await state.matchFingerprints([print('b', ['2', '3'])], now))[0]?.map(({ id, isEarlier }) => [
          id,
          isEarlier,
        ]),
      ).toEqual([
        ['a', true],
        ['c', false],
      ]);
      // Again, in another order: each keeps its place.
      expect(
        await idsOf([
          print('d', ['9']),
          print('c', ['3', '1']),
          print('b', ['2', '3']),
          print('a', ['1', '2']),
        ]),
      ).toEqual([['e'], ['a', 'b'], ['a', 'c'], ['b', 'c']]);
      expect(await idsOf([print('a', ['1', '2'], { expiresAt: now + 10 * hour })])).toEqual([['b', 'c']]);
      expect(await idsOf([print('f', ['1'])], now + hour)).toEqual([['a']]);
    });

    it('tells the earlier payload of the same id once, before the others', async () => {
      const many = (change: string) =>
        Array.from({ length: 250 }, (_, i) => print(`m${i}`, [`own${i}`], { payload: `${change} ${i}` }));
      await state.matchFingerprints([print('a', ['1']), print('b', ['1']), ...many('old')], now);
      const again = print('a', ['2', '1'], { payload: 'another' });
      expect(await state.matchFingerprints([again], now)).toEqual([
        [
          { id: 'a', payload: 'payload of a', isEarlier: true },
          { id: 'b', payload: 'payload of b', isEarlier: false },
        ],
      ]);
      expect(await state.matchFingerprints([again], now)).toEqual([
        [{ id: 'b', payload: 'payload of b', isEarlier: false }],
      ]);
      expect(await state.matchFingerprints(many('new'), now)).toEqual(
        many('old').map(({ id, payload }) => [{ id, payload, isEarlier: true }]),
      );
      // What has expired was not known.
      expect(
        await state.matchFingerprints([print('a', ['2'], { payload: 'a third' })], now + 2 * hour),
      ).toEqual([[]]);
    });

    it('answers at most 32 candidates, those that share the most bands, then the oldest', async () => {
      await state.matchFingerprints(
        Array.from({ length: 40 }, (_, i) => print(`p${i}`, ['same', `own${i}`])),
        now,
      );
      const [found] = await state.matchFingerprints([print('last', ['own39', 'same'])], now);
      expect(found?.map((candidate) => candidate.id)).toEqual([
        ...Array.from({ length: 31 }, (_, i) => `p${i}`),
        'p39',
      ]);
    });

    it('remembers the newest articles of a site, each item once, as it was seen last', async () => {
      await state.recordSightings(
        [sighting('a'), sighting('b'), sighting('c', { site: 'other.example' })],
        now,
      );
      await state.recordSightings([sighting('a', { lines: '新' })], now + 1);
      expect(await state.readSites(['paper.example', 'none.example'])).toEqual(
        new Map([
          [
            'paper.example',
            [
              { item: 'b', lines: 'lines of b' },
              { item: 'a', lines: '新' },
            ],
          ],
        ]),
      );
      await state.recordSightings(
        Array.from({ length: mostSiteArticles }, (_, i) => sighting(`n${i}`)),
        now + 2,
      );
      await state.recordSightings([sighting('last', { replaces: ['n3', 'n5', 'unknown'] })], now + 3);
      const items = (await state.readSites(['paper.example']))
        .get('paper.example')
        ?.map((article) => article.item);
      expect(items).toEqual([
        ...Array.from({ length: mostSiteArticles }, (_, i) => `n${i}`).filter(
          (name) => name !== 'n3' && name !== 'n5',
        ),
        'last',
      ]);
      expect((await state.readSites(['other.example'])).size).toBe(1);
    });

    it('keeps the memory of a site within its bounds', async () => {
      await expect(
        state.recordSightings([sighting('long', { lines: 'x'.repeat(longestSighting + 1) })], now),
      ).rejects.toThrow(RangeError);
      await Promise.all(
        Array.from({ length: 50 }, (_, i) =>
          state.recordSightings([sighting(`i${i}`, { lines: 'x'.repeat(longestSighting) })], now),
        ),
      );
      const kept = (await state.readSites(['paper.example'])).get('paper.example') ?? [];
      expect(kept).toHaveLength(mostSiteArticles);
      expect(
        kept.reduce((sum, { item: name, lines }) => sum + name.length + lines.length, 0),
      ).toBeLessThanOrEqual(16_384);
    });

    it('forgets sites that show nothing for thirty days', async () => {
      await state.recordSightings([sighting('a'), sighting('b', { site: 'other.example' })], now);
      await state.recordSightings([sighting('c', { site: 'other.example' })], now + 29 * 24 * hour);
      await state.recordSightings([sighting('d', { site: 'third.example' })], now + 31 * 24 * hour);
      expect(
        [...(await state.readSites(['paper.example', 'other.example', 'third.example'])).keys()].sort(),
      ).toEqual(['other.example', 'third.example']);
    });

    it('folds events to the same fate whatever their order', async () => {
      const events = [
        event({ stage: 'discover', version: 0, fate: 'waiting' }),
        event({ stage: 'fetch', attempt: 1, fate: 'retrying' }),
        event({ stage: 'fetch', attempt: 2, fate: 'passed' }),
        event({ stage: 'index', fate: 'indexed', articleId: 'x' }),
        event({ stage: 'clean', version: 2, fate: 'dropped', reason: 'not-article-index' }),
      ];
      for (const [i, order] of permutations(events).entries()) {
        const renamed = order.map((one) => ({ ...one, item: `item${i}` }));
        await state.recordEvents(renamed.slice(0, 2));
        await state.recordEvents([...renamed.slice(2), ...renamed.slice(0, 1)]);
        const fate = await state.fateOf(`item${i}`);
        expect(fate?.current).toMatchObject({ stage: 'clean', version: 2, fate: 'dropped' });
        const ofFetch = fate?.events.filter((one) => one.stage === 'fetch');
        expect(ofFetch).toMatchObject([{ attempt: 2, fate: 'passed' }]);
        expect(fate?.events).toHaveLength(4);
      }
      expect(await state.fateOf('missing')).toBeUndefined();
      expect(await state.countFates({})).toEqual([
        {
          sourceId: 'paper',
          hour: now,
          stage: 'clean',
          fate: 'dropped',
          reason: 'not-article-index',
          count: 120,
        },
      ]);
    });

    it('counts each item once, under its current fate, by source and hour of discovery', async () => {
      await state.recordEvents([
        event({ item: 'a', firstSeen: now + 1 }),
        event({ item: 'b', firstSeen: now + hour - 1 }),
        event({ item: 'c', firstSeen: now + hour }),
        event({ item: 'd', sourceId: 'other', firstSeen: now }),
      ]);
      await state.recordEvents([
        event({ item: 'a', stage: 'index', fate: 'indexed', firstSeen: now + 1 }),
        event({ item: 'a', firstSeen: now + 1 }),
      ]);
      const counts = (await state.countFates({ sourceId: 'paper' }))
        .map(({ hour: start, fate, count }) => ({ hour: start, fate, count }))
        .sort((x, y) => x.hour - y.hour || x.fate.localeCompare(y.fate));
      expect(counts).toEqual([
        { hour: now, fate: 'indexed', count: 1 },
        { hour: now, fate: 'passed', count: 1 },
        { hour: now + hour, fate: 'passed', count: 1 },
      ]);
      expect((await state.countFates({ from: now + hour })).map(({ count }) => count)).toEqual([1]);
      expect((await state.countFates({ to: now + hour })).reduce((sum, { count }) => sum + count, 0)).toBe(3);
    });

    it('lists fates newest first, filtered, in pages without gap or double', async () => {
      await state.recordEvents(
        Array.from({ length: 25 }, (_, i) =>
          event({
            item: `i${i}`,
            sourceId: i % 2 === 0 ? 'even' : 'odd',
            fate: i % 5 === 0 ? 'dead' : 'passed',
            firstSeen: now + (i >> 1) * 1_000,
          }),
        ),
      );
      const all: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await state.listFates({ limit: 4, cursor });
        all.push(...page.items.map((found) => found.item));
        cursor = page.next;
      } while (cursor !== undefined);
      expect(new Set(all).size).toBe(25);
      expect(all).toHaveLength(25);
      expect(all[0]).toBe('i24');
      const listed = async (filter: Omit<Parameters<State['listFates']>[0], 'limit'>) =>
        (await state.listFates({ limit: 100, ...filter })).items.map((found) => found.item).sort();
      expect(await listed({ fate: 'dead' })).toEqual(['i0', 'i10', 'i15', 'i20', 'i5']);
      expect(await listed({ fate: 'dead', sourceId: 'odd' })).toEqual(['i15', 'i5']);
      expect(await listed({ from: now + 1_000, to: now + 2_000 })).toEqual(['i2', 'i3']);
      expect(await listed({ stage: 'index' })).toEqual([]);
      await expect(state.listFates({ limit: 4, cursor: 'nonsense' })).rejects.toBeInstanceOf(BadCursor);
    });

    it('empties everything', async () => {
      await state.addItems([item('a')]);
      await state.write([{ key: 'a', value: '1' }]);
      await state.claimArticles([{ item: 'i1', ownId: 'own' }]);
      await state.matchFingerprints([print('a', ['1'])], now);
      await state.recordSightings([sighting('a')], now);
      await state.recordEvents([event()]);
      await state.clear();
      expect(await state.knows(['a'])).toEqual([false]);
      expect(await state.read(['a'], now)).toEqual(new Map());
      expect(await state.claimArticles([{ item: 'i2', ownId: 'own' }])).toEqual([
        { articleId: 'own', owner: 'i2' },
      ]);
      expect(await state.matchFingerprints([print('b', ['1'])], now)).toEqual([[]]);
      expect(await state.readSites(['paper.example'])).toEqual(new Map());
      expect(await state.fateOf('i')).toBeUndefined();
      expect(await state.countFates({})).toEqual([]);
      expect(await state.addItems([item('a')])).toEqual(['new']);
    });
  });
  stateRecordsContract(name, makePlace);
}
