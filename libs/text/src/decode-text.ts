import { isAscii, isUtf8 } from 'node:buffer';
import { charsetLabel } from './charset-label.ts';
import { charsetOfContentType, charsetOfDocument } from './declared-charset.ts';
import { detectCharset } from './detect-charset.ts';

/** By what the charset was found. */
export type CharsetEvidence = 'bom' | 'http' | 'document' | 'utf-8-test' | 'detector' | 'fallback';

export interface DecodedText {
  readonly text: string;
  /** WHATWG name of the charset, in lower case. */
  readonly charset: string;
  readonly how: CharsetEvidence;
}

export interface DecodeHints {
  readonly contentType?: string | undefined;
  readonly kind: 'html' | 'xml' | 'text';
}

/** Single-byte charsets decode anything without a sign of error, so that they succeed proves nothing. */
const singleByte = /^(?:windows-|iso-8859|koi8|ibm8|macintosh|x-mac)/;
/** What servers add to everything they send. */
const serverDefault = /^(?:windows-1252|iso-8859-15)$/;

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength - (bytes.byteLength % 4));
  const parts: string[] = [];
  for (let at = 0; at < view.byteLength; at += 4) {
    const code = view.getUint32(at, littleEndian);
    parts.push(code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code));
  }
  return parts.join('').replace(/^\ufeff/, '');
}

/** The upper half of IBM855, which old Russian and Bulgarian pages use and TextDecoder does not know. */
const upper855 = 'ђЂѓЃёЁєЄѕЅіІїЇјЈљЉњЊћЋќЌўЎџЏюЮъЪаАбБцЦдДеЕфФгГ«»░▒▓│┤хХиИ╣║╗╝йЙ┐└┴┬├─┼кК╚╔╩╦╠═╬¤лЛмМнНоОп┘┌█▄Пя▀ЯрРсСтТуУжЖвВьЬ№\u00adыЫзЗшШэЭщЩчЧ§■\u00a0';

function decode855(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1').replace(/[\u0080-\u00ff]/g, (char) => upper855.charAt(char.charCodeAt(0) - 0x80));
}

function decodeAs(bytes: Uint8Array, label: string): string {
  if (label === 'utf-32' || label === 'utf-32be') return decodeUtf32(bytes, false);
  if (label === 'ibm855') return decode855(bytes);
  if (label === 'utf-32le') return decodeUtf32(bytes, true);
  return new TextDecoder(label).decode(bytes);
}

/** Charset by its byte order mark, or by the zero bytes that wide charsets leave in front of markup. */
function wideCharset(bytes: Uint8Array): { label: string; how: CharsetEvidence } | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { label: 'utf-8', how: 'bom' };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0 && bytes.length % 4 === 0) return { label: 'utf-32le', how: 'bom' };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { label: 'utf-32be', how: 'bom' };
  if (a === 0xff && b === 0xfe) return { label: 'utf-16le', how: 'bom' };
  if (a === 0xfe && b === 0xff) return { label: 'utf-16be', how: 'bom' };
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return { label: 'utf-32be', how: 'detector' };
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return { label: 'utf-32le', how: 'detector' };
  return wideByZeros(bytes);
}

function wideByZeros(bytes: Uint8Array): { label: string; how: CharsetEvidence } | undefined {
  const end = Math.min(bytes.length & ~1, 512);
  if (end < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const pairs = end / 2;
  if (odd > pairs * 0.7 && even < pairs * 0.1) return { label: 'utf-16le', how: 'detector' };
  if (even > pairs * 0.7 && odd < pairs * 0.1) return { label: 'utf-16be', how: 'detector' };
  return undefined;
}

/** U+FFFD and C1 controls per character above ASCII: 0 for a text decoded rightly, near 1 for one that was not. */
function damage(text: string): number {
  let bad = 0;
  let high = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    high += 1;
    if (code === 0xfffd || code < 0xa0) bad += 1;
  }
  return high === 0 ? 0 : bad / high;
}

/** Share of damage above which a declaration is not believed; real pages hold a few cut characters. */
const tolerable = 0.02;

/** UTF-8 but for a few broken bytes: a page that was cut or pasted together, not one in another charset. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? (lead < 0xf0 ? 3 : 0) : lead >= 0xc2 ? 2 : 0;
    let step = 1;
    while (step < length && ((bytes[at + step] ?? 0) & 0xc0) === 0x80) step += 1;
    if (length > 0 && step === length) {
      good += 1;
      at += length - 1;
    } else bad += 1;
  }
  return good >= 8 * bad && good > 0;
}

interface Candidate {
  readonly label: string;
  readonly how: CharsetEvidence;
}

/** Declarations in the order of their weight. A server's blanket Latin-1 weighs less than what the document says of itself. */
function candidates(bytes: Uint8Array, hints: DecodeHints): Candidate[] {
  const http = charsetOfContentType(hints.contentType);
  const own = charsetOfDocument(bytes, hints.kind);
  const list: Candidate[] = [];
  if (http !== undefined) list.push({ label: http, how: 'http' });
  if (own !== undefined && own !== http) {
    if (http !== undefined && serverDefault.test(http)) list.unshift({ label: own, how: 'document' });
    else list.push({ label: own, how: 'document' });
  }
  return list;
}

function decodeDeclared(bytes: Uint8Array, declared: readonly Candidate[]): DecodedText | undefined {
  for (const { label, how } of declared) {
    if (label === 'utf-8') continue;
    const text = decodeAs(bytes, label);
    if (singleByte.test(label) || damage(text) <= tolerable) return { text, charset: label, how };
  }
  return undefined;
}

/**
 * Decodes the bytes of a page, feed or text. Order of evidence: byte order mark, valid UTF-8 with multi-byte sequences, HTTP header,
 * the document's own declaration, nearly valid UTF-8, a detector on a sample, windows-1252. A declaration whose decoding shows
 * damage gives way to the next one: servers lie, documents less often, bytes never.
 */
export function decodeText(bytes: Uint8Array, hints: DecodeHints): DecodedText {
  const wide = wideCharset(bytes);
  if (wide !== undefined) return { text: decodeAs(bytes, wide.label), charset: wide.label, how: wide.how };
  const declared = candidates(bytes, hints);
  const escaped = bytes.includes(0x1b);
  if (isUtf8(bytes) && !escaped) {
    const said = declared.find((one) => one.label === 'utf-8');
    if (said !== undefined) return { text: decodeAs(bytes, 'utf-8'), charset: 'utf-8', how: said.how };
    const first = declared[0];
    if (first !== undefined && isAscii(bytes)) return { text: decodeAs(bytes, first.label), charset: first.label, how: first.how };
    return { text: decodeAs(bytes, 'utf-8'), charset: 'utf-8', how: 'utf-8-test' };
  }
  const believed = decodeDeclared(bytes, declared);
  if (believed !== undefined) return believed;
  if (!escaped && isMostlyUtf8(bytes)) return { text: decodeAs(bytes, 'utf-8'), charset: 'utf-8', how: 'utf-8-test' };
  const guess = charsetLabel(detectCharset(bytes));
  if (guess !== undefined && (guess !== 'utf-8' || isUtf8(bytes))) {
    const text = decodeAs(bytes, guess);
    if (singleByte.test(guess) || damage(text) <= 0.1) return { text, charset: guess, how: 'detector' };
  }
  return { text: decodeAs(bytes, 'windows-1252'), charset: 'windows-1252', how: 'fallback' };
}
