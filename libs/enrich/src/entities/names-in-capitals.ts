import { characterKind, codeAt, kindsOf } from '@newsmill/text';
import {
  foreignArticles,
  foreignJoiners,
  foreignLinks,
  foreignNoNames,
  foreignOrganisationWords,
  foreignRoles,
  homesOfLanguage,
  personJoiners,
} from '../gazetteer/foreign-name-words.ts';
import { classesOfName, nameClass } from '../gazetteer/name-classes.ts';
import { companyWords } from '../gazetteer/name-words.ts';
import { organisationNamed, type Organisation } from '../gazetteer/organisations.ts';
import { placesNamed, type Place } from '../gazetteer/places.ts';
import { hashPart, hashText } from './hash-text.ts';
import { mayBeHashOfName, mayBeName } from './may-be-name.ts';
import { readWordTokens, type WordTokens } from './read-tokens.ts';
import { sure } from './sureness.ts';
import type { Mention } from './mention.ts';

const longestRun = 12;
const companies = new Set(companyWords);
/**
 * Towns with fewer people, where a sentence begins and elsewhere, are believed only at home: their names are
 * also words.
 */
const sureFirst = 300_000;
const sureTown = 100_000;
/** Endings of Slavic cases and what a name may end in instead. */
const caseEndings = /(?:ами|ого|ому|ом|ой|ою|ах|ям|ях|ов|ем|ей|ию|ии|ия|а|у|е|ы|и|ю|я|і|ї)$/;
const baseEndings = ['', 'а', 'я', 'ь', 'й', 'ия', 'о', 'ія'];

const isCapital = (word: string): boolean =>
  word !== '' && (kindsOf(codeAt(word, 0)) & characterKind.capital) !== 0;

/** The forms that a word of Slavic case may be a form of; the word itself first. */
function baseForms(word: string): string[] {
  if (!/^\p{Script=Cyrillic}{4,30}$/u.test(word)) return [word];
  const stem = word.replace(caseEndings, '');
  return stem.length < 3 ? [word] : [...new Set([word, ...baseEndings.map((ending) => stem + ending)])];
}

interface Namesake {
  readonly kind: 'LOC' | 'ORG';
  readonly confidence: number;
}

/**
 * Whether a place may be meant by a bare name: a country, a big town, or a town at home where no sentence
 * begins.
 */
function isBelieved(place: Place, isFirst: boolean, language: string): boolean {
  if (
    place.kind === 'country' ||
    place.kind === 'continent' ||
    (place.population >= (isFirst ? sureFirst : sureTown) && place.kind === 'town')
  )
    return true;
  return (
    !isFirst &&
    ((place.country === 'US' && place.kind === 'region' && place.name.length > 5) ||
      (homesOfLanguage[language] ?? '').includes(place.country ?? '?'))
  );
}

/**
 * Brands are also words: one word is believed where no sentence begins; in German, which writes all nouns
 * with capitals, only a well-known one.
 */
function isBelievedBrand(
  text: string,
  organisation: Organisation,
  isFirst: boolean,
  language: string,
): boolean {
  if (text.includes(' ') || (text === text.toUpperCase() && text.length > 2)) return true;
  return text.length > 2 && (organisation.isWorldwide || (!isFirst && language !== 'de' && text.length > 3));
}

function knownName(text: string, isFirst: boolean, language: string): Namesake | undefined {
  const forms = text.includes(' ') ? [text] : baseForms(text);
  for (const form of forms) {
    if (!mayBeName(form)) continue;
    const confidence = form === text ? sure.gazetteer : sure.inflected;
    if (text.length > 2 && placesNamed(form).some((place) => isBelieved(place, isFirst, language)))
      return { kind: 'LOC', confidence };
    const organisation = organisationNamed(form);
    if (organisation !== undefined && isBelievedBrand(text, organisation, isFirst, language))
      return {
        kind: 'ORG',
        confidence: text.includes(' ') || text === text.toUpperCase() ? confidence : sure.shortName,
      };
  }
  return undefined;
}

