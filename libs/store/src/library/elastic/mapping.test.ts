import { describe, expect, it } from '@jest/globals';
import type { estypes } from '@elastic/elasticsearch';
import { ArticleDocument, vectorDimensions } from '@newsmill/contracts';
import { connectElastic } from '../../elastic/elastic-client.ts';
import { elasticNames } from '../../elastic/elastic-names.ts';
import { elasticSuite } from '../../testing/elastic-suite.ts';
import { sampleArticle } from '../../testing/sample-article.ts';
import { indexText } from '../query/index-tokens.ts';
import { foldTerm } from './analysis.ts';
import { elasticTemplates, putTemplates } from './elastic-templates.ts';
import { articleFields } from './fields.ts';

const suite = elasticSuite();

const full: Required<ArticleDocument> = {
  ...sampleArticle('full'),
  subtitle: 'Sub',
  summary: 'Short',
  summaryGenerated: 'Shorter',
  contentHtml: '<p>Plain</p>',
  languageDetected: 'en',
  languageConfidence: 0.9,
  publishedPrecision: 'minute',
  publishedSource: 'json-ld',
  modified: '2026-10-21T00:00:00Z',
  indexed: '2026-10-21T00:00:00Z',
  edits: [{ at: '2026-10-21T00:00:00.000Z', classes: ['headline'] }],
  byline: 'By Ann',
  sources: ['paper', 'wire'],
  sourceName: 'The Paper',
  sourceUri: 'urn:newsmill:source:paper',
  sourceType: 'feed',
  sourceCountry: 'NO',
  publisher: 'Press',
  section: 'News',
  authorBio: 'Ann writes.',
  disclaimer: 'None.',
  copyright: '(c) Paper',
  copyrightHolder: 'Paper',
  usageTerms: 'All rights',
  digitalSourceType: 'https://schema.org/DigitalArtDigitalSource',
  licence: 'CC-BY',
  rights: {
    training: { decision: 'denied', rules: [{ source: 'meta robots', value: 'noai' }] },
    reserved: ['training', 'later'],
    unavailableAfter: '2030-01-01T00:00:00.000Z',
  },
  duplicateOf: 'other',
  familyId: 'other',
  similarity: 0.5,
  images: [
    {
      url: 'https://paper.example/a.jpg',
      caption: 'A',
      credit: 'B',
      alt: 'C',
      width: 1,
      height: 2,
      more: [1],
    },
  ],
  blocks: [{ kind: 'heading', text: 'Plain', level: 2, more: { deep: true } }],
  agencies: ['Reuters'],
  people: ['Ann Lee'],
  organisations: ['U.N.'],
  places: ['Oslo'],
  countries: ['NO'],
  topics: ['medtop:15000000'],
  subtopics: ['medtop:20000822'],
  extensionFacts: ['tone/1', 'tone.mood'],
  keyPhrases: ['harbour tram'],
  dateline: 'Oslo',
  storyId: 'full',
  storyLead: true,
  entities: [
    {
      name: 'Ann Lee',
      type: 'person',
      wikidata: 'Q1',
      geonames: 2,
      country: 'NO',
      count: 2,
      salience: 0.5,
      confidence: 0.9,
      more: { deep: true },
    },
  ],
  subjects: [{ code: 'medtop:15000000', name: 'sport', confidence: 90, creator: 'own/1' }],
  geo: [
    { lat: 59.9, lon: 10.7 },
    { lat: 1, lon: 2 },
  ],
  facts: [{ name: 'own', value: { deep: [1] }, by: 'own/1', confidence: 0.5 }],
  provenance: [{ field: 'title', value: 'x', source: 'h1', confidence: 0.4 }],
  removals: [{ pass: 'drop-footer', text: 'x', why: 'y' }],
  vector: Array.from({ length: vectorDimensions }, (_, i) => (i % 255) - 127),
  ingest: {
    ...sampleArticle('full').ingest,
    charset: 'utf-8',
    httpStatus: 200,
    contentType: 'text/html',
    rawSha256: 'ab',
    archive: { file: 'a.warc', offset: 1, length: 2, more: 1 },
    traceId: 't',
    more: { unknown: [null] },
  },
};

