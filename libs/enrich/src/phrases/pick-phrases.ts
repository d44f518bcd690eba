import { foldName } from '@newsmill/text';
import { agencies, joinedAgencies } from '../dateline/dateline-tables.ts';
import { tellingOf } from './judged-words.ts';
import { fitOf, surelyNews, type Fit, type Fitness, type Standing } from './fit-of.ts';
import { bent, type Names, type Named } from './read-names.ts';
import type { Word } from './read-words.ts';
import { shownAcronym } from './russian-cases.ts';

/** A candidate with its weight. */
export interface Ranked extends Omit<Standing, 'isSmall'> {
  readonly key: string;
  /** What its forms share. */
  readonly stem: string;
  readonly score: number;
}

/** A phrase as it is told. */
export interface Picked {
  readonly text: string;
  readonly key: string;
  /** The same as its text has it, where the language bends names and another case is shown. */
  readonly written: string;
  readonly score: number;
  readonly frequency: number;
  /** Told by any phrase that has it: words with capitals that no entity is called; outside English, all but names. */
  readonly isPart: boolean;
  /** One word that is no name. */
  readonly isNoun: boolean;
  /** A thing of its own, whatever shorter name is a part of its: `中国共产党` beside `中国`. */
  readonly isOwn: boolean;
  /** Told behind the first ones, too. */
  readonly isLasting: boolean;
}

export interface PickRules extends Fitness {
  readonly most: number;
  /** A phrase inside a better one is left out unless it occurs this many times as often. */
  readonly containment: number;
  readonly names: Names;
  /** Whose page it is, by `foldName`: seldom what a text is about. */
  readonly own: ReadonlySet<string>;
  /** The form in small letters of each word that the text has in one, by its number. */
  readonly small: readonly (Word | undefined)[];
}

/** From this share of the occurrences of a better phrase on, a longer form of it is told too. */
const usualShare = 0.5;
/** Letters at its end in which forms of one word may differ, and those that they have to share. */
const longestEnding = 2;
const shortestStem = 4;

/** Scripts that write no capitals and part no words: several words that stand in a name together are a piece of it. */
const isUnparted = /^[\p{Script=Han}\p{Script=Katakana}]/u;

/** What stands in front of a name and is none of it, but says what has it: `company Polar Ice`. */
const isBeside = (words: Standing['words']): boolean =>
  words.every(({ word }) => !word.isCapital && (word.kind === 'n' || word.kind === 'b'));

/** The name that a phrase is, or a part of, or, with an office in front, ends with. */
function nameOf(
  { words, stem, isName, isSmall }: Standing & Pick<Ranked, 'stem'>,
  { names, language }: PickRules,
): Named | undefined {
  const looksNamed =
    isName ||
    (!isSmall && words.every(({ word }) => word.isCapital)) ||
    (words.length > 1 && isUnparted.test(stem));
  const whole = names.forms.get(stem) ?? (looksNamed ? names.parts.get(stem) : undefined);
  if (whole !== undefined || !names.parts.has(words.at(-1)?.word.stem ?? '')) return whole;
  for (let from = 1; from < words.length; from += 1) {
    const end = names.forms.get(
      words
        .slice(from)
        .map(({ word }) => word.stem)
        .join(' '),
    );
    if (end?.kind === 'person' || (language === 'en' && end !== undefined && isBeside(words.slice(0, from))))
      return end;
  }
  return undefined;
}

/**
 * What somebody does in a headline, or what a name has that any name may have: `Moss opens`, `Nordline boosts`,
 * `Nordline executives`, but `Nordline ships`. Elsewhere nothing in small letters that stands behind a person is named
 * after them: `Moss accuse`, `Moss offensée`.
 */
function isDeed({ words, frequency }: Standing, { forms }: Names, language: string): boolean {
  const last = words.at(-1)?.word;
  if (last === undefined || words.length < 2) return false;
  const before = words.slice(0, -1).map(({ word }) => word.stem);
  const kind = forms.get(before.join(' '))?.kind;
  if (language !== 'en') return kind === 'person' && words[0]?.word.isCapital === true && !last.isCapital;
  if (frequency > 1) return false;
  if (kind === 'person' && last.kind === 'b' && last.key.endsWith('s')) return true;
  return kind !== undefined && !last.isCapital && tellingOf(last) === 'nothing';
}

/** Whether a phrase ends with two names that a hyphen ties, said of what is between them: `South Korea-U.S.`. */
function isTie({ words }: Standing, { forms }: Names): boolean {
  const key = words.at(-1)?.word.key ?? '';
  const hyphen = key.lastIndexOf('-');
  return hyphen !== -1 && forms.has(key.slice(hyphen + 1)) && !forms.has(key);
}

