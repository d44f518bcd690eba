import { stripTags } from '@newsmill/text';
import type { FeedItem } from './feed-document.ts';

/** Fewer characters of text are a teaser, not an article. */
const leastText = 200;
/** Characters of markup that are kept: as UTF-8 they still fit into one message. */
const mostMarkup = 80_000;

/** Text without markup becomes paragraphs. */
function markupOf(content: string): string {
  if (/<\w/.test(content)) return content.slice(0, mostMarkup).toWellFormed();
  return content
    .slice(0, mostMarkup)
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('\n')
    .toWellFormed();
}

function lengthOf(content: string): number {
  return stripTags(content.slice(0, mostMarkup)).trim().length;
}

/** The whole text that an entry carries, as HTML; undefined where it has less than 200 characters of text. */
export function wholeTextOf({ content }: FeedItem): string | undefined {
  return content === undefined || lengthOf(content) < leastText ? undefined : markupOf(content);
}

/** All that an entry says, as HTML, for an article that is made of it alone; undefined where it says nothing. */
export function anyTextOf({ content, summary }: FeedItem): string | undefined {
  const text = [content, summary].find((one) => one !== undefined && lengthOf(one) > 0);
  return text === undefined ? undefined : markupOf(text);
}
