import type { ArticleDocument } from '@newsmill/contracts';

type Block = ArticleDocument['blocks'][number];

/** Characters that would start markup in running text; the text of a publisher stays text. */
function escapeInline(text: string): string {
  return text
    .replace(/[\\`*_[\]<>]|&(?=#?[a-z\d]{1,32};)/gi, '\\$&')
    .replace(/\s+/g, (space) => (space.includes('\n') ? ' ' : space));
}

/** The same, for text that starts a line: no heading, list or quote by accident. */
function escapeLine(text: string): string {
  return escapeInline(text)
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[#+\-=~|]/, '\\$&');
}

function codeFence(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), (run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

/** What the link to an embed says, or what is read instead of a picture. */
function nameOf({ kind, text, alt, provider, url }: Block): string {
  return kind === 'image' ? (alt ?? '') : text === '' ? (provider ?? url ?? '') : text;
}

function blockToMarkdown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(Math.min(6, Math.max(2, block.level ?? 2)))} ${escapeInline(block.text)}`;
    case 'list-item':
      return `- ${escapeLine(block.text)}`;
    case 'quote':
      return `> ${escapeLine(block.text)}`;
    case 'caption':
      return `*${escapeInline(block.text)}*`;
    case 'code':
    case 'table':
      return codeFence(block.text);
    case 'image':
    case 'embed':
      return block.url !== undefined && /^https?:\/\/[^\s<>\\]+$/.test(block.url)
        ? `${block.kind === 'image' ? '!' : ''}[${escapeInline(nameOf(block))}](<${block.url}>)`
        : escapeLine(block.text);
    default:
      return escapeLine(block.text);
  }
}

function frontMatter(document: ArticleDocument): string {
  const facts = {
    id: document.id,
    url: document.url,
    title: document.title,
    authors: document.authors,
    source: document.sourceName ?? document.sourceId,
    published: document.published,
    modified: document.modified,
    language: document.language,
    licence: document.licence,
    flags: document.flags,
  };
  // JSON values are YAML values, and their quotation marks keep a title from ending the front matter. What would be
  // markup or a link to readers that know no front matter is written by its code.
  const valueOf = (value: unknown): string =>
    JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('](', '\\u005d(');
  const lines = Object.entries(facts).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return ['---', ...lines.map(([name, value]) => `${name}: ${valueOf(value)}`), '---'].join('\n');
}

/**
 * An article as Markdown (CommonMark) with YAML front matter. Markup inside the publisher's text is escaped.
 */
export function toMarkdown(document: ArticleDocument): string {
  const parts = [frontMatter(document), `# ${escapeInline(document.title)}`];
  if (document.subtitle !== undefined) parts.push(`*${escapeInline(document.subtitle)}*`);
  let before: Block['kind'] | undefined;
  for (const block of document.blocks) {
    const text = blockToMarkdown(block);
    const last = parts.pop() ?? '';
    parts.push(
      ...(before === 'list-item' && block.kind === 'list-item' ? [`${last}\n${text}`] : [last, text]),
    );
    before = block.kind;
  }
  if (document.authorBio !== undefined) parts.push('---', escapeLine(document.authorBio));
  if (document.disclaimer !== undefined) parts.push(`*${escapeInline(document.disclaimer)}*`);
  return `${parts.join('\n\n')}\n`;
}