describe('the mapping of articles', () => {
  it('has every field of the document, and no other', () => {
    expect(Object.keys(articleFields).sort()).toEqual(Object.keys(ArticleDocument.shape).sort());
    expect(articleFields['ingest']).toMatchObject({
      properties: Object.fromEntries(
        Object.keys(ArticleDocument.shape.ingest.shape).map((name) => [name, expect.anything()]),
      ),
    });
  });

  it('takes a document with every field, known or not, and gives it back as it was', async () => {
    const library = suite.open();
    const strange = {
      ...full,
      rest: { own: 1 },
      linked: 'own',
      stemmed: ['own'],
      'a.b': { c: 1 },
      extra: [{ deep: null }],
    };
    expect(Object.keys(full).sort()).toEqual(Object.keys(ArticleDocument.shape).sort());
    expect(await library.write([full, { ...strange, id: 'strange' }])).toEqual([
      { kind: 'written' },
      { kind: 'written' },
    ]);
    // Who told of it, and its edits, are known beside it: there are none.
    const added = { indexed: expect.any(String), sources: undefined, edits: undefined };
    expect(await library.get('full')).toEqual({ ...full, ...added });
    expect(await library.get('strange')).toEqual({ ...strange, ...added, id: 'strange' });
  });

  it('refuses no document for long values, lone surrogates or odd numbers', async () => {
    const library = suite.open();
    const long = '字'.repeat(40_000);
    const word = 'w'.repeat(100_000);
    const documents = [
      sampleArticle('long', {
        url: `https://paper.example/${word}`,
        urls: [word],
        title: word,
        content: `${word} ${long}`,
        byline: long,
        authors: [long],
        sourceId: word,
        sourceName: long,
        section: long,
        keywords: [word],
        tags: [long],
        language: word.slice(0, 9_000),
        contentHash: word,
        authorBio: long,
      }),
      sampleArticle('odd', {
        title: 'lone \ud800 surrogate \u0000',
        content: '\udfff',
        wordCount: 2 ** 52,
        languageConfidence: 1e300,
        modified: 'sometime',
        language: '',
      }),
    ];
    expect(await library.write(documents)).toEqual([{ kind: 'written' }, { kind: 'written' }]);
    expect(await library.get('long')).toEqual({ ...documents[0], indexed: expect.any(String) });
    expect(await library.write([sampleArticle('i'.repeat(513)), sampleArticle('')])).toMatchObject([
      { kind: 'rejected' },
      { kind: 'rejected' },
    ]);
  });

  it('keeps the text in the stemmed field of its language', async () => {
    const library = suite.open();
    const texts = {
      en: 'The runners were running',
      de: 'Die Läufer liefen',
      ru: 'бегуны бежали',
      'pt-BR': 'corredores correndo',
      nb: 'bilene kjører',
      ar: 'العدائين',
      zh: '跑步',
    };
    await library.write(
      Object.entries(texts).map(([language, content]) =>
        sampleArticle(`in-${language}`, { language, content }),
      ),
    );
    await library.refresh();
    const { articles } = elasticNames(suite.namespace);
    const found = async (field: string, query: string) =>
      (await suite.client().search({ index: articles, query: { match: { [field]: query } } })).hits.hits.map(
        ({ _id }) => _id,
      );
    expect(await found('stemmed.content.en', 'runner')).toEqual(['in-en']);
    expect(await found('stemmed.content.de', 'laufer')).toEqual(['in-de']);
    expect(await found('stemmed.content.pt', 'corredor')).toEqual(['in-pt-BR']);
    expect(await found('stemmed.content.no', 'biler')).toEqual(['in-nb']);
    expect(await found('content', '跑步')).toEqual(['in-zh']);
    const index = elasticNames(suite.namespace).monthOf('2026-10');
    const { _source } = await suite.client().get<Record<string, unknown>>({ index, id: 'in-en' });
    expect(_source).not.toHaveProperty('stemmed');
    expect(_source).not.toHaveProperty('stems');
    // As an earlier version wrote it, without stems of ours.
    await suite.client().index({
      index,
      id: 'before',
      document: { ..._source, id: 'before', stemmed: { content: { en: texts.en } } },
      refresh: true,
    });
    const { items } = await library.search({
      query: { kind: 'term', text: 'runner' },
      sort: 'newest',
      limit: 10,
      facets: [],
    });
    expect(items.map(({ id }) => id).sort()).toEqual(['before', 'in-en']);
  });

  it('finds entities and subjects by conditions on one of them, and places by distance', async () => {
    const library = suite.open();
    const entity = {
      name: 'Oslo',
      type: 'place' as const,
      wikidata: 'Q585',
      count: 3,
      salience: 0.6,
      confidence: 0.9,
    };
    const quiet = { ...entity, name: 'Ann Lee', type: 'person' as const, wikidata: 'Q1', salience: 0.1 };
    await library.write([
      sampleArticle('nested', {
        entities: [entity, quiet],
        subjects: [{ code: 'medtop:15000000', name: 'sport', confidence: 91, creator: 'own/1' }],
        geo: [
          { lat: 59.91, lon: 10.75 },
          { lat: -33, lon: 151 },
        ],
      }),
    ]);
    await library.refresh();
    const { articles } = elasticNames(suite.namespace);
    const found = async (query: estypes.QueryDslQueryContainer) =>
      (
        await suite
          .client()
          .search({ index: articles, query: { bool: { filter: [query, { ids: { values: ['nested'] } }] } } })
      ).hits.hits.length;
    const salient = (wikidata: string) =>
      found({
        nested: {
          path: 'entities',
          query: {
            bool: {
              filter: [
                { term: { 'entities.wikidata': wikidata } },
                { range: { 'entities.salience': { gte: 0.5 } } },
              ],
            },
          },
        },
      });
    expect([await salient('Q585'), await salient('Q1')]).toEqual([1, 0]);
    expect(
      await found({ nested: { path: 'subjects', query: { range: { 'subjects.confidence': { gt: 90 } } } } }),
    ).toBe(1);
    const near = (lat: number, lon: number) =>
      found({ geo_distance: { distance: '50km', geo: { lat, lon } } });
    expect([await near(59.9, 10.7), await near(-33.1, 151), await near(0, 0)]).toEqual([1, 1, 0]);
  });

  it('makes the same words of a text as the SQLite form', async () => {
    const library = suite.open();
    await library.prepare();
    const index = elasticNames(suite.namespace).monthOf(new Date().toISOString());
    // biome-ignore format: a table, read by its rows
    for (const text of [
      '日銀が金利ABC東京 コンピューター ｺﾝﾋﾟｭｰﾀｰ を', '中国人民银行a利率b，金', '한국은행 기준금리를ABC', 'ธนาคารกลางขึ้นดอกเบี้ย ok',
      'Über die BRÜCKE Straße İstanbul Łódź é e\u0301', 'البَنْكُ المركزي إلى', 'אֲנִי קורא', 'हिन्दी समाचार',
      "don't U.S.A. 3.14 snake_case x\u00ady Ｆｕｌｌ ﬁne ²", '𠀀𠀁 x a金b', 'Москва й ё',
    ]) {
      const { tokens } = await suite.client().indices.analyze({ index, analyzer: 'newsmill', text });
      expect(tokens?.map(({ token }) => token)).toEqual(indexText(text).match(/[\p{L}\p{N}\p{Mn}\p{Mc}\p{Co}]+/gu)?.map(foldTerm));
    }
  });
});

