import type { DemoEdition } from './demo-editions.ts';
import type { DemoPage } from './read-demo-paper.ts';

/** A channel as it is sent. */
export interface DemoChannel {
  readonly contentType: string;
  readonly text: string;
}

/** A text between tags or in an attribute. */
export function escapeMarkup(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function changed(page: DemoPage): Date {
  return new Date(page.modified ?? page.published);
}

/** When the newest of the pages changed; the epoch for an empty list. */
export function lastChange(pages: readonly DemoPage[]): Date {
  return new Date(Math.max(0, ...pages.map((page) => changed(page).getTime())));
}

function writeRss(edition: DemoEdition, pages: readonly DemoPage[], origin: string): string {
  const items = pages.map(
    (page) => `<item>
<title>${escapeMarkup(page.title)}</title>
<link>${origin}${page.path}</link>
<guid isPermaLink="true">${origin}${page.path}</guid>
<pubDate>${new Date(page.published).toUTCString()}</pubDate>
${page.authors.map((author) => `<dc:creator>${escapeMarkup(author)}</dc:creator>\n`).join('')}<category>${escapeMarkup(page.section)}</category>
<description>${escapeMarkup(`<p>${escapeMarkup(page.summary)}</p>`)}</description>
</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${escapeMarkup(edition.name)}</title>
<link>${origin}/${edition.id}/</link>
<description>${escapeMarkup(edition.name)}</description>
${edition.language === undefined ? '' : `<language>${edition.language}</language>\n`}<lastBuildDate>${lastChange(pages).toUTCString()}</lastBuildDate>
<atom:link rel="self" type="application/rss+xml" href="${origin}${edition.channel.path}"/>
${items.join('\n')}
</channel>
</rss>
`;
}

function writeAtom(edition: DemoEdition, pages: readonly DemoPage[], origin: string): string {
  const entries = pages.map(
    (page) => `<entry>
<title>${escapeMarkup(page.title)}</title>
<id>${origin}${page.path}</id>
<link rel="alternate" type="text/html" href="${origin}${page.path}"/>
${page.authors.map((author) => `<author><name>${escapeMarkup(author)}</name></author>\n`).join('')}<published>${page.published}</published>
<updated>${page.modified ?? page.published}</updated>
<category term="${escapeMarkup(page.section)}"/>
<summary>${escapeMarkup(page.summary)}</summary>
</entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"${edition.language === undefined ? '' : ` xml:lang="${edition.language}"`}>
<title>${escapeMarkup(edition.name)}</title>
<id>${origin}/${edition.id}/</id>
<link rel="self" href="${origin}${edition.channel.path}"/>
<link rel="alternate" type="text/html" href="${origin}/${edition.id}/"/>
<updated>${lastChange(pages).toISOString()}</updated>
${entries.join('\n')}
</feed>
`;
}

function writeJsonFeed(edition: DemoEdition, pages: readonly DemoPage[], origin: string): string {
  return JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: edition.name,
      home_page_url: `${origin}/${edition.id}/`,
      feed_url: `${origin}${edition.channel.path}`,
      language: edition.language,
      items: pages.map((page) => ({
        id: `${origin}${page.path}`,
        url: `${origin}${page.path}`,
        title: page.title,
        summary: page.summary,
        authors: page.authors.map((name) => ({ name })),
        tags: [page.section],
        date_published: page.published,
        date_modified: page.modified ?? page.published,
      })),
    },
    undefined,
    1,
  );
}

function writeNewsSitemap(edition: DemoEdition, pages: readonly DemoPage[], origin: string): string {
  const entries = pages.map(
    (page) => `<url>
<loc>${origin}${page.path}</loc>
<lastmod>${page.modified ?? page.published}</lastmod>
<news:news>
<news:publication><news:name>${escapeMarkup(edition.name)}</news:name><news:language>${page.language}</news:language></news:publication>
<news:publication_date>${page.published}</news:publication_date>
<news:title>${escapeMarkup(page.title)}</news:title>
</news:news>
</url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${entries.join('\n')}
</urlset>
`;
}

/** CSS selector of the article links on a list page. */
export const listSelector = 'main ol.latest li > a';

function writeList(edition: DemoEdition, pages: readonly DemoPage[], origin: string): string {
  const items = pages.map(
    (page) =>
      `<li><a href="${origin}${page.path}">${escapeMarkup(page.title)}</a> <span class="teaser">${escapeMarkup(page.summary)}</span></li>`,
  );
  const language = edition.language ?? 'en';
  return `<!doctype html>
<html lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeMarkup(edition.name)}</title><link rel="stylesheet" href="/style.css"></head>
<body>
<main><h1>${escapeMarkup(edition.name)}</h1>
<ol class="latest">
${items.join('\n')}
</ol></main>
<footer><a href="${origin}/">newsmill</a></footer>
</body>
</html>
`;
}

const writers = {
  rss: { contentType: 'application/rss+xml; charset=utf-8', write: writeRss },
  atom: { contentType: 'application/atom+xml; charset=utf-8', write: writeAtom },
  'json-feed': { contentType: 'application/feed+json; charset=utf-8', write: writeJsonFeed },
  'news-sitemap': { contentType: 'application/xml; charset=utf-8', write: writeNewsSitemap },
  list: { contentType: 'text/html; charset=utf-8', write: writeList },
} as const;

/** The channel of an edition, with absolute links to `origin` (no slash at its end), newest page first. */
export function writeDemoChannel(
  edition: DemoEdition,
  pages: readonly DemoPage[],
  origin: string,
  kind = edition.channel.kind,
): DemoChannel {
  const { contentType, write } = writers[kind];
  const newestFirst = [...pages].sort((a, b) => Date.parse(b.published) - Date.parse(a.published));
  return { contentType, text: write(edition, newestFirst, origin) };
}
