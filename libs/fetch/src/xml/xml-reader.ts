import { more, XmlBuffer } from './xml-buffer.ts';
import { readReferences, XmlEntities } from './xml-entities.ts';
import { commentEnd, findSection, instructionEnd } from './xml-marks.ts';
import { XmlNames, type XmlName } from './xml-names.ts';
import { endsName, isSpace, XmlTag, type Attributes } from './xml-tag.ts';

export type { Attributes };

/**
 * What an XML reader tells of a document. Names come in lower case, prefixes as written; a text may come in
 * several parts.
 */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  text(data: string): void;
  close(name: string): void;
  /** The document ended inside a text: what is open was cut off. */
  cut?(): void;
}

/** What is mended, in words for an operator, in the order in which it is told. */
export const xmlRepairs = [
  'text in front of the document skipped',
  'control characters removed',
  'bare less-than signs escaped',
  'CDATA section without end closed',
  'comment without end closed',
] as const;
export type XmlRepair = (typeof xmlRepairs)[number];

/** Deeper elements are not told of. Feeds nest ten deep, damaged ones some hundred. */
const maxDepth = 4_096;
const maxSubset = 65_536;
/** How far the document may be hidden behind what the publisher's software put in front of it. */
const maxFront = 262_144;
/** Longest reference (`&CounterClockwiseContourIntegral;`) that may lie across the end of a chunk. */
const maxReference = 40;
const bang = 33;
const slash = 47;
const less = 60;
const greater = 62;
const question = 63;

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const controls = new RegExp(control, 'g');
const root = '(?:[a-z][\\w-]*:)?(?:rss|feed|rdf|channel|urlset|sitemapindex|item|entry|opml)(?=[\\s>/])';
const rootStart = new RegExp(`<\\?xml(?=[\\s?-])|<${root}|<!doctype\\s+${root}`, 'i');

/** A document that a page shows as text. */
const shownStart = /&lt;(?:\?xml|rss|feed|rdf:rdf|opml)(?=[\s&])/i;

/** Whether a `<` before this character opens a tag. */
function startsName(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58 || code >= 128
  );
}

function withoutComments(text: string): string {
  let out = '';
  let done = 0;
  for (let start = text.indexOf('<!--'); start !== -1; start = text.indexOf('<!--', done)) {
    const end = text.indexOf('-->', start + 4);
    if (end === -1) break;
    out += text.slice(done, start);
    done = end + 3;
  }
  return out + text.slice(done);
}

/**
 * Reads XML as tolerantly as HTML, from chunks of any size: lost and stray end tags, bare `&` and `<`,
 * sections and comments without end, text in front and cut documents are read on. The only entities are
 * XML's, HTML's and the short ones that the document declares itself; no DTD is followed, and time is linear
 * in the length whatever the nesting. How the text is cut into chunks changes nothing.
 */
export class XmlReader {
  readonly repaired = new Set<XmlRepair>();
  private readonly handler: XmlHandler;
  private readonly names = new XmlNames();
  private readonly entities = new XmlEntities();
  private readonly stack: XmlName[] = [];
  private readonly buffer = new XmlBuffer();
  private readonly tag = new XmlTag(this.buffer, this.names, this.entities);
  private isInside = false;
  private isStopped = false;
  private isTextLast = false;
  /** Only the first document type counts. */
  private hasType = false;

  constructor(handler: XmlHandler) {
    this.handler = handler;
  }

  /** Takes the next part of the document. */
  write(chunk: string): void {
    if (this.isStopped || chunk === '') return;
    let text = chunk;
    if (control.test(chunk)) {
      this.repaired.add('control characters removed');
      text = chunk.replace(controls, '');
    }
    if (this.buffer.push(text)) this.read();
  }

  /** Says that the document has ended. */
  end(): void {
    this.buffer.isLast = true;
    if (!this.isStopped) this.read();
    if (this.isStopped) return;
    if (this.isTextLast && this.stack.length > 0) this.handler.cut?.();
    this.closeTo(0);
  }

  /** Ends the reading from within a handler: nothing more is told. */
  stop(): void {
    this.isStopped = true;
  }

  /** Closes the open elements above this depth, as their lost end tags would. */
  closeTo(depth: number): void {
    while (this.stack.length > depth) this.pop();
  }

  private pop(): void {
    const name = this.stack.pop();
    if (name === undefined) return;
    name.open -= 1;
    this.handler.close(name.text);
  }

  private read(): void {
    this.buffer.refill();
    if (!this.isInside && !this.findStart()) return;
    while (!this.isStopped && this.buffer.at < this.buffer.text.length) {
      const start = this.buffer.text.indexOf('<', this.buffer.at);
      if (start === -1) return this.readLastText();
      if (start > this.buffer.at) this.tell(this.buffer.at, start);
      this.buffer.at = start;
      const next = this.readMarkup(start);
      if (next === more) return this.buffer.isLast ? this.dropRest() : undefined;
      this.buffer.at = next;
    }
  }

  /** Finds the beginning of the document; false while that needs more text. */
  private findStart(): boolean {
    const start = rootStart.exec(this.buffer.text.slice(0, maxFront))?.index;
    if (start === undefined && this.buffer.text.length < maxFront) {
      if (!this.buffer.isLast) return false;
      const shown = shownStart.exec(this.buffer.text)?.index;
      if (shown !== undefined) {
        this.repaired.add('text in front of the document skipped');
        this.buffer.text = readReferences(this.buffer.text.slice(shown), this.entities);
      }
    }
    this.isInside = true;
    this.buffer.at = start ?? 0;
    if (/[^\s\ufeff]/.test(withoutComments(this.buffer.text.slice(0, this.buffer.at))))
      this.repaired.add('text in front of the document skipped');
    return true;
  }

