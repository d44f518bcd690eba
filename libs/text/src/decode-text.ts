import { isAscii, isUtf8 } from 'node:buffer';
import { charsetLabel } from './charset-label.ts';
import { decodeAs } from './decode-label.ts';
import { decodeMixed } from './decode-mixed.ts';
import { charsetOfContentType, charsetOfDocument } from './declared-charset.ts';
import { detectCharset, sampleOf } from './detect-charset.ts';
import { weighLetters } from './weigh-letters.ts';
import { wideCharset } from './wide-charset.ts';

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

/**
 * U+FFFD and C1 controls per character above ASCII: 0 for a text decoded rightly, near 1 for one that was
 * not.
 */
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

/** Mean likelihood (as a logarithm) from which the letters alone name a charset. */
const convincing = -4;

/** Share of damage above which a declaration is not believed; real pages hold a few cut characters. */
const tolerable = 0.02;

/** UTF-8 but for a few broken bytes: a page that was cut or pasted together, not one in another charset. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const length =
      lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? (lead < 0xf0 ? 3 : 0) : lead >= 0xc2 ? 2 : 0;
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

/**
 * Declarations in the order of their weight. A server's blanket Latin-1 weighs less than what the document
 * says of itself.
 */
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

/** What the detector says; where it names a charset of single bytes, or none, the letters must agree. */
function guessCharset(bytes: Uint8Array): string | undefined {
  const sample = sampleOf(bytes);
  const detected = charsetLabel(detectCharset(sample));
  if (detected !== undefined && !singleByte.test(detected)) return detected;
  const weighed = weighLetters(sample, detected ?? 'windows-1252');
  return weighed !== undefined && (detected !== undefined || weighed.mean > convincing)
    ? weighed.label
    : detected;
}

/**
 * Decodes the bytes of a page, feed or text. Order of evidence: byte order mark, valid UTF-8 with multi-byte
 * sequences, HTTP header, the document's own declaration, nearly valid UTF-8, a detector on a sample with the
 * letters as its check, windows-1252. A declaration whose decoding shows damage gives way to the next one:
 * servers lie, documents less often, bytes never.
 */
export function decodeText(bytes: Uint8Array, hints: DecodeHints): DecodedText {
  const wide = wideCharset(bytes);
  if (wide !== undefined) return { text: decodeAs(bytes, wide.label), charset: wide.label, how: wide.how };
  const declared = candidates(bytes, hints);
  // Of a Buffer the search is Node's own, which is many times as fast; it reads UTF-8 faster than TextDecoder, too.
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const escaped = buffer.includes(0x1b);
  if (isUtf8(bytes) && !escaped) {
    const said = declared.find((one) => one.label === 'utf-8');
    if (said !== undefined) return { text: buffer.toString(), charset: 'utf-8', how: said.how };
    const first = declared[0];
    if (first !== undefined && isAscii(bytes))
      return { text: decodeAs(bytes, first.label), charset: first.label, how: first.how };
    return { text: buffer.toString(), charset: 'utf-8', how: 'utf-8-test' };
  }
  const believed = decodeDeclared(bytes, declared);
  if (believed !== undefined) return believed;
  if (!escaped && isMostlyUtf8(bytes))
    return { text: decodeMixed(bytes), charset: 'utf-8', how: 'utf-8-test' };
  const guess = guessCharset(bytes);
  if (guess !== undefined && (guess !== 'utf-8' || isUtf8(bytes))) {
    const text = decodeAs(bytes, guess);
    if (singleByte.test(guess) || damage(text) <= 0.1) return { text, charset: guess, how: 'detector' };
  }
  return { text: decodeAs(bytes, 'windows-1252'), charset: 'windows-1252', how: 'fallback' };
}
