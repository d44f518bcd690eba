import type { estypes } from '@elastic/elasticsearch';
import type { NamedField, SearchRequest } from '@newsmill/contracts';
import { openFields } from '../../query/open-fields.ts';
import { askedLanguage, planQuery, type QueryPlan, type WordsPlan } from '../../query/plan-query.ts';
import { readDate } from '../../query/search-request.ts';
import { stemMarks } from '../../query/stems.ts';
import { wordPairs } from '../../query/word-pairs.ts';
import { foldTerm, longestWord } from '../analysis.ts';
import { conditionQuery, isoTime } from './condition.ts';

type Query = estypes.QueryDslQueryContainer;

const fieldsOf: Readonly<Record<NonNullable<WordsPlan['field']>, string>> = {
  title: 'title',
  content: 'content',
  author: 'authors.text',
  section: 'section.text',
  keyword: 'keywords.text',
  tag: 'tags.text',
  url: 'url.text',
  was: 'was',
};
const namesOf: Readonly<Record<NamedField, string>> = {
  person: 'people',
  organisation: 'organisations',
  place: 'places',
  topic: 'topics',
  subtopic: 'subtopics',
  story: 'storyId',
};
/** Words that the beginning of the last word of a phrase may stand for. */
const mostExpansions = 1_000;
const longestKeyword = 8_191;

/**
 * The query of a request at a time. Throws RangeError when it is beyond all measure or a bound is no date.
 */
export function elasticQuery(request: SearchRequest, now: number): Query {
  const { sources = [], languages = [] } = request;
  const query = request.query === undefined ? undefined : planQuery(request.query, languages);
  const filter: Query[] = [];
  if (sources.length > 0) filter.push(anyOf(sources.map((source) => sourceQuery(source, false))));
  if (languages.length > 0) filter.push(anyOf(languages.map(languageQuery)));
  const [from, to] = [isoBound(request.from, 'from'), isoBound(request.to, 'to')];
  if (from !== undefined || to !== undefined) filter.push({ range: { published: { gte: from, lt: to } } });
  const { withoutFlags = [] } = request;
  if (withoutFlags.length > 0) filter.push({ bool: { must_not: [{ terms: { flags: [...withoutFlags] } }] } });
  const must = query === undefined ? [] : [compile(query, now) ?? { match_none: {} }];
  // Words count for the order only when it is by relevance.
  const should = [...wordPairs(query).values()].flatMap((pair) => compile(pair, now) ?? []);
  return request.sort === 'relevance'
    ? { bool: { must, should, filter } }
    : { bool: { filter: [...must, ...filter] } };
}

/** A bound within the years that the index knows. */
function isoBound(text: string | undefined, name: string): string | undefined {
  const time = readDate(text, name);
  return time === undefined ? undefined : isoTime(time);
}

/** undefined: there is nothing to look for. */
function compile(plan: QueryPlan, now: number): Query | undefined {
  switch (plan.kind) {
    case 'not':
      return compileNot(plan.part, now);
    case 'and':
      return compileAnd(plan.parts, now);
    case 'or': {
      const parts = plan.parts.flatMap((part) => compile(part, now) ?? []);
      return parts.length === 0 ? undefined : anyOf(parts);
    }
    case 'range':
    case 'exact':
      return conditionQuery(plan, now);
    case 'source':
      return sourceQuery(plan.text, plan.isPrefix);
    case 'language':
      return tagQuery(plan.text, plan.isPrefix);
    case 'name':
      return namedQuery(plan);
    case 'words':
      return compileWords(plan);
    case 'nothing':
      return undefined;
  }
}

function compileNot(part: QueryPlan, now: number): Query | undefined {
  if (part.kind === 'not') return compile(part.part, now);
  const excluded = compile(part, now);
  return excluded === undefined ? undefined : { bool: { must_not: [excluded] } };
}

function compileAnd(parts: readonly QueryPlan[], now: number): Query | undefined {
  const must = parts.filter((part) => part.kind !== 'not').flatMap((part) => compile(part, now) ?? []);
  const mustNot = parts.flatMap((part) => (part.kind === 'not' ? (compile(part.part, now) ?? []) : []));
  if (must.length === 0 && mustNot.length === 0) return undefined;
  return { bool: { must, must_not: mustNot } };
}

function anyOf(should: Query[]): Query {
  const [only] = should;
  return should.length === 1 && only !== undefined ? only : { bool: { should, minimum_should_match: 1 } };
}