/**
 * As written; what is no name in small letters where the text has it so, and so are the other words of a heading
 * beside it that are in the list of common ones and in no name. In English a function word begins a name.
 */
function textOf({ words, isName }: Ranked, { small, names, language }: PickRules): string {
  const isEnglish = language === 'en';
  const isMixed = !isName && words.some(({ word }) => small[word.number] !== undefined);
  return words
    .map(({ word, isTight, lead, isFirst }, index) => {
      const isLed = words[index - 1]?.word.isMatter === false;
      const isAsWritten = isName || !word.isMatter || (isLed && isEnglish);
      const shown = isAsWritten ? word : (small[word.number] ?? word);
      const isOfHeading =
        isMixed && isFirst && shown.isNameLike && shown.listing !== 0 && !names.parts.has(word.stem);
      const asShown = isOfHeading ? shown.key : shown.text;
      const text = language === 'ru' ? shownAcronym(asShown) : asShown;
      return index === 0 || isTight ? text : ` ${lead}${text}`;
    })
    .join('');
}

/**
 * Whether a word is another in the plural, as English, French, Spanish and Portuguese spell it: `agencies` of `agency`.
 */
function isPluralOf(plural: string, word: string): boolean {
  if (!plural.endsWith('s') || word.length < 2) return false;
  return (
    plural === `${word}s` ||
    plural === `${word}es` ||
    (word.endsWith('y') && plural === `${word.slice(0, -1)}ies`)
  );
}

/** Whether two words are forms of one: `tornado`, `tornadoes`. */
function isSameWord(one: string, other: string): boolean {
  if (one === other || isPluralOf(one, other) || isPluralOf(other, one)) return true;
  const most = Math.min(one.length, other.length);
  const least = Math.max(shortestStem, Math.max(one.length, other.length) - longestEnding);
  return most >= least && one.slice(0, least) === other.slice(0, least);
}

function isSamePhrase(one: string, other: string): boolean {
  if (one.charCodeAt(0) !== other.charCodeAt(0)) return false;
  const ones = one.split(' ');
  const others = other.split(' ');
  return ones.length === others.length && ones.every((word, index) => isSameWord(word, others[index] ?? ''));
}

/**
 * Whether a phrase says what a better one says: another form of it, a part of it, or it with words that rarely go with
 * it.
 */
function isTold({ key, frequency, isPart, isOwn }: Picked, by: Picked, containment: number): boolean {
  if (isSamePhrase(by.key, key)) return true;
  if (by.key.length >= key.length)
    return ` ${by.key} `.includes(` ${key} `) && (isPart || frequency <= by.frequency * containment);
  const isLonger = ` ${key} `.includes(` ${by.key} `) || ` ${key} `.includes(` ${by.written} `);
  return !isOwn && isLonger && frequency < by.frequency * usualShare;
}

/** Whether a phrase that comes again begins or ends with a lone noun, in any form of it, which is no name. */
function isWithin(one: Picked, longer: Picked): boolean {
  if (!one.isNoun || longer.frequency < 2) return false;
  const first = longer.key.indexOf(' ');
  return (
    first !== -1 &&
    (isSameWord(one.key, longer.key.slice(0, first)) ||
      isSameWord(one.key, longer.key.slice(longer.key.lastIndexOf(' ') + 1)))
  );
}

/** Where a text has fewer good ones than this, weak ones are told. */
const fewest = 2;
/**
 * Names that come once, and not in the title, are told where a text has fewer than this. Where no spaces part words,
 * rules find those who are asked for an opinion rather than what a text is about.
 */
const fewestWithNames = 5;
const fewestUnparted = 3;
const isUnpartedLanguage = new Set(['zh', 'yue', 'ja', 'th']);
/** In English, whose classes of words are known best, weak ones are told from this place on. */
const firstWeak = 5;

/** What comes this often is told behind the first ones. */
const timesOfLasting = 3;

/**
 * Whether a phrase is told behind the first ones, too. Names are. What a text says once or twice and not in its title
 * is silly there in one to two cases of five, as is a lone English word that tells something in some texts alone.
 */
function isLasting(
  { words, frequency, isName, inTitle }: Standing,
  fit: Fit,
  { language, news }: PickRules,
): boolean {
  if (language !== 'en' && isName) return true;
  if (language === 'en' && news < surelyNews) return true;
  if (isUnpartedLanguage.has(language)) return false;
  if (!inTitle && frequency < (isName && fit === 'good' ? 2 : timesOfLasting)) return false;
  const [word] = words;
  if (language !== 'en' || fit === 'good' || words.length > 1) return true;
  return !isName && word !== undefined && (tellingOf(word.word) ?? 'much') === 'much';
}

