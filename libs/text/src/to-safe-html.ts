import type { Block } from '@newsmill/contracts';
import { safeAddress } from './safe-address.ts';

const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Text in which nothing begins markup or ends an attribute; characters that HTML forbids are gone. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replace(/[&<>"'`]/g, (character) => references[character] ?? '');
}

const elements = { paragraph: 'p', quote: 'blockquote', code: 'pre', caption: 'p' } as const;

function tableHtml(text: string): string {
  const rows = text.split('\n').map(
    (row) =>
      `<tr>${row
        .split('\t')
        .map((cell) => `<td>${escapeHtml(cell)}</td>`)
        .join('')}</tr>`,
  );
  return `<table>\n${rows.join('\n')}\n</table>`;
}

/** A link: who opens the article asks no other site for anything. */
function embedHtml(block: Block): string {
  const address = safeAddress(block.url);
  const text = [block.text, block.alt ?? '', block.provider ?? ''].find((one) => one !== '') ?? address ?? '';
  if (address === undefined) return text === '' ? '' : `<p>${escapeHtml(text)}</p>`;
  return `<p><a href="${escapeHtml(address)}" rel="nofollow noopener noreferrer">${escapeHtml(text)}</a></p>`;
}

function blockHtml(block: Block): string {
  const breaks = escapeHtml(block.text).replaceAll('\n', '<br>\n');
  switch (block.kind) {
    case 'list-item':
      return `<li>${breaks}</li>`;
    case 'heading': {
      const level = Math.min(6, Math.max(2, Math.trunc(block.level ?? 2) || 2));
      return `<h${level}>${breaks}</h${level}>`;
    }
    case 'table':
      return tableHtml(block.text);
    case 'embed':
    case 'image':
      return embedHtml(block);
    case 'code':
      return `<pre>${escapeHtml(block.text)}</pre>`;
    default:
      return `<${elements[block.kind]}>${breaks}</${elements[block.kind]}>`;
  }
}

/**
 * The body of an article as HTML that is safe by construction: it is written from plain text, every character
 * that could begin markup is escaped, and nothing of the page's own markup is taken over. Its elements are p,
 * h2 to h6, ul, li, blockquote, pre, table, tr, td, br and a; its attributes are href (http or https) and rel
 * of a.
 */
export function toSafeHtml(article: { readonly blocks: readonly Block[] }): string {
  let html = '';
  let isInList = false;
  for (const block of article.blocks) {
    const isItem = block.kind === 'list-item';
    if (isItem !== isInList) html += isItem ? '<ul>\n' : '</ul>\n';
    isInList = isItem;
    const text = blockHtml(block);
    if (text !== '') html += `${text}\n`;
  }
  return isInList ? `${html}</ul>\n` : html;
}
