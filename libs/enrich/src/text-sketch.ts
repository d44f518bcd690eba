import { contentHash } from './content-hash.ts';

/**
 * What is remembered of a text to find its near copies: a sample of its shingles (runs of four words, or eight characters
 * where words are not spaced). The sample takes the smallest hashes, so two sketches can be compared whatever the lengths
 * of their texts (bottom-k sketch: Broder 1997, Cohen 1997). The hashes keep the order of the text, which tells a shortened
 * copy from a text that shares single sentences.
 */
export type Sketch =
  | { readonly kind: 'shingles'; readonly hashes: Uint32Array }
  | { readonly kind: 'exact'; readonly hash: string };

/** Greatest number of hashes in a sketch; its payload is then 686 characters long. */
export const sketchSize = 128;
/** Hashes under which a sketch is filed; two near copies share most of them. */
const bandCount = 16;
/** Shorter texts are the same when they are equal; there is too little in them for likeness to prove anything. */
const fewestShingles = 16;
/** A shingle is full at this width: a spaced word counts two, an unspaced character one. */
const shingleWidth = 8;

const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const token = new RegExp(`[${unspaced}]|(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}])+`, 'gu');
const unspacedCharacter = new RegExp(`^[${unspaced}]`, 'u');

/** Final step of MurmurHash3: spreads what the sums before it left in the low bits. */
function mix(value: number): number {
  let h = value ^ (value >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** FNV-1a over UTF-16 units. */
function hashToken(text: string): number {
  let h = 2166136261;
  for (let index = 0; index < text.length; index += 1) h = Math.imul(h ^ text.charCodeAt(index), 16777619);
  return h >>> 0;
}

/** Distinct shingle hashes in the order of their first place in the text. */
function shinglesOf(text: string): number[] {
  const tokens = text.normalize('NFKC').toLowerCase().match(token) ?? [];
  const hashes = tokens.map(hashToken);
  const widths = tokens.map((word) => (unspacedCharacter.test(word) ? 1 : 2));
  const seen = new Set<number>();
  for (let start = 0; start < tokens.length; start += 1) {
    let hash = 17;
    let width = 0;
    for (let at = start; at < tokens.length && width < shingleWidth; at += 1) {
      hash = mix(Math.imul(hash, 31) + (hashes[at] ?? 0));
      width += widths[at] ?? 0;
    }
    if (width < shingleWidth) break;
    seen.add(hash);
  }
  return [...seen];
}

/** The sketch of a body; of a very short one it is exact, and then the title counts too ("Watch the video above." has many titles). */
export function sketchOf(title: string, text: string): Sketch {
  const shingles = shinglesOf(text);
  if (shingles.length < fewestShingles) return { kind: 'exact', hash: contentHash(title, text).slice(0, 32) };
  if (shingles.length <= sketchSize) return { kind: 'shingles', hashes: Uint32Array.from(shingles) };
  const limit = Uint32Array.from(shingles).sort()[sketchSize - 1] ?? 0;
  return { kind: 'shingles', hashes: Uint32Array.from(shingles.filter((hash) => hash <= limit)) };
}

/** The keys under which a sketch is filed and looked for. */
export function bandsOf(sketch: Sketch): string[] {
  if (sketch.kind === 'exact') return [`x${sketch.hash}`];
  return [...sketch.hashes.toSorted().subarray(0, bandCount)].map((hash) => `s${hash.toString(36)}`);
}

/** A sketch as text, at most 686 characters; `readSketch` reads it. */
export function writeSketch(sketch: Sketch): string {
  if (sketch.kind === 'exact') return `x:${sketch.hash}`;
  const bytes = Buffer.alloc(sketch.hashes.length * 4);
  sketch.hashes.forEach((hash, index) => bytes.writeUInt32LE(hash, index * 4));
  return `s:${bytes.toString('base64')}`;
}

/** Reads what `writeSketch` wrote; undefined for anything else, such as the payload of another version. */
export function readSketch(payload: string): Sketch | undefined {
  if (payload.startsWith('x:')) return { kind: 'exact', hash: payload.slice(2) };
  if (!payload.startsWith('s:')) return undefined;
  const bytes = Buffer.from(payload.slice(2), 'base64');
  if (bytes.length === 0 || bytes.length % 4 !== 0) return undefined;
  return { kind: 'shingles', hashes: Uint32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32LE(index * 4)) };
}
