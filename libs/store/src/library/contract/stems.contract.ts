import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { QueryNode, SearchRequest } from '@newsmill/contracts';
import { inflectionRows } from '../../testing/inflection-rows.ts';
import { sampleArticle } from '../../testing/sample-article.ts';
import type { Library } from '../library.ts';
import type { LibraryPlace } from '../../testing/library-samples.ts';

const term = (text: string, field?: 'title' | 'content' | 'author'): QueryNode => ({
  kind: 'term',
  text,
  field,
});
const phrase = (text: string): QueryNode => ({ kind: 'phrase', text });

/** Language, a text, and words that find it although they do not stand there so. */
const inflected: readonly (readonly [language: string, content: string, ...words: string[]])[] = [
  ['en', 'Two runners were running for the elections.', 'runner', 'election', 'runs', 'elected'],
  [
    'de',
    'Die Wahlen in den Städten und die Bürgermeister der Länder.',
    'Wahl',
    'Stadt',
    'Bürgermeistern',
    'Land',
  ],
  [
    'fr',
    'Les élections nationales et la réunion des ministres.',
    'élection',
    'nationale',
    'ministre',
    'réunions',
  ],
  ['es', 'Las elecciones y los ministros del gobierno.', 'elección', 'ministro', 'gobiernos'],
  ['it', 'I ministri e le elezioni nazionali.', 'ministro', 'elezione', 'nazionale'],
  ['pt-BR', 'As eleições e os ministros do governo.', 'eleição', 'ministro', 'governos'],
  ['ru', 'Выборы президента прошли в городах.', 'президент', 'город', 'выборов'],
  ['ar', 'قال الوزير إن المدارس مفتوحة', 'مدارس'],
  ['nl', 'De verkiezingen in de steden.', 'verkiezing'],
  ['sv', 'Valen i städerna och ministrarna.', 'stad', 'ministrar'],
  ['nb', 'Bilene og ministrene.', 'bil', 'ministre'],
  ['tr', 'Seçimlerin sonuçları açıklandı.', 'seçimlerin', 'sonuçlar'],
];

/** Of each language in `inflections.fixture.txt`: words that find their sentence, and others that do. */
// biome-ignore format: a table, read by its rows
const floors: Readonly<Record<string, readonly [found: number, wrong: number]>> = {
  ar: [18, 0],
  bg: [21, 0],
  bn: [20, 0],
  cs: [23, 0],
  da: [23, 1],
  de: [33, 0],
  el: [20, 0],
  en: [24, 0],
  es: [22, 0],
  fa: [17, 0],
  fi: [18, 0],
  fr: [22, 2],
  he: [23, 1],
  hi: [19, 0],
  hu: [20, 0],
  it: [22, 2],
  ja: [20, 0],
  ko: [21, 0],
  nl: [26, 2],
  no: [25, 0],
  pl: [25, 0],
  pt: [23, 1],
  ro: [22, 1],
  ru: [26, 2],
  sv: [25, 1],
  th: [14, 0],
  tr: [20, 0],
  uk: [26, 1],
  vi: [16, 0],
  zh: [27, 0],
};

/** What bare words find in every form of the Library, beside what stands there as it was typed. */
export function libraryStemsContract(name: string, makePlace: () => Promise<LibraryPlace>): void {
  describe(`${name}: inflected words`, () => {
    let place: LibraryPlace;
    let library: Library;
    const found = async (query: QueryNode, change: Partial<SearchRequest> = {}) =>
      (await library.search({ query, sort: 'newest', limit: 100, facets: [], ...change })).items
        .map(({ id }) => id)
        .sort();
    beforeEach(async () => {
      place = await makePlace();
      library = await place.open();
      await library.write(
        inflected.map(([language, content]) =>
          sampleArticle(`in-${language}`, { language, content, title: 'Plain' }),
        ),
      );
      await library.write([
        sampleArticle('title', { title: 'Governments and markets', content: 'Nothing here.' }),
      ]);
      await library.refresh();
    });
    afterEach(async () => {
      await library.close();
      await place.destroy();
    });

    it('finds inflected forms in the language of the article', async () => {
      const missed: string[] = [];
      for (const [language, , ...words] of inflected)
        for (const word of words)
          if (!(await found(term(word))).includes(`in-${language}`)) missed.push(`${language} ${word}`);
      expect(missed).toEqual([]);
    });

    it('finds sentences by other forms of their words, and not by other words', async () => {
      const rows = inflectionRows();
      await library.write(
        rows.map(({ language, sentence }, i) =>
          sampleArticle(`row${i}`, { language, content: sentence, title: 'Plain' }),
        ),
      );
      await library.refresh();
      const counts = new Map<string, [found: number, wrong: number]>();
      for (const [i, { language, words, others }] of rows.entries()) {
        const finding = await Promise.all([...words, ...others].map(async (word) => found(term(word))));
        const hits = finding.map((ids) => ids.includes(`row${i}`));
        const [most, least] = counts.get(language) ?? [0, 0];
        counts.set(language, [
          most + hits.slice(0, words.length).filter(Boolean).length,
          least + hits.slice(words.length).filter(Boolean).length,
        ]);
      }
      expect(Object.fromEntries(counts)).toEqual(floors);
    }, 240_000);

    it('keeps phrases, beginnings and other fields exact', async () => {
      expect(await found(phrase('runner'))).toEqual([]);
      expect(await found(phrase('runners were'))).toEqual(['in-en']);
      expect(await found({ kind: 'prefix', text: 'runners' })).toEqual(['in-en']);
      expect(await found({ kind: 'prefix', text: 'runnersx' })).toEqual([]);
      expect(await found(term('runner', 'author'))).toEqual([]);
    });

    it('finds them in the title or the content alone, and leaves out what is excluded', async () => {
      expect(await found(term('government', 'title'))).toEqual(['title']);
      expect(await found(term('government', 'content'))).toEqual([]);
      expect(await found(term('runner', 'content'))).toEqual(['in-en']);
      expect(
        await found({ kind: 'and', nodes: [term('elected'), { kind: 'not', node: term('runner') }] }),
      ).not.toContain('in-en');
    });

    it('takes a word for one of the languages that are asked for', async () => {
      expect(await found(term('ministro'), { languages: ['es'] })).toEqual(['in-es']);
      expect(await found(term('ministro'), { languages: ['pt'] })).toEqual(['in-pt-BR']);
      expect(await found(term('ministro'))).toEqual(['in-es', 'in-it', 'in-pt-BR']);
    });

    it('finds stop words where they stand', async () => {
      expect(await found(term('were'))).toEqual(['in-en']);
      expect(await found({ kind: 'and', nodes: [term('the'), term('election')] })).toEqual(['in-en']);
      expect(await found(term('und'))).toEqual(['in-de']);
    });

    it('marks inflected forms in highlights', async () => {
      const { items } = await library.search({
        query: term('runner'),
        sort: 'newest',
        limit: 10,
        facets: [],
      });
      expect(items[0]?.highlights).toEqual([
        { field: 'content', text: 'Two runners were running for the elections.', marks: [[4, 11]] },
      ]);
    });

    it('ranks by relevance, titles first', async () => {
      await library.write([sampleArticle('body', { title: 'Other news', content: 'A market opened.' })]);
      await library.refresh();
      const { items } = await library.search({
        query: term('market'),
        sort: 'relevance',
        limit: 10,
        facets: [],
      });
      expect(items.map(({ id }) => id)).toEqual(['title', 'body']);
    });
  });
}
