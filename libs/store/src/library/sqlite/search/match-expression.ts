import type { NamedField } from '@newsmill/contracts';
import { exactMark, isMarked } from '../../query/exact-marks.ts';
import { foldWord, indexWords, queryTokens } from '../../query/index-tokens.ts';
import { openFields } from '../../query/open-fields.ts';
import { askedLanguage, type QueryPlan, type WordsPlan } from '../../query/plan-query.ts';
import { stemMarks } from '../../query/stems.ts';
import { wordPairs } from '../../query/word-pairs.ts';

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
/**
 * Behind them, the stems of title, summary and content: see stemMark. A file of an earlier version has none
 * of them.
 */
export const stemColumns = ['title_stems', 'summary_stems', 'content_stems'] as const;

/** Stands in `meta` of every article: what a query of exclusions alone starts from. */
export const everyMark = 'xall';
const nothing = 'meta : "xnone"';
const every = `meta : "${everyMark}"`;

/** The column of each field that words can be bound to. */
export const columnsOf: Readonly<Record<NonNullable<WordsPlan['field']>, string>> = {
  was: 'meta',
  title: 'title',
  content: 'content',
  author: 'authors',
  section: 'section',
  keyword: 'keywords',
  tag: 'tags',
  url: 'url',
};

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
  subtopic: 'u',
  story: 'y',
};

function nameMark(field: NamedField, folded: string): string {
  return `${nameLetters[field]}${Buffer.from(folded).toString('hex')}`;
}

/** Marks of a name: the whole of it, and each of its words. */
export function nameMarks(field: NamedField, name: string): string[] {
  const words = queryTokens(name).tokens.map(foldWord);
  return [...new Set([name.trim().toLowerCase(), ...words])].map((part) => nameMark(field, part));
}

/**
 * Marks of what earlier versions said: its words in order, each behind two letters that begin no other mark, so
 * that phrases and beginnings of words are found as in a text.
 */
const goneLetters = 'zz';
export function goneMarks(gone: string): string[] {
  return indexWords(gone).map((word) => `${goneLetters}${word}`);
}

type NamePlan = Extract<QueryPlan, { readonly kind: 'name' }>;

/** The marks of which an article has one where a name is sought. */
export function markedNames({ field, whole, word }: NamePlan): string[] {
  const marks = [whole, ...(word === undefined ? [] : [foldWord(word)])].map((part) => nameMark(field, part));
  return [...new Set(marks)];
}

function compileName(plan: NamePlan): string {
  return `meta : (${markedNames(plan)
    .map((mark) => `"${mark}"${plan.isPrefix ? '*' : ''}`)
    .join(' OR ')})`;
}

/** What is asked of the full-text index. */
interface TextRequest {
  readonly query?: QueryPlan | undefined;
  readonly sources?: readonly string[];
  readonly languages?: readonly string[];
}

/**
 * The MATCH expression (FTS5 query syntax) of a request: its words, sources and languages. undefined: no
 * condition. `stemmed`: languages whose stems the index holds. Nothing of the query reaches the syntax but
 * quoted letters and digits.
 */
export function matchExpression(
  { query, sources = [], languages = [] }: TextRequest,
  stemmed: readonly string[],
): string | undefined {
  const parts: string[] = [];
  if (query !== undefined) parts.push(compile(query, { stemmed }) ?? nothing);
  if (sources.length > 0) parts.push(anyOf(sources.map(sourceMark)));
  if (languages.length > 0)
    parts.push(anyOf(languages.map((language) => languageMark(askedLanguage(language)))));
  return parts.length === 0 ? undefined : parts.map((part) => `(${part})`).join(' AND ');
}

/**
 * The MATCH expression of the words of a request alone, written so that bm25 ranks what they find: it counts
 * every phrase of an expression over the whole index first, so there are no more of them than the rank needs.
 * undefined: there are no words.
 */
export function rankExpression(query: QueryPlan | undefined, stemmed: readonly string[]): string | undefined {
  return query === undefined
    ? undefined
    : compile(query, { stemmed, isRanked: true, pairs: wordPairs(query) });
}

