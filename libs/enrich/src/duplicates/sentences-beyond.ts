import type { ShingleSketch } from './compare-sketches.ts';
import { readShingles } from './read-shingles.ts';
import { sketchSize } from './text-sketch.ts';

const mostRead = 50_000;
const mostTold = 8;
const longestTold = 400;
/** A sentence with fewer shingles than this cannot be told from others. */
const fewestShingles = 2;
/** A sentence of which less than this stands in the other text is not in it. */
const sharedAtLeast = 0.34;

const ends = new Set('.!?…。！？؟।');
const closers = new Set('"”’»\')]』」）');

/**
 * Sentences, told by their marks and line breaks alone: the two sides of a comparison are split alike, so a
 * false end does no harm.
 */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  const read = text.slice(0, mostRead);
  let from = 0;
  const take = (to: number) => {
    const sentence = read.slice(from, to).trim();
    if (sentence !== '') sentences.push(sentence);
    from = to;
  };
  for (let at = 0; at < read.length; at += 1) {
    const character = read.charAt(at);
    if (character === '\n') take(at);
    if (!ends.has(character)) continue;
    let after = at + 1;
    while (after < read.length && closers.has(read.charAt(after))) after += 1;
    if (character > '⺀' || after >= read.length || read.charAt(after) <= ' ') take(after);
  }
  take(read.length);
  return sentences;
}

function sentencesMissing(text: string, isThere: (shingle: number) => boolean | undefined): string[] {
  const missing: string[] = [];
  for (const sentence of sentencesOf(text)) {
    let asked = 0;
    let there = 0;
    for (const shingle of readShingles(sentence).shingles) {
      const answer = isThere(shingle);
      if (answer === undefined) continue;
      asked += 1;
      if (answer) there += 1;
    }
    if (asked >= fewestShingles && there < asked * sharedAtLeast)
      missing.push(sentence.slice(0, longestTold));
    if (missing.length === mostTold) break;
  }
  return missing;
}

/**
 * Sentences of a text that the sketch of another text has not; at most eight. Only shingles that the sketch
 * would hold are asked for.
 */
export function sentencesBeyond(text: string, other: ShingleSketch): string[] {
  const known = new Set<number>();
  let greatest = 0;
  for (const hash of other.hashes) {
    known.add(hash >>> 8);
    if (hash > greatest) greatest = hash;
  }
  const limit = other.hashes.length < sketchSize ? 0xffffff : greatest >>> 8;
  return sentencesMissing(text, (shingle) => (shingle >>> 8 > limit ? undefined : known.has(shingle >>> 8)));
}
