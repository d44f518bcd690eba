import { Parser } from 'htmlparser2';

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
/** htmlparser2 keeps its open elements in a list that costs quadratic time in the depth. */
const maxDepth = 256;

class TooDeep extends Error {}

/**
 * Plain text of an HTML fragment such as a feed summary: entities decoded, block ends are spaces, scripts
 * silent, white space single. Markup nested deeper than 256 is read up to there.
 */
export function stripTags(html: string): string {
  if (!/[<&]/.test(html)) return html.replace(/\s+/g, ' ').trim();
  let text = '';
  let quiet = 0;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name) => {
        depth += 1;
        if (depth > maxDepth) throw new TooDeep();
        if (silent.has(name)) quiet += 1;
        if (blocks.has(name)) text += ' ';
      },
      ontext: (data) => {
        if (quiet === 0) text += data;
      },
      onclosetag: (name) => {
        depth -= 1;
        if (silent.has(name)) quiet -= 1;
        if (blocks.has(name)) text += ' ';
      },
    },
    { decodeEntities: true },
  );
  try {
    parser.end(html);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
  }
  return text.replace(/[\s\u00a0]+/g, ' ').trim();
}
