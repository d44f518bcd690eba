import { Channel, type FetchItem, type Source } from '@newsmill/contracts';
import { registrableDomain } from '@newsmill/text';
import { channelItem } from '../visit/frontier-items.ts';
import { looksLikeNews } from './looks-like-sitemap.ts';

/** Sitemaps of one robots.txt that become channels. */
const mostSitemaps = 20;

function domainOf(url: string): string {
  const { hostname } = new URL(url);
  return registrableDomain(hostname) ?? hostname;
}

/**
 * Channels that a source gets from the Sitemap lines of robots.txt. Only sitemaps of the domains that the
 * source has channels in: a robots.txt must not bring the pages of another publisher under its name.
 * `parent`: the configured channel that led there.
 */
export function sitemapChannels(
  parent: FetchItem,
  source: Source,
  urls: readonly string[],
  now: number,
): FetchItem[] {
  const own = new Set(source.channels.flatMap(({ url }) => (url.startsWith('http') ? [domainOf(url)] : [])));
  const configured = new Set(source.channels.map(({ url }) => url));
  const fitting = urls.filter(
    (url) => URL.canParse(url) && /^https?:/i.test(url) && !configured.has(url) && own.has(domainOf(url)),
  );
  return [...new Set(fitting)].slice(0, mostSitemaps).map((url): FetchItem => {
    const kind = looksLikeNews(url) ? 'news-sitemap' : 'sitemap';
    const item = channelItem(source, Channel.parse({ kind, url: new URL(url).href }), now, {
      parent: parent.key,
    });
    return { ...item, data: { ...item.data, kind, discovered: true } };
  });
}
