import { contentHash } from '../content-hash.ts';
import { mix, readShingles } from './read-shingles.ts';

/**
 * What is remembered of a text to find its near copies: a sample of its shingles without numbers, and of its
 * numbers. A sample takes the smallest hashes, so two sketches can be compared whatever the lengths of their
 * texts (bottom-k sketch: Broder 1997, Cohen 1997). The shingles keep the order of the text, which tells a
 * shortened copy from a text that shares single sentences.
 */
export type Sketch =
  | {
      readonly kind: 'shingles';
      /** In the order of the text, 32 bits; of a sketch that was read again the upper 24 alone. */
      readonly hashes: Uint32Array;
      /** 16 bits each, upwards. */
      readonly numbers: Uint16Array;
    }
  | { readonly kind: 'exact'; readonly hash: string };

/** Greatest number of shingles in a sketch; its payload is then 492 characters long. */
export const sketchSize = 112;
/** Greatest number of numbers in a sketch. */
export const numberSize = 16;
/** Hashes under which a sketch is filed; two near copies share most of them. */
const bandCount = 12;
/**
 * Shorter texts are the same when they are equal; there is too little in them for likeness to prove anything.
 */
const fewestShingles = 16;

/** The values up to a limit, in their order. */
function upTo(limit: number, values: Uint32Array): Uint32Array {
  const kept = new Uint32Array(values.length);
  let count = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (value <= limit) kept[count++] = value;
  }
  return kept.subarray(0, count);
}

/** The smallest `most` of the values, in the order of the values. */
function sample(values: Uint32Array, most: number): Uint32Array {
  if (values.length <= most) return values;
  // Hashes are spread evenly, so the smallest are nearly always among those up to twice their share.
  const low = upTo(2 ** 32 * ((2 * most) / values.length), values);
  const sorted = (low.length < most ? values : low).toSorted();
  return upTo(sorted[most - 1] ?? 0, values).slice();
}

/**
 * The sketch of a body; of a very short one it is exact, and then the title counts too ("Watch the video
 * above." has many titles).
 */
export function sketchOf(title: string, text: string): Sketch {
  const { shingles, numbers } = readShingles(text);
  if (shingles.length < fewestShingles) return { kind: 'exact', hash: contentHash(title, text).slice(0, 32) };
  const short = [...new Set(numbers.map((hash) => hash >>> 16))].sort((a, b) => a - b);
  return {
    kind: 'shingles',
    hashes: sample(shingles, sketchSize),
    numbers: Uint16Array.from(short.slice(0, numberSize)),
  };
}

/** The keys under which a sketch is filed and looked for; only of one that was not read again. */
export function bandsOf(sketch: Sketch): string[] {
  if (sketch.kind === 'exact') return [`x${sketch.hash}`];
  return [...sketch.hashes.toSorted().subarray(0, bandCount)].map(
    (hash) => `s${(mix(hash) >>> 2).toString(36)}`,
  );
}

/** A sketch as text, at most 494 characters; `readSketch` reads it. */
export function writeSketch(sketch: Sketch): string {
  if (sketch.kind === 'exact') return `x:${sketch.hash}`;
  const bytes = Buffer.alloc(sketch.hashes.length * 3);
  sketch.hashes.forEach((hash, index) => bytes.writeUIntBE(hash >>> 8, index * 3, 3));
  const numbers = Buffer.alloc(sketch.numbers.length * 2);
  sketch.numbers.forEach((number, index) => numbers.writeUInt16BE(number, index * 2));
  return `n:${bytes.toString('base64')}:${numbers.toString('base64url')}`;
}

/** Reads what `writeSketch` wrote; undefined for anything else, such as the payload of another version. */
export function readSketch(payload: string): Sketch | undefined {
  if (payload.startsWith('x:')) return { kind: 'exact', hash: payload.slice(2) };
  if (!payload.startsWith('n:')) return undefined;
  const [shingles = '', digits = ''] = payload.slice(2).split(':');
  const bytes = Buffer.from(shingles, 'base64');
  const short = Buffer.from(digits, 'base64url');
  if (bytes.length === 0 || bytes.length % 3 !== 0 || bytes.length > sketchSize * 3 || short.length % 2 !== 0)
    return undefined;
  const hashes = new Uint32Array(bytes.length / 3);
  for (let index = 0, at = 0; index < hashes.length; index += 1, at += 3)
    hashes[index] = ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8);
  const numbers = new Uint16Array(short.length / 2);
  for (let index = 0; index < numbers.length; index += 1)
    numbers[index] = ((short[index * 2] ?? 0) << 8) | (short[index * 2 + 1] ?? 0);
  return { kind: 'shingles', hashes, numbers };
}
