import { Parser } from 'htmlparser2';

const named = new Map<string, string>();

/** The same characters in a string of their own: a slice keeps its whole page alive. */
const copyOf = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');

/**
 * Text of a named character reference such as `&eacute;` or `&amp`, by htmlparser2's table; the reference
 * itself when there is none.
 */
export function decodeNamed(reference: string): string {
  const known = named.get(reference);
  if (known !== undefined) return known;
  let text = '';
  const parser = new Parser(
    {
      ontext: (part) => {
        text += part;
      },
    },
    { decodeEntities: true },
  );
  parser.end(reference);
  if (named.size > 4_000) named.clear();
  const key = copyOf(reference);
  named.set(key, text === reference ? key : copyOf(text));
  return text;
}

/** Numbers 128 to 159 mean windows-1252 in character references (HTML 13.2.5.80). */
const windows1252 = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d,
  0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a,
  0x153, 0x9d, 0x17e, 0x178,
];

/** Code point of a numeric character reference as HTML reads it. */
export function numericReference(code: number): number {
  if (code >= 0x80 && code <= 0x9f) return windows1252[code - 0x80] ?? code;
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return 0xfffd;
  return code;
}

const anyReference = /&(?:#[xX]([0-9a-fA-F]{1,8});?|#(\d{1,8});?|[a-zA-Z][a-zA-Z0-9]{1,31};?)/g;

/** Decodes all character references of a text. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    anyReference,
    (reference: string, hex: string | undefined, decimal: string | undefined) => {
      if (hex !== undefined) return String.fromCodePoint(numericReference(Number.parseInt(hex, 16)));
      if (decimal !== undefined) return String.fromCodePoint(numericReference(Number.parseInt(decimal, 10)));
      return decodeNamed(reference);
    },
  );
}
