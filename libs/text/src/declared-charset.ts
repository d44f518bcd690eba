import { charsetLabel } from './charset-label.ts';

/** Charset of a content type such as `text/html; charset=utf-8`. */
export function charsetOfContentType(contentType: string | undefined): string | undefined {
  return charsetLabel(/charset\s*=\s*(?:["']\s*)?([^\s;"',]+)/i.exec(contentType ?? '')?.[1]);
}

/**
 * Charset that the document itself declares: `encoding` of an XML declaration or a `meta` of its first 4 KB.
 * Only ASCII matters for that, so Latin-1 reads it in any ASCII superset.
 */
export function charsetOfDocument(bytes: Uint8Array, kind: 'html' | 'xml' | 'text'): string | undefined {
  if (kind === 'text') return undefined;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4_096)).toString('latin1');
  const prolog = /<\?xml\b[^>]{0,400}?\bencoding\s*=\s*["']\s*([^"'\s>]+)/i.exec(head)?.[1];
  const fromProlog = charsetLabel(prolog);
  if (fromProlog !== undefined) return notWide(fromProlog);
  if (kind === 'xml') return undefined;
  const withoutComments = head.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  for (const meta of withoutComments.matchAll(/<meta\b[^>]{0,1000}>/gi)) {
    const declared = /charset\s*=\s*(?:["']\s*)?([^\s;"'/>]+)/i.exec(meta[0])?.[1];
    const label = charsetLabel(declared);
    if (label !== undefined) return notWide(label);
  }
  return undefined;
}

/**
 * A declaration that could be read byte by byte is not in UTF-16 or UTF-32, whatever it says (WHATWG HTML,
 * prescan).
 */
function notWide(label: string): string {
  return /^utf-(?:16|32)/.test(label) ? 'utf-8' : label;
}
