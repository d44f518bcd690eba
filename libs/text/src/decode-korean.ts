const fill = 0xffff;

const ksX1001 = new TextDecoder('euc-kr');

/** The 2,350 syllables of KS X 1001. */
function knownSyllables(): ReadonlySet<string> {
  const bytes = Array.from({ length: 0xc9 - 0xb0 }, (_row, row) =>
    Array.from({ length: 94 }, (_cell, cell) => [0xb0 + row, 0xa1 + cell]),
  ).flat(2);
  return new Set(ksX1001.decode(Uint8Array.from(bytes)));
}

function isUnifiedTrail(lead: number, trail: number): boolean {
  const isLetter = (trail >= 0x41 && trail <= 0x5a) || (trail >= 0x61 && trail <= 0x7a);
  return isLetter || (trail >= 0x81 && trail <= (lead <= 0xa0 ? 0xfe : 0xa0));
}

let unified: ReadonlyMap<number, string> | undefined;

/**
 * What TextDecoder's EUC-KR lacks, although its standard asks for it: above all the 8,822 syllables of
 * Unified Hangul Code (code page 949), which stand in the order of Unicode in the places that KS X 1001
 * leaves free.
 */
function unifiedTable(): ReadonlyMap<number, string> {
  if (unified !== undefined) return unified;
  const known = knownSyllables();
  // Two signs joined KS X 1001 in 1998, after the table that TextDecoder was made from.
  const table = new Map<number, string>([
    [0xa2e6, '€'],
    [0xa2e7, '®'],
  ]);
  let code = 0xac00;
  for (let lead = 0x81; lead <= 0xc6; lead += 1) {
    for (let trail = 0x41; trail <= 0xfe; trail += 1) {
      if (!isUnifiedTrail(lead, trail)) continue;
      while (known.has(String.fromCharCode(code))) code += 1;
      if (code > 0xd7a3) break;
      table.set((lead << 8) | trail, String.fromCharCode(code));
      code += 1;
    }
  }
  unified = table;
  return table;
}

function pairText(lead: number, trail: number): string {
  return unifiedTable().get((lead << 8) | trail) ?? ksX1001.decode(Uint8Array.of(lead, trail));
}

/**
 * EUC-KR with the syllables of code page 949. The rare pages that hold any are decoded in stretches, the
 * others as they are.
 */
export function decodeEucKr(bytes: Uint8Array): string {
  const text = ksX1001.decode(bytes);
  if (!/[\u0080-\u009f\ufffd]/.test(text)) return text;
  const table = unifiedTable();
  const parts: string[] = [];
  let done = 0;
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81 || lead === 0xff) continue;
    const char = table.get((lead << 8) | (bytes[at + 1] ?? 0));
    if (char !== undefined) {
      parts.push(ksX1001.decode(bytes.subarray(done, at)), char);
      done = at + 2;
    }
    if (char !== undefined || (bytes[at + 1] ?? 0) >= 0x80) at += 1;
  }
  parts.push(ksX1001.decode(bytes.subarray(done)));
  return parts.join('').replace(/[\u0080-\u009f]/g, '\ufffd');
}

/**
 * Text of bytes that are ASCII or lead a pair; a lead whose pair means nothing becomes U+FFFD, and its trail
 * is kept when it is ASCII.
 */
function decodePairs(bytes: Uint8Array, textOf: (lead: number, trail: number) => string | undefined): string {
  const parts: string[] = [];
  let done = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    if (done < at)
      parts.push(Buffer.from(bytes.buffer, bytes.byteOffset + done, at - done).toString('latin1'));
    const trail = bytes[at + 1] ?? 0;
    const text = textOf(lead, trail);
    const isPair = text !== undefined && !/[\u0080-\u009f\ufffd]/.test(text);
    parts.push(isPair ? text : '\ufffd');
    if (isPair || trail >= 0x80) at += 1;
    done = Math.min(at + 1, bytes.length);
  }
  if (done < bytes.length)
    parts.push(Buffer.from(bytes.buffer, bytes.byteOffset + done, bytes.length - done).toString('latin1'));
  return parts.join('');
}

/** Runs of codes that Johab's five bits use, each with the index of its first. */
function jamoIndex(runs: readonly (readonly [number, number, number])[], code: number): number | undefined {
  const run = runs.find(([from, to]) => code >= from && code <= to);
  return run === undefined ? undefined : run[2] === fill ? fill : run[2] + code - run[0];
}

const initials = [
  [1, 1, fill],
  [2, 20, 0],
] as const;
const medials = [
  [2, 2, fill],
  [3, 7, 0],
  [10, 15, 5],
  [18, 23, 11],
  [26, 29, 17],
] as const;
const finals = [
  [1, 1, fill],
  [2, 17, 0],
  [19, 29, 16],
] as const;
const initialLetters = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const finalLetters = 'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';

/** A Hangul syllable or lone letter of Johab: five bits each for the initial, the vowel and the final. */
function johabSyllable(lead: number, trail: number): string | undefined {
  const code = (lead << 8) | trail;
  const initial = jamoIndex(initials, (code >> 10) & 31);
  const medial = jamoIndex(medials, (code >> 5) & 31);
  const final = jamoIndex(finals, code & 31);
  if (initial === undefined || medial === undefined || final === undefined) return undefined;
  if (initial !== fill && medial !== fill)
    return String.fromCharCode(0xac00 + (initial * 21 + medial) * 28 + (final === fill ? 0 : final + 1));
  if (medial === fill && final === fill && initial !== fill) return initialLetters.charAt(initial);
  if (initial === fill && final === fill && medial !== fill) return String.fromCharCode(0x314f + medial);
  return initial === fill && medial === fill && final !== fill ? finalLetters.charAt(final) : undefined;
}

/** A symbol or Chinese character of Johab: the rows of KS X 1001, two to a lead byte. */
function johabSymbol(lead: number, trail: number): string | undefined {
  const index = trail >= 0x31 && trail <= 0x7e ? trail - 0x31 : trail >= 0x91 ? trail - 0x91 + 78 : -1;
  const row = (lead >= 0xe0 ? (lead - 0xe0) * 2 + 0xca : (lead - 0xd9) * 2 + 0xa1) + (index >= 94 ? 1 : 0);
  return index < 0 || index > 187 || lead > 0xf9 ? undefined : pairText(row, 0xa1 + (index % 94));
}

/** Johab (code page 1361), the code of Korean text files before Windows. */
export function decodeJohab(bytes: Uint8Array): string {
  return decodePairs(bytes, (lead, trail) =>
    lead >= 0x84 && lead <= 0xd3
      ? johabSyllable(lead, trail)
      : lead >= 0xd9
        ? johabSymbol(lead, trail)
        : undefined,
  );
}

/** ISO-2022-KR: seven bits, KS X 1001 between the bytes 0x0E and 0x0F. */
export function decodeIso2022Kr(bytes: Uint8Array): string {
  const plain: number[] = [];
  let isShifted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x1b && bytes[at + 1] === 0x24 && bytes[at + 2] === 0x29) at += 3;
    else if (byte === 0x0e || byte === 0x0f) isShifted = byte === 0x0e;
    else {
      if (byte === 0x0a) isShifted = false;
      plain.push(isShifted && byte > 0x20 && byte < 0x7f ? byte | 0x80 : byte);
    }
  }
  return decodeEucKr(Uint8Array.from(plain));
}
