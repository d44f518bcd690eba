import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mostTellers, type Library, type LibraryRecord, type Telling } from '../library.ts';
import { article, libraryWords, type LibraryPlace } from '../../testing/library-samples.ts';

const told = (item: string, ...sources: string[]): Telling => ({ item, sources });
const leads = (item: string, articleId: string): Telling => ({ item, sources: [], articleId });

/** Articles that several sources told of, in every form. `makePlace` is called once for each test. */
export function libraryTellingContract(name: string, makePlace: () => Promise<LibraryPlace>): void {
  describe(`${name}: library contract`, () => {
    let place: LibraryPlace;
    let library: Library;
    const { ask, put } = libraryWords(() => library);
    const sourcesOf = async (id: string) => (await library.get(id))?.sources;
    const idsOf = async (source: string) =>
      (await ask({ query: { kind: 'term', text: source, field: 'source' } })).items
        .map(({ id }) => id)
        .sort();

    beforeEach(async () => {
      place = await makePlace();
      library = await place.open();
    });
    afterEach(async () => {
      await library.close();
      await place.destroy();
    });

    it('names all who told of an article, whether they told before it came or after', async () => {
      await library.tell([told('id0001', 'wire')]);
      await put(article(1), article(2), article(3));
      await library.tell([told('id0002', 'wire', 'paper'), told('id0001', 'agency')]);
      await library.tell([told('id0002', 'wire', 'paper')]);
      expect(await sourcesOf('id0001')).toEqual(['paper', 'agency', 'wire']);
      expect(await sourcesOf('id0002')).toEqual(['paper', 'wire']);
      expect(await sourcesOf('id0003')).toBeUndefined();
      expect((await library.get('id0001'))?.sourceId).toBe('paper');
      expect(await library.written(['id0002'])).toEqual([article(2)]);
    });

    it('joins what was told of an item with the article to which it leads, in any order', async () => {
      await put(article(1), article(2), article(3));
      await library.tell([told('first', 'wire')]);
      await library.tell([leads('first', 'id0001')]);
      await library.tell([leads('second', 'id0002')]);
      await library.tell([told('second', 'wire')]);
      await library.tell([{ item: 'third', sources: ['wire'], articleId: 'id0003' }]);
      await library.tell([told('third', 'agency')]);
      expect(await sourcesOf('id0001')).toEqual(['paper', 'wire']);
      expect(await sourcesOf('id0002')).toEqual(['paper', 'wire']);
      expect(await sourcesOf('id0003')).toEqual(['paper', 'agency', 'wire']);
    });

    it('keeps who told over new versions, amendments and a reindex, and for articles that come back', async () => {
      await put(article(1, { version: 5 }), article(2, { version: 5 }));
      await library.tell([told('id0001', 'wire'), told('id0002', 'wire')]);
      await put(article(1, { version: 6 }));
      await library.amend([article(1, { version: 6, title: 'amended', sources: ['none'] })]);
      await library.remove([{ id: 'id0002', version: 5 }]);
      expect(await library.get('id0002')).toBeUndefined();
      await put(article(2, { version: 6, sourceId: 'wire' }));
      await library.reindex();
      expect(await library.get('id0001')).toMatchObject({ title: 'amended', sources: ['paper', 'wire'] });
      // The page has gone over to the one that told of it too.
      expect(await sourcesOf('id0002')).toBeUndefined();
      await library.link([{ id: 'id0001', duplicateOf: 'id0002', since: 20, similarity: 0.9 }]);
      expect(await library.get('id0001')).toMatchObject({
        duplicateOf: 'id0002',
        sources: ['paper', 'wire'],
      });
    });

    it('finds and counts an article for each of its sources', async () => {
      await put(...[1, 2, 3].map((number) => article(number)), article(4, { sourceId: 'wire' }));
      await library.tell([told('id0001', 'wire'), told('id0002', 'wire', 'agency'), told('id0004', 'wire')]);
      await library.refresh();
      expect(await idsOf('wire')).toEqual(['id0001', 'id0002', 'id0004']);
      expect((await ask({ sources: ['agency'] })).items.map(({ id }) => id)).toEqual(['id0002']);
      const counts = [
        { value: 'paper', count: 3 },
        { value: 'wire', count: 3 },
        { value: 'agency', count: 1 },
      ];
      expect((await ask({ facets: ['source'] })).facets).toEqual({ source: counts });
      expect((await ask({ facets: ['source'], collapse: true })).facets).toEqual({ source: counts });
      expect((await library.top({ field: 'source', limit: 2 })).items).toEqual(counts.slice(0, 2));
      expect(await library.countTold()).toEqual(
        new Map([
          ['wire', 2],
          ['agency', 1],
        ]),
      );
      await library.remove([{ id: 'id0002', version: 1_000 }]);
      await library.refresh();
      expect(await library.countTold()).toEqual(new Map([['wire', 1]]));
    });

    it('is a change for readers when an article gains a source, and none when it has it', async () => {
      await put(article(1));
      await library.refresh();
      const before = (await library.get('id0001'))?.indexed ?? '';
      await library.tell([told('id0001', 'wire')]);
      const after = (await library.get('id0001'))?.indexed ?? '';
      expect(after > before).toBe(true);
      await library.tell([told('id0001', 'wire'), told('id0001', 'paper')]);
      expect((await library.get('id0001'))?.indexed).toBe(after);
    });

    it('has the retention of its own source alone, and is taken down for all', async () => {
      await put(article(1));
      await library.tell([told('id0001', 'wire')]);
      await library.refresh();
      const before = Date.parse('2027-01-01T00:00:00Z');
      expect(await library.expired([{ sourceId: 'wire', before }], 10)).toEqual([]);
      expect(await library.expired([{ sourceId: 'paper', before }], 10)).toMatchObject([{ id: 'id0001' }]);
      await library.takeDown(['id0001']);
      await library.tell([told('id0001', 'agency')]);
      await library.refresh();
      expect([await library.get('id0001'), await idsOf('wire')]).toEqual([undefined, []]);
      await library.lift(['id0001']);
      expect(await put(article(1, { version: 2_000 }))).toEqual(['written']);
      expect(await sourcesOf('id0001')).toEqual(['paper', 'agency', 'wire']);
    });

    it('keeps a bounded number of sources', async () => {
      await put(article(1));
      const many = Array.from({ length: 80 }, (_, i) => `s${i}`);
      await library.tell([told('id0001', ...many)]);
      await library.tell([told('id0001', 'late')]);
      expect(await sourcesOf('id0001')).toHaveLength(mostTellers + 1);
    });

    it('gives tellings out for a backup, and takes them in again', async () => {
      await put(article(1));
      const tellings = [
        { item: 'id0001', sources: ['wire'] },
        { item: 'item', sources: ['wire'], articleId: 'id0001' },
        { item: 'other', sources: [], articleId: 'id0009' },
      ];
      await library.tell(tellings);
      const read: LibraryRecord[] = [];
      for await (const record of library.exportRecords()) if (record.kind === 'telling') read.push(record);
      const names = (one: LibraryRecord) => JSON.stringify(one);
      expect(read.map(names).sort()).toEqual(
        tellings.map((telling) => names({ kind: 'telling', telling })).sort(),
      );
    });
  });
}
