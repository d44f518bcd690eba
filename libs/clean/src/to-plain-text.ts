import { safeAddress } from '@newsmill/text';
import type { FormattedArticle } from './to-markdown.ts';

/**
 * An article as plain text: title, authors and date, and the blocks, parted by empty lines. List items begin
 * with a dash; an embed is its address, pictures are left out.
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
    ...article.blocks
      .filter(({ kind }) => kind !== 'image')
      .map((block) =>
        block.kind === 'list-item'
          ? `- ${block.text}`
          : block.kind === 'embed' && block.text === ''
            ? (safeAddress(block.url) ?? '')
            : block.text,
      ),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}
