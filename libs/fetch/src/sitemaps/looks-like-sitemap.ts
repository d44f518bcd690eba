/**
 * Whether the address says that a sitemap is one of news, which is all that can be told before it is read.
 */
export function looksLikeNews(url: string): boolean {
  return /news|google-?news/i.test(new URL(url).pathname);
}

/** Whether a text is a sitemap or an index of sitemaps by its beginning. */
export function beginsAsSitemap(text: string): boolean {
  return /<(?:\w+:)?(?:urlset|sitemapindex)\b/i.test(text.slice(0, 4_096));
}
