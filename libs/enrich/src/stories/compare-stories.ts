import type { TitleSketch } from '../duplicates/title-sketch.ts';
import { isName, weightOf, type StorySketch } from './story-sketch.ts';

/** Share of the likeness that names make. */
const nameShare = 0.15;
/**
 * Articles with fewer terms in common tell of one topic at most; of short ones, less than this share of their
 * terms.
 */
const fewestCommon = 7;
const leastShare = 0.4;
/**
 * Width of the bell of time (Miranda et al. 2018 compare times so): articles three days apart are 0.6 as
 * like.
 */
const spreadMs = 3 * 86_400_000;

/** What a sketch brings to every comparison. */
interface Norms {
  readonly all: number;
  readonly names: number;
}

function normsOf({ weights }: StorySketch): Norms {
  let all = 0;
  let names = 0;
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at] ?? 0;
    const square = weightOf(weight) * weightOf(weight);
    all += square;
    if (isName(weight)) names += square;
  }
  return { all: Math.sqrt(all), names: Math.sqrt(names) };
}

/** Cosine of all terms and of the names alone; none where too few terms are common. */
function termLikeness(a: StorySketch, b: StorySketch): number {
  let common = 0;
  let all = 0;
  let names = 0;
  for (let i = 0, j = 0; i < a.hashes.length && j < b.hashes.length; ) {
    const x = a.hashes[i] ?? 0;
    const y = b.hashes[j] ?? 0;
    if (x === y) {
      const p = a.weights[i] ?? 0;
      const q = b.weights[j] ?? 0;
      const product = weightOf(p) * weightOf(q);
      common += 1;
      all += product;
      if (isName(p) && isName(q)) names += product;
    }
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  if (common < Math.min(fewestCommon, Math.ceil(leastShare * Math.min(a.hashes.length, b.hashes.length))))
    return 0;
  const m = normsOf(a);
  const n = normsOf(b);
  const cosine = all / Math.max(1, m.all * n.all);
  if (m.names === 0 || n.names === 0) return cosine;
  return (1 - nameShare) * cosine + nameShare * (names / (m.names * n.names));
}

/** Share of the telling words of a headline that are among the terms of another article. */
export function headlineBond(title: TitleSketch, { hashes }: StorySketch): number {
  const told = title.filter((word) => hashes.some((hash) => hash >>> 8 === word));
  return told.length / Math.max(1, title.length);
}

/**
 * How likely two articles tell of the same event, 0 to 1: common telling words and names, less the further
 * apart in time.
 */
export function storyLikeness(a: StorySketch, b: StorySketch, apartMs: number): number {
  return termLikeness(a, b) * Math.exp(-((apartMs / spreadMs) ** 2) / 2);
}
