import { decodeNamed, numericReference } from '../tree/entities.ts';

/** Code units of one character reference at `from`, and its length; length 0 when it is none. */
export function readReference(
  html: string,
  from: number,
  to: number,
): { readonly text: string; readonly length: number } {
  let end = from + 1;
  const limit = Math.min(to, from + 34);
  if (html.charCodeAt(end) === 35) {
    const match = /^&#(?:[xX]([0-9a-fA-F]{1,8})|(\d{1,8}));?/.exec(html.slice(from, limit));
    if (match === null) return { text: '', length: 0 };
    const code =
      match[1] === undefined ? Number.parseInt(match[2] ?? '0', 10) : Number.parseInt(match[1], 16);
    return { text: String.fromCodePoint(numericReference(code)), length: match[0].length };
  }
  let code = html.charCodeAt(end);
  while (
    end < limit &&
    ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57))
  )
    code = html.charCodeAt(++end);
  if (end === from + 1) return { text: '', length: 0 };
  if (end < limit && code === 59) end += 1;
  const reference = html.slice(from, end);
  const text = decodeNamed(reference);
  return text === reference ? { text: '', length: 0 } : { text, length: end - from };
}
