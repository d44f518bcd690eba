import type { FormattedArticle } from './to-markdown.ts';

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

const elements = { paragraph: 'p', quote: 'blockquote', code: 'pre', caption: 'p', embed: 'p', table: 'p' } as const;

/**
 * The body of an article as HTML that is safe by construction: it is written from plain text, every character that could begin markup
 * is escaped, and no attribute, script, style or address of the page is taken over.
 */
export function toSafeHtml(article: Pick<FormattedArticle, 'blocks'>): string {
  let html = '';
  let isInList = false;
  for (const block of article.blocks) {
    const isItem = block.kind === 'list-item';
    if (isItem !== isInList) html += isItem ? '<ul>\n' : '</ul>\n';
    isInList = isItem;
    const text = block.kind === 'code' ? escapeHtml(block.text) : escapeHtml(block.text).replaceAll('\n', '<br>\n');
    if (block.kind === 'list-item') html += `<li>${text}</li>\n`;
    else if (block.kind === 'heading') {
      const level = Math.min(6, Math.max(2, Math.trunc(block.level ?? 2)));
      html += `<h${level}>${text}</h${level}>\n`;
    } else html += `<${elements[block.kind]}>${text}</${elements[block.kind]}>\n`;
  }
  return isInList ? `${html}</ul>\n` : html;
}
