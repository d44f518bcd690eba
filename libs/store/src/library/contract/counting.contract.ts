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
            subtopics: i === 5 ? ['medtop:20000822'] : undefined,
          }),
        ),
      );
      expect(
        (await ask({ facets: ['person', 'organisation', 'place', 'topic', 'subtopic'] })).facets,
      ).toEqual({
        person: [
          { value: 'Ann Lee', count: 5 },
          { value: 'Bo Ek', count: 1 },
        ],
        organisation: [{ value: 'U.N.', count: 6 }],
        place: [{ value: 'Oslo', count: 2 }],
        topic: [{ value: 'medtop:15000000', count: 6 }],
        subtopic: [{ value: 'medtop:20000822', count: 1 }],
      });
    });

    it('says of each source how many articles a span has, on how many days, and how long they took', async () => {
      const now = Date.now();
      const hour = 3_600_000;
      // Found 1, 2, … 100 hours after they were published; the last of them just now.
      await put(
        ...Array.from({ length: 100 }, (_, i) =>
          article(i, {
            sourceId: 'paper',
            published: new Date(now - (i + 1) * hour).toISOString(),
            publishedPrecision: i % 2 === 0 ? 'second' : 'minute',
            firstSeen: new Date(now).toISOString(),
          }),
        ),
        // No exact date, a date in the future, and one that was no news: counted, and not measured.
        article(200, {
          sourceId: 'wire',
          published: new Date(now - hour).toISOString(),
          publishedPrecision: 'day',
          firstSeen: new Date(now).toISOString(),
        }),
        article(201, {
          sourceId: 'wire',
          published: new Date(now - hour).toISOString(),
          publishedPrecision: 'second',
          firstSeen: new Date(now - 2 * hour).toISOString(),
          duplicateOf: 'elsewhere',
        }),
        article(202, {
          sourceId: 'wire',
          published: new Date(now - 8 * 24 * hour).toISOString(),
          publishedPrecision: 'second',
          firstSeen: new Date(now).toISOString(),
        }),
        article(203, { sourceId: 'old', published: new Date(now - 40 * 24 * hour).toISOString() }),
      );
      const from = new Date(now - 30 * 24 * hour).toISOString();
      const to = new Date(now + 1).toISOString();
      const [paper, wire, ...others] = await library.figures({ from, to });
      expect(others).toEqual([]);
      const days = new Set(
        Array.from({ length: 100 }, (_, i) => Math.floor((now - (i + 1) * hour) / 86_400_000)),
      );
      expect(paper).toMatchObject({ sourceId: 'paper', articles: 100, copies: 0, days: days.size });
      expect(paper?.newest).toBe(new Date(now - hour).toISOString());
      for (const delay of [paper?.found, paper?.searchable]) {
        expect(delay?.measured).toBe(100);
        expect(Math.abs((delay?.p50 ?? 0) / (50 * 3_600) - 1)).toBeLessThan(0.03);
        expect(Math.abs((delay?.p95 ?? 0) / (95 * 3_600) - 1)).toBeLessThan(0.03);
      }
      expect(wire).toEqual({
        sourceId: 'wire',
        articles: 3,
        copies: 1,
        days: new Set([1, 8 * 24].map((hours) => Math.floor((now - hours * hour) / 86_400_000))).size,
        newest: new Date(now - hour).toISOString(),
      });
      expect(await library.figures({ from, to, sources: ['wire'] })).toEqual([wire]);
      // Of so many days Elasticsearch is asked part by part.
      const ever = await library.figures({ from: '1000-01-01T00:00:00.000Z', to });
      expect(ever.map(({ sourceId, articles }) => [sourceId, articles])).toEqual([
        ['old', 1],
        ['paper', 100],
        ['wire', 3],
      ]);
      const half = await library.figures({ from, to: new Date(now - 50 * hour).toISOString() });
      expect(half.map(({ sourceId, articles }) => [sourceId, articles])).toEqual([
        ['paper', 50],
        ['wire', 1],
      ]);
    });

    it('keeps when an article became searchable for the first time, whatever is written of it later', async () => {
      const now = Date.now();
      const one = article(1, {
        published: new Date(now - 600_000).toISOString(),
        publishedPrecision: 'second',
        firstSeen: new Date(now - 300_000).toISOString(),
      });
      const figures = async () =>
        (
          await library.figures({
            from: new Date(now - 3_600_000).toISOString(),
            to: new Date(now + 1).toISOString(),
          })
        )[0];
      await put(one);
      const before = await figures();
      expect(before?.searchable?.measured).toBe(1);
      // More than a bucket of the SQLite form is wide.
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await put({ ...one, version: 2_000, title: 'Another title' });
      await library.amend([{ ...one, version: 2_000, title: 'Another title', section: 'News' }]);
      await library.link([{ id: one.id, duplicateOf: 'id0002', since: 20, similarity: 0.9 }]);
      await library.tell([{ item: one.id, sources: ['wire'] }]);
      await library.reindex();
      await library.refresh();
      expect(await figures()).toEqual({ ...before, copies: 1 });
      const [written] = await library.written([one.id]);
      expect(written).toEqual({ ...one, version: 2_000, title: 'Another title', section: 'News' });
    });
  });
}
