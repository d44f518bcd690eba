import type { AuthorSource as Source } from './author-candidates.ts';
import { nameLikeness, namesAgency } from './byline-names.ts';
import { normalForm, type Candidate } from './candidates.ts';
import { creditWords } from './credit-words.ts';
import { areInitialsOf, isAccount, isAccountOf, isInitials } from './no-persons.ts';
import { beginsWithGivenName } from '@newsmill/text';
import type { Ranked } from './rank.ts';

/**
 * Log-odds above which the likeliest name is taken for an author. A page seldom vouches for a name that is
 * none, so such names need little; those that only look like names, by their place or a link, need more: they
 * may be menus. Further names need more than the first, and not much less than it has.
 */
const vouchedLimit = -2;
const otherLimit = -0.2;
const furtherLimit = -0.8;
const authorGap = 1.8;
/** News agencies are hardly ever named for another reason than that the text is theirs. */
const agencyLimit = -3.2;
/** A site that is no paper is seldom its own author: it needs a credit that leaves no doubt. */
const ownerLimit = 0;
/** A person in a byline beside an account that published the page needs no more than this. */
const personLimit = -2.6;
/** A person whom structured data lists with one who is chosen is one of the authors, unless much speaks against it. */
const listedLimit = -3.5;
const mostAuthors = 12;

const vouching: readonly Source[] = [
  'ldAuthor',
  'ldAuthorGroup',
  'ldCreator',
  'ldPerson',
  'metaAuthor',
  'metaArticle',
  'metaLabel',
  'byline-0',
  'byline-1',
  'by',
  'byAlone',
  'link',
  'itemprop',
];

/**
 * Whether the page itself calls a name an author: in structured data, a meta element, a byline or a credit.
 */
export function isVouchedFor(candidate: Candidate): boolean {
  return vouching.some((source) => candidate.sources.has(source));
}

const withoutSigns = (key: string): string => key.replace(/[ ._-]/g, '');

/**
 * Whether one name is the other with more words, or without its spaces, or its initials: `Ada` and `Ada
 * Moss`, `adamoss` and `Ada Moss`, `A.M.` and `Ada Moss`.
 */
function isSameAuthor(one: Candidate, other: Candidate): boolean {
  return (
    one.key.includes(other.key) ||
    other.key.includes(one.key) ||
    withoutSigns(one.key) === withoutSigns(other.key) ||
    isShortFor(one.text, other.text) ||
    isShortFor(other.text, one.text)
  );
}

/** Whether a name is the initials of another, or the name of the account that goes with it: `amoss`, `a.moss`. */
function isShortFor(short: string, name: string): boolean {
  return (isInitials(short) && areInitialsOf(short, name)) || (isAccount(short) && isAccountOf(short, name));
}

/** Of two forms of a name, the one that is written out. */
function fuller(one: Ranked, other: Ranked): Ranked {
  const [a, b] = [one.candidate.text, other.candidate.text];
  const isLonger =
    withoutSigns(normalForm(a)) === withoutSigns(normalForm(b))
      ? b.includes(' ') && !a.includes(' ')
      : isShortFor(a, b);
  return isLonger ? { ...other, score: Math.max(one.score, other.score) } : one;
}

/** Bylines name the date too: what stands before it is nobody's name. */
const stamp = new RegExp(`^${creditWords.stamp}$`, 'iu');

/** Who wrote an article: people apart from the news agencies that it is credited to. */
export interface Chosen {
  readonly authors: readonly Ranked[];
  /** Agencies, as credited. One that is credited alone is the author too. */
  readonly agencies: readonly string[];
}

/** Whose site a page stands on. */
export interface Owner {
  readonly publisher: string;
  /** Name of the host in small letters, as `herald` of `www.herald.example`. */
  readonly host: string;
  /** Whether the page says that it is news: papers sign their reports with their own name. */
  readonly isNews: boolean;
}

/** Whether a name is that of the site, or of its team, and of no person. */
export function isOwnName(
  { text, key }: Pick<Candidate, 'text' | 'key'>,
  { publisher, host }: Omit<Owner, 'isNews'>,
): boolean {
  if (nameLikeness(text) === 2 && beginsWithGivenName(text)) return false;
  const compact = withoutSigns(key);
  return (
    key === normalForm(publisher) ||
    (host.length > 2 && compact.includes(withoutSigns(host))) ||
    (compact.length > 3 && withoutSigns(host).includes(compact))
  );
}

