import { readSitemap } from '../sitemaps/read-sitemap.ts';
import { beginsAsSitemap, looksLikeNews } from '../sitemaps/looks-like-sitemap.ts';
import { dateOf } from './date-of.ts';
import { tellsOfComments } from './tells-of-comments.ts';
import type { ChannelReading, OfferedRecord, PolledAnswer } from './channel-record.ts';

function readPolled({ url, bytes, contentType, maxItems }: PolledAnswer): ChannelReading {
  const sitemap = readSitemap(bytes, { url, contentType, maxItems });
  return 'error' in sitemap
    ? { entries: [], sitemaps: [], problem: sitemap.error }
    : { entries: sitemap.urls, sitemaps: sitemap.sitemaps };
}

/** Sitemaps of all pages, and their indexes. */
export const sitemapChannel: OfferedRecord = {
  read: readPolled,
  recognise({ url, bytes, text, contentType, maxItems }) {
    const sitemap = beginsAsSitemap(text) ? readSitemap(bytes, { url, contentType, maxItems }) : undefined;
    if (sitemap === undefined || 'error' in sitemap) return undefined;
    const isNews =
      sitemap.urls.some(({ publication }) => publication !== undefined) ||
      (sitemap.urls.length > 0 && looksLikeNews(url));
    return {
      kind: isNews ? 'news-sitemap' : 'sitemap',
      entries: sitemap.urls.length,
      hasContent: false,
      isComments: tellsOfComments(url),
      links: sitemap.urls.map((entry) => entry.url),
      dates: sitemap.urls.map(dateOf),
      sitemaps: sitemap.sitemaps,
    };
  },
  rank: () => 3,
  mayBeEmpty: true,
};

/** Sitemaps of the news of the last days; told apart from the others once they are read. */
export const newsSitemapChannel: OfferedRecord = { read: readPolled, rank: () => 1, mayBeEmpty: false };
