import {
  dateFields,
  exactFields,
  isTopicField,
  numberFields,
  queryFields,
  type ExactField,
  type QueryField,
  type QueryNode,
  type RangeField,
} from '@newsmill/contracts';
import { closestName } from './closest-name.ts';
import { readExact } from './read-exact.ts';
import { readRange } from './read-range.ts';
import { topicCodes, topicScheme } from './topic-codes.ts';
import { queryTokens, type QueryProblem, type QueryToken } from './query-tokens.ts';

const queryLimits = { characters: 1_000, terms: 64, depth: 16 } as const;

export type ParsedQuery =
  | { readonly ok: true; readonly query: QueryNode | undefined }
  | { readonly ok: false; readonly error: QueryProblem };

type AnyField = QueryField | RangeField | ExactField;

const rangeFields: readonly RangeField[] = [...dateFields, ...numberFields];
const allFields: readonly AnyField[] = [...queryFields, ...rangeFields, ...exactFields];

/** Names that other search engines and fields of our documents use. */
// biome-ignore format: a table, read by its rows
const otherNames: Readonly<Record<string, AnyField>> = {
  date: 'published', day: 'published', pubdate: 'published', updated: 'modified', discovered: 'firstSeen',
  words: 'wordCount', length: 'wordCount', minutes: 'readingMinutes', countries: 'country',
  familyid: 'family', storyid: 'story', license: 'licence', agencies: 'agency', flags: 'flag', is: 'flag',
  authors: 'author', by: 'author', byline: 'author', body: 'content', text: 'content', host: 'domain',
  site: 'domain', inurl: 'url', headline: 'title', intitle: 'title',
  keywords: 'keyword', lang: 'language', outlet: 'source', paper: 'source', publisher: 'source',
  sources: 'source', tags: 'tag', edit: 'changed', edited: 'changed', edits: 'changed',
  earlier: 'was',
};

/** Short ways to bound the time of publication, and the operator that each stands for. */
const timeWords: Readonly<Record<string, string>> = { after: '>=', since: '>=', before: '<', until: '<' };

/** What travels through the recursive descent; `next` and `terms` are the only things that move. */
interface Cursor {
  readonly text: string;
  readonly tokens: readonly QueryToken[];
  next: number;
  terms: number;
}

type Parsed = { readonly node: QueryNode } | { readonly error: QueryProblem };

function problem(message: string, position: number, suggestion?: string): Parsed {
  return { error: suggestion === undefined ? { message, position } : { message, position, suggestion } };
}

function fieldOf(name: string): AnyField | undefined {
  return allFields.find((field) => field.toLowerCase() === name.toLowerCase());
}

function isRange(field: AnyField): field is RangeField {
  return rangeFields.some((name) => name === field);
}

function isExact(field: AnyField): field is ExactField {
  return exactFields.some((name) => name === field);
}

function join(kind: 'and' | 'or', nodes: readonly QueryNode[]): QueryNode {
  const [only] = nodes;
  if (only !== undefined && nodes.length === 1) return only;
  return { kind, nodes: nodes.flatMap((node) => (node.kind === kind ? node.nodes : [node])) };
}

function parseOr(cursor: Cursor, depth: number, field?: AnyField): Parsed {
  const nodes: QueryNode[] = [];
  for (;;) {
    const part = parseAnd(cursor, depth, field);
    if ('error' in part) return part;
    nodes.push(part.node);
    if (cursor.tokens[cursor.next]?.kind !== 'or') return { node: join('or', nodes) };
    cursor.next += 1;
  }
}

function parseAnd(cursor: Cursor, depth: number, field?: AnyField): Parsed {
  const nodes: QueryNode[] = [];
  for (;;) {
    const part = parseOne(cursor, depth, field);
    if ('error' in part) return part;
    nodes.push(part.node);
    const token = cursor.tokens[cursor.next];
    if (token?.kind === 'and') cursor.next += 1;
    else if (token === undefined || token.kind === 'or' || token.kind === 'close')
      return { node: join('and', nodes) };
  }
}

