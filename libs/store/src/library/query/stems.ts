import { createRequire } from 'node:module';
import { stemmer as stemEnglish } from 'stemmer';
import { primaryLanguage } from '@newsmill/text';
import { compoundParts } from './compounds.ts';
import { furtherStems } from './further-stems.ts';
import { isUnspaced, ownPiece, pieces } from './index-tokens.ts';
import {
  stemArabic,
  stemFrench,
  stemGerman,
  stemGermanNoun,
  stemItalian,
  stemPortuguese,
  stemSpanish,
} from './light-stemmers.ts';
import { spellingVariants } from './spelling-variants.ts';
import { stopWords } from './stop-words.ts';

type Stemmer = (word: string) => string;

const require = createRequire(import.meta.url);

/** Loaded with the first word of its language: the library process must start within milliseconds. */
function later(name: string): Stemmer {
  let known: Stemmer | undefined;
  return (word) => {
    known ??= loadStemmer(name);
    return known(word);
  };
}

function loadStemmer(name: string): Stemmer {
  const { stemmer }: { readonly stemmer: Stemmer } = require(`@orama/stemmers/${name}`);
  return stemmer;
}

const none: Stemmer = () => '';

/**
 * Stemmers by language (BCP 47, primary), beside which `furtherStems` has its tables. Words come in lower
 * case.
 */
const stemmers: Readonly<Record<string, Stemmer>> = {
  ar: stemArabic,
  bg: none,
  bn: none,
  cs: none,
  da: later('danish'),
  de: stemGerman,
  el: none,
  en: stemEnglish,
  es: stemSpanish,
  fa: none,
  fi: later('finnish'),
  fr: stemFrench,
  ga: later('irish'),
  he: none,
  hi: none,
  hu: later('hungarian'),
  hy: later('armenian'),
  id: later('indonesian'),
  it: stemItalian,
  lt: later('lithuanian'),
  nl: later('dutch'),
  no: later('norwegian'),
  pl: none,
  pt: stemPortuguese,
  ro: later('romanian'),
  ru: later('russian'),
  sv: later('swedish'),
  tr: later('turkish'),
  uk: none,
};
const languages = Object.keys(stemmers).sort();

/** Languages that are not written in Latin letters, and their letters. */
const letters: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  bg: /\p{Script=Cyrillic}/u,
  bn: /\p{Script=Bengali}/u,
  el: /\p{Script=Greek}/u,
  fa: /\p{Script=Arabic}/u,
  he: /\p{Script=Hebrew}/u,
  hi: /\p{Script=Devanagari}/u,
  hy: /\p{Script=Armenian}/u,
  ru: /\p{Script=Cyrillic}/u,
  uk: /\p{Script=Cyrillic}/u,
};
const latin = /\p{Script=Latin}/u;

/** The language whose stemmer a text takes; undefined where there is none. */
export function stemLanguage(language: string): string | undefined {
  const primary = primaryLanguage(language) ?? '';
  const written = primary === 'nb' || primary === 'nn' ? 'no' : primary;
  return Object.hasOwn(stemmers, written) ? written : undefined;
}

/** Languages of which a word may be, by its letters; of these alone where some are given (BCP 47). */
export function stemLanguagesOf(word: string, asked: readonly string[] = []): string[] {
  const among =
    asked.length === 0
      ? languages
      : languages.filter((language) => asked.some((one) => stemLanguage(one) === language));
  return among.filter((language) => (letters[language] ?? latin).test(word));
}

/** Words whose stems are remembered, of all languages: most words of a text are frequent ones. */
const mostKnown = 100_000;

/** What was made of words, by language. */
class Remembered<T> {
  readonly #words = new Map<string, Map<string, T>>();
  #count = 0;

  of(word: string, language: string, make: () => T): T {
    const ofLanguage = this.#words.get(language);
    const found = ofLanguage?.get(word);
    return found ?? this.#add(word, language, make());
  }

  #add(word: string, language: string, made: T): T {
    if (this.#count >= mostKnown) {
      this.#words.clear();
      this.#count = 0;
    }
    const ofLanguage = this.#words.get(language) ?? new Map<string, T>();
    this.#words.set(language, ofLanguage);
    ofLanguage.set(ownPiece(word), made);
    this.#count += 1;
    return made;
  }
}

