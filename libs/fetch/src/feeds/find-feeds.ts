import { Parser } from 'htmlparser2';
import { absoluteUrl } from '../absolute-url.ts';

export interface FoundFeed {
  readonly url: string;
  readonly title?: string;
  readonly type: string;
}

const feedTypes =
  /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|application\/(?:json|xml)|text\/xml|application\/x\.atom\+xml|application\/x-atom\+xml)/i;
const certain = /rss|atom|rdf|feed\+json/i;
const pageSize = 1_048_576;
const feedPath = /(?:^|[/.?&=_-])(?:rss|atom|feed|feeds|rdf)(?:$|[/.?&=_-])/i;

/**
 * Feeds that a page names: `link rel=alternate` first (their order kept, comment feeds last), then links of
 * its text that look like feeds. The first megabyte is looked at; each address comes once.
 */
export function findFeeds(html: string, url: string): FoundFeed[] {
  let base = url;
  const named: FoundFeed[] = [];
  const linked: FoundFeed[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const href = attributes['href'];
        if (href === undefined) return;
        if (name === 'base') base = absoluteUrl(href, url) ?? url;
        const address = absoluteUrl(href, base);
        if (address === undefined || !/^https?:/i.test(address)) return;
        const type = attributes['type']?.trim().toLowerCase() ?? '';
        const rels = attributes['rel']?.toLowerCase().split(/\s+/) ?? [];
        const title = attributes['title']?.trim();
        const feed = { url: address, type, ...(title === undefined || title === '' ? {} : { title }) };
        if (
          name === 'link' &&
          (rels.includes('feed') ||
            (rels.includes('alternate') &&
              feedTypes.test(type) &&
              (certain.test(type) || feedPath.test(address))))
        )
          named.push(feed);
        else if (
          name === 'a' &&
          linked.length < 20 &&
          (feedTypes.test(type) || feedPath.test(new URL(address).pathname))
        )
          linked.push({ ...feed, type: type === '' ? 'unknown' : type });
      },
    },
    { decodeEntities: true },
  );
  // Elements are closed as they come, so the parser's list of open elements stays short on any page.
  parser.write(html.slice(0, pageSize).replace(/<(?!\/?(?:link|base|a)\b)[^<>]*>?/gi, ' '));
  const isComments = (feed: FoundFeed) =>
    /comment|kommentar|comentario/i.test(`${feed.title ?? ''} ${feed.url}`);
  const order = [
    ...named.filter((feed) => !isComments(feed)),
    ...named.filter(isComments),
    ...(named.length === 0 ? linked : []),
  ];
  return order.filter((feed, index) => order.findIndex((other) => other.url === feed.url) === index);
}

// biome-ignore format: a table, read by its rows
const wellKnown = [
  '/feed', '/rss', '/feed.xml', '/rss.xml', '/atom.xml', '/index.xml', '/feed.json', '/feeds/all',
  '/?feed=rss2', '/news-sitemap.xml', '/sitemap-news.xml', '/sitemap.xml',
];

/** Addresses at which sites often keep their feeds and sitemaps, for a page that names none. */
export function wellKnownFeeds(url: string): string[] {
  const origin = URL.canParse(url) ? new URL(url).origin : undefined;
  return origin === undefined || !origin.startsWith('http')
    ? []
    : wellKnown.map((path) => `${origin}${path}`);
}
