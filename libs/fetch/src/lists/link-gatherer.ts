import { judgeAddress, type AddressJudgement } from './judge-address.ts';
import type { SelectableElement } from '@newsmill/text';
import { maxLinks, maxTitle } from './read-list.ts';
import { timeOf, type PageElement, type PageVisitor } from './walk-page.ts';

/** A part of the page whose name says that it is beside the news. */
export interface Box {
  readonly outer: Box | undefined;
  readonly depth: number;
  links: number;
}

/** What is noted of each element of a page whose articles are looked for. */
export interface Mark {
  /** Inside navigation, an aside or a footer. */
  readonly isClosed: boolean;
  readonly isArticle: boolean;
  readonly isHeading: boolean;
  readonly box: Box | undefined;
}

export type Element = PageElement<Mark>;

/** A link that may lead to an article. */
export interface Link extends AddressJudgement {
  readonly url: string;
  readonly element: Element;
  text: string;
  heading: string;
  isHeading: boolean;
}

const closedNames = new Set(['nav', 'aside', 'footer', 'menu', 'dialog']);
const closedRoles = new Set(['navigation', 'contentinfo', 'complementary', 'search', 'menu']);
const boxName =
  /^(?:\w*(?:menu|sidebar|navi|navbar|navigation|breadcrumbs?|mostread|mostviewed|pagination)|(?:top|sub|main|site|side)?nav|related|popular|trending|recommended|footer|social|share|sharing|pager|tags|comments|newsletter|sponsored|advert|ads?)$/;
const boxPair = /\b(?:most|meist)[-_ ]?(?:read|viewed|popular|shared|commented|gelesen)/;
const wholePage = new Set(['html', 'body', 'main']);
const heading = /^h[1-6]$/;
const block = /^(?:h[1-6]|p|div|br|li|td|time|section|figure|figcaption)$/;
const mostBoxes = 8;

function isBox({ name, attributes }: SelectableElement): boolean {
  if (wholePage.has(name)) return false;
  const words = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`
    .slice(0, 200)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase();
  return (
    words !== ' ' && (boxPair.test(words) || words.split(/[^a-z0-9]+/).some((word) => boxName.test(word)))
  );
}

/** Gathers the links that may lead to articles, and the times of the page. */
export class LinkGatherer implements PageVisitor<Mark> {
  readonly links: Link[] = [];
  readonly times: { readonly at: string; readonly element: Element; readonly after: number }[] = [];
  private readonly page: URL;
  private link: Link | undefined;
  private headings = 0;

  constructor(page: URL) {
    this.page = page;
  }

  mark(element: SelectableElement, around: Mark | undefined): Mark {
    const { name, attributes } = element;
    const isArticle = around?.isArticle === true || name === 'article';
    // An article may have a header of its own, and its headline stands there.
    const isClosed =
      around?.isClosed === true ||
      closedNames.has(name) ||
      closedRoles.has(attributes['role'] ?? '') ||
      (name === 'header' && !isArticle);
    const outer = around?.box;
    const box =
      !isClosed && (outer?.depth ?? 0) < mostBoxes && isBox(element)
        ? { outer, depth: (outer?.depth ?? 0) + 1, links: 0 }
        : outer;
    return { isClosed, isArticle, isHeading: around?.isHeading === true || heading.test(name), box };
  }

  open(element: Element, url: string | undefined): void {
    if (url !== undefined) this.begin(element, url);
    if (this.link !== undefined && heading.test(element.name)) {
      this.headings += 1;
      this.link.isHeading = true;
    }
    if (this.link !== undefined && block.test(element.name)) this.text(' ');
    const at = timeOf(element);
    if (at !== undefined && this.times.length < maxLinks)
      this.times.push({ at, element, after: this.links.length - 1 });
  }

  private begin(element: Element, url: string): void {
    this.link = undefined;
    this.headings = 0;
    if (element.mark.isClosed || this.links.length >= maxLinks) return;
    const judgement = judgeAddress(url, this.page);
    if (judgement === undefined) return;
    this.link = { ...judgement, url, element, text: '', heading: '', isHeading: element.mark.isHeading };
    this.links.push(this.link);
  }

  text(data: string): void {
    if (this.link === undefined) return;
    if (this.link.text.length < maxTitle) this.link.text += data;
    if (this.headings > 0 && this.link.heading.length < maxTitle) this.link.heading += data;
  }

  close(name: string): void {
    if (name === 'a') this.link = undefined;
    if (this.link === undefined || !heading.test(name)) return;
    this.headings = Math.max(0, this.headings - 1);
  }
}
