import { commonLanguage, type FeedItemOut, type FeedOut } from './feed-out.ts';
import { xmlDocument, xmlElement, xmlLeaf } from './xml-element.ts';

/** RFC 3339. */
function atomDate(time: number): string {
  return new Date(time).toISOString();
}

function entry(article: FeedItemOut): string {
  // An entry has an author: where the article names none, who published it.
  const authors = article.authors.length === 0 ? [article.sourceName] : article.authors;
  return xmlElement('entry', { 'xml:lang': article.language }, [
    xmlLeaf('id', article.uri),
    xmlElement('title', { type: 'text' }, article.title),
    xmlElement('link', {
      rel: 'alternate',
      type: 'text/html',
      hreflang: article.language,
      href: article.url,
    }),
    article.image === undefined
      ? ''
      : xmlElement('link', {
          rel: 'enclosure',
          type: article.image.type,
          title: article.image.alt,
          href: article.image.url,
        }),
    xmlLeaf('published', atomDate(article.published)),
    xmlLeaf('updated', atomDate(article.updated)),
    ...authors.map((name) => xmlElement('author', {}, [xmlLeaf('name', name)])),
    ...article.categories.map((name) => xmlElement('category', { term: name })),
    xmlElement('summary', { type: 'text' }, article.summary),
    article.copyright === undefined ? '' : xmlElement('rights', { type: 'text' }, article.copyright),
  ]);
}

/** Atom (RFC 4287), with paging (RFC 5005). */
export function writeAtom(feed: FeedOut): string {
  const content = [
    xmlLeaf('id', feed.self),
    xmlElement('title', { type: 'text' }, feed.title),
    xmlElement('subtitle', { type: 'text' }, feed.description),
    xmlLeaf('updated', atomDate(feed.updated)),
    xmlElement('author', {}, [xmlLeaf('name', 'newsmill')]),
    xmlLeaf('generator', 'newsmill'),
    xmlElement('link', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
    xmlElement('link', { rel: 'alternate', type: 'text/html', href: feed.home }),
    feed.next === undefined
      ? ''
      : xmlElement('link', { rel: 'next', type: 'application/atom+xml', href: feed.next }),
    ...feed.items.map(entry),
  ];
  return xmlDocument(
    xmlElement(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': commonLanguage(feed.items) },
      content,
    ),
  );
}
