import type { FeedEntry } from '@newsmill/contracts';
import { readFeedDate } from '@newsmill/text';
import { Parser } from 'htmlparser2';
import { absoluteUrl } from './absolute-url.ts';
import { parseSelector, type SelectableElement } from './parse-selector.ts';

export interface ListContext {
  readonly url: string;
  /** CSS selector of the links, or of the elements that hold them. Throws SelectorError when it cannot be read. */
  readonly select: string;
  readonly maxItems?: number;
}

const maxDepth = 1_000;
const maxTitle = 1_000;

class TooDeep extends Error {}

interface OpenElement extends SelectableElement {
  readonly parent: OpenElement | undefined;
  /** Whether this element or one around it was selected. */
  readonly isSelected: boolean;
}

interface Draft {
  readonly url: string;
  title: string;
  published: string | undefined;
}

/** Gathers the selected links of a page with their texts and the time that stands beside them. */
class ListBuilder {
  readonly drafts: Draft[] = [];
  private readonly context: ListContext;
  private readonly selector;
  private top: OpenElement | undefined;
  private depth = 0;
  private link: Draft | undefined;
  private base: string;

  constructor(context: ListContext) {
    this.context = context;
    this.selector = parseSelector(context.select);
    this.base = context.url;
  }

  open(name: string, attributes: Record<string, string>): void {
    this.depth += 1;
    if (this.depth > maxDepth) throw new TooDeep();
    const element = { name, attributes, parent: this.top, isSelected: this.top?.isSelected ?? false };
    const href = attributes['href'];
    if (name === 'base' && href !== undefined) this.base = absoluteUrl(href, this.context.url) ?? this.base;
    this.top = { ...element, isSelected: element.isSelected || this.selector.matches(element) };
    if (name === 'a' && href !== undefined && this.top.isSelected) this.begin(href);
    const time = name === 'time' ? attributes['datetime'] : undefined;
    const last = this.drafts.at(-1);
    if (time !== undefined && last !== undefined && this.top.isSelected) last.published ??= isoDate(time);
  }

  private begin(href: string): void {
    const url = absoluteUrl(href, this.base);
    if (url === undefined || !/^https?:\/\//i.test(url) || this.drafts.length >= (this.context.maxItems ?? 10_000)) return;
    this.link = { url: url.replace(/#(?![!/]).*$/, ''), title: '', published: undefined };
    this.drafts.push(this.link);
  }

  text(data: string): void {
    if (this.link !== undefined && this.link.title.length < maxTitle) this.link.title += data;
  }

  close(name: string): void {
    this.depth -= 1;
    this.top = this.top?.parent;
    if (name === 'a') this.link = undefined;
  }
}

function isoDate(text: string): string | undefined {
  const instant = readFeedDate(text);
  return instant === undefined ? undefined : new Date(instant).toISOString();
}

/**
 * Article links of a list page, in its order, each address once, with the text of the link as title. Elements deeper than 1,000 end
 * the reading. Throws SelectorError when the selector cannot be read.
 */
export function readList(html: string, context: ListContext): FeedEntry[] {
  const builder = new ListBuilder(context);
  const parser = new Parser({
    onopentag: (name, attributes) => builder.open(name, attributes),
    ontext: (data) => builder.text(data),
    onclosetag: (name) => builder.close(name),
  }, { decodeEntities: true });
  try {
    parser.end(html);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
  }
  const entries = new Map<string, FeedEntry>();
  for (const { url, title, published } of builder.drafts) {
    const plain = title.replace(/\s+/g, ' ').trim();
    const known = entries.get(url);
    if (known === undefined) entries.set(url, { url, title: plain === '' ? undefined : plain.slice(0, maxTitle), authors: [], categories: [], published, channel: context.url });
    else if (known.title === undefined && plain !== '') entries.set(url, { ...known, title: plain.slice(0, maxTitle), published: known.published ?? published });
  }
  return [...entries.values()];
}