function parseOne(cursor: Cursor, depth: number, field?: AnyField): Parsed {
  const token = cursor.tokens[cursor.next];
  if (token === undefined) return endOfQuery(cursor);
  if (depth > queryLimits.depth)
    return problem(`parentheses and NOT may nest ${queryLimits.depth} deep at most`, token.at);
  cursor.next += 1;
  switch (token.kind) {
    case 'not': {
      const part = parseOne(cursor, depth + 1, field);
      return 'error' in part ? part : { node: { kind: 'not', node: part.node } };
    }
    case 'open':
      return parseGroup(cursor, token, depth, field);
    case 'close':
      return problem(
        cursor.tokens[cursor.next - 2]?.kind === 'open'
          ? 'there is nothing between the parentheses'
          : 'this parenthesis closes nothing',
        token.at,
      );
    case 'and':
    case 'or':
      return problem(
        `${token.kind.toUpperCase()} needs a word on both sides; write it in lower case to search for the word`,
        token.at,
      );
    case 'field':
      return parseField(cursor, token, depth, field);
    default:
      return parseTerm(cursor, token, field);
  }
}

function endOfQuery(cursor: Cursor): Parsed {
  const last = cursor.tokens.at(-1);
  if (last === undefined) return problem('there is no word to search for', 0);
  // What asks for a word that does not come goes, too: in `(NOT`, both.
  const whole = cursor.tokens.findLast(
    ({ kind }) => kind === 'word' || kind === 'phrase' || kind === 'close',
  );
  const found = cursor.text.slice(last.at, last.end);
  return problem(
    `the query ends after ${JSON.stringify(found)}; a word is missing`,
    last.end,
    whole === undefined ? undefined : cursor.text.slice(0, whole.end),
  );
}

function parseGroup(cursor: Cursor, open: QueryToken, depth: number, field?: AnyField): Parsed {
  const inside = parseOr(cursor, depth + 1, field);
  if ('error' in inside) return inside;
  if (cursor.tokens[cursor.next]?.kind !== 'close')
    return problem('this parenthesis is never closed', open.at, `${cursor.text.trimEnd()})`);
  cursor.next += 1;
  return inside;
}

function parseField(
  cursor: Cursor,
  token: QueryToken & { readonly kind: 'field' },
  depth: number,
  outer?: AnyField,
): Parsed {
  const known = fieldOf(token.text);
  if (known !== undefined) {
    if (outer !== undefined && outer !== known)
      return problem(`${known}: stands inside ${outer}:(…); a word is searched in one field`, token.at);
    return parseOne(cursor, depth + 1, known);
  }
  const operator = timeWords[token.text.toLowerCase()];
  const value = cursor.tokens[cursor.next];
  if (
    isTopicField(outer) &&
    token.text.toLowerCase() === topicScheme &&
    value?.kind === 'word' &&
    value.at === token.end
  ) {
    cursor.next += 1;
    return parseTerm(
      cursor,
      { kind: 'phrase', text: `${topicScheme}:${value.text}`, at: token.at, end: value.end },
      outer,
    );
  }
  if (
    operator !== undefined &&
    outer === undefined &&
    value?.at === token.end &&
    (value.kind === 'word' || value.kind === 'phrase')
  ) {
    cursor.next += 1;
    return parseValue(cursor, value, 'published', operator);
  }
  const isProse = cursor.tokens[cursor.next]?.at !== token.end;
  if (isProse)
    return parseTerm(cursor, { kind: 'word', text: token.text, at: token.at, end: token.end }, outer);
  const meant = otherNames[token.text.toLowerCase()] ?? closestName(token.text, allFields);
  const suggestion =
    meant === undefined
      ? undefined
      : `${cursor.text.slice(0, token.at)}${meant}${cursor.text.slice(token.at + token.text.length)}`;
  return problem(
    `there is no field ${JSON.stringify(token.text)}; fields are ${allFields.join(', ')}; put quotation marks around text with a colon`,
    token.at,
    suggestion,
  );
}

