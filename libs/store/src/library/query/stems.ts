import { createRequire } from 'node:module';
import { stemmer as stemEnglish } from 'stemmer';
import { primaryLanguage } from '@newsmill/text';
import { isUnspaced, pieces } from './index-tokens.ts';
import {
  stemArabic,
  stemFrench,
  stemGerman,
  stemItalian,
  stemPortuguese,
  stemSpanish,
} from './light-stemmers.ts';
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

/**
 * Stemmers by language (BCP 47, primary): those that give what the analyzer of Elasticsearch gives. Words
 * come in lower case.
 */
const stemmers: Readonly<Record<string, Stemmer>> = {
  ar: stemArabic,
  da: later('danish'),
  de: stemGerman,
  en: stemEnglish,
  es: stemSpanish,
  fi: later('finnish'),
  fr: stemFrench,
  ga: later('irish'),
  hu: later('hungarian'),
  hy: later('armenian'),
  id: later('indonesian'),
  it: stemItalian,
  lt: later('lithuanian'),
  nl: later('dutch'),
  no: later('norwegian'),
  pt: stemPortuguese,
  ro: later('romanian'),
  ru: later('russian'),
  sv: later('swedish'),
  tr: later('turkish'),
};
const languages = Object.keys(stemmers).sort();

/** Languages that are not written in Latin letters, and their letters. */
const letters: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  hy: /\p{Script=Armenian}/u,
  ru: /\p{Script=Cyrillic}/u,
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

/** Stems that are remembered, of all languages: most words of a text are frequent ones. */
const mostKnown = 100_000;
const known = new Map<string, Map<string, string | undefined>>();
let knownCount = 0;
const stops = new Map<string, ReadonlySet<string>>();

function stopsOf(language: string): ReadonlySet<string> {
  const found = stops.get(language) ?? new Set((stopWords[language] ?? '').split(' '));
  stops.set(language, found);
  return found;
}

const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

/**
 * The stem of a word in a language of `stemLanguage`; undefined for a stop word and for what has no letter.
 */
export function stemOf(word: string, language: string): string | undefined {
  if (knownCount >= mostKnown) {
    known.clear();
    knownCount = 0;
  }
  const ofLanguage = known.get(language) ?? new Map<string, string | undefined>();
  if (ofLanguage.has(word)) return ofLanguage.get(word);
  known.set(language, ofLanguage);
  const stem = makeStem(word, language);
  ofLanguage.set(word, stem);
  knownCount += 1;
  return stem;
}

function makeStem(word: string, language: string): string | undefined {
  const plain = language === 'tr' ? word.toLocaleLowerCase('tr') : word.toLowerCase();
  if (!/\p{L}/u.test(plain) || stopsOf(language).has(plain)) return undefined;
  const stem = stemmers[language]?.(plain);
  return stem === undefined || stem === '' ? undefined : keepAccents(stem);
}

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

/** The stem as the full-text index has it; undefined where there is none. */
export function stemMark(word: string, language: string): string | undefined {
  const stem = stemOf(word, language);
  return stem === undefined ? undefined : `${letterOf(language)}${stem}`;
}

/** The stems of a text as the full-text index takes them. Empty where the language has no stemmer. */
export function stemmedText(text: string, language: string): string {
  const of = stemLanguage(language);
  if (of === undefined) return '';
  const mark = letterOf(of);
  let stems = '';
  for (const [word] of text.normalize('NFC').replace(unseen, '').matchAll(pieces)) {
    const stem = isUnspaced(word) ? undefined : stemOf(word, of);
    if (stem !== undefined) stems += ` ${mark}${stem}`;
  }
  return stems;
}

/** The word of a query whose inflected forms count; undefined when it is none, or more than one. */
export function stemmedWord(text: string): string | undefined {
  const [word, ...others] = text.toWellFormed().normalize('NFC').replace(unseen, '').match(pieces) ?? [];
  return word === undefined || others.length > 0 || isUnspaced(word) || !/\p{L}\p{M}*\p{L}/u.test(word)
    ? undefined
    : word;
}
