import { namedFields, type NamedField, type QueryField, type QueryNode } from '@newsmill/contracts';
import { languageTag, primaryLanguage } from '@newsmill/text';
import { isUnspaced, queryTokens } from './index-tokens.ts';
import { refuseImmense } from './refuse-immense.ts';
import { stemLanguagesOf, stemmedWord } from './stems.ts';
import { chineseForms, japaneseForms, koreanForms } from './unspaced-forms.ts';

type TextNode = Extract<QueryNode, { readonly text: string }>;
type TextField = Exclude<QueryField, 'source' | 'language' | NamedField>;

/** Words to be sought in their order, or near each other. */
export interface WordsPlan {
  readonly kind: 'words';
  /** Absent: title, summary and content. */
  readonly field: TextField | undefined;
  readonly tokens: readonly string[];
  /** The last token stands for every word that begins with it. */
  readonly isOpen: boolean;
  /** Words that may stand between them, in any order; 0: none, in this order. */
  readonly slop: number;
  /**
   * The word whose inflected forms count where the index takes it for a single one, and the languages that it
   * may be of.
   */
  readonly inflected: { readonly word: string; readonly languages: readonly string[] } | undefined;
  /** The text of a bare word: one that stands alone and is bound to no field. */
  readonly bare: string | undefined;
}

/** Words, or what is compared as a whole without regard to case. */
export type TextPlan =
  | WordsPlan
  | { readonly kind: 'source' | 'language'; readonly text: string; readonly isPrefix: boolean }
  /** The whole name, or for one word also a name that has it. */
  | {
      readonly kind: 'name';
      readonly field: NamedField;
      readonly whole: string;
      readonly word: string | undefined;
      readonly isPrefix: boolean;
    }
  /** There is nothing to look for, such as in a word of signs alone. */
  | { readonly kind: 'nothing' };

/** A query as both forms compile it: what its texts mean is decided, how that is asked of an index is not. */
export type QueryPlan =
  | TextPlan
  | Extract<QueryNode, { readonly kind: 'range' | 'exact' }>
  | { readonly kind: 'and' | 'or'; readonly parts: readonly QueryPlan[] }
  | { readonly kind: 'not'; readonly part: QueryPlan };

const mostSlop = 1_000;

/**
 * `asked`: languages that alone are wanted (BCP 47); none: any. Throws RangeError when the query is nested
 * too deep or has too many parts.
 */
export function planQuery(query: QueryNode, asked: readonly string[] = []): QueryPlan {
  refuseImmense(query);
  return plan(query, asked);
}

function plan(node: QueryNode, asked: readonly string[]): QueryPlan {
  if (node.kind === 'range' || node.kind === 'exact') return node;
  if (node.kind === 'not') return { kind: 'not', part: plan(node.node, asked) };
  return 'nodes' in node
    ? { kind: node.kind, parts: node.nodes.map((child) => plan(child, asked)) }
    : planText(node, asked);
}

/** A text as it was typed, or in another form of its script: see unspaced-forms.ts. */
function planForms(
  node: TextNode & { readonly field: TextField | undefined },
  asked: readonly string[],
): QueryPlan {
  const isOf = (language: string): boolean =>
    asked.length === 0 || asked.some((one) => primaryLanguage(one) === language);
  const words = planWords(node, asked);
  if (words.kind !== 'words' || !isUnspaced(words.tokens[0] ?? '')) return words;
  const forms = new Set([
    ...(isOf('zh') ? chineseForms(node.text) : []),
    ...(node.kind === 'term' && isOf('ja') ? japaneseForms(node.text) : []),
    ...(node.kind === 'term' && isOf('ko') ? koreanForms(node.text) : []),
  ]);
  forms.delete(node.text);
  return forms.size === 0
    ? words
    : { kind: 'or', parts: [words, ...Array.from(forms, (text) => planWords({ ...node, text }, asked))] };
}

function planText(node: TextNode, asked: readonly string[]): QueryPlan {
  const { field, text } = node;
  const isPrefix = node.kind === 'prefix';
  if (field === 'source') return { kind: field, text, isPrefix };
  if (field === 'language') return { kind: field, text: isPrefix ? text : askedLanguage(text), isPrefix };
  if (isNamed(field)) return planName(field, text.toWellFormed(), isPrefix);
  return planForms({ ...node, field }, asked);
}

/**
 * The tag of a language that is asked for, in the form in which articles have it: `en_US` asks for en-US,
 * `iw` for he.
 */
export function askedLanguage(language: string): string {
  return languageTag(language) ?? language;
}

function isNamed(field: QueryField | undefined): field is NamedField {
  return namedFields.some((name) => name === field);
}

function planName(field: NamedField, text: string, isPrefix: boolean): TextPlan {
  const [token, ...others] = queryTokens(text).tokens;
  if (token === undefined) return { kind: 'nothing' };
  return {
    kind: 'name',
    field,
    whole: text.trim().toLowerCase(),
    word: others.length === 0 ? token : undefined,
    isPrefix,
  };
}

function planWords(
  node: TextNode & { readonly field: TextField | undefined },
  asked: readonly string[],
): TextPlan {
  const { field, text } = node;
  const { tokens, isOpen } = queryTokens(text.toWellFormed());
  if (tokens.length === 0) return { kind: 'nothing' };
  const slop = node.kind === 'phrase' ? Math.min(node.slop ?? 0, mostSlop) : 0;
  const isTerm = node.kind === 'term';
  const word =
    isTerm && (field === undefined || field === 'title' || field === 'content')
      ? stemmedWord(text)
      : undefined;
  const inflected = word === undefined ? undefined : { word, languages: stemLanguagesOf(word, asked) };
  return {
    kind: 'words',
    field,
    tokens,
    isOpen: isOpen || node.kind === 'prefix',
    slop,
    inflected,
    bare: isTerm && field === undefined && tokens.length === 1 ? text : undefined,
  };
}