function anyOf(marks: readonly string[]): string {
  return `meta : (${marks.map((mark) => `"${mark}"`).join(' OR ')})`;
}

/** How a query is written for the full-text index. */
export interface Writing {
  /** Languages of which the index holds stems. */
  readonly stemmed: readonly string[];
  /** Each field of a word is a phrase of its own, so that how rare the word is is counted by field. */
  readonly isRanked?: boolean;
  /** Words that another one follows, and the phrase that both make. */
  readonly pairs?: ReadonlyMap<QueryPlan, QueryPlan>;
}

/**
 * The MATCH expression of a part of a query that holds no range; undefined where there is nothing to look
 * for.
 */
export function textExpression(plan: QueryPlan, writing: Writing): string | undefined {
  return compile(plan, writing);
}

/** undefined: there is nothing to look for. */
function compile(plan: QueryPlan, writing: Writing): string | undefined {
  switch (plan.kind) {
    case 'not': {
      const excluded = compile(plan.part, writing);
      return excluded === undefined ? undefined : `(${every} NOT ${excluded})`;
    }
    case 'and':
      return compileAnd(plan.parts, writing);
    case 'or':
      return joined(
        plan.parts.flatMap((part) => compile(part, writing) ?? []),
        'OR',
      );
    case 'range':
      throw new TypeError('the full-text index answers no ranges: see sql-condition.ts');
    case 'exact':
      return isMarked(plan.field) ? `meta : "${exactMark(plan.field, plan.value)}"` : undefined;
    case 'source':
      return `meta : "${sourceMark(plan.text)}"${plan.isPrefix ? '*' : ''}`;
    case 'language':
      return `meta : "${languageMark(plan.text)}"${plan.isPrefix ? '*' : ''}`;
    case 'name':
      return compileName(plan);
    case 'words':
      return compileWords(plan, writing);
    case 'nothing':
      return undefined;
  }
}

function compileAnd(parts: readonly QueryPlan[], writing: Writing): string | undefined {
  const wanted = joined(
    parts.filter((part) => part.kind !== 'not').flatMap((part) => compilePaired(part, writing) ?? []),
    'AND',
  );
  const excluded = joined(
    parts.flatMap((part) => (part.kind === 'not' ? (compile(part.part, writing) ?? []) : [])),
    'OR',
  );
  return excluded === undefined ? wanted : `(${wanted ?? every} NOT ${excluded})`;
}

/**
 * A word beside the next one is another way to find the first: that counts for the rank, not for the finds.
 */
function compilePaired(plan: QueryPlan, writing: Writing): string | undefined {
  const [word, pair] = [compile(plan, writing), writing.pairs?.get(plan)];
  const phrase = word === undefined || pair === undefined ? undefined : compile(pair, writing);
  return phrase === undefined ? word : `(${word} OR ${phrase})`;
}

function joined(parts: readonly string[], operator: 'AND' | 'OR'): string | undefined {
  return parts.length === 0 ? undefined : `(${parts.join(` ${operator} `)})`;
}

function compileWords(plan: WordsPlan, writing: Writing): string | undefined {
  const { field, slop } = plan;
  const tokens = field === 'was' ? plan.tokens.map((token) => `${goneLetters}${token}`) : plan.tokens;
  const columns = field === undefined ? Object.keys(openFields) : [columnsOf[field]];
  const isSingle = tokens.length === 1;
  const exact =
    slop > 0 && !isSingle
      ? `NEAR(${tokens.map((token) => `"${token}"`).join(' ')}, ${slop})`
      : `"${tokens.join(' ')}"${plan.isOpen ? '*' : ''}`;
  const inflected = isSingle ? compileStems(plan, writing) : undefined;
  const isSplit = writing.isRanked === true && isSingle;
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

/** The inflected forms of a word, in every language that it may be of. */
function compileStems({ inflected }: WordsPlan, { stemmed }: Writing): string | undefined {
  if (inflected === undefined) return undefined;
  const marks = inflected.languages.flatMap((language) =>
    stemmed.includes(language) ? stemMarks(inflected.word, language) : [],
  );
  return marks.length === 0 ? undefined : `(${marks.map((mark) => `"${mark}"`).join(' OR ')})`;
}
