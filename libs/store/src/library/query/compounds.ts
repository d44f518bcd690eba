import { compoundNouns } from './compound-nouns.ts';
import { inflectionStems } from './inflections.ts';
import { irregularStems } from './irregular-forms.ts';

/** What the compounds of a language are made of. */
interface Lexicon {
  readonly nouns: ReadonlySet<string>;
  /** The nouns and their stems. */
  readonly stems: ReadonlySet<string>;
  /** The first letters of the stems: most places of a word are no place to part it. */
  readonly starts: ReadonlySet<string>;
  readonly firsts: ReadonlySet<string>;
  readonly prefixes: ReadonlySet<string>;
  readonly links: readonly string[];
}

/** How the words of a language are told apart. */
interface Language {
  /** BCP 47, primary. */
  readonly language: string;
  /** The stem of a noun. */
  readonly stem: (word: string) => string;
}

interface Splitting extends Language {
  readonly lexicon: Lexicon;
}

/** A last part of fewer letters is a noun without an ending. */
const leastInflected = 4;
const leastLast = 3;
const leastFirst = 2;
/** A noun of the list has no first part of fewer letters: most are no compounds. */
const leastFirstOfNoun = 4;
/** A last part of fewer letters, and a first one, is one only beside another that is known. */
const leastStemAlone = 6;
const leastFirstAlone = 4;
const startLetters = 3;
const lexicons = new Map<string, Lexicon>();

function lexiconOf({ language, stem }: Language): Lexicon | undefined {
  const list = compoundNouns[language];
  if (list === undefined) return undefined;
  const found = lexicons.get(language);
  if (found !== undefined) return found;
  const nouns = list.nouns.toLowerCase().split(' ');
  const stems = new Set([...nouns, ...nouns.map(stem)]);
  const lexicon: Lexicon = {
    nouns: new Set(nouns),
    stems,
    starts: new Set([...stems].map((one) => plainStart(one))),
    firsts: new Set(list.firsts.split(' ')),
    prefixes: new Set(list.prefixes.split(' ')),
    links: list.links.split(' '),
  };
  lexicons.set(language, lexicon);
  return lexicon;
}

/** The first letters without the vowels that change in plurals. */
function plainStart(word: string): string {
  return word.slice(0, startLetters).replace(/[äöüæøåß]/gu, (letter) => plainVowels[letter] ?? letter);
}
const plainVowels: Readonly<Record<string, string>> = {
  ä: 'a',
  ö: 'o',
  ü: 'u',
  æ: 'a',
  ø: 'o',
  å: 'a',
  ß: 's',
};

/**
 * The parts of a compound noun (lower case) that are nouns themselves, and those of its parts; none where it
 * is no compound. German `klimaschutzgesetze`: `gesetze`, `klimaschutz`, `schutz`, `klima`.
 */
export function compoundParts(word: string, language: Language): readonly string[] {
  const lexicon = lexiconOf(language);
  return lexicon === undefined ? [] : partsOf(word, { ...language, lexicon });
}

/** The longest last part that is known beside a first one that is; else beside any first one. */
function partsOf(word: string, splitting: Splitting): readonly string[] {
  const least = word.length > leastFirstOfNoun && isNoun(word, splitting) ? leastFirstOfNoun : leastFirst;
  const places: number[] = [];
  for (let at = least; at <= word.length - leastLast; at += 1)
    if (isNoun(word.slice(at), splitting)) places.push(at);
  for (const at of places) {
    const first = firstPart(word.slice(0, at), splitting);
    if (first !== undefined) return [word.slice(at), ...first, ...partsOf(word.slice(at), splitting)];
  }
  const at = places.find((place) => standsAlone(word.slice(0, place), word.slice(place), splitting));
  return at === undefined ? [] : [word.slice(at), ...partsOf(word.slice(at), splitting)];
}

function isNoun(part: string, { lexicon, language, stem }: Splitting): boolean {
  if (!lexicon.starts.has(plainStart(part)))
    return irregularStems(part, language).some((one) => lexicon.stems.has(one));
  if (lexicon.nouns.has(part)) return true;
  if (part.length < leastInflected) return false;
  const stemmed = stem(part);
  return (
    lexicon.stems.has(stemmed) ||
    irregularStems(stemmed, language).some((one) => lexicon.stems.has(one)) ||
    inflectionStems(part, language).some((one) => lexicon.nouns.has(one))
  );
}

/** Whether a last part tells a compound whatever stands before it. */
function standsAlone(first: string, last: string, { lexicon, stem }: Splitting): boolean {
  return (
    stem(last).length >= leastStemAlone &&
    first.length >= leastFirstAlone &&
    !lexicon.prefixes.has(first) &&
    /[aeiouyäöüåæø]/u.test(first)
  );
}

/**
 * A first part without what links it, and its own parts; none of what only begins compounds; undefined where it
 * begins no compound.
 */
function firstPart(part: string, splitting: Splitting): readonly string[] | undefined {
  const { firsts, prefixes, links, nouns } = splitting.lexicon;
  if (prefixes.has(part)) return undefined;
  if (firsts.has(part)) return [];
  const bare = links.filter((link) => part.endsWith(link)).map((link) => part.slice(0, -link.length));
  const forms = [part, ...bare.filter((form) => form.length >= leastLast && !prefixes.has(form))];
  const noun = forms.find((form) => nouns.has(form) || isNoun(form, splitting));
  if (noun !== undefined) return [noun, ...partsOf(noun, splitting)];
  for (const form of forms) {
    const parts = partsOf(form, splitting);
    if (parts.length > 0) return [form, ...parts];
  }
  return undefined;
}
