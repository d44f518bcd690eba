import { readFeedDate, type SelectableElement } from '@newsmill/text';
import { Parser } from 'htmlparser2';
import { absoluteUrl } from '../absolute-url.ts';

/** An element of a page with what the visitor noted of it. */
export interface PageElement<Mark> extends SelectableElement {
  readonly parent: PageElement<Mark> | undefined;
  readonly mark: Mark;
}

/** What is told of a page in the order of its text. */
export interface PageVisitor<Mark> {
  /** What to note of an element; `around` is the note of the element that it stands in. */
  mark(element: SelectableElement, around: Mark | undefined): Mark;
  /** `url` where the element is a link to a web address, absolute and without fragment. */
  open(element: PageElement<Mark>, url: string | undefined): void;
  text(data: string): void;
  close(name: string): void;
}

const maxDepth = 1_000;

class TooDeep extends Error {}

/** Walks once through the elements of a page. Elements deeper than 1,000 end the walk. */
export function walkPage<Mark>(html: string, url: string, visitor: PageVisitor<Mark>): void {
  let top: PageElement<Mark> | undefined;
  let depth = 0;
  let base = url;
  const linkOf = (name: string, href: string | undefined): string | undefined => {
    const address = name !== 'a' || href === undefined ? undefined : absoluteUrl(href, base);
    return address !== undefined && /^https?:\/\//i.test(address)
      ? address.replace(/#(?![!/]).*/s, '')
      : undefined;
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        if (depth > maxDepth) throw new TooDeep();
        const href = attributes['href'];
        if (name === 'base' && href !== undefined) base = absoluteUrl(href, url) ?? base;
        const element = { name, attributes, parent: top };
        top = { ...element, mark: visitor.mark(element, top?.mark) };
        visitor.open(top, linkOf(name, href));
      },
      ontext: (data) => visitor.text(data),
      onclosetag: (name) => {
        depth -= 1;
        top = top?.parent;
        visitor.close(name);
      },
    },
    { decodeEntities: true },
  );
  try {
    parser.end(html);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
  }
}

/** The instant that a `time` element names, as ISO 8601. */
export function timeOf({ name, attributes }: SelectableElement): string | undefined {
  const written = name === 'time' ? attributes['datetime'] : undefined;
  const instant = written === undefined ? undefined : readFeedDate(written);
  return instant === undefined ? undefined : new Date(instant).toISOString();
}
