import type { QueryField } from '@newsmill/contracts';
import { queryTokens, type QueryToken } from './query-tokens.ts';

/** A word of a query that may be misspelt; `at` and `end` are offsets in the query. */
export interface SpelledWord {
  readonly text: string;
  readonly at: number;
  readonly end: number;
  readonly field: QueryField | undefined;
  /** Stands in quotation marks: its other forms do not count. */
  readonly isExact: boolean;
}

/** Fields that hold words that people write. */
const written = [
  'title',
  'content',
  'author',
  'section',
  'keyword',
  'tag',
  'person',
  'organisation',
  'place',
] as const;
const word = /[\p{L}\p{M}]+/gu;

/**
 * The words of a query that may be misspelt: those of bare words, of phrases and of fields that hold such. None
 * that are excluded, of which only the beginning is given, or beside digits; none of a query that cannot be
 * read.
 */
export function spelledWords(query: string): readonly SpelledWord[] {
  const cut = queryTokens(query);
  if (!cut.ok) return [];
  const words: SpelledWord[] = [];
  /** What holds inside the open parentheses, innermost last, and for the next token. */
  const outer: Scope[] = [];
  let scope: Scope = everywhere;
  for (const token of cut.tokens) {
    if (token.kind === 'not') scope = { ...scope, isLeftOut: true };
    else if (token.kind === 'field') scope = { ...scope, ...fieldScope(token.text) };
    else {
      if (token.kind === 'open') outer.push(scope);
      if (token.kind === 'close') outer.pop();
      if (!scope.isLeftOut && (token.kind === 'word' || token.kind === 'phrase'))
        words.push(...wordsIn(query, token, scope.field));
      scope = outer.at(-1) ?? everywhere;
    }
  }
  return words;
}

interface Scope {
  readonly field?: QueryField | undefined;
  readonly isLeftOut: boolean;
}
const everywhere: Scope = { isLeftOut: false };

function fieldScope(name: string): Partial<Scope> {
  const field = written.find((one) => one === name.toLowerCase());
  return field === undefined ? { isLeftOut: true } : { field };
}

function wordsIn(
  query: string,
  { kind, at, end }: QueryToken & { readonly kind: 'word' | 'phrase' },
  field: QueryField | undefined,
): SpelledWord[] {
  const typed = query.slice(at, end);
  if (typed.includes('*') || /\p{N}/u.test(kind === 'word' ? typed : '')) return [];
  return [...typed.matchAll(word)].map((match) => ({
    text: match[0],
    at: at + match.index,
    end: at + match.index + match[0].length,
    field,
    isExact: kind === 'phrase',
  }));
}
