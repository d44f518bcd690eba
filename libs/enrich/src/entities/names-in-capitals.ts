import { characterKind, codeAt, kindsOf } from '@newsmill/text';
import {
  clubWords,
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
import { companies } from '../gazetteer/name-words.ts';
import { usualFormOf } from '../gazetteer/foreign-organisations.ts';
import { organisationNamed, type Organisation } from '../gazetteer/organisations.ts';
import { isGreatPlace, isUsualName, type Place, placesNamed } from '../gazetteer/places.ts';
import { isWellKnownOrganisation } from '../gazetteer/well-known-organisations.ts';
import { wordList } from '../gazetteer/word-list.ts';
import { hashPart, hashText } from './hash-text.ts';
import { mayBeHashOfName, mayBeName } from './may-be-name.ts';
import {
  baseForms,
  givenNameOf,
  isFamilyName,
  nameByAdjective,
  personInNominative,
  polishInNominative,
  placeForms,
} from './slavic-forms.ts';
import { readWordTokens, type WordTokens } from './read-tokens.ts';
import { sure } from './sureness.ts';
import { commonWordsOf, generalNounsOf, stopWordsOf } from '../phrases/stop-words.ts';
import type { Mention } from './mention.ts';
import { anyNames, givenNames } from './classes-of-word.ts';

const longestRun = 12;
/**
 * Towns with fewer people, where a sentence begins and elsewhere, are believed only at home: their names are
 * also words.
 */
const sureFirst = 300_000;
const sureTown = 100_000;
/** A town with so many people is meant even where its name is also a word of the text. */
const surelyNoWord = 1_000_000;
const isCapital = (word: string): boolean =>
  word !== '' && (kindsOf(codeAt(word, 0)) & characterKind.capital) !== 0;

interface Namesake {
  readonly kind: 'LOC' | 'ORG';
  readonly confidence: number;
  /** The name where the text inflects it. */
  readonly base?: string;
}

/** Where a name stands that may be a word. */
interface Setting {
  readonly isFirst: boolean;
  readonly language: string;
  /** Whether the text uses it as a word, as far as it says; `isBig`: for the name of a big town the signs are fewer. */
  readonly isWord: (isBig: boolean) => boolean;
}

/**
 * Whether a word carries no matter of its own in the language, so that a town abroad is not meant: Dubai is also
 * called Dabei, and Seoul Seul.
 */
function isFunctionWord(form: string, language: string): boolean {
  return (
    !isCyrillic(language) && form !== form.toUpperCase() && stopWordsOf(language).has(form.toLowerCase())
  );
}

/**
 * Whether a place may be meant by a bare name: a country, a big town, or a town at home where no sentence
 * begins and that the text does not use as a word.
 */
function isBelieved(place: Place, form: string, { isFirst, language, isWord }: Setting): boolean {
  const isUsual = isUsualName(place, form.toLowerCase());
  if (!isUsual && isFunctionWord(form, language)) return false;
  const isLarge = place.kind === 'country' || place.kind === 'continent';
  if (isLarge || (place.kind === 'town' && place.population >= (isFirst ? sureFirst : sureTown)))
    return ((isLarge || place.population >= surelyNoWord) && isUsual) || !isWord(true);
  return (
    !isFirst &&
    !(place.kind === 'town' && isWord(false)) &&
    ((place.country === 'US' && place.kind === 'region' && place.name.length > 5) ||
      (homesOfLanguage[language] ?? '').includes(place.country ?? '?'))
  );
}

/**
 * Whether a name of several words begins as sentences do, with a small word, and goes on in lower case: Tous les jours.
 */
const isOfSmallWords = (text: string, language: string): boolean => {
  const [first = '', ...rest] = text.split(' ');
  return stopWordsOf(language).has(first.toLowerCase()) && rest.every((word) => /^\p{Ll}/u.test(word));
};

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
  if (text.includes(' ')) return !isFirst || !isOfSmallWords(text, language);
  if (text.length < 3) return false;
  const lower = text.toLowerCase();
  const isWord = [language, 'en'].some(
    (own) => stopWordsOf(own).has(lower) || (own !== 'de' && commonWordsOf(own).has(lower)),
  );
  if (text === text.toUpperCase()) return organisation.isWorldwide || !stopWordsOf(language).has(lower);
  return (
    organisation.isWorldwide ||
    (!isFirst &&
      language !== 'de' &&
      text.length > 3 &&
      !isWord &&
      (isWellKnownOrganisation(text) || !isNameOfPerson(text, anyNames)))
  );
}

function knownName(text: string, setting: Setting): Namesake | undefined {
  const { isFirst, language } = setting;
  if (isCyrillic(language)) {
    const usual = usualFormOf(text);
    if (usual !== undefined) return { kind: 'ORG', confidence: sure.gazetteer, base: usual };
    if (text === 'РФ') return { kind: 'LOC', confidence: sure.gazetteer, base: 'Россия' };
    // Datelines write towns in capitals.
    if (/^\p{Lu}{4,20}$/u.test(text)) return knownName(text.charAt(0) + text.slice(1).toLowerCase(), setting);
  }
  const forms = text.includes(' ') ? [text] : baseForms(text);
  for (const form of forms) {
    if (!mayBeName(form) && !(text.includes(' ') && isWellKnownOrganisation(text))) continue;
    const confidence = form === text ? sure.gazetteer : sure.inflected;
    if (text.length > 2 && placesNamed(form).some((place) => isBelieved(place, form, setting)))
      return { kind: 'LOC', confidence, base: form };
    if (text.includes(' ') && isWellKnownOrganisation(text)) return { kind: 'ORG', confidence };
    const organisation = organisationNamed(form);
    if (organisation !== undefined && isBelievedBrand(text, organisation, isFirst, language))
      return {
        kind: 'ORG',
        confidence: text.includes(' ') || text === text.toUpperCase() ? confidence : sure.shortName,
      };
  }
  return undefined;
}

