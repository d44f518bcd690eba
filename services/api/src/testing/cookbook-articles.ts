import type { ArticleDocument } from '@newsmill/contracts';

type Given = Pick<ArticleDocument, 'id' | 'sourceId' | 'language' | 'title' | 'content' | 'published'> &
  Partial<ArticleDocument>;

function article({ id, sourceId, ...more }: Given): ArticleDocument {
  const url = `https://${sourceId}.example/news/${id}`;
  return {
    id,
    uri: `urn:newsmill:article:${id}`,
    version: 1,
    url,
    urls: [url],
    domain: `${sourceId}.example`,
    firstSeen: more.published,
    authors: [],
    sourceId,
    breadcrumb: [],
    keywords: [],
    tags: [],
    images: [],
    wordCount: 300,
    readingMinutes: 2,
    paywalled: false,
    contentHash: id,
    flags: [],
    confidence: 1,
    blocks: [],
    provenance: [],
    removals: [],
    storyId: id,
    ingest: { item: `item-${id}`, discoveredUrl: url, fetchedAt: 1, pipelineVersion: '1' },
    schema: 'newsmill-article/1',
    ...more,
  };
}

const courier = {
  sourceId: 'harbour-courier',
  sourceName: 'The Harbour Courier',
  language: 'en',
  sourceCountry: 'GB',
} as const;
const herald = {
  sourceId: 'delta-herald',
  sourceName: 'Delta Herald',
  language: 'en',
  sourceCountry: 'NL',
} as const;
const tram =
  'The first tram ran along the quay on Tuesday. The harbour levies a new tax for it, said the mayor, Ada Moss.';

/**
 * What the cookbook searches: a small library in four languages, with a story, a family of copies and an
 * article that was withdrawn.
 */
export const cookbookArticles: readonly ArticleDocument[] = [
  article({
    ...courier,
    id: 'tram-opens',
    title: 'Night tram opens at the harbour',
    content: tram,
    published: '2026-11-24T09:00:00.000Z',
    authors: ['Mara Quill'],
    people: ['Ada Moss'],
    organisations: ['Harbour Council'],
    places: ['Port Alder'],
    topics: ['medtop:20000337'],
    section: 'Transport',
    keywords: ['tram'],
    licence: 'CC BY 4.0',
    storyId: 'tram-opens',
    familyId: 'tram-opens',
    provenance: [
      { field: 'title', value: 'Night tram opens at the harbour', source: 'json-ld', confidence: 0.97 },
    ],
  }),
  article({
    ...herald,
    id: 'tram-copy',
    title: 'Night tram opens at the harbour',
    content: tram,
    published: '2026-11-24T10:00:00.000Z',
    people: ['Ada Moss'],
    organisations: ['Harbour Council'],
    places: ['Port Alder'],
    section: 'Transport',
    storyId: 'tram-opens',
    familyId: 'tram-opens',
  }),
  article({
    ...herald,
    id: 'tram-traders',
    title: 'Traders welcome the tram',
    content:
      'Shops at the quay hope for guests. The ferry may lose some of its own. Ada Moss opened the market.',
    published: '2026-11-24T15:00:00.000Z',
    authors: ['Jon Hale'],
    people: ['Ada Moss'],
    places: ['Port Alder'],
    section: 'Business',
    storyId: 'tram-opens',
  }),
  article({
    ...courier,
    id: 'ferry-strike',
    title: 'Ferry crews strike over pay',
    content: 'Crews stopped work at noon. A tax that the harbour plans was not the reason, their union said.',
    published: '2026-11-23T08:00:00.000Z',
    authors: ['Mara Quill'],
    organisations: ['Ferry Workers Union'],
    places: ['Port Alder'],
    section: 'Transport',
  }),
  article({
    ...herald,
    id: 'rates-up',
    title: 'Central bank raises rates',
    content:
      'The central bank raised its key rate to four per cent. Inflation is still too high, said Lena Ortiz.',
    published: '2026-11-20T12:00:00.000Z',
    people: ['Lena Ortiz'],
    organisations: ['Central Bank'],
    section: 'Business',
  }),
  article({
    ...courier,
    id: 'rates-held',
    title: 'Central bank holds rates',
    content: 'The central bank left its key rate where it was. Inflation is falling, said Lena Ortiz.',
    published: '2026-11-06T12:00:00.000Z',
    people: ['Lena Ortiz'],
    organisations: ['Central Bank'],
    section: 'Business',
  }),
  article({
    ...courier,
    id: 'bank-branch',
    title: 'Bank closes its branch at central station',
    content: 'Customers must travel to the old town from May.',
    published: '2026-11-22T07:00:00.000Z',
    section: 'City',
  }),
  article({
    ...herald,
    id: 'river-pilots',
    title: 'The river and its pilots',
    content: 'A long walk with those who know every bank of sand between the sea and the city.',
    published: '2026-11-15T06:00:00.000Z',
    authors: ['Jon Hale'],
    section: 'Magazine',
    wordCount: 2_400,
    readingMinutes: 11,
    paywalled: true,
  }),
  article({
    ...courier,
    id: 'mill-restored',
    title: 'Windmill restored',
    content: 'Harbourmasters and carpenters gave it new sails.',
    published: '2026-10-05T06:00:00.000Z',
    section: 'City',
  }),
  article({
    ...courier,
    id: 'withdrawn',
    title: 'An article that was withdrawn',
    content: 'Its publisher asked for it.',
    published: '2026-11-21T06:00:00.000Z',
  }),
  article({
    sourceId: 'deich-bote',
    language: 'de',
    sourceCountry: 'DE',
    id: 'faehre',
    title: 'Die Fähre legt wieder ab',
    content: 'Nach dem Streik fährt sie am Freitag.',
    published: '2026-11-24T06:00:00.000Z',
    section: 'Verkehr',
  }),
  article({
    sourceId: 'haigang-ribao',
    language: 'zh-Hans',
    sourceCountry: 'CN',
    id: 'beijing',
    title: '北京大学发布新研究',
    content: '研究人员在北京介绍了结果。',
    published: '2026-11-19T06:00:00.000Z',
  }),
  article({
    sourceId: 'haigang-ribao',
    language: 'zh-Hans',
    sourceCountry: 'CN',
    id: 'shanghai',
    title: '上海地铁延长运营时间',
    content: '末班车推迟到午夜以后。',
    published: '2026-11-18T06:00:00.000Z',
  }),
  article({
    sourceId: 'sahifat-almina',
    language: 'ar',
    sourceCountry: 'EG',
    id: 'cairo',
    title: 'القاهرة تفتح متحفا جديدا',
    content: 'قال البنك إن الاقتصاد ينمو في القاهرة.',
    published: '2026-11-17T06:00:00.000Z',
  }),
  article({
    sourceId: 'sahifat-almina',
    language: 'ar',
    sourceCountry: 'EG',
    id: 'port-said',
    title: 'الميناء يستقبل سفينة',
    content: 'وصلت السفينة صباح اليوم.',
    published: '2026-11-16T06:00:00.000Z',
  }),
];

/** The copy is linked to its original, as the index stage does it. */
export const cookbookLinks = [
  {
    id: 'tram-copy',
    duplicateOf: 'tram-opens',
    since: Date.parse('2026-11-24T09:00:00.000Z'),
    similarity: 0.99,
  },
] as const;
export const withdrawnIds = ['withdrawn'] as const;