  private readLastText(): void {
    let end = this.buffer.text.length;
    if (!this.buffer.isLast) {
      const reference = this.buffer.text.lastIndexOf('&');
      if (reference >= this.buffer.at && end - reference < maxReference) end = reference;
    }
    if (end > this.buffer.at) this.tell(this.buffer.at, end);
    this.buffer.at = end;
  }

  /** A tag that the end of the document cut in two says nothing. */
  private dropRest(): void {
    this.buffer.at = this.buffer.text.length;
    this.isTextLast = false;
  }

  private tell(start: number, end: number): void {
    this.isTextLast = true;
    this.handler.text(readReferences(this.buffer.text.slice(start, end), this.entities));
  }

  /** Reads what stands at a `<`, and answers where to read on. */
  private readMarkup(start: number): number {
    const { text } = this.buffer;
    if (start + 1 >= text.length) {
      if (!this.buffer.isLast) return more;
      return this.readBareLess(start);
    }
    const code = text.charCodeAt(start + 1);
    if (startsName(code)) return this.readStartTag(start);
    if (code === slash) return this.readEndTag(start);
    if (code === bang) return this.readDeclaration(start);
    if (code === question) return this.readInstruction(start);
    return this.readBareLess(start);
  }

  private readBareLess(start: number): number {
    this.repaired.add('bare less-than signs escaped');
    this.isTextLast = true;
    this.handler.text('<');
    return start + 1;
  }

  private readStartTag(start: number): number {
    const next = this.tag.read(start);
    if (next === more) return more;
    this.isTextLast = false;
    this.openElement(this.tag.name, this.tag.attributes, this.tag.isClosed);
    return next;
  }

  private openElement(name: XmlName, attributes: Attributes, isClosed: boolean): void {
    if (!isClosed && this.stack.length >= maxDepth) return;
    // The handler may close others first, so the element is put on the stack after it was told.
    this.handler.open(name.text, attributes);
    if (isClosed) return this.handler.close(name.text);
    this.stack.push(name);
    name.open += 1;
  }

  private readEndTag(start: number): number {
    const { text } = this.buffer;
    let at = start + 2;
    while (at < text.length && !endsName(text.charCodeAt(at))) at += 1;
    const nameEnd = at;
    while (at < text.length && text.charCodeAt(at) !== greater && text.charCodeAt(at) !== less) at += 1;
    if (at >= text.length) return more;
    this.isTextLast = false;
    const name = this.names.of(text.slice(start + 2, nameEnd));
    if (name.open > 0) {
      while (this.stack.at(-1) !== name) this.pop();
      this.pop();
    }
    return text.charCodeAt(at) === greater ? at + 1 : at;
  }

  private readDeclaration(start: number): number {
    const { text } = this.buffer;
    if (!this.buffer.isLast && text.length - start < 10) return more;
    if (text.startsWith('<!--', start)) return this.readComment(start);
    if (text.startsWith('<![CDATA[', start)) return this.readSection(start);
    const end = this.buffer.find('>', start);
    if (end === more) return more;
    if (end === undefined) return this.skip(start + 2);
    if (this.hasType || text.slice(start + 2, start + 9).toLowerCase() !== 'doctype')
      return this.skip(end + 1);
    const bracket = text.slice(start, end).indexOf('[');
    const next = bracket === -1 ? this.skip(end + 1) : this.readSubset(start + bracket, end);
    this.hasType = next !== more;
    return next;
  }

  private skip(to: number): number {
    this.isTextLast = false;
    return to;
  }

  /** Reads the entities that a document type declares between its brackets. */
  private readSubset(bracket: number, firstEnd: number): number {
    let from = bracket;
    for (;;) {
      const close = this.buffer.find(']', from, maxSubset);
      if (close === more) return more;
      if (close === undefined || close - bracket > maxSubset) return this.skip(firstEnd + 1);
      let at = close + 1;
      while (isSpace(this.buffer.text.charCodeAt(at))) at += 1;
      if (at >= this.buffer.text.length && !this.buffer.isLast) return more;
      if (this.buffer.text.charCodeAt(at) === greater) {
        this.entities.declare(this.buffer.text.slice(bracket + 1, close));
        return this.skip(at + 1);
      }
      from = close + 1;
    }
  }

  private readComment(start: number): number {
    const next = commentEnd(this.buffer, start);
    if (next === more) return more;
    if (!this.buffer.text.startsWith('-->', next - 3)) this.repaired.add('comment without end closed');
    return this.skip(next);
  }

  private readInstruction(start: number): number {
    const next = instructionEnd(this.buffer, start);
    return next === more ? more : this.skip(next);
  }

  private readSection(start: number): number {
    const section = findSection(this.buffer, start, this.stack.at(-1)?.text);
    if (section === undefined) return more;
    const { from, end, next, isMended } = section;
    if (isMended) this.repaired.add('CDATA section without end closed');
    this.isTextLast = this.buffer.isLast && next === end && end === this.buffer.text.length;
    if (end > from) this.handler.text(this.buffer.text.slice(from, end));
    return next;
  }
}
