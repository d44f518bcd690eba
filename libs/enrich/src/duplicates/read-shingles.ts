/** Distinct shingles of a text in the order of their first place, and its distinct numbers; 32-bit hashes. */
export interface Shingles {
  readonly shingles: Uint32Array;
  readonly numbers: Uint32Array;
}

/** What lies behind is not compared: UTF-16 units. */
const mostRead = 200_000;
/** A shingle is full at this width: a spaced word counts two, an unspaced character one. */
const shingleWidth = 8;

const none = 1;
const letter = 2;
const digit = 3;
/** A character of a script without spaces: a word of its own. */
const unspaced = 4;

const isUnspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const isLetter = /^[\p{L}\p{M}]/u;
const isDigit = /^\p{N}/u;

/** Class of each UTF-16 unit; zero where it was not asked for yet. */
const classes = new Uint8Array(65_536);

function classify(character: string): number {
  if (isDigit.test(character)) return digit;
  if (isUnspaced.test(character)) return unspaced;
  return isLetter.test(character) ? letter : none;
}

function classOf(unit: number): number {
  const known = classes[unit] ?? none;
  if (known !== 0) return known;
  // Characters beyond the first plane (rare ideographs, pictures) are parted into halves, which are read as
  // letters of one word.
  const found = unit >= 0xd800 && unit <= 0xdfff ? letter : classify(String.fromCharCode(unit));
  classes[unit] = found;
  return found;
}

/** Final step of MurmurHash3: spreads what the sums before it left in the low bits. */
export function mix(value: number): number {
  let h = value ^ (value >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The distinct values in the order of their first place. */
function distinct(values: Uint32Array): Uint32Array {
  const mask = 2 ** Math.ceil(Math.log2(values.length * 2 + 2)) - 1;
  const slots = new Int32Array(mask + 1);
  const kept = new Uint32Array(values.length);
  let count = 0;
  for (const value of values) {
    let slot = Math.imul(value, 0x9e3779b1) & mask;
    while (slots[slot] !== 0 && kept[(slots[slot] ?? 0) - 1] !== value) slot = (slot + 1) & mask;
    if (slots[slot] !== 0) continue;
    kept[count] = value;
    count += 1;
    slots[slot] = count;
  }
  return kept.slice(0, count);
}

/** Hashes of the words (FNV-1a over UTF-16 units) with their widths, and of the numbers, in their order. */
function readWords(plain: string): {
  readonly words: Uint32Array;
  readonly widths: Uint8Array;
  readonly numbers: Uint32Array;
} {
  const words = new Uint32Array(plain.length);
  const widths = new Uint8Array(plain.length);
  const numbers = new Uint32Array((plain.length >> 1) + 1);
  let wordCount = 0;
  let numberCount = 0;
  let hash = 0;
  let first = none;
  for (let at = 0; at <= plain.length; at += 1) {
    const unit = at < plain.length ? plain.charCodeAt(at) : 0x20;
    const kind = classOf(unit);
    const goesOn = kind === letter || kind === digit;
    if (!goesOn && first !== none) {
      if (first === digit) numbers[numberCount++] = mix(hash);
      else {
        words[wordCount] = hash;
        widths[wordCount++] = 2;
      }
      first = none;
    }
    if (kind === unspaced) {
      words[wordCount] = Math.imul(2166136261 ^ unit, 16777619) >>> 0;
      widths[wordCount++] = 1;
    }
    if (!goesOn) continue;
    hash = Math.imul((first === none ? 2166136261 : hash) ^ unit, 16777619) >>> 0;
    if (first === none) first = kind;
  }
  return {
    words: words.subarray(0, wordCount),
    widths: widths.subarray(0, wordCount),
    numbers: numbers.subarray(0, numberCount),
  };
}

/**
 * Runs of four words (eight characters where words are not spaced). Numbers are left out of them and told
 * apart: an update of a story changes its numbers and little else, and a report that comes every day changes
 * nothing but them.
 */
export function readShingles(text: string): Shingles {
  const plain = text
    .slice(0, mostRead)
    .normalize('NFKC')
    .toLowerCase()
    .slice(0, 2 * mostRead);
  const { words, widths, numbers } = readWords(plain);
  const shingles = new Uint32Array(words.length);
  let count = 0;
  for (let start = 0; start < words.length; start += 1) {
    let hash = 17;
    let width = 0;
    for (let at = start; at < words.length && width < shingleWidth; at += 1) {
      hash = mix((Math.imul(hash, 31) + (words[at] ?? 0)) | 0);
      width += widths[at] ?? 0;
    }
    if (width < shingleWidth) break;
    shingles[count] = hash;
    count += 1;
  }
  return { shingles: distinct(shingles.subarray(0, count)), numbers: distinct(numbers) };
}
