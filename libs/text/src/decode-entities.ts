import { Parser } from 'htmlparser2';

const known = new Map<string, string>([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&nbsp;', '\u00a0'],
]);
const knownLimit = 4_000;

function decodeOne(entity: string): string {
  const cached = known.get(entity);
  if (cached !== undefined) return cached;
  let text = '';
  const parser = new Parser(
    {
      ontext: (data) => {
        text += data;
      },
    },
    { decodeEntities: true },
  );
  parser.end(entity);
  if (known.size < knownLimit) known.set(entity, text);
  return text;
}

/**
 * Replaces HTML character references (named, decimal, hexadecimal, also without their semicolon) once; others
 * stay as they are.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#[xX]?[0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?/g, decodeOne);
}
