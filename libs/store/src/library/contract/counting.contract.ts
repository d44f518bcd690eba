import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Library } from '../library.ts';
import { article, start, term, libraryWords, type LibraryPlace } from '../../testing/library-samples.ts';

/** What a search counts besides its hits, in every form. `makePlace` is called once for each test. */
export function libraryCountingContract(name: string, makePlace: () => Promise<LibraryPlace>): void {
  describe(`${name}: library contract`, () => {
    let place: LibraryPlace;
    let library: Library;
    const { ask, put } = libraryWords(() => library);

    beforeEach(async () => {
      place = await makePlace();
      library = await place.open();
    });
    afterEach(async () => {
      await library.close();
      await place.destroy();
    });

    it('counts facets over all matches, not only those of the page', async () => {
      await put(
        ...Array.from({ length: 30 }, (_, i) =>
          article(i, {
            sourceId: i % 3 === 0 ? 'a' : 'b',
            language: i < 10 ? (i < 5 ? 'de' : 'de-AT') : 'en',
            section: i === 0 ? undefined : 'News',
            authors: i === 7 ? ['Ann', 'Bo'] : ['Ann'],
            published: new Date(start + (i % 2) * 86_400_000).toISOString(),
          }),
        ),
      );
      const { facets, total } = await ask({
        query: term('report'),
        limit: 2,
        facets: ['source', 'language', 'section', 'author', 'day'],
      });
      expect(total).toBe(30);
      expect(facets).toEqual({
        source: [
          { value: 'b', count: 20 },
          { value: 'a', count: 10 },
        ],
        language: [
          { value: 'en', count: 20 },
          { value: 'de', count: 10 },
        ],
        section: [{ value: 'News', count: 29 }],
        author: [
          { value: 'Ann', count: 30 },
          { value: 'Bo', count: 1 },
        ],
        day: [
          { value: '2026-10-21', count: 15 },
          { value: '2026-10-20', count: 15 },
        ],
      });
      expect((await ask({ facets: ['source'], sources: ['a'] })).facets).toEqual({
        source: [{ value: 'a', count: 10 }],
      });
    });

    it('counts the people, organisations, places and topics of articles', async () => {
      await put(
        ...Array.from({ length: 6 }, (_, i) =>
          article(i, {
            people: i === 0 ? [] : ['Ann Lee', ...(i === 3 ? ['Bo Ek'] : [])],
            organisations: ['U.N.'],
            places: i < 2 ? ['Oslo'] : undefined,
            topics: ['medtop:15000000'],
          }),
        ),
      );
      expect((await ask({ facets: ['person', 'organisation', 'place', 'topic'] })).facets).toEqual({
        person: [
          { value: 'Ann Lee', count: 5 },
          { value: 'Bo Ek', count: 1 },
        ],
        organisation: [{ value: 'U.N.', count: 6 }],
        place: [{ value: 'Oslo', count: 2 }],
        topic: [{ value: 'medtop:15000000', count: 6 }],
      });
    });
  });
}
