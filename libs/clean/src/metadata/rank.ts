import type { TreeScore } from '../model/boosted-trees.ts';
import { authorCandidates, authorFeatureCount } from './authors.ts';
import type { Candidate } from './candidates.ts';
import { dateCandidates, dateFeatureCount, type DateCandidate } from './dates.ts';
import type { PageView } from './page-view.ts';
import { titleCandidates, titleFeatureCount } from './title.ts';

/** A candidate with the log-odds that the ranker gives it. */
export interface Ranked<T extends Candidate = Candidate> {
  readonly candidate: T;
  readonly score: number;
  /** Place among the candidates in the order in which the page gives them. */
  readonly order: number;
}

function rank<T extends Candidate>(
  candidates: readonly T[],
  rows: Float32Array,
  width: number,
  score: TreeScore,
): Ranked<T>[] {
  return candidates
    .map((candidate, index) => ({ candidate, score: score(rows, index * width), order: index }))
    .sort((a, b) => b.score - a.score);
}

/**
 * Scores of candidates of which one at most is right become log-odds: each against all others and "none of
 * these", whose score is 0.
 */
function rankOne<T extends Candidate>(
  candidates: readonly T[],
  rows: Float32Array,
  width: number,
  score: TreeScore,
): Ranked<T>[] {
  const ranked = rank(candidates, rows, width, score);
  const top = Math.max(0, ranked[0]?.score ?? 0);
  const total = ranked.reduce((sum, one) => sum + Math.exp(one.score - top), Math.exp(-top));
  return ranked.map((one) => {
    const own = Math.exp(one.score - top);
    return {
      ...one,
      score: Math.max(-20, Math.min(20, Math.log(own / Math.max(total - own, 1e-9)))),
    };
  });
}

/** Titles, the best first. */
export function rankTitles(view: PageView, score: TreeScore): Ranked[] {
  const { candidates, rows } = titleCandidates(view);
  return rankOne(candidates, rows, titleFeatureCount, score);
}

/** Days of publication, the best first. */
export function rankDates(view: PageView, score: TreeScore): Ranked<DateCandidate>[] {
  const { candidates, rows } = dateCandidates(view);
  return rankOne(candidates, rows, dateFeatureCount, score);
}

/** Names, the likeliest author first. */
export function rankAuthors(view: PageView, score: TreeScore): Ranked[] {
  const { candidates, rows } = authorCandidates(view);
  return rank(candidates, rows, authorFeatureCount, score);
}
