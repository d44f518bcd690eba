import { editDistance } from '@newsmill/text';

/** A mistake in a source file. Lines and columns count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Where in the file, such as `channels[0].url`; empty for the whole file. */
  readonly path: string;
  readonly message: string;
  /** What was found, shortened. */
  readonly found?: string;
  /** What is allowed there. */
  readonly allowed?: string;
  /** What was probably meant. */
  readonly suggestion?: string;
}

/** What is wrong, what is allowed and what was probably meant, without the place in the text. */
export function problemWords(problem: Problem): string {
  const found = problem.found === undefined ? '' : `; found ${problem.found}`;
  const allowed = problem.allowed === undefined ? '' : `; allowed: ${problem.allowed}`;
  const meant = problem.suggestion === undefined ? '' : `; did you mean ${problem.suggestion}?`;
  const path = problem.path === '' ? '' : `${problem.path}: `;
  return `${path}${problem.message}${found}${allowed}${meant}`;
}

/** One line for people and editors: `file:line:column message`. */
export function formatProblem(problem: Problem): string {
  return `${problem.file}:${problem.line}:${problem.column} ${problemWords(problem)}`;
}

/** The one of `words` that a mistyped word probably meant; undefined when none is near. */
export function didYouMean(word: string, words: readonly string[]): string | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[-_\s]/g, '');
  const limit = Math.max(1, Math.floor(word.length / 3));
  const ranked = words
    .map((candidate) => ({ candidate, steps: editDistance(plain(word), plain(candidate), limit) }))
    .sort((a, b) => a.steps - b.steps);
  const [nearest] = ranked;
  return nearest !== undefined && nearest.steps <= limit ? nearest.candidate : undefined;
}
