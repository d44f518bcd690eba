import type { Token } from './read-tokens.ts';

/**
 * Tokens that may make a phrase together: the longest noun phrases, without what stands before and behind
 * them.
 */
export interface Run {
  /** Where the first one stands, in tokens of the text, and where the run ends. */
  readonly start: number;
  readonly end: number;
}

const isPerson = (token: Token | undefined): boolean => token?.named === 'person';

/**
 * Runs of a script that parts no words, parted at the people in them. Of what stands before somebody, an office, the
 * body is kept that has it: `煤气公司主席`; where offices follow, nothing of what stands behind: `大谷選手`.
 */
export function partAtPeople(
  tokens: readonly Token[],
  { start, end }: Run,
  officesFollow: boolean,
): readonly Run[] {
  const runs: Run[] = [];
  let from = start;
  let endOfBody = start;
  for (let at = start; at < end; at += 1) {
    if (tokens[at]?.named === undefined) continue;
    endOfBody = at + 1;
    if (!isPerson(tokens[at])) continue;
    let body = at;
    while (body > from && tokens[body - 1]?.named === undefined) body -= 1;
    if (body > from) runs.push({ start: from, end: body });
    runs.push({ start: at, end: at + 1 });
    from = at + 1;
  }
  const rest = officesFollow && from > start ? endOfBody : end;
  if (from < rest) runs.push({ start: from, end: rest });
  return runs;
}
