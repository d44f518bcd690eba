import type { NamedField, QueryField, QueryNode, SearchRequest } from '@newsmill/contracts';
import { exactMark, isMarked } from './exact-marks.ts';
import { foldWord, queryTokens } from './index-tokens.ts';
import { stemLanguagesOf, stemmedWord, stemMark } from './stems.ts';

/** Columns of the full-text index, in order. `meta` holds exact marks: see sourceMark and languageMark. */
export const textColumns = [
  'title',
  'summary',
  'content',
  'authors',
  'section',
  'keywords',
  'tags',
  'url',
  'meta',
] as const;
/** Behind them, the stems of title, summary and content: see stemMark. A file of an earlier version has none of them. */
export const stemColumns = ['title_stems', 'summary_stems', 'content_stems'] as const;

/** Stands in `meta` of every article: what a query of exclusions alone starts from. */
export const everyMark = 'xall';
const nothing = 'meta : "xnone"';
const every = `meta : "${everyMark}"`;

const columnsOf: Readonly<Record<Exclude<QueryField, 'source' | 'language' | NamedField>, string>> = {
  title: 'title',
  content: 'content',
  author: 'authors',
  section: 'section',
  keyword: 'keywords',
  tag: 'tags',
  url: 'url',
};
const deepest = 40;
const mostPairs = 8;
const mostNodes = 2_000;

/** Exact marks: the text in hexadecimal, so that no tokenizer cuts it and a prefix stays a prefix. */
export function sourceMark(source: string): string {
  return `s${Buffer.from(source.toLowerCase()).toString('hex')}`;
}
export function languageMark(language: string): string {
  return `l${Buffer.from(language.toLowerCase()).toString('hex')}`;
}

/** First letters of the marks of names. */
const nameLetters: Readonly<Record<NamedField, string>> = {
  person: 'p',
  organisation: 'o',
  place: 'c',
  topic: 't',
  story: 'y',
};

function isNamed(field: QueryField | undefined): field is NamedField {
  return field !== undefined && Object.hasOwn(nameLetters, field);
}

function nameMark(field: NamedField, folded: string): string {
  return `${nameLetters[field]}${Buffer.from(folded).toString('hex')}`;
}

/** Marks of a name: the whole of it, and each of its words. */
export function nameMarks(field: NamedField, name: string): string[] {
  const words = queryTokens(name).tokens.map(foldWord);
  return [...new Set([name.trim().toLowerCase(), ...words])].map((part) => nameMark(field, part));
}

/** The whole name, or for one word also a name that has it; as in elastic-query.ts. */
function compileName(field: NamedField, text: string, star: string): string | undefined {
  const [token, ...others] = queryTokens(text).tokens;
  if (token === undefined) return undefined;
  const marks = [text.trim().toLowerCase(), ...(others.length === 0 ? [foldWord(token)] : [])].map((part) =>
    nameMark(field, part),
  );
  return `meta : (${[...new Set(marks)].map((mark) => `"${mark}"${star}`).join(' OR ')})`;
}

/**
 * The MATCH expression (FTS5 query syntax) of a request: its words, sources and languages. undefined: no condition.
 * `stemmed`: languages whose stems the index holds. Nothing of the query reaches the syntax but quoted letters and digits.
 * Throws RangeError when it is nested too deep or too large.
 */
export function matchExpression(
  request: Pick<SearchRequest, 'query' | 'sources' | 'languages'>,
  stemmed: readonly string[],
): string | undefined {
  const parts: string[] = [];
  if (request.query !== undefined) {
    refuseImmense(request.query);
    parts.push(compile(request.query, { stemmed, asked: request.languages ?? [] }) ?? nothing);
  }
  if (request.sources !== undefined && request.sources.length > 0)
    parts.push(anyOf(request.sources.map(sourceMark)));
  if (request.languages !== undefined && request.languages.length > 0)
    parts.push(anyOf(request.languages.map(languageMark)));
  return parts.length === 0 ? undefined : parts.map((part) => `(${part})`).join(' AND ');
}

/**
 * The MATCH expression of the words of a request alone, written so that bm25 ranks what they find: it counts every phrase of an expression
 * over the whole index first, so there are no more of them than the rank needs. undefined: there are no words.
 */
export function rankExpression(
  { query, languages = [] }: Pick<SearchRequest, 'query' | 'languages'>,
  stemmed: readonly string[],
): string | undefined {
  return query === undefined
    ? undefined
    : compile(query, { stemmed, asked: languages, isRanked: true, pairs: wordPairs(query) });
}

function anyOf(marks: readonly string[]): string {
  return `meta : (${marks.map((mark) => `"${mark}"`).join(' OR ')})`;
}

/** Throws RangeError when the query is nested too deep or has too many parts. */
export function refuseImmense(query: QueryNode): void {
  if (countNodes(query, 1) > mostNodes) throw new RangeError(`the query has more than ${mostNodes} parts`);
}

function countNodes(node: QueryNode, depth: number): number {
  if (depth > deepest) throw new RangeError(`the query is nested deeper than ${deepest} levels`);
  if (node.kind === 'not') return 1 + countNodes(node.node, depth + 1);
  if (!('nodes' in node)) return 1;
  return node.nodes.reduce((sum, child) => sum + countNodes(child, depth + 1), 1);
}

type TextNode = Extract<QueryNode, { readonly text: string }>;

