/** A piece of a query as typed; `at` and `end` are offsets in the query text. */
export type QueryToken =
  | { readonly kind: 'word'; readonly text: string; readonly at: number; readonly end: number }
  | {
      readonly kind: 'phrase';
      readonly text: string;
      readonly slop?: number;
      readonly at: number;
      readonly end: number;
    }
  | { readonly kind: 'field'; readonly text: string; readonly at: number; readonly end: number }
  | { readonly kind: 'and' | 'or' | 'not' | 'open' | 'close'; readonly at: number; readonly end: number };

/**
 * Why a query cannot be read. `position` is an offset in the text, `suggestion` a whole query that can be.
 */
export interface QueryProblem {
  readonly message: string;
  readonly position: number;
  readonly suggestion?: string;
}

export type QueryTokens =
  | { readonly ok: true; readonly tokens: readonly QueryToken[] }
  | { readonly ok: false; readonly error: QueryProblem };

const maxSlop = 100;

const closingQuotes: Readonly<Record<string, string>> = {
  '"': '"“”',
  '“': '”"',
  '”': '”"',
  '„': '“”"',
  '«': '»',
  '»': '«',
};
const operators = { AND: 'and', OR: 'or', NOT: 'not' } as const;
/** Spaces, controls (a NUL ends strings in C) and the marks that stand for themselves end a word. */
const wordEnd = /[\p{White_Space}\p{Cc}()"“”„«»]/u;
const blank = /[\p{White_Space}\p{Cc}]/u;
/** `name:` in front of a value; `10:30` and `https://…` are words. */
const fieldName = /^([a-z][a-z-]*):(?!\/\/)/iu;
const meaningful = /[\p{L}\p{N}]/u;

type Reading = { readonly token?: QueryToken; readonly end: number } | QueryProblem;

function readPhrase(text: string, at: number, quote: string): Reading {
  const closing = closingQuotes[quote] ?? quote;
  let end = at + 1;
  while (end < text.length && !closing.includes(text.charAt(end))) end += 1;
  if (end >= text.length)
    return {
      message: `the quotation mark ${quote} is never closed`,
      position: at,
      // Closed, marks without a word between them are as wrong.
      ...(meaningful.test(text.slice(at + 1)) ? { suggestion: `${text.trimEnd()}${closing.charAt(0)}` } : {}),
    };
  const words = text.slice(at + 1, end);
  const tail = /^~(\d{1,9})/.exec(text.slice(end + 1));
  const slop = tail?.[1] === undefined ? undefined : Number(tail[1]);
  const after = end + 1 + (tail?.[0].length ?? 0);
  if (slop !== undefined && slop > maxSlop)
    return {
      message: `at most ${maxSlop} words may lie between the words of a phrase, not ${slop}`,
      position: end + 1,
    };
  if (!meaningful.test(words))
    return { message: 'there is no word between the quotation marks', position: at };
  return {
    token: { kind: 'phrase', text: words, at, end: after, ...(slop === undefined ? {} : { slop }) },
    end: after,
  };
}

function readWord(text: string, at: number): Reading {
  let end = at;
  while (end < text.length && !wordEnd.test(text.charAt(end))) end += 1;
  const word = text.slice(at, end);
  if (word === 'AND' || word === 'OR' || word === 'NOT')
    return { token: { kind: operators[word], at, end }, end };
  const name = fieldName.exec(word)?.[1];
  // "Breaking: fire" is prose, "title: fire" a slip of the space bar; the parser tells them apart by the list
  // of fields.
  if (name !== undefined)
    return { token: { kind: 'field', text: name, at, end: at + name.length + 1 }, end: at + name.length + 1 };
  return meaningful.test(word) || word.includes('*')
    ? { token: { kind: 'word', text: word, at, end }, end }
    : { end };
}

/** Cuts a query into tokens; words without a letter or digit (a lone dash, a smiley) fall away. */
export function queryTokens(text: string): QueryTokens {
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    const next = text.charAt(at + 1);
    let reading: Reading;
    if (blank.test(character)) reading = { end: at + 1 };
    else if (character === '(') reading = { token: { kind: 'open', at, end: at + 1 }, end: at + 1 };
    else if (character === ')') reading = { token: { kind: 'close', at, end: at + 1 }, end: at + 1 };
    else if (character in closingQuotes) reading = readPhrase(text, at, character);
    else if (character === '-' && next !== '' && !blank.test(next) && next !== '-')
      reading = { token: { kind: 'not', at, end: at + 1 }, end: at + 1 };
    else reading = readWord(text, at);
    if ('message' in reading) return { ok: false, error: reading };
    if (reading.token !== undefined) tokens.push(reading.token);
    at = reading.end;
  }
  return { ok: true, tokens };
}
