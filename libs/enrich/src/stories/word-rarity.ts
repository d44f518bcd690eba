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

/**
 * How much a word tells: the logarithm of how seldom texts have it, of news in all languages together. A word
 * that no background text has tells the most.
 */
export function rarityOf(hash: number): number {
  const { words, scale, unknown } = rarities();
  const wanted = hash >>> 8;
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? 0) >>> 8 < wanted) low = middle + 1;
    else high = middle;
  }
  const found = words[low] ?? 0;
  return low < words.length && found >>> 8 === wanted ? (found & 255) / scale : unknown;
}
