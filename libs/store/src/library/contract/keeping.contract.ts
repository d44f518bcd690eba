import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Library, LibraryRecord } from '../library.ts';
import type { ArticleOrigin } from '../origin.ts';
import { article, term, libraryWords, type LibraryPlace } from '../../testing/library-samples.ts';

/** Writing, linking, removing, listing and giving out, in every form. `makePlace` is called once for each test. */
export function libraryKeepingContract(name: string, makePlace: () => Promise<LibraryPlace>): void {
  describe(`${name}: library contract`, () => {
    let place: LibraryPlace;
    let library: Library;
    const { ask, found, put, allIds } = libraryWords(() => library);

    beforeEach(async () => {
      place = await makePlace();
      library = await place.open();
    });
    afterEach(async () => {
      await library.close();
      await place.destroy();
    });

    it('opens and closes twice, keeps its articles, does nothing after close', async () => {
      const documents = [article(1, { title: 'Größe 金', extra: { kept: [1, null] } }), article(2)];
      expect(await put(...documents)).toEqual(['written', 'written']);
      await library.close();
      await library.close();
      await expect(library.write(documents)).rejects.toThrow();
      await expect(ask()).rejects.toThrow();
      library = await place.open();
      expect(await library.get('id0001')).toEqual({ ...documents[0], indexed: expect.any(String) });
      expect(await library.get('id0002')).toEqual({ ...documents[1], indexed: expect.any(String) });
      expect(await library.get('missing')).toBeUndefined();
      expect(await library.count()).toBe(2);
    });

    it('never lets an older or equal version win', async () => {
      expect(await put(article(1, { version: 20, title: 'second' }), article(2, { version: 5 }))).toEqual([
        'written',
        'written',
      ]);
      expect(
        await put(
          article(1, { version: 10, title: 'first' }),
          article(1, { version: 20, title: 'again' }),
          article(2, { version: 6, title: 'newer' }),
        ),
      ).toEqual(['stale', 'stale', 'written']);
      expect((await library.get('id0001'))?.title).toBe('second');
      expect(await found(term('newer'))).toEqual(['id0002']);
      expect(await found(term('report'))).toEqual([]);
    });

    it('amends a document of the same version alone, and keeps its link', async () => {
      await put(article(1, { version: 5 }), article(2, { version: 5 }), article(3, { version: 5 }));
      await library.link([{ id: 'id0001', duplicateOf: 'id0002', since: 20, similarity: 0.9 }]);
      await library.remove([{ id: 'id0003', version: 5 }]);
      const amended = await library.amend([
        article(1, { version: 5, title: 'amended' }),
        article(2, { version: 4, title: 'older' }),
        article(2, { version: 6, title: 'newer' }),
        article(3, { version: 5, title: 'buried' }),
        article(4, { version: 5, title: 'unknown' }),
      ]);
      await library.refresh();
      expect(amended.map(({ kind }) => kind)).toEqual(['written', 'stale', 'stale', 'stale', 'stale']);
      expect(await library.get('id0001')).toMatchObject({
        version: 5,
        title: 'amended',
        duplicateOf: 'id0002',
      });
      expect(await found(term('amended'))).toEqual(['id0001']);
      expect((await library.get('id0002'))?.title).toBe('Report 2');
      expect(await library.count()).toBe(2);
      expect(await put(article(1, { version: 6, title: 'later' }))).toEqual(['written']);
    });

    it('amends what was written a moment ago', async () => {
      expect((await library.write([article(1)])).map(({ kind }) => kind)).toEqual(['written']);
      const amended = await library.amend([article(1, { title: 'amended', contentHash: 'other' })]);
      expect(amended.map(({ kind }) => kind)).toEqual(['written']);
      expect(await library.get('id0001')).toMatchObject({ title: 'amended' });
    });

    it('gives documents as they were written, without their links', async () => {
      const own = { duplicateOf: 'id0009', familyId: 'id0009', similarity: 0.5 };
      await put(article(1, { version: 5 }), article(2, own), article(3));
      await library.link([
        { id: 'id0001', duplicateOf: 'id0003', since: 20, similarity: 0.9 },
        { id: 'id0002', duplicateOf: 'id0003', since: 20, similarity: 0.9 },
      ]);
      await library.refresh();
      const found = await library.written(['id0002', 'missing', 'id0001']);
      expect(found.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
        article(1, { version: 5 }),
        article(2, own),
      ]);
      expect(await library.get('id0001')).toMatchObject({ duplicateOf: 'id0003' });
      expect(await library.written([])).toEqual([]);
    });

    it('links copies that are here or come later, and keeps the link over new versions', async () => {
      await put(article(1, { version: 5 }), article(2, { version: 5 }));
      await library.link([
        { id: 'id0001', duplicateOf: 'id0002', since: 20, similarity: 0.9 },
        { id: 'id0003', duplicateOf: 'id0002', since: 20, similarity: 1 },
      ]);
      await put(article(3, { version: 5 }), article(1, { version: 6 }));
      expect(await library.get('id0001')).toMatchObject({
        version: 6,
        duplicateOf: 'id0002',
        familyId: 'id0002',
        similarity: 0.9,
      });
      expect(await library.get('id0003')).toMatchObject({ duplicateOf: 'id0002' });
      expect((await ask({ collapse: true })).items.map(({ id }) => id)).toEqual(['id0002']);
      await library.link([
        { id: 'id0003', duplicateOf: 'id0009', since: 30, similarity: 1 },
        { id: 'id0001', duplicateOf: 'id0008', since: 10, similarity: 1 },
      ]);
      expect((await library.get('id0003'))?.duplicateOf).toBe('id0002');
      expect((await library.get('id0001'))?.duplicateOf).toBe('id0008');
    });

    it('links to the same of equally old originals, whatever the order', async () => {
      await put(article(1), article(2));
      const link = (id: string, duplicateOf: string) =>
        library.link([{ id, duplicateOf, since: 20, similarity: 1 }]);
      for (const original of ['f000', '0f00', 'ff00']) await link('id0001', original);
      for (const original of ['0f00', 'ff00', 'f000']) await link('id0002', original);
      expect([
        (await library.get('id0001'))?.duplicateOf,
        (await library.get('id0002'))?.duplicateOf,
      ]).toEqual(['0f00', '0f00']);
    });

    it('lets the newest version within one write win', async () => {
      await put(
        article(1, { version: 1, title: 'one' }),
        article(1, { version: 3, title: 'three' }),
        article(1, { version: 2, title: 'two' }),
      );
      expect((await library.get('id0001'))?.title).toBe('three');
      expect(await library.count()).toBe(1);
    });

    it('keeps one document when the published date moves to another month and a replay follows', async () => {
      const first = article(1, {
        version: 1,
        published: '2026-10-31T23:00:00.000Z',
        firstSeen: '2026-10-31T23:30:00.000Z',
      });
      const moved = { ...first, version: 2, published: '2026-11-01T08:00:00.000Z' };
      await put(article(2), article(3), first);
      await put(moved);
      expect(await put(first)).toEqual(['stale']);
      expect(await put(moved)).toEqual(['stale']);
      expect(await library.count()).toBe(3);
      const page = await ask({ query: term('id0001', 'url') });
      expect(page.items.map(({ id, published }) => ({ id, published }))).toEqual([
        { id: 'id0001', published: '2026-11-01T08:00:00.000Z' },
      ]);
      expect((await allIds()).filter((id) => id === 'id0001')).toHaveLength(1);
      expect(await found(undefined, { to: '2026-11-01T00:00:00Z' })).not.toContain('id0001');
    });

    it('deletes for good: no version up to that of the tombstone comes back, a newer one does', async () => {
      await put(article(1, { version: 5 }), article(2, { version: 5 }));
      await library.remove([
        { id: 'id0001', version: 5 },
        { id: 'id0002', version: 4 },
        { id: 'id0003', version: 9 },
      ]);
      await library.refresh();
      expect(await library.get('id0001')).toBeUndefined();
      expect(await found(undefined)).toEqual(['id0002']);
      expect(await put(article(1, { version: 5 }), article(3, { version: 9 }))).toEqual(['stale', 'stale']);
      expect(await library.count()).toBe(1);
      expect(await put(article(1, { version: 6 }), article(3, { version: 10 }))).toEqual([
        'written',
        'written',
      ]);
      expect(await found(undefined)).toEqual(['id0001', 'id0002', 'id0003']);
    });

    it('rejects a document that it cannot hold and writes the others', async () => {
      const results = await library.write([article(1), article(2, { published: 'yesterday' }), article(3)]);
      expect(results.map(({ kind }) => kind)).toEqual(['written', 'rejected', 'written']);
      await library.refresh();
      expect(await library.count()).toBe(2);
    });

    it('lists every article once, in pages', async () => {
      const documents = Array.from({ length: 45 }, (_, i) => article(i));
      await put(...documents);
      const ids: string[] = [];
      let after: string | undefined;
      do {
        const page = await library.list({ after, limit: 10 });
        ids.push(...page.items.map(({ id }) => id));
        after = page.next;
      } while (after !== undefined);
      expect([...ids].sort()).toEqual(documents.map(({ id }) => id).sort());
    });

    it('tells where every article came from, in pages, and nothing else of it', async () => {
      const documents = Array.from({ length: 25 }, (_, i) => article(i));
      await put(...documents);
      await library.link([{ id: 'id0002', duplicateOf: 'id0001', since: 30, similarity: 0.5 }]);
      const origins: ArticleOrigin[] = [];
      let after: string | undefined;
      do {
        const page = await library.origins({ after, limit: 10 });
        origins.push(...page.items);
        after = page.next;
      } while (after !== undefined);
      expect(origins).toEqual(
        documents
          .map(({ id, url, sourceId, version, firstSeen, ingest }) => ({
            id,
            url,
            sourceId,
            version,
            firstSeen,
            ingest,
          }))
          .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      );
    });

    it('gives out everything for a backup, documents as they were written, and takes it in again', async () => {
      await library.prepare();
      await library.prepare();
      const documents = Array.from({ length: 230 }, (_, i) => article(i));
      await put(...documents, article(900, { version: 3 }));
      const link = { id: 'id0002', duplicateOf: 'id0001', since: 30, similarity: 0.5 };
      await library.link([{ ...link, duplicateOf: 'id0009', since: 40 }, link, { ...link, id: 'absent' }]);
      await library.remove([{ id: 'id0900', version: 4 }]);
      const sorted = (records: readonly LibraryRecord[]) =>
        records.map((record) => JSON.stringify(record)).sort();
      const exported: LibraryRecord[] = [];
      for await (const record of library.exportRecords()) exported.push(record);
      const tombstones: LibraryRecord[] = [{ kind: 'tombstone', id: 'id0900', version: 4 }];
      const links: LibraryRecord[] = [
        { kind: 'link', link },
        { kind: 'link', link: { ...link, id: 'absent' } },
      ];
      expect(sorted(exported)).toEqual(
        sorted([
          ...documents.map((document): LibraryRecord => ({ kind: 'document', document })),
          ...links,
          ...tombstones,
        ]),
      );

      const otherPlace = await makePlace();
      const other = await otherPlace.open();
      try {
        await other.prepare();
        for (const record of exported) {
          if (record.kind === 'link') await other.link([record.link]);
          if (record.kind === 'tombstone') await other.remove([record]);
        }
        await other.write(
          exported.flatMap((record) => (record.kind === 'document' ? [record.document] : [])),
        );
        await other.refresh();
        const again: LibraryRecord[] = [];
        for await (const record of other.exportRecords()) again.push(record);
        expect(sorted(again)).toEqual(sorted(exported));
        // A restore stamps again.
        expect(await other.get('id0002')).toEqual({
          ...(await library.get('id0002')),
          indexed: expect.any(String),
        });
      } finally {
        await other.close();
        await otherPlace.destroy();
      }
    });
  });
}
