import { sentencesOf } from '../../libs/enrich/src/duplicates/sentences-beyond.ts';
import { plainOf } from './read-pages.ts';

/** A text as pairs are labelled by it. */
export interface Labelled {
  readonly site: string;
  readonly title: string;
  readonly body: string;
}

export type Label = 'copy' | 'other' | 'unsure';
/** Judges two texts of those that it was made for, told by their bodies. */
export type Labeller = (one: Labelled, other: Labelled) => Label;

/** Shorter sentences stand in many texts. */
const shortest = 25;
const shortestUnspaced = 10;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** A sentence under so many headlines of one site belongs to the site. */
const siteFrom = 3;
/** From this share of the shorter text on one is made of the other, below that they are two articles. */
const copyFrom = 0.5;
const otherBelow = 0.2;

function sentences(body: string): Set<string> {
  return new Set(
    sentencesOf(body)
      .map(plainOf)
      .filter((text) => text.length >= (unspaced.test(text) ? shortestUnspaced : shortest)),
  );
}

const lengthOf = (texts: Iterable<string>) => [...texts].reduce((sum, text) => sum + text.length, 0);

/**
 * Labels pairs by whole sentences that their bodies share, without those that a site prints under three of its
 * headlines or more: at least half of the shorter body is a copy, less than a fifth is none, and what lies
 * between is not judged.
 */
export function labeller(all: readonly Labelled[]): Labeller {
  const headlines = new Map<string, Set<string>>();
  const known = new Map(all.map(({ body }) => [body, sentences(body)]));
  for (const { site, title, body } of all) {
    const headline = plainOf(title);
    for (const sentence of known.get(body) ?? []) {
      const key = `${site}\n${sentence}`;
      const titles = headlines.get(key) ?? new Set();
      headlines.set(key, titles.add(headline));
    }
  }
  const ownOf = ({ site, body }: Labelled) =>
    [...(known.get(body) ?? [])].filter(
      (sentence) => (headlines.get(`${site}\n${sentence}`)?.size ?? 0) < siteFrom,
    );
  return (one, other) => {
    const [mine, theirs] = [new Set(ownOf(one)), new Set(ownOf(other))];
    const shared = lengthOf([...mine].filter((sentence) => theirs.has(sentence)));
    const share = shared / Math.max(1, Math.min(lengthOf(mine), lengthOf(theirs)));
    if (share >= copyFrom) return 'copy';
    return share < otherBelow ? 'other' : 'unsure';
  };
}
