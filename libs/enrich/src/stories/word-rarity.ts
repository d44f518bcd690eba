import { wordRarities } from '../weights/word-rarities.ts';

let known: Map<number, number> | undefined;

/** Decoded at first use: three bytes of hash and one of rarity for each word. */
function decode(): Map<number, number> {
  const bytes = Buffer.from(wordRarities.words, 'base64');
  const rarities = new Map<number, number>();
  for (let at = 0; at + 3 < bytes.length; at += 4)
    rarities.set(bytes.readUIntBE(at, 3), (bytes[at + 3] ?? 0) / wordRarities.scale);
  return rarities;
}

/** How much a word tells: the logarithm of how seldom texts have it, of news in all languages together. A word that no background text has tells the most. */
export function rarityOf(hash: number): number {
  known ??= decode();
  return known.get(hash >>> 8) ?? wordRarities.unknown;
}
