/**
 * An article as the memory of its site keeps it. `lines` is written and read by the cleaner alone; at most
 * `longestSighting` characters.
 */
export interface SiteArticle {
  readonly item: string;
  readonly lines: string;
}

/** An article that was seen on a site. `replaces`: items of remembered articles that are copies of it. */
export interface SiteSighting extends SiteArticle {
  /** Registrable domain, or the name of another memory of articles (see driftMemories of clean). */
  readonly site: string;
  readonly replaces: readonly string[];
}

/** Characters of `lines`; with `mostSiteArticles` the memory of a site stays within 16 KB. */
export const longestSighting = 480;

/** Articles that the memory of a site holds: the newest. */
export const mostSiteArticles = 32;

/** The memory of a site, oldest first, with what was seen since: each item once, copies replaced, the newest kept. */
export function withSightings(
  known: readonly SiteArticle[],
  seen: readonly SiteSighting[],
): readonly SiteArticle[] {
  const gone = new Set(seen.flatMap(({ item, replaces }) => [item, ...replaces]));
  return [
    ...known.filter(({ item }) => !gone.has(item)),
    ...seen.map(({ item, lines }) => ({ item, lines })),
  ].slice(-mostSiteArticles);
}
