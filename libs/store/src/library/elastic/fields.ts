import type { estypes } from '@elastic/elasticsearch';
import { documentFields, vectorDimensions, type IndexedParts, type IndexKind } from '@newsmill/contracts';
import { languageAnalyzers } from './analysis.ts';

type Property = estypes.MappingProperty;

/** Longer values are kept and not indexed: 8,191 characters never exceed the 32,766 bytes of a term. */
const longestKeyword = 8_191;

const keyword: Property = { type: 'keyword', ignore_above: longestKeyword };
/** Compared without regard to case in the sub-field. */
const foldedKeyword: Property = {
  ...keyword,
  fields: { folded: { type: 'keyword', ignore_above: longestKeyword, normalizer: 'newsmill_folded' } },
};
const text: Property = { type: 'text', analyzer: 'newsmill', search_analyzer: 'newsmill_search' };
/** Counted whole, searched by words in the sub-field. */
const keywordOfWords: Property = { ...keyword, fields: { text: { ...text, norms: false } } };
/** Counted whole, searched whole without regard to case, or by one of its words. */
const named: Property = {
  ...keyword,
  fields: {
    folded: { type: 'keyword', ignore_above: longestKeyword, normalizer: 'newsmill_folded' },
    text: { ...text, norms: false },
  },
};
const date: Property = { type: 'date' };
const looseDate: Property = { type: 'date', ignore_malformed: true };
const fraction: Property = { type: 'float', ignore_malformed: true };
const whole: Property = { type: 'long', ignore_malformed: true };
/** Given back and never searched. */
const kept: Property = { type: 'object', enabled: false };
const keptText: Property = { type: 'keyword', index: false, doc_values: false };

/** How each kind of field lies in the index. */
const properties: Readonly<Record<IndexKind, Property>> = {
  id: { type: 'keyword' },
  exact: keyword,
  folded: foldedKeyword,
  words: keywordOfWords,
  named,
  text,
  title: { ...text, fields: { exact: { type: 'keyword', ignore_above: 512 } } },
  date,
  looseDate,
  fraction,
  whole,
  count: { type: 'long' },
  flag: { type: 'boolean' },
  points: { type: 'geo_point', ignore_malformed: true },
  vector: {
    type: 'dense_vector',
    dims: vectorDimensions,
    element_type: 'byte',
    index: true,
    similarity: 'cosine',
  },
  kept,
  keptText,
};

function propertyOf(index: IndexKind | IndexedParts): Property {
  if (typeof index === 'string') return properties[index];
  // What is not in the contract is kept beside its known parts and not indexed.
  return {
    type: index.form,
    dynamic: false,
    properties: Object.fromEntries(
      Object.entries(index.parts).map(([name, part]) => [name, propertyOf(part)]),
    ),
  };
}

/** Every field of ArticleDocument as it is indexed, made from `documentFields`. */
export const articleFields: Readonly<Record<string, Property>> = Object.fromEntries(
  Object.entries(documentFields).map(([name, { index }]) => [name, propertyOf(index)]),
);

const byLanguage: Property = {
  type: 'object',
  dynamic: false,
  properties: Object.fromEntries(
    Object.entries(languageAnalyzers).map(([language, analyzer]) => [
      language,
      { type: 'text', analyzer } satisfies Property,
    ]),
  ),
};
/** The text of an article in its own language, stemmed by the server (`stemmed.title.en`): for other clients. */
const stemmed: Property = {
  type: 'object',
  dynamic: false,
  properties: { title: byLanguage, summary: byLanguage, content: byLanguage },
};

/** Counted and never searched. */
const measure: Property = { type: 'long', index: false };

/** Stems as stems.ts makes them, parted by spaces: sought one by one, so where they stand is not kept. */
const ownStems: Property = { type: 'text', analyzer: 'whitespace', index_options: 'freqs' };
const stems: Property = {
  type: 'object',
  dynamic: false,
  properties: { title: ownStems, summary: ownStems, content: ownStems },
};

/**
 * What the index keeps beside the fields of the document. `completions`: see completionEntries; `rest`: fields that
 * newsmill does not know; `linked`: what the document said before a link; `told`: the sources that told of it besides
 * its own; `was`: what earlier versions said; `entered`: when it was taken in for the first time; `foundAfter`,
 * `searchableAfter`: from publication to discovery, and to that time, milliseconds, of those that can be measured.
 */
export const besideFields: Readonly<Record<string, Property>> = {
  stemmed,
  stems,
  completions: keyword,
  rest: kept,
  linked: kept,
  told: foldedKeyword,
  was: { ...text, norms: false },
  entered: keptText,
  foundAfter: measure,
  searchableAfter: measure,
};

/** Mapping of the monthly indices. */
export const articleMapping: estypes.MappingTypeMapping = {
  dynamic: 'strict',
  _source: { excludes: ['stemmed', 'stems', 'completions'] },
  properties: { ...articleFields, ...besideFields },
};

/** Mapping of links, tombstones and tellings: one entry for each id. */
export const markMapping: estypes.MappingTypeMapping = {
  dynamic: 'strict',
  properties: {
    id: { type: 'keyword' },
    duplicateOf: keyword,
    since: { type: 'long' },
    similarity: fraction,
    version: { type: 'long' },
    indexed: looseDate,
    reason: keyword,
    sources: kept,
    leadsTo: keyword,
  },
};

/** Mapping of earlier versions: one entry for each article, given back and never searched. */
export const versionMapping: estypes.MappingTypeMapping = {
  dynamic: 'strict',
  properties: { id: { type: 'keyword' }, versions: kept },
};
