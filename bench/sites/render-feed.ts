import { type RecordedPage } from './recorded-sites.ts';

/** A page that its site has published by now. */
export interface Published {
  readonly page: RecordedPage;
  /** As the channel gives it: with a session or tracking parameters where the site adds them. */
  readonly link: string;
  readonly id: string;
  readonly date: Date;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
// A character that XML 1.0 does not have would make the whole feed ill-formed.
const clean = (text: string) => escaped(text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}]/gu, ' '));

const summaryOf = (page: RecordedPage) => page.text.slice(0, 200);

type Render = (
  origin: string,
  entries: readonly Published[],
) => { readonly type: string; readonly body: string };

function rss(origin: string, items: readonly string[]): { type: string; body: string } {
  return {
    type: 'application/rss+xml',
    body: `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${origin}</title><link>${origin}/</link><description>Recorded news</description>${items.join('')}</channel></rss>`,
  };
}

const rssItem = ({ page, link, id, date }: Published, more = '') =>
  `<item><title>${clean(page.title)}</title>${link === '' ? '' : `<link>${clean(link)}</link>`}<guid isPermaLink="false">${clean(id)}</guid><pubDate>${date.toUTCString()}</pubDate><description>${clean(summaryOf(page))}</description>${more}</item>`;

const paragraphs = (text: string) =>
  text
    .split('\n')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('');

/** The channels in which the sites of the run name their pages. */
export const renders = {
  rss: (origin, entries) =>
    rss(
      origin,
      entries.map((entry) => rssItem(entry)),
    ),
  'full-text': (origin, entries) =>
    rss(
      origin,
      entries.map((entry) =>
        rssItem(entry, `<content:encoded>${clean(paragraphs(entry.page.text))}</content:encoded>`),
      ),
    ),
  atom: (origin, entries) => ({
    type: 'application/atom+xml',
    body: `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>${origin}</title><id>${origin}/</id><updated>${new Date().toISOString()}</updated>${entries
      .map(
        ({ page, link, id, date }) =>
          `<entry><id>${clean(id)}</id><title>${clean(page.title)}</title><link href="${clean(link)}"/><updated>${date.toISOString()}</updated><summary>${clean(summaryOf(page))}</summary></entry>`,
      )
      .join('')}</feed>`,
  }),
  json: (origin, entries) => ({
    type: 'application/feed+json',
    body: JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: origin,
      home_page_url: `${origin}/`,
      items: entries.map(({ page, link, id, date }) => ({
        id,
        url: link,
        title: page.title,
        summary: summaryOf(page),
        date_published: date.toISOString(),
      })),
    }),
  }),
  sitemap: (origin, entries) => ({
    type: 'application/xml',
    body: `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${entries
      .map(
        ({ page, link, date }) =>
          `<url><loc>${clean(link)}</loc><news:news><news:publication><news:name>${origin}</news:name><news:language>en</news:language></news:publication><news:publication_date>${date.toISOString()}</news:publication_date><news:title>${clean(page.title)}</news:title></news:news></url>`,
      )
      .join('')}</urlset>`,
  }),
  list: (origin, entries) => ({
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html><head><title>${origin}</title></head><body><nav><a href="/about">About us</a></nav><main>${entries
      .map(({ page, link }) => `<h2><a href="${escaped(link)}">${escaped(page.title)}</a></h2>`)
      .join('')}</main></body></html>`,
  }),
} as const satisfies Record<string, Render>;

export type FeedForm = keyof typeof renders;
