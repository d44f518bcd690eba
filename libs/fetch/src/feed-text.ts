import { decodeEntities } from '@newsmill/text';
import type { Attributes } from './xml-reader.ts';

/** A start tag inside a text, written out again without namespace prefix and declarations. */
export function inlineTag(raw: string, attributes: Attributes, base: string | undefined): string {
  let tag = `<${raw.slice(raw.indexOf(':') + 1)}`;
  for (const [name, value] of attributes) {
    if (name.startsWith('xmlns') || name === 'xml:base') continue;
    tag += ` ${name}="${value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')}"`;
  }
  return base === undefined ? `${tag}>` : `${tag} xml:base="${base.replace(/"/g, '%22')}">`;
}

const plainTypes = new Set(['text', 'text/plain', 'plain']);

const base64 = /^[A-Za-z0-9+/\s]+={0,2}$/;

/** Media types whose content Atom 1.0 carries as base64 (RFC 4287, 4.1.3.3). */
function isBinary(type: string): boolean {
  return /^[a-z]+\/[a-z]/.test(type) && !type.startsWith('text/') && !/[+/]xml$/.test(type);
}

/** The text of an element as HTML: base64 decoded, plain text escaped, the `div` that Atom 1.0 puts around XHTML taken away. */
export function textOfLeaf(text: string, attributes: Attributes): string {
  const type = attributes.get('type')?.toLowerCase() ?? '';
  const decoded = attributes.get('mode')?.toLowerCase() === 'base64' || (isBinary(type) && base64.test(text.trim())) ? Buffer.from(text, 'base64').toString('utf8') : text;
  if (type === 'xhtml') return decoded.trim().replace(/^<div\b[^>]*>([\s\S]*)<\/div>$/i, '$1').trim();
  if (plainTypes.has(type) && /[<&]/.test(decoded)) return decodeEntities(decoded).replace(/&/g, '&amp;').replace(/</g, '&lt;').trim();
  return decoded.trim();
}
