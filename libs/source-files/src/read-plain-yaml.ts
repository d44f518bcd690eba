/** A file of plain YAML, read. */
export interface PlainYaml {
  readonly data: Readonly<Record<string, unknown>>;
  /** Where the value of the key `id` stands, from 1. */
  readonly idAt: { readonly line: number; readonly column: number };
}

/** A line that says something. */
interface Line {
  readonly indent: number;
  /** Without the indent, and without spaces at the end. */
  readonly content: string;
  /** From 1. */
  readonly number: number;
}

/** Far beyond a usual source file, and within the bounds of the whole reader. */
const most = { characters: 50_000, depth: 10, keys: 500 };
/** Anything else, such as tabs, other spaces and other line ends, is left to the whole reader. */
const unusual =
  /[^\n\x20-\x7e\u00a1-\u167f\u1681-\u1fff\u2010-\u2027\u2030-\u205e\u2060-\u2fff\u3001-\udfff\uf900-\ufdcf]/;
const keyHead = /^([A-Za-z][A-Za-z0-9_-]{0,99}):(?: +|$)/;
/** Words that are no text in YAML 1.2 (core schema, 10.3.2), and those that were none in 1.1 as keys. */
const reserved = /^(?:null|true|false|yes|no|on|off|y|n)$/i;
const wholeNumber = /^(?:0|[1-9][0-9]{0,8})$/;
const duration = /^[0-9]{1,12}(?:ms|s|m|h|d)$/;
/** Letters of numbers in any base, and of dates. */
const numberLike = /^[0-9a-fA-FoOxX._+:-]+$/;

/** The plain text cannot be read here; the whole reader decides. */
const left = Symbol('left to the whole reader');
type Left = typeof left;

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  const all = text.split('\n');
  for (const [index, line] of all.entries()) {
    const content = line.trimEnd();
    let indent = 0;
    while (content.charCodeAt(indent) === 0x20) indent += 1;
    const first = content.charCodeAt(indent);
    if (Number.isNaN(first) || first === 0x23) continue;
    if (lines.length === 0 && content === '---') continue;
    lines.push({ indent, content: content.slice(indent), number: index + 1 });
  }
  return lines;
}

/** The part of a line in front of a comment. */
function withoutComment(text: string): string {
  const at = text.indexOf(' #');
  return at < 0 ? text : text.slice(0, at).trimEnd();
}

/** A plain scalar of one line, by the core schema. */
function plainValue(text: string): unknown {
  const first = text.charCodeAt(0);
  const isDigit = first >= 0x30 && first <= 0x39;
  const isLetter = (first >= 0x41 && first <= 0x5a) || (first >= 0x61 && first <= 0x7a) || first > 0xa0;
  if (!isDigit && !isLetter && first !== 0x2f) return left;
  if (text.includes(': ') || text.endsWith(':')) return left;
  if (isDigit) {
    if (wholeNumber.test(text)) return Number(text);
    return duration.test(text) || !numberLike.test(text) ? text : left;
  }
  if (text === 'true') return true;
  if (text === 'false') return false;
  return text.length <= 5 && /^(?:null|true|false)$/i.test(text) ? left : text;
}

/** A quoted scalar that ends on its line: its value, and where the text goes on. */
function quotedValue(text: string, at: number): { readonly value: string; readonly end: number } | Left {
  const quote = text.charAt(at);
  if (quote === '"') {
    const end = text.indexOf('"', at + 1);
    const value = text.slice(at + 1, end);
    return end < 0 || value.includes('\\') ? left : { value, end: end + 1 };
  }
  let end = text.indexOf("'", at + 1);
  while (end >= 0 && text.charAt(end + 1) === "'") end = text.indexOf("'", end + 2);
  return end < 0 ? left : { value: text.slice(at + 1, end).replaceAll("''", "'"), end: end + 1 };
}

/** Whether nothing but a comment stands behind a value. */
function isEnd(text: string, at: number): boolean {
  return at === text.length || /^ +#/.test(text.slice(at, at + 200)) || text.slice(at).trim() === '';
}

