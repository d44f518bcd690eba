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

/** Longest run that is looked at; a longer one is a list. */
const longestRun = 8;
const verbSigns = new Set([
  'to',
  'will',
  'would',
  'can',
  'could',
  'may',
  'might',
  'must',
  'should',
  'shall',
  'i',
  'you',
  'he',
  'she',
  'we',
  'they',
  'who',
  'not',
  "don't",
  "didn't",
]);

/** After one of these no verb stands: what is listed as a verb alone is a noun here. */
const nounSigns = new Set([
  'the',
  'a',
  'an',
  'this',
  'his',
  'her',
  'its',
  'their',
  'our',
  'my',
  'your',
  'of',
]);

/** Whether a token stands in a phrase as its head (`n`), before a head (`j`), or not at all (`-`). */
type Role = 'n' | 'j' | '-';

function roleInEnglish(
  { word, isFirst, isJoined }: Token,
  before: Token | undefined,
  roleBefore: Role,
): Role {
  if (word.isCapital && !isFirst) return 'n';
  const { kind } = word;
  if (kind === 'n') return 'n';
  if (kind === 'b') return before !== undefined && verbSigns.has(before.word.key) ? '-' : 'n';
  if (kind === 'j') return 'j';
  // After a noun a participle is the verb of the sentence; before one it belongs to the phrase.
  if (kind === 'd') return isJoined && roleBefore === 'n' ? '-' : 'j';
  if (kind === 'v' && before !== undefined && nounSigns.has(before.word.key)) return 'n';
  return kind === 'g' ? 'j' : '-';
}

/** The noun phrases of a text; where no classes of words are known, runs between stop words. */
export function findRuns(tokens: readonly Token[], language: string): Run[] {
  const isEnglish = language === 'en';
  const runs: Run[] = [];
  let start = 0;
  /** Where the run ends, and where its last head does. */
  let end = 0;
  let headEnd = 0;
  let roleBefore: Role = '-';
  const close = (index: number): void => {
    if (headEnd > start) runs.push({ start, end: headEnd });
    start = index;
    end = index;
    headEnd = index;
  };
  tokens.forEach((token, index) => {
    const role: Role = !token.word.isMatter
      ? '-'
      : isEnglish
        ? roleInEnglish(token, tokens[index - 1], roleBefore)
        : 'n';
    if (!token.isJoined || role === '-' || end - start === longestRun || (role === 'j' && roleBefore === 'n'))
      close(index);
    roleBefore = role;
    if (role === '-') return;
    if (end === start) start = index;
    end = index + 1;
    if (role === 'n') headEnd = end;
  });
  close(tokens.length);
  return runs;
}
