import { decodeEntities } from '@newsmill/text';

const silent = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'svg',
  'math',
  'head',
]);
// biome-ignore format: a table, read by its rows
const blocks = new Set([
  'p', 'div', 'br', 'li', 'ul', 'ol', 'tr', 'td', 'th', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6',
  'blockquote', 'figure', 'figcaption', 'section', 'article', 'hr', 'dd', 'dt', 'pre',
]);
const escapedMarkup = /<\/(?:a|b|i|em|strong|span|font|u|p|div|sup|sub|small|cite|q|mark)>|<br\s?\/?>/i;
const tagName = /[a-z][a-z0-9]*/iy;
const maxTag = 4_000;

/** Where a tag ends; a `>` inside a quoted value ends none. */
function tagEnd(html: string, start: number): number {
  let quote = 0;
  const limit = Math.min(html.length, start + maxTag);
  for (let at = start; at < limit; at += 1) {
    const code = html.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return at + 1;
    else if (code === 34 || code === 39) quote = code;
  }
  const close = html.indexOf('>', start);
  return close === -1 ? html.length : close + 1;
}

function skipTo(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at === -1 ? html.length : at + mark.length;
}

/**
 * The first characters of an HTML text as plain text: block ends are spaces, scripts silent, entities
 * decoded, white space single. Reads no further than the limit needs, since a feed may hold whole articles of
 * which a few lines are wanted.
 */
export function plainStart(html: string, limit: number): string {
  return plainText(html, limit, 0);
}

function plainText(html: string, limit: number, depth: 0 | 1): string {
  // Ten times the limit is enough for what markup takes away, and bounds the work for a text of megabytes.
  const text = html.length > limit * 10 ? html.slice(0, limit * 10) : html;
  let out = '';
  let at = 0;
  while (at < text.length && out.length < limit * 2) {
    const start = text.indexOf('<', at);
    const end = start === -1 ? text.length : start;
    if (end > at) out += text.slice(at, Math.min(end, at + limit * 2));
    if (start === -1) break;
    const isEnd = text.charCodeAt(start + 1) === 47;
    tagName.lastIndex = start + (isEnd ? 2 : 1);
    const name = tagName.exec(text)?.[0].toLowerCase();
    if (name === undefined) {
      const isDeclaration = text.charCodeAt(start + 1) === 33 || text.charCodeAt(start + 1) === 63 || isEnd;
      if (!isDeclaration) out += '<';
      at = text.startsWith('<!--', start)
        ? skipTo(text, '-->', start + 4)
        : isDeclaration
          ? tagEnd(text, start)
          : start + 1;
      continue;
    }
    at = tagEnd(text, start);
    if (blocks.has(name)) out += ' ';
    else if (silent.has(name) && !isEnd && text.charCodeAt(at - 2) !== 47)
      at = tagEnd(text, skipTo(text, `</${name}`, at));
  }
  const plain = out.includes('&') ? decodeEntities(decodeEntities(out)) : out;
  // Markup that was escaped twice; what only speaks of a tag closes none.
  if (depth === 0 && escapedMarkup.test(plain)) return plainText(plain, limit, 1);
  return plain
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .slice(0, limit)
    .trimEnd();
}
