import type { Block } from '@newsmill/contracts';
import { safeAddress } from '@newsmill/text';

/** What the formats need of an article. */
export interface FormattedArticle {
  readonly title: string;
  readonly byline?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly published?: string | undefined;
  readonly blocks: readonly Block[];
}

/** Characters that would begin markup anywhere in a line; `&` begins references. */
function escapeInline(text: string): string {
  return text.replace(/[\\`*_[\]<>~|]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&');
}

/**
 * The same, and what would make a heading, a list, a rule or code of a line. CommonMark, with the tables of
 * GFM.
 */
function escapeText(text: string): string {
  return escapeInline(text)
    .replace(/^[ \t]+/gm, '')
    .replace(/^(#{1,6}(?=\s|$)|[-+](?=\s|$)|-{2,}|=+(?=\s*$))/gm, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/gm, '$1\\$2');
}

const oneLine = (text: string): string =>
  escapeText(text.replace(/\s+/g, (space) => (space.includes('\n') ? ' ' : space)));

function tableToMarkdown(text: string): string {
  const cells = text.split('\n').map((row) => row.split('\t').map((cell) => cell.trim()));
  const columns = cells.reduce((most, row) => Math.max(most, row.length), 0);
  if (columns < 2) return escapeText(text).replace(/\n/g, '  \n');
  const rows = cells.map((row) => row.map(escapeInline));
  const line = (row: readonly string[]): string =>
    `| ${Array.from({ length: columns }, (_, index) => row[index] ?? '').join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [line(head), `|${' --- |'.repeat(columns)}`, ...rest.map(line)].join('\n');
}

/** In angle brackets an address ends at the next bracket or line break alone; a normal form holds neither. */
const target = (address: string): string => `(<${address.replace(/[<>\s\\]/g, encodeURIComponent)}>)`;

function embedToMarkdown(block: Block): string {
  const address = safeAddress(block.url);
  const text = [block.text, block.provider ?? ''].find((one) => one !== '') ?? address ?? '';
  return address === undefined ? oneLine(text) : `[${oneLine(text)}]${target(address)}`;
}

function imageToMarkdown({ url, alt = '' }: Block): string {
  const address = safeAddress(url);
  return address === undefined ? oneLine(alt) : `![${oneLine(alt)}]${target(address)}`;
}

function blockToMarkdown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(Math.min(6, Math.max(2, block.level ?? 2)))} ${oneLine(block.text)}`;
    case 'list-item':
      return `- ${escapeText(block.text).replace(/\n/g, '\n  ')}`;
    case 'quote':
      return escapeText(block.text)
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n');
    case 'code': {
      const fence = '`'.repeat(
        Math.max(3, ...(block.text.match(/`+/g) ?? []).map((ticks) => ticks.length + 1)),
      );
      return `${fence}\n${block.text}\n${fence}`;
    }
    case 'caption':
      return `*${oneLine(block.text)}*`;
    case 'table':
      return tableToMarkdown(block.text);
    case 'embed':
      return embedToMarkdown(block);
    case 'image':
      return imageToMarkdown(block);
    default:
      return escapeText(block.text).replace(/\n/g, '  \n');
  }
}

/**
 * An article as Markdown: title, a line of authors and date, and the blocks. Neighbouring list items stand in
 * one list.
 */
export function toMarkdown(article: FormattedArticle): string {
  const parts = [`# ${oneLine(article.title)}`];
  const facts = [
    article.authors === undefined || article.authors.length === 0
      ? article.byline
      : article.authors.join(', '),
    article.published?.slice(0, 10),
  ].filter((fact) => fact !== undefined && fact !== '');
  if (facts.length > 0) parts.push(facts.map((fact) => oneLine(fact ?? '')).join(' · '));
  let text = parts.join('\n\n');
  let previous: Block | undefined;
  for (const block of article.blocks) {
    const written = blockToMarkdown(block);
    if (written === '') continue;
    text += `${previous?.kind === 'list-item' && block.kind === 'list-item' ? '\n' : '\n\n'}${written}`;
    previous = block;
  }
  return `${text}\n`;
}