const cyrillic = new Set(['ru', 'uk', 'be', 'bg', 'kk', 'ky', 'mk']);
/** Whether a language is written in Cyrillic. */
export const isCyrillic = (language: string): boolean => cyrillic.has(language);

/** Endings of Slavic family names in the nominative. */
const familyEndings = /^\p{Lu}\p{Ll}{2,20}(?:ов|ев|ёв|ин|енко|швили|дзе)$/u;
/** Words that end so and are parts of other names. */
const noFamilies = wordList('Штатов Советов Героев Островов Эмиратов Народов Ветеранов Союзов');
const isFamilyForm = (word: string): boolean =>
  !noFamilies.has(word) && (familyEndings.test(word) || isFamilyName(word));

/** Words of many languages that stand before the name of a town. */
const locatives = wordList('à a en em in te w we v ve på til från fra σε в во у із из');

/**
 * Words that say of a name that may be somebody's, too, that it is a place: where to and where from, and what it is.
 * Articles of several languages and what stands before people as well (Spanish a, Ukrainian у) are no such signs.
 */
const placeSigns = wordList(
  'à en em in te w we v ve til från fra in nach aus naar uit vers στη στην σε в во із из ' +
    'ville stadt hauptstadt insel miasto miasta mieście wyspa wyspie ciudad isla città isola cidade ilha stad eiland město městě ' +
    'kasaba şehir şehri πόλη νησί город города городе остров острове місто місті',
);
/** In these languages i is the word for in; in others it is that for and. */
const inNorthern = new Set(['sv', 'da', 'nb', 'no', 'nn']);

/** Words that go with a German noun and not with the name of a town. */
const germanPossessives = wordList(
  'ein eine einen einem einer eines kein keine keinen keinem keiner keines mein meine meinen meinem meiner meines ' +
    'dein deine deinen deinem deiner deines sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres ' +
    'unser unsere unseren unserem unserer unseres euer eure euren eurem eurer jeder jede jedes jeden jedem manche ' +
    'mancher manches manchen manchem viele vielen vieler wenige wenigen weniger',
);
/** Those that seldom do: before a name they may be pronouns. */
const germanDeterminers = wordList(
  'der die das den dem des dieser diese dieses diesen diesem jener jene jenes jenen jenem welcher welche welches ' +
    'welchen welchem solche solcher solches solchen solchem alle allen aller alles mehr im am vom zum zur beim ins ans',
);

/** The marks around a name stand so near. */
const farthestQuote = 60;

