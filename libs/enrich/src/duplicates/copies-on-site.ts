import { shinglesUpTo, type ShingleSketch, limitOf } from './compare-sketches.ts';
import { isSameTitle, type TitleSketch } from './title-sketch.ts';
import type { Sketch } from './text-sketch.ts';

/** An article of the site: its text, and its headline where it is known. */
export interface OnSite {
  readonly sketch: Sketch;
  readonly title?: TitleSketch;
}

/** What stands under so many headlines of a site, the own one among them, belongs to the site. */
const siteFrom = 3;
/** With fewer shingles left there is nothing to judge by. */
const fewestLeft = 8;
/**
 * Most of the shorter text that may stand in one place of it where the other has something else. What every page of a
 * site shows leaves each article its own body in one place; who revises a text replaces a sentence here and there.
 */
const mostReplaced = 0.12;
/** A new lead, in shingles, may be more than that of a short text; still not more than this part of it. */
const leadLength = 40;
const leadShare = 0.3;
/** The same under another headline. */
const mostReplacedRetitled = 0.03;
/** Share of both texts that is common where the headlines differ. */
const retitledShare = 0.7;
const leastShare = 0.6;

/** Pairs of places of the common shingles that rise in both texts: the longest such chain, by patience sorting. */
function chainOf(mine: readonly number[], theirs: readonly number[]): (readonly [number, number])[] {
  const placeOf = new Map(mine.map((shingle, place) => [shingle, place]));
  const tops: number[] = [];
  const before: number[] = [];
  const pairs: (readonly [number, number])[] = [];
  theirs.forEach((shingle, there) => {
    const here = placeOf.get(shingle);
    if (here === undefined) return;
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.[0] ?? 0) < here) low = middle + 1;
      else high = middle;
    }
    before.push(low === 0 ? -1 : (tops[low - 1] ?? -1));
    tops[low] = pairs.length;
    pairs.push([here, there]);
  });
  const chain: (readonly [number, number])[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) chain.push(pair);
  }
  return chain.reverse();
}

/** The most shingles that both texts have in one place, each its own. */
function replacedIn(chain: readonly (readonly [number, number])[], ends: readonly [number, number]): number {
  let most = 0;
  let [here, there] = [-1, -1];
  for (const [nextHere, nextThere] of [...chain, ends]) {
    most = Math.max(most, Math.min(nextHere - here, nextThere - there) - 1);
    [here, there] = [nextHere, nextThere];
  }
  return most;
}

/** Shingles that stand under several headlines of the site. */
function siteShingles(articles: readonly OnSite[]): (shingle: number) => boolean {
  const byHeadline = new Map<string, Set<number>>();
  for (const { sketch, title } of articles) {
    if (sketch.kind === 'exact' || title === undefined) continue;
    const headline = title.join(' ');
    const shingles = byHeadline.get(headline) ?? new Set();
    for (const hash of sketch.hashes) shingles.add(hash >>> 8);
    byHeadline.set(headline, shingles);
  }
  const headlines = new Map<number, number>();
  for (const shingles of byHeadline.values())
    for (const shingle of shingles) headlines.set(shingle, (headlines.get(shingle) ?? 0) + 1);
  return (shingle) => (headlines.get(shingle) ?? 0) >= siteFrom;
}

/**
 * Whether a text that looks like a copy of another of its own site is one: articles of a site share what the site
 * prints on every page, and the first two of it have no third to tell that by.
 */
export function copiesOnSite(own: OnSite, others: readonly OnSite[]): (other: OnSite) => boolean {
  let isOfSite: ((shingle: number) => boolean) | undefined;
  const left = (sketch: ShingleSketch, limit: number) =>
    shinglesUpTo(limit, sketch).filter((shingle) => isOfSite?.(shingle) !== true);
  return ({ sketch, title }) => {
    if (own.sketch.kind === 'exact' || sketch.kind === 'exact') return true;
    isOfSite ??= siteShingles([own, ...others]);
    const limit = Math.min(limitOf(own.sketch.hashes), limitOf(sketch.hashes));
    const [mine, theirs] = [left(own.sketch, limit), left(sketch, limit)];
    const shorter = Math.min(mine.length, theirs.length);
    if (shorter < fewestLeft) return false;
    const chain = chainOf(mine, theirs);
    const replaced = replacedIn(chain, [mine.length, theirs.length]) / shorter;
    const leadOf = (leadLength * (limit + 1)) / 2 ** 24 / shorter;
    const isRetitled =
      own.title !== undefined && title !== undefined && isSameTitle(own.title, title) === false;
    return isRetitled
      ? replaced <= mostReplacedRetitled &&
          chain.length >= retitledShare * Math.max(mine.length, theirs.length)
      : replaced <= Math.max(mostReplaced, Math.min(leadOf, leadShare)) &&
          chain.length >= leastShare * shorter;
  };
}
