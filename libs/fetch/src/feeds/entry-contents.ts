import { stripTags } from '@newsmill/text';
import { parseFeed } from './parse-feed.ts';

/** Fewer characters of text are a teaser, not an article. */
const leastText = 200;
/** Characters of markup that are kept: as UTF-8 they still fit into one message. */
const mostMarkup = 80_000;
/** What announces whole texts in any format; without it the feed need not be read for them. */
const marks = /content:encoded|<(?:atom:)?content\b|content_html|content_text|<xhtml:body|<fullitem/;

/** Text without markup becomes paragraphs. */
function markupOf(content: string): string {
  if (/<\w/.test(content)) return content.slice(0, mostMarkup);
  return content
    .slice(0, mostMarkup)
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('\n');
}

/**
 * The whole texts that a feed carries, as HTML, by the address that its entry names; entries with less than
 * 200 characters of text have none.
 */
export function entryContents(
  text: string,
  options: { readonly url: string; readonly maxItems: number },
): ReadonlyMap<string, string> {
  const contents = new Map<string, string>();
  if (!marks.test(text)) return contents;
  for (const { originalLink, link, content } of parseFeed(text, {
    base: options.url,
    maxItems: options.maxItems,
  })?.feed.entries ?? []) {
    const address = originalLink ?? link;
    if (address === undefined || content === undefined || !URL.canParse(address, options.url)) continue;
    const { href } = new URL(address, options.url);
    if (!contents.has(href) && stripTags(content.slice(0, mostMarkup)).trim().length >= leastText)
      contents.set(href, markupOf(content).toWellFormed());
  }
  return contents;
}
