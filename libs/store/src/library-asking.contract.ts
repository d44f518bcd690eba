import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ArticleDocument, QueryNode, RangeBound, SearchRequest } from '@newsmill/contracts';
import type { LibraryPlace } from './library.contract.ts';
import type { Library } from './library.ts';
import { sampleArticle } from './testing/sample-article.ts';

const day = 86_400_000;
const at = (text: string): number => Date.parse(text);
const iso = (time: number): string => new Date(time).toISOString();
const term = (text: string): QueryNode => ({ kind: 'term', text });
const not = (node: QueryNode): QueryNode => ({ kind: 'not', node });
const and = (...nodes: QueryNode[]): QueryNode => ({ kind: 'and', nodes });
const or = (...nodes: QueryNode[]): QueryNode => ({ kind: 'or', nodes });
const range = (field: Extract<QueryNode, { kind: 'range' }>['field'], from?: RangeBound, to?: RangeBound): QueryNode => ({ kind: 'range', field, from, to });
const exact = (field: Extract<QueryNode, { kind: 'exact' }>['field'], value: string): QueryNode => ({ kind: 'exact', field, value });

/** What can be asked of a library beyond words, in both forms. `makePlace` is called once for each test. */
export function libraryAskingContract(name: string, makePlace: () => Promise<LibraryPlace>): void {
  describe(`${name}: what can be asked`, () => {
    let place: LibraryPlace;
    let library: Library;
    beforeEach(async () => {
      place = await makePlace();
      library = await place.open();
      await library.prepare();
    });
    afterEach(async () => {
      await library.close();
      await place.destroy();
    });
    const put = async (...documents: ArticleDocument[]) => {
      for (const result of await library.write(documents)) expect(result).toEqual({ kind: 'written' });
      await library.refresh();
    };
    const ask = (request: Partial<SearchRequest>) => library.search({ sort: 'newest', limit: 100, facets: [], ...request });
    const found = async (query: QueryNode, change: Partial<SearchRequest> = {}) => (await ask({ query, ...change })).items.map(({ id }) => id).toSorted();

    describe('ranges and exact values', () => {
      beforeEach(async () => {
        await put(
          sampleArticle('a', { content: 'harbour news', published: '2026-01-31T23:59:59.999Z', modified: '2026-02-03T00:00:00Z', firstSeen: '2026-02-01T06:00:00Z', wordCount: 500, readingMinutes: 2, countries: ['DE', 'FR'], paywalled: true, agencies: ['Agence Nord'], licence: 'CC-BY-4.0' }),
          sampleArticle('b', { content: 'harbour ferry', published: '2026-02-01T00:00:00.000Z', firstSeen: '2026-02-01T07:00:00Z', wordCount: 501, readingMinutes: 3, domain: 'other.example', authors: ['Ann Lee'], flags: ['short'], countries: ['de'] }),
          sampleArticle('c', { content: 'ferry tram', published: '2026-02-02T12:00:00Z', firstSeen: '2026-02-02T12:00:00Z', wordCount: 20, sourceCountry: 'NO', duplicateOf: 'a', familyId: 'a' }),
          sampleArticle('old', { content: 'harbour', published: '1901-05-01T00:00:00Z', firstSeen: '2026-03-02T12:00:00Z', wordCount: 1 }),
          sampleArticle('far', { content: 'tram', published: '2190-01-01T00:00:00Z', firstSeen: '2026-03-02T12:00:00Z', wordCount: 2 }),
        );
      });

      it('take the lower bound in and leave the upper one out', async () => {
        expect(await found(range('published', at('2026-02-01')))).toEqual(['b', 'c', 'far']);
        expect(await found(range('published', at('2026-01-31'), at('2026-02-01')))).toEqual(['a']);
        expect(await found(range('published', undefined, at('2026-02-01')))).toEqual(['a', 'old']);
        expect(await found(range('published', at('2026-02-02T12:00:00Z'), at('2026-02-02T12:00:00.001Z')))).toEqual(['c']);
        expect(await found(range('published', at('2189-12-31')))).toEqual(['far']);
        expect(await found(range('published', undefined, at('2189-12-31')))).toEqual(['a', 'b', 'c', 'old']);
        expect(await found(range('published', at('1901-01-01'), at('1902-01-01')))).toEqual(['old']);
        expect(await found(range('wordCount', 501))).toEqual(['b']);
        expect(await found(range('wordCount', 20, 501))).toEqual(['a', 'c']);
        expect(await found(range('readingMinutes', 2, 3))).toEqual(['a']);
        expect(await found(range('firstSeen', at('2026-02-01T07:00:00Z'), at('2026-03-01')))).toEqual(['b', 'c']);
      });

      it('leave out what lacks the field, and find it by NOT', async () => {
        expect(await found(range('modified', at('2026-01-01')))).toEqual(['a']);
        expect(await found(not(range('modified', at('2026-01-01'))))).toEqual(['b', 'c', 'far', 'old']);
        expect(await found(exact('has', 'modified'))).toEqual(['a']);
      });

      it('stand anywhere in a query', async () => {
        const recent = range('published', at('2026-01-01'), at('2027-01-01'));
        expect(await found(and(term('harbour'), recent))).toEqual(['a', 'b']);
        expect(await found(or(term('tram'), range('wordCount', 501)))).toEqual(['b', 'c', 'far']);
        expect(await found(and(term('harbour'), not(recent)))).toEqual(['old']);
        expect(await found(and(not(term('harbour')), not(range('wordCount', 3))))).toEqual(['far']);
        expect(await found(and(or(term('tram'), and(term('harbour'), range('wordCount', undefined, 501))), or(recent, not(term('tram')))))).toEqual(['a', 'c', 'old']);
        expect(await found(not(or(term('ferry'), range('wordCount', 500))))).toEqual(['far', 'old']);
        expect(await found(not(not(and(term('ferry'), range('wordCount', 500)))))).toEqual(['b']);
        expect(await found(and(term('🙂'), range('wordCount', 501)))).toEqual(['b']);
        expect(await found(or(term('🙂'), range('wordCount', 501)))).toEqual(['b']);
        expect(await found(and(term('ferry'), recent), { sort: 'relevance', sources: ['paper'], from: '2026-02-02' })).toEqual(['c']);
        expect(await found(or(term('tram'), recent), { sort: 'relevance', languages: ['en'] })).toEqual(['a', 'b', 'c', 'far']);
      });

      it('are counted from the time of the search', async () => {
        const now = Date.now();
        await put(sampleArticle('hour', { published: iso(now - 3_600_000) }), sampleArticle('week', { published: iso(now - 7 * day) }));
        expect(await found(range('published', { sinceNow: -2 * day }, { sinceNow: 0 }))).toEqual(['hour']);
        expect(await found(range('published', { day: -9 }, { day: -5 }))).toEqual(['week']);
      });

      it('find whole values without regard to the case of letters', async () => {
        expect(await found(exact('id', 'a'))).toEqual(['a']);
        expect(await found(exact('id', 'A'))).toEqual([]);
        expect(await found(exact('domain', 'other.example'))).toEqual(['b']);
        expect(await found(exact('country', 'DE'))).toEqual(['a', 'b']);
        expect(await found(exact('sourceCountry', 'no'))).toEqual(['c']);
        expect(await found(exact('agency', 'agence nord'))).toEqual(['a']);
        expect(await found(exact('agency', 'agence'))).toEqual([]);
        expect(await found(exact('licence', 'cc-by-4.0'))).toEqual(['a']);
        expect(await found(exact('flag', 'short'))).toEqual(['b']);
        expect(await found(exact('has', 'author'))).toEqual(['b']);
        expect(await found(exact('paywalled', 'true'))).toEqual(['a']);
        expect(await found(and(exact('paywalled', 'false'), exact('duplicate', 'false')))).toEqual(['b', 'far', 'old']);
        expect(await found(not(exact('country', 'de')))).toEqual(['c', 'far', 'old']);
      });

      it('know the family of an article by its links, whenever they come', async () => {
        expect(await found(exact('family', 'a'))).toEqual(['a', 'c']);
        await library.link([{ id: 'b', duplicateOf: 'a', since: 5, similarity: 1 }, { id: 'late', duplicateOf: 'a', since: 5, similarity: 1 }]);
        await put(sampleArticle('late'));
        expect(await found(exact('family', 'a'))).toEqual(['a', 'b', 'c', 'late']);
        expect(await found(exact('duplicate', 'true'))).toEqual(['b', 'c', 'late']);
      });

      it('forget an article with its removal and take the facts of a new version', async () => {
        await library.remove([{ id: 'b', version: 9 }]);
        await put(sampleArticle('a', { version: 2, wordCount: 900 }));
        expect(await found(range('wordCount', 501))).toEqual(['a']);
      });
    });
  });
}
