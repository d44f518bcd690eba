import type { Token } from './read-tokens.ts';
import { stopWordsOf } from './stop-words.ts';
import { wordClassOf } from './word-classes.ts';

/**
 * Tokens that may make a phrase together: the longest noun phrases, without what stands before and behind
 * them.
 */
export interface Run {
  readonly tokens: readonly Token[];
  /** Where the first one stands, in tokens of the text. */
  readonly at: number;
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

const isCapital = (token: Token): boolean => /^\p{Lu}/u.test(token.text);

/** Whether a token stands in a phrase as its head (`n`), before a head (`j`), or not at all (`-`). */
type Role = 'n' | 'j' | '-';

function roleInEnglish(token: Token, before: Token | undefined, roleBefore: Role): Role {
  if (isCapital(token) && !token.isFirst) return 'n';
  const kind = wordClassOf(token.key);
  if (kind === 'n') return 'n';
  if (kind === 'b') return before !== undefined && verbSigns.has(before.key) ? '-' : 'n';
  if (kind === 'j') return 'j';
  // After a noun a participle is the verb of the sentence; before one it belongs to the phrase.
  if (kind === 'd') return token.isJoined && roleBefore === 'n' ? '-' : 'j';
  if (kind === 'v' && before !== undefined && nounSigns.has(before.key)) return 'n';
  return kind === 'g' ? 'j' : '-';
}

/** The noun phrases of a text; where no classes of words are known, runs between stop words. */
export function findRuns(tokens: readonly Token[], language: string): Run[] {
  const stops = stopWordsOf(language);
  const isEnglish = language === 'en';
  const runs: Run[] = [];
  let run: Token[] = [];
  let heads = 0;
  let at = 0;
  let roleBefore: Role = '-';
  const close = (): void => {
    if (heads > 0) runs.push({ tokens: run.slice(0, heads), at });
    run = [];
    heads = 0;
  };
  tokens.forEach((token, index) => {
    const isMatter = token.key.length > 1 && !stops.has(token.key) && /\p{L}/u.test(token.key);
    const role: Role = !isMatter
      ? '-'
      : isEnglish
        ? roleInEnglish(token, tokens[index - 1], roleBefore)
        : 'n';
    if (!token.isJoined || role === '-' || run.length === longestRun || (role === 'j' && roleBefore === 'n'))
      close();
    roleBefore = role;
    if (role === '-') return;
    if (run.length === 0) at = index;
    run.push(token);
    if (role === 'n') heads = run.length;
  });
  close();
  return runs;
}
