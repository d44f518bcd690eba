import { maxToken, more, type XmlBuffer } from './xml-buffer.ts';
import { endsName } from './xml-tag.ts';

const question = 63;

/**
 * Where to read on behind a comment, or `more`. One without end hides no more than what stands before the
 * next tag.
 */
export function commentEnd(buffer: XmlBuffer, start: number): number {
  const end = buffer.find('-->', start + 4);
  if (end === more) return more;
  if (end !== undefined) return end + 3;
  const tag = buffer.find('<', start + 4) ?? more;
  const close = buffer.find('>', start + 4) ?? more;
  if (tag === more && close === more) return buffer.text.length;
  return close === more || (tag !== more && tag < close) ? tag : close + 1;
}

/** Where to read on behind an instruction, or `more`. */
export function instructionEnd(buffer: XmlBuffer, start: number): number {
  const close = buffer.find('>', start);
  if (close === more) return more;
  if (close === undefined) return start + 2;
  // A declaration that lost its question mark ends like a tag; code of a server's language may hold `>`.
  if (buffer.text.charCodeAt(close - 1) === question || buffer.text.startsWith('xml', start + 2))
    return close + 1;
  const end = buffer.find('?>', start);
  if (end === more) return more;
  return end === undefined ? close + 1 : end + 2;
}

export interface XmlSection {
  readonly from: number;
  readonly end: number;
  /** Where to read on. */
  readonly next: number;
  /** The section had lost its end. */
  readonly isMended: boolean;
}

/**
 * A CDATA section within an element; undefined when that needs more text. One that lost its end ends before
 * the end tag of its element, so that what follows is not swallowed.
 */
export function findSection(
  buffer: XmlBuffer,
  start: number,
  element: string | undefined,
): XmlSection | undefined {
  const from = start + 9;
  const end = buffer.find(']]>', from);
  const next = buffer.find('<![CDATA[', from) ?? more;
  const isOpen = end === undefined || (next !== more && (end === more || next < end));
  if (end === more && !isOpen) return undefined;
  const limit = end === undefined || end === more ? buffer.text.length : end;
  const close = isOpen && element !== undefined ? findEndTag(buffer, element, { from, limit }) : -1;
  if (close !== -1) return { from, end: close, next: close, isMended: true };
  if (end === more) return undefined;
  if (end !== undefined) return { from, end, next: end + 3, isMended: false };
  const last = Math.min(buffer.text.length, from + maxToken);
  return { from, end: last, next: last, isMended: false };
}

function findEndTag(
  { text, isLast }: XmlBuffer,
  element: string,
  within: { readonly from: number; readonly limit: number },
): number {
  for (
    let at = text.indexOf('</', within.from);
    at !== -1 && at < within.limit && at - within.from <= maxToken;
    at = text.indexOf('</', at + 2)
  ) {
    const end = at + 2 + element.length;
    // The name of a tag at the end of a chunk may go on.
    if (end >= text.length && !isLast) return -1;
    if (text.slice(at + 2, end).toLowerCase() === element && endsName(text.charCodeAt(end))) return at;
  }
  return -1;
}
