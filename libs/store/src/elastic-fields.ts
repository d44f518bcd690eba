import type { estypes } from '@elastic/elasticsearch';
import { vectorDimensions } from '@newsmill/contracts';
import { languageAnalyzers } from './elastic-analysis.ts';

type Property = estypes.MappingProperty;

/** Longer values are kept and not indexed: 8,191 characters never exceed the 32,766 bytes of a term. */
const longestKeyword = 8_191;

const keyword: Property = { type: 'keyword', ignore_above: longestKeyword };
/** Compared without regard to case in the sub-field. */
const foldedKeyword: Property = { ...keyword, fields: { folded: { type: 'keyword', ignore_above: longestKeyword, normalizer: 'newsmill_folded' } } };
const text: Property = { type: 'text', analyzer: 'newsmill', search_analyzer: 'newsmill_search' };
/** Counted whole, searched by words in the sub-field. */
const keywordOfWords: Property = { ...keyword, fields: { text: { ...text, norms: false } } };
/** Counted whole, searched whole without regard to case, or by one of its words. */
const named: Property = { ...keyword, fields: { folded: { type: 'keyword', ignore_above: longestKeyword, normalizer: 'newsmill_folded' }, text: { ...text, norms: false } } };
const date: Property = { type: 'date' };
const looseDate: Property = { type: 'date', ignore_malformed: true };
const fraction: Property = { type: 'float', ignore_malformed: true };
const whole: Property = { type: 'long', ignore_malformed: true };
/** Given back and never searched. */
const kept: Property = { type: 'object', enabled: false };
const keptText: Property = { type: 'keyword', index: false, doc_values: false };

/** Every field of ArticleDocument and how it is indexed: the one table from which the mapping is made. */
export const articleFields = {
  id: { type: 'keyword' },
  uri: keyword,
  version: { type: 'long' },
  url: keywordOfWords,
  urls: keyword,
  domain: keyword,
  title: { ...text, fields: { exact: { type: 'keyword', ignore_above: 512 } } },
  subtitle: text,
  summary: text,
  content: text,
  language: foldedKeyword,
  languageConfidence: fraction,
  published: date,
  publishedPrecision: keyword,
  publishedSource: keyword,
  modified: looseDate,
  firstSeen: date,
  indexed: looseDate,
  byline: text,
  authors: keywordOfWords,
  agencies: keywordOfWords,
  sourceId: foldedKeyword,
  sourceName: foldedKeyword,
  sourceCountry: keyword,
  publisher: keyword,
  section: keywordOfWords,
  breadcrumb: keyword,
  keywords: keywordOfWords,
  tags: keywordOfWords,
  people: named,
  organisations: named,
  places: named,
  countries: keyword,
  topics: named,
  keyPhrases: keywordOfWords,
  dateline: keywordOfWords,
  storyId: named,
  images: kept,
  authorBio: keptText,
  disclaimer: keptText,
  copyright: keptText,
  licence: keyword,
  wordCount: whole,
  readingMinutes: whole,
  paywalled: { type: 'boolean' },
  duplicateOf: keyword,
  familyId: keyword,
  similarity: fraction,
  contentHash: keyword,
  flags: keyword,
  confidence: fraction,
  blocks: kept,
  facts: kept,
  provenance: kept,
  removals: kept,
  vector: { type: 'dense_vector', dims: vectorDimensions, element_type: 'byte', index: true, similarity: 'cosine' },
  ingest: {
    type: 'object',
    dynamic: false,
    properties: { item: keyword, discoveredUrl: keyword, fetchedAt: { type: 'long' }, pipelineVersion: keyword, charset: keyword, rawSha256: keyword, traceId: keyword, archive: kept },
  },
  schema: keyword,
} satisfies Readonly<Record<string, Property>>;

/** The text of an article in its own language, stemmed: for search clients, never given back. */
const stemmed: Property = {
  type: 'object',
  dynamic: false,
  properties: Object.fromEntries(Object.entries(languageAnalyzers).map(([language, analyzer]) => [language, { type: 'text', analyzer } satisfies Property])),
};

/** Mapping of the monthly indices. `rest`: fields that newsmill does not know; `linked`: what the document said before a link. */
export const articleMapping: estypes.MappingTypeMapping = {
  dynamic: 'strict',
  _source: { excludes: ['stemmed'] },
  properties: { ...articleFields, stemmed, rest: kept, linked: kept },
};

/** Mapping of links and tombstones: one entry for each article id. */
export const markMapping: estypes.MappingTypeMapping = {
  dynamic: 'strict',
  properties: { id: { type: 'keyword' }, duplicateOf: keyword, since: { type: 'long' }, similarity: fraction, version: { type: 'long' }, indexed: looseDate, reason: keyword },
};
