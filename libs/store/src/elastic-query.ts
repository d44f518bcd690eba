import type { estypes } from '@elastic/elasticsearch';
import type { NamedField, QueryField, QueryNode, SearchRequest } from '@newsmill/contracts';
import { foldTerm, longestWord } from './elastic-analysis.ts';
import { conditionQuery, isoTime } from './elastic-condition.ts';
import { queryTokens } from './index-tokens.ts';
import { refuseImmense, wordPairs } from './match-expression.ts';
import { readDate } from './search-request.ts';
import { stemLanguagesOf, stemmedWord } from './stems.ts';

type Query = estypes.QueryDslQueryContainer;
type TextNode = Extract<QueryNode, { readonly text: string }>;

/** Where words without a field are sought, and how much a find there weighs: as in the SQLite form. */
const openFields = { title: 5, summary: 2, content: 1 } as const;
const fieldsOf: Readonly<Record<Exclude<QueryField, 'source' | 'language' | NamedField>, string>> = {
  title: 'title',
  content: 'content',
  author: 'authors.text',
  section: 'section.text',
  keyword: 'keywords.text',
  tag: 'tags.text',
  url: 'url.text',
};
const namesOf: Readonly<Record<NamedField, string>> = {
  person: 'people',
  organisation: 'organisations',
  place: 'places',
  topic: 'topics',
  story: 'storyId',
};
/** Words that the beginning of the last word of a phrase may stand for. */
const mostExpansions = 1_000;
const longestKeyword = 8_191;
const mostSlop = 1_000;

/** The query of a request at a time. Throws RangeError when it is beyond all measure or a bound is no date. */
export function elasticQuery(request: SearchRequest, now: number): Query {
  const { query, sources = [], languages = [] } = request;
  if (query !== undefined) refuseImmense(query);
  const filter: Query[] = [];
  if (sources.length > 0) filter.push(anyOf(sources.map((source) => sourceQuery(source, false))));
  if (languages.length > 0) filter.push(anyOf(languages.map((language) => languageQuery(language, false))));
  const [from, to] = [isoBound(request.from, 'from'), isoBound(request.to, 'to')];
  if (from !== undefined || to !== undefined) filter.push({ range: { published: { gte: from, lt: to } } });
  const must = query === undefined ? [] : [compile(query, { now, languages }) ?? { match_none: {} }];
  // Words count for the order only when it is by relevance.
  const should = [...wordPairs(query).values()].flatMap(
    (text) => compileText({ kind: 'phrase', text }, languages) ?? [],
  );
  return request.sort === 'relevance'
    ? { bool: { must, should, filter } }
    : { bool: { filter: [...must, ...filter] } };
}

/** A bound within the years that the index knows. */
function isoBound(text: string | undefined, name: string): string | undefined {
  const time = readDate(text, name);
  return time === undefined ? undefined : isoTime(time);
}

/** What a part of a query is compiled with: the time that its bounds are measured from, and the languages that are asked for. */
interface Asked {
  readonly now: number;
  readonly languages: readonly string[];
}

/** undefined: there is nothing to look for, such as in a word of signs alone. The same rules as in match-expression.ts. */
function compile(node: QueryNode, asked: Asked): Query | undefined {
  if (node.kind === 'not') {
    if (node.node.kind === 'not') return compile(node.node.node, asked);
    const excluded = compile(node.node, asked);
    return excluded === undefined ? undefined : { bool: { must_not: [excluded] } };
  }
  if (node.kind === 'range' || node.kind === 'exact') return conditionQuery(node, asked.now);
  if (!('nodes' in node)) return compileText(node, asked.languages);
  if (node.kind === 'and') return compileAnd(node.nodes, asked);
  const parts = node.nodes.flatMap((child) => compile(child, asked) ?? []);
  return parts.length === 0 ? undefined : anyOf(parts);
}

function compileAnd(nodes: readonly QueryNode[], asked: Asked): Query | undefined {
  const must = nodes.filter((child) => child.kind !== 'not').flatMap((child) => compile(child, asked) ?? []);
  const mustNot = nodes.flatMap((child) => (child.kind === 'not' ? (compile(child.node, asked) ?? []) : []));
  if (must.length === 0 && mustNot.length === 0) return undefined;
  return { bool: { must, must_not: mustNot } };
}

function anyOf(should: Query[]): Query {
  const [only] = should;
  return should.length === 1 && only !== undefined ? only : { bool: { should, minimum_should_match: 1 } };
}

function compileText(node: TextNode, languages: readonly string[]): Query | undefined {
  const isPrefix = node.kind === 'prefix';
  if (node.field === 'source') return sourceQuery(node.text, isPrefix);
  if (node.field === 'language') return languageQuery(node.text, isPrefix);
  if (isNamed(node.field)) return namedQuery(namesOf[node.field], node);
  const { tokens, isOpen } = queryTokens(node.text.toWellFormed());
  const terms = tokens.map(foldTerm).filter((term) => term !== '');
  if (terms.length === 0) return undefined;
  const slop = node.kind === 'phrase' ? (node.slop ?? 0) : 0;
  const sought = { terms, isOpen: isOpen || isPrefix, slop: Math.min(slop, mostSlop) };
  const exact =
    node.field === undefined
      ? Object.entries(openFields).map(([field, boost]) => fieldQuery(field, boost, sought))
      : [fieldQuery(fieldsOf[node.field], 1, sought)];
  return anyOf([
    ...exact,
    ...(node.kind === 'term' && terms.length === 1 ? inflectedQuery(node, languages) : []),
  ]);
}

/** The inflected forms of a bare word, in every language that it may be of, each analyzed by the server. */
function inflectedQuery({ field, text }: TextNode, asked: readonly string[]): Query[] {
  const fields =
    field === undefined
      ? Object.entries(openFields)
      : field === 'title' || field === 'content'
        ? [[field, 1] as const]
        : [];
  const query = stemmedWord(text);
  if (fields.length === 0 || query === undefined) return [];
  const languages = stemLanguagesOf(query, asked);
  return languages.length === 0
    ? []
    : [
        {
          multi_match: {
            query,
            type: 'most_fields',
            fields: fields.flatMap(([name, boost]) =>
              languages.map((language) => `stemmed.${name}.${language}^${boost}`),
            ),
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

function isNamed(field: QueryField | undefined): field is NamedField {
  return field !== undefined && Object.hasOwn(namesOf, field);
}

/** The whole name, or for one word also a name that has it; as in match-expression.ts. */
function namedQuery(field: string, node: TextNode): Query | undefined {
  const isPrefix = node.kind === 'prefix';
  const whole = exactQuery(`${field}.folded`, node.text.trim(), isPrefix);
  const [token, ...others] = queryTokens(node.text.toWellFormed()).tokens;
  if (token === undefined) return undefined;
  if (others.length > 0) return whole;
  const value = foldTerm(token);
  return anyOf([
    whole,
    isPrefix
      ? { prefix: { [`${field}.text`]: { value, boost: 0 } } }
      : { term: { [`${field}.text`]: { value, boost: 0 } } },
  ]);
}

function sourceQuery(text: string, isPrefix: boolean): Query {
  return anyOf([
    exactQuery('sourceId.folded', text, isPrefix),
    exactQuery('sourceName.folded', text, isPrefix),
  ]);
}

/** A language, or every language of which it is the primary one: zh finds zh-Hant. */
function languageQuery(text: string, isPrefix: boolean): Query {
  const exact = exactQuery('language.folded', text, isPrefix);
  return isPrefix || text.includes('-')
    ? exact
    : anyOf([exact, exactQuery('language.folded', `${text}-`, true)]);
}
