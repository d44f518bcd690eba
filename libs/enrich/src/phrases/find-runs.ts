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

/**
 * How a token stands in a phrase: as a head (`n`), beside one (`j`), as a word that links two (`l`: `de`, `van`,
 * `της`), or not at all (`-`).
 */
export type Role = 'n' | 'j' | 'l' | '-';

/** What a role may depend on beside the token. */
interface Neighbours {
  readonly before: Token | undefined;
  readonly after: Token | undefined;
  readonly roleBefore: Role;
}

function roleInEnglish({ word, isFirst, isJoined }: Token, { before, roleBefore }: Neighbours): Role {
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

/** How German bends an adjective. */
const bent = /(?:e|em|en|er|es)$/u;

/** German nouns have capitals; what has none is an adjective where a noun follows it, else a verb or an adverb. */
function roleInGerman({ word, isFirst }: Token, { after }: Neighbours): Role {
  const leads =
    after?.isJoined === true && after.word.isCapital && after.word.isMatter && bent.test(word.key);
  if (word.isCapital && !(isFirst && leads)) return 'n';
  return leads ? 'j' : '-';
}

/** As its ending tells; within a sentence a capital makes a name of any word. */
function roleByEnding({ word, isFirst }: Token): Role {
  if (word.isCapital && !isFirst) return 'n';
  return word.kind === undefined || word.kind === 'n' ? 'n' : word.kind === 'j' ? 'j' : '-';
}

/** How a language builds noun phrases. */
interface Grammar {
  readonly roleOf: (token: Token, neighbours: Neighbours) => Role;
  /** An adjective may stand behind its noun, and so at the end of a phrase. */
  readonly adjectivesFollow?: boolean;
  /** A lone sign is the end of a word (`省` of `総務省`), and at a beginning the end of one that is cut. */
  readonly signsFollow?: boolean;
  /** None does: one behind a noun begins something new. */
  readonly adjectivesLead?: boolean;
  /** Words that link the parts of a name or a term, and articles that may stand behind these. */
  readonly links?: ReadonlySet<string>;
  readonly articles?: ReadonlySet<string>;
  /** Words that stand before nouns alone, where a language has them. */
  readonly determiners?: ReadonlySet<string>;
}

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const germanic: Grammar = { roleOf: roleByEnding, adjectivesLead: true };
const romance: Grammar = { roleOf: roleByEnding, adjectivesFollow: true };
const other: Grammar = { roleOf: roleByEnding };
const grammars: Readonly<Partial<Record<string, Grammar>>> = {
  en: { roleOf: roleInEnglish, adjectivesLead: true },
  de: { roleOf: roleInGerman, adjectivesLead: true },
  nl: {
    ...germanic,
    links: wordsOf('van'),
    articles: wordsOf('de het'),
    determiners: wordsOf('de het een zijn haar hun deze dit die'),
  },
  no: germanic,
  nb: germanic,
  nn: germanic,
  sv: germanic,
  da: germanic,
  fr: {
    ...romance,
    links: wordsOf('de du des'),
    articles: wordsOf('la'),
    determiners: wordsOf('le la les un une des du au aux ce cet cette ces son sa ses leur leurs'),
  },
  es: {
    ...romance,
    links: wordsOf('de del'),
    articles: wordsOf('la las los el'),
    determiners: wordsOf('el la los las un una unos unas del al este esta estos estas su sus'),
  },
  pt: {
    ...romance,
    links: wordsOf('de do da dos das'),
    determiners: wordsOf(
      'o a os as um uma uns umas do da dos das no na nos nas ao à aos às pelo pela pelos pelas este esta seu sua',
    ),
  },
  it: {
    ...romance,
    links: wordsOf('di del dello della dei degli delle'),
    determiners: wordsOf(
      'il lo la i gli le un uno una del dello della dei degli delle al allo alla ai agli alle nel nello nella nei negli nelle sul sullo sulla sui sugli sulle dal dallo dalla dai dagli dalle',
    ),
  },
  ca: {
    ...romance,
    links: wordsOf('de del dels'),
    articles: wordsOf('la les'),
    determiners: wordsOf('el la els les un una uns unes del dels al als'),
  },
  ro: romance,
  pl: romance,
  zh: romance,
  ja: { ...romance, signsFollow: true },
  el: {
    roleOf: roleByEnding,
    links: wordsOf('του της των'),
    determiners: wordsOf(
      'ο η το οι τα του της των τον την τους τις στο στη στην στον στους στις στα ένας μια μία ένα',
    ),
  },
};

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

/** The noun phrases of a text, and how each of its tokens stands in them. */
export interface TextRuns {
  readonly runs: readonly Run[];
  readonly roles: readonly Role[];
  /** Whether tokens from `start` to `end` of a run are a phrase by themselves. */
  isPhrase(start: number, end: number): boolean;
  /** Whether what stands before a token makes a noun of it; of every token where the language has no such words. */
  isDetermined(at: number): boolean;
}

/** The noun phrases of a text; where no classes of words are known, runs between stop words. */
export function findRuns(tokens: readonly Token[], language: string): TextRuns {
  const grammar = grammars[language] ?? other;
  const runs: Run[] = [];
  const roles: Role[] = [];
  let start = 0;
  /** Where the run ends, and where it would if it ended well. */
  let end = 0;
  let goodEnd = 0;
  let hasNoun = false;
  const close = (index: number): void => {
    if (goodEnd > start) runs.push({ start, end: goodEnd });
    start = index;
    end = index;
    goodEnd = index;
    hasNoun = false;
  };
  tokens.forEach((token, index) => {
    const roleBefore = (end > start ? roles[index - 1] : undefined) ?? '-';
    const isGoingOn = goesOn(token, roleBefore);
    const neighbours = { before: tokens[index - 1], after: tokens[index + 1], roleBefore };
    const role = token.word.isMatter
      ? grammar.roleOf(token, neighbours)
      : isGoingOn && hasNoun
        ? roleOfLink(token, roleBefore, grammar)
        : '-';
    roles[index] = role;
    const isNew = role === 'j' && roleBefore === 'n' && grammar.adjectivesLead === true;
    if (!isGoingOn || role === '-' || end - start === longestRun || isNew) close(index);
    if (role === '-' || (role === 'l' && end === start)) return;
    if (end === start) start = index;
    end = index + 1;
    hasNoun ||= role === 'n';
    if (role === 'n' || (role === 'j' && hasNoun && grammar.adjectivesFollow === true)) goodEnd = end;
  });
  close(tokens.length);
  const isPhrase = (from: number, to: number): boolean => {
    const last = roles[to - 1];
    if (roles[from] === 'l' || last === 'l') return false;
    if (roles[from] === 'j' && grammar.signsFollow === true) return false;
    if (last === 'n') return true;
    return grammar.adjectivesFollow === true && roles.slice(from, to).includes('n');
  };
  const { determiners } = grammar;
  const isDetermined = (at: number): boolean =>
    determiners === undefined ||
    determiningLead.test(tokens[at]?.lead ?? '') ||
    (tokens[at]?.isJoined === true && determiners.has(tokens[at - 1]?.word.key ?? ''));
  return { runs, roles, isPhrase, isDetermined };
}