/** Languages whose inflected forms a bare word finds. */
export interface Languages {
  /** Of which the index holds stems. */
  readonly stemmed: readonly string[];
  /** Alone wanted; empty: any. */
  readonly asked: readonly string[];
  /** Each field of a word is a phrase of its own, so that how rare the word is is counted by field. */
  readonly isRanked?: boolean;
  /** Words that another one follows, and the phrase that both make. */
  readonly pairs?: ReadonlyMap<QueryNode, string>;
}

/** The MATCH expression of a part of a query that holds no range; undefined where there is nothing to look for. */
export function textExpression(node: QueryNode, languages: Languages): string | undefined {
  return compile(node, languages);
}

/** undefined: there is nothing to look for, such as in a word of signs alone. */
function compile(node: QueryNode, languages: Languages): string | undefined {
  if (node.kind === 'not') {
    const excluded = compile(node.node, languages);
    return excluded === undefined ? undefined : `(${every} NOT ${excluded})`;
  }
  if (node.kind === 'range')
    throw new TypeError('the full-text index answers no ranges: see sql-condition.ts');
  if (node.kind === 'exact')
    return isMarked(node.field) ? `meta : "${exactMark(node.field, node.value)}"` : undefined;
  if (!('nodes' in node)) return compileText(node, languages);
  return node.kind === 'and'
    ? compileAnd(node.nodes, languages)
    : joined(
        node.nodes.flatMap((child) => compile(child, languages) ?? []),
        'OR',
      );
}

function compileAnd(nodes: readonly QueryNode[], languages: Languages): string | undefined {
  const wanted = joined(
    nodes.filter((child) => child.kind !== 'not').flatMap((child) => compilePaired(child, languages) ?? []),
    'AND',
  );
  const excluded = joined(
    nodes.flatMap((child) => (child.kind === 'not' ? (compile(child.node, languages) ?? []) : [])),
    'OR',
  );
  return excluded === undefined ? wanted : `(${wanted ?? every} NOT ${excluded})`;
}

/** A word beside the next one is another way to find the first: that counts for the rank, not for the finds. */
function compilePaired(node: QueryNode, languages: Languages): string | undefined {
  const [word, pair] = [compile(node, languages), languages.pairs?.get(node)];
  const phrase =
    word === undefined || pair === undefined
      ? undefined
      : compileText({ kind: 'phrase', text: pair }, languages);
  return phrase === undefined ? word : `(${word} OR ${phrase})`;
}

function joined(parts: readonly string[], operator: 'AND' | 'OR'): string | undefined {
  return parts.length === 0 ? undefined : `(${parts.join(` ${operator} `)})`;
}

function compileText(node: TextNode, languages: Languages): string | undefined {
  const star = node.kind === 'prefix' ? '*' : '';
  if (node.field === 'source') return `meta : "${sourceMark(node.text)}"${star}`;
  if (node.field === 'language') return `meta : "${languageMark(node.text)}"${star}`;
  if (isNamed(node.field)) return compileName(node.field, node.text, star);
  const { tokens, isOpen } = queryTokens(node.text);
  if (tokens.length === 0) return undefined;
  const columns = node.field === undefined ? ['title', 'summary', 'content'] : [columnsOf[node.field]];
  const slop = node.kind === 'phrase' ? (node.slop ?? 0) : 0;
  const exact =
    slop > 0 && tokens.length > 1
      ? `NEAR(${tokens.map((token) => `"${token}"`).join(' ')}, ${Math.min(slop, 1_000)})`
      : `"${tokens.join(' ')}"${isOpen ? '*' : star}`;
  const inflected = node.kind === 'term' && tokens.length === 1 ? compileStems(node, languages) : undefined;
  const isSplit = languages.isRanked === true && tokens.length === 1;
  const parts = [
    ...inColumns(columns, exact, isSplit),
    ...(inflected === undefined
      ? []
      : inColumns(
          columns.map((column) => `${column}_stems`),
          inflected,
          isSplit,
        )),
  ];
  const [only] = parts;
  return parts.length === 1 ? only : `(${parts.join(' OR ')})`;
}

function inColumns(columns: readonly string[], expression: string, isSplit: boolean): string[] {
  return isSplit
    ? columns.map((column) => `${column} : ${expression}`)
    : [`{${columns.join(' ')}} : ${expression}`];
}

/** The inflected forms of a bare word, in every language that it may be of. */
function compileStems(node: TextNode, { stemmed, asked }: Languages): string | undefined {
  const word =
    node.field === undefined || node.field === 'title' || node.field === 'content'
      ? stemmedWord(node.text)
      : undefined;
  if (word === undefined || stemmed.length === 0) return undefined;
  const marks = stemLanguagesOf(word, asked).flatMap((language) =>
    stemmed.includes(language) ? (stemMark(word, language) ?? []) : [],
  );
  return marks.length === 0 ? undefined : `(${marks.map((mark) => `"${mark}"`).join(' OR ')})`;
}

/** Pairs of bare words that stand side by side in a query, by the first of them: where they do so in an article too, it ranks higher. */
export function wordPairs(query: QueryNode | undefined): ReadonlyMap<QueryNode, string> {
  const nodes = query?.kind === 'and' ? query.nodes : [];
  const pairs = nodes.slice(1).flatMap((node, i): [QueryNode, string][] => {
    const before = nodes[i];
    return isBareWord(before) && isBareWord(node) ? [[before, `${before.text} ${node.text}`]] : [];
  });
  return new Map(pairs.slice(0, mostPairs));
}

function isBareWord(node: QueryNode | undefined): node is QueryNode & { readonly kind: 'term' } {
  return node?.kind === 'term' && node.field === undefined && queryTokens(node.text).tokens.length === 1;
}
