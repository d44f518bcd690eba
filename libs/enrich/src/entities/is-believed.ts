import { classesOfName, nameClass } from '../gazetteer/name-classes.ts';
import { organisationNamed } from '../gazetteer/organisations.ts';
import { isWellKnownOrganisation } from '../gazetteer/well-known-organisations.ts';
import { hashText } from './hash-text.ts';
import { isCommonWord } from './is-common-word.ts';
import type { MentionGroup } from './group-mentions.ts';
import type { Mention } from './mention.ts';

/**
 * How sure the tagger must be of a name: with a witness beside its own word, without one, and of one word or letters
 * alone without one. Below these, names of encyclopedia texts were wrong more often than right.
 */
const leastSure = {
  PER: { witnessed: 0.5, several: 0.65, one: 0.75 },
  ORG: { witnessed: 0.3, several: 0.6, one: 0.8 },
  LOC: { witnessed: 0.3, several: 0.5, one: 0.55 },
} as const;

const givenNames = nameClass.commonGiven | nameClass.rareGiven;
const organisationHeads = nameClass.organisationHead | nameClass.company;

const classesOf = (word: string): number => classesOfName(hashText(word.toLowerCase()));

/** Whether a name has its head in one of the classes: its last word, or the one before of or for. */
function hasHead(words: readonly string[], classes: number): boolean {
  const link = words.findIndex((word) => word === 'of' || word === 'for');
  return [words.at(-1) ?? '', words[link - 1] ?? ''].some((word) => (classesOf(word) & classes) !== 0);
}

/** Whether an office or a form of address stands before a mention: Judge Merchan. */
function hasOffice(text: string, { mentions }: MentionGroup): boolean {
  return mentions.some(({ start }) => {
    const before = /([A-Za-z]{2,15})\.? $/.exec(text.slice(Math.max(0, start - 18), start))?.[1];
    return before !== undefined && (classesOf(before) & nameClass.role) !== 0;
  });
}

/** Whether a list has an organisation by a form of its name. */
const isKnown = ({ forms }: MentionGroup): boolean =>
  [...forms.keys()].some((form) => isWellKnownOrganisation(form) || organisationNamed(form) !== undefined);

/** Whether anything but the tagger says that a name is of its kind: a list, a word of the name, what stands before it. */
function hasWitness(text: string, group: MentionGroup, words: readonly string[]): boolean {
  if (group.kind === 'PER') return (classesOf(words[0] ?? '') & givenNames) !== 0 || hasOffice(text, group);
  if (group.kind === 'LOC') return hasHead(words, nameClass.placeHead);
  return group.forms.size > 1 || (words.length > 1 && hasHead(words, organisationHeads)) || isKnown(group);
}

const articleBefore = /\b(?:[Tt]he|([Aa]n?)) $/;
/** What follows a name that is no part of a longer term, as it is in a Premier League match. */
const standsAlone = /^(?:[.,;:!?)]|$|\n| (?:of|in|for|to|that|who|is|was|and|or|with|at|on|by|from)\b)/;

/** The article that stands before a mention. */
function articleOf(text: string, { start, end }: Mention): 'a' | 'the' | undefined {
  const found = articleBefore.exec(text.slice(Math.max(0, start - 5), start));
  if (found === null) return undefined;
  if (found[1] === undefined) return 'the';
  return standsAlone.test(text.slice(end, end + 6)) ? 'a' : undefined;
}

/**
 * Whether common words alone make a name of several: a heading, a field, a term. What an article says to be one of its
 * kind is a name, and what is one of many is none.
 */
function isHeading(text: string, group: MentionGroup, words: readonly string[]): boolean {
  if (words.length < 2 || !words.every(isCommonWord)) return false;
  const articles = new Set(group.mentions.map((mention) => articleOf(text, mention)));
  return articles.has('a') || (!hasHead(words, organisationHeads) && !articles.has('the'));
}

/**
 * Whether a name of an English text is told: one that nothing else speaks for must be surer. `isPlace`: the gazetteer
 * knows it as the place that it is taken for.
 */
export function isBelieved(
  text: string,
  group: MentionGroup,
  { confidence, isPlace }: { readonly confidence: number; readonly isPlace: boolean },
): boolean {
  const least = leastSure[group.kind];
  const [name = ''] = group.forms.keys();
  const words = name.split(' ');
  if (group.kind !== 'LOC' && isHeading(text, group, words) && !isKnown(group)) return false;
  if (confidence >= (words.length > 1 ? least.several : least.one)) return true;
  return confidence >= least.witnessed && (isPlace || hasWitness(text, group, words));
}
