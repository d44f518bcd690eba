import type { FeedHead, FeedItem, FeedPerson } from './feed-document.ts';
import { isObject, jsonHead, jsonItem, jsonPeople } from './json-feed-item.ts';

const quote = 34;
const comma = 44;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;
/** Characters of one item, as many as of a text of XML. */
const maxItem = 2_000_000;
/** Characters of all that is not an item. */
const maxHead = 1_000_000;
const tailLength = 64;
/** Feeds nest six deep. What is built of brackets in brackets takes hundreds of bytes of memory for each. */
const maxDepth = 100;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads JSON Feed 1.0 and 1.1 from chunks, item by item: an item is parsed as soon as its text is complete,
 * so a feed that was cut loses its last item only, and no more than one item is held.
 */
export class JsonFeedReader {
  isDone = false;
  readonly repaired: string[] = [];
  private readonly base: string | undefined;
  private readonly maxItems: number;
  private readonly onItem: (item: FeedItem) => void;
  /** The text of the item that is being read, or of what stands around the items. */
  private part = '';
  private root = '';
  private count = 0;
  private depth = 0;
  private isText = false;
  private isEscaped = false;
  private isInItems = false;
  private isBroken = false;
  /** Those of the feed, as far as it names them before its items. */
  private authors: readonly FeedPerson[] | undefined;
  private refusal: string | undefined;

  constructor(base: string | undefined, maxItems: number, onItem: (item: FeedItem) => void) {
    this.base = base;
    this.maxItems = maxItems;
    this.onItem = onItem;
  }

  /** Takes the next part of the text. */
  write(text: string): void {
    let from = 0;
    for (let at = 0; at < text.length && !this.isDone && !this.isBroken; at += 1) {
      const code = text.charCodeAt(at);
      if (this.isText) {
        if (this.isEscaped) this.isEscaped = false;
        else if (code === backslash) this.isEscaped = true;
        else if (code === quote) this.isText = false;
      } else if (code === quote) this.isText = true;
      else if (code === openBrace || code === openBracket) {
        this.depth += 1;
        if (this.depth > maxDepth) return this.refuse(`the feed nests deeper than ${maxDepth} levels`);
        if (code === openBracket && this.depth === 2 && this.startsItems(text, from, at)) {
          this.gather(text.slice(from, at + 1));
          from = at + 1;
          this.root += this.part;
          this.part = '';
          this.isInItems = true;
        }
      } else if (code === closeBrace || code === closeBracket) {
        this.depth -= 1;
        if (this.isInItems && this.depth <= 2) {
          this.gather(text.slice(from, this.depth === 2 ? at + 1 : at));
          from = this.depth === 2 ? at + 1 : at;
          this.finishItem();
          if (this.depth < 2) this.isInItems = false;
        }
      } else if (code === comma && this.isInItems && this.depth === 2) {
        this.part = '';
        from = at + 1;
      }
    }
    if (!this.isDone) this.gather(text.slice(from));
  }

  /** Why this is no feed, where that is known. */
  get problem(): string | undefined {
    return this.refusal;
  }

  private refuse(why: string): void {
    this.isBroken = true;
    this.refusal = why;
    this.part = '';
    this.root = '';
  }

  /** What the feed says of itself; undefined when it is none. */
  end(): FeedHead | undefined {
    if (this.isBroken) return undefined;
    const isOpen = this.isInItems || this.isDone;
    if (isOpen && !this.isDone) this.repaired.push('lost end of the feed added');
    const root = parsed(`${this.root}${isOpen ? ']}' : this.part}`);
    return isObject(root) ? jsonHead(root, this.count, { base: this.base, isCut: this.isDone }) : undefined;
  }

  private gather(text: string): void {
    this.part += text;
    if (this.part.length > (this.isInItems ? maxItem : maxHead) || this.root.length > maxHead)
      this.isBroken = true;
  }

  /** Whether the list that opens here is that of the items. */
  private startsItems(text: string, from: number, at: number): boolean {
    const near = text.slice(Math.max(from, at - tailLength), at);
    return /"items"\s*:\s*$/.test(near.length < tailLength ? this.part.slice(-tailLength) + near : near);
  }

  private finishItem(): void {
    const text = this.part;
    this.part = '';
    const value = parsed(text);
    if (!isObject(value)) return;
    if (this.count >= this.maxItems) this.isDone = true;
    else {
      this.count += 1;
      this.authors ??= jsonPeople(parsed(`${this.root}]}`));
      this.onItem(jsonItem(value, this.base, this.authors));
    }
  }
}
