import { clubWords } from '../gazetteer/foreign-name-words.ts';
import { nameClass } from '../gazetteer/name-classes.ts';
import { placesNamed } from '../gazetteer/places.ts';
import { classesOfWord } from './classes-of-word.ts';
import { standsAlone } from './drop-things.ts';
import type { Mention } from './mention.ts';

/** How sure it is that a text means the club of a town: as sure as a body must be that no list has. */
const sureClub = 0.95;
/** Characters beside a name that are read. */
const near = 40;

/** Words of sports that sides play. */
const wordOfSport =
  /\b(?:strikers?|midfield(?:ers?)?|(?:goal)?keepers?|quarterbacks?|linebackers?|touchdowns?|innings?|pitchers?|shortstop|fly-half|scrum-half|full-backs?|wingers?|half-?time|kick-off|equaliser|relegat(?:ed|ion)|league|premiership|play-?offs?|season|(?:semi|quarter)-finals?|fixtures?|wickets?|coach|substitutes?|penalty|rugby|football|soccer|baseball|basketball|hockey|cricket|injury|squad|match(?:es)?|scored|goals|players|derby|defeat|champions|tournament|captain|teams?|cup|stadium|unbeaten|skipper)\b/gi;
/** So many of them stand in hardly a text that is about something else. */
const fewestWords = 3;

const score = String.raw`\d{1,3}[-–]\d{1,3}`;
const person =
  'boss|manager|(?:head )?coach|captain|skipper|striker|midfielder|defender|(?:goal)?keeper|winger|full-?back|fly-half|scrum-half|hooker|prop|flanker|lock|centre|left-back|right-back|quarterback|linebacker|pitcher|shortstop|fans|supporters|squad|players|dressing room|defence|duo|trio';
/** What is done to a side, or with one, and what a side is called, right before its name. */
const beforeSide = new RegExp(
  String.raw`(?:\b(?:beat(?:en|s|ing)?(?: by)?|thrash(?:ed|ing)|hammer(?:ed|ing)|trounced|edg(?:ed|ing)(?: out)?|overcame|knocked out(?: by)?|(?:drew|draw) (?:with|against)|(?:lost|loses?|losing) to|at home to|away (?:to|at)|hosts?|against|versus|vs?\.?|sign(?:ed|s)? (?:for|from)|(?:wins?|victory|triumph|lead|draw|defeat|loss|success|tie|clash|match|game|fixture|final|replay|derby) (?:over|against|with|by|to)|clubs?|sides?|teams?|outfit|rivals|leaders|champions|strugglers|newcomers|giants|minnows) |(?:^|[\s(])${score} (?:(?:win |victory |defeat |draw |loss )?(?:to|against|over|by|with) )?)$`,
  'i',
);
/**
 * What stands behind the name of a side: its score, its opponent, those who belong to it (and to another: Torquay and
 * Spain coach), and what it does.
 */
const behindSide = new RegExp(
  String.raw`^(?: ${score}(?![\d-])| v \p{Lu}|(?:['’]s)?(?: (?:and|&) \p{Lu}[\p{L}'’-]{1,20}(?: \p{Lu}[\p{L}'’-]{1,20})?)? (?:${person})\b| (?:beat|drew|thrashed|hammered|scored|conceded|equalised|kicked off|lost (?:${score}|to|at)|won (?:${score}|the (?:match|game|tie)|at)|took the lead|bounced back)\b)`,
  'u',
);
/** What a side does as many, which a town does as one: Newcastle have signed. */
const asMany = /^ (?:have|are|were)\b/;
/** What links a name to others, which are the many: the temples of Torquay have, Hull and Torquay have. */
const beforeLinked = /(?:,| (?:and|or|of|at|in|from|to|for|with|by|on)) $/;
/** Names beside one another: they are of one kind. */
const inList = /^(?:, | and | or | & | v |\/|-)$/;
/** Where somebody is from who plays alone: Ben Lindt of Torquay 6-4. */
const beforeOrigin = /\b(?:of|from)(?: the)? $/;
/** What stands before a place, and not before a side. */
const beforeTown = /\b(?:in|near|outside|around|across|throughout|city of|town of) $/i;

const isOneOf = (kinds: ReadonlySet<string>, name: string): boolean =>
  placesNamed(name.replace(/\s+/g, ' ')).some(({ kind }) => kinds.has(kind));
const countries = new Set(['country', 'continent']);
const regions = new Set(['region']);

/** Whether a name may be that of a club: none of a country, whose side bears its name, and none of a ground. */
function mayBeClub(name: string): boolean {
  const last = name.slice(name.lastIndexOf(' ') + 1);
  const isGround =
    last !== name && (classesOfWord(last) & nameClass.placeHead) !== 0 && !clubWords.has(last.toLowerCase());
  return !isGround && !isOneOf(countries, name);
}

/** What the words beside a mention say: 1 for a side, -1 for a place. */
function voteOf(text: string, { start, end }: Mention, name: string): number {
  const before = text.slice(Math.max(0, start - near), start);
  if (beforeTown.test(before)) return -1;
  if (beforeOrigin.test(before) && !beforeSide.test(before)) return 0;
  const behind = text.slice(end, end + near);
  if (behindSide.test(behind) || (beforeSide.test(before) && standsAlone.test(behind))) return 1;
  return asMany.test(behind) && !beforeLinked.test(before) && placesNamed(name).length > 0 ? 1 : 0;
}

/** Whether a text is about a sport that sides play. */
function isOfSport(text: string): boolean {
  const words = new Set<string>();
  for (const [word] of text.matchAll(wordOfSport)) {
    words.add(word.toLowerCase());
    if (words.size === fewestWords) return true;
  }
  return false;
}

/** The names of places that the text says to be those of sides, and of what stands in a list with one. */
function readClubs(text: string, mentions: readonly Mention[], names: readonly string[]): Set<string> {
  const votes = new Map<string, number>();
  for (const [at, mention] of mentions.entries()) {
    const name = names[at] ?? '';
    if (mention.kind === 'LOC') votes.set(name, (votes.get(name) ?? 0) + voteOf(text, mention, name));
  }
  const clubs = new Set<string>();
  for (const [name, sum] of votes) if (sum > 0 && mayBeClub(name)) clubs.add(name);
  if (clubs.size === 0) return clubs;
  for (const [at, mention] of mentions.entries()) {
    const next = mentions[at + 1];
    if (next === undefined || !inList.test(text.slice(mention.end, next.start))) continue;
    const pair = [names[at] ?? '', names[at + 1] ?? ''];
    if (!pair.some((name) => clubs.has(name))) continue;
    // A state behind its town is no second side: Brockton, Massachusetts.
    for (const name of pair)
      if (votes.get(name) === 0 && mayBeClub(name) && !isOneOf(regions, name)) clubs.add(name);
  }
  return clubs;
}

/**
 * Takes the name of a town for that of its club in an English text of sports that says who plays whom: Sunderland beat
 * Leeds 2-1. The sides of countries are left what they are.
 */
export function tellClubs(text: string, mentions: readonly Mention[]): readonly Mention[] {
  const names = mentions.map(({ start, end }) => text.slice(start, end));
  const clubs = readClubs(text, mentions, names);
  if (clubs.size === 0 || !isOfSport(text)) return mentions;
  return mentions.map((mention, at) =>
    mention.kind !== 'PER' && clubs.has(names[at] ?? '')
      ? { ...mention, kind: 'ORG', confidence: Math.max(sureClub, mention.confidence) }
      : mention,
  );
}
