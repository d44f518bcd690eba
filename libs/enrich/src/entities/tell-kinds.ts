import { nameClass } from '../gazetteer/name-classes.ts';
import { placesNamed } from '../gazetteer/places.ts';
import { isListedOrganisation } from '../gazetteer/well-known-organisations.ts';
import { wordList } from '../gazetteer/word-list.ts';
import { kindInApposition } from './kind-in-apposition.ts';
import type { Mention } from './mention.ts';
import type { NameKind } from './name-labels.ts';
import { classesOfWord, givenNames } from './classes-of-word.ts';

/** How sure a kind is that the text or the name itself tells. */
const told = 0.8;
/** Below this the tagger is not sure enough to be believed against the words beside the name. */
const unsure = 0.9;
const familyNames = nameClass.commonFamily;
/** What names of places begin with. */
const placeFronts = wordList('Lake Mount Mt. Mt Fort Ft. Camp Cape Port Gulf Isle River');
/** What they end with beside the heads that the tagger knows. */
const placeEnds = wordList(
  'Hall Brook Dock Docks Gym Gymnasium Pavilion Auditorium Rink Cemetery Courthouse Mall Trail Glen Harbor',
);
/** Characters behind a name in which an apposition says what it is. */
const near = 110;

/** Words that end other names as well. */
const noHeads = wordList('North South East West Northern Southern Eastern Western Central State');

/** The kind that the words of somebody's supposed name tell: Collins Street, Lake Arden, Harper Museum. */
function kindByHead(words: readonly string[]): NameKind | undefined {
  if (words.length < 2) return undefined;
  const first = classesOfWord(words[0] ?? '');
  const last = classesOfWord(words.at(-1) ?? '');
  if (placeFronts.has(words[0] ?? '') && (first & givenNames) === 0) return 'LOC';
  // Faith Hill, Alex Press and Kanye West are people.
  if (noHeads.has(words.at(-1) ?? '') || (words.length === 2 && (first & givenNames) !== 0)) return undefined;
  if (placeEnds.has(words.at(-1) ?? '')) return 'LOC';
  if ((last & (familyNames | givenNames)) !== 0 && (last & nameClass.placeHead) === 0) return undefined;
  if ((last & (nameClass.organisationHead | nameClass.company)) !== 0) return 'ORG';
  return (last & nameClass.placeHead) === 0 ? undefined : 'LOC';
}

function kindOf(text: string, { end, kind, confidence }: Mention, name: string): NameKind | undefined {
  const words = name.split(' ');
  if (kind === 'PER') {
    const byHead = kindByHead(words);
    if (byHead !== undefined) return byHead;
  }
  if (confidence >= unsure) return undefined;
  const said = kindInApposition(text.slice(end, end + near));
  if (said === undefined || said === 'thing' || said === kind) return undefined;
  if (kind === 'PER') {
    const hasGivenName = words.length > 1 && (classesOfWord(words[0] ?? '') & givenNames) !== 0;
    return hasGivenName ? undefined : said;
  }
  const isKnown =
    kind === 'LOC' ? placesNamed(name).length > 0 : isListedOrganisation(name) || name === name.toUpperCase();
  return isKnown || (said === 'PER' && words.length > 1) ? undefined : said;
}

/** Gives names of an English text the kind that their own words or an apposition tell, wherever they stand. */
export function tellKinds(text: string, mentions: readonly Mention[]): readonly Mention[] {
  const kinds = new Map<string, NameKind>();
  for (const mention of mentions) {
    const name = text.slice(mention.start, mention.end);
    const kind = kinds.has(name) ? undefined : kindOf(text, mention, name);
    if (kind !== undefined) kinds.set(name, kind);
  }
  if (kinds.size === 0) return mentions;
  return mentions.map((mention) => {
    const kind = kinds.get(text.slice(mention.start, mention.end));
    return kind === undefined || kind === mention.kind
      ? mention
      : { ...mention, kind, confidence: Math.max(told, mention.confidence) };
  });
}
