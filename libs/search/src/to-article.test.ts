import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ArticleDocument,
  Block,
  channelFacts,
  CleanArticle,
  qualityFlags,
  type ChannelKind,
  type EnrichedArticle,
  type QualityFlag,
} from '@newsmill/contracts';
import { toArticle } from './to-article.ts';
import { toDocument } from './to-document.ts';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
const texts = fc.array(text, { maxLength: 3 });
const address = fc.webUrl({ withQueryParameters: true });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const date = fc.oneof(
  fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
    .map((day) => day.toISOString()),
  fc.constantFrom('2026-03-04', '2026-03-04T08:00:00+02:00', 'yesterday', '', '+012026-01-01T00:00:00Z'),
);
const time = fc.integer({ min: 1, max: 4_000_000_000_000 });
const archive = fc.record({ file: text, offset: fc.nat(), length: fc.integer({ min: 1, max: 99 }) });
const share = fc.integer({ min: 0, max: 1_000 }).map((thousandths) => thousandths / 1_000);
const tag = fc.constantFrom('en', 'en-US', 'zh-Hant', 'und', 'EN_us', 'xx');
const entry = fc.record({
  url: address,
  id: maybe(text),
  title: maybe(text),
  summary: maybe(text),
  authors: texts,
  categories: texts,
  published: maybe(date),
  updated: maybe(date),
  language: maybe(tag),
  image: maybe(address),
  channel: maybe(address),
  channelKind: maybe(fc.constantFrom(...(Object.keys(channelFacts) as ChannelKind[]))),
  hasContent: maybe(fc.boolean()),
});

/** Every field of a cleaned article: one that is not here fails to compile. */
const fields: { readonly [Name in keyof typeof CleanArticle.shape]: fc.Arbitrary<unknown> } = {
  held: maybe(fc.record({ articleId: text, mayLeave: fc.boolean(), why: text })),
  isAgain: fc.constant(undefined),
  item: text,
  sourceId: text,
  url: address,
  finalUrl: address,
  canonicalUrl: maybe(address),
  fetchedAt: time,
  firstSeen: time,
  title: text,
  subtitle: maybe(text),
  byline: maybe(text),
  authors: texts,
  agencies: texts,
  publisher: maybe(text),
  published: maybe(date),
  publishedPrecision: maybe(fc.constantFrom(...CleanArticle.shape.publishedPrecision.unwrap().options)),
  modified: maybe(date),
  language: maybe(tag),
  section: maybe(text),
  breadcrumb: texts,
  keywords: texts,
  summary: maybe(text),
  text,
  blocks: fc.array(
    fc.record({
      kind: fc.constantFrom(...Block.shape.kind.options),
      text,
      level: maybe(fc.integer({ min: 1, max: 6 })),
    }),
    { maxLength: 3 },
  ),
  images: fc.array(fc.record({ url: address, caption: maybe(text) }), { maxLength: 2 }),
  authorBio: maybe(text),
  disclaimer: maybe(text),
  copyright: maybe(text),
  copyrightHolder: maybe(text),
  usageTerms: maybe(text),
  digitalSourceType: maybe(text),
  licence: maybe(text),
  rights: maybe(
    fc.record({
      training: fc.constant({ decision: 'denied', rules: [{ source: 'meta robots', value: 'noai' }] }),
      reserved: fc.constant(['training']),
    }),
  ),
  paywalled: fc.boolean(),
  nextPage: maybe(address),
  ampUrl: maybe(address),
  flags: fc.subarray(Object.keys(qualityFlags) as QualityFlag[]),
  confidence: share,
  provenance: fc.array(
    fc.record({
      field: fc.constantFrom('published', 'title'),
      value: text,
      source: fc.constantFrom('json-ld', 'url'),
      confidence: share,
    }),
    { maxLength: 2 },
  ),
  removals: fc.array(fc.record({ pass: text, text, why: text }), { maxLength: 2 }),
  httpStatus: maybe(fc.integer({ min: 200, max: 599 })),
  contentType: maybe(text),
  charset: maybe(text),
  rawSha256: maybe(text),
  archive: maybe(archive),
  pages: maybe(fc.array(fc.record({ url: address, archive }), { maxLength: 2 })),
  entry: maybe(entry),
  sourceName: maybe(text),
  sourceCountry: maybe(fc.constantFrom('NO', 'US')),
  tags: texts,
};
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const enriched = (article: CleanArticle, over: Partial<EnrichedArticle> = {}): EnrichedArticle => ({
  ...article,
  id: 'x',
  languageDetected: 'en',
  contentHash: 'c',
  copies: [],
  wordCount: 3,
  readingMinutes: 1,
  facts: [],
  ...over,
});

function kept(article: EnrichedArticle): ArticleDocument {
  const outcome = toDocument(article, { pipelineVersion: '1' });
  if (outcome.kind !== 'accept') throw new Error(outcome.reason);
  return ArticleDocument.parse(plain(outcome.value));
}

describe('toArticle', () => {
  it('gives back all of the article that the document was made of: an enricher may read any of it', () => {
    fc.assert(
      fc.property(fc.record(fields), (made) => {
        const article = CleanArticle.parse(plain(made));
        fc.pre(article.title.trim() !== '' || article.text.trim() !== '');
        expect(plain(toArticle(kept(enriched(article))))).toEqual(article);
      }),
      { numRuns: 300 },
    );
  });

  const article = CleanArticle.parse({
    item: 'i',
    sourceId: 's',
    url: 'https://a.example/1',
    finalUrl: 'https://a.example/1',
    fetchedAt: 2,
    firstSeen: 1,
    title: 'Plain words',
    text: 'They say little.',
    language: 'en-GB',
    blocks: [],
    confidence: 1,
    entry: { url: 'https://a.example/1', categories: ['Sport'] },
  });
  it('gives back what a later release has added to the article', () => {
    const later = CleanArticle.parse({ ...article, ofALaterRelease: { kept: true } });
    expect(plain(toArticle(kept(enriched(later))))).toEqual(later);
  });
  function olderDocument(value: EnrichedArticle): ArticleDocument {
    const { evidence: _, ...ingest } = kept(value).ingest;
    return { ...kept(value), ingest };
  }
  it('takes the language that was found for that of a document of an older version', () => {
    expect(toArticle(olderDocument(enriched(article))).language).toBe('en');
    expect(toArticle(olderDocument(enriched(article, { languageDetected: 'und' }))).language).toBeUndefined();
  });
});