function compileWords(plan: WordsPlan): Query | undefined {
  const terms = plan.tokens.map(foldTerm).filter((term) => term !== '');
  if (terms.length === 0) return undefined;
  const sought = { terms, isOpen: plan.isOpen, slop: plan.slop };
  const exact =
    plan.field === undefined
      ? Object.entries(openFields).map(([field, boost]) => fieldQuery(field, boost, sought))
      : [fieldQuery(fieldsOf[plan.field], 1, sought)];
  return anyOf([...exact, ...(terms.length === 1 ? inflectedQuery(plan) : [])]);
}

/**
 * The inflected forms of a bare word, in every language that it may be of. Articles of an earlier version have
 * no stems of ours until a reindex: the server analyzes the word for them.
 */
function inflectedQuery({ field, inflected }: WordsPlan): Query[] {
  if (inflected === undefined || inflected.languages.length === 0) return [];
  const { word, languages } = inflected;
  const marks = languages.flatMap((language) => stemMarks(word, language));
  if (marks.length === 0) return [];
  const fields = field === undefined ? Object.entries(openFields) : [[field, 1] as const];
  const analyzed = fields.flatMap(([name, boost]) =>
    languages.map((language) => `stemmed.${name}.${language}^${boost}`),
  );
  return [
    {
      multi_match: {
        query: marks.join(' '),
        analyzer: 'whitespace',
        type: 'most_fields',
        fields: fields.map(([name, boost]) => `stems.${name}^${boost}`),
      },
    },
    {
      bool: {
        must: [{ multi_match: { query: word, type: 'most_fields', fields: analyzed } }],
        must_not: [{ exists: { field: 'stems.content' } }],
      },
    },
  ];
}

/** One word, the beginning of one, words in a row, or words near each other. */
function fieldQuery(
  field: string,
  boost: number,
  {
    terms,
    isOpen,
    slop,
  }: { readonly terms: readonly string[]; readonly isOpen: boolean; readonly slop: number },
): Query {
  const [value = ''] = terms;
  if (terms.length === 1)
    return isOpen ? { prefix: { [field]: { value, boost } } } : { term: { [field]: { value, boost } } };
  // The words are folded and in pairs already: nothing but spaces may part them.
  const query = terms.join(' ');
  if (slop > 0)
    return {
      intervals: {
        [field]: {
          all_of: {
            intervals: terms.map((term) => ({ match: { query: term, analyzer: 'whitespace' } })),
            max_gaps: Math.max(0, slop - (terms.length - 2)),
            ordered: false,
          },
          boost,
        },
      },
    };
  return isOpen
    ? {
        match_phrase_prefix: {
          [field]: { query, analyzer: 'whitespace', max_expansions: mostExpansions, boost },
        },
      }
    : { match_phrase: { [field]: { query, analyzer: 'whitespace', boost } } };
}

function exactQuery(field: string, text: string, isPrefix: boolean): Query {
  const value = text.toWellFormed().toLowerCase();
  // Longer values are not in the index, and longer prefixes are refused.
  if (value.length > (isPrefix ? longestWord : longestKeyword)) return { match_none: {} };
  return isPrefix ? { prefix: { [field]: { value, boost: 0 } } } : { term: { [field]: { value, boost: 0 } } };
}

function namedQuery({
  field: name,
  whole,
  word,
  isPrefix,
}: Extract<QueryPlan, { readonly kind: 'name' }>): Query {
  const field = namesOf[name];
  const exact = exactQuery(`${field}.folded`, whole, isPrefix);
  if (word === undefined) return exact;
  const value = foldTerm(word);
  return anyOf([
    exact,
    isPrefix
      ? { prefix: { [`${field}.text`]: { value, boost: 0 } } }
      : { term: { [`${field}.text`]: { value, boost: 0 } } },
  ]);
}

function sourceQuery(text: string, isPrefix: boolean): Query {
  return anyOf([
    exactQuery('sourceId.folded', text, isPrefix),
    exactQuery('sourceName.folded', text, isPrefix),
    exactQuery('told.folded', text, isPrefix),
  ]);
}

/** A language that is asked for, or every language of which it is the primary one: zh finds zh-Hant. */
export function languageQuery(language: string): Query {
  return tagQuery(askedLanguage(language), false);
}

function tagQuery(tag: string, isPrefix: boolean): Query {
  const exact = exactQuery('language.folded', tag, isPrefix);
  return isPrefix || tag.includes('-')
    ? exact
    : anyOf([exact, exactQuery('language.folded', `${tag}-`, true)]);
}
