import { hashOfText, hasRepeatedLines, siteLookUp } from '@newsmill/clean';
import type { Accepted, CleanArticle, FetchedPage, Known } from '@newsmill/contracts';

/**
 * Articles after which the memory of a site tells its boilerplate: a line counts from four on, at an edge from a
 * quarter.
 */
export const grownSite = 8;
/** Sites whose first pages are kept at a time, without their bytes. */
const mostSites = 500;
/** Pages of one site: so many may be on their way while it grows. */
const mostPages = 2 * grownSite;

/** A page, and what is remembered of its lines. */
interface YoungPage {
  readonly page: FetchedPage;
  readonly lines: string;
}

/** The first pages of sites, which were cleaned when little was known of these, until their memory has grown. */
export class YoungSites {
  readonly #pages = new Map<string, readonly YoungPage[]>();

  /**
   * Takes in a page that was cleaned, and what was known then. Answers the pages that are to be cleaned again:
   * those of the first ones of a site that has grown from which its memory may take something.
   */
  tell(
    page: FetchedPage,
    { value: article, seen = [] }: Pick<Accepted<Pick<CleanArticle, 'title' | 'text'>>, 'value' | 'seen'>,
    { site: known }: Pick<Known, 'site'>,
  ): readonly FetchedPage[] {
    const { site } = siteLookUp(page);
    if (site === undefined || page.cleanedBefore !== undefined) return [];
    const young = this.#pages.get(site) ?? [];
    if (known.length >= grownSite) {
      this.#pages.delete(site);
      return young
        .filter(({ page: { item }, lines }) => hasRepeatedLines(lines, item, known))
        .map((one) => one.page);
    }
    // Without a copy in the archive a page cannot be cleaned again.
    if (page.archive !== undefined)
      this.#keep(site, [
        ...young,
        {
          page: { ...page, body: new Uint8Array(), cleanedBefore: hashOfText(article) },
          lines: seen.find((sighting) => sighting.site === site)?.lines ?? '',
        },
      ]);
    return [];
  }

  #keep(site: string, pages: readonly YoungPage[]): void {
    this.#pages.delete(site);
    this.#pages.set(
      site,
      [...new Map(pages.map((one) => [one.page.item, one])).values()].slice(0, mostPages),
    );
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > mostSites && oldest !== undefined) this.#pages.delete(oldest);
  }
}
