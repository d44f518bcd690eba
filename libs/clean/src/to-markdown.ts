import type { Block } from '@newsmill/contracts';

/** What the formats need of an article. */
export interface FormattedArticle {
  readonly title: string;
  readonly byline?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly published?: string | undefined;
  readonly blocks: readonly Block[];
}

/** Characters that Markdown would read as markup are escaped, so that text stays text. */
function escapeText(text: string): string {
  return text.replace(/([\\`*_[\]<>])/g, '\\$1').replace(/^(\s*)(#{1,6}\s|[-+]\s|>\s?|\d{1,9}[.)]\s)/gm, (_, space: string, mark: string) => `${space}\\${mark}`);
}

function blockToMarkdown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(Math.min(6, Math.max(2, block.level ?? 2)))} ${escapeText(block.text.replace(/\n/g, ' '))}`;
    case 'list-item':
      return `- ${escapeText(block.text).replace(/\n/g, '\n  ')}`;
    case 'quote':
      return escapeText(block.text).split('\n').map((line) => `> ${line}`).join('\n');
    case 'code': {
      const fence = '`'.repeat(Math.max(3, ...(block.text.match(/`+/g) ?? []).map((ticks) => ticks.length + 1)));
      return `${fence}\n${block.text}\n${fence}`;
    }
    case 'caption':
      return `*${escapeText(block.text.replace(/\n/g, ' '))}*`;
    default:
      return escapeText(block.text).replace(/\n/g, '  \n');
  }
}

/** An article as Markdown: title, a line of authors and date, and the blocks. Neighbouring list items stand in one list. */
export function toMarkdown(article: FormattedArticle): string {
  const parts = [`# ${escapeText(article.title)}`];
  const facts = [article.authors === undefined || article.authors.length === 0 ? article.byline : article.authors.join(', '), article.published?.slice(0, 10)].filter((fact) => fact !== undefined && fact !== '');
  if (facts.length > 0) parts.push(facts.map((fact) => escapeText(fact ?? '')).join(' · '));
  let text = parts.join('\n\n');
  let previous: Block | undefined;
  for (const block of article.blocks) {
    text += `${previous?.kind === 'list-item' && block.kind === 'list-item' ? '\n' : '\n\n'}${blockToMarkdown(block)}`;
    previous = block;
  }
  return `${text}\n`;
}