/** Who sends the news is seldom what it is about. */
const senders: ReadonlySet<string> = new Set([
  ...agencies,
  // In two signs they are words as well: 共同 is "together".
  ...Object.values(joinedAgencies).flatMap((names) => names.filter((name) => name.length > 2)),
  ...['共同通信', '共同通信社', '時事通信', '時事通信社'],
  // How editors sign what they put in.
  ...['NDLR', 'NDLA', 'NDT', 'NdT', 'NdR'],
]);
/** A name that is an address, which is mostly that of the site. */
const address = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:com|net|org|info|[a-z]{2})$/iu;
const isSender = (text: string): boolean => senders.has(text) || (text.includes('.') && address.test(text));

/** A shorter name of a site is a word as often. */
const shortestOwn = 5;

/** The name of the site, or a name that ends with it: `Publicidade do parceiro Gazeta`. */
function isOwn(text: string, isName: boolean, own: ReadonlySet<string>): boolean {
  if (own.size === 0) return false;
  const name = foldName(text);
  if (own.has(name)) return true;
  const last = name.slice(name.lastIndexOf(' ') + 1);
  return isName && last.length >= shortestOwn && last.length < name.length && own.has(last);
}

/**
 * The best phrases, each thing once: names by their full form, words in one of their forms. A list is not filled up:
 * weak phrases stand in where good ones are missing.
 */
export function pickPhrases(ranked: Iterable<Ranked>, rules: PickRules): Picked[] {
  const { language, most, containment, names, small, own } = rules;
  const isEnglish = language === 'en';
  const picked: Picked[] = [];
  const faint: Picked[] = [];
  const weak: Picked[] = [];
  const spare: Picked[] = [];
  /** Lone nouns that made way for a longer phrase, and are told behind the first ones. */
  const moved: Picked[] = [];
  const add = (phrase: Picked): void => {
    const isWanted = picked.length < firstWeak || phrase.isLasting;
    if (isWanted && picked.length < most && !picked.some((other) => isTold(phrase, other, containment)))
      picked.push({ ...phrase, score: Math.min(phrase.score, picked.at(-1)?.score ?? phrase.score) });
  };
  for (const entry of ranked) {
    const isLate = isEnglish && picked.length >= firstWeak;
    if (isLate) for (const phrase of [...moved.splice(0), ...weak.splice(0)]) add(phrase);
    if (picked.length >= most) break;
    const standing = { ...entry, isSmall: entry.words.some(({ word }) => small[word.number] !== undefined) };
    const named = nameOf(standing, rules);
    if (named === undefined && isDeed(standing, names, language)) continue;
    if (isEnglish && named === undefined && isTie(standing, names)) continue;
    if (named?.isReporter === true) continue;
    const isFaint = !isEnglish && entry.frequency === 1 && !entry.inTitle;
    const fit = named === undefined ? fitOf(standing, rules) : isFaint ? 'weak' : 'good';
    if (fit === 'none') continue;
    const text = named?.shown ?? textOf(entry, rules);
    if (!entry.inTitle && (isSender(text) || isOwn(text, entry.isName, own))) continue;
    const phrase = {
      text,
      key: named?.key ?? entry.key,
      written: bent.has(language) ? entry.key : (named?.key ?? entry.key),
      score: entry.score,
      frequency: entry.frequency,
      isPart: named === undefined && (entry.isName || !isEnglish),
      isNoun: isEnglish && named === undefined && entry.words.length === 1 && !entry.isName,
      isOwn: named !== undefined && isUnparted.test(entry.key),
      isLasting: named !== undefined || isLasting(standing, fit, rules),
    };
    if (moved.some((other) => isTold(phrase, other, containment))) continue;
    if (isEnglish && !isLate && fit === 'good') {
      const shorter = picked.findIndex((other) => isWithin(other, phrase));
      if (shorter !== -1 && !picked.some((other) => isTold(phrase, other, containment)))
        moved.push(...picked.splice(shorter, 1));
    }
    if (fit === 'spare') {
      if (spare.length < fewest) spare.push(phrase);
      continue;
    }
    const isSaid = !isLate && picked.some((other) => isWithin(phrase, other));
    if ((fit === 'good' && !isSaid) || isLate) add(phrase);
    else {
      const isOfName = !isEnglish && (named !== undefined || entry.isName);
      const waiting = fit === 'faint' || isOfName ? faint : weak;
      if (waiting.length < most && !waiting.some((other) => other.key === phrase.key)) waiting.push(phrase);
    }
  }
  const enough = isUnpartedLanguage.has(language) ? fewestUnparted : fewestWithNames;
  for (const phrase of faint) if (picked.length < enough) add(phrase);
  for (const phrase of [...weak, ...spare]) if (picked.length < fewest) add(phrase);
  return picked;
}