const givenNames = nameClass.commonGiven | nameClass.rareGiven;
const anyNames = givenNames | nameClass.commonFamily | nameClass.rareFamily;

function isNameOfPerson(word: string, classes: number): boolean {
  return baseForms(word.toLowerCase()).some((form) => (classesOfName(hashText(form)) & classes) !== 0);
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** A text that names are looked for in. */
interface CapitalText {
  readonly text: string;
  /** In small letters, where they stand in the same places; else nothing. */
  readonly lower: string | undefined;
  readonly tokens: WordTokens;
  readonly language: string;
}

/** From here on words may be inflected names. */
const firstOfOtherScripts = 0x370;

/** What the gazetteers know under the words of a run. Most runs are passed over by their hashes. */
function knownRun({ text, lower, tokens, language }: CapitalText, { from, to }: Run): Namesake | undefined {
  const start = tokens.start[from] ?? 0;
  const end = tokens.end[to - 1] ?? 0;
  const mayBeInflected = to - from === 1 && text.charCodeAt(start) >= firstOfOtherScripts;
  if (!mayBeInflected && lower !== undefined && !mayBeHashOfName(hashPart(lower, start, end)))
    return undefined;
  return knownName(text.slice(start, end), tokens.first[from] === 1, language);
}

/**
 * Runs of capitalised words, with the small words that names hold between them; without the article that
 * begins a sentence.
 */
function readRuns(tokens: WordTokens): Run[] {
  const runs: Run[] = [];
  for (let index = 0; index < tokens.count; ) {
    const isArticle =
      tokens.first[index] === 1 && foreignArticles.has((tokens.words[index] ?? '').toLowerCase());
    if (isArticle || !isCapital(tokens.words[index] ?? '')) {
      index += 1;
      continue;
    }
    let to = index + 1;
    for (
      let next = to;
      next < tokens.count && next - index < longestRun && tokens.sentence[next] === tokens.sentence[index];
      next += 1
    ) {
      const word = tokens.words[next] ?? '';
      if (isCapital(word)) to = next + 1;
      else if (!foreignJoiners.has(word.toLowerCase()) || next - to >= 2) break;
    }
    runs.push({ from: index, to });
    index = to;
  }
  return runs;
}

/**
 * Where the name of a person that begins at `from` ends: at a small word that belongs to no such name, after
 * five words at most.
 */
function endOfPerson(tokens: WordTokens, from: number, limit: number): number {
  let to = from;
  for (let index = from; index < Math.min(limit, from + 5); index += 1) {
    const word = tokens.words[index] ?? '';
    if (isCapital(word)) to = index + 1;
    else if (
      !personJoiners.has(word) &&
      !((word === 'der' || word === 'den') && personJoiners.has(tokens.words[index - 1] ?? ''))
    )
      break;
  }
  return to;
}

/**
 * The kind of a run that no gazetteer has as a whole: by its given name, the office before it or the head
 * word in it.
 */
function kindByWords(
  tokens: WordTokens,
  run: Run,
): { kind: 'PER' | 'ORG'; from: number; to: number; confidence: number } | undefined {
  const own = tokens.words.slice(run.from, run.to);
  const before =
    tokens.sentence[run.from - 1] === tokens.sentence[run.from]
      ? (tokens.words[run.from - 1] ?? '').toLowerCase()
      : '';
  let from = run.from;
  while (from < run.to && foreignRoles.has((tokens.words[from] ?? '').toLowerCase())) from += 1;
  const hasHead =
    own.filter(isCapital).length > 1 &&
    own.some((word) => {
      const lower = word.toLowerCase();
      return foreignOrganisationWords.has(lower) || (companies.has(lower) && word.length > 2);
    });
  if (hasHead) return { kind: 'ORG', from: run.from, to: run.to, confidence: sure.headWord };
  const first = tokens.words[from] ?? '';
  const to = endOfPerson(tokens, from, run.to);
  if (
    !foreignArticles.has(first.toLowerCase()) &&
    isNameOfPerson(first, givenNames) &&
    to - from > 1 &&
    isCapital(tokens.words[from + 1] ?? '')
  )
    return { kind: 'PER', from, to, confidence: sure.givenName };
  const hasOffice = from > run.from || foreignRoles.has(before);
  // An office and one word that no list has as a name are no name yet: the head of Lublin.
  return hasOffice &&
    to > from &&
    (to - from > 1 || isNameOfPerson(first, anyNames) || before === 'herr' || before === 'frau')
    ? { kind: 'PER', from, to, confidence: sure.office }
    : undefined;
}

/**
 * Names in scripts with capitals, without a model: runs of capitalised words that the gazetteers know or
 * whose words tell their kind.
 */
export function namesInCapitals(text: string, language: string): Mention[] {
  const tokens = readWordTokens(text);
  const lower = text.toLowerCase();
  // A Greek word may end in another small letter than the one that stands within it.
  const isAligned = lower.length === text.length && !text.includes('Σ');
  const read: CapitalText = { text, lower: isAligned ? lower : undefined, tokens, language };
  const mentions: Mention[] = [];
  const add = (from: number, to: number, kind: Mention['kind'], confidence: number): void => {
    mentions.push({ start: tokens.start[from] ?? 0, end: tokens.end[to - 1] ?? 0, kind, confidence });
  };
  const textOf = (run: Run): string => text.slice(tokens.start[run.from], tokens.end[run.to - 1]);
  for (const run of readRuns(tokens).flatMap((whole) =>
    hasLink(tokens, whole) && knownName(textOf(whole), false, language) === undefined
      ? partsOf(tokens, whole)
      : [whole],
  )) {
    if (run.to - run.from === 1 && foreignNoNames.has(textOf(run).toLowerCase())) continue;
    const known = knownRun(read, run);
    const byWords = known === undefined ? kindByWords(tokens, run) : undefined;
    if (known !== undefined) add(run.from, run.to, known.kind, known.confidence);
    else if (byWords !== undefined) {
      add(byWords.from, byWords.to, byWords.kind, byWords.confidence);
      addParts(read, { from: byWords.to, to: run.to }, add);
    } else addParts(read, run, add);
  }
  return mentions;
}

function hasLink(tokens: WordTokens, run: Run): boolean {
  for (let index = run.from; index < run.to; index += 1)
    if (foreignLinks.has(tokens.words[index] ?? '')) return true;
  return false;
}

/** A run parted at the words for "and", which seldom stand inside a name that no gazetteer knows. */
function partsOf(tokens: WordTokens, run: Run): Run[] {
  const parts: Run[] = [];
  let from = run.from;
  for (let index = run.from; index < run.to; index += 1) {
    if (!foreignLinks.has(tokens.words[index] ?? '')) continue;
    parts.push({ from, to: index });
    from = index + 1;
    while (from < run.to - 1 && !isCapital(tokens.words[from] ?? '')) from += 1;
  }
  return [...parts, { from, to: run.to }].filter((part) => part.to > part.from);
}

/** The longest names of the gazetteers within a run, from left to right. */
function addParts(
  read: CapitalText,
  run: Run,
  add: (from: number, to: number, kind: Mention['kind'], confidence: number) => void,
): void {
  const { tokens } = read;
  for (let from = run.from; from < run.to; ) {
    let step = 1;
    // Small words may follow that belong to the name: Nations unies.
    let limit = Math.min(run.to, from + 6);
    while (
      limit < tokens.count &&
      limit < run.to + 2 &&
      limit - from < 6 &&
      tokens.sentence[limit] === tokens.sentence[from]
    )
      limit += 1;
    for (let to = limit; to > from && isCapital(tokens.words[from] ?? ''); to -= 1) {
      const known = knownRun(read, { from, to });
      if (known === undefined) continue;
      add(from, to, known.kind, known.confidence);
      step = to - from;
      break;
    }
    from += step;
  }
}
