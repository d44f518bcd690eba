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
}

function rank<T extends Candidate>(candidates: readonly T[], rows: Float32Array, width: number, score: TreeScore): Ranked<T>[] {
  return candidates.map((candidate, index) => ({ candidate, score: score(rows, index * width) })).sort((a, b) => b.score - a.score);
}

/** Titles, the best first. */
export function rankTitles(view: PageView, score: TreeScore): Ranked[] {
  const { candidates, rows } = titleCandidates(view);
  return rank(candidates, rows, titleFeatureCount, score);
}

/** Days of publication, the best first. */
export function rankDates(view: PageView, score: TreeScore): Ranked<DateCandidate>[] {
  const { candidates, rows } = dateCandidates(view);
  return rank(candidates, rows, dateFeatureCount, score);
}

/** Names, the likeliest author first. */
export function rankAuthors(view: PageView, score: TreeScore): Ranked[] {
  const { candidates, rows } = authorCandidates(view);
  return rank(candidates, rows, authorFeatureCount, score);
}
