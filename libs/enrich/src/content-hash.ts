import { hash } from 'node:crypto';
import { characterKind, codeAt, kindsOf } from '@newsmill/text';

const ofWord = characterKind.letter | characterKind.mark | characterKind.number;
const space = 0x20;
/** Most bytes of UTF-8 for a UTF-16 unit. */
const mostBytes = 3;

/** Writes a code point as UTF-8 and says where the next one goes. */
function writeCode(bytes: Uint8Array, at: number, code: number): number {
  if (code < 0x80) {
    bytes[at] = code;
    return at + 1;
  }
  let to = at;
  if (code < 0x800) bytes[to++] = 0xc0 | (code >> 6);
  else {
    if (code < 0x10000) bytes[to++] = 0xe0 | (code >> 12);
    else {
      bytes[to++] = 0xf0 | (code >> 18);
      bytes[to++] = 0x80 | ((code >> 12) & 63);
    }
    bytes[to++] = 0x80 | ((code >> 6) & 63);
  }
  bytes[to++] = 0x80 | (code & 63);
  return to;
}

/**
 * Writes letters and digits of a text in lower case, compatibility forms unified, one space between words: what
 * two printings of one text share. Says where the writing ends.
 */
function writePlain(bytes: Uint8Array, from: number, plain: string): number {
  let to = from;
  let inWord = false;
  for (let at = 0; at < plain.length; ) {
    const code = codeAt(plain, at);
    at += code > 0xffff ? 2 : 1;
    const isOfWord = (kindsOf(code) & ofWord) !== 0;
    if (isOfWord) {
      if (!inWord && to > from) bytes[to++] = space;
      to = writeCode(bytes, to, code);
    }
    inWord = isOfWord;
  }
  return to;
}

/**
 * SHA-256 (hex) of the plain form of title and text: equal for texts that differ in punctuation, case and
 * spacing alone.
 */
export function contentHash(title: string, text: string): string {
  const [head, body] = [title, text].map((part) => part.normalize('NFKC').toLowerCase());
  const bytes = Buffer.allocUnsafe(((head ?? '').length + (body ?? '').length) * mostBytes + 1);
  const end = writePlain(bytes, 0, head ?? '');
  bytes[end] = 0x0a;
  return hash('sha256', bytes.subarray(0, writePlain(bytes, end + 1, body ?? '')), 'hex');
}
