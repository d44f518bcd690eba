import { readTerms } from '../stories/read-terms.ts';
import { rarityOf } from '../stories/word-rarity.ts';

/** The rarest words of a headline, 16 bits of a hash each, upwards. */
export type TitleSketch = Uint16Array;

/** Greatest number of words that are remembered of a headline. */
const mostWords = 8;
/** Headlines that share this part of the words of the one with fewer name the same matter. */
const sameShare = 0.5;

export function titleSketchOf(title: string): TitleSketch {
  const rarest = readTerms({ title, text: '' })
    .map(({ hash }) => ({ hash, rarity: rarityOf(hash) }))
    .sort((a, b) => b.rarity - a.rarity || a.hash - b.hash)
    .slice(0, mostWords);
  return Uint16Array.from(rarest, ({ hash }) => hash >>> 16).sort();
}

/** Whether two headlines have most of their telling words in common; undefined where one has none. */
export function isSameTitle(one: TitleSketch, other: TitleSketch): boolean | undefined {
  const fewer = Math.min(one.length, other.length);
  if (fewer === 0) return undefined;
  return one.filter((word) => other.includes(word)).length >= sameShare * fewer;
}

/**
 * A text tells of a headline when it has this share of the telling words; most of a headline stands in its own text.
 */
const toldShare = 0.3;

/** What lies behind is not searched for a headline; UTF-16 units. */
const mostSearched = 20_000;
/** `readTerms` reads this much of a text. */
const partLength = 2_500;

/** Answers whether a text tells of a headline: notices and lists that stand in place of an article tell of none. */
export function tellsOf(text: string): (title: TitleSketch) => boolean {
  const words = new Set<number>();
  for (let from = 0; from < Math.min(text.length, mostSearched); from += partLength)
    for (const { hash } of readTerms({ title: '', text: text.slice(from, from + partLength) }))
      words.add(hash >>> 16);
  return (title) => title.filter((word) => words.has(word)).length >= toldShare * title.length;
}

/** A headline as text, at most 24 characters. */
export function writeTitleSketch(title: TitleSketch): string {
  const bytes = Buffer.alloc(title.length * 2);
  title.forEach((word, at) => bytes.writeUInt16BE(word, at * 2));
  return `t:${bytes.toString('base64')}`;
}

/** Reads what `writeTitleSketch` wrote; undefined for anything else. */
export function readTitleSketch(text: string): TitleSketch | undefined {
  if (!text.startsWith('t:')) return undefined;
  const bytes = Buffer.from(text.slice(2), 'base64');
  if (bytes.length === 0 || bytes.length % 2 !== 0 || bytes.length > mostWords * 2) return undefined;
  const title = new Uint16Array(bytes.length / 2);
  for (let at = 0; at < title.length; at += 1) title[at] = bytes.readUInt16BE(at * 2);
  return title;
}
