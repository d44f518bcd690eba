import { completionKinds, type CompletionKind } from '@newsmill/contracts';

/** What of a query may be completed. */
export interface CompletionStart {
  /** The words that are typed of it, the last one perhaps not to its end. */
  readonly start: string;
  /** Where it begins in the query; it ends with the query. */
  readonly at: number;
  /** A name is written with its field unless that stands there. */
  readonly hasField: boolean;
  readonly kinds: readonly CompletionKind[];
}

const names = completionKinds.filter((kind) => kind !== 'word');
const letter = /[\p{L}\p{M}\p{N}]/u;
/** Words that are typed of a name. */
const mostWords = 3;

/**
 * What may be completed at the end of a query: the last word, and as names the last two and three words too.
 * Behind the field of a name names of that kind alone; in quotation marks words alone.
 */
export function completionStarts(query: string): readonly CompletionStart[] {
  const quote = openQuote(query);
  const bound = fieldBefore(query, quote ?? startOfWord(query, query.length));
  if (bound !== undefined) {
    const kind = names.find((name) => name === bound.name);
    if (kind !== undefined) {
      const start = query.slice(bound.end + (quote === undefined ? 0 : 1));
      return [{ start, at: bound.end, hasField: true, kinds: [kind] }];
    }
    if (bound.name !== 'title' && bound.name !== 'content') return [];
  }
  const at = startOfWord(query, query.length);
  if (at === query.length) return [];
  const last = { start: query.slice(at), at, hasField: false };
  if (bound !== undefined || quote !== undefined) return [{ ...last, kinds: ['word'] }];
  return [...longerStarts(query, at), { ...last, kinds: completionKinds }];
}

/** The last three and two words, where only spaces part them. */
function longerStarts(query: string, last: number): CompletionStart[] {
  const starts: CompletionStart[] = [];
  for (let at = last, words = 1; words < mostWords; words += 1) {
    const before = query.charAt(at - 1) === ' ' ? startOfWord(query, at - 1) : at;
    const word = query.slice(before, at - 1);
    if (before >= at - 1 || ['AND', 'OR', 'NOT'].includes(word) || /[:*-]/u.test(query.charAt(before - 1)))
      break;
    at = before;
    starts.unshift({ start: query.slice(at), at, hasField: false, kinds: names });
  }
  return starts;
}

function startOfWord(query: string, end: number): number {
  let at = end;
  while (at > 0 && letter.test(query.charAt(at - 1))) at -= 1;
  return at;
}

/** Where the quotation mark stands that is not closed yet. */
function openQuote(query: string): number | undefined {
  let open: number | undefined;
  for (let at = query.indexOf('"'); at >= 0; at = query.indexOf('"', at + 1))
    open = open === undefined ? at : undefined;
  return open;
}

/** The field whose colon stands there. */
function fieldBefore(query: string, at: number): { readonly name: string; readonly end: number } | undefined {
  if (query.charAt(at - 1) !== ':') return undefined;
  const from = startOfWord(query, at - 1);
  return from === at - 1 ? undefined : { name: query.slice(from, at - 1).toLowerCase(), end: at };
}

/** The query with what it is completed to. */
export function completedQuery(
  query: string,
  { at, hasField }: CompletionStart,
  { kind, text }: { readonly kind: CompletionKind; readonly text: string },
): string {
  const before = query.slice(0, at);
  if (kind === 'word') return `${before}${text}`;
  const value = /^[\p{L}\p{M}\p{N}-]+$/u.test(text) ? text : `"${text.replaceAll('"', ' ')}"`;
  return `${before}${hasField ? '' : `${kind}:`}${value}`;
}
