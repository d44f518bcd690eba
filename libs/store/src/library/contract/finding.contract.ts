import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { vectorDimensions, type QueryNode, type SearchHit, type SearchRequest } from '@newsmill/contracts';
import { BadCursor, LibraryTimeout, type Library } from '../library.ts';
import {
  and,
  article,
  minute,
  not,
  or,
  phrase,
  prefix,
  start,
  term,
  libraryWords,
  type LibraryPlace,
} from '../../testing/library-samples.ts';

/** What a search finds, in which order and in which pages, in every form. `makePlace` is called once for each test. */
export function libraryFindingContract(name: string, makePlace: () => Promise<LibraryPlace>): void {
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

    it('answers the newest first without a query, with what a list of hits shows', async () => {
      const shown = article(4, {
        summary: 'In short.',
        authors: ['Ann Lee'],
        sourceName: 'The Paper',
        images: [{ url: 'https://paper.example/a.jpg' }],
        flags: ['paywalled'],
        duplicateOf: 'id0001',
        familyId: 'id0001',
      });
      await put(article(1), article(3), shown, article(2));
      const page = await ask({ limit: 3 });
      expect(page).toMatchObject({ total: 4, totalIsExact: true });
      expect(page.items.map(({ id }) => id)).toEqual(['id0004', 'id0003', 'id0002']);
      expect(page.items[0]).toEqual({
        id: 'id0004',
        url: shown.url,
        title: 'Report 4',
        summary: 'In short.',
        published: shown.published,
        sourceId: 'paper',
        sourceName: 'The Paper',
        language: 'en',
        authors: ['Ann Lee'],
        image: 'https://paper.example/a.jpg',
        duplicateOf: 'id0001',
        familyId: 'id0001',
        flags: ['paywalled'],
        highlights: [],
      });
    });

    it('finds words in title, summary and content, whatever their case and accents', async () => {
      await put(
        article(1, { title: 'Über die BRÜCKE', content: 'Die Straßenbahn fährt.', language: 'de' }),
        article(2, { summary: 'Un café à Paris', language: 'fr' }),
        article(3, { content: 'İstanbul ve Ankara; Łódź and Kraków', language: 'tr' }),
      );
      for (const [word, id] of [
        ['brücke', 'id0001'],
        ['Brucke', 'id0001'],
        ['straßenbahn', 'id0001'],
        ['FÄHRT', 'id0001'],
        ['cafe', 'id0002'],
        ['krakow', 'id0003'],
        ['Ankara', 'id0003'],
      ] as const) {
        expect([word, await found(term(word))]).toEqual([word, [id]]);
      }
      expect(await found(term('straßenb'))).toEqual([]);
    });

    it('finds Chinese, Japanese and Korean words of any length', async () => {
      await put(
        article(1, {
          title: '人民银行宣布加息',
          content: '中国人民银行今天宣布提高利率，以应对通货膨胀。',
          language: 'zh',
        }),
        article(2, {
          title: '日銀が金利を引き上げ',
          content: '東京都知事選挙の投票が始まった。コンピューターも使う。',
          language: 'ja',
        }),
        article(3, {
          title: '한국은행 기준금리를 인상',
          content: '서울에서 열린 회의에서 결정했다.',
          language: 'ko',
        }),
        article(4, { title: 'ข่าวเศรษฐกิจวันนี้', content: 'ธนาคารกลางขึ้นดอกเบี้ย', language: 'th' }),
      );
      for (const [word, ids] of [
        ['银行', ['id0001']],
        ['利率', ['id0001']],
        ['通货膨胀', ['id0001']],
        ['率', ['id0001']],
        ['胀', ['id0001']],
        ['金利', ['id0002']],
        ['知事選挙', ['id0002']],
        ['選挙', ['id0002']],
        ['コンピューター', ['id0002']],
        ['ｺﾝﾋﾟｭｰﾀｰ', ['id0002']],
        ['금리', ['id0003']],
        ['기준금리', ['id0003']],
        ['서울', ['id0003']],
        ['ธนาคาร', ['id0004']],
        ['行利', []],
        ['银利', []],
      ] as const) {
        expect([word, await found(term(word))]).toEqual([word, ids]);
        expect([word, await found(phrase(word))]).toEqual([word, ids]);
      }
      expect(await found(and(term('人民'), term('加息')))).toEqual(['id0001']);
      expect(await found(and(term('人民'), not(term('加息'))))).toEqual([]);
    });

    it('finds Arabic and Hebrew words with or without their vowel signs, and words of Hindi', async () => {
      await put(
        article(1, { title: 'البَنْكُ المركزي يرفع الفائدة', language: 'ar' }),
        article(2, { title: 'אֲנִי קורא חדשות', language: 'he' }),
        article(3, { title: 'हिन्दी समाचार', language: 'hi' }),
      );
      for (const [word, id] of [
        ['البنك', 'id0001'],
        ['المركزى', 'id0001'],
        ['אני', 'id0002'],
        ['हिन्दी', 'id0003'],
        ['समाचार', 'id0003'],
      ] as const)
        expect([word, await found(term(word))]).toEqual([word, [id]]);
      expect(await found(term('हिन्द'))).toEqual([]);
    });

    it('finds phrases, phrases with gaps, and beginnings of words', async () => {
      await put(
        article(1, { content: 'The central bank raised interest rates.' }),
        article(2, { content: 'The bank in the central square has an interest in low rates.' }),
      );
      expect(await found(phrase('central bank'))).toEqual(['id0001']);
      expect(await found(phrase('interest rates'))).toEqual(['id0001']);
      expect(await found(phrase('interest rates', 3))).toEqual(['id0001', 'id0002']);
      expect(await found(prefix('inter'))).toEqual(['id0001', 'id0002']);
      expect(await found(prefix('rais'))).toEqual(['id0001']);
      expect(await found(term('inter'))).toEqual([]);
    });

    it('combines words with and, or and not', async () => {
      await put(
        article(1, { content: 'apples and pears' }),
        article(2, { content: 'apples and plums' }),
        article(3, { content: 'plums' }),
      );
      expect(await found(and(term('apples'), term('plums')))).toEqual(['id0002']);
      expect(await found(or(term('pears'), term('plums')))).toEqual(['id0001', 'id0002', 'id0003']);
      expect(await found(and(term('plums'), not(term('apples'))))).toEqual(['id0003']);
      expect(await found(not(term('apples')))).toEqual(['id0003']);
      expect(await found(not(not(term('apples'))))).toEqual(['id0001', 'id0002']);
      expect(await found(and(not(term('pears')), not(term('plums'))))).toEqual([]);
      expect(await found(or(term('pears'), not(term('apples'))))).toEqual(['id0001', 'id0003']);
    });

    it('binds words to fields', async () => {
      await put(
        article(1, {
          title: 'Bank',
          content: 'Money',
          authors: ['Ann Lee', 'Bo Ek'],
          sourceId: 'the-paper',
          language: 'zh-Hant',
          section: 'World News',
          keywords: ['interest rate'],
          tags: ['daily'],
          url: 'https://news.example/economy/rates-rise',
        }),
        article(2, {
          title: 'Money',
          content: 'Bank',
          authors: ['Lee Ann Smith'],
          sourceId: 'the-paper-two',
          language: 'en',
          section: 'Sport',
          url: 'https://other.example/sport/rates',
        }),
      );
      for (const [query, ids] of [
        [term('bank', 'title'), ['id0001']],
        [term('bank', 'content'), ['id0002']],
        [term('ann lee', 'author'), ['id0001']],
        [term('smith', 'author'), ['id0002']],
        [term('the-paper', 'source'), ['id0001']],
        [term('zh', 'language'), ['id0001']],
        [term('zh-Hant', 'language'), ['id0001']],
        [term('EN', 'language'), ['id0002']],
        [term('zh_hant', 'language'), ['id0001']],
        [term('zho', 'language'), ['id0001']],
        [term('zh-Hans', 'language'), []],
        [term('world news', 'section'), ['id0001']],
        [term('interest rate', 'keyword'), ['id0001']],
        [term('daily', 'tag'), ['id0001']],
        [term('news.example', 'url'), ['id0001']],
        [and(term('money'), not(term('the-paper', 'source'))), ['id0002']],
        [term('zz', 'language'), []],
      ] as const)
        expect([query, await found(query)]).toEqual([query, ids]);
    });

    it('finds people, organisations, places, topics and stories by their whole name or one of its words', async () => {
      await put(
        article(1, {
          people: ['Imran Khan', 'Recep Tayyip Erdoğan'],
          organisations: ['U.N.', 'Reserve Bank of India'],
          places: ['São Paulo', '北京'],
          topics: ['medtop:11000000', 'medtop:15000000'],
          subtopics: ['medtop:20000574'],
          storyId: 'id0001',
        }),
        article(2, {
          people: ['Khan'],
          organisations: ['Bank'],
          places: ['Paulo Afonso'],
          topics: ['medtop:15000000'],
          storyId: 'id0001',
        }),
        article(3, { content: 'Imran Khan went to São Paulo.' }),
      );
      for (const [query, ids] of [
        [term('khan', 'person'), ['id0001', 'id0002']],
        [{ kind: 'phrase', text: 'imran khan', field: 'person' }, ['id0001']],
        [{ kind: 'phrase', text: 'Khan', field: 'person' }, ['id0001', 'id0002']],
        [{ kind: 'phrase', text: 'Tayyip Erdoğan', field: 'person' }, []],
        [term('erdogan', 'person'), ['id0001']],
        [term('Erdoğan', 'person'), ['id0001']],
        [{ kind: 'prefix', text: 'imr', field: 'person' }, ['id0001']],
        [term('bank', 'organisation'), ['id0001', 'id0002']],
        [{ kind: 'phrase', text: 'u.n.', field: 'organisation' }, ['id0001']],
        [{ kind: 'phrase', text: 'são paulo', field: 'place' }, ['id0001']],
        [term('北京', 'place'), ['id0001']],
        [{ kind: 'phrase', text: 'medtop:11000000', field: 'topic' }, ['id0001']],
        [term('medtop:15000000', 'topic'), ['id0001', 'id0002']],
        [{ kind: 'phrase', text: 'medtop:20000574', field: 'subtopic' }, ['id0001']],
        [{ kind: 'phrase', text: 'medtop:20000574', field: 'topic' }, []],
        [{ kind: 'exact', field: 'has', value: 'subtopic' }, ['id0001']],
        [term('id0001', 'story'), ['id0001', 'id0002']],
      ] as const satisfies readonly (readonly [QueryNode, readonly string[]])[])
        expect([query, await found(query)]).toEqual([query, ids]);
    });

    it('filters by source, language and date of publication', async () => {
      await put(
        ...[1, 2, 3, 4, 5, 6].map((number) =>
          article(number, { sourceId: `s${number % 3}`, language: number < 4 ? 'en' : 'de-AT' }),
        ),
      );
      expect(await found(undefined, { sources: ['s0'] })).toEqual(['id0003', 'id0006']);
      expect(await found(undefined, { sources: ['s0', 's1'], languages: ['en'] })).toEqual([
        'id0001',
        'id0003',
      ]);
      expect(await found(term('report'), { languages: ['de'] })).toEqual(['id0004', 'id0005', 'id0006']);
      const at = (number: number) => new Date(start + number * minute).toISOString();
      expect(await found(undefined, { from: at(2), to: at(4) })).toEqual(['id0002', 'id0003']);
      expect(await found(term('report'), { from: at(5) })).toEqual(['id0005', 'id0006']);
      expect(await found(term('report'), { to: at(2), sources: ['s1'] })).toEqual(['id0001']);
      expect((await ask({ from: at(9) })).total).toBe(0);
    });

    it('goes through pages without gap or double while articles come in', async () => {
      const documents = Array.from({ length: 250 }, (_, i) =>
        article(i, {
          content: 'common',
          published: new Date(start + Math.trunc(i / 10) * minute).toISOString(),
        }),
      );
      await put(...documents);
      const wanted = documents.map(({ id }) => id).sort();
      let extra = 1_000;
      const insert = async () => {
        // Newer than all, and older than all: neither may push a page over its bounds.
        await put(
          article(extra, { content: 'common' }),
          article(extra + 1, {
            content: 'common',
            published: new Date(start - extra * minute).toISOString(),
          }),
        );
        extra += 2;
      };
      for (const query of [undefined, term('common')]) {
        const ids = await allIds({ query }, insert);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((id) => id < 'id1000').sort()).toEqual(wanted);
      }
      const ranked = await allIds({ query: term('common'), sort: 'relevance' });
      expect(new Set(ranked).size).toBe(ranked.length);
      expect(ranked).toHaveLength(await library.count());
    });

    it('refuses a cursor that is not its own, or of another query', async () => {
      await put(article(1), article(2), article(3));
      const { next } = await ask({ limit: 1 });
      expect(next).toBeDefined();
      await expect(ask({ limit: 1, cursor: next, query: term('report') })).rejects.toBeInstanceOf(BadCursor);
      for (const cursor of [
        '',
        'nonsense',
        Buffer.from('[1]').toString('base64url'),
        Buffer.from('{}').toString('base64url'),
        `${next}x`.repeat(50),
      ]) {
        await expect(ask({ limit: 1, cursor })).rejects.toBeInstanceOf(BadCursor);
      }
    });

    it('puts what speaks most of the words first when asked for relevance', async () => {
      await put(
        article(9, { content: `tariff ${'filler words here '.repeat(60)}` }),
        article(1, { title: 'Tariff talks', content: 'The tariff of tariffs: a tariff dispute.' }),
        article(2, { content: 'Nothing of that.' }),
      );
      const page = await ask({ query: term('tariff'), sort: 'relevance' });
      expect(page.items.map(({ id }) => id)).toEqual(['id0001', 'id0009']);
      expect((await ask({ query: term('tariff') })).items.map(({ id }) => id)).toEqual(['id0009', 'id0001']);
    });

    it('marks the found words in the original text', async () => {
      const long = `${'Something else stands here for a while. '.repeat(20)}Then the Central Bank raised rates. ${'More that does not matter. '.repeat(20)}`;
      await put(
        article(1, { title: 'The <b>Café</b> & central bank', content: long }),
        article(2, {
          title: '人民银行宣布加息',
          content: `${'今天天气很好。'.repeat(40)}中国人民银行提高利率。${'明天也很好。'.repeat(40)}`,
          language: 'zh',
        }),
      );
      const marked = (hit: SearchHit | undefined) =>
        hit?.highlights.flatMap(({ field, text, marks }) =>
          marks.map(([from, to]) => `${field}: ${text.slice(from, to)}`),
        );
      const byPhrase = await ask({ query: phrase('central bank') });
      expect(marked(byPhrase.items[0])).toEqual(['title: central bank', 'content: Central Bank']);
      for (const { field, text } of byPhrase.items[0]?.highlights ?? []) {
        expect(
          field === 'title' ? article(1, { title: 'The <b>Café</b> & central bank' }).title : long,
        ).toContain(text);
        expect(text.length).toBeLessThan(260);
      }
      expect(marked((await ask({ query: term('cafe') })).items[0])).toEqual(['title: Café']);
      expect(marked((await ask({ query: prefix('rais') })).items[0])).toEqual(['content: raised']);
      expect(marked((await ask({ query: term('银行') })).items[0])).toEqual(['title: 银行', 'content: 银行']);
      expect(marked((await ask({ query: and(term('bank'), not(term('zebra'))) })).items[0])).toContain(
        'content: Bank',
      );
    });

    it('hides near copies when asked', async () => {
      await put(
        article(1, { content: 'same story' }),
        article(2, { content: 'same story', duplicateOf: 'id0001', familyId: 'id0001' }),
      );
      expect(await found(term('story'))).toEqual(['id0001', 'id0002']);
      expect(await found(term('story'), { collapse: true })).toEqual(['id0001']);
      expect(await found(undefined, { collapse: true })).toEqual(['id0001']);
      expect((await ask({ query: term('story'), collapse: true, facets: ['source'] })).facets.source).toEqual(
        [{ value: 'paper', count: 1 }],
      );
    });

    it('answers or ends every query, whatever stands in it', async () => {
      await put(article(1, { content: 'plain words' }), article(2, { content: 'others' }));
      const signs = [
        '"',
        '""',
        "'",
        '*',
        '^',
        '-',
        '(',
        ')',
        'NEAR(',
        'AND',
        'OR NOT',
        'title:',
        '{title}: x',
        'a"b',
        'words" OR "x',
        '\u0000',
        '\ud800',
        '🙂',
        '%',
        '\\',
        'a'.repeat(50_000),
        ' ',
        '',
      ];
      for (const text of signs) {
        for (const kind of ['term', 'phrase', 'prefix'] as const) {
          for (const field of [undefined, 'title', 'source', 'language'] as const)
            expect((await ask({ query: { kind, text, field } })).total).toBeLessThanOrEqual(2);
        }
      }
      expect(await found(term('🙂'))).toEqual([]);
      expect(await found(and(term('plain'), term('🙂')))).toEqual(['id0001']);
      expect(await found({ kind: 'and', nodes: [] })).toEqual([]);
      const deep = Array.from({ length: 2_000 }).reduce<QueryNode>((inner) => not(inner), term('x'));
      const wide = or(...Array.from({ length: 5_000 }, (_, i) => prefix(String.fromCharCode(97 + (i % 26)))));
      for (const query of [deep, wide, and(wide, not(wide))]) {
        const ended = await ask({ query }).then(
          (page) => page.total,
          (error: unknown) => error,
        );
        expect(
          typeof ended === 'number' || ended instanceof RangeError || ended instanceof LibraryTimeout,
        ).toBe(true);
      }
      expect(await found(term('plain'))).toEqual(['id0001']);
    });

    it('finds what is near in meaning besides what holds the words, the two lists fused', async () => {
      // Directions in a plane: the angle, in degrees, is all that differs.
      const direction = (degrees: number) =>
        Array.from({ length: vectorDimensions }, (_, i) =>
          i === 0
            ? Math.round(127 * Math.cos((degrees * Math.PI) / 180))
            : i === 1
              ? Math.round(127 * Math.sin((degrees * Math.PI) / 180))
              : 0,
        );
      const madeBy = (vectorBy: string) => ({ ...article(1).ingest, evidence: { vectorBy } });
      const hybrid = {
        query: term('harbour'),
        sort: 'relevance',
        near: { vector: direction(0), least: 0.3, by: 'plane/1' },
      } as const;
      expect((await ask(hybrid)).items).toEqual([]);
      await put(
        article(1, { title: 'Harbour closed', vector: direction(85) }),
        article(2, { title: 'Port shut', vector: direction(10), ingest: madeBy('plane/1') }),
        article(3, {
          title: 'Harbour closed again',
          vector: direction(5),
          sourceId: 'other',
          duplicateOf: article(2).id,
        }),
        article(4, { title: 'Rates rise', vector: direction(120) }),
        article(5, {
          title: 'Quay blocked',
          vector: direction(40),
          language: 'en-GB',
          published: '2026-09-01T00:00:00.000Z',
        }),
        article(6, { title: 'Harbour without direction' }),
        article(7, { title: 'A vector of another table', vector: [1, 2, 3] }),
        article(8, { title: 'No direction at all', vector: direction(0).fill(0) }),
        article(9, { title: 'Of another table', vector: direction(1), ingest: madeBy('plane/2') }),
      );
      const idsOf = async (change: Partial<SearchRequest> = {}) =>
        (await ask({ ...hybrid, ...change })).items.map(({ id }) => id);
      const names = (...numbers: number[]) => numbers.map((number) => article(number).id);
      const all = await idsOf();
      expect(all[0]).toBe(article(3).id);
      expect(all.toSorted()).toEqual(names(1, 2, 3, 5, 6));
      expect(await ask({ ...hybrid, limit: 1, facets: ['source', 'language'] })).toMatchObject({
        total: 5,
        totalIsExact: true,
        facets: {
          source: [
            { value: 'paper', count: 4 },
            { value: 'other', count: 1 },
          ],
          language: [{ value: 'en', count: 5 }],
        },
      });
      expect(await allIds({ ...hybrid, limit: 2 })).toEqual(all);
      // Near articles fulfil the conditions, the words they need not hold.
      expect(await idsOf({ sources: ['other'] })).toEqual(names(3));
      expect((await idsOf({ from: '2026-10-01' })).toSorted()).toEqual(names(1, 2, 3, 6));
      expect((await idsOf({ collapse: true })).toSorted()).toEqual(names(1, 2, 5, 6));
      // A copy whose original is not among what was found stands for it.
      expect(await idsOf({ collapse: true, sources: ['other'] })).toEqual(names(3));
      expect(
        (
          await idsOf({
            query: and(term('harbour'), not(term('again'))),
            near: { vector: direction(0), least: 0.3, by: 'plane/1', must: not(term('again')) },
          })
        ).toSorted(),
      ).toEqual(names(1, 2, 5, 6));
      // Only by relevance, and only with a query.
      expect((await idsOf({ sort: 'newest' })).toSorted()).toEqual(names(1, 3, 6));
      expect((await idsOf({ query: undefined })).length).toBe(9);
      // A vector that is none finds nothing near; what was written is given back.
      expect((await idsOf({ near: { vector: [1], least: 0.3, by: 'plane/1' } })).toSorted()).toEqual(
        names(1, 3, 6),
      );
      expect((await library.get(article(7).id))?.vector).toEqual([1, 2, 3]);
      expect((await library.get(article(2).id))?.vector).toEqual(direction(10));
      // A newer version without a vector takes it along, and so does a removal.
      await put(article(2, { title: 'Port shut', version: 2_000 }));
      await library.remove([{ id: article(5).id, version: 2_000 }]);
      await library.refresh();
      expect((await idsOf()).toSorted()).toEqual(names(1, 3, 6));
      await expect(ask({ ...hybrid, cursor: 'nonsense' })).rejects.toThrow(BadCursor);
    });
  });
}
