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

/** One line for people and editors: `file:line:column message`. */
export function formatProblem(problem: Problem): string {
  const found = problem.found === undefined ? '' : `; found ${problem.found}`;
  const allowed = problem.allowed === undefined ? '' : `; allowed: ${problem.allowed}`;
  const meant = problem.suggestion === undefined ? '' : `; did you mean ${problem.suggestion}?`;
  const path = problem.path === '' ? '' : `${problem.path}: `;
  return `${problem.file}:${problem.line}:${problem.column} ${path}${problem.message}${found}${allowed}${meant}`;
}

/** Number of single changes (also swapped neighbours) between two words, at most `limit` + 1. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous: number[] = [];
  let current = Array.from({ length: b.length + 1 }, (_value, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const before = previous;
    previous = current;
    current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1)) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      current[j] = best;
    }
  }
  return current[b.length] ?? limit + 1;
}

/** The one of `words` that a mistyped word probably meant; undefined when none is near. */
export function didYouMean(word: string, words: readonly string[]): string | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[-_\s]/g, '');
  const limit = Math.max(1, Math.floor(word.length / 3));
  const ranked = words.map((candidate) => ({ candidate, steps: distance(plain(word), plain(candidate), limit) })).sort((a, b) => a.steps - b.steps);
  const [nearest] = ranked;
  return nearest !== undefined && nearest.steps <= limit ? nearest.candidate : undefined;
}
