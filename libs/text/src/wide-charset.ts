export interface WideCharset {
  readonly label: string;
  readonly how: 'bom' | 'detector';
}

const sampleSize = 1_024;

/** Byte order marks; that of UTF-32 begins like that of UTF-16. */
function byMark(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe && c === 0 && d === 0 && bytes.length % 4 === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

/** UTF-32 without a mark: of every four bytes the first (or last) is zero and its neighbour at most 0x10. */
function quadCharset(bytes: Uint8Array): string | undefined {
  const end = Math.min(bytes.length & ~3, sampleSize);
  if (end < 4 || bytes.length % 4 !== 0 || (bytes[0] !== 0 && bytes[3] !== 0)) return undefined;
  let big = 0;
  let little = 0;
  for (let at = 0; at < end; at += 4) {
    const [a = 1, b = 1, c = 1, d = 1] = bytes.subarray(at, at + 4);
    if (a === 0 && b <= 0x10 && (b | c | d) !== 0) big += 1;
    if (d === 0 && c <= 0x10 && (a | b | c) !== 0) little += 1;
  }
  const quads = end / 4;
  if (big === quads && big > little) return 'utf-32be';
  return little === quads && little > big ? 'utf-32le' : undefined;
}

/** Signs that any text holds: blanks, line ends, ASCII letters, the stops and commas of East Asia. */
const anchors = /[\n\r\t \u0021-\u007e\u3001\u3002\uff0c]/g;
const impossible = /[\0-\u0008\u000b\u000c\u000e-\u001f\u0080-\u009f\ufffd\ufffe\uffff\p{Cn}\p{Co}\p{Cs}]/gu;

interface WideReading {
  readonly label: string;
  readonly length: number;
  readonly anchored: number;
  readonly bad: number;
}

function readWide(sample: Uint8Array, label: string): WideReading {
  const text = new TextDecoder(label, { ignoreBOM: true }).decode(sample);
  return {
    label,
    length: text.length,
    anchored: text.match(anchors)?.length ?? 0,
    bad: text.match(impossible)?.length ?? 0,
  };
}

function isPrintable(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

/**
 * UTF-16 without a mark. Read in the right order it holds blanks, stops and no impossible characters; in the
 * wrong order the blanks become other signs. Its bytes hold control codes (the halves of blanks and letters),
 * which no text of single bytes does, and few printable ones.
 */
function pairCharset(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, Math.min(bytes.length & ~1, sampleSize));
  if (sample.length < 4 || !sample.some((byte) => byte < 0x08)) return undefined;
  const strange = sample.reduce((sum, byte) => sum + (isPrintable(byte) ? 0 : 1), 0);
  if (strange * 5 < sample.length) return undefined;
  const readings = [readWide(sample, 'utf-16le'), readWide(sample, 'utf-16be')];
  const sound = readings.filter(
    ({ length, anchored, bad }) => anchored * 100 >= length && bad * 25 <= length,
  );
  return sound.sort((x, y) => x.bad - y.bad || y.anchored - x.anchored)[0]?.label;
}

/**
 * Charset of code units wider than a byte, by its byte order mark or by what its bytes look like; undefined
 * for all others.
 */
export function wideCharset(bytes: Uint8Array): WideCharset | undefined {
  const marked = byMark(bytes);
  if (marked !== undefined) return { label: marked, how: 'bom' };
  const seen = quadCharset(bytes) ?? pairCharset(bytes);
  return seen === undefined ? undefined : { label: seen, how: 'detector' };
}
