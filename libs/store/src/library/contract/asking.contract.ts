import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  vectorDimensions,
  type ArticleDocument,
  type QueryNode,
  type RangeBound,
  type SearchRequest,
} from '@newsmill/contracts';
import { sampleArticle } from '../../testing/sample-article.ts';
import { BadCursor, type Library, type LibraryReader } from '../library.ts';
import type { LibraryPlace } from '../../testing/library-samples.ts';

const day = 86_400_000;
const at = (text: string): number => Date.parse(text);
const iso = (time: number): string => new Date(time).toISOString();
const term = (text: string): QueryNode => ({ kind: 'term', text });
const not = (node: QueryNode): QueryNode => ({ kind: 'not', node });
const and = (...nodes: QueryNode[]): QueryNode => ({ kind: 'and', nodes });
const or = (...nodes: QueryNode[]): QueryNode => ({ kind: 'or', nodes });
const range = (
  field: Extract<QueryNode, { kind: 'range' }>['field'],
  from?: RangeBound,
  to?: RangeBound,
): QueryNode => ({ kind: 'range', field, from, to });
const exact = (field: Extract<QueryNode, { kind: 'exact' }>['field'], value: string): QueryNode => ({
  kind: 'exact',
  field,
  value,
});

/** A vector in a plane, at an angle in degrees. */
function directionAt(degrees: number): number[] {
  const angle = (degrees * Math.PI) / 180;
  return Array.from({ length: vectorDimensions }, (_, at) =>
    at > 1 ? 0 : Math.round(127 * (at === 0 ? Math.cos(angle) : Math.sin(angle))),
  );
}

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
    const ask = (request: Partial<SearchRequest>) =>
      library.search({ sort: 'newest', limit: 100, facets: [], ...request });
    const found = async (query: QueryNode, change: Partial<SearchRequest> = {}) =>
      (await ask({ query, ...change })).items.map(({ id }) => id).toSorted();

    describe('ranges and exact values', () => {
      beforeEach(async () => {
        // biome-ignore format: a table, read by its rows
        await put(
          sampleArticle('a', {
            content: 'harbour news', published: '2026-01-31T23:59:59.999Z', modified: '2026-02-03T00:00:00Z',
            firstSeen: '2026-02-01T06:00:00Z', wordCount: 500, readingMinutes: 2, countries: ['DE', 'FR'],
            paywalled: true, agencies: ['Agence Nord'], licence: 'CC-BY-4.0',
          }),
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
        expect(
          await found(range('published', at('2026-02-02T12:00:00Z'), at('2026-02-02T12:00:00.001Z'))),
        ).toEqual(['c']);
        expect(await found(range('published', at('2189-12-31')))).toEqual(['far']);
        expect(await found(range('published', undefined, at('2189-12-31')))).toEqual(['a', 'b', 'c', 'old']);
        expect(await found(range('published', at('1901-01-01'), at('1902-01-01')))).toEqual(['old']);
        expect(await found(range('wordCount', 501))).toEqual(['b']);
        expect(await found(range('wordCount', 20, 501))).toEqual(['a', 'c']);
        expect(await found(range('readingMinutes', 2, 3))).toEqual(['a']);
        expect(await found(range('firstSeen', at('2026-02-01T07:00:00Z'), at('2026-03-01')))).toEqual([
          'b',
          'c',
        ]);
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
        expect(
          await found(
            and(
              or(term('tram'), and(term('harbour'), range('wordCount', undefined, 501))),
              or(recent, not(term('tram'))),
            ),
          ),
        ).toEqual(['a', 'c', 'old']);
        expect(await found(not(or(term('ferry'), range('wordCount', 500))))).toEqual(['far', 'old']);
        expect(await found(not(not(and(term('ferry'), range('wordCount', 500)))))).toEqual(['b']);
        expect(await found(and(term('🙂'), range('wordCount', 501)))).toEqual(['b']);
        expect(await found(or(term('🙂'), range('wordCount', 501)))).toEqual(['b']);
        expect(
          await found(and(term('ferry'), recent), {
            sort: 'relevance',
            sources: ['paper'],
            from: '2026-02-02',
          }),
        ).toEqual(['c']);
        expect(await found(or(term('tram'), recent), { sort: 'relevance', languages: ['en'] })).toEqual([
          'a',
          'b',
          'c',
          'far',
        ]);
      });

      it('are counted from the time of the search', async () => {
        const now = Date.now();
        await put(
          sampleArticle('hour', { published: iso(now - 3_600_000) }),
          sampleArticle('week', { published: iso(now - 7 * day) }),
        );
        expect(await found(range('published', { sinceNow: -2 * day }, { sinceNow: 0 }))).toEqual(['hour']);
        expect(await found(range('published', { day: -9 }, { day: -5 }))).toEqual(['week']);
      });

      it('find and count what extensions found', async () => {
        await put(
          sampleArticle('toned', { extensionFacts: ['tone/2', 'tone.mood', 'tone.mood=calm'] }),
          sampleArticle('timed', { extensionFacts: ['tone/2', 'tone.mood', 'tone.mood=over the top'] }),
        );
        expect(await found(exact('fact', 'tone.mood=Calm'))).toEqual(['toned']);
        expect(await found(exact('fact', 'tone.mood=over the top'))).toEqual(['timed']);
        expect(await found(exact('fact', 'tone/2'))).toEqual(['timed', 'toned']);
        expect(await found(exact('fact', 'tone'))).toEqual([]);
        expect(await found(exact('has', 'fact'))).toEqual(['timed', 'toned']);
        const counted = [
          { value: 'tone.mood', count: 2 },
          { value: 'tone/2', count: 2 },
          { value: 'tone.mood=calm', count: 1 },
          { value: 'tone.mood=over the top', count: 1 },
        ];
        for (const collapse of [undefined, 'family'] as const) {
          const { facets } = await ask({ query: exact('has', 'fact'), facets: ['fact'], collapse });
          expect(facets).toEqual({ fact: counted });
        }
        expect((await library.top({ query: exact('has', 'fact'), field: 'fact', limit: 10 })).items).toEqual(
          counted,
        );
      });

      it('find what is reserved, and hits have their rights', async () => {
        const rights = {
          training: {
            decision: 'denied' as const,
            rules: [{ source: 'TDMRep header', value: 'tdm-reservation: 1' }],
          },
          reserved: ['training', 'later'],
          unavailableAfter: '2030-01-01T00:00:00.000Z',
        };
        await put(sampleArticle('bound', { rights }), sampleArticle('named', { rights: { reserved: [] } }));
        expect(await found(exact('reserved', 'training'))).toEqual(['bound']);
        expect(await found(exact('reserved', 'Later'))).toEqual(['bound']);
        expect(await found(exact('reserved', 'agents'))).toEqual([]);
        const { items } = await ask({ query: exact('reserved', 'training') });
        expect(items[0]?.rights).toEqual(rights);
        expect((await library.get('bound'))?.rights).toEqual(rights);
      });

      it('leave out what has one of the flags that are not wanted', async () => {
        const without = async (request: Partial<SearchRequest>) =>
          (await ask({ withoutFlags: ['none', 'short'], ...request })).items.map(({ id }) => id).toSorted();
        expect(await without({})).toEqual(['a', 'c', 'far', 'old']);
        expect(await without({ query: term('ferry') })).toEqual(['c']);
        expect(await without({ query: term('ferry'), sort: 'relevance' })).toEqual(['c']);
        expect(await without({ query: exact('domain', 'other.example') })).toEqual([]);
        expect(await without({ query: range('wordCount', 400) })).toEqual(['a']);
        expect((await ask({ withoutFlags: ['short'], facets: ['author'] })).facets.author).toEqual([]);
        expect((await library.timeline({ interval: 'month', withoutFlags: ['short'] })).total).toBe(4);
        expect((await library.top({ field: 'author', limit: 5, withoutFlags: ['short'] })).items).toEqual([]);
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
        expect(await found(and(exact('paywalled', 'false'), exact('duplicate', 'false')))).toEqual([
          'b',
          'far',
          'old',
        ]);
        expect(await found(not(exact('country', 'de')))).toEqual(['c', 'far', 'old']);
      });

      it('know the family of an article by its links, whenever they come', async () => {
        expect(await found(exact('family', 'a'))).toEqual(['a', 'c']);
        await library.link([
          { id: 'b', duplicateOf: 'a', since: 5, similarity: 1 },
          { id: 'late', duplicateOf: 'a', since: 5, similarity: 1 },
        ]);
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

    const allPages = async (
      request: Partial<SearchRequest>,
      between: () => Promise<void> = async () => undefined,
    ) => {
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await ask({ limit: 2, ...request, cursor });
        ids.push(...page.items.map(({ id }) => id));
        cursor = page.next;
        await between();
      } while (cursor !== undefined);
      return ids;
    };
    const hour = (number: number): string => iso(at('2026-10-20T00:00:00Z') + number * 3_600_000);

    describe('collapse', () => {
      beforeEach(async () => {
        await put(
          sampleArticle('o', { content: 'ferry', published: hour(1), sourceId: 'north' }),
          sampleArticle('c1', {
            content: 'ferry',
            published: hour(2),
            duplicateOf: 'o',
            familyId: 'o',
            sourceId: 'south',
          }),
          sampleArticle('s1', { content: 'ferry', published: hour(3), storyId: 'o', sourceId: 'south' }),
          sampleArticle('c2', {
            content: 'ferry',
            published: hour(4),
            duplicateOf: 'o',
            familyId: 'o',
            storyId: 'o',
            sourceId: 'south',
          }),
          sampleArticle('x2', { content: 'ferry', published: hour(5), duplicateOf: 'x1', familyId: 'x1' }),
          sampleArticle('x3', { content: 'ferry', published: hour(6), duplicateOf: 'x1', familyId: 'x1' }),
          sampleArticle('alone', { content: 'tram', published: hour(7) }),
        );
      });

      it('shows one of a family: the original where it is found, else the first; articles without a family stay apart', async () => {
        const page = await ask({ collapse: 'family', facets: ['source'] });
        expect(page.items.map(({ id, others }) => [id, others])).toEqual([
          ['alone', 0],
          ['x3', 1],
          ['s1', 0],
          ['o', 2],
        ]);
        expect(page).toMatchObject({
          total: 4,
          totalIsExact: true,
          facets: {
            source: [
              { value: 'paper', count: 2 },
              { value: 'north', count: 1 },
              { value: 'south', count: 1 },
            ],
          },
        });
        expect((await ask({ collapse: true })).items.map(({ id }) => id)).toEqual(['alone', 'x3', 's1', 'o']);
        expect((await ask({ collapse: false })).total).toBe(7);
      });

      it('shows one of a story: the first in the order asked for', async () => {
        const page = await ask({ collapse: 'story', query: term('ferry') });
        expect(page.items.map(({ id, others }) => [id, others])).toEqual([
          ['x3', 0],
          ['x2', 0],
          ['c2', 2],
          ['c1', 0],
        ]);
      });

      it('goes through the pages without a group twice, whatever comes meanwhile', async () => {
        let number = 0;
        const between = async () => {
          number += 1;
          await put(
            sampleArticle(`new${number}`, {
              content: 'ferry',
              published: hour(20 + number),
              ...(number % 2 === 0 ? {} : { duplicateOf: 'o', familyId: 'o' }),
            }),
          );
        };
        expect(await allPages({ collapse: 'family', limit: 1 }, between)).toEqual(['alone', 'x3', 's1', 'o']);
      });
    });

    describe('both orders fused', () => {
      it('puts first what is high in both, and goes on in the same order when articles come', async () => {
        await put(
          ...Array.from({ length: 9 }, (_, i) =>
            sampleArticle(`b${i}`, {
              title: i % 3 === 0 ? 'ferry ferry' : 'news',
              content: `ferry ${'word '.repeat(i)}`,
              published: hour(i),
            }),
          ),
        );
        const query = term('ferry');
        const both = (await ask({ query, sort: 'both' })).items.map(({ id }) => id);
        const [newest, best] = [
          (await ask({ query })).items.map(({ id }) => id),
          (await ask({ query, sort: 'relevance' })).items.map(({ id }) => id),
        ];
        const sum = (id: string) => 1 / (61 + newest.indexOf(id)) + 1 / (61 + best.indexOf(id));
        expect(both.toSorted()).toEqual(newest.toSorted());
        for (const [i, id] of both.slice(1).entries())
          expect(sum(both[i] ?? '')).toBeGreaterThanOrEqual(sum(id) - 1e-12);
        let number = 0;
        const paged = await allPages({ query, sort: 'both' }, async () => {
          number += 1;
          await put(
            sampleArticle(`later${number}`, {
              title: 'ferry ferry',
              content: 'ferry',
              published: hour(30 + number),
            }),
          );
        });
        expect(paged).toEqual(both);
        expect((await ask({ sort: 'both', limit: 2 })).items.map(({ id }) => id)).toEqual([
          'later5',
          'later4',
        ]);
        await expect(ask({ query, sort: 'both', cursor: 'nonsense' })).rejects.toThrow(BadCursor);
      });
    });

    describe('related articles', () => {
      const story =
        'The harbour ferry Aurelia collided with the breakwater; the pilot Jonas Berg called the coastguard.';
      it('finds those with its telling words, one of each family and none of its own', async () => {
        await put(
          sampleArticle('one', {
            title: 'Ferry Aurelia hits breakwater',
            content: story,
            storyId: 'one',
            familyId: 'one',
          }),
          sampleArticle('copy', {
            title: 'Ferry Aurelia hits breakwater',
            content: story,
            duplicateOf: 'one',
            familyId: 'one',
          }),
          sampleArticle('next', {
            title: 'Pilot of the Aurelia questioned',
            content:
              'The pilot Jonas Berg was questioned about the ferry and the breakwater by the coastguard.',
            storyId: 'one',
            language: 'en-GB',
          }),
          sampleArticle('nextcopy', {
            title: 'Pilot of the Aurelia questioned',
            content:
              'The pilot Jonas Berg was questioned about the ferry and the breakwater by the coastguard.',
            duplicateOf: 'next',
            familyId: 'next',
          }),
          sampleArticle('german', {
            title: 'Aurelia am breakwater',
            content: 'ferry Aurelia, pilot Jonas Berg, breakwater und coastguard',
            language: 'de',
          }),
          ...Array.from({ length: 12 }, (_, i) =>
            sampleArticle(`other${i}`, {
              title: `Rates ${i}`,
              content: `The central bank raised the rates by ${i} points with the approval of the board.`,
            }),
          ),
        );
        const all = await library.related({ id: 'one', limit: 10, languages: 'any' });
        expect(all?.items.map(({ id }) => id).toSorted()).toEqual(['german', 'next']);
        const same = await library.related({ id: 'one', limit: 10, languages: 'same' });
        expect(same?.items).toMatchObject([{ id: 'next', sameStory: true }]);
        const other = await library.related({ id: 'one', limit: 10, languages: 'other' });
        expect(other?.items).toMatchObject([{ id: 'german', sameStory: false }]);
        expect(await library.related({ id: 'missing', limit: 10, languages: 'same' })).toBeUndefined();
      });
      it('finds those nearest in meaning in other languages, of the weeks around it, one of each family', async () => {
        const of = (id: string, language: string, degrees: number, change: Partial<ArticleDocument> = {}) =>
          sampleArticle(id, {
            title: `${id}titel`,
            content: `${id}text`,
            published: '2026-10-20T12:00:00.000Z',
            language,
            vector: directionAt(degrees),
            ...change,
          });
        await put(
          of('own', 'en', 0),
          of('english', 'en-GB', 1),
          of('german', 'de', 20, { storyId: 'own' }),
          of('germancopy', 'de', 19, { duplicateOf: 'german', familyId: 'german' }),
          of('french', 'fr', 10),
          of('far', 'fr', 110),
          of('late', 'de', 2, { published: '2026-11-20T12:00:00.000Z' }),
          of('early', 'de', 2, { published: '2026-09-20T12:00:00.000Z' }),
          of('bare', 'de', 2, { vector: undefined }),
          of('other', 'de', 2, { vector: [1, 2, 3] }),
        );
        const ids = async (id: string, limit = 10) =>
          (await library.related({ id, limit, languages: 'other' }))?.items.map((hit) => [
            hit.id,
            hit.sameStory,
          ]);
        expect(await ids('own')).toEqual([
          ['french', false],
          ['german', true],
        ]);
        expect(await ids('own', 1)).toEqual([['french', false]]);
        expect((await ids('german'))?.map(([id]) => id).toSorted()).toEqual(['english', 'french', 'own']);
        expect(await ids('bare')).toEqual([]);
      });
    });

    describe('counts', () => {
      it('tell how many articles were published when, in UTC, with the empty periods between', async () => {
        await put(
          sampleArticle('a', { content: 'ferry', published: '2026-10-25T23:59:59.999Z' }),
          sampleArticle('b', { content: 'ferry', published: '2026-10-26T00:00:00Z' }),
          sampleArticle('c', { published: '2026-10-28T10:30:00Z' }),
          sampleArticle('d', { content: 'ferry', published: '2026-10-28T11:00:00Z' }),
          sampleArticle('e', { content: 'ferry', published: '2026-12-01T00:00:00Z' }),
        );
        const query = term('ferry');
        expect(await library.timeline({ query, interval: 'day', to: '2026-11-01' })).toEqual({
          interval: 'day',
          total: 3,
          approximate: false,
          items: [
            { start: '2026-10-25T00:00:00.000Z', count: 1 },
            { start: '2026-10-26T00:00:00.000Z', count: 1 },
            { start: '2026-10-27T00:00:00.000Z', count: 0 },
            { start: '2026-10-28T00:00:00.000Z', count: 1 },
          ],
        });
        expect((await library.timeline({ interval: 'week', to: '2026-11-01' })).items).toEqual([
          { start: '2026-10-19T00:00:00.000Z', count: 1 },
          { start: '2026-10-26T00:00:00.000Z', count: 3 },
        ]);
        expect((await library.timeline({ interval: 'month' })).items).toEqual([
          { start: '2026-10-01T00:00:00.000Z', count: 4 },
          { start: '2026-11-01T00:00:00.000Z', count: 0 },
          { start: '2026-12-01T00:00:00.000Z', count: 1 },
        ]);
        expect(
          (await library.timeline({ interval: 'hour', from: '2026-10-28', to: '2026-10-29' })).items,
        ).toEqual([
          { start: '2026-10-28T10:00:00.000Z', count: 1 },
          { start: '2026-10-28T11:00:00.000Z', count: 1 },
        ]);
        expect(await library.timeline({ query: term('nothing'), interval: 'hour' })).toEqual({
          interval: 'hour',
          total: 0,
          items: [],
          approximate: false,
        });
        await put(sampleArticle('old', { published: '1912-04-15T00:00:00Z' }));
        const long = await library.timeline({ interval: 'day' });
        expect(long).toMatchObject({ total: 6, approximate: true });
        expect(long.items.length).toBeLessThanOrEqual(1_000);
      });

      it('give the most frequent values of each field', async () => {
        await put(
          sampleArticle('a', {
            people: ['Ann Lee', 'Bo Ek'],
            places: ['Oslo'],
            countries: ['NO'],
            keyPhrases: ['ferry line'],
            section: 'News',
            authors: ['Cy Dee'],
            keywords: ['sea'],
          }),
          sampleArticle('b', {
            people: ['Ann Lee'],
            organisations: ['Port Authority'],
            topics: ['medtop:15000000'],
            subtopics: ['medtop:20000822'],
            countries: ['NO', 'SE'],
            sourceId: 'north',
            language: 'de-AT',
            domain: 'north.example',
          }),
          sampleArticle('c', {
            language: 'en-US',
            content: 'ferry',
            people: ['Bo Ek'],
            keyPhrases: ['ferry line', 'storm'],
            published: '2026-01-01T00:00:00Z',
          }),
        );
        const top = async (
          field: Parameters<LibraryReader['top']>[0]['field'],
          change: Partial<Parameters<LibraryReader['top']>[0]> = {},
        ) => (await library.top({ field, limit: 10, ...change })).items;
        expect(await top('person')).toEqual([
          { value: 'Ann Lee', count: 2 },
          { value: 'Bo Ek', count: 2 },
        ]);
        expect(await top('person', { limit: 1 })).toEqual([{ value: 'Ann Lee', count: 2 }]);
        expect(await top('person', { from: '2026-10-01' })).toEqual([
          { value: 'Ann Lee', count: 2 },
          { value: 'Bo Ek', count: 1 },
        ]);
        expect(await top('person', { query: term('ferry') })).toEqual([{ value: 'Bo Ek', count: 1 }]);
        expect(await top('keyPhrase')).toEqual([
          { value: 'ferry line', count: 2 },
          { value: 'storm', count: 1 },
        ]);
        expect(await top('country')).toEqual([
          { value: 'NO', count: 2 },
          { value: 'SE', count: 1 },
        ]);
        expect(await top('source')).toEqual([
          { value: 'paper', count: 2 },
          { value: 'north', count: 1 },
        ]);
        expect(await top('domain')).toEqual([
          { value: 'paper.example', count: 2 },
          { value: 'north.example', count: 1 },
        ]);
        for (const [field, value] of [
          ['organisation', 'Port Authority'],
          ['place', 'Oslo'],
          ['topic', 'medtop:15000000'],
          ['subtopic', 'medtop:20000822'],
          ['section', 'News'],
          ['author', 'Cy Dee'],
          ['keyword', 'sea'],
        ] as const)
          expect(await top(field)).toEqual([{ value, count: 1 }]);
        expect(await library.top({ field: 'language', limit: 5 })).toEqual({
          total: 3,
          items: [
            { value: 'en', count: 2 },
            { value: 'de', count: 1 },
          ],
          approximate: false,
        });
      });

      it('name what is written about more than before, copies left out', async () => {
        const articles = Array.from({ length: 40 }, (_, i) => {
          const isNew = i >= 30;
          return sampleArticle(`t${i}`, {
            published: iso(at(isNew ? '2026-10-20T00:00:00Z' : '2026-10-01T00:00:00Z') + i * 3_600_000),
            firstSeen: isNew ? '2026-10-20T01:00:00Z' : '2026-09-30T23:00:00Z',
            people: isNew && i % 2 === 0 ? ['Ann Lee', 'Mayor'] : ['Mayor'],
            keyPhrases: isNew && i < 34 ? ['ferry line'] : i % 5 === 0 ? ['ferry line', 'rates'] : ['rates'],
          });
        });
        await put(
          ...articles,
          ...Array.from({ length: 6 }, (_, i) =>
            sampleArticle(`copy${i}`, {
              published: '2026-10-22T00:00:00Z',
              people: ['Copied Man'],
              duplicateOf: 't39',
              familyId: 't39',
            }),
          ),
        );
        const trends = await library.trends({
          fields: ['person', 'keyPhrase', 'place'],
          from: '2026-10-20',
          to: '2026-10-30',
          since: '2026-09-20',
          least: 2,
          limit: 5,
        });
        expect(trends).toMatchObject({ total: 10, backgroundTotal: 40, approximate: false });
        expect(
          trends.items.map(({ field, value, count, background }) => [field, value, count, background]),
        ).toEqual([
          ['person', 'Ann Lee', 5, 5],
          ['keyPhrase', 'ferry line', 5, 11],
        ]);
        expect(trends.items[0]?.score).toBeCloseTo((0.5 - 0.125) * 4, 9);
        expect(
          (
            await library.trends({
              fields: ['person'],
              from: '2026-10-20',
              to: '2026-10-30',
              since: '2026-09-20',
              least: 6,
              limit: 5,
            })
          ).items,
        ).toEqual([]);
      });
    });
  });
}
