import { durationMs, type EntryRule, type FeedEntry, type RuleSet } from '@newsmill/contracts';
import { matchesPattern } from './match-pattern.ts';
import { isSponsoredAddress, isSponsoredLabel } from './sponsored.ts';

/** What rules are judged by; what is not known is undefined or empty. */
export interface RuleFacts {
  readonly urls: readonly string[];
  readonly titles: readonly string[];
  readonly categories: readonly string[];
  readonly authors: readonly string[];
  readonly languages: readonly string[];
  /** Epoch milliseconds. */
  readonly published?: number | undefined;
  /** When the article was found, epoch milliseconds. */
  readonly found: number;
  readonly words?: number | undefined;
  /** Whether it is marked as paid for. */
  readonly isSponsored?: boolean | undefined;
}

/** Whether something holds; undefined where that is not known. */
type Verdict = boolean | undefined;

function ofAny(texts: readonly string[], holds: (text: string) => boolean): Verdict {
  return texts.length === 0 ? undefined : texts.some(holds);
}

/** The forms in which a rule may speak of an address. */
function formsOf(address: string): string[] {
  const url = URL.parse(address);
  if (url === null) return [address];
  const rest = `${url.pathname}${url.search}`;
  return [url.href, `${url.host}${rest}`, `${url.host.replace(/^www\./, '')}${rest}`, rest, url.pathname];
}

function isOfHost(address: string, host: string): boolean {
  const hostname = URL.parse(address)?.hostname ?? '';
  return hostname === host || hostname.endsWith(`.${host}`);
}

function isLanguage(tag: string, language: string): boolean {
  const [one, other] = [tag.toLowerCase(), language.toLowerCase()];
  return one === other || one.startsWith(`${other}-`);
}

function matching(patterns: readonly string[]): (text: string) => boolean {
  return (text) => patterns.some((pattern) => matchesPattern(pattern, text));
}

/** What a condition that is not set says: nothing against the rule. */
function wherever<T>(wanted: T | undefined, judge: (wanted: T) => Verdict): Verdict {
  return wanted === undefined ? true : judge(wanted);
}

/** How each condition of a rule is judged. */
const conditions: {
  readonly [K in Exclude<keyof EntryRule, 'name'>]-?: (rule: EntryRule, facts: RuleFacts) => Verdict;
} = {
  title: ({ title }, { titles }) => wherever(title, (wanted) => ofAny(titles, matching(wanted))),
  url: ({ url }, { urls }) => wherever(url, (wanted) => ofAny(urls.flatMap(formsOf), matching(wanted))),
  category: ({ category }, { categories }) =>
    wherever(category, (wanted) => ofAny(categories, matching(wanted))),
  author: ({ author }, { authors }) => wherever(author, (wanted) => ofAny(authors, matching(wanted))),
  host: ({ host }, { urls }) =>
    wherever(host, (wanted) => ofAny(urls, (url) => wanted.some((one) => isOfHost(url, one)))),
  language: ({ language }, { languages }) =>
    wherever(language, (wanted) => ofAny(languages, (tag) => wanted.some((one) => isLanguage(tag, one)))),
  olderThan: ({ olderThan }, { published, found }) =>
    wherever(olderThan, (age) => (published === undefined ? undefined : found - published > durationMs(age))),
  fewerWords: ({ fewerWords }, { words }) =>
    wherever(fewerWords, (least) => (words === undefined ? undefined : words < least)),
  sponsored: ({ sponsored }, { isSponsored }) =>
    wherever(sponsored, (wanted) => (isSponsored === undefined ? undefined : isSponsored === wanted)),
};

function holds(rule: EntryRule, facts: RuleFacts): Verdict {
  const verdicts = Object.values(conditions).map((judge) => judge(rule, facts));
  if (verdicts.includes(false)) return false;
  return verdicts.includes(undefined) ? undefined : true;
}

function placed(place: string, name: string): string {
  return place === '' ? name : `${place}.${name}`;
}

/** The name of each rule that can leave something out: its own, else its place in the file. */
export function ruleNames({ place, include = [], exclude = [] }: RuleSet): string[] {
  return [
    ...exclude.map(({ name }, index) => name ?? placed(place, `exclude[${index}]`)),
    ...(include.length === 0 ? [] : [placed(place, 'include')]),
  ];
}

/**
 * The name of the first rule that leaves something out; undefined where none does. A rule that cannot be judged
 * yet leaves nothing out; where the facts are all that will ever be known (`isFinal`), it does not hold.
 */
export function leavingRule(
  sets: readonly RuleSet[],
  facts: RuleFacts,
  isFinal: boolean,
): string | undefined {
  for (const set of sets) {
    const { include = [], exclude = [] } = set;
    const against = exclude.findIndex((rule) => holds(rule, facts) === true);
    if (against !== -1) return ruleNames(set)[against];
    const verdicts = include.map((rule) => holds(rule, facts));
    const isMissed = verdicts.every((verdict) => (isFinal ? verdict !== true : verdict === false));
    if (include.length > 0 && isMissed) return placed(set.place, 'include');
  }
  return undefined;
}

function timeOf(text: string | undefined): number | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : time;
}

/** What a feed entry tells of a page. */
export function factsOfEntry(entry: FeedEntry | undefined, url: string, found: number): RuleFacts {
  return {
    urls: [url],
    titles: entry?.title === undefined ? [] : [entry.title],
    categories: entry?.categories ?? [],
    authors: entry?.authors ?? [],
    languages: entry?.language === undefined ? [] : [entry.language],
    published: timeOf(entry?.published ?? entry?.updated),
    found,
    // That the feed says nothing of it says nothing of the page.
    isSponsored: isSponsoredAddress(url) || entry?.categories?.some(isSponsoredLabel) === true || undefined,
  };
}
