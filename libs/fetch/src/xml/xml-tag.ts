import { more, maxToken, type XmlBuffer } from './xml-buffer.ts';
import { readReferences, type XmlEntities } from './xml-entities.ts';
import type { XmlName, XmlNames } from './xml-names.ts';

/** Attributes of an element, names in lower case. At most 64 are kept. */
export type Attributes = ReadonlyMap<string, string>;

const maxAttributes = 64;
const none: Attributes = new Map();
const tab = 9;
const doubleQuote = 34;
const singleQuote = 39;
const slash = 47;
const less = 60;
const equals = 61;
const greater = 62;

/** Whether a character is white space. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= tab && code <= 13);
}

/** Whether a name ends before this character. */
export function endsName(code: number): boolean {
  return code === greater || code === less || code === slash || isSpace(code) || Number.isNaN(code);
}

/** Reads start tags; one object for all, since a feed holds hundred thousands. */
export class XmlTag {
  isClosed = false;
  private readonly buffer: XmlBuffer;
  private readonly names: XmlNames;
  private readonly entities: XmlEntities;
  private known: XmlName | undefined;
  private kept: Map<string, string> | undefined;
  /** Where the last value without quotes ended. */
  private valueEnd = 0;

  constructor(buffer: XmlBuffer, names: XmlNames, entities: XmlEntities) {
    this.buffer = buffer;
    this.names = names;
    this.entities = entities;
  }

  get name(): XmlName {
    return this.known ?? this.names.of('');
  }

  get attributes(): Attributes {
    return this.kept ?? none;
  }

  /**
   * Reads the tag at a `<`, and answers where to read on, or `more`. A tag that lost its end ends at the next
   * `<`.
   */
  read(start: number): number {
    const { text } = this.buffer;
    let at = start + 1;
    while (at < text.length && !endsName(text.charCodeAt(at))) at += 1;
    const nameEnd = at;
    this.kept = undefined;
    this.valueEnd = -1;
    this.isClosed = false;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === greater) {
        // A value without quotes takes the slash behind it: addresses end in one.
        this.isClosed = text.charCodeAt(at - 1) === slash && !this.endsInValue(at);
        at += 1;
        break;
      }
      if (code === less) break;
      if (at >= text.length) return more;
      if (at - start > maxToken) break;
      if (isSpace(code) || code === slash) at += 1;
      else {
        at = this.readAttribute(at);
        if (at === more) return more;
      }
    }
    this.known = this.names.of(text.slice(start + 1, nameEnd));
    return at;
  }

  private endsInValue(at: number): boolean {
    return this.valueEnd === at;
  }

  /** Reads one attribute, and answers where it ends. */
  private readAttribute(start: number): number {
    const { text } = this.buffer;
    let at = start + 1;
    while (at < text.length && text.charCodeAt(at) !== equals && !endsName(text.charCodeAt(at))) at += 1;
    const nameEnd = at;
    while (isSpace(text.charCodeAt(at))) at += 1;
    if (text.charCodeAt(at) !== equals) {
      this.keep(start, nameEnd, '');
      return at;
    }
    at += 1;
    while (isSpace(text.charCodeAt(at))) at += 1;
    const quote = text.charCodeAt(at);
    if (quote === doubleQuote || quote === singleQuote) {
      const end = this.findQuote(at + 1, quote === doubleQuote ? '"' : "'");
      if (end === more) return more;
      this.keep(start, nameEnd, text.slice(at + 1, end));
      return text.charCodeAt(end) === quote ? end + 1 : end;
    }
    const valueStart = at;
    while (at < text.length && !isSpace(text.charCodeAt(at)) && text.charCodeAt(at) !== greater) at += 1;
    this.keep(start, nameEnd, text.slice(valueStart, at));
    this.valueEnd = at;
    return at;
  }

  /** Where a quoted value ends: at its quote, or, when that is lost, at the end of the tag. */
  private findQuote(from: number, quote: string): number {
    const { text } = this.buffer;
    const end = this.buffer.find(quote, from);
    if (end === more) return more;
    // A value that ends in `=` behind a `>` has run into the next tag's attribute.
    const isLost =
      end === undefined || (text.charCodeAt(end - 1) === equals && text.slice(from, end).includes('>'));
    if (!isLost) return end;
    const close = this.buffer.find('>', from);
    return close ?? text.length;
  }

  private keep(start: number, end: number, value: string): void {
    const name = this.names.of(this.buffer.text.slice(start, end)).text;
    this.kept ??= new Map();
    if (this.kept.size < maxAttributes && !this.kept.has(name))
      this.kept.set(name, readReferences(value, this.entities));
  }
}
