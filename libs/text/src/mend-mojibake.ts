export interface MendedText {
  readonly text: string;
  readonly mended: boolean;
}

/** A UTF-8 sequence seen through another charset: where it stands and what it means. */
interface Sequence {
  readonly start: number;
  readonly end: number;
  readonly meant: string;
  readonly isStrong: boolean;
}

interface Disguise {
  /** What a text must hold for this disguise to be looked for. */
  readonly hint: RegExp;
  readonly bytes: ReadonlyMap<string, number>;
  /** Whether a sequence can hardly be anything else, by its first byte, its length and the text around it. */
  isStrong(text: string, start: number, bytes: readonly number[]): boolean;
}

function byteTable(charset: string): Map<string, number> {
  const decoder = new TextDecoder(charset);
  const table = new Map<string, number>();
  // Latin-1 readers leave C1 controls where windows-1252 has letters, so both are taken.
  for (let byte = 0x80; byte < 0xa0 && charset === 'windows-1252'; byte += 1)
    table.set(String.fromCharCode(byte), byte);
  for (let byte = 0x80; byte < 0x100; byte += 1) table.set(decoder.decode(Uint8Array.of(byte)), byte);
  return table;
}

/**
 * What may follow a capital letter with accent in sound text: closing quotes, dashes, dots, marks and spaces.
 */
const soundNeighbours = /[\u00a0«»®™“”‘’„‚…–—†•]/;

const suspicious = /[\u0080-\u00ff\u0152\u0153\u2013\u2014\u201a\u201e\u2248\u221a\u00ac\u0192]/;

const disguises: readonly Disguise[] = [
  {
    hint: suspicious,
    bytes: byteTable('windows-1252'),
    isStrong: (text, start, bytes) => {
      if (bytes.length > 2) return true;
      const second = text.charAt(start + 1);
      if (/[\u0080-\u009f]/.test(second)) return true;
      const isInsideWord = /\p{Ll}/u.test(text.charAt(start - 1));
      return isInsideWord || ((bytes[0] === 0xc3 || bytes[0] === 0xc2) && !soundNeighbours.test(second));
    },
  },
  {
    hint: suspicious,
    bytes: byteTable('macintosh'),
    // `¬ √ ƒ ≈ ∆` before another sign, `‚Ä`, and the middle dot before two: no language writes them so.
    isStrong: (_text, _start, bytes) =>
      ((bytes[0] ?? 0) >= 0xc2 && (bytes[0] ?? 0) <= 0xc6) ||
      bytes[0] === 0xe1 ||
      (bytes[0] === 0xe2 && bytes[1] === 0x80),
  },
  {
    // Central European: `Ă©`, `Ä›`, `Ĺˇ` inside words, where no capital stands behind a small letter.
    hint: /\p{Ll}[ĂÄĹ]/u,
    bytes: byteTable('windows-1250'),
    isStrong: (text, start, bytes) =>
      (bytes[0] ?? 0) >= 0xc3 && (bytes[0] ?? 0) <= 0xc5 && /\p{Ll}/u.test(text.charAt(start - 1)),
  },
  {
    // Cyrillic, where every second letter is `Р` or `С`: only runs of it count, since each pair alone may be
    // sound.
    hint: /(?:[РС][^а-яА-Я\s]){3}/u,
    bytes: byteTable('windows-1251'),
    isStrong: () => false,
  },
];

const rounds = 3;

function lengthOf(lead: number): number {
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

/** Least code point of each length: what is below it was written longer than it needs. */
const least = [0, 0, 0x80, 0x800, 0x10000] as const;

/**
 * The character that a UTF-8 sequence stands for; a mark of byte order stands for none. By arithmetic: a
 * decoder that throws costs a thousand times as much.
 */
function decoded(bytes: readonly number[]): string | undefined {
  const [lead = 0, ...rest] = bytes;
  const point = rest.reduce((sum, byte) => sum * 64 + (byte & 0x3f), lead & (0x7f >> bytes.length));
  if (point < (least[bytes.length] ?? 0) || point > 0x10ffff || (point >= 0xd800 && point < 0xe000))
    return undefined;
  return point === 0xfeff ? '' : String.fromCodePoint(point);
}

function sequenceAt(text: string, start: number, disguise: Disguise): Sequence | undefined {
  const length = lengthOf(disguise.bytes.get(text.charAt(start)) ?? 0);
  if (length === 0) return undefined;
  const bytes: number[] = [];
  for (let at = start; at < start + length; at += 1) {
    const byte = disguise.bytes.get(text.charAt(at));
    if (byte === undefined || (at > start && (byte < 0x80 || byte > 0xbf))) return undefined;
    bytes.push(byte);
  }
  const meant = decoded(bytes);
  return meant === undefined
    ? undefined
    : { start, end: start + length, meant, isStrong: disguise.isStrong(text, start, bytes) };
}

function sequencesOf(text: string, disguise: Disguise): Sequence[] {
  const found: Sequence[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) < 0x80) continue;
    const sequence = sequenceAt(text, at, disguise);
    if (sequence === undefined) continue;
    found.push(sequence);
    at = sequence.end - 1;
  }
  return found;
}

/** One strong sequence, or a run of three that touch, as words of other scripts give. */
function isConvincing(sequences: readonly Sequence[]): boolean {
  let run = 0;
  let last = -1;
  for (const { start, end, isStrong } of sequences) {
    run = start === last ? run + 1 : 1;
    last = end;
    if (isStrong || run >= 3) return true;
  }
  return false;
}

/** How much of the text a reading explains, in characters. */
function coverage(sequences: readonly Sequence[]): number {
  return sequences.reduce((sum, { start, end }) => sum + end - start, 0);
}

interface Reading {
  readonly disguise: Disguise;
  readonly sequences: readonly Sequence[];
}

/** The disguise that explains most of a text, if any does. */
function readDisguise(text: string, candidates: readonly Disguise[]): Reading | undefined {
  const readings = candidates
    .filter(({ hint }) => hint.test(text))
    .map((disguise) => ({ disguise, sequences: sequencesOf(text, disguise) }));
  return readings
    .filter(({ sequences }) => isConvincing(sequences))
    .sort((a, b) => coverage(b.sequences) - coverage(a.sequences))[0];
}

function withMeaning(text: string, sequences: readonly Sequence[]): string {
  let out = '';
  let done = 0;
  for (const { start, end, meant } of sequences) {
    out += text.slice(done, start) + meant;
    done = end;
  }
  return out + text.slice(done);
}

/**
 * Mends UTF-8 that somebody read as windows-1250 to 1252, Latin-1 or Mac Roman (`Ã©`, `â€™`, `√©`, `РїСЂ`),
 * up to three times over by the same mistake. A text is touched only when a sequence stands in it that sound
 * text does not hold; then all its sequences are mended.
 */
export function mendMojibake(text: string): MendedText {
  let mended = text;
  let candidates = disguises;
  for (let round = 0; round < rounds; round += 1) {
    const reading = readDisguise(mended, candidates);
    if (reading === undefined) break;
    mended = withMeaning(mended, reading.sequences);
    candidates = [reading.disguise];
  }
  return { text: mended, mended: mended !== text };
}
