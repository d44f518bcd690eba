import type { AuthorSource as Source } from './author-candidates.ts';
import { namesAgency } from './byline-names.ts';
import { normalForm, type Candidate } from './candidates.ts';
import { creditWords } from './credit-words.ts';
import type { Ranked } from './rank.ts';

/**
 * Log-odds above which the likeliest name is taken for an author. A page seldom vouches for a name that is
 * none, so such names need little; those that only look like names, by their place or a link, need more: they
 * may be menus. Further names need more than the first, and not much less than it has.
 */
const vouchedLimit = -2;
const otherLimit = -0.2;
const furtherLimit = -0.8;
const authorGap = 2.5;
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

/**
 * Whether one name is the other with more words, or without its spaces: `Ada` and `Ada Moss`, `adamoss` and
 * `Ada Moss`.
 */
function isSameAuthor(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one) || one.replaceAll(' ', '') === other.replaceAll(' ', '');
}

/** Bylines name the date too: what stands before it is nobody's name. */
const stamp = new RegExp(`^${creditWords.stamp}$`, 'iu');

/** Who wrote an article: people apart from the news agencies that it is credited to. */
export interface Chosen {
  readonly authors: readonly Ranked[];
  /** Agencies, as credited. One that is credited alone is the author too. */
  readonly agencies: readonly string[];
}

/**
 * The likely names, each person once; the publisher is no author where people are named, and neither is an
 * agency.
 */
export function chooseAuthors(ranked: readonly Ranked[], publisher: string): Chosen {
  const top = ranked[0]?.score ?? -9;
  const likely: Ranked[] = [];
  for (const one of ranked) {
    const isPossible = one.score > (isVouchedFor(one.candidate) ? vouchedLimit : otherLimit);
    const isLikely =
      isPossible &&
      !stamp.test(one.candidate.text) &&
      (likely.length === 0 || (one.score > furtherLimit && one.score > top - authorGap));
    if (
      isLikely &&
      likely.length < mostAuthors &&
      !likely.some((known) => isSameAuthor(known.candidate.key, one.candidate.key))
    )
      likely.push(one);
  }
  const agencies = likely.filter((one) => namesAgency(one.candidate.text));
  const people = likely.filter(
    (one) => one.candidate.key !== normalForm(publisher) && !agencies.includes(one),
  );
  return {
    authors: people.length > 0 ? people : likely,
    agencies: agencies.map((one) => one.candidate.text),
  };
}
