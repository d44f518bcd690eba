import type { Entity } from '@newsmill/contracts';
import { placesNamed } from '../gazetteer/places.ts';
import { stopWordsOf } from './stop-words.ts';
import type { NamePlaces, Token } from './read-tokens.ts';

/** Somebody or something that the text names, as phrases are told by it. */
export interface Named {
  /** As the phrase is shown. */
  readonly shown: string;
  /** Of that, the words in lower case, with spaces between. */
  readonly key: string;
  readonly kind: Entity['kind'];
  /** Who writes the news, and no more: not what it is about. */
  readonly isReporter: boolean;
}

/** What phrases need to know of an entity. */
export type NamedEntity = Pick<Entity, 'name' | 'aliases' | 'kind'>;

/** What phrases are looked up among. Keys: stems of words, with spaces between. */
export interface Names {
  /** By a whole form of the name. */
  readonly forms: ReadonlyMap<string, Named>;
  /** By a part of one: the family name of a person, the town in the name of a paper. */
  readonly parts: ReadonlyMap<string, Named>;
}

/** Names and forms of each that are looked at: the most salient stand first. */
const mostNames = 24;
const mostForms = 4;
const longestName = 6;

const letter = /[\p{L}\p{M}]/u;
/** Languages that add nothing to a name. */
const unbent = new Set(['fr', 'es', 'pt', 'it', 'ca', 'nl', 'no', 'nb', 'nn', 'da', 'sv']);
/** Languages that bend names, which `entities` has in the nominative. */
export const bent = new Set(['ru', 'uk', 'be', 'pl', 'cs', 'sk']);

/** Whether a text has a form; where names are not bent, as words of its own: not `Finland` of `Finlande`. */
function hasForm(text: string, form: string, language: string): boolean {
  if (!unbent.has(language)) return text.includes(form);
  return standsIn(text, form);
}

/** Whether a text has a form and not only longer words that begin with it: not `Мариупол` of `Мариуполь`. */
function standsIn(text: string, form: string): boolean {
  for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + 1))
    if (!letter.test(text.charAt(at + form.length))) return true;
  return false;
}

const timesIn = (text: string, form: string): number => text.split(form).length - 1;

const latinOnly = /^[^\p{Script=Cyrillic}]*$/u;
/**
 * The nominative, as `entities` has it: the name, and of a country, which has its English name there, the first of the
 * others: `Европа` of `Europe`, `Европа`, `Европе`.
 */
function nominativeOf({ name, aliases, kind }: NamedEntity, text: string): string {
  const [own] = aliases;
  if (kind !== 'place' || own === undefined || standsIn(text, name)) return name;
  const isEnglish = latinOnly.test(own)
    ? placesNamed(name).some((place) => place.kind === 'country' || place.kind === 'continent')
    : latinOnly.test(name);
  return isEnglish ? own : name;
}

/**
 * As the text has it, but in the nominative: a gazetteer gives places their English name in every language, and rules
 * by capitals take what stands behind a name for a part of it, and the function word before it where a sentence
 * begins; so of a name and its part the usual one is shown.
 */
function shownForm({ name, aliases, kind }: NamedEntity, language: string, text: string): string {
  if (language === 'en') return name;
  const forms = [name, ...aliases];
  const shown = bent.has(language)
    ? nominativeOf({ name, aliases, kind }, text)
    : (forms.find((form) => hasForm(text, form, language)) ?? name);
  // A given name alone is what a text calls those whom it has told of.
  const start = aliases.find(
    (alias) => shown.startsWith(`${alias} `) && (kind !== 'person' || alias.includes(' ')),
  );
  if (start !== undefined && timesIn(text, start) > 2 * timesIn(text, shown)) return start;
  const rest = shown.slice(shown.indexOf(' ') + 1);
  const isLed = stopWordsOf(language).has(shown.slice(0, -rest.length - 1).toLowerCase());
  return isLed && timesIn(text, rest) > timesIn(text, shown) ? rest : shown;
}

/** How Chinese, Japanese and Korean call a reporter, before the name or behind it. */
const reporters = ['记者', '記者', '기자'];

/** Whether a text has a name beside the word for a reporter alone: `记者王小明`, `홍길동 기자`. */
function isReporterAlone(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    const before = text.slice(Math.max(0, at - 3), at).trimEnd();
    const behind = text.slice(at + name.length, at + name.length + 3).trimStart();
    if (!reporters.some((word) => before.endsWith(word) || behind.startsWith(word))) return false;
  }
  return true;
}

/** The names of a text, to find phrases that are one of them or a part of it. */
export function readNames(
  entities: readonly NamedEntity[],
  {
    language,
    text,
    readKeys,
  }: {
    readonly language: string;
    readonly text: string;
    readonly readKeys: (form: string) => readonly Token[];
  },
): Names {
  const forms = new Map<string, Named>();
  const parts = new Map<string, Named>();
  const put = (map: Map<string, Named>, key: string, named: Named): void => {
    if (key !== '' && !map.has(key)) map.set(key, named);
  };
  const mayReport = reporters.some((word) => text.includes(word));
  for (const entity of entities.slice(0, mostNames)) {
    const shown = shownForm(entity, language, text);
    const key = readKeys(shown)
      .map(({ word }) => word.key)
      .join(' ');
    const isReporter = entity.kind === 'person' && mayReport && isReporterAlone(text, shown);
    const named = { shown, key: key === '' ? shown.toLowerCase() : key, kind: entity.kind, isReporter };
    for (const form of [entity.name, ...entity.aliases.slice(0, mostForms)]) {
      const keys = readKeys(form).map(({ word }) => word.stem);
      put(forms, keys.join(' '), named);
      if (keys.length > longestName) continue;
      for (let start = 0; start < keys.length; start += 1)
        for (let end = start + 1; end <= keys.length; end += 1)
          put(parts, keys.slice(start, end).join(' '), named);
    }
  }
  return { forms, parts };
}

/** Scripts that part no words. */
const unparted = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u;
const shortestName = 2;

/**
 * Where a text names somebody or something, in scripts that part no words: of names that begin at one place the
 * longest.
 */
export function placesOfNames(text: string, entities: readonly NamedEntity[]): NamePlaces {
  const places = new Map<number, { end: number; kind: Entity['kind'] }>();
  for (const { name, aliases, kind } of entities.slice(0, mostNames))
    for (const form of [name, ...aliases.slice(0, mostForms)]) {
      if (form.length < shortestName || !unparted.test(form)) continue;
      for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + form.length)) {
        const end = at + form.length;
        if ((places.get(at)?.end ?? 0) < end) places.set(at, { end, kind });
      }
    }
  return places;
}
