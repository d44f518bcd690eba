import type { FeedEntry } from '@newsmill/contracts';
import { parseSelector, type SelectableElement } from '@newsmill/text';
import { timeOf, walkPage, type PageElement, type PageVisitor } from './walk-page.ts';

export interface ListContext {
  readonly url: string;
  /**
   * CSS selector of the links, or of the elements that hold them. Throws SelectorError when it cannot be
   * read.
   */
  readonly select: string;
  readonly maxItems?: number;
}

/** Characters of a title that are kept. */
export const maxTitle = 1_000;
/** Links of one page that are looked at. */
export const maxLinks = 10_000;

interface Draft {
  readonly url: string;
  title: string;
  published: string | undefined;
}

/**
 * Gathers the selected links of a page with their texts and the time that stands beside them; the mark says
 * whether an element or one around it was selected.
 */
class ListBuilder implements PageVisitor<boolean> {
  readonly drafts: Draft[] = [];
  private readonly maxItems: number;
  private readonly selector;
  private link: Draft | undefined;

  constructor({ select, maxItems = maxLinks }: ListContext) {
    this.maxItems = maxItems;
    this.selector = parseSelector(select);
  }

  mark(element: SelectableElement, around: boolean | undefined): boolean {
    return around === true || this.selector.matches(element);
  }

  open(element: PageElement<boolean>, url: string | undefined): void {
    if (!element.mark) return;
    if (url !== undefined && this.drafts.length < this.maxItems) {
      this.link = { url, title: '', published: undefined };
      this.drafts.push(this.link);
    }
    const last = this.drafts.at(-1);
    if (last !== undefined) last.published ??= timeOf(element);
  }

  text(data: string): void {
    if (this.link !== undefined && this.link.title.length < maxTitle) this.link.title += data;
  }

  close(name: string): void {
    if (name === 'a') this.link = undefined;
  }
}

/**
 * Article links of a list page, in its order, each address once, with the text of the link as title. Elements
 * deeper than 1,000 end the reading. Throws SelectorError when the selector cannot be read.
 */
export function readList(html: string, context: ListContext): FeedEntry[] {
  const builder = new ListBuilder(context);
  walkPage(html, context.url, builder);
  const entries = new Map<string, FeedEntry>();
  for (const { url, title, published } of builder.drafts) {
    const plain = title.replace(/\s+/g, ' ').trim();
    const known = entries.get(url);
    if (known === undefined)
      entries.set(url, {
        url,
        title: plain === '' ? undefined : plain.slice(0, maxTitle),
        authors: [],
        categories: [],
        published,
        channel: context.url,
      });
    else if (known.title === undefined && plain !== '')
      entries.set(url, {
        ...known,
        title: plain.slice(0, maxTitle),
        published: known.published ?? published,
      });
  }
  return [...entries.values()];
}
