import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ArticleDocument } from '@newsmill/contracts';
import { sampleArticle } from '../../testing/sample-article.ts';
import type { Library, LibraryKeeper } from '../library.ts';
import type { LibraryPlace } from '../../testing/library-samples.ts';

/** How articles leave for good, and how the index is rebuilt, in every form of the Library. */
export function librarySweepContract(name: string, makePlace: () => Promise<LibraryPlace>): void {
  describe(`${name}: takedown, retention, reindex`, () => {
    let place: LibraryPlace;
    let library: Library;
    const day = (number: number) => `2026-10-${String(number).padStart(2, '0')}T10:00:00.000Z`;
    const article = (id: string, number: number, change: Partial<ArticleDocument> = {}) =>
      sampleArticle(id, {
        version: 5,
        published: day(number),
        firstSeen: day(number),
        contentHash: id,
        ...change,
      });
    const shown = async () => {
      await library.refresh();
      return (await library.search({ sort: 'newest', limit: 50, facets: [], collapse: 'family' })).items
        .map(({ id }) => id)
        .sort();
    };
    /** What is there for readers who hide copies. */
    const heads = async () => {
      await library.refresh();
      const { items } = await library.search({
        query: { kind: 'exact', field: 'duplicate', value: 'false' },
        sort: 'newest',
        limit: 50,
        facets: [],
      });
      return items.map(({ id }) => id).sort();
    };
    beforeEach(async () => {
      place = await makePlace();
      library = await place.open();
    });
    afterEach(async () => {
      await library.close();
      await place.destroy();
    });

    it('keeps every version of an article out that was taken down, until it is lifted', async () => {
      await library.write([article('a', 1), article('b', 2)]);
      await library.takeDown(['a']);
      expect(await library.get('a')).toBeUndefined();
      expect(await library.write([article('a', 1, { version: 9_000_000_000_000 })])).toEqual([
        { kind: 'taken-down' },
      ]);
      expect(await library.amend([article('a', 1)])).toEqual([{ kind: 'stale' }]);
      expect(await shown()).toEqual(['b']);
      await library.remove([{ id: 'a', version: 7 }]);
      expect(await library.write([article('a', 1, { version: 8 })])).toEqual([{ kind: 'taken-down' }]);
      await library.lift(['a', 'b', 'unknown']);
      expect(await library.write([article('a', 1, { version: 8 })])).toEqual([{ kind: 'written' }]);
      expect(await shown()).toEqual(['a', 'b']);
    });

    it('gives the place of an article that was taken down to the first of its copies, those that come later too', async () => {
      await library.write([
        article('original', 1),
        article('copy1', 3, { duplicateOf: 'original', familyId: 'original', similarity: 0.9 }),
        article('copy2', 2),
      ]);
      await library.link([
        { id: 'copy1', duplicateOf: 'original', since: 5, similarity: 0.9 },
        { id: 'copy2', duplicateOf: 'original', since: 5, similarity: 0.8 },
      ]);
      expect(await shown()).toEqual(['original']);
      await library.takeDown(['original']);
      expect(await shown()).toEqual(['copy2']);
      expect(await library.get('copy2')).not.toHaveProperty('duplicateOf');
      expect(await library.get('copy1')).toMatchObject({
        duplicateOf: 'copy2',
        familyId: 'copy2',
        similarity: 0.9,
      });
      await library.write([
        article('copy3', 4, { duplicateOf: 'original', familyId: 'original', similarity: 0.7 }),
      ]);
      await library.link([
        { id: 'copy3', duplicateOf: 'original', since: 5, similarity: 0.7 },
        { id: 'copy2', duplicateOf: 'original', since: 5, similarity: 0.8 },
      ]);
      expect(await library.get('copy3')).toMatchObject({ duplicateOf: 'copy2' });
      expect(await shown()).toEqual(['copy2']);
      await library.takeDown(['copy2']);
      expect(await shown()).toEqual(['copy1']);
      expect(await library.get('copy3')).toMatchObject({ duplicateOf: 'copy1' });
    });

    it('shows the first copy of an article that was taken down before any copy came', async () => {
      await library.write([article('original', 1)]);
      await library.takeDown(['original']);
      await library.write([
        article('copy1', 3, { duplicateOf: 'original', familyId: 'original', similarity: 0.9 }),
      ]);
      await library.link([{ id: 'copy1', duplicateOf: 'original', since: 5, similarity: 0.9 }]);
      await library.link([{ id: 'copy2', duplicateOf: 'original', since: 5, similarity: 0.9 }]);
      await library.write([
        article('copy2', 3, { duplicateOf: 'original', familyId: 'original', similarity: 0.9 }),
      ]);
      expect(await shown()).toEqual(['copy1']);
      expect(await library.get('copy2')).toMatchObject({ duplicateOf: 'copy1' });
    });

    it('gives the place of an article that is gone to the first of its copies, and back to it when it returns', async () => {
      await library.write([article('original', 1), article('copy1', 3), article('copy2', 2)]);
      await library.link([
        { id: 'copy1', duplicateOf: 'original', since: 5, similarity: 0.9 },
        { id: 'copy2', duplicateOf: 'original', since: 5, similarity: 0.8 },
      ]);
      await library.remove([{ id: 'original', version: 4 }]);
      expect(await shown()).toEqual(['original']);
      await library.remove([{ id: 'original', version: 6 }]);
      expect(await shown()).toEqual(['copy2']);
      expect(await library.get('copy2')).not.toHaveProperty('duplicateOf');
      expect(await library.get('copy1')).toMatchObject({ duplicateOf: 'copy2', familyId: 'copy2' });
      await library.remove([{ id: 'copy2', version: 6 }]);
      expect(await library.get('copy1')).not.toHaveProperty('duplicateOf');
      expect(await heads()).toEqual(['copy1']);
      expect(await library.write([article('original', 1, { version: 7 })])).toEqual([{ kind: 'written' }]);
      expect(await library.get('original')).not.toHaveProperty('duplicateOf');
      expect(await library.get('copy1')).toMatchObject({ duplicateOf: 'original' });
      expect(await heads()).toEqual(['original']);
    });

    it('gives the place of an article that moved to the one it moved to', async () => {
      await library.write([article('old', 1), article('copy', 2), article('new', 3)]);
      await library.link([
        { id: 'copy', duplicateOf: 'old', since: 5, similarity: 0.9 },
        { id: 'new', duplicateOf: 'old', since: 5, similarity: 1 },
      ]);
      await library.remove([{ id: 'old', version: 6, reason: 'duplicate-of', heir: 'new' }]);
      expect(await heads()).toEqual(['new']);
      expect(await library.get('new')).not.toHaveProperty('duplicateOf');
      expect(await library.get('copy')).toMatchObject({ duplicateOf: 'new' });
      await library.write([article('later', 4)]);
      await library.link([{ id: 'later', duplicateOf: 'old', since: 5, similarity: 0.9 }]);
      expect(await library.get('later')).toMatchObject({ duplicateOf: 'new' });
    });

    it.each([
      ['first', 0],
      ['last', 1],
      ['between', 2],
    ])('leads a copy of a copy to the head of the family, whichever link comes %s', async (_name, turn) => {
      const links = [
        ['d', 'c', 7],
        ['c', 'b', 6],
        ['b', 'a', 5],
      ] as const;
      await library.write([article('a', 1), article('b', 2), article('c', 3), article('d', 4)]);
      for (const [id, duplicateOf, since] of [...links.slice(turn), ...links.slice(0, turn)])
        await library.link([{ id, duplicateOf, since, similarity: 0.9 }]);
      for (const id of ['b', 'c', 'd'])
        expect(await library.get(id)).toMatchObject({ duplicateOf: 'a', familyId: 'a' });
      expect(await shown()).toEqual(['a']);
      expect(await heads()).toEqual(['a']);
      await library.remove([{ id: 'a', version: 9 }]);
      for (const id of ['c', 'd'])
        expect(await library.get(id)).toMatchObject({ duplicateOf: 'b', familyId: 'b' });
      expect(await heads()).toEqual(['b']);
    });

    it('finds what has had its time, by source and licence', async () => {
      await library.write([
        article('old-paper', 1, { sourceId: 'paper' }),
        article('new-paper', 20, { sourceId: 'paper' }),
        article('old-post', 2, { sourceId: 'post' }),
        article('free', 3, { sourceId: 'post', licence: 'CC BY 4.0' }),
        article('strict', 12, { sourceId: 'post', licence: 'All Rights' }),
        article('strict-new', 25, { sourceId: 'post', licence: 'All Rights' }),
      ]);
      await library.refresh();
      const expired = async (...rules: Parameters<LibraryKeeper['expired']>[0]) =>
        (await library.expired(rules, 50)).map(({ id }) => id).sort();
      const before = (number: number) => Date.parse(day(number));
      expect(await expired()).toEqual([]);
      expect(await expired({ sourceId: 'paper', before: before(10) })).toEqual(['old-paper']);
      expect(await expired({ licence: 'all rights', before: before(20) })).toEqual(['strict']);
      expect(
        await expired(
          { exceptLicences: ['cc by 4.0', 'ALL RIGHTS'], before: before(10) },
          { licence: 'All Rights', before: before(15) },
        ),
      ).toEqual(['old-paper', 'old-post', 'strict']);
      expect((await library.expired([{ before: before(30) }], 2)).length).toBe(2);
      expect((await library.expired([{ sourceId: 'paper', before: before(10) }], 5))[0]).toMatchObject({
        id: 'old-paper',
        version: 5,
        sourceId: 'paper',
        ingest: { item: 'item-old-paper' },
      });
    });

    it('rebuilds the index with the same answers', async () => {
      await library.write(
        Array.from({ length: 230 }, (_, i) =>
          article(`n${String(i).padStart(3, '0')}`, (i % 28) + 1, { title: `Harbour ${i}` }),
        ),
      );
      await library.link([{ id: 'n001', duplicateOf: 'n000', since: 5, similarity: 0.9 }]);
      await library.remove([{ id: 'n002', version: 5 }]);
      const before = await shown();
      const parts: string[] = [];
      const { articles } = await library.reindex({
        graceMs: 0,
        report: ({ kind, part }) => void (kind === 'swapped' && parts.push(part)),
      });
      expect([articles, parts.length > 0]).toEqual([229, true]);
      expect(await shown()).toEqual(before);
      expect(await library.get('n001')).toMatchObject({ duplicateOf: 'n000' });
      expect(await library.write([article('n002', 3), article('n003', 4, { version: 6 })])).toEqual([
        { kind: 'stale' },
        { kind: 'written' },
      ]);
      await library.tidy(Date.parse(day(1)));
      expect(await library.count()).toBe(229);
    });
  });
}