function parseTerm(
  cursor: Cursor,
  token: QueryToken & { readonly kind: 'word' | 'phrase' },
  field?: AnyField,
): Parsed {
  if (field !== undefined && (isRange(field) || isExact(field))) return parseValue(cursor, token, field);
  cursor.terms += 1;
  if (cursor.terms > queryLimits.terms) return tooMany(token);
  const bound = field === undefined ? {} : { field };
  const text = token.text.normalize('NFC').trim();
  const codes = isTopicField(field) ? topicCodes(field, text, token.kind === 'phrase') : [];
  if (codes.length > 0)
    return {
      node: join(
        'or',
        codes.map((code) => ({ kind: 'phrase', text: code, ...bound })),
      ),
    };
  if (token.kind === 'phrase')
    return {
      node: { kind: 'phrase', text, ...bound, ...(token.slop === undefined ? {} : { slop: token.slop }) },
    };
  const star = text.indexOf('*');
  if (star === -1) return { node: { kind: 'term', text, ...bound } };
  const start = text.slice(0, star);
  if (!/[\p{L}\p{N}]/u.test(start))
    return problem('* stands at the end of a word, with at least one letter before it', token.at + star);
  if (star !== text.length - 1)
    return problem(
      '* can only stand at the end of a word',
      token.at + star,
      `${cursor.text.slice(0, token.at)}${start}*${cursor.text.slice(token.end)}`,
    );
  return { node: { kind: 'prefix', text: start, ...bound } };
}

function tooMany(token: QueryToken): Parsed {
  return problem(`a query may hold ${queryLimits.terms} words and phrases at most`, token.at);
}

/** The value of a field that is no text. `operator` stands in front of it unwritten. */
function parseValue(
  cursor: Cursor,
  token: QueryToken & { readonly kind: 'word' | 'phrase' },
  field: RangeField | ExactField,
  operator = '',
): Parsed {
  cursor.terms += 1;
  if (cursor.terms > queryLimits.terms) return tooMany(token);
  const [before, after] = [cursor.text.slice(0, token.at), cursor.text.slice(token.end)];
  // A sign alone is no word and fell away: "published:> 2026" must not become the year 2026.
  const parted = /[:(\s]([<>=!≥≤.]+)\s+$/u.exec(before);
  if (isRange(field) && parted?.[1] !== undefined)
    return problem(
      `no space may stand between ${parted[1]} and the value`,
      token.at,
      `${before.trimEnd()}${cursor.text.slice(token.at)}`,
    );
  const text = token.text.normalize('NFC').trim();
  const read = isRange(field) ? readRange(field, `${operator}${text}`) : readExact(field, text);
  if ('node' in read) return { node: read.node };
  const remedy = operator === '' ? read.remedy : read.remedy?.replace(/^[<>]=?/u, '');
  return problem(
    `${field}: ${read.message.startsWith(`${field}: `) ? read.message.slice(field.length + 2) : read.message}`,
    token.at,
    // `after:` stands for an operator: without the operator its value is the same.
    remedy === undefined || remedy === text ? undefined : `${before}${quoted(remedy)}${after}`,
  );
}

/** As it must be typed. */
function quoted(text: string): string {
  return /\s/u.test(text) ? `"${text}"` : text;
}

/**
 * Reads what people type into a search box: words, "phrases" (with ~N words between), AND, OR, NOT, -word,
 * parentheses, field:value, ranges such as published:>=2026-01-01, and start*. Words side by side must all
 * occur; OR binds weaker than AND. Blank text is no query. Any text gets an answer; the limits are those of
 * `queryLimits`.
 */
export function parseQuery(text: string): ParsedQuery {
  if (text.length > queryLimits.characters)
    return {
      ok: false,
      error: {
        message: `a query may be ${queryLimits.characters} characters long at most, this one has ${text.length}`,
        position: queryLimits.characters,
      },
    };
  const whole = text.toWellFormed();
  if (whole.trim() === '') return { ok: true, query: undefined };
  const cut = queryTokens(whole);
  if (!cut.ok) return cut;
  const cursor: Cursor = { text: whole, tokens: cut.tokens, next: 0, terms: 0 };
  const parsed = parseOr(cursor, 0);
  if ('error' in parsed) return { ok: false, error: parsed.error };
  const left = cursor.tokens[cursor.next];
  if (left !== undefined)
    return { ok: false, error: { message: 'this parenthesis closes nothing', position: left.at } };
  return { ok: true, query: parsed.node };
}