/** A name in quotation marks is that of a ship, a club or a company, whatever else is called so. */
function isQuoted(text: string, start: number, end: number): boolean {
  return (
    /[«"„“][ \u00a0\u202f]?$/.test(text.slice(Math.max(0, start - 2), start)) &&
    /^[ \u00a0\u202f]?[»"“”]/.test(text.slice(end, end + 2))
  );
}

/** Names of two to four words with capitals in quotation marks: "Лента ПМР", „Viva España“. */
const quotedNames = /(?<=[«"„“])\p{Lu}[\p{L}\p{N}&-]{0,30}(?: \p{Lu}[\p{L}\p{N}&-]{0,30}){1,3}(?=[»"“”])/gu;

/** Whether a word is a piece of a name of several words in quotation marks, which is one name. */
function isPieceOfQuoted(text: string, start: number, end: number): boolean {
  const from = Math.max(0, start - farthestQuote);
  return [...text.slice(from, end + farthestQuote).matchAll(quotedNames)].some(
    ({ 0: name, index }) =>
      from + index <= start && from + index + name.length >= end && name.length > end - start,
  );
}

function isNameOfPerson(word: string, classes: number): boolean {
  return baseForms(word.toLowerCase()).some((form) => (classesOfName(hashText(form)) & classes) !== 0);
}

interface Run {
  readonly from: number;
  readonly to: number;
  /** An office and its country stand before it. */
  readonly hasOffice?: boolean;
}

/** A text that names are looked for in. */
interface CapitalText {
  readonly text: string;
  /** In small letters, where they stand in the same places; else nothing. */
  readonly lower: string | undefined;
  readonly tokens: WordTokens;
  readonly language: string;
  /** Words that it has in small letters; made when they are first asked for. */
  readonly smallWords: () => ReadonlySet<string>;
  /** Names of places that have been asked about, and whether they rather stand for something else here. */
  readonly notPlaces: Map<string, boolean>;
}

/** From here on words may be inflected names. */
const firstOfOtherScripts = 0x370;

/**
 * Whether the text uses a capitalised word as a word: elsewhere in small letters, and here behind no word that says
 * where; in German, which writes all nouns with capitals, behind an article or another word that goes with a noun.
 */
function isWordHere({ tokens, language, smallWords }: CapitalText, at: number, isBig: boolean): boolean {
  const own = (tokens.words[at] ?? '').toLowerCase();
  if (language !== 'de') {
    const before = tokens.sentence[at - 1] === tokens.sentence[at] ? (tokens.words[at - 1] ?? '') : '';
    return !locatives.has(before) && smallWords().has(own);
  }
  for (
    let before = at - 1;
    before >= at - 2 && tokens.sentence[before] === tokens.sentence[at];
    before -= 1
  ) {
    const word = (tokens.words[before] ?? '').toLowerCase();
    if (germanPossessives.has(word) || (!isBig && germanDeterminers.has(word))) return true;
    // An adjective may stand between: in der misslichen Lage.
    if (isCapital(tokens.words[before] ?? '') || !/e[nmrs]?$/.test(word)) return false;
  }
  return false;
}

/** A place that is as well known under the name as people are needs no sign. */
const surelyNoPerson = 500_000;

/**
 * Whether the text says of a word here that it is a place: by the word before it, or the region or agency behind it.
 */
function hasSignOfPlace({ text, tokens, language }: CapitalText, at: number): boolean {
  if (tokens.sentence[at - 1] === tokens.sentence[at]) {
    const before = (tokens.words[at - 1] ?? '').toLowerCase();
    if (placeSigns.has(before) || (before === 'i' && inNorthern.has(language))) return true;
  }
  const end = tokens.end[at] ?? 0;
  const behind = text.slice(end, end + 3);
  // A dateline: LINCOLN (dpa) – …, and what lies in a region: Lincoln, Nebraska.
  const isDateline = tokens.first[at] === 1 && /^ (?:[–—] |\([\p{L}])/u.test(behind);
  const next = tokens.words[at + 1] ?? '';
  return (
    isDateline ||
    (/^(?:, |\/| \()\p{Lu}/u.test(text.slice(end, end + 4)) &&
      !isNameOfPerson(next, givenNames) &&
      placesNamed(next).some(({ kind }) => kind !== 'town'))
  );
}

/** Whether somebody's given name stands before a word in a row of capitals: Trevor Jackson. */
function isBehindGivenName({ text, tokens, smallWords }: CapitalText, at: number): boolean {
  const before = tokens.words[at - 1] ?? '';
  return (
    tokens.sentence[at - 1] === tokens.sentence[at] &&
    isCapital(before) &&
    /^[ \u00a0]$/.test(text.slice(tokens.end[at - 1], tokens.start[at])) &&
    isNameOfPerson(before, nameClass.commonGiven) &&
    placesNamed(before).length === 0 &&
    !smallWords().has(before.toLowerCase())
  );
}

/**
 * Whether a word that is the name of a place rather stands for somebody or something else in this text: a given name
 * or a common word that is nowhere said to be a place, or a family name that a given name stands before elsewhere. The
 * great places of the world and those at home need no sign.
 */
function isRatherOther(read: CapitalText, at: number): boolean {
  const { tokens, language, notPlaces } = read;
  const word = tokens.words[at] ?? '';
  const known = notPlaces.get(word);
  if (known !== undefined) return known;
  const lower = word.toLowerCase();
  const named = placesNamed(word);
  const isNoun = generalNounsOf(language).has(lower) && named.every(({ kind }) => kind === 'town');
  let isOther = false;
  if (isNoun || isNameOfPerson(word, anyNames)) {
    const homes = homesOfLanguage[language] ?? '';
    const needsNone = named.some(
      (place) =>
        homes.includes(place.country ?? '?') ||
        place.kind === 'continent' ||
        (isUsualName(place, lower) && (place.kind === 'country' || place.population >= surelyNoPerson)),
    );
    const places = needsNone ? [] : tokens.words.flatMap((own, place) => (own === word ? [place] : []));
    isOther =
      places.length > 0 &&
      !places.some((place) => hasSignOfPlace(read, place)) &&
      (isNoun || isNameOfPerson(word, givenNames) || places.some((place) => isBehindGivenName(read, place)));
  }
  notPlaces.set(word, isOther);
  return isOther;
}

/** What the gazetteers know under the words of a run. Most runs are passed over by their hashes. */
function knownRun(read: CapitalText, { from, to }: Run): Namesake | undefined {
  const { text, lower, tokens, language } = read;
  const start = tokens.start[from] ?? 0;
  const end = tokens.end[to - 1] ?? 0;
  const mayBeInflected = to - from === 1 && text.charCodeAt(start) >= firstOfOtherScripts;
  if (
    !mayBeInflected &&
    lower !== undefined &&
    !isCyrillic(language) &&
    !mayBeHashOfName(hashPart(lower, start, end)) &&
    (to - from === 1 || !isWellKnownOrganisation(text.slice(start, end)))
  )
    return undefined;
  const known = knownName(text.slice(start, end), {
    isFirst: tokens.first[from] === 1,
    language,
    isWord: (isBig) => to - from === 1 && isWordHere(read, from, isBig),
  });
  const mayBeOther = known?.kind === 'LOC' && to - from === 1 && !isCyrillic(language);
  return mayBeOther && isRatherOther(read, from) ? undefined : known;
}

/** Whether an English name goes on over a small word, whatever the language of the text: Marks and Spencer. */
function isEnglishLink({ words }: WordTokens, at: number): boolean {
  return words[at] === 'and' && /^[A-Z]/.test(words[at - 1] ?? '') && /^[A-Z]/.test(words[at + 1] ?? '');
}

/**
 * Runs of capitalised words, with the small words that names hold between them; without the article that
 * begins a sentence.
 */
function readRuns(tokens: WordTokens, language: string): Run[] {
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
      else if (
        !(foreignJoiners.has(word.toLowerCase()) || isEnglishLink(tokens, next)) ||
        (language === 'de' && (word === 'das' || word === 'las')) ||
        next - to >= 2
      )
        break;
    }
    runs.push({ from: index, to });
    index = to;
  }
  return runs;
}

/** Endings of German nouns that are no family names behind von der. */
const nounEndings = /(?:ung|schaft|tion|heit|keit|tät|gruppe|firma|partei|bank)$/;

/**
 * Whether a German word behind small ones is what somebody is of: Lindt von den Grünen, von der AGW, not von der Leyen.
 */
function isOfBody({ words }: WordTokens, at: number, language: string): boolean {
  if (language !== 'de' || words[at - 2] !== 'von') return false;
  const word = words[at] ?? '';
  return (
    words[at - 1] === 'den' || (words[at - 1] === 'der' && (acronym.test(word) || nounEndings.test(word)))
  );
}

/** Whether German has a family name with the s of the genitive: Hendels, but not Vargas. */
const isGenitive = (word: string): boolean => /\p{Ll}s$/u.test(word) && !isNameOfPerson(word, anyNames);

/**
 * Where the name of a person that begins at `from` ends: at a small word that belongs to no such name, after
 * five words at most.
 */
function endOfPerson({ tokens, language }: CapitalText, from: number, limit: number): number {
  let to = from;
  for (let index = from; index < Math.min(limit, from + 5); index += 1) {
    const word = tokens.words[index] ?? '';
    if (isCapital(word)) {
      if (isOfBody(tokens, index, language)) break;
      // Karl zu Guttenberg, but not: kam Karl Abendroth zu Wort.
      if (tokens.words[index - 1] === 'zu' && commonWordsOf('de').has(word.toLowerCase())) break;
      to = index + 1;
    } else if (
      !personJoiners.has(word) &&
      !((word === 'der' || word === 'den') && personJoiners.has(tokens.words[index - 1] ?? ''))
    )
      break;
  }
  // The noun behind the genitive of a name: Sebastian Hendels Karriere.
  const isOfSomebody =
    language === 'de' &&
    to - from === 3 &&
    isGenitive(tokens.words[from + 1] ?? '') &&
    !isNameOfPerson(tokens.words[to - 1] ?? '', anyNames);
  return isOfSomebody ? to - 1 : to;
}

/** Houses and bodies that a name stands behind, and that are not called after people as institutes and funds are. */
const bodies = wordList(
  'sénat senado senato senat assemblée asamblea assembleia parlement parlamento parlament ministère ministerio ministério ' +
    'ministero ministerium gouvernement gobierno governo regierung conseil consejo conselho consiglio parti partido partito ' +
    'partei tribunal tribunale gericht police policía polícia polizia polizei syndicat sindicato gewerkschaft rząd sejm partia ' +
    'κυβέρνηση βουλή υπουργείο κόμμα правительство парламент партия министерство',
);
const acronym = /^\p{Lu}{2,5}$/u;
const initial = /^\p{Lu}\.?$/u;

/**
 * Whether the first word of a run is the given name of somebody. Many words and places are somebody's name, too:
 * where a sentence begins a function word is none, nor is a great place, nor a rare name that is a usual noun in
 * German, unless a usual family name follows.
 */
function isGivenName({ tokens, language, smallWords }: CapitalText, at: number): boolean {
  const word = tokens.words[at] ?? '';
  if (foreignArticles.has(word.toLowerCase())) return false;
  if (isCyrillic(language) && givenNameOf(word) !== undefined) return true;
  if (tokens.first[at] === 1 && stopWordsOf(language).has(word.toLowerCase())) return false;
  if (!isNameOfPerson(word, givenNames)) return false;
  const next = tokens.words[at + 1] ?? '';
  if (initial.test(next) || isNameOfPerson(next, nameClass.commonFamily)) return true;
  if (language === 'de' && germanWords.has(word)) return false;
  if (isGreatPlace(word))
    return (
      isCapital(next) &&
      isNameOfPerson(word, nameClass.commonGiven) &&
      isNameOfPerson(tokens.words[at + 2] ?? '', nameClass.commonFamily) &&
      isCapital(tokens.words[at + 2] ?? '')
    );
  if (isNameOfPerson(word, nameClass.commonGiven)) return true;
  if (language === 'de' && commonWordsOf(language).has(word.toLowerCase())) return false;
  // An acronym before a word that is none (EMI Music), and a word that the text uses as such, are nobody's name.
  return (
    !(word === word.toUpperCase() && next !== next.toUpperCase()) && !smallWords().has(word.toLowerCase())
  );
}

/** Usual given names elsewhere that German means by nobody unless a family name follows. */
const germanWords = wordList('Art Mai Will Gut Rat April Juni Juli August');

/** Heads of the names of mountains, lakes and rivers, which are also given and family names. */
export const natureHeads = wordList(
  'monte monti mont monts mount pic puy piz cima punta lago lac rio río serra sierra cerro pico golfo baia baía ilha isla île val valle passo colle alpe costa cabo',
);
const definiteArticles = wordList(
  'la il lo del della dello nel nella sul sulla al alla dal dalla el le du au aux do da',
);

/** Whether an English word ends the names of places and nobody's: Madison Square Garden. */
const isEnglishPlace = (word: string): boolean =>
  isNameOfPerson(word, nameClass.placeHead) && !isNameOfPerson(word, anyNames);

/**
 * Whether the words behind a given name make it that of a thing, which are many that somebody is called: Audi Q7,
 * Sky Blue, Derby Warszawy. A word that is a name of people itself speaks for a person.
 */
function isThing(read: CapitalText, from: number, to: number): boolean {
  const { tokens, language, text } = read;
  const first = tokens.words[from] ?? '';
  const next = tokens.words[from + 1] ?? '';
  const last = tokens.words[to - 1] ?? '';
  if (/\d/.test(next) || isQuoted(text, tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0)) return true;
  if (isCyrillic(language)) return false;
  if (isEnglishPlace(last)) return true;
  const before =
    tokens.sentence[from - 1] === tokens.sentence[from] ? (tokens.words[from - 1] ?? '').toLowerCase() : '';
  const isLed = definiteArticles.has(before);
  if (isLed && natureHeads.has(first.toLowerCase())) return true;
  if (initial.test(next) || isNameOfPerson(last, anyNames)) return false;
  if (isLed && language !== 'pt') return true;
  if (
    next === next.toUpperCase() &&
    !/^[IVX]+$/.test(next) &&
    (first === first.toUpperCase() || next.length <= 3)
  )
    return true;
  if (to - from > 2) return false;
  return (
    read.smallWords().has(next.toLowerCase()) ||
    (commonWordsOf(language).has(next.toLowerCase()) && !isNameOfPerson(first, nameClass.commonGiven))
  );
}

/**
 * Where within a run somebody's name begins behind the name of a body, an acronym or a great place: the senate of
 * Gérard Larcher is not called so. Undefined where none does.
 */
function startOfPerson(read: CapitalText, { from, to }: Run): number | undefined {
  const { words } = read.tokens;
  for (let at = from + 1; at < to - 1; at += 1) {
    const before = words[at - 1] ?? '';
    const next = words[at + 1] ?? '';
    if (!isCapital(before) || !isCapital(words[at] ?? '') || !isCapital(next)) continue;
    if (foreignOrganisationWords.has(next.toLowerCase()) || acronym.test(next)) continue;
    const classes =
      bodies.has(before.toLowerCase()) || acronym.test(before)
        ? givenNames
        : isGreatPlace(before)
          ? nameClass.commonGiven
          : 0;
    if (isNameOfPerson(words[at] ?? '', classes)) return at;
  }
  return undefined;
}

/** Whether the word that begins a sentence is none of the name that follows: Pour Emmanuel Macron. */
function isBeforePerson(read: CapitalText, { from, to }: Run): boolean {
  const { tokens, language } = read;
  const [first = '', given = '', family = ''] = tokens.words.slice(from, from + 3);
  const lower = first.toLowerCase();
  return (
    tokens.first[from] === 1 &&
    to - from > 2 &&
    isCapital(given) &&
    isCapital(family) &&
    (isCyrillic(language) || stopWordsOf(language).has(lower) || commonWordsOf(language).has(lower)) &&
    !isRole(first) &&
    !isGivenName(read, from) &&
    isGivenName(read, from + 1)
  );
}

/** Small words between somebody and the house they are of: Franco Berti della Fondazione Mare. */
const ofHouse = wordList('de del della dell’ la el dei da do dos das du des l’ von der vom');

const isHead = (word: string): boolean => {
  const lower = word.toLowerCase();
  return foreignOrganisationWords.has(lower) || (companies.has(lower) && word.length > 2);
};

/** Whether a run of several words with capitals has one that is the head of a name. */
function hasHead({ words }: WordTokens, { from, to }: Run): boolean {
  if (to - from < 2) return false;
  const own = words.slice(from, to);
  return own.filter(isCapital).length > 1 && own.some(isHead);
}

/** Small words before a house that the noun before them is of. */
const linksOfHouse = wordList('der des dem den die von vom zur zum für de del della du do da van');

/**
 * The name of a body in a run with its head: without the words before a small link behind which the head stands, as
 * nouns are in German and words that begin a sentence (Hauptversammlung der Nordbank AG), and without what begins a
 * sentence. Undefined where the head alone is left.
 */
function bodyOf({ tokens, language }: CapitalText, { from, to }: Run): Run | undefined {
  const { words } = tokens;
  let start = from;
  const isFirst = tokens.first[from] === 1;
  const lower = (words[from] ?? '').toLowerCase();
  if (foreignArticles.has(lower) || (isFirst && stopWordsOf(language).has(lower)))
    while (start < to - 1 && (start === from || !isCapital(words[start] ?? ''))) start += 1;
  if (language === 'de' || isFirst)
    for (let at = start; at < to && !isHead(words[at] ?? ''); at += 1)
      if (linksOfHouse.has(words[at] ?? '') && isCapital(words[at + 1] ?? '')) start = at + 1;
  let end = start;
  while (
    end < to &&
    !(end > start && words[end] === 'von' && companies.has((words[end - 1] ?? '').toLowerCase()))
  )
    end += 1;
  const name = words.slice(start, end);
  // Bank den Brief: nouns that stand together; Bank Ihnen: a word of function with a capital.
  const isNone =
    /^(?:Social Media$|(?:Regierung|Partei) von |\p{L}+ (?:den|dem|zu) )/u.test(name.join(' ')) ||
    (language === 'de' &&
      isHead(name[0] ?? '') &&
      isCapital(name[1] ?? '') &&
      !isHead(name[1] ?? '') &&
      stopWordsOf(language).has((name[1] ?? '').toLowerCase()));
  return isNone || name.filter(isCapital).length < 2 ? undefined : { from: start, to: end };
}

/**
 * The name of somebody and that of the house behind it, with a small word between them; undefined for a run that
 * does not begin so.
 */
function partAtHouse(read: CapitalText, { from, to }: Run): readonly Run[] | undefined {
  const { tokens } = read;
  const { words } = tokens;
  const begin = tokens.first[from] === 1 && !isGivenName(read, from) ? from + 1 : from;
  let end = begin;
  while (end < to && isCapital(words[end] ?? '') && !isHead(words[end] ?? '')) end += 1;
  if (end - begin < 2 || end === to || isCapital(words[end] ?? '') || !isGivenName(read, begin))
    return undefined;
  let head = end;
  while (head < to && ofHouse.has(words[head] ?? '')) head += 1;
  return head > end && isHead(words[head] ?? '')
    ? [
        { from: begin, to: end },
        { from: head, to },
      ]
    : undefined;
}

/** Whether a word says what somebody is, alone or behind a hyphen: Ex-Präsident, Vize-Kanzlerin. */
export function isRole(word: string): boolean {
  const lower = word.toLowerCase();
  return foreignRoles.has(lower) || foreignRoles.has(lower.slice(lower.lastIndexOf('-') + 1));
}

/**
 * The kind of a run that no gazetteer has as a whole: by its given name, the office before it or the head
 * word in it.
 */
function kindByWords(
  read: CapitalText,
  run: Run,
): { kind: 'PER' | 'ORG' | 'thing'; from: number; to: number; confidence: number } | undefined {
  const { tokens, language } = read;
  const before =
    tokens.sentence[run.from - 1] === tokens.sentence[run.from]
      ? (tokens.words[run.from - 1] ?? '').toLowerCase()
      : '';
  let from = run.from;
  while (from < run.to && isRole(tokens.words[from] ?? '')) from += 1;
  if (hasHead(tokens, run)) {
    const body = bodyOf(read, run);
    return { kind: body === undefined ? 'thing' : 'ORG', ...(body ?? run), confidence: sure.headWord };
  }
  const first = tokens.words[from] ?? '';
  const to = endOfPerson(read, from, run.to);
  if (to - from > 1 && isCapital(tokens.words[from + 1] ?? '') && isGivenName(read, from)) {
    if (
      clubWords.has((tokens.words[to - 1] ?? '').toLowerCase()) &&
      !isNameOfPerson(tokens.words[to - 1] ?? '', nameClass.commonFamily)
    )
      return { kind: 'ORG', from, to, confidence: sure.headWord };
    return { kind: isThing(read, from, to) ? 'thing' : 'PER', from, to, confidence: sure.givenName };
  }
  const hasOffice = from > run.from || foreignRoles.has(before) || run.hasOffice === true;
  // An office and one word that no list has as a name are no name yet: the head of Lublin.
  if (
    hasOffice &&
    to > from &&
    // Premier League
    !isNameOfPerson(first, nameClass.organisationHead) &&
    (to - from > 1 || isNameOfPerson(first, anyNames) || before === 'herr' || before === 'frau')
  )
    return { kind: 'PER', from, to, confidence: sure.office };
  const isAlone = tokens.first[from] !== 1 && run.to - from === 1;
  return isAlone && isCyrillic(language) && isFamilyForm(first)
    ? { kind: 'PER', from, to: run.to, confidence: sure.givenName }
    : undefined;
}

/** A German name of a body with the ending of the nominative, where its head is feminine: der Deutschen Bank. */
function bodyAlone(name: string): string | undefined {
  const isInflected =
    /^\p{Lu}\p{Ll}{0,20}(?:isch|lich|eutsch)en /u.test(name) &&
    /(?: (?:gmbh|ag|post|union|partei)|bank|bahn|stiftung|gesellschaft|kommission|agentur)$/i.test(name);
  return isInflected ? name.replace(/^(\p{L}{3,22})n /u, '$1 ') : undefined;
}

/** The name of somebody as a dictionary has it, where the text inflects it. */
function personAlone(text: string, start: number, end: number, language: string): string | undefined {
  const name = text.slice(start, end);
  if (isCyrillic(language)) return personInNominative(name);
  if (language === 'pl') return polishInNominative(name);
  if (language !== 'de' || !name.endsWith('s') || !name.includes(' ')) return undefined;
  const bare = name.slice(0, -1);
  const last = name.slice(name.lastIndexOf(' ') + 1);
  const isOfNoun = /^ \p{Lu}/u.test(text.slice(end, end + 2)) && isGenitive(last);
  if (isOfNoun && isNameOfPerson(last.slice(0, -1), nameClass.commonFamily)) return bare;
  const at = text.indexOf(bare);
  const isAlone = [at, text.indexOf(bare, at + bare.length)].some(
    (place) => place >= 0 && !/^\p{L}/u.test(text.slice(place + bare.length, place + bare.length + 2)),
  );
  return isAlone ? bare : undefined;
}

/** Whether a text of the language may mean a place by a bare name: a country, a large town, or one at home. */
export function mayBeMeant(name: string, language: string): boolean {
  const homes = homesOfLanguage[language] ?? '';
  return placesNamed(name).some(
    ({ kind, population, country }) =>
      kind === 'country' || population >= sureTown || homes.includes(country ?? '?'),
  );
}

/** A name as a dictionary has it, where a text inflects it. */
export function dictionaryForm(
  text: string,
  { start, end, kind }: Pick<Mention, 'start' | 'end' | 'kind'>,
  language: string,
): string | undefined {
  if (kind === 'PER') return personAlone(text, start, end, language);
  const name = text.slice(start, end);
  if (kind === 'ORG')
    return isCyrillic(language) ? usualFormOf(name) : language === 'de' ? bodyAlone(name) : undefined;
  if (name.includes(' ') || placesNamed(name).length > 0) return undefined;
  return (
    baseForms(name).find((form) => placesNamed(form).length > 0) ??
    placeForms(name, language).find((form) => mayBeMeant(form, language))
  );
}

/**
 * Names in scripts with capitals, without a model, in the order of the text: runs of capitalised words that the
 * gazetteers know or whose words tell their kind.
 */
export function namesInCapitals(text: string, language: string): Mention[] {
  const tokens = readWordTokens(text);
  const lower = text.toLowerCase();
  // A Greek word may end in another small letter than the one that stands within it.
  const isAligned = lower.length === text.length && !text.includes('Σ');
  let small: ReadonlySet<string> | undefined;
  const read: CapitalText = {
    text,
    lower: isAligned ? lower : undefined,
    tokens,
    language,
    smallWords: () => (small ??= new Set(tokens.words.filter((word) => !isCapital(word)))),
    notPlaces: new Map(),
  };
  const mentions: Mention[] = [];
  const isSlavic = isCyrillic(language);
  const add: Add = (from, to, kind, confidence, base) => {
    const start = tokens.start[from] ?? 0;
    const end = tokens.end[to - 1] ?? 0;
    if (isSlavic && kind !== 'ORG' && isQuoted(text, start, end)) return;
    if (isTicker(text, start, end)) return;
    if (kind !== 'PER' && to - from === 1 && isPieceOfQuoted(text, start, end)) return;
    const nominative = base ?? dictionaryForm(text, { start, end, kind }, language);
    mentions.push({
      start,
      end,
      kind,
      confidence,
      ...(nominative === undefined ? {} : { base: nominative }),
    });
  };
  const textOf = (run: Run): string => text.slice(tokens.start[run.from], tokens.end[run.to - 1]);
  const runs = readRuns(tokens, language).flatMap((whole) =>
    hasLink(tokens, whole) &&
    knownName(textOf(whole), { isFirst: false, language, isWord: () => false }) === undefined
      ? partsOf(tokens, whole)
      : [whole],
  );
  for (let number = 0; number < runs.length; number += 1) {
    const run = runs[number];
    if (run === undefined) break;
    if (run.to - run.from === 1 && foreignNoNames.has(textOf(run).toLowerCase())) continue;
    // The adjective of a run and the small word behind it: Челябинской области.
    const last = run.to - 1;
    const ending = isSlavic
      ? nameByAdjective(
          tokens.words[last] ?? '',
          tokens.sentence[last] === tokens.sentence[run.to] ? (tokens.words[run.to] ?? '') : '',
        )
      : undefined;
    if (ending !== undefined) {
      add(last, run.to + 1, ending.kind, sure.headWord, ending.base);
      addParts(read, { from: run.from, to: last }, add);
      continue;
    }
    const known = knownRun(read, run);
    if (known === undefined && isBeforePerson(read, run)) {
      runs.splice(number + 1, 0, { from: run.from, to: run.from + 1 }, { from: run.from + 1, to: run.to });
      continue;
    }
    if (isSlavic && known === undefined && run.to - run.from > 1) {
      const from = addLeading(read, run, add);
      if (from > run.from) {
        const hasOffice = foreignRoles.has((tokens.words[run.from] ?? '').toLowerCase());
        runs.splice(number + 1, 0, { from, to: run.to, hasOffice });
        continue;
      }
    }
    const person = known === undefined ? startOfPerson(read, run) : undefined;
    if (person !== undefined) {
      runs.splice(number + 1, 0, { from: run.from, to: person }, { from: person, to: run.to });
      continue;
    }
    const parts = known === undefined ? partAtHouse(read, run) : undefined;
    if (parts !== undefined) {
      runs.splice(number + 1, 0, ...parts);
      continue;
    }
    const byWords = known === undefined ? kindByWords(read, run) : undefined;
    if (known !== undefined) add(run.from, run.to, known.kind, known.confidence, known.base);
    else if (byWords !== undefined) {
      if (byWords.kind !== 'thing') add(byWords.from, byWords.to, byWords.kind, byWords.confidence);
      addParts(read, { from: byWords.to, to: run.to }, add);
    } else addParts(read, run, add);
  }
  return mentions.sort((a, b) => a.start - b.start);
}

/** The code of a share behind that of its exchange: EURONEXT:SAN, (NYSE: F). */
const exchange = /(?:[A-Z]{2,10}:|\([A-Z]{2,10}:\s)$/;

function isTicker(text: string, start: number, end: number): boolean {
  return (
    (text.charAt(start - 1) === ':' || text.charAt(start - 2) === ':') &&
    /^\p{Lu}{1,5}$/u.test(text.slice(start, end)) &&
    exchange.test(text.slice(Math.max(0, start - 16), start))
  );
}

/** Adds a name by its words; `base` is the name where the text inflects it. */
type Add = (from: number, to: number, kind: Mention['kind'], confidence: number, base?: string) => void;

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

/**
 * Adds the name of a country or an organisation that a run begins with, behind which Slavic languages say the
 * name of a person: the president of the USA Roosevelt. Where the rest begins.
 */
function addLeading(read: CapitalText, run: Run, add: Add): number {
  let from = run.from;
  while (from < run.to && foreignRoles.has((read.tokens.words[from] ?? '').toLowerCase())) from += 1;
  for (let to = Math.min(run.to - 1, from + 3); to > from; to -= 1) {
    const known = knownRun(read, { from, to });
    if (known === undefined || !isCapital(read.tokens.words[to] ?? '')) continue;
    // Vladimir is a town, too.
    if (known.kind === 'LOC' && to - from === 1 && isGivenName(read, from) && !isGivenName(read, to))
      continue;
    add(from, to, known.kind, known.confidence, known.base);
    return to;
  }
  return run.from;
}

/**
 * Whether two words of a text stand side by side in one sentence with a space alone between them, both with a capital.
 */
function areJoined({ text, tokens }: CapitalText, at: number): boolean {
  return (
    at > 0 &&
    tokens.sentence[at - 1] === tokens.sentence[at] &&
    isCapital(tokens.words[at - 1] ?? '') &&
    isCapital(tokens.words[at] ?? '') &&
    /^[ \u00a0]$/.test(text.slice(tokens.end[at - 1], tokens.start[at]))
  );
}

/** What may stand beside a place without being a part of a longer name: Paris Nord. */
const directions = wordList(
  'nord sud est ouest süd ost west norte sur sul este oeste leste centro centre zentrum ovest północ południe wschód zachód north south east',
);

/**
 * Whether a capitalised word beside a name makes it a part of a longer one that no list has, as Joss does in Joss
 * Stone. Names of their own, offices and acronyms do not, nor nouns in German but for the names of people, nor
 * words that begin a sentence beside a place, as verbs do.
 */
function isStrange(read: CapitalText, at: number, isBrand: boolean): boolean {
  const { tokens, language } = read;
  const word = tokens.words[at] ?? '';
  const lower = word.toLowerCase();
  if (acronym.test(word) || directions.has(lower) || foreignRoles.has(lower) || foreignNoNames.has(lower))
    return false;
  const isName = isNameOfPerson(word, anyNames);
  if (language === 'de' && (!isName || commonWordsOf(language).has(lower))) return false;
  if (tokens.first[at] === 1 && !isName && !isBrand) return false;
  if (stopWordsOf(language).has(lower) || read.smallWords().has(lower)) return false;
  return knownRun(read, { from: at, to: at + 1 }) === undefined;
}

/** Whether a word of a run stands in a longer name that nothing explains: with a strange word in a row of capitals. */
function isCutOut(read: CapitalText, { from, to }: Run, at: number, isBrand = false): boolean {
  const isLinked = (word: number): boolean =>
    areJoined(read, word) || isEnglishLink(read.tokens, word) || isEnglishLink(read.tokens, word - 1);
  let first = at;
  while (first > from && isLinked(first)) first -= 1;
  for (let word = first; word < to && (word === first || isLinked(word)); word += 1)
    if (word !== at && !isEnglishLink(read.tokens, word) && isStrange(read, word, isBrand)) return true;
  return false;
}

/**
 * Whether one word of a run is believed as a name by itself: nothing that is cut out of a longer name but the best
 * known organisations and acronyms, and no place behind a brand, whose model it is: Volkswagen California.
 */
function isWhole(read: CapitalText, run: Run, at: number, known: Namesake): boolean {
  const word = read.tokens.words[at] ?? '';
  if (known.kind === 'ORG')
    return (
      acronym.test(word) ||
      (known.base !== undefined && isCyrillic(read.language)) ||
      organisationNamed(word)?.isWorldwide === true ||
      !isCutOut(read, run, at, true)
    );
  const before = read.tokens.words[at - 1] ?? '';
  const isModel =
    at > run.from &&
    areJoined(read, at) &&
    !acronym.test(before) &&
    knownRun(read, { from: at - 1, to: at })?.kind === 'ORG';
  return !isModel && !isCutOut(read, run, at);
}

/** The longest names of the gazetteers within a run, from left to right. */
function addParts(read: CapitalText, run: Run, add: Add): void {
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
      const isClub =
        known.kind === 'LOC' &&
        to < run.to &&
        clubWords.has((tokens.words[to] ?? '').toLowerCase()) &&
        areJoined(read, to);
      step = to - from + Number(isClub);
      if (isClub) add(from, to + 1, 'ORG', sure.headWord);
      else if (to - from > 1 || isWhole(read, run, from, known))
        add(from, to, known.kind, known.confidence, known.base);
      break;
    }
    from += step;
  }
}
