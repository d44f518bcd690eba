import type { Block, CleanArticle } from '@newsmill/contracts';

/** Characters that Markdown would take as marks at the start of a line or in it (CommonMark 2.4). */
function escape(text: string): string {
  return text.replace(/([\\`*_[\]<>])/g, '\\$1').replace(/^(\s*)([#>+-]|\d+[.)])(\s)/gm, '$1\\$2$3');
}

const writers: Record<Block['kind'], (block: Block) => string> = {
  paragraph: (block) => escape(block.text),
  heading: (block) => `${'#'.repeat(Math.min(6, Math.max(2, block.level ?? 2)))} ${escape(block.text)}`,
  'list-item': (block) => `- ${escape(block.text)}`,
  quote: (block) => escape(block.text).replace(/^/gm, '> '),
  code: (block) => `\`\`\`\n${block.text}\n\`\`\``,
  table: (block) => escape(block.text),
  caption: (block) => `*${escape(block.text)}*`,
  embed: (block) => escape(block.text),
};

/** The article as Markdown: headline, byline, date, blocks in order, author bio and disclaimer apart. */
export function toMarkdown(article: Pick<CleanArticle, 'title' | 'subtitle' | 'byline' | 'authors' | 'published' | 'publisher' | 'blocks' | 'authorBio' | 'disclaimer'>): string {
  const who = article.byline ?? article.authors.join(', ');
  const line = [who, article.publisher ?? '', article.published ?? ''].filter((part) => part !== '').map(escape).join(' · ');
  const apart = [article.authorBio, article.disclaimer].filter((part): part is string => part !== undefined).map((part) => `*${escape(part)}*`);
  const parts = [`# ${escape(article.title)}`, ...(article.subtitle === undefined ? [] : [`**${escape(article.subtitle)}**`]), ...(line === '' ? [] : [line]), ...article.blocks.map((block) => writers[block.kind](block)), ...apart];
  return `${parts.join('\n\n').replace(/\n\n(?=- )(?<=\n- [^\n]*\n\n)/g, '\n')}\n`;
}
