import { safeAddress } from '@newsmill/text';
import { isText } from './body/is-text.ts';
import type { FormattedArticle } from './to-markdown.ts';

/**
 * An article as plain text: title, authors and date, and the blocks, parted by empty lines. List items begin
 * with a dash; an embed or image is its address.
 */
export function toPlainText(article: FormattedArticle): string {
  const facts = [
    article.authors === undefined || article.authors.length === 0
      ? article.byline
      : article.authors.join(', '),
    article.published?.slice(0, 10),
  ].filter((fact) => fact !== undefined && fact !== '');
  return [
    article.title,
    facts.join(' · '),
    ...article.blocks.map((block) =>
      block.kind === 'list-item'
        ? `- ${block.text}`
        : !isText(block)
          ? (safeAddress(block.url) ?? '')
          : block.text,
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}
