import type { ArticleDocument } from '@newsmill/contracts';
import { z } from 'zod';
import { Citation, citationLine, citationOf } from './citation.ts';
import { cutToTokens } from './estimate-tokens.ts';
import { fenced } from './fence.ts';
import { plainLine } from './plain-text.ts';

/** An article in a list: its citation, and what the publisher says, cut short. */
export const ListedArticle = Citation.extend({
  title: z.string(),
  authors: z.array(z.string()),
  excerpt: z.string(),
  why: z.string().optional().describe('Why it is in the list.'),
});
export type ListedArticle = z.output<typeof ListedArticle>;

const most = { title: 80, author: 15, authors: 3, excerpt: 110 };

/** `excerpt`: a piece that shows the hit; the summary or the beginning without it. */
export function listedArticle(document: ArticleDocument, excerpt?: string, why?: string): ListedArticle {
  const text = cutToTokens(
    plainLine(excerpt ?? document.summary ?? document.content.slice(0, 2_000)),
    most.excerpt,
  );
  const authors = document.authors
    .slice(0, most.authors)
    .map((author) => cutToTokens(plainLine(author), most.author));
  return {
    ...citationOf(document),
    title: cutToTokens(plainLine(document.title), most.title),
    authors,
    excerpt: text,
    ...(why === undefined ? {} : { why }),
  };
}

/** The list as text: citations in the open, all else between marks. */
export function listText(items: readonly ListedArticle[], nonce: string): string {
  return items
    .map(
      (item, i) =>
        `[${i + 1}] ${citationLine(item)}${item.why === undefined ? '' : ` · ${item.why}`}\n${fenced([item.title, item.authors.join(', '), item.excerpt].filter((part) => part !== '').join('\n'), nonce)}`,
    )
    .join('\n');
}