const known = { sought: new Remembered<readonly string[]>(), indexed: new Remembered<readonly string[]>() };
/** Stems of indexed words as they stand in the index. */
const written = new Remembered<string>();
const stops = new Map<string, ReadonlySet<string>>();

function stopsOf(language: string): ReadonlySet<string> {
  const found = stops.get(language) ?? new Set((stopWords[language] ?? '').split(' '));
  stops.set(language, found);
  return found;
}

const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

/**
 * The stems of a word in a language of `stemLanguage`: `sought` in a query, or `indexed`, with those of the
 * parts of a compound. None for a stop word and for what has no letter.
 */
export function stemsOf(word: string, language: string, as: 'sought' | 'indexed'): readonly string[] {
  return known[as].of(word, language, () => makeStems(word, language, as === 'sought'));
}

function makeStems(word: string, language: string, isSought: boolean): readonly string[] {
  const plain = language === 'tr' ? word.toLocaleLowerCase('tr') : word.toLowerCase();
  if (!/\p{L}/u.test(plain) || stopsOf(language).has(plain)) return [];
  const whole = { word: plain, isSmall: word.startsWith(plain.charAt(0)), isSought };
  const forms = [whole];
  if (!isSought && plain.length <= longestCompound)
    forms.push(
      ...compoundParts(plain, { language, stem: nounStemmer(language) }).map((part) => ({
        word: part,
        isSmall: false,
        isSought,
      })),
    );
  if (isSought)
    forms.push(...spellingVariants(plain, language).map((variant) => ({ ...whole, word: variant })));
  const stems = forms.flatMap((form) => {
    const first = stemmers[language]?.(form.word);
    const own = first === undefined || first === '' ? undefined : first;
    return [...(own === undefined ? [] : [own]), ...furtherStems(form, language, own)];
  });
  return [...new Set(stems.filter((stem) => stem !== ''))].map(keepAccents);
}

function nounStemmer(language: string): Stemmer {
  return language === 'de' ? stemGermanNoun : (stemmers[language] ?? none);
}

/** Longer words are none that anybody wrote. */
const longestCompound = 60;

/**
 * What stands before a stem in the full-text index: a private letter for each language, so that stems meet
 * neither words nor each other.
 */
function letterOf(language: string): string {
  return String.fromCharCode(0xe600 + (language.charCodeAt(0) - 97) * 26 + language.charCodeAt(1) - 97);
}

/**
 * Accents of a stem as private letters: the index takes accents for nothing, and stems with them are other
 * stems.
 */
function keepAccents(stem: string): string {
  return stem
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, (accent) => String.fromCharCode(accent.charCodeAt(0) - 0x300 + 0xe500));
}

/** The stems of a sought word as the full-text index has them. */
export function stemMarks(word: string, language: string): readonly string[] {
  const mark = letterOf(language);
  return stemsOf(word, language, 'sought').map((stem) => `${mark}${stem}`);
}

/** Persian writes the parts of a word side by side with a sign of no width between them. */
function joinedParts(text: string): string {
  return text
    .split(/[^\p{L}\u200c]+/u)
    .filter((word) => word.includes('\u200c'))
    .join(' ')
    .replaceAll('\u200c', ' ');
}

/** The stems of a text as the full-text index takes them. Empty where the language has no stemmer. */
export function stemmedText(text: string, language: string): string {
  const of = stemLanguage(language);
  if (of === undefined) return '';
  const mark = letterOf(of);
  const whole = text.normalize('NFC');
  const parts = of === 'fa' ? joinedParts(whole) : '';
  let stems = '';
  for (const word of `${whole.replace(unseen, '')} ${parts}`.match(pieces) ?? [])
    stems += written.of(word, of, () =>
      isUnspaced(word)
        ? ''
        : makeStems(word, of, false)
            .map((stem) => ` ${mark}${stem}`)
            .join(''),
    );
  return stems;
}

/** The word of a query whose inflected forms count; undefined when it is none, or more than one. */
export function stemmedWord(text: string): string | undefined {
  const [word, ...others] = text.toWellFormed().normalize('NFC').replace(unseen, '').match(pieces) ?? [];
  return word === undefined || others.length > 0 || isUnspaced(word) || !/\p{L}\p{M}*\p{L}/u.test(word)
    ? undefined
    : word;
}
