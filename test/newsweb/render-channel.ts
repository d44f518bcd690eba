import type { ChannelForm, PlannedArticle, Site } from './plan-news-web.ts';
import { escapeText } from './render-page.ts';

/** One line of a channel. */
export interface ChannelItem {
  readonly article: PlannedArticle;
  /** Absolute address as the channel writes it. */
  readonly link: string;
  readonly summary: string;
  /** The whole text, as HTML. */
  readonly content?: string;
  readonly modified: Date;
}

export interface RenderedChannel {
  readonly contentType: string;
  readonly text: string;
}

/** Where a site keeps its channel. */
export const channelPaths: Readonly<Record<ChannelForm, string>> = {
  rss: '/feed.xml',
  atom: '/atom.xml',
  rdf: '/index.rdf',
  'json-feed': '/feed.json',
  'news-sitemap': '/news-sitemap.xml',
  list: '/latest',
  'malformed-rss': '/rss',
};

/** CSS selector of the article links on a list page. */
export const listSelector = 'main li.story > a';

type Writer = (site: Site, origin: string, items: readonly ChannelItem[]) => RenderedChannel;

const rss: Writer = (site, origin, items) => ({
  contentType: 'application/rss+xml; charset=utf-8',
  text: `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${escapeText(site.name)}</title><link>${origin}/</link><description>News</description><language>${site.language}</language>
${items.map(({ article, link, summary, modified, content }) => `<item><title>${escapeText(article.title)}</title><link>${escapeText(link)}</link><guid isPermaLink="false">${site.index}-${article.index}</guid><pubDate>${modified.toUTCString()}</pubDate><description>${escapeText(`<p>${escapeText(summary)}</p>`)}</description>${content === undefined ? '' : `<content:encoded>${escapeText(content)}</content:encoded>`}</item>`).join('\n')}
</channel></rss>
`,
});

/** Raw ampersands and unknown entities, a control character, and no end: as some papers send it for years. */
const malformedRss: Writer = (site, origin, items) => ({
  contentType: 'text/xml',
  text: `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${site.name} & more&nbsp;news</title><link>${origin}/</link><description>A&B\u0008</description>
${items.map(({ article, link, modified }) => `<item><title>${article.title} &ndash; R&D</title><link>${link}</link><pubDate>${modified.toUTCString()}</pubDate></item>`).join('\n')}
`,
});

const atom: Writer = (site, origin, items) => ({
  contentType: 'application/atom+xml; charset=utf-8',
  text: `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}"><title>${escapeText(site.name)}</title><id>${origin}/</id><updated>${latest(items).toISOString()}</updated><link rel="self" href="${origin}${channelPaths.atom}"/>
${items.map(({ article, link, summary, modified, content }) => `<entry><title>${escapeText(article.title)}</title><id>tag:${site.host},2026:${article.index}</id><link rel="alternate" href="${escapeText(link)}"/><published>${article.published.toISOString()}</published><updated>${modified.toISOString()}</updated><summary>${escapeText(summary)}</summary>${content === undefined ? '' : `<content type="html">${escapeText(content)}</content>`}</entry>`).join('\n')}
</feed>
`,
});

const rdf: Writer = (site, origin, items) => ({
  contentType: 'application/rdf+xml; charset=utf-8',
  text: `<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${origin}/"><title>${escapeText(site.name)}</title><link>${origin}/</link><description>News</description><items><rdf:Seq>${items.map(({ link }) => `<rdf:li rdf:resource="${escapeText(link)}"/>`).join('')}</rdf:Seq></items></channel>
${items.map(({ article, link, summary, modified }) => `<item rdf:about="${escapeText(link)}"><title>${escapeText(article.title)}</title><link>${escapeText(link)}</link><description>${escapeText(summary)}</description><dc:date>${modified.toISOString()}</dc:date></item>`).join('\n')}
</rdf:RDF>
`,
});

const jsonFeed: Writer = (site, origin, items) => ({
  contentType: 'application/feed+json; charset=utf-8',
  text: JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: site.name,
    home_page_url: `${origin}/`,
    feed_url: `${origin}${channelPaths['json-feed']}`,
    language: site.language,
    items: items.map(({ article, link, summary, modified, content }) => ({
      id: String(article.index),
      url: link,
      title: article.title,
      summary,
      content_html: content,
      date_published: article.published.toISOString(),
      date_modified: modified.toISOString(),
    })),
  }),
});

const newsSitemap: Writer = (site, _origin, items) => ({
  contentType: 'application/xml',
  text: `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${items.map(({ article, link, modified }) => `<url><loc>${escapeText(link)}</loc><lastmod>${modified.toISOString()}</lastmod><news:news><news:publication><news:name>${escapeText(site.name)}</news:name><news:language>${article.language}</news:language></news:publication><news:publication_date>${article.published.toISOString()}</news:publication_date><news:title>${escapeText(article.title)}</news:title></news:news></url>`).join('\n')}
</urlset>
`,
});

const listPage: Writer = (site, origin, items) => ({
  contentType: 'text/html; charset=utf-8',
  text: `<!doctype html>
<html lang="${site.language}"><head><title>${escapeText(site.name)}</title></head><body><nav><a href="${origin}/">Home</a> <a href="/about">About</a> <a href="/topic/harbour">Harbour</a></nav>
<main><ul>
${items.map(({ article, link }) => `<li class="story"><a href="${escapeText(link)}">${escapeText(article.title)}</a></li>`).join('\n')}
</ul></main><footer><a href="/imprint">Imprint</a></footer></body></html>
`,
});

const writers: Readonly<Record<ChannelForm, Writer>> = {
  rss,
  atom,
  rdf,
  'json-feed': jsonFeed,
  'news-sitemap': newsSitemap,
  list: listPage,
  'malformed-rss': malformedRss,
};

/** When the newest item changed; the epoch without items. */
export function latest(items: readonly ChannelItem[]): Date {
  return new Date(Math.max(0, ...items.map(({ modified }) => modified.getTime())));
}

/** The channel of a site as it is sent. */
export function renderChannel(
  form: ChannelForm,
  site: Site,
  origin: string,
  items: readonly ChannelItem[],
): RenderedChannel {
  return writers[form](site, origin, items);
}
