import { decodeEntities } from '@newsmill/text';
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** Attributes of an element, names in lower case. At most 64 are kept. */
export type Attributes = ReadonlyMap<string, string>;

/** What an XML reader tells of a document. Names come as written, in lower case. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  text(data: string): void;
  close(name: string): void;
}

const maxAttributes = 64;
/** How far up an end tag is looked for; one that matches nothing near is ignored, so bad nesting costs no time. */
const reach = 64;
/** HTML's names, which feeds use as if XML knew them; only with their semicolon, since addresses hold `&copy=`. */
const htmlEntity = /&[A-Za-z][A-Za-z0-9]{1,31};/g;
const none: Attributes = new Map();

/**
 * Reads XML as tolerantly as HTML: lost and stray end tags, bare ampersands and cut documents are read on. No entity but
 * those of XML and HTML is expanded, no DTD is followed, and time is linear in the length whatever the nesting.
 */
export class XmlReader implements TokenizerCallbacks {
  private readonly handler: XmlHandler;
  private readonly source: string;
  private readonly tokenizer: Tokenizer;
  private readonly stack: string[] = [];
  private name = '';
  private attributeName = '';
  private attributeValue = '';
  private attributes: Map<string, string> | undefined;

  constructor(source: string, handler: XmlHandler) {
    this.source = source;
    this.handler = handler;
    this.tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: true }, this);
  }

  /** Reads to the end, or until `stop` is called. */
  read(): void {
    this.tokenizer.write(this.source);
    this.tokenizer.end();
  }

  /** Ends the reading from within a handler. */
  stop(): void {
    this.tokenizer.pause();
  }

  onopentagname(start: number, end: number): void {
    this.name = this.source.slice(start, end).toLowerCase();
    this.attributes = undefined;
  }
  onattribname(start: number, end: number): void {
    this.attributeName = this.source.slice(start, end).toLowerCase();
    this.attributeValue = '';
  }
  onattribdata(start: number, end: number): void {
    this.attributeValue += this.source.slice(start, end);
  }
  onattribentity(code: number): void {
    this.attributeValue += String.fromCodePoint(code);
  }
  onattribend(): void {
    this.attributes ??= new Map();
    if (this.attributes.size < maxAttributes && !this.attributes.has(this.attributeName)) this.attributes.set(this.attributeName, this.attributeValue);
  }
  onopentagend(): void {
    this.stack.push(this.name);
    this.handler.open(this.name, this.attributes ?? none);
  }
  onselfclosingtag(): void {
    this.handler.open(this.name, this.attributes ?? none);
    this.handler.close(this.name);
  }
  onclosetag(start: number, end: number): void {
    const name = this.source.slice(start, end).trimEnd().toLowerCase();
    const floor = Math.max(0, this.stack.length - reach);
    let at = this.stack.length - 1;
    while (at >= floor && this.stack[at] !== name) at -= 1;
    if (at < floor) return;
    while (this.stack.length > at) this.handler.close(this.stack.pop() ?? '');
  }
  ontext(start: number, end: number): void {
    const data = this.source.slice(start, end);
    this.handler.text(data.includes('&') ? data.replace(htmlEntity, decodeEntities) : data);
  }
  ontextentity(code: number): void {
    this.handler.text(String.fromCodePoint(code));
  }
  oncdata(start: number, end: number, offset: number): void {
    this.handler.text(this.source.slice(start, end - offset));
  }
  onend(): void {
    while (this.stack.length > 0) this.handler.close(this.stack.pop() ?? '');
  }
  oncomment(): void {
    return;
  }
  ondeclaration(): void {
    return;
  }
  onprocessinginstruction(): void {
    return;
  }
}