describe('the templates', () => {
  it('are made by many processes at once, and by those again', async () => {
    const namespace = `${suite.namespace}-many`;
    const libraries = Array.from({ length: 6 }, () => suite.open({ namespace }));
    await Promise.all(libraries.map((library) => library.prepare()));
    await Promise.all(libraries.map((library) => library.prepare()));
    expect(await suite.client().indices.existsAlias({ name: `${namespace}-articles` })).toBe(true);
    await Promise.all(
      libraries.map((library, i) =>
        library.write([sampleArticle(`a${i}`, { firstSeen: '2026-09-01T00:00:00Z' })]),
      ),
    );
    await libraries[0]?.refresh();
    expect(await libraries[1]?.count()).toBe(6);
  });

  it('are put again when settings change, not when a newer newsmill has put them', async () => {
    const namespace = `${suite.namespace}-again`;
    const connection = connectElastic({ url: suite.url() });
    const name = `${namespace}-articles`;
    const stored = async () =>
      (await connection.client.indices.getIndexTemplate({ name })).index_templates[0]?.index_template;
    await putTemplates(connection, namespace, {});
    const first = await stored();
    await putTemplates(connection, namespace, { shards: 2 });
    const second = await stored();
    expect(second?._meta).not.toEqual(first?._meta);
    const {
      component_templates: [component],
    } = await connection.client.cluster.getComponentTemplate({ name: `${name}-settings` });
    expect(component?.component_template.template.settings?.index?.number_of_shards).toBe('2');
    await connection.client.indices.putIndexTemplate({
      name,
      index_patterns: second?.index_patterns,
      composed_of: second?.composed_of,
      priority: 500,
      _meta: { revision: 1_000 },
    });
    await putTemplates(connection, namespace, { shards: 3 });
    expect((await stored())?._meta).toEqual({ revision: 1_000 });
    await connection.client.close();
  });

  it('give the months of an earlier newsmill the fields that came later; what has another form there stays until a reindex', async () => {
    const namespace = `${suite.namespace}-older`;
    const { articles, monthOf } = elasticNames(namespace);
    const { settings, mappings } = elasticTemplates(namespace, {}).components[`${articles}-mappings`] ?? {};
    const { storyId, keyPhrases, section, ...earlier } = mappings?.properties ?? {};
    expect([storyId, keyPhrases, section]).not.toContain(undefined);
    await suite.client().indices.create({
      index: monthOf('2026-08'),
      settings,
      mappings: { ...mappings, properties: { ...earlier, section: { type: 'text' } } },
      aliases: { [articles]: {} },
    });
    await suite.client().indices.putIndexTemplate({
      name: articles,
      index_patterns: [`${namespace}-none-*`],
      _meta: { revision: 1, hash: 'an earlier one' },
    });
    const library = suite.open({ namespace });
    await library.prepare();
    const article = sampleArticle('new', {
      firstSeen: '2026-08-02T00:00:00.000Z',
      section: 'News',
      storyId: 'new',
      keyPhrases: ['harbour tram'],
    });
    await library.write([article]);
    await library.refresh();
    expect(await library.get('new')).toMatchObject({ storyId: 'new', keyPhrases: ['harbour tram'] });
    expect(
      (
        await library.search({
          query: { kind: 'term', field: 'story', text: 'new' },
          sort: 'newest',
          limit: 5,
          facets: [],
        })
      ).items.map(({ id }) => id),
    ).toEqual(['new']);
    const typesOf = async () =>
      Object.values(await suite.client().indices.getMapping({ index: articles })).map(
        (index) => index.mappings.properties?.['section']?.type,
      );
    expect(await typesOf()).toContain('text');
    await library.reindex({ graceMs: 0 });
    expect(await typesOf()).not.toContain('text');
    expect(await library.get('new')).toMatchObject({ storyId: 'new', section: 'News' });
  });
});