/** Log-odds that a name needs as the first. */
function limitOf(candidate: Candidate, owner: Owner): number {
  if (!isVouchedFor(candidate)) return otherLimit;
  if (namesAgency(candidate.text)) return agencyLimit;
  return !owner.isNews && isOwnName(candidate, owner) ? ownerLimit : vouchedLimit;
}

/** Boxes of one byline stand so near each other. */
const nextBox = 2;

/** Whether a name stands in a box for bylines of its own right behind the box of one that is chosen. */
function isBesideChosen({ candidate }: Ranked, likely: readonly Ranked[]): boolean {
  const place = candidate.sources.get('byline-0');
  if (place === undefined || !candidate.sources.has('class')) return false;
  return likely.some(({ candidate: { sources } }) => {
    const chosen = sources.get('byline-0');
    return chosen !== undefined && sources.has('class') && place > chosen && place - chosen <= nextBox;
  });
}

const isPerson = (one: Ranked): boolean => nameLikeness(one.candidate.text) === 2;

/** Where structured data names more, they wrote other texts: reviews, comments, articles of a list. */
const mostListed = 5;
const isListed = (one: Ranked): boolean => one.candidate.sources.has('ldAuthor') && isPerson(one);

/** Whether the structured data of an article names a person beside one who is chosen. */
function isListedWith(one: Ranked, likely: readonly Ranked[], ranked: readonly Ranked[]): boolean {
  return (
    one.score > listedLimit &&
    isListed(one) &&
    likely.some(isListed) &&
    ranked.filter(isListed).length <= mostListed
  );
}

/**
 * The likely names, each person once, the likeliest first; an agency beside a person may be less likely than
 * other names.
 */
function likelyNames(ranked: readonly Ranked[], owner: Owner): Ranked[] {
  const top = ranked[0]?.score ?? -9;
  const likely: Ranked[] = [];
  for (const one of ranked) {
    const same = likely.findIndex((known) => isSameAuthor(known.candidate, one.candidate));
    const known = likely[same];
    if (known !== undefined) {
      likely[same] = fuller(known, one);
      continue;
    }
    const isPossible = one.score > limitOf(one.candidate, owner);
    const isLikely =
      isPossible &&
      !stamp.test(one.candidate.text) &&
      (likely.length === 0 ||
        isListedWith(one, likely, ranked) ||
        (one.score > furtherLimit &&
          (one.score > top - authorGap ||
            (isPerson(one) && isBesideChosen(one, likely)) ||
            (namesAgency(one.candidate.text) && likely.some(isPerson)))));
    if (isLikely && likely.length < mostAuthors) likely.push(one);
  }
  return likely;
}

/** An account that published the page gives way to a person whom the page names: papers do so in a box for bylines. */
function withoutAccounts(
  likely: readonly Ranked[],
  ranked: readonly Ranked[],
  owner: Owner,
): readonly Ranked[] {
  const people = likely.filter((one) => !isAccount(one.candidate.text));
  if (people.length === likely.length) return likely;
  if (people.some((one) => nameLikeness(one.candidate.text) === 2)) return people;
  const named = ranked.find(
    ({ candidate, score }) =>
      nameLikeness(candidate.text) === 2 &&
      (beginsWithGivenName(candidate.text) || (owner.isNews && candidate.sources.has('byline-0'))) &&
      isVouchedFor(candidate) &&
      score > personLimit,
  );
  return named === undefined ? likely : [named];
}

/**
 * The likely names, each person once, in the order of the page; the publisher is no author where people are
 * named, and neither is an agency.
 */
export function chooseAuthors(ranked: readonly Ranked[], owner: Owner): Chosen {
  const likely = withoutAccounts(likelyNames(ranked, owner), ranked, owner);
  const agencies = likely.filter((one) => namesAgency(one.candidate.text));
  const people = likely.filter(
    (one) => one.candidate.key !== normalForm(owner.publisher) && !agencies.includes(one),
  );
  return {
    authors: [...(people.length > 0 ? people : likely)].sort((a, b) => a.order - b.order),
    agencies: agencies.map((one) => one.candidate.text),
  };
}
