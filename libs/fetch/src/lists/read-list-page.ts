import type { FeedEntry } from '@newsmill/contracts';
import type { SelectableElement } from '@newsmill/text';
import { learnList } from './learn-list.ts';
import { walkPage, type PageElement, type PageVisitor } from './walk-page.ts';

/** A page that lists articles. */
export interface ListPage {
  /** Name of the publication, else the title of the page. */
  readonly title?: string | undefined;
  /** As the page names it. */
  readonly language?: string | undefined;
  readonly entries: readonly FeedEntry[];
}

const mostTitle = 200;

/** What the head of a page says of the whole. */
class HeadReader implements PageVisitor<undefined> {
  title = '';
  siteName = '';
  language: string | undefined;
  #isInTitle = false;

  mark(_element: SelectableElement): undefined {
    return undefined;
  }
  open({ name, attributes, parent }: PageElement<undefined>): void {
    if (name === 'html') this.language ??= attributes['lang'];
    // Pictures have titles too.
    this.#isInTitle = name === 'title' && this.title === '' && parent?.name !== 'svg';
    if (name === 'meta' && attributes['property'] === 'og:site_name')
      this.siteName ||= (attributes['content'] ?? '').trim().slice(0, mostTitle);
  }
  text(data: string): void {
    if (this.#isInTitle && this.title.length < mostTitle) this.title += data;
  }
  close(name: string): void {
    if (name === 'title') this.#isInTitle = false;
  }
}

/** Reads a front or section page as a list of articles, by itself (see learnList). */
export function readListPage(html: string, url: string): ListPage {
  const head = new HeadReader();
  walkPage(html, url, head);
  const title = head.siteName || head.title.replace(/\s+/g, ' ').trim().slice(0, mostTitle);
  return {
    title: title === '' ? undefined : title,
    language: head.language,
    entries: learnList(html, { url }),
  };
}
