import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { longestSighting, mostSiteArticles } from '@newsmill/contracts';
import { hour, item, now, print, sighting, type StatePlace } from '../../testing/state-samples.ts';
import type { FingerprintEntry, State } from '../state.ts';

/** Ids, fingerprints and the memory of sites, in every form. `makePlace` answers an empty, whole place of its own each time. */
export function stateKnowingContract(name: string, makePlace: () => Promise<StatePlace>): void {
  describe(`${name}: state contract`, () => {
    let place: StatePlace;
    let state: State;

    beforeEach(async () => {
      place = await makePlace();
      state = await place.open();
    });
    afterEach(async () => {
      await state.close();
      await place.destroy();
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

    it('names the items whose pages were found at an address: after redirects, and as the canonical one', async () => {
      await state.addItems([item('canon')]);
      await state.claimArticles([
        { item: 'i1', ownId: 'own1', canonicalId: 'canon' },
        { item: 'i2', ownId: 'own2', canonicalId: 'unseen' },
        { item: 'i3', ownId: 'own3' },
        { item: 'i4', ownId: 'own4', canonicalId: 'canon' },
        { item: 'own5', ownId: 'own5' },
      ]);
      for (const [id, items] of [
        ['own1', ['i1']],
        ['canon', ['i1']],
        ['own2', ['i2']],
        ['unseen', ['i2']],
        ['own3', ['i3']],
        ['own4', ['i1']],
        ['own5', ['own5']],
        ['own', []],
        ['other', []],
      ] as const)
        expect([id, await state.itemsAt(id)]).toEqual([id, items]);
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
  });
}
