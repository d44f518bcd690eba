import { normalForm } from './candidates.ts';
import type { Ranked } from './rank.ts';

/** Log-odds above which the likeliest name is taken for an author; further names need more, and not much less than the first. */
const firstAuthorLimit = -1.3;
const moreAuthorsLimit = -0.8;
const authorGap = 2.5;
const mostAuthors = 12;

/** Whether one name is the other with more words, or without its spaces: `Ada` and `Ada Moss`, `adamoss` and `Ada Moss`. */
function isSameAuthor(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one) || one.replaceAll(' ', '') === other.replaceAll(' ', '');
}

/** The likely names, each person once; the publisher is no author where people are named. */
export function chooseAuthors(ranked: readonly Ranked[], publisher: string): Ranked[] {
  const top = ranked[0]?.score ?? -9;
  const likely: Ranked[] = [];
  for (const one of ranked) {
    const isLikely = likely.length === 0 ? one.score > firstAuthorLimit : one.score > moreAuthorsLimit && one.score > top - authorGap;
    if (isLikely && likely.length < mostAuthors && !likely.some((known) => isSameAuthor(known.candidate.key, one.candidate.key))) likely.push(one);
  }
  const people = likely.filter((one) => one.candidate.key !== normalForm(publisher));
  return people.length > 0 ? people : likely;
}
