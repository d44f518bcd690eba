import { grammarOf, type Grammar, type Role } from './grammar-of.ts';
import { innerEdges } from './inner-edges.ts';
import { partAtPeople, type Run } from './part-at-people.ts';
import type { Token } from './read-tokens.ts';

/** Longest run that is looked at; a longer one is a list. */
const longestRun = 8;
/** What is written as one with a noun and links it (`d'`, `dell'`), and what does behind another link (`l'`). */
const linkingLead = /^(?:d|dell)['’]$/iu;
const articleLead = /^l['’]$/iu;
const determiningLead = /^(?:l|un|dell|all|dall|nell|sull|quest)['’]$/iu;

/** Whether a token may stand with those before it. */
function goesOn({ isJoined, lead }: Token, roleBefore: Role): boolean {
  if (!isJoined) return false;
  if (lead === '') return true;
  return roleBefore === 'l' ? articleLead.test(lead) : linkingLead.test(lead);
}

function roleOfLink({ word }: Token, roleBefore: Role, { links, articles }: Grammar): Role {
  if (roleBefore === 'l') return articles?.has(word.key) === true ? 'l' : '-';
  return roleBefore !== '-' && links?.has(word.key) === true ? 'l' : '-';
}

const hasCapital = /\p{Lu}/u;
/** Whether a noun says what somebody becomes whose name stands before it: `mianowano Jana Morskiego prezesem`. */
const isPredicate = ({ word }: Token, before: Token | undefined, { predicate }: Grammar): boolean =>
  predicate !== undefined &&
  !word.isCapital &&
  hasCapital.test(before?.word.text ?? '') &&
  predicate.test(word.key);

/** Words behind a link among which the head of a name is looked for. */
const farthestHead = 5;

/** Whether a link may be one where it stands: anywhere, or in front of the rest of the name of a body. */
function mayLink(tokens: readonly Token[], at: number, { heads }: Grammar): boolean {
  if (heads === undefined) return true;
  for (let next = at + 1; next <= at + farthestHead; next += 1) {
    const token = tokens[next];
    if (token?.isJoined !== true || !token.word.isMatter) return false;
    if (heads.has(token.word.key)) return true;
  }
  return false;
}

/** Whether a function word begins a name: `New Yorkers`, `First Link`. */
const isLead = ({ word, isFirst }: Token, after: Token | undefined, { leads }: Grammar): boolean =>
  leads !== undefined &&
  word.isCapital &&
  !isFirst &&
  after?.isJoined === true &&
  after.word.isNameLike &&
  after.word.isMatter &&
  leads.has(word.key);

/** The noun phrases of a text, and how each of its tokens stands in them. */
export interface TextRuns {
  readonly runs: readonly Run[];
  readonly roles: readonly Role[];
  /** The language links the parts of a term by words. */
  readonly hasLinks: boolean;
  /** Of each token whether a name goes on beside it, by `goesOn`. */
  readonly edges: Uint8Array;
  /** Whether tokens from `start` to `end` of a run are a phrase by themselves. */
  isPhrase(start: number, end: number): boolean;
  /** Whether what stands before a token makes a noun of it; of every token where the language has no such words. */
  isDetermined(at: number): boolean;
}

/** The noun phrases of a text; where no classes of words are known, runs between stop words. */
export function findRuns(tokens: readonly Token[], language: string): TextRuns {
  const grammar = grammarOf(language);
  const runs: Run[] = [];
  const roles: Role[] = [];
  let start = 0;
  /** Where the run ends, and where it would if it ended well. */
  let end = 0;
  let goodEnd = 0;
  let hasNoun = false;
  const close = (index: number): void => {
    if (goodEnd > start)
      runs.push(...partAtPeople(tokens, { start, end: goodEnd }, grammar.officesFollow === true));
    start = index;
    end = index;
    goodEnd = index;
    hasNoun = false;
  };
  tokens.forEach((token, index) => {
    const roleBefore = (end > start ? roles[index - 1] : undefined) ?? '-';
    const isGoingOn = goesOn(token, roleBefore);
    const role =
      token.named !== undefined
        ? 'n'
        : token.word.isMatter
          ? grammar.roleOf(
              token,
              { before: tokens[index - 1], after: tokens[index + 1], next: tokens[index + 2], roleBefore },
              grammar,
            )
          : isLead(token, tokens[index + 1], grammar)
            ? 'n'
            : isGoingOn && hasNoun && mayLink(tokens, index, grammar)
              ? roleOfLink(token, roleBefore, grammar)
              : '-';
    roles[index] = role;
    const isNew =
      roleBefore === 'n' &&
      ((role === 'j' && grammar.adjectivesLead === true) ||
        (role === 'n' && isPredicate(token, tokens[index - 1], grammar)));
    if (!isGoingOn || role === '-' || end - start === longestRun || isNew) close(index);
    if (role === '-' || (role === 'l' && end === start)) return;
    if (end === start) start = index;
    end = index + 1;
    hasNoun ||= role === 'n';
    if (role === 'n' || (role === 'j' && hasNoun && grammar.adjectivesFollow === true)) goodEnd = end;
  });
  close(tokens.length);
  const { heads, notFirst, notLast } = grammar;
  const isPhrase = (from: number, to: number): boolean => {
    const last = roles[to - 1];
    if (roles[from] === 'l' || last === 'l') return false;
    if (tokens[from]?.isTight === true && notFirst?.has(tokens[from].word.key) === true) return false;
    if (notLast?.has(tokens[to - 1]?.word.key ?? '') === true) return false;
    if (roles[from] === 'j' && grammar.signsFollow === true) return false;
    if (last === 'n' && heads !== undefined && roles.slice(from, to).includes('l'))
      return heads.has(tokens[to - 1]?.word.key ?? '');
    if (last === 'n') return true;
    return grammar.adjectivesFollow === true && roles.slice(from, to).includes('n');
  };
  const { determiners } = grammar;
  const isDetermined = (at: number): boolean =>
    determiners === undefined ||
    determiningLead.test(tokens[at]?.lead ?? '') ||
    (tokens[at]?.isJoined === true && determiners.has(tokens[at - 1]?.word.key ?? ''));
  const { links } = grammar;
  return {
    runs,
    roles,
    hasLinks: links !== undefined,
    edges: innerEdges(tokens, grammar),
    isPhrase,
    isDetermined,
  };
}
