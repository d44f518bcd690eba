import { readTerms, type StoryText } from './read-terms.ts';
import { rarityOf } from './word-rarity.ts';

/**
 * What is remembered of an article to find others on the same event: its most telling words, tf-idf weighted.
 */
export interface StorySketch {
  /** 24 bits each, upwards. */
  readonly hashes: Uint32Array;
  /** 0 to 127, in the order of the hashes; 128 more for a name. */
  readonly weights: Uint8Array;
}

/** Greatest number of terms in a sketch. */
const mostTerms = 56;
/** With fewer terms an article says too little to tell its event. */
const fewestTerms = 10;
/** Terms under which an article is filed. */
const bandCount = 10;
const nameBit = 128;
const nameFactor = 1.4;
/** Rare words count more than their rarity says. */
const rarityPower = 1.3;

/** The story sketch of an article; without terms where the article says too little. */
export function storySketchOf(article: StoryText): StorySketch {
  const weighted = readTerms(article).map(({ hash, count, isName }) => ({
    hash: hash >>> 8,
    isName,
    weight: (1 + Math.log(count)) * rarityOf(hash) ** rarityPower * (isName ? nameFactor : 1),
  }));
  const best = weighted.sort((a, b) => b.weight - a.weight || a.hash - b.hash).slice(0, mostTerms);
  const most = best[0]?.weight ?? 1;
  const kept =
    best.length < fewestTerms ? [] : best.filter(({ weight }) => weight > 0).sort((a, b) => a.hash - b.hash);
  return {
    hashes: Uint32Array.from(kept, ({ hash }) => hash),
    weights: Uint8Array.from(
      kept,
      ({ weight, isName }) => Math.max(1, Math.round((weight / most) * 127)) + (isName ? nameBit : 0),
    ),
  };
}

/** Weight of a term without its mark, and whether it is a name. */
export const weightOf = (weight: number) => weight & (nameBit - 1);
export const isName = (weight: number) => weight >= nameBit;

/** The keys under which a story sketch is filed and looked for: its heaviest terms. */
export function storyBandsOf({ hashes, weights }: StorySketch): string[] {
  const order = Array.from(hashes, (hash, at) => ({ hash, weight: weightOf(weights[at] ?? 0) })).sort(
    (a, b) => b.weight - a.weight || a.hash - b.hash,
  );
  return order.slice(0, bandCount).map(({ hash }) => `t${hash.toString(36)}`);
}

/** A story sketch as text, at most 302 characters. */
export function writeStorySketch({ hashes, weights }: StorySketch): string {
  const bytes = Buffer.alloc(hashes.length * 4);
  hashes.forEach((hash, at) => {
    bytes.writeUIntBE(hash, at * 4, 3);
    bytes[at * 4 + 3] = weights[at] ?? 0;
  });
  return `w:${bytes.toString('base64')}`;
}

/** Reads what `writeStorySketch` wrote; undefined for anything else. */
export function readStorySketch(text: string): StorySketch | undefined {
  if (!text.startsWith('w:')) return undefined;
  const bytes = Buffer.from(text.slice(2), 'base64');
  if (bytes.length % 4 !== 0 || bytes.length > mostTerms * 4) return undefined;
  const hashes = new Uint32Array(bytes.length / 4);
  const weights = new Uint8Array(hashes.length);
  for (let index = 0, at = 0; index < hashes.length; index += 1, at += 4) {
    hashes[index] = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    weights[index] = bytes[at + 3] ?? 0;
  }
  return { hashes, weights };
}
