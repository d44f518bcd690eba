import { commonLanguage, type FeedItemOut, type FeedOut } from './feed-out.ts';
import { xmlDocument, xmlElement, xmlLeaf } from './xml-element.ts';

const namespaces = {
  version: '2.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
};

/** RFC 822 with a year of four digits, as RSS wants it. */
function rssDate(time: number): string {
  return new Date(time).toUTCString().replace('GMT', '+0000');
}

/** Readers take a description for HTML: what is plain text is escaped once for that, and once more for XML. */
function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function item(article: FeedItemOut): string {
  return xmlElement('item', {}, [
    xmlLeaf('title', article.title),
    xmlLeaf('link', article.url),
    xmlLeaf('description', asHtml(article.summary)),
    xmlElement('guid', { isPermaLink: 'false' }, article.uri),
    xmlLeaf('pubDate', rssDate(article.published)),
    ...article.authors.map((name) => xmlLeaf('dc:creator', name)),
    xmlLeaf('dc:publisher', article.sourceName),
    xmlLeaf('dc:language', article.language),
    xmlLeaf('dc:rights', article.copyright),
    ...article.categories.map((name) => xmlLeaf('category', name)),
    // Not an enclosure: that must tell its length, which nobody knows.
    article.image === undefined
      ? ''
      : xmlElement(
          'media:content',
          { url: article.image.url, medium: 'image', type: article.image.type },
          article.image.alt === undefined
            ? undefined
            : [xmlElement('media:description', { type: 'plain' }, article.image.alt)],
        ),
  ]);
}

/** RSS 2.0 (rssboard.org), with atom:link, Dublin Core and Media RSS. */
export function writeRss(feed: FeedOut): string {
  const channel = [
    xmlLeaf('title', feed.title),
    xmlLeaf('link', feed.home),
    xmlLeaf('description', asHtml(feed.description)),
    xmlLeaf('language', commonLanguage(feed.items)),
    xmlLeaf('lastBuildDate', rssDate(feed.updated)),
    xmlLeaf('generator', 'newsmill'),
    xmlLeaf('docs', 'https://www.rssboard.org/rss-specification'),
    xmlElement('atom:link', { rel: 'self', type: 'application/rss+xml', href: feed.self }),
    feed.next === undefined
      ? ''
      : xmlElement('atom:link', { rel: 'next', type: 'application/rss+xml', href: feed.next }),
    ...feed.items.map(item),
  ];
  return xmlDocument(xmlElement('rss', namespaces, [xmlElement('channel', {}, channel)]));
}