/** A list in brackets on one line, of scalars alone. */
function bracketValue(text: string): unknown {
  const values: unknown[] = [];
  let at = 1;
  for (;;) {
    while (text.charAt(at) === ' ') at += 1;
    const first = text.charAt(at);
    if (first === '"' || first === "'") {
      const quoted = quotedValue(text, at);
      if (quoted === left) return left;
      values.push(quoted.value);
      at = quoted.end;
    } else {
      const start = at;
      while (at < text.length && !',[]{}'.includes(text.charAt(at))) at += 1;
      const word = text.slice(start, at).trimEnd();
      const value = word === '' || word.includes(' #') ? left : plainValue(word);
      if (value === left) return left;
      values.push(value);
    }
    while (text.charAt(at) === ' ') at += 1;
    const mark = text.charAt(at);
    if (mark === ']') return isEnd(text, at + 1) ? values : left;
    if (mark !== ',') return left;
    at += 1;
  }
}

function scalarOf(text: string): unknown {
  const first = text.charAt(0);
  if (first === '[') return bracketValue(text);
  if (first !== '"' && first !== "'") return plainValue(withoutComment(text));
  const quoted = quotedValue(text, 0);
  return quoted !== left && isEnd(text, quoted.end) ? quoted.value : left;
}

/** Reads lines from the first to the last, block by block. */
class PlainReader {
  idAt = { line: 1, column: 1 };
  readonly #lines: Line[];
  #at = 0;

  constructor(lines: readonly Line[]) {
    this.#lines = [...lines];
  }

  /** The map of the whole file. */
  readAll(): unknown {
    const [first] = this.#lines;
    if (first === undefined) return left;
    const data = this.#map(first.indent, 0);
    return this.#at === this.#lines.length ? data : left;
  }

  /** Whether the line that comes next belongs to a value that was taken for whole. */
  #goesOn(indent: number): boolean {
    const next = this.#lines[this.#at];
    return next !== undefined && next.indent > indent;
  }

  #block(indent: number, depth: number): unknown {
    const next = this.#lines[this.#at];
    if (next === undefined || depth > most.depth) return left;
    const isList = next.content.startsWith('- ');
    // The entries of a list may stand as far left as the key above them.
    if (next.indent < indent || (next.indent === indent && !isList)) return left;
    return isList ? this.#list(next.indent, depth) : this.#map(next.indent, depth);
  }

  #map(indent: number, depth: number): unknown {
    const data: Record<string, unknown> = {};
    for (let keys = 0; ; keys += 1) {
      const line = this.#lines[this.#at];
      const head = line?.indent === indent ? keyHead.exec(line.content) : null;
      if (line === undefined || head === null) return keys === 0 || this.#goesOn(indent) ? left : data;
      const [whole, key = ''] = head;
      if (keys >= most.keys || Object.hasOwn(data, key) || reserved.test(key)) return left;
      if (depth === 0 && key === 'id') this.idAt = { line: line.number, column: indent + whole.length + 1 };
      const rest = line.content.slice(whole.length);
      this.#at += 1;
      const isBlock = rest === '' || rest.startsWith('#');
      const value = isBlock ? this.#block(indent, depth + 1) : scalarOf(rest);
      if (value === left || this.#goesOn(indent)) return left;
      data[key] = value;
    }
  }

  #list(indent: number, depth: number): unknown {
    const values: unknown[] = [];
    for (;;) {
      const line = this.#lines[this.#at];
      if (line?.indent !== indent || !line.content.startsWith('- '))
        return this.#goesOn(indent) ? left : values;
      const rest = line.content.slice(1).trimStart();
      if (rest.startsWith('- ') || rest.startsWith('#') || depth >= most.depth) return left;
      const isMap = keyHead.test(rest);
      const column = indent + line.content.length - rest.length;
      if (isMap) this.#lines[this.#at] = { indent: column, content: rest, number: line.number };
      else this.#at += 1;
      const value = isMap ? this.#map(column, depth + 1) : scalarOf(rest);
      if (value === left || this.#goesOn(indent)) return left;
      values.push(value);
    }
  }
}

function isData(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads the YAML that source files are usually written in: maps, lists and scalars of one line, comments. It
 * gives what the whole reader gives (YAML 1.2, core schema) in a small part of its time, or undefined
 * where a text has anything else, or a mistake: the whole reader decides then.
 */
export function readPlainYaml(text: string): PlainYaml | undefined {
  if (text.length > most.characters || unusual.test(text)) return undefined;
  const reader = new PlainReader(linesOf(text));
  const data = reader.readAll();
  return isData(data) ? { data, idAt: reader.idAt } : undefined;
}
