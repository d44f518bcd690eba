import { nameClass } from '../gazetteer/name-classes.ts';
import { isFamousPerson } from '../gazetteer/famous-people.ts';
import { isListedOrganisation } from '../gazetteer/well-known-organisations.ts';
import { isCommonWord } from './is-common-word.ts';
import { standsAlone } from './drop-things.ts';
import type { MentionGroup } from './group-mentions.ts';
import type { Mention } from './mention.ts';
import { classesOfWord, givenNames, hasHead, organisationHeads } from './classes-of-word.ts';

/**
 * How sure the tagger must be of a name that is told. Of the names of pages that it has not seen it is right about as
 * often as it says.
 */
const leastSure = { PER: 0.7, ORG: 0.7, LOC: 0.65 } as const;
/** The same of organisations that nothing else speaks for: words in capitals are a heading or a product as often. */
const leastSureAlone = { several: 0.95, one: 0.8 } as const;
/** Letters that stand for a body, or for a product or a term: never told alone. */
const letters = /^\p{Lu}[\p{Lu}\d&]{1,7}$/u;

const familyNames = nameClass.commonFamily | nameClass.rareFamily;

/**
 * The words for an office and forms of address before somebody, and how old they are and what they do behind a name.
 */
const beforeSaid = /\b(?:said|says|added|asked|told|wrote|replied|explained) $/;
const says =
  /^, \d{1,3}[;,)]|^,? (?:said|says|told|added|adds|wrote|writes|asked|explained|recalled|recalls|argued|argues|replied|thinks|believes|admitted|joked|smiled|laughed)\b/;
/** Signs of a body beside letters that stand for one: what bodies have and do, and who belongs to them. */
const behindBody =
  /^(?:['’]s)? (?:said|says|announced|reported|told|warned|approved|ruled|denied|declined|refused|agreed|insists|claims|wants|hired|sued|launched|was (?:founded|created)|founders?|governance|investigators?|presidents?|chief|chair\w*|spokes\w+|officials?|directors?|members?|headquarters|agents?|board|leaders?|lawmakers?|staff|employees|executives?|general secretary|secretary)\b/;
const beforeBody =
  /\b(?:according to|members? of|heads? of|director of|president of|chair\w* of|chief of|spokes\w+ (?:for|of)|joined|works? (?:for|at|with)|worked (?:for|at|with)|agency|company|firm|union|party|charity|broadcaster|regulator|watchdog|newspaper)(?:,? the)? $/;

/**
 * Mentions from which a given name alone is told: of those that come less often every third is no person, or a piece of
 * one.
 */
const givenAlone = 3;

/** Whether words stand right before or behind one of the mentions. */
const isBeside = (text: string, { mentions }: MentionGroup, before: RegExp, behind: RegExp): boolean =>
  mentions.some(
    ({ start, end }) =>
      before.test(text.slice(Math.max(0, start - 32), start)) || behind.test(text.slice(end, end + 24)),
  );

/** Whether an office or a form of address stands before a mention: Judge Merchan. */
function hasOffice(text: string, { mentions }: MentionGroup): boolean {
  return mentions.some(({ start }) => {
    const before = /([A-Za-z]{2,15})\.? $/.exec(text.slice(Math.max(0, start - 18), start))?.[1];
    return before !== undefined && (classesOfWord(before) & nameClass.role) !== 0;
  });
}

/** Whether a list has an organisation by a form of its name. */
const isKnown = ({ forms }: MentionGroup): boolean => [...forms.keys()].some(isListedOrganisation);

/**
 * Whether anything but the tagger says that somebody or some body is meant: a list, a word of the name, what stands
 * before it.
 */
function hasWitness(text: string, group: MentionGroup, words: readonly string[]): boolean {
  if (group.kind === 'PER')
    return (classesOfWord(words[0] ?? '') & givenNames) !== 0 || hasOffice(text, group);
  return (
    group.forms.size > 1 ||
    isKnown(group) ||
    (words.length > 1 ? hasHead(words, organisationHeads) : isBeside(text, group, beforeBody, behindBody))
  );
}

/** Whether a name is a given name and no more, of somebody who neither speaks nor holds an office. */
const isBareGiven = (text: string, group: MentionGroup, name: string): boolean =>
  (classesOfWord(name) & givenNames) !== 0 &&
  (classesOfWord(name) & nameClass.commonFamily) === 0 &&
  !isFamousPerson(name) &&
  !hasOffice(text, group) &&
  !isBeside(text, group, beforeSaid, says);

const articleBefore = /\b(?:[Tt]he|([Aa]n?|[Ii]ts|[Tt]heir|[Oo]ur|[Yy]our)) $/;
/**
 * The article that stands before a mention, or what says as a does that it is one of its kind: its Executive Committee.
 */
function articleOf(text: string, { start, end }: Mention): 'a' | 'the' | undefined {
  const found = articleBefore.exec(text.slice(Math.max(0, start - 7), start));
  if (found === null) return undefined;
  if (found[1] === undefined) return 'the';
  return standsAlone.test(text.slice(end, end + 6)) ? 'a' : undefined;
}

/**
 * Whether common words alone make a name of several: a heading, a field, a term. What an article says to be one of its
 * kind is a name, and what is one of many is none.
 */
function isHeading(text: string, group: MentionGroup, words: readonly string[]): boolean {
  const isShouted = words.every((word) => word === word.toUpperCase());
  if (words.length < 2 || !words.every((word) => isCommonWord(isShouted ? word.toLowerCase() : word)))
    return false;
  const articles = new Set(group.mentions.map((mention) => articleOf(text, mention)));
  return articles.has('a') || ((isShouted || !hasHead(words, organisationHeads)) && !articles.has('the'));
}

/** Whether a word that is no given name may be somebody's all the same: a family name, or one who speaks. */
const mayBeSomebody = (text: string, group: MentionGroup, word: string): boolean =>
  (classesOfWord(word) & familyNames) !== 0 ||
  isFamousPerson(word) ||
  (!isCommonWord(word) && isBeside(text, group, beforeSaid, says));

/**
 * Whether a name of an English text is told: of one that nothing else speaks for the tagger must be surer, and what
 * may be a heading or a common word is none.
 */
export function isBelieved(text: string, group: MentionGroup, confidence: number): boolean {
  if (confidence < leastSure[group.kind]) return false;
  if (group.kind === 'LOC') return true;
  const [name = ''] = group.forms.keys();
  const words = name.split(' ');
  if (isHeading(text, group, words) && !isKnown(group)) return false;
  const isOne = words.length === 1;
  if (group.kind === 'PER' && isOne && group.mentions.length < givenAlone && isBareGiven(text, group, name))
    return false;
  if (hasWitness(text, group, words)) return true;
  if (group.kind === 'PER') return !isOne || mayBeSomebody(text, group, name);
  return !letters.test(name) && confidence >= (isOne ? leastSureAlone.one : leastSureAlone.several);
}
