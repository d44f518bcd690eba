import { loadModel } from '@newsmill/models';

interface Rarities {
  /** Ascending: 24 bits of the hash of a word, then eight of its rarity. */
  readonly words: Uint32Array;
  readonly scale: number;
  readonly unknown: number;
}

let loaded: Rarities | undefined;

function rarities(): Rarities {
  if (loaded !== undefined) return loaded;
  const model = loadModel('word-rarities');
  return (loaded = {
    words: model.uint32('words'),
    scale: model.number('scale'),
    unknown: model.number('unknown'),
  });
}

/** Bits of a hash that a word keeps. */
const keptBits = 24;
/** Words of one line of a processor's cache. */
const nearest = 16;

/** Bounds between which the first word stands that is not below `wanted`: hashes are spread evenly, so it is near. */
function placeNear(words: Uint32Array, wanted: number): { low: number; high: number } {
  const keyAt = (place: number): number => (words[place] ?? 0) >>> (32 - keptBits);
  let low = Math.floor((wanted / 2 ** keptBits) * words.length);
  let high = low;
  for (let step = nearest; low > 0 && keyAt(low) >= wanted; step *= 2) {
    high = low;
    low = Math.max(0, low - step);
  }
  for (let step = nearest; high < words.length && keyAt(high) < wanted; step *= 2) {
    low = high;
    high = Math.min(words.length, high + step);
  }
  return { low, high };
}

/**
 * How much a word tells: the logarithm of how seldom texts have it, of news in all languages together. A word
 * that no background text has tells the most.
 */
export function rarityOf(hash: number): number {
  const { words, scale, unknown } = rarities();
  const wanted = hash >>> 8;
  const at = placeNear(words, wanted);
  let low = at.low;
  let high = at.high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? 0) >>> 8 < wanted) low = middle + 1;
    else high = middle;
  }
  const found = words[low] ?? 0;
  return low < words.length && found >>> 8 === wanted ? (found & 255) / scale : unknown;
}

/** The rarity of a word that no background text has: the greatest. */
export function unknownRarity(): number {
  return rarities().unknown;
}
