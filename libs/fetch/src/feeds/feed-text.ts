import { decodeEntities } from '@newsmill/text';
import { absoluteUrl, isAddressName } from '../absolute-url.ts';
import type { Attributes } from '../xml/xml-reader.ts';

const special = /[&"<]/;

/**
 * A start tag inside a text, written out again without namespace prefix and declarations. `base`: its
 * `xml:base` where that is another than the one of the text; its addresses are made absolute by it.
 */
export function inlineTag(raw: string, attributes: Attributes, base: string | undefined): string {
  let tag = `<${raw.slice(raw.indexOf(':') + 1)}`;
  if (attributes.size === 0) return `${tag}>`;
  for (const [name, written] of attributes) {
    if (name.startsWith('xmlns') || name === 'xml:base') continue;
    const value =
      base !== undefined && isAddressName(name) ? (absoluteUrl(written, base) ?? written) : written;
    tag += ` ${name}="${special.test(value) ? value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;') : value}"`;
  }
  return `${tag}>`;
}

const plainTypes = new Set(['text', 'text/plain', 'plain']);

const base64 = /^[A-Za-z0-9+/\s]+={0,2}$/;

/** Media types whose content Atom 1.0 carries as base64 (RFC 4287, 4.1.3.3). */
function isBinary(type: string): boolean {
  return /^[a-z]+\/[a-z]/.test(type) && !type.startsWith('text/') && !/[+/]xml$/.test(type);
}

/**
 * Whether the elements inside a text are its markup, so that its own `<` and `&` must be written as
 * references.
 */
export function isXhtml(attributes: Attributes): boolean {
  if (attributes.size === 0) return false;
  const type = attributes.get('type')?.toLowerCase();
  return (
    type === 'xhtml' ||
    type === 'application/xhtml+xml' ||
    (attributes.get('mode') === 'xml' && type !== undefined && type !== 'text/plain' && type !== 'text')
  );
}

/** Text as HTML. */
export function escapeText(text: string): string {
  return special.test(text) || text.includes('>')
    ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
    : text;
}

const division = /<(\/?)div(?=[\s>])/gi;

/** XHTML without the `div` around it; a `div` that ends before the text does is part of the text. */
function withoutDivision(text: string): string {
  const start = /^<div(?:\s[^<>]*)?>/i.exec(text)?.[0].length;
  if (start === undefined || !/<\/div>$/i.test(text)) return text;
  let depth = 0;
  for (const { 1: mark, index } of text.matchAll(division)) {
    depth += mark === '' ? 1 : -1;
    if (depth === 0) return index === text.length - 6 ? text.slice(start, index).trim() : text;
  }
  return text;
}

/**
 * The text of an element as HTML: base64 decoded, plain text escaped, the `div` that Atom 1.0 puts around
 * XHTML taken away.
 */
export function textOfLeaf(text: string, attributes: Attributes, hasDiv: boolean): string {
  if (attributes.size === 0) return text.trim();
  const type = attributes.get('type')?.toLowerCase() ?? '';
  const decoded =
    attributes.get('mode')?.toLowerCase() === 'base64' || (isBinary(type) && base64.test(text.trim()))
      ? Buffer.from(text, 'base64').toString('utf8')
      : text;
  const plain = decoded.trim();
  // What is called HTML but stands in a `div` element was written as XHTML. Atom 0.3 counts its `div` in.
  if (type === 'xhtml' || (type === 'html' && hasDiv)) return withoutDivision(plain);
  if (plainTypes.has(type) && /[<&]/.test(plain))
    return decodeEntities(plain).replace(/&/g, '&amp;').replace(/</g, '&lt;').trim();
  return plain;
}
